/* SPDX-License-Identifier: ISC
 * rc-balance: what I gave and took, and whether I may ask. The manual page is rc-balance(1). */
#include <stdlib.h>

#include "cli.h"
#include "diag.h"
#include "history.h"
#include "ledger.h"
#include "out.h"
#include "people.h"
#include "sort.h"
#include "standing.h"
#include "table.h"

enum { NEW_WITHIN = 90, GOODWILL_TARGET = 50, ON_TIME_TARGET = 100 };

static const struct option options[] = {
    {'s', NULL, "a summary of the whole network instead of a row a person"},
    {'b', "DATE", "count from DATE on"},
    {'e', "DATE", "count up to DATE"},
    {'d', "DATE", "today is DATE"},
    {'H', NULL, "no header line"},
    {0, NULL, NULL},
};

static const struct tool rc_balance = {
    "rc-balance",
    {"[-Hs] [-b DATE] [-e DATE] [-d DATE] [FILE ...]", NULL},
    "Read rc-parse's table, write the ledger of give and take.",
    options,
};

/* A person's row, before it is written. */
struct account {
	const struct person *person;
	struct past past;
	struct ledger ledger;
	struct may_ask ask;
	uint64_t open; /* my open promises, whatever the window */
};

/* What I gave less what I got. */
static int64_t
net_minutes(const struct account *a)
{
	return a->ledger.me.gave_min - a->ledger.them.gave_min;
}

/* On 2 or more days one asked, and on at least half of the days of one's contact. */
static bool
mostly_asks(uint32_t days_asked, uint32_t days)
{
	enum { ASKED_AT_LEAST = 2 };

	return days_asked >= ASKED_AT_LEAST && 2 * (uint64_t)days_asked >= days;
}

/* Five or more contacts by one side, and by the other at most a fifth of that. */
static bool
initiates(uint64_t by_one, uint64_t by_other)
{
	enum { CONTACTS_AT_LEAST = 5, TIMES_THE_OTHERS = 5 };

	return by_one >= CONTACTS_AT_LEAST && by_other * TIMES_THE_OTHERS <= by_one;
}

static bool
i_mostly_ask(const struct past *p)
{
	return mostly_asks(p->days_i_asked, p->days_mine);
}

static bool
they_mostly_ask(const struct past *p)
{
	return mostly_asks(p->days_they_asked, p->days_theirs);
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
	bool (*holds)(const struct past *past);
} patterns[] = {
    {{"i-mostly-ask", 12}, i_mostly_ask}, {{"they-mostly-ask", 15}, they_mostly_ask}, {{"i-initiate", 10}, i_initiate},
    {{"they-initiate", 13}, they_initiate}, {{"in-debt", 7}, is_in_debt}, {{"drifting", 8}, is_drifting},
};

/* The day of an entry, or DAY_NONE. */
static day
day_at(const struct person *person, ptrdiff_t event)
{
	return event == NO_EVENT ? DAY_NONE : person->events[event].day;
}

/* Write the patterns that hold. */
static void
write_patterns(const struct past *past)
{
	bool any = false;

	for (size_t i = 0; i < COUNT(patterns); i++) {
		if (!patterns[i].holds(past))
			continue;
		if (any)
			out_char(',');
		out_str(patterns[i].name);
		any = true;
	}
	out_char('\n');
}

/* Write the median reply, if any run was answered. */
static void
write_reply_days(const struct gaps *replies)
{
	if (replies->count)
		out_number(median(replies->days, replies->count));
	out_char('\t');
}

