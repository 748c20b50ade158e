/* SPDX-License-Identifier: ISC
 * rc-draft: a draft for each row of what is due. The manual page is rc-draft(1). */
#include <stdlib.h>

#include "base/arena.h"
#include "base/cli.h"
#include "base/out.h"
#include "base/map.h"
#include "base/rights.h"
#include "base/utf8.h"
#include "draft/due-row.h"
#include "draft/mail.h"

static const struct option options[] = {
    {'t', "FILE", "templates that add to the built-in ones and replace them"},
    {'k', "NAME", "use the template NAME for all rows"},
    {'f', "FROM", "who writes: 'Name <address>'"},
    {'d', "DATE", "today is DATE"},
    {'1', NULL, "write at most one draft a person, for the first of their rows"},
    {'m', NULL, "write an mbox of messages, for rows with an e-mail address"},
    {'p', NULL, "print the built-in templates"},
    {0, NULL, NULL},
};

static const struct tool rc_draft = {
    "rc-draft",
    {"[-1Hm] [-d DATE] [-f FROM] [-k NAME] [-o NAME,...] [-t FILE] [FILE ...]", "-p", NULL},
    "Read rc-due's table, write a draft for each row, to be finished by hand.",
    options,
};

/* What the run needs for each row. */
struct run {
	struct templates templates;
	struct table_reader reader;
	struct arena arena;           /* for the row at hand */
	struct arena kept;
	struct map people;            /* what was written to each: struct written_to */
	struct mailbox from;
	struct str always;            /* with -k: the base of the sections to use, */
	const struct section *only;   /* or where its name has a point, the very section */
	struct str today, slots;
	day date;
	struct table_writer table;
	bool mail, once;              /* -m, -1 */
	bool written;                 /* a message was */
};

/* The drafts to one person. */
struct written_to {
	uint32_t count;
	bool asked, warned;
	struct place ask;             /* where asked, its row */
};

/*
 * The section of a row: that of what more there is to say of it, or of its reason. The user's plain words go before special ones
 * that are built in.
 */
static const struct section *
choose_section(const struct run *run, const struct due_row *row)
{
	struct str base = run->always.n ? run->always : row->cell[DUE_REASON], kind = due_row_kind(row);
	const struct section *plain = templates_choose(&run->templates, base, row->qualifiers, row->turn), *special = NULL;

	if (run->only)
		return run->only;
	if (kind.n && !run->always.n)
		special = templates_choose(&run->templates, kind, row->qualifiers, row->turn);
	return special && (!plain || !template_is_built_in(special) || template_is_built_in(plain)) ? special : plain;
}

/* What may be put in for a row. */
static struct filling
filling_of(struct run *run, const struct due_row *row)
{
	struct filling f = {{{NULL, 0}}, {false}};

	due_row_fill(row, &f);
	if (f.text[DUE_DUE].n)
		f.text[DUE_DUE] = template_date(&run->templates, row->due, &run->arena);
	if (row->last)
		f.text[DUE_LAST] = template_date(&run->templates, row->last, &run->arena);
	f.text[DRAFT_SLOTS] = run->slots;
	f.text[DRAFT_ME] = run->from.name;
	f.text[DRAFT_TODAY] = run->today;
	return f;
}

static bool
asks_for_something(const struct run *run, const struct due_row *row)
{
	return !run->always.n && (due_row_is(row, "ask") || due_row_is(row, "ask-soft"));
}

/* Count a draft to a person, and say where an ask goes out beside another: which would undo it. False with -1 after the first. */
static bool
count_draft(struct run *run, const struct due_row *row)
{
	struct map_item *item = map_put(&run->people, &run->kept, row->cell[DUE_WHO]);
	struct written_to *to = item->value;

	if (!to)
		item->value = to = ARENA_NEW(&run->kept, struct written_to);
	if (run->once && to->count)
		return false;
	to->count++;
	if (!to->asked && asks_for_something(run, row)) {
		to->asked = true;
		to->ask = (struct place){arena_copy(&run->kept, row->at.file), row->at.line, 0};
	}
	if (to->asked && to->count > 1 && !to->warned) {
		to->warned = true;
		warn_at(to->ask, "a request to @%s goes out beside another draft: send one of them another day, or use -1",
		    bare(row->cell[DUE_WHO]).text);
	}
	return true;
}

/* What a row of the table is written from. */
struct draft_row {
	const struct due_row *due;
	const struct draft *draft;
};

