/* SPDX-License-Identifier: ISC
 * rc-draft: a draft for each row of what is due. The manual page is rc-draft(1). */
#include <stdlib.h>

#include "base/arena.h"
#include "base/cli.h"
#include "base/out.h"
#include "base/utf8.h"
#include "draft/mail.h"
#include "draft/news.h"
#include "draft/template.h"

static const struct option options[] = {
    {'t', "FILE", "templates that add to the built-in ones and replace them"},
    {'k', "NAME", "use the template NAME for all rows"},
    {'f', "FROM", "who writes: 'Name <address>'"},
    {'d', "DATE", "today is DATE"},
    {'m', NULL, "write an mbox of messages, for rows with an e-mail address"},
    {'p', NULL, "print the built-in templates"},
    {0, NULL, NULL},
};

static const struct tool rc_draft = {
    "rc-draft",
    {"[-Hm] [-d DATE] [-f FROM] [-k NAME] [-o NAME,...] [-t FILE] [FILE ...]", "-p", NULL},
    "Read rc-due's table, write a draft for each row, to be finished by hand.",
    options,
};

/* What the run needs for each row. */
struct run {
	struct templates templates;
	struct table_reader reader;
	struct arena arena;         /* for the row at hand */
	struct arena kept;
	struct mailbox from;
	const struct section *always; /* with -k */
	struct str today, slots;
	day date;
	struct table_writer table;
	bool mail;
};

/* A row as it is read, its cells unescaped. */
struct due_row {
	struct str cell[DUE_WIDTH], written[DUE_WIDTH];
	struct place at; /* the row's source, or where it has none the line itself */
	day due, last;
	bool is_late;
};

/* The reasons of which object and text are mine, about the thing itself: my promise, my wish, my ask that they granted. */
static const struct str of_mine[] = {WORD("promise"), WORD("ask"), WORD("ask-soft"), WORD("outcome")};

/* The reasons of which the object is my label for what befalls them, or for what we did: no word to say to them. */
static const struct str of_theirs[] = {WORD("news"), WORD("aftercare"), WORD("luck"), WORD("follow"), WORD("reconnect")};

/* The columns that stand in gaps alone: for the reasons of a list, or for all reasons but those. */
static const struct gap_rule {
	enum due_column column;
	bool all_but;
	const struct str *reasons;
	size_t count;
} gap_rules[] = {
    {DUE_WHY, true, NULL, 0},
    {DUE_RECALL, true, NULL, 0},
    {DUE_TEXT, true, of_mine, COUNT(of_mine)},
    {DUE_OBJECT, false, of_theirs, COUNT(of_theirs)},
};

/* What a hold must not let through: all that comes of the wish, tells its day, or was noted and may speak of it. */
static const enum due_column of_the_wish[] = {
    DUE_OBJECT, DUE_TEXT, DUE_WHY, DUE_RECALL, DUE_DUE, DUE_OVER_DAYS, DUE_TAGS, DUE_OUT, DUE_RANK, DUE_SOURCE,
};

/* Whether s is a whole number, perhaps below 0. */
static bool
is_whole_number(struct str s)
{
	uint32_t number;

	if (s.n && *s.p == '-')
		s = (struct str){s.p + 1, s.n - 1};
	return str_number(s, INT32_MAX, &number);
}

/* Read the cells. */
static bool
read_row(struct run *run, const struct str *written, struct place at, struct due_row *row)
{
	const struct str *cell = row->cell;
	struct str file;
	uint32_t line;

	for (int i = 0; i < DUE_WIDTH; i++) {
		row->written[i] = written[i];
		row->cell[i] = table_unescape(written[i], arena_zeroed(&run->arena, written[i].n + 1));
	}
	if (!source_split(written[DUE_SOURCE], &file, &line))
		return error_expected(at, "a source such as journal.txt:12, or none", cell[DUE_SOURCE]);
	if (cell[DUE_SOURCE].n)
		at = (struct place){cell[DUE_SOURCE], 0, 0};
	row->at = at;
	if (!day_parse(cell[DUE_DUE], &row->due))
		return error_expected(at, "a due day like 2026-11-21", cell[DUE_DUE]);
	if (!is_whole_number(cell[DUE_OVER_DAYS]))
		return error_expected(at, "a number of days over", cell[DUE_OVER_DAYS]);
	if (cell[DUE_WHO].n == 0 || cell[DUE_REASON].n == 0)
		return error_expected(at, "a row that says who and the reason", cell[DUE_WHO].n ? cell[DUE_REASON] : cell[DUE_WHO]);
	if (cell[DUE_LAST].n && !day_parse(cell[DUE_LAST], &row->last))
		return error_expected(at, "a last day like 2026-11-21, or none", cell[DUE_LAST]);
	row->is_late = *cell[DUE_OVER_DAYS].p != '-' && !str_eq(cell[DUE_OVER_DAYS], STR("0"));
	return true;
}

