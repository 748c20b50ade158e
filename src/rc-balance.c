/* SPDX-License-Identifier: ISC
 * rc-balance: what I gave and took, and whether I may ask. The manual page is rc-balance(1). */
#include <stdlib.h>

#include "base/cli.h"
#include "base/out.h"
#include "base/rights.h"
#include "base/sort.h"
#include "past/account.h"
#include "past/summary.h"

static const struct option options[] = {
    {'g', NULL, "the table is grouped by who: hold one person at a time"},
    {'s', NULL, "a summary of the whole network instead of a row a person"},
    {'b', "DATE", "count from DATE on, a day, a month or a year"},
    {'e', "DATE", "count up to the end of DATE"},
    {'d', "DATE", "today is DATE"},
    {0, NULL, NULL},
};

static const struct tool rc_balance = {
    "rc-balance",
    {"[-gHs] [-b DATE] [-e DATE] [-d DATE] [-o NAME,...] [FILE ...]", NULL},
    "Read rc-parse's table, write the ledger of give and take.",
    options,
};

static const struct account *
account(const void *row)
{
	return row;
}

static const struct ledger *
ledger(const void *row)
{
	return &account(row)->ledger;
}

static void
write_who(struct text *to, const void *row)
{
	text_add(to, account(row)->person->id);
}

static void
write_name(struct text *to, const void *row)
{
	text_add(to, account(row)->person->name);
}

static void
write_tier(struct text *to, const void *row)
{
	text_add(to, account(row)->person->tier_name);
}

static void
write_status(struct text *to, const void *row)
{
	text_add(to, status_names[account(row)->person->status]);
}

static void
write_tags(struct text *to, const void *row)
{
	text_add_tags(to, account(row)->person);
}

static void
write_days(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)ledger(row)->days);
}

static void
write_out(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)ledger(row)->me.contacts);
}

static void
write_in(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)ledger(row)->them.contacts);
}

static void
write_gave(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)ledger(row)->me.gave);
}

static void
write_gave_min(struct text *to, const void *row)
{
	text_add_number(to, ledger(row)->me.gave_min);
}

static void
write_got(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)ledger(row)->them.gave);
}

static void
write_got_min(struct text *to, const void *row)
{
	text_add_number(to, ledger(row)->them.gave_min);
}

static void
write_net_min(struct text *to, const void *row)
{
	text_add_number(to, net_minutes(account(row)));
}

static void
write_asked(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)ledger(row)->me.asked);
}

static void
write_granted(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)ledger(row)->me.granted);
}

static void
write_declined(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)ledger(row)->me.declined);
}

static void
write_they_asked(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)ledger(row)->them.asked);
}

static void
write_helped(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)ledger(row)->them.granted);
}

static void
write_refused(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)ledger(row)->them.declined);
}

static void
write_kept(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)ledger(row)->kept);
}

static void
write_late(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)ledger(row)->late);
}

static void
write_dropped(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)ledger(row)->dropped);
}

static void
write_open(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)account(row)->open);
}

/* The median reply, if any run was answered. */
static void
write_reply_days(struct text *to, const void *row)
{
	const struct gaps *replies = &ledger(row)->replies;

	if (replies->count)
		text_add_number(to, median(replies->days, replies->count));
}

static void
write_last(struct text *to, const void *row)
{
	text_add_day(to, account(row)->past.last);
}

static void
write_last_out(struct text *to, const void *row)
{
	text_add_day(to, event_day(account(row)->past.mine));
}

static void
write_last_in(struct text *to, const void *row)
{
	text_add_day(to, event_day(account(row)->past.theirs));
}

static void
write_last_give(struct text *to, const void *row)
{
	text_add_day(to, event_day(account(row)->past.gave));
}

static void
write_last_ask(struct text *to, const void *row)
{
	text_add_day(to, event_day(account(row)->past.asked));
}

static void
write_ask(struct text *to, const void *row)
{
	text_add(to, standing_names[account(row)->ask.standing]);
}

static void
write_ask_from(struct text *to, const void *row)
{
	day from = account(row)->ask.from;

	text_add_day(to, day_exists(from) ? from : DAY_NONE);
}

static void
write_why(struct text *to, const void *row)
{
	text_add_whys(to, &account(row)->ask);
}

static void
write_pattern(struct text *to, const void *row)
{
	text_add_patterns(to, &account(row)->past);
}