/* Write a row. */
static void
write_account(const struct account *a)
{
	const struct ledger *l = &a->ledger;
	char why[STANDING_WHY_MOST];

	table_written(a->person->id, '\t');
	table_written(person_name(a->person), '\t');
	table_written(person_field(a->person, FIELD_TIER, COL_OBJECT), '\t');
	table_written(status_names[person_status(a->person)], '\t');
	table_number((int64_t)l->days, '\t');
	table_number((int64_t)l->me.contacts, '\t');
	table_number((int64_t)l->them.contacts, '\t');
	table_number((int64_t)l->me.gave, '\t');
	table_number(l->me.gave_min, '\t');
	table_number((int64_t)l->them.gave, '\t');
	table_number(l->them.gave_min, '\t');
	table_number(net_minutes(a), '\t');
	table_number((int64_t)l->me.asked, '\t');
	table_number((int64_t)l->me.granted, '\t');
	table_number((int64_t)l->me.declined, '\t');
	table_number((int64_t)l->them.asked, '\t');
	table_number((int64_t)l->them.granted, '\t');
	table_number((int64_t)l->them.declined, '\t');
	table_number((int64_t)l->kept, '\t');
	table_number((int64_t)l->late, '\t');
	table_number((int64_t)l->dropped, '\t');
	table_number((int64_t)a->open, '\t');
	write_reply_days(&l->replies);
	table_day(a->past.last, '\t');
	table_day(day_at(a->person, a->past.mine), '\t');
	table_day(day_at(a->person, a->past.gave), '\t');
	table_day(day_at(a->person, a->past.asked), '\t');
	table_written(standing_names[a->ask.standing], '\t');
	table_day(day_exists(a->ask.from) ? a->ask.from : DAY_NONE, '\t');
	table_written(str_between(why, standing_put_why(&a->ask, why)), '\t');
	write_patterns(&a->past);
}

/* Order by net minutes, the largest debt of mine first, then by id. */
static int
account_cmp(const void *one, const void *other, const void *context)
{
	const struct account *a = one, *b = other;
	int64_t x = net_minutes(a), y = net_minutes(b);

	(void)context;
	if (x != y)
		return x < y ? -1 : 1;
	return str_cmp(a->person->id, b->person->id);
}

/* Draw up a person's account. */
static struct account
draw_up(const struct people *people, const struct person *person, struct window window)
{
	struct account a = {.person = person};

	a.past = ledger_follow(people, person, window, &a.ledger);
	a.ask = may_ask(people, person, &a.past);
	for (size_t i = 1; i < person->affair_count; i++)
		a.open += affair_is_open(&person->affairs[i], MY_PROMISE);
	return a;
}

/* What the whole network comes to. */
struct summary {
	uint64_t people, untiered, silent, new, drifting, mostly_ask; /* without closed people */
	uint64_t days_mine, days_goodwill, kept, promises_ended, open; /* with everybody */
	int64_t gave_min, got_min;
	struct gaps replies;
};

/* Whether the tie is new: the earlier of the first contact and the day we met is no more than 90 days back. */
static bool
is_new(const struct people *people, const struct account *a)
{
	day first = a->past.first, met;

	if (day_parse(person_field(a->person, FIELD_MET, COL_DATE), &met) && (!first || met < first))
		first = met;
	return first && people->today - first <= NEW_WITHIN;
}

/* Add an account to the summary. */
static void
add_up(struct summary *s, const struct people *people, const struct account *a)
{
	const struct ledger *l = &a->ledger;
	bool tiered = person_field(a->person, FIELD_TIER, COL_OBJECT).n > 0;

	if (person_status(a->person) != STATUS_CLOSED) {
		s->people++;
		s->untiered += !tiered;
		s->silent += tiered && !a->past.last;
		s->new += is_new(people, a);
		s->drifting += a->past.drifts;
		s->mostly_ask += i_mostly_ask(&a->past);
	}
	s->days_mine += l->days_mine;
	s->days_goodwill += l->days_goodwill;
	s->gave_min += l->me.gave_min;
	s->got_min += l->them.gave_min;
	s->kept += l->kept;
	s->promises_ended += l->kept + l->late + l->dropped;
	s->open += a->open;
	for (size_t i = 0; i < l->replies.count; i++)
		gaps_add(&s->replies, l->replies.days[i]);
}

/* A number that may be none. */
struct figure {
	bool known;
	int64_t value;
};

static struct figure
figure(int64_t value)
{
	return (struct figure){true, value};
}

static const struct figure no_figure = {false, 0};

/* A part of a whole in percent, rounded down. */
static struct figure
percent(uint64_t part, uint64_t whole)
{
	return whole ? figure((int64_t)(part * 100 / whole)) : no_figure;
}

/* Write a metric, its value and its target. */
static void
write_metric(const char *prefix, struct str name, struct figure value, struct figure target)
{
	out_str(str_of(prefix));
	table_written(name, '\t');
	if (value.known)
		out_number(value.value);
	out_char('\t');
	if (target.known)
		out_number(target.value);
	out_char('\n');
}