/* A cell of the row that was read, as it was. */
static void
copy_cell(struct text *to, const void *row, enum due_column column)
{
	text_add(to, ((const struct draft_row *)row)->due->written[column]);
}

static void
write_who(struct text *to, const void *row)
{
	copy_cell(to, row, DUE_WHO);
}

static void
write_name(struct text *to, const void *row)
{
	text_add_escaped(to, ((const struct draft_row *)row)->due->name);
}

static void
write_reason(struct text *to, const void *row)
{
	copy_cell(to, row, DUE_REASON);
}

static void
write_via(struct text *to, const void *row)
{
	copy_cell(to, row, DUE_VIA);
}

static void
write_to(struct text *to, const void *row)
{
	copy_cell(to, row, DUE_TO);
}

static void
write_subject(struct text *to, const void *row)
{
	text_add_escaped(to, ((const struct draft_row *)row)->draft->subject);
}

static void
write_body(struct text *to, const void *row)
{
	text_add_escaped(to, ((const struct draft_row *)row)->draft->body);
}

static void
write_gaps(struct text *to, const void *row)
{
	text_add_number(to, ((const struct draft_row *)row)->draft->gaps);
}

static void
write_source(struct text *to, const void *row)
{
	copy_cell(to, row, DUE_SOURCE);
}

#define COLUMN(id, name, writer) writer,
static cell_writer *const draft_cells[] = {DRAFT_COLUMNS(COLUMN)};
#undef COLUMN

/* Write a draft as a message, if there is an address. */
static void
write_message(struct run *run, const struct due_row *row, const struct draft *draft)
{
	bool day_ahead = row->over_days < 0 && (due_row_is(row, "birthday") || due_row_is(row, "anniversary"));
	struct message message = {
	    .from = run->from, .to = mailbox_parse(row->cell[DUE_TO]), .subject = draft->subject, .body = draft->body,
	    .in_reply_to = due_row_is(row, "reply") ? row->message_id : (struct str){NULL, 0}, .gaps = draft->gaps, .date = run->date,
	    .not_before = day_ahead ? row->due : DAY_NONE,
	};

	if (message.to.address.n == 0) {
		warn_at(row->at, "no message to @%s about %s: found no e-mail address in %s", bare(row->cell[DUE_WHO]).text,
		    quoted(row->cell[DUE_REASON]).text, quoted(row->cell[DUE_TO]).text);
		return;
	}
	if (!run->written && run->from.address.n == 0)
		advise("warning: these messages have no From, without which none can be sent: name yourself, as in -f 'Name <address>'");
	run->written = true;
	message.to.name = row->name;
	text_add_message(&out, &message);
}

/* Take a line of the input. */
static void
take_line(void *context, struct str file, const struct line *line)
{
	struct run *run = context;
	struct place at = {file, line->number, 0};
	struct str written[DUE_WIDTH];
	const struct section *section;
	struct due_row row;
	struct filling filling;
	struct draft draft;

	arena_reset(&run->arena);
	if (!table_row(&run->reader, line->text, &at, written) || !due_row_read(&row, written, at, &run->arena) ||
	    !due_row_is_for(&row, run->always))
		return;
	section = choose_section(run, &row);
	if (!section) {
		error_expected(row.at, "a reason that there is a template for", row.cell[DUE_REASON]);
		return;
	}
	if (!count_draft(run, &row))
		return;
	filling = filling_of(run, &row);
	draft = template_fill(section, &filling, &run->arena);
	if (run->mail)
		write_message(run, &row, &draft);
	else
		table_write_row(&run->table, &out, &(struct draft_row){&row, &draft});
}

/* Take a line of a file of templates. */
static void
take_template_line(void *context, struct str file, const struct line *line)
{
	(void)file;
	templates_line(context, line->text, line->number);
}

/* A file of templates begins. */
static void
begin_templates(void *context, struct str file)
{
	templates_begin(context, file);
}

/* Read the user's templates. Without them nothing is drafted: the wrong words might be sent. */
static void
read_templates(const struct cli *cli, struct templates *templates, char *file)
{
	struct cli one = *cli;
	char *files[] = {file, NULL};

	one.next = files;
	cli_read(&one, IN_NO_LIMIT, begin_templates, take_template_line, templates);
	if (!templates_end(templates) || diag_failed())
		die("no drafts without the templates in %s", shown_file(str_of(file)).text);
}

/* Print the built-in templates. */
static void
print_templates(void)
{
	for (const char *const *line = template_lines; *line; line++)
		text_add(&out, str_of(*line));
}