/* The section of a reason, with what is added to its name; NULL where there is none. */
static const struct section *
find_section(struct run *run, struct str reason, const char *added)
{
	struct text name = text_growing();

	text_add(&name, reason);
	text_add(&name, str_of(added));
	return templates_find(&run->templates, arena_take(&run->arena, &name));
}

/*
 * The section of news: one each for good and for hard news, and one that fits both. Whoever gives a [news] of their own is
 * not to get the built-in ones beside it.
 */
static const struct section *
choose_news(struct run *run, const struct due_row *row)
{
	static const char *const by_kind[] = {[NEWS_UNKNOWN] = "", [NEWS_GOOD] = ".good", [NEWS_HARD] = ".hard"};
	const struct section *plain = find_section(run, STR("news"), "");
	const struct section *found = find_section(run, STR("news"), by_kind[news_kind(row->cell[DUE_OBJECT])]);

	return template_is_built_in(found) && !template_is_built_in(plain) ? plain : found;
}

/* The section of a row: the first that there is; NULL where there is none. */
static const struct section *
choose_section(struct run *run, const struct due_row *row)
{
	struct str reason = row->cell[DUE_REASON];
	const struct section *found = run->always;

	if (!found && str_eq(row->cell[DUE_STATUS], STR("guarded")))
		found = find_section(run, reason, ".guarded");
	if (!found && row->is_late)
		found = find_section(run, reason, ".late");
	if (!found && str_eq(reason, STR("news")))
		found = choose_news(run, row);
	return found ? found : find_section(run, reason, "");
}

/* Whether there is nothing to send: an appointment that is over is to be logged, not written about. */
static bool
is_passed_over(const struct due_row *row)
{
	return str_eq(row->cell[DUE_REASON], STR("meeting")) && row->is_late;
}

/* Whether a rule is for a reason. */
static bool
is_ruled(const struct gap_rule *rule, struct str reason)
{
	bool listed = false;

	for (size_t i = 0; i < rule->count; i++)
		listed |= str_eq(reason, rule->reasons[i]);
	return listed != rule->all_but;
}

/* What may be put in for a row. */
static struct filling
filling_of(struct run *run, const struct due_row *row)
{
	struct filling f = {{{NULL, 0}}, {false}};
	struct str reason = row->cell[DUE_REASON];

	for (int i = 0; i < DUE_WIDTH; i++)
		f.text[i] = row->cell[i];
	f.text[DUE_DUE] = template_date(&run->templates, row->due, &run->arena);
	if (row->last)
		f.text[DUE_LAST] = template_date(&run->templates, row->last, &run->arena);
	f.text[DRAFT_SLOTS] = run->slots;
	f.text[DRAFT_ME] = run->from.name;
	f.text[DRAFT_TODAY] = run->today;
	for (size_t i = 0; i < COUNT(gap_rules); i++)
		f.only_in_gap[gap_rules[i].column] = is_ruled(&gap_rules[i], reason);
	if (str_eq(reason, STR("hold")))
		for (size_t i = 0; i < COUNT(of_the_wish); i++)
			f.text[of_the_wish[i]].n = 0;
	return f;
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
	copy_cell(to, row, DUE_NAME);
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
write_message(const struct run *run, const struct due_row *row, const struct draft *draft)
{
	struct message message = {run->from, mailbox_parse(row->cell[DUE_TO]), draft->subject, draft->body, draft->gaps, run->date};

	if (message.to.address.n == 0) {
		warn_at(row->at, "no message to @%s about %s: found no e-mail address in %s", bare(row->cell[DUE_WHO]).text,
		    quoted(row->cell[DUE_REASON]).text, quoted(row->cell[DUE_TO]).text);
		return;
	}
	message.to.name = row->cell[DUE_NAME];
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
	struct due_row row = {.due = DAY_NONE};
	struct filling filling;
	struct draft draft;

	arena_reset(&run->arena);
	if (!table_row(&run->reader, line->text, at, written) || !read_row(run, written, at, &row) || is_passed_over(&row))
		return;
	section = choose_section(run, &row);
	if (!section) {
		error_expected(row.at, "a reason that there is a template for", row.cell[DUE_REASON]);
		return;
	}
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
	bool mail, print;
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
		default:
			c.print = true;
			break;
		}
	}
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

/* Set up what all rows share. */
static void
start_run(struct run *run, const struct cli *cli, const struct choice *c)
{
	*run = (struct run){.reader = {.table = &due_table, .tool = rc_draft.name}, .date = cli_today(c->today), .mail = c->mail};
	run->from = read_from(c);
	templates_start(&run->templates);
	if (c->templates)
		read_templates(cli, &run->templates, c->templates);
	if (c->name && !(run->always = templates_find(&run->templates, str_of(c->name))))
		die("option -k: found no template %s; rc-draft -p shows those built in", quoted(str_of(c->name)).text);
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