/* Compare accounts by tier. */
static int
tier_cmp(const void *one, const void *other, const void *context)
{
	const struct account *a = one, *b = other;

	(void)context;
	return str_cmp(person_field(a->person, FIELD_TIER, COL_OBJECT), person_field(b->person, FIELD_TIER, COL_OBJECT));
}

/* Write how many people each tier holds, closed ones aside. Sorts the accounts by tier. */
static void
write_tiers(const struct people *people, struct account *accounts)
{
	uint64_t held = 0;

	sort_items(accounts, people->count, sizeof *accounts, tier_cmp, NULL);
	for (size_t i = 0; i < people->count; i++) {
		struct str name = person_field(accounts[i].person, FIELD_TIER, COL_OBJECT);
		const struct tier *tier = person_tier(people, accounts[i].person);
		bool last = i + 1 == people->count || tier_cmp(&accounts[i], &accounts[i + 1], NULL) != 0;

		held += person_status(accounts[i].person) != STATUS_CLOSED;
		if (!last)
			continue;
		if (name.n && held)
			write_metric("tier:", name, figure((int64_t)held), tier && tier->max ? figure(tier->max) : no_figure);
		held = 0;
	}
}

/* Write the summary. */
static void
write_summary(const struct people *people, struct account *accounts)
{
	struct summary s = {0};
	struct figure reply_days = no_figure;

	for (size_t i = 0; i < people->count; i++)
		add_up(&s, people, &accounts[i]);
	if (s.replies.count)
		reply_days = figure(median(s.replies.days, s.replies.count));
	write_metric("", STR("people"), figure((int64_t)s.people), no_figure);
	write_tiers(people, accounts);
	write_metric("", STR("untiered"), figure((int64_t)s.untiered), no_figure);
	write_metric("", STR("silent"), figure((int64_t)s.silent), figure(0));
	write_metric("", STR("new"), figure((int64_t)s.new), no_figure);
	write_metric("", STR("drifting"), figure((int64_t)s.drifting), figure(0));
	write_metric("", STR("mostly-ask"), figure((int64_t)s.mostly_ask), figure(0));
	write_metric("", STR("goodwill_pct"), percent(s.days_goodwill, s.days_mine), figure(GOODWILL_TARGET));
	write_metric("", STR("gave_min"), figure(s.gave_min), no_figure);
	write_metric("", STR("got_min"), figure(s.got_min), no_figure);
	write_metric("", STR("on_time_pct"), percent(s.kept, s.promises_ended), figure(ON_TIME_TARGET));
	write_metric("", STR("open_promises"), figure((int64_t)s.open), no_figure);
	write_metric("", STR("reply_days"), reply_days, figure(people->settings.rule[RULE_REPLY]));
	free(s.replies.days);
}

/* Draw up all accounts and write them, or their summary. */
static void
write_table(struct people *people, struct window window, bool summary)
{
	struct account *accounts;

	people_settle(people);
	accounts = memory_zeroed(people->count, sizeof *accounts);
	for (size_t i = 0; i < people->count; i++)
		accounts[i] = draw_up(people, people->sorted[i], window);
	if (summary) {
		write_summary(people, accounts);
	} else {
		sort_items(accounts, people->count, sizeof *accounts, account_cmp, NULL);
		for (size_t i = 0; i < people->count; i++)
			write_account(&accounts[i]);
	}
	for (size_t i = 0; i < people->count; i++)
		free(accounts[i].ledger.replies.days);
	free(accounts);
}

int
main(int argc, char **argv)
{
	struct cli cli = cli_start(&rc_balance, argv);
	struct people people;
	struct window window = {DAY_MIN, DAY_MAX};
	day today = DAY_NONE;
	bool header = true, summary = false;
	char letter;

	(void)argc;
	while ((letter = cli_next(&cli))) {
		if (letter == 'd')
			today = cli_day(&cli, letter);
		else if (letter == 'b')
			window.begin = cli_day(&cli, letter);
		else if (letter == 'e')
			window.end = cli_day(&cli, letter);
		else if (letter == 's')
			summary = true;
		else
			header = false;
	}
	people_start(&people, rc_balance.name, cli_today(today));
	cli_read(&cli, IN_NO_LIMIT, NULL, people_take_line, &people);
	if (header)
		table_header(summary ? &summary_table : &balance_table);
	write_table(&people, window, summary);
	people_free(&people);
	return cli_finish(false);
}
