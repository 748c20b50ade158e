/* SPDX-License-Identifier: ISC
 * rc-parse: people and journal in, one table out, or nothing but a check. The manual page is rc-parse(1). */
#include "arena.h"
#include "cli.h"
#include "diag.h"
#include "note.h"
#include "out.h"
#include "table.h"

static const struct option options[] = {
    {'c', NULL, "check only: no table, and status 1 for warnings too"},
    {'H', NULL, "no header line"},
    {0, NULL, NULL},
};

static const struct tool rc_parse = {
    "rc-parse",
    {"[-cH] [FILE ...]", NULL},
    "Read people and journal as text, write them as a table.",
    options,
};

/* What the lines need to become rows. */
struct run {
	struct note *note;
	struct arena names;
	struct str source; /* the file's name as the table has it, and ':' */
	struct counter {
		uint64_t value;
		char digits[PUT_NUMBER_MOST], *end;
	} line;            /* the number of the line at hand, in decimal */
	bool check;
};

static const struct str kind_names[] = {
    [RECORD_ENTRY] = {"entry", 5},
    [RECORD_PERSON] = {"person", 6},
    [RECORD_TIER] = {"tier", 4},
    [RECORD_RULE] = {"rule", 4},
};

/* Put a field that has nothing to escape (words, ids, dates), and a tab. */
static char *
put_plain(char *to, struct str s)
{
	return put_char(put_str(to, s), '\t');
}

/* Put the tags, blanks between, and a tab. */
static char *
put_tags(char *to, const struct record *record)
{
	for (size_t i = 0; i < record->tag_count; i++) {
		if (i)
			to = put_char(to, ' ');
		to = put_str(to, record->tags[i]);
	}
	return put_char(to, '\t');
}

/* The most bytes that a row can take: the parts of a line, escaped, the tags once more, and what is added to them. */
static size_t
row_bound(const struct run *run, const struct record *record, struct str who)
{
	enum { TABS_NUMBERS_AND_WORDS = 128 };
	size_t n = TABS_NUMBERS_AND_WORDS + who.n + record->verb.n + record->object.n + record->via.n + 2 * record->text.n +
	    run->source.n;

	for (size_t i = 0; i < record->tag_count; i++)
		n += record->tags[i].n + 1;
	return n;
}

/* Set the counter. Most often it goes up by one, and only its last digit changes. */
static void
count_to(struct counter *counter, uint64_t value)
{
	if (value == counter->value)
		return;
	if (value == counter->value + 1 && counter->end && counter->end[-1] != '9')
		counter->end[-1]++;
	else
		counter->end = put_number(counter->digits, (int64_t)value);
	counter->value = value;
}

/* Write a record for one person. */
static void
write_row(const struct run *run, const struct record *record, struct str who)
{
	char *p = out_begin(row_bound(run, record, who));

	p = put_plain(p, kind_names[record->kind]);
	p = put_plain(p, record->date);
	p = put_plain(p, who);
	p = put_plain(p, record->actor);
	p = put_plain(p, record->verb);
	p = put_plain(p, record->object);
	if (record->minutes)
		p = put_number(p, record->minutes);
	p = put_char(p, '\t');
	p = put_plain(p, record->by);
	p = put_plain(p, record->via);
	p = put_tags(p, record);
	p = put_char(put_escaped(p, record->text), '\t');
	p = put_str(put_str(p, run->source), str_between(run->line.digits, run->line.end));
	out_end(put_char(p, '\n'));
}

/* Take a record: a row for each person, in the order named. */
static void
take_record(void *context, const struct record *record)
{
	struct run *run = context;

	if (run->check)
		return;
	count_to(&run->line, record->line);
	if (!record->whos)
		write_row(run, record, (struct str){NULL, 0});
	for (size_t i = 0; i < record->whos; i++)
		write_row(run, record, record->who[i]);
}

/* What the source of all rows of a file begins with. */
static struct str
source_prefix(struct arena *arena, struct str file)
{
	char *to = arena_zeroed(arena, 2 * file.n + 1);

	return str_between(to, put_char(put_escaped(to, file), ':'));
}

/* A file begins. */
static void
begin_file(void *context, struct str file)
{
	struct run *run = context;

	run->source = source_prefix(&run->names, file);
	note_file(run->note, file);
}

/* A line of it. */
static void
take_line(void *context, struct str file, const struct line *line)
{
	struct run *run = context;

	(void)file;
	note_line(run->note, line->text, line->number, line->too_long, line->mark);
}

int
main(int argc, char **argv)
{
	struct cli cli = cli_start(&rc_parse, argv);
	struct run run = {0};
	bool header = true;
	char letter;

	(void)argc;
	while ((letter = cli_next(&cli))) {
		if (letter == 'c')
			run.check = true;
		else
			header = false;
	}
	run.note = note_new(take_record, &run);
	if (run.check)
		note_watch_repeats(run.note);
	else if (header)
		table_header(&parse_table);
	cli_read(&cli, LINE_MAX_BYTES, begin_file, take_line, &run);
	note_finish(run.note);
	note_free(run.note);
	arena_free(&run.names);
	return cli_finish(run.check);
}
