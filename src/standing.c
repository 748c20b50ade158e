/* SPDX-License-Identifier: ISC
 * My standing: each reason is one question. */
#include "standing.h"

#include "out.h"
#include "owing.h"

const struct str standing_names[STANDINGS] = {
    [STANDING_YES] = {"yes", 3}, [STANDING_SOFT] = {"soft", 4}, [STANDING_NO] = {"no", 2},
};

/* What a reason is judged by. */
struct case_of {
	const struct people *people;
	const struct person *person;
	const struct past *past;
};

/* How long ago a day lies; a day that never was lies further back than any rule reaches. */
static int32_t
days_since(const struct case_of *c, day d)
{
	return d ? c->people->today - d : INT32_MAX;
}

static bool
is_closed(const struct case_of *c)
{
	return person_status(c->person) == STATUS_CLOSED;
}

static bool
is_passing(const struct case_of *c)
{
	return c->past->days < (uint32_t)c->people->settings.rule[RULE_ASK_DAYS];
}

static bool
is_unproven(const struct case_of *c)
{
	return !c->person->one[FIELD_KNOWS].set && !c->past->gave_ever;
}

/* The day on which the last ask is long enough ago; DAY_NONE without one. */
static day
ask_gap_over(const struct case_of *c)
{
	if (c->past->asked == NO_EVENT)
		return DAY_NONE;
	return c->person->events[c->past->asked].day + c->people->settings.rule[RULE_ASK_GAP];
}

static bool
is_recent(const struct case_of *c)
{
	return ask_gap_over(c) > c->people->today;
}

static bool
is_pending(const struct case_of *c)
{
	for (size_t i = 1; i < c->person->affair_count; i++)
		if (ask_is_followed(&c->person->affairs[i], MY_ASK))
			return true;
	return false;
}

/* Whether something was due before today. */
static bool
is_overdue(const struct case_of *c, struct owed owed)
{
	return owed.first && owed.due < c->people->today;
}

static bool
is_owing(const struct case_of *c)
{
	if (owes_thanks(c->people, c->person, c->past).first || owes_grace(c->people, c->person, c->past).first ||
	    is_overdue(c, owes_reply(c->people, c->person, c->past)))
		return true;
	for (size_t i = 1; i < c->person->affair_count; i++)
		if (is_overdue(c, owes_promise(c->people, c->person, &c->person->affairs[i])) ||
		    is_overdue(c, owes_answer(c->people, c->person, &c->person->affairs[i])))
			return true;
	return false;
}

static bool
is_in_debt(const struct case_of *c)
{
	return c->past->in_debt;
}

static bool
is_unanswered(const struct case_of *c)
{
	return c->past->unanswered;
}

static bool
is_cold(const struct case_of *c)
{
	return days_since(c, c->past->goodwill) > c->people->settings.rule[RULE_COLD];
}

static bool
is_dormant(const struct case_of *c)
{
	return days_since(c, c->past->last) > c->people->settings.rule[RULE_DORMANT];
}

static bool
is_guarded(const struct case_of *c)
{
	return person_status(c->person) == STATUS_GUARDED;
}

static const struct {
	struct str name;
	bool (*holds)(const struct case_of *c);
} reasons[WHYS] = {
    [WHY_CLOSED] = {{"closed", 6}, is_closed},
    [WHY_PASSING] = {{"passing", 7}, is_passing},
    [WHY_UNPROVEN] = {{"unproven", 8}, is_unproven},
    [WHY_RECENT] = {{"recent", 6}, is_recent},
    [WHY_PENDING] = {{"pending", 7}, is_pending},
    [WHY_OWING] = {{"owing", 5}, is_owing},
    [WHY_DEBT] = {{"debt", 4}, is_in_debt},
    [WHY_UNANSWERED] = {{"unanswered", 10}, is_unanswered},
    [WHY_COLD] = {{"cold", 4}, is_cold},
    [WHY_DORMANT] = {{"dormant", 7}, is_dormant},
    [WHY_GUARDED] = {{"guarded", 7}, is_guarded},
};

/* Judge: ask every question. */
struct may_ask
may_ask(const struct people *people, const struct person *person, const struct past *past)
{
	const struct case_of c = {people, person, past};
	const uint32_t whys_no = (1u << WHYS_NO) - 1;
	struct may_ask ask = {STANDING_YES, 0, DAY_NONE};

	for (int i = 0; i < WHYS; i++)
		if (reasons[i].holds(&c))
			ask.why |= 1u << i;
	if (ask.why & whys_no)
		ask.standing = STANDING_NO;
	else if (ask.why)
		ask.standing = STANDING_SOFT;
	if ((ask.why & whys_no) == 1u << WHY_RECENT)
		ask.from = ask_gap_over(&c);
	return ask;
}

/* List the reasons. */
char *
standing_put_why(const struct may_ask *ask, char *to)
{
	const char *from = to;

	for (int i = 0; i < WHYS; i++) {
		if (!(ask->why & 1u << i))
			continue;
		if (to > from)
			to = put_char(to, ',');
		to = put_str(to, reasons[i].name);
	}
	return to;
}
