/* SPDX-License-Identifier: ISC
 * rc-due: who needs me, why, and by when. The manual page is rc-due(1). */
#include <stdio.h>

#include "cli.h"
#include "diag.h"
#include "due-row.h"
#include "history.h"
#include "occasion.h"
#include "out.h"
#include "people.h"
#include "reasons.h"
#include "table.h"
#include "upkeep.h"

enum { DAYS_AHEAD = 7, DAYS_AHEAD_MOST = 99999 };

static const struct option options[] = {
    {'d', "DATE", "today is DATE"},
    {'w', "DAYS", "show what is due up to DAYS ahead (default 7; 0: now)"},
    {'H', NULL, "no header line"},
    {0, NULL, NULL},
};

static const struct tool rc_due = {
    "rc-due",
    {"[-H] [-d DATE] [-w DAYS] [FILE ...]", NULL},
    "Read rc-parse's table, write who needs me, why, and by when.",
    options,
};

/* What is open by an affair's object, in words; NULL where nothing is. */
static const char *
what_is_open(const struct affair *affair)
{
	static const char *const kinds[MATTERS] = {
	    [MY_PROMISE] = "my promise", [THEIR_PROMISE] = "their promise", [MY_ASK] = "my ask", [THEIR_ASK] = "their ask",
	    [MY_WISH] = "my wish",
	};

	for (int kind = 0; kind < MATTERS; kind++)
		if (affair_is_open(affair, (enum matter_kind)kind))
			return kinds[kind];
	return NULL;
}

/* The affair in which something is open, behind the object `last` (from the start: empty), byte by byte; or NULL. */
static const struct affair *
next_open(const struct person *person, struct str last)
{
	const struct affair *next = NULL;

	for (size_t i = 1; i < person->affair_count; i++) {
		const struct affair *affair = &person->affairs[i];

		if (str_cmp(affair->object, last) > 0 && (!next || str_cmp(affair->object, next->object) < 0) &&
		    what_is_open(affair))
			next = affair;
	}
	return next;
}

/* Warn of a kept, dropped or declined that finds nothing open, and say what is. */
static void
warn_idle(void *context, const struct event *e)
{
	enum { NAMED = 5 };
	const struct subject *s = context;
	char names[NAMED * (sizeof(struct shown) + 24) + 8] = "";
	const struct affair *open = NULL;
	size_t n = 0, named = 0;

	while (diag_shows() && (open = next_open(s->person, open ? open->object : (struct str){NULL, 0}))) {
		if (named++ == NAMED) {
			n += (size_t)snprintf(names + n, sizeof names - n, ", ...");
			break;
		}
		n += (size_t)snprintf(names + n, sizeof names - n, "%s%s (%s)", n ? ", " : "", bare(open->object).text,
		    what_is_open(open));
	}
	warn_at(source_place(&s->people->sources, e->source), "%s %s closes nothing with @%s; open is: %s",
	    verbs[e->verb].name.p, quoted(s->person->affairs[e->object].object).text, bare(s->person->id).text,
	    n ? names : "nothing");
}

/* Find all rows of a person; upkeep comes last, since it yields to the others. */
static void
find_rows(struct due_list *list, const struct person *person)
{
	struct subject s = {.list = list, .people = list->people, .person = person, .status = person_status(person),
	    .first_row = list->count, .busy = is_busy(person, list->people->today)};
	struct past past = history_follow(list->people, person, &(struct listener){.context = &s, .idle = warn_idle});

	s.past = &past;
	if (s.status == STATUS_CLOSED)
		return;
	find_reasons(&s);
	find_upkeep(&s);
}

/* The channel to reach somebody by: the one named, else what there is. */
static struct str
channel(const struct person *person)
{
	struct str via = person_field(person, FIELD_VIA, COL_VIA);

	if (via.n)
		return via;
	if (person_value(person, fields[FIELD_EMAIL].name).n)
		return fields[FIELD_EMAIL].name;
	if (person_status(person) != STATUS_GUARDED && person_value(person, fields[FIELD_PHONE].name).n)
		return fields[FIELD_PHONE].name;
	return via;
}

/* How to address somebody: as the field says, else by the first word of the name (in which a tab stands escaped). */
static struct str
greeting(const struct person *person)
{
	struct str greet = person_field(person, FIELD_GREET, COL_TEXT), name = person_name(person);
	size_t n = 0;

	if (greet.n)
		return greet;
	while (n < name.n && name.p[n] != ' ' && !str_starts(str_between(name.p + n, name.p + name.n), STR("\\t")))
		n += name.p[n] == '\\' ? 2 : 1;
	return (struct str){name.p, n};
}

/* Write the topics, comma between. */
static void
write_topics(const struct person *person)
{
	for (size_t i = 0; i < person->topics.count; i++) {
		if (i)
			out_str(STR(", "));
		out_str(person->topics.rows[i].cell[COL_TEXT]);
	}
	out_char('\t');
}

/* Write a row. */
static void
write_row(const struct people *people, const struct due_row *row)
{
	const struct person *person = row->person;
	const struct sources *sources = &people->sources;

	table_day(row->due, '\t');
	table_number(people->today - row->due, '\t');
	table_written(person->id, '\t');
	table_written(person_name(person), '\t');
	table_written(person_field(person, FIELD_TIER, COL_OBJECT), '\t');
	table_written(status_names[person_status(person)], '\t');
	table_written(reasons[row->reason].name, '\t');
	table_written(row->origin.object, '\t');
	table_written(row->why, '\t');
	table_written(row->origin.text, '\t');
	table_day(row->last, '\t');
	if (row->pct >= 0)
		out_number(row->pct);
	out_char('\t');
	table_written(greeting(person), '\t');
	table_written(channel(person), '\t');
	table_written(person_value(person, channel(person)), '\t');
	write_topics(person);
	table_written(person_field(person, FIELD_HOURS, COL_TEXT), '\t');
	out_end(source_put(sources, row->origin.source, out_begin(source_length(sources, row->origin.source))));
	out_char('\n');
}

/* Find, sort and write all rows. */
static void
write_rows(struct people *people, day until)
{
	struct due_list list = {.people = people, .until = until};

	people_settle(people);
	for (size_t i = 0; i < people->count; i++)
		find_rows(&list, people->sorted[i]);
	due_sort(&list);
	for (size_t i = 0; i < list.count; i++)
		write_row(people, &list.rows[i]);
	due_free(&list);
}

int
main(int argc, char **argv)
{
	struct cli cli = cli_start(&rc_due, argv);
	struct people people;
	day today = DAY_NONE;
	uint32_t ahead = DAYS_AHEAD;
	bool header = true;
	char letter;

	(void)argc;
	while ((letter = cli_next(&cli))) {
		if (letter == 'd')
			today = cli_day(&cli, letter);
		else if (letter == 'w')
			ahead = cli_number(&cli, letter, DAYS_AHEAD_MOST);
		else
			header = false;
	}
	today = cli_today(today);
	people_start(&people, rc_due.name, today);
	cli_read(&cli, IN_NO_LIMIT, NULL, people_take_line, &people);
	if (header)
		table_header(&due_table);
	write_rows(&people, today + (day)ahead);
	people_free(&people);
	return cli_finish(false);
}
