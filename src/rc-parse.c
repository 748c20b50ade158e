/* SPDX-License-Identifier: ISC
 * rc-parse: people and journal in, one table out, or nothing but a check. The manual page is rc-parse(1). */
#include "base/arena.h"
#include "base/cli.h"
#include "base/out.h"
#include "base/rights.h"
#include "base/table.h"
#include "text/parse.h"

static const struct option options[] = {
    {'c', NULL, "check only: no table, and status 1 for warnings too"},
    {0, NULL, NULL},
};

static const struct tool rc_parse = {
    "rc-parse",
    {"[-cH] [-o NAME,...] [FILE ...]", NULL},
    "Read people and journal as text, write them as a table.",
    options,
};

/* Room for any whole number in decimal. */
enum { DIGITS = 20 };

/* What a row is written from: a record and one of its people, and the file it comes from. */
struct parse_row {
	const struct record *record;
	struct str who;
	struct str file;   /* its name as the table has it, and ':' */
	struct str number; /* of the line, in decimal */
};

/*
 * The cells. Every entry passes here, so their writers do not look whether there is room: whoever calls them made it, for
 * the whole row. Each puts its cell at `at` and gives the place after it.
 */
typedef char *parse_cell(char *at, const struct parse_row *row);

static char *
put(char *at, struct str s)
{
	copy_few(at, s.p, s.n);
	return at + s.n;
}

static char *
write_record(char *at, const struct parse_row *row)
{
	static const struct str names[] = {
	    [RECORD_ENTRY] = WORD("entry"), [RECORD_PERSON] = WORD("person"), [RECORD_TIER] = WORD("tier"), [RECORD_RULE] = WORD("rule"),
	};

	return put(at, names[row->record->kind]);
}

static char *
write_date(char *at, const struct parse_row *row)
{
	return put(at, row->record->date);
}

static char *
write_who(char *at, const struct parse_row *row)
{
	return put(at, row->who);
}

static char *
write_actor(char *at, const struct parse_row *row)
{
	return put(at, row->record->actor);
}

static char *
write_verb(char *at, const struct parse_row *row)
{
	return put(at, row->record->verb);
}

static char *
write_object(char *at, const struct parse_row *row)
{
	return put(at, row->record->object);
}

static char *
write_minutes(char *at, const struct parse_row *row)
{
	struct text digits = {.bytes = at, .room = DIGITS};

	if (row->record->minutes)
		text_add_number(&digits, row->record->minutes);
	return at + digits.used;
}

static char *
write_by(char *at, const struct parse_row *row)
{
	return put(at, row->record->by);
}

static char *
write_via(char *at, const struct parse_row *row)
{
	return put(at, row->record->via);
}

static char *
write_tags(char *at, const struct parse_row *row)
{
	for (size_t i = 0; i < row->record->tag_count; i++) {
		if (i)
			*at++ = ' ';
		at = put(at, row->record->tags[i]);
	}
	return at;
}

static char *
write_text(char *at, const struct parse_row *row)
{
	struct str s = row->record->text;
	struct text escaped = {.bytes = at, .room = 2 * s.n};

	if (row->record->plain)
		return put(at, s);
	text_add_escaped(&escaped, s);
	return at + escaped.used;
}

static char *
write_source(char *at, const struct parse_row *row)
{
	return put(put(at, row->file), row->number);
}

#define COLUMN(id, name, writer) writer,
static parse_cell *const cells[] = {PARSE_COLUMNS(COLUMN)};
#undef COLUMN

/* The most bytes that a row can have: all that the cells above may write. Whoever adds a column counts its cell here, too. */
static size_t
most_bytes(const struct parse_row *row)
{
	const struct record *r = row->record;
	size_t most = PARSE_WIDTH + sizeof "person" + r->date.n + row->who.n + r->actor.n + r->verb.n + r->object.n + DIGITS +
	    r->by.n + r->via.n + 2 * r->text.n + row->file.n + row->number.n;

	for (size_t i = 0; i < r->tag_count; i++)
		most += r->tags[i].n + 1;
	return most;
}

/* Write all columns: what write_chosen does, without a table to look into. */
static char *
write_all(char *at, const struct parse_row *row)
{
#define COLUMN(id, name, writer)                               \
	at = writer(at, row);                                  \
	*at++ = PARSE_##id + 1 < PARSE_WIDTH ? '\t' : '\n';
	PARSE_COLUMNS(COLUMN)
#undef COLUMN
	return at;
}

/* Write the columns that -o names. */
static char *
write_chosen(const struct table_writer *table, char *at, const struct parse_row *row)
{
	for (int i = 0; i < table->count; i++) {
		at = cells[table->column[i]](at, row);
		*at++ = i + 1 < table->count ? '\t' : '\n';
	}
	return at;
}

/* What the lines need to become rows. */
struct run {
	struct parser *parser;
	struct arena names;
	struct str file;          /* as in a row */
	uint64_t line;            /* the number of the line at hand, */
	char digits[DIGITS];      /* and the same in decimal */
	struct text number;
	struct table_writer table;
	bool check, whole;        /* with -c; without -o */
};

/* Count the lines in decimal. Most often the number goes up by one, and only its last digit changes. */
static void
count_to(struct run *run, uint64_t line)
{
	struct text *number = &run->number;

	if (line == run->line + 1 && number->used && number->bytes[number->used - 1] != '9') {
		number->bytes[number->used - 1]++;
	} else if (line != run->line) {
		number->used = 0;
		text_add_number(number, (int64_t)line);
	}
	run->line = line;
}

/* Write a row. */
static void
write_row(const struct run *run, const struct parse_row *row)
{
	char *at = out_room(most_bytes(row));

	out_wrote(run->whole ? write_all(at, row) : write_chosen(&run->table, at, row));
}

/* Take a record: a row for each person, in the order named. */
static void
take_record(void *context, const struct record *record)
{
	struct run *run = context;
	struct parse_row row = {record, {NULL, 0}, run->file, {NULL, 0}};

	if (run->check)
		return;
	count_to(run, record->line);
	row.number = text_str(&run->number);
	if (!record->whos)
		write_row(run, &row);
	for (size_t i = 0; i < record->whos; i++) {
		row.who = record->who[i];
		write_row(run, &row);
	}
}

/* A file begins. */
static void
begin_file(void *context, struct str file)
{
	struct run *run = context;
	struct text prefix = text_growing();

	text_add_escaped(&prefix, file);
	text_add_char(&prefix, ':');
	run->file = arena_take(&run->names, &prefix);
	parser_begin_file(run->parser, file);
}

/* A line of it. */
static void
take_line(void *context, struct str file, const struct line *line)
{
	struct run *run = context;

	(void)file;
	parser_take_line(run->parser, line->text, line->number, line->too_long);
}

int
main(int argc, char **argv)
{
	struct cli cli = cli_start(&rc_parse, argv);
	struct run run = {.number = {.bytes = run.digits, .room = sizeof run.digits}};

	(void)argc;
	while (cli_next(&cli))
		run.check = true;
	rights_keep(cli.next, NULL);
	run.whole = !cli.columns;
	run.parser = parser_new(take_record, &run);
	run.table = cli_table(&cli, &parse_table, NULL);
	if (run.check)
		parser_watch_repeats(run.parser);
	else
		cli_write_header(&cli, &run.table);
	cli_read(&cli, LINE_MAX_BYTES, begin_file, take_line, &run);
	parser_finish(run.parser);
	parser_free(run.parser);
	arena_free(&run.names);
	return cli_finish(run.check);
}
