/* SPDX-License-Identifier: ISC
 * rc-due: who needs me, why, and by when. The manual page is rc-due(1). */
#include "base/cli.h"
#include "base/out.h"
#include "due/columns.h"
#include "due/idle.h"
#include "due/list.h"
#include "due/reasons.h"

enum { DAYS_AHEAD = 7 };

static const struct option options[] = {
    {'d', "DATE", "today is DATE"},
    {'w', "DAYS", "show what is due up to DAYS ahead, a number or 2w (default 7; 0: now)"},
    {0, NULL, NULL},
};

static const struct tool rc_due = {
    "rc-due",
    {"[-H] [-d DATE] [-o NAME,...] [-w DAYS] [FILE ...]", NULL},
    "Read rc-parse's table, write who needs me, why, and by when.",
    options,
};

/* Find all rows of a person. */
static void
find_rows(struct due_list *list, struct person *person)
{
	struct past past = history_follow(person, &(struct listener){.idle = warn_idle});
	struct subject s = {.list = list, .person = person, .past = &past, .first_row = list->count};

	if (person->status != STATUS_CLOSED)
		find_all(&s);
}

/* Find, sort and write all rows. */
static void
write_rows(struct people *people, day until, const struct table_writer *table)
{
	struct due_list list = {.people = people, .until = until};

	people_settle(people);
	list.stale = people->today - people->settings.rule[RULE_STALE];
	for (size_t i = 0; i < people->count; i++)
		find_rows(&list, people->sorted[i]);
	due_sort(&list);
	for (size_t i = 0; i < list.count; i++)
		table_write_row(table, &out, &list.rows[i]);
	due_free(&list);
}

int
main(int argc, char **argv)
{
	struct cli cli = cli_start(&rc_due, argv);
	struct table_writer table;
	struct people people;
	day today = DAY_NONE;
	struct span ahead = {SPAN_DAYS, DAYS_AHEAD};
	char letter;

	(void)argc;
	while ((letter = cli_next(&cli))) {
		if (letter == 'd')
			today = cli_day(&cli, letter);
		else
			ahead = cli_days(&cli, letter);
	}
	today = cli_today(today);
	table = cli_table(&cli, &due_table, due_cells);
	people_start(&people, rc_due.name, today);
	cli_read(&cli, IN_NO_LIMIT, NULL, people_take_line, &people);
	cli_write_header(&cli, &table);
	write_rows(&people, day_add(today, ahead), &table);
	people_free(&people);
	return cli_finish(false);
}
