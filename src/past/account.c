/* SPDX-License-Identifier: ISC
 * A person's account. */
#include "account.h"

#include <stdlib.h>

/* Draw it up. */
struct account
account_of(struct person *person, struct window window)
{
	struct account a = {.person = person};

	a.past = ledger_follow(person, window, &a.ledger);
	a.ask = may_ask(&a.past);
	for (size_t i = 1; i < person->affair_count; i++)
		a.open += affair_is_open(&person->affairs[i], MY_PROMISE);
	return a;
}

/* Free it. */
void
account_free(struct account *a)
{
	free(a->ledger.replies.days);
}

/* Take what I got from what I gave. */
int64_t
net_minutes(const struct account *a)
{
	return a->ledger.me.gave_min - a->ledger.them.gave_min;
}

/* On so many days one asked, and on at least half of the days of one's contact. */
static bool
mostly_asks(uint32_t days_asked, uint32_t days, uint32_t at_least)
{
	return days_asked >= at_least && 2 * (uint64_t)days_asked >= days;
}

/* Eight or more contacts by one side, and by the other at most a fifth of that. */
static bool
initiates(uint64_t by_one, uint64_t by_other)
{
	enum { CONTACTS_AT_LEAST = 8, TIMES_THE_OTHERS = 5 };

	return by_one >= CONTACTS_AT_LEAST && by_other * TIMES_THE_OTHERS <= by_one;
}

bool
i_mostly_ask(const struct past *p)
{
	return mostly_asks(p->days_i_asked, p->days_mine, 2);
}

static bool
they_mostly_ask(const struct past *p)
{
	return mostly_asks(p->days_they_asked, p->days_theirs, 4);
}

static bool
i_initiate(const struct past *p)
{
	return initiates(p->by_me, p->by_them);
}

static bool
they_initiate(const struct past *p)
{
	return initiates(p->by_them, p->by_me);
}

static bool
is_in_debt(const struct past *p)
{
	return p->in_debt;
}

static bool
is_drifting(const struct past *p)
{
	return p->drifts;
}

/* The patterns of a tie, in the order in which they are listed. */
static const struct {
	struct str name;
	bool (*is_so)(const struct past *past);
} patterns[] = {
    {WORD("i-mostly-ask"), i_mostly_ask}, {WORD("they-mostly-ask"), they_mostly_ask}, {WORD("i-initiate"), i_initiate},
    {WORD("they-initiate"), they_initiate}, {WORD("in-debt"), is_in_debt}, {WORD("drifting"), is_drifting},
};

/* List the patterns. */
void
text_add_patterns(struct text *to, const struct past *past)
{
	bool any = false;

	for (size_t i = 0; i < COUNT(patterns); i++) {
		if (!patterns[i].is_so(past))
			continue;
		if (any)
			text_add_char(to, ',');
		text_add(to, patterns[i].name);
		any = true;
	}
}