#define COLUMN(id, name, writer) writer,
static cell_writer *const account_cells[] = {BALANCE_COLUMNS(COLUMN)};
#undef COLUMN

/* A number that may be none. */
static void
write_figure(struct text *to, struct figure figure)
{
	if (figure.known)
		text_add_number(to, figure.value);
}

static void
write_metric(struct text *to, const void *row)
{
	const struct metric *m = row;

	text_add(to, m->prefix);
	text_add(to, m->name);
}

static void
write_value(struct text *to, const void *row)
{
	write_figure(to, ((const struct metric *)row)->value);
}

static void
write_target(struct text *to, const void *row)
{
	write_figure(to, ((const struct metric *)row)->target);
}

#define COLUMN(id, name, writer) writer,
static cell_writer *const summary_cells[] = {SUMMARY_COLUMNS(COLUMN)};
#undef COLUMN

/* What the run counts, and how it writes it. */
struct run {
	struct people people;
	struct table_writer table;
	struct window window;
	bool summary;
};

/* A row that waits for its place: all that is left of an account, which takes more room. */
struct waiting_row {
	int64_t net;
	struct str who, row;
};

/* Order by net minutes, the largest debt of mine first, then by id. */
static int
row_cmp(const void *one, const void *other, const void *context)
{
	const struct waiting_row *a = one, *b = other;

	(void)context;
	if (a->net != b->net)
		return a->net < b->net ? -1 : 1;
	return str_cmp(a->who, b->who);
}

/* Write a row for each account. */
static void
write_rows(const struct run *run, struct person *const *some, size_t count)
{
	struct waiting_row *rows = memory_zeroed(count, sizeof *rows);
	struct text row = text_growing();
	struct arena arena = {0};

	for (size_t i = 0; i < count; i++) {
		struct account account = account_of(some[i], run->window);

		row.used = 0;
		table_write_row(&run->table, &row, &account);
		rows[i] = (struct waiting_row){net_minutes(&account), some[i]->id, arena_text(&arena, &row)};
		account_free(&account);
	}
	sort_items(rows, count, sizeof *rows, row_cmp, NULL);
	for (size_t i = 0; i < count; i++)
		text_add(&out, rows[i].row);
	free(rows);
	free(row.bytes);
	arena_free(&arena);
}

/* Take a metric of the summary. */
static void
take_metric(void *context, const struct metric *metric)
{
	table_write_row(context, &out, metric);
}

/* Draw up all accounts and write a summary of them. */
static void
write_summary(struct run *run)
{
	size_t count = run->people.count;
	struct account *accounts = memory_zeroed(count, sizeof *accounts);

	for (size_t i = 0; i < count; i++)
		accounts[i] = account_of(run->people.sorted[i], run->window);
	summary_of(&run->people, accounts, take_metric, &run->table);
	for (size_t i = 0; i < count; i++)
		account_free(&accounts[i]);
	free(accounts);
}

/* With -g: all rows of a person are read. */
static void
write_person(void *context, struct person *person)
{
	write_rows(context, &person, 1);
}

int
main(int argc, char **argv)
{
	struct cli cli = cli_start(&rc_balance, argv);
	struct run run = {.window = {DAY_MIN, DAY_MAX}};
	day today = DAY_NONE;
	bool grouped = false;
	char letter;

	(void)argc;
	while ((letter = cli_next(&cli))) {
		if (letter == 'd')
			today = cli_day(&cli, letter);
		else if (letter == 'b')
			run.window.begin = cli_period(&cli, letter, false);
		else if (letter == 'e')
			run.window.end = cli_period(&cli, letter, true);
		else if (letter == 'g')
			grouped = true;
		else
			run.summary = true;
	}
	if (grouped && run.summary)
		die("option -g: expected no -s, which needs all people at once; try rc-balance -h");
	today = cli_today(today);
	rights_keep(cli.next, NULL);
	people_start(&run.people, rc_balance.name, today);
	run.table = run.summary ? cli_table(&cli, &summary_table, summary_cells) : cli_table(&cli, &balance_table, account_cells);
	if (grouped)
		people_group(&run.people, write_person, &run);
	people_read(&run.people, &cli, &run.table);
	if (run.summary)
		write_summary(&run);
	else if (!grouped)
		write_rows(&run, run.people.sorted, run.people.count);
	people_free(&run.people);
	return cli_finish(false);
}
