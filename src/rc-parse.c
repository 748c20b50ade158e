/* SPDX-License-Identifier: ISC
 * rc-parse: people and journal in, one table out, or nothing but a check. The manual page is rc-parse(1). */
#include "base/arena.h"
#include "base/cli.h"
#include "base/out.h"
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

/* What a row is written from: a record and one of its people, and the file it comes from. */
struct parse_row {
	const struct record *record;
	struct str who;
	struct str file;   /* its name as the table has it, and ':' */
	struct str number; /* of the line, in decimal */
};

static const struct record *
record_of(const void *row)
{
	return ((const struct parse_row *)row)->record;
}

static void
write_record(struct text *to, const void *row)
{
	static const struct str names[] = {
	    [RECORD_ENTRY] = WORD("entry"), [RECORD_PERSON] = WORD("person"), [RECORD_TIER] = WORD("tier"), [RECORD_RULE] = WORD("rule"),
	};

	text_add(to, names[record_of(row)->kind]);
}

static void
write_date(struct text *to, const void *row)
{
	text_add(to, record_of(row)->date);
}

static void
write_who(struct text *to, const void *row)
{
	text_add(to, ((const struct parse_row *)row)->who);
}

static void
write_actor(struct text *to, const void *row)
{
	text_add(to, record_of(row)->actor);
}

static void
write_verb(struct text *to, const void *row)
{
	text_add(to, record_of(row)->verb);
}

static void
write_object(struct text *to, const void *row)
{
	text_add(to, record_of(row)->object);
}

static void
write_minutes(struct text *to, const void *row)
{
	if (record_of(row)->minutes)
		text_add_number(to, record_of(row)->minutes);
}

static void
write_by(struct text *to, const void *row)
{
	text_add(to, record_of(row)->by);
}

static void
write_via(struct text *to, const void *row)
{
	text_add(to, record_of(row)->via);
}

static void
write_tags(struct text *to, const void *row)
{
	const struct record *record = record_of(row);

	for (size_t i = 0; i < record->tag_count; i++) {
		if (i)
			text_add_char(to, ' ');
		text_add(to, record->tags[i]);
	}
}

static void
write_text(struct text *to, const void *row)
{
	text_add_escaped(to, record_of(row)->text);
}

static void
write_source(struct text *to, const void *row)
{
	const struct parse_row *r = row;

	text_add(to, r->file);
	text_add(to, r->number);
}

#define COLUMN(id, name, writer) writer,
static cell_writer *const cells[] = {PARSE_COLUMNS(COLUMN)};
#undef COLUMN

/* Write all columns: what table_write_row does, in one piece, since every entry passes here. */
static void
write_whole_row(struct text *to, const struct parse_row *row)
{
#define COLUMN(id, name, writer)                                       \
	writer(to, row);                                               \
	text_add_char(to, PARSE_##id + 1 < PARSE_WIDTH ? '\t' : '\n');
	PARSE_COLUMNS(COLUMN)
#undef COLUMN
}

/* What the lines need to become rows. */
struct run {
	struct parser *parser;
	struct arena names;
	struct str file;          /* as in a row */
	uint64_t line;            /* the number of the line at hand, */
	char digits[20];          /* and the same in decimal */
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
	if (run->whole)
		write_whole_row(&out, row);
	else
		table_write_row(&run->table, &out, row);
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
	run.whole = !cli.columns;
	run.parser = parser_new(take_record, &run);
	run.table = cli_table(&cli, &parse_table, cells);
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
