/* SPDX-License-Identifier: ISC
 * rc-due: who needs me, why, and by when. The manual page is rc-due(1). */
#include "base/cli.h"
#include "base/out.h"
#include "base/rights.h"
#include "due/columns.h"
#include "due/idle.h"
#include "due/list.h"
#include "due/reasons.h"

enum { DAYS_AHEAD = 7 };

static const struct option options[] = {
    {'d', "DATE", "today is DATE"},
    {'g', NULL, "the table is grouped by who: hold one person at a time"},
    {'w', "DAYS", "show what is due up to DAYS ahead, a number or 2w (default 7; 0: now)"},
    {0, NULL, NULL},
};

static const struct tool rc_due = {
    "rc-due",
    {"[-gH] [-d DATE] [-o NAME,...] [-w DAYS] [FILE ...]", NULL},
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

/* What the run shows, and how. */
struct run {
	struct people people;
	struct table_writer table;
	day until;
};

/* Find, sort and write the rows of some people. */
static void
write_rows(const struct run *run, struct person *const *some, size_t count)
{
	struct due_list list = {.people = &run->people, .until = run->until};

	list.stale = run->people.today - run->people.settings.rule[RULE_STALE];
	for (size_t i = 0; i < count; i++)
		find_rows(&list, some[i]);
	due_sort(&list);
	for (size_t i = 0; i < list.count; i++)
		table_write_row(&run->table, &out, list.rows[i]);
	due_free(&list);
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
	struct cli cli = cli_start(&rc_due, argv);
	struct run run;
	day today = DAY_NONE;
	struct span ahead = {SPAN_DAYS, DAYS_AHEAD};
	bool grouped = false;
	char letter;

	(void)argc;
	while ((letter = cli_next(&cli))) {
		if (letter == 'd')
			today = cli_day(&cli, letter);
		else if (letter == 'g')
			grouped = true;
		else
			ahead = cli_days(&cli, letter);
	}
	today = cli_today(today);
	rights_keep(cli.next, NULL);
	run.until = day_add(today, ahead);
	run.table = cli_table(&cli, &due_table, due_cells);
	people_start(&run.people, rc_due.name, today);
	if (grouped)
		people_group(&run.people, write_person, &run);
	people_read(&run.people, &cli, &run.table);
	if (!grouped)
		write_rows(&run, run.people.sorted, run.people.count);
	people_free(&run.people);
	return cli_finish(false);
}