/*
 * Three days to offer for a meeting: weekdays, from the fourth day after today on, at least two days apart (spec: tables,
 * "rc-draft"). Fewer where the calendar ends; then maybe none.
 */
static struct str
offer_slots(struct run *run)
{
	enum { FIRST_AFTER = 4, APART = 2, OFFERS = 3, SATURDAY = 5 };
	struct str offers[OFFERS] = {{NULL, 0}};
	struct text text = text_growing();
	size_t n = 0;

	for (day d = run->date + FIRST_AFTER; n < OFFERS && d <= DAY_MAX;) {
		if (day_weekday(d) < SATURDAY) {
			offers[n++] = template_slot(&run->templates, d, &run->kept);
			d += APART;
		} else {
			d++;
		}
	}
	for (size_t i = 0; i < n; i++) {
		bool last = i && i + 1 == n;

		text_add(&text, last ? STR(" ") : i ? STR(", ") : STR(""));
		if (last) {
			text_add(&text, run->templates.words.conjunction);
			text_add_char(&text, ' ');
		}
		text_add(&text, offers[i]);
	}
	return arena_take(&run->kept, &text);
}

/* What the options say. */
struct choice {
	day today;
	bool mail, print, once;
	char *templates;
	const char *name, *from;
};

/* Read the options. */
static struct choice
read_options(struct cli *cli)
{
	struct choice c = {.today = DAY_NONE};
	char letter;

	while ((letter = cli_next(cli))) {
		switch (letter) {
		case 't':
			c.templates = cli->value;
			break;
		case 'k':
			c.name = cli->value;
			break;
		case 'f':
			c.from = cli->value;
			break;
		case 'd':
			c.today = cli_day(cli, letter);
			break;
		case 'm':
			c.mail = true;
			break;
		case '1':
			c.once = true;
			break;
		default:
			c.print = true;
			break;
		}
	}
	if (!c.print)
		c.today = cli_today(c.today);
	return c;
}

/* Read who writes. */
static struct mailbox
read_from(const struct choice *c)
{
	struct mailbox from = {{NULL, 0}, {NULL, 0}};

	if (!c->from)
		return from;
	if (utf8_forbidden(str_of(c->from)))
		die("option -f: expected 'Name <address>' in UTF-8, found %s", quoted(str_of(c->from)).text);
	from = mailbox_parse(str_of(c->from));
	if (from.address.n == 0 && (c->mail || memchr(c->from, '@', strlen(c->from))))
		die("option -f: expected 'Name <address>', found %s", quoted(str_of(c->from)).text);
	return from;
}

/* Read the name of -k: a base, of which the section is chosen for each row, or where it has a point a whole name. */
static void
read_name(struct run *run, struct str name)
{
	bool found = templates_choose(&run->templates, name, ~0U, 0);

	run->always = name;
	if (!found && !(run->only = templates_find(&run->templates, name)))
		die("option -k: found no template %s; rc-draft -p shows those built in", quoted(name).text);
}

/* Set up what all rows share. */
static void
start_run(struct run *run, const struct cli *cli, const struct choice *c)
{
	*run = (struct run){.reader = {.table = &due_table, .tool = rc_draft.name}, .date = c->today, .mail = c->mail};
	run->from = read_from(c);
	templates_start(&run->templates);
	if (c->templates)
		read_templates(cli, &run->templates, c->templates);
	run->once = c->once;
	if (c->name)
		read_name(run, str_of(c->name));
	run->today = template_date(&run->templates, run->date, &run->kept);
	run->slots = offer_slots(run);
}

int
main(int argc, char **argv)
{
	struct cli cli = cli_start(&rc_draft, argv);
	struct choice choice = read_options(&cli);
	struct run run;

	(void)argc;
	rights_keep(cli.next, choice.templates);
	if (choice.print) {
		print_templates();
		return cli_finish(false);
	}
	start_run(&run, &cli, &choice);
	if (choice.mail && cli.columns)
		die("option -o: expected a table, found -m, which writes messages; try rc-draft -h");
	run.table = cli_table(&cli, &draft_table, draft_cells);
	if (!choice.mail)
		cli_write_header(&cli, &run.table);
	cli_read(&cli, IN_NO_LIMIT, NULL, take_line, &run);
	templates_free(&run.templates);
	arena_free(&run.arena);
	arena_free(&run.kept);
	return cli_finish(false);
}
