/* SPDX-License-Identifier: ISC
 * The targets, and the properties that each checks. */
#include "targets.h"

#include <stdio.h>
#include <string.h>

#include "checks.h"

/* The rows on which templates are tried: due.rows, a string a line; NULL ends them. */
extern const char *const due_rows[];

enum { INPUT_MOST = 1 << 16 };

/* A number that hangs on the input alone, for all that is otherwise a matter of chance. */
static uint32_t
hash(struct bytes in)
{
	uint32_t h = 2166136261;

	for (size_t i = 0; i < in.n; i++)
		h = (h ^ (unsigned char)in.p[i]) * 16777619;
	return h ^ h >> 15;
}

bool every_property;

/* Whether one of so many properties is to be looked at for this input. */
static bool
picked(struct bytes in, uint32_t which, uint32_t of)
{
	return every_property || (hash(in) >> 4) % of == which;
}

/* The same run, where reads and writes are short and interrupted: the same bytes. */
static void
check_pieces(const struct result *whole, enum tool tool, const char *options, const char *value, struct bytes in)
{
	runs_chunk(1 + hash(in) % 97);
	check_same(whole, run(tool, options, value, in), "short reads and writes make a difference");
	runs_chunk(0);
}

/* A line that a message says to write, as the text that it is to stand in: below a person where it is a field. */
static struct bytes
in_its_place(struct bytes line)
{
	struct bytes text = line;
	const char *hole = NULL;

	for (size_t i = 0; i + 2 < line.n && !hole; i++)
		if (memcmp(line.p + i, "...", 3) == 0)
			hole = line.p + i;
	/* What only the writer knows. */
	if (hole && *line.p >= '0' && *line.p <= '9') {
		text = joined((struct bytes){line.p, (size_t)(hole - line.p)}, BYTES("x-9"));
		text = joined(text, (struct bytes){hole + 3, (size_t)(line.p + line.n - hole - 3)});
	}
	if (*line.p == ' ' || (line.n && !memchr("@0123456789", *line.p, 11) && memchr(line.p, ':', line.n)))
		text = joined(BYTES("@somebody\n  "), text);
	return joined(text, BYTES("\n"));
}

/* Each remedy is accepted where it is to stand, and says nothing of people who are not in the line that it mends. */
static void
check_remedies(const struct result *r, struct bytes in)
{
	struct bytes rest = r->err;
	static const char mark[] = "; write: ";
	size_t seen = 0;

	/* What the input has in these words could be taken for it. */
	if (holds(in, mark))
		return;
	while (rest.n && seen < 8) {
		struct bytes line = next_line(&rest);

		for (size_t i = 0; i + sizeof mark <= line.n; i++)
			if (memcmp(line.p + i, mark, sizeof mark - 1) == 0) {
				struct bytes remedy = {line.p + i + sizeof mark - 1, line.n - i - (sizeof mark - 1)};

				seen++;
				check_accepted(run(RC_PARSE, "", NULL, in_its_place(remedy)), "a remedy");
				break;
			}
	}
}

/* The rows of a table, without its header. */
static struct bytes
rows_of(const struct result *r)
{
	struct bytes rows = r->out;

	next_line(&rows);
	return rows;
}

/* The rows with tiers and rules first, and each person's together, as -g wants them; none where there is no room for that. */
static struct bytes
grouped(struct bytes rows)
{
	struct bytes keyed = {"", 0}, rest = rows, result = {"", 0};
	static char key[1 << 18], bare[1 << 18];
	size_t n = 0;

	while (rest.n) {
		struct bytes line = next_line(&rest), kind = cell(line, 0), who = cell(line, 2);

		if (same(kind, BYTES("tier")) || same(kind, BYTES("rule")))
			who.n = 0;
		if (n + who.n + line.n + 2 > sizeof key)
			return result;
		memcpy(key + n, who.p, who.n);
		n += who.n;
		key[n++] = '\t';
		memcpy(key + n, line.p, line.n);
		n += line.n;
		key[n++] = '\n';
	}
	keyed = sorted((struct bytes){key, n});
	result.p = bare;
	while (keyed.n) {
		struct bytes line = next_line(&keyed);
		size_t skip = cell(line, 0).n + 1;

		memcpy(bare + result.n, line.p + skip, line.n - skip);
		result.n += line.n - skip;
		bare[result.n++] = '\n';
	}
	return result;
}

/* Whether lines can be put in another order without becoming other lines. */
static bool
can_be_moved(struct bytes in)
{
	return in.n && in.p[in.n - 1] == '\n' && !holds(in, "\xef\xbb\xbf");
}

/*
 * A reader of rc-parse's table: its output is a table; its messages have places; rows in another order, and read in pieces, give
 * the same bytes; where nothing is wrong, rows that are grouped give with -g the same rows.
 */
static const struct result *
check_reader(enum tool tool, const char *options, const char *group, struct bytes table)
{
	const struct result *r = run(tool, options, NULL, table), *other;

	check_table(r);
	check_messages(r, "<stdin>", table, table);
	if (picked(table, 0, 3))
		check_pieces(r, tool, options, NULL, table);
	if (picked(table, 1, 3) && can_be_moved(table)) {
		other = run(tool, options, NULL, shuffled(table, hash(table)));
		if (!same(r->out, other->out) || r->status != other->status)
			check_same(r, other, "the order of rows makes a difference");
	}
	if (picked(table, 2, 3) && group && r->status == 0 && can_be_moved(table) && !memchr(table.p, '\r', table.n)) {
		struct bytes rows = grouped(table);

		if (rows.n) {
			other = run(tool, group, NULL, rows);
			if (other->status || !same(sorted(r->out), sorted(other->out)))
				check_same(r, other, "-g makes a difference");
		}
	}
	return r;
}

#define DUE "-d 2026-11-21 -w 400"
#define BALANCE "-d 2026-11-21"

/* -c writes nothing, says what is said without it, and is at least as strict. */
static void
check_check(const struct result *r, struct bytes in)
{
	const struct result *checked = run(RC_PARSE, "-c", NULL, in);

	check_messages(checked, "<stdin>", in, BYTES(""));
	if (checked->out.n || (r->status && !checked->status))
		broken(checked, "-c says something else");
	if (!holds(checked->err, "the same entry") && !holds(checked->err, "more not shown") && !same(checked->err, r->err))
		check_same(r, checked, "-c says something else");
}

/* What rc-parse writes is accepted by the readers of the table, and what rc-due makes of it by rc-draft. */
static void
check_readers(const struct result *r, struct bytes in)
{
	if (picked(in, 0, 3)) {
		const struct result *due = check_reader(RC_DUE, DUE, DUE " -g", r->out);

		check_accepted(due, "rc-parse's table, by rc-due");
		check_accepted(run(RC_DRAFT, "-d 2026-11-21", NULL, due->out), "rc-due's table, by rc-draft");
	}
	if (picked(in, 1, 3))
		check_accepted(check_reader(RC_BALANCE, BALANCE, BALANCE " -g", r->out), "rc-parse's table, by rc-balance");
	if (picked(in, 2, 3))
		check_accepted(run(RC_BALANCE, "-s " BALANCE, NULL, r->out), "rc-parse's table, by rc-balance -s");
}

/*
 * People and journal: the table is a table, messages have places, reading in pieces and -c say the same; what is written is
 * accepted by those who read it; remedies are accepted.
 */
static void
take_text(struct bytes in)
{
	const struct result *r = run(RC_PARSE, "", NULL, in);

	check_table(r);
	check_messages(r, "<stdin>", in, BYTES(""));
	check_remedies(r, in);
	if (picked(in, 0, 4))
		check_pieces(r, RC_PARSE, "", NULL, in);
	if (picked(in, 1, 4))
		check_check(r, in);
	if (rows_of(r).n && (every_property || !picked(in, 0, 2)))
		check_readers(r, in);
}

/* Lines that are nearly entries: as text, but without the readers, which see nothing of a rejected line. */
static void
take_remedy(struct bytes in)
{
	const struct result *r = run(RC_PARSE, "", NULL, in);

	check_table(r);
	check_messages(r, "<stdin>", in, BYTES(""));
	check_remedies(r, in);
}

/* Any table, as rc-due reads it; what it writes is accepted by rc-draft. */
static void
take_due(struct bytes in)
{
	const struct result *r = check_reader(RC_DUE, DUE, DUE " -g", in);

	if (picked(in, 0, 8))
		check_reader(RC_DUE, "-d 2026-11-21 -w 0", NULL, in);
	if (picked(in, 1, 8))
		check_accepted(run(RC_DRAFT, "-d 2026-11-21", NULL, r->out), "rc-due's table, by rc-draft");
}

/* Any table, as rc-balance reads it. */
static void
take_balance(struct bytes in)
{
	if (picked(in, 0, 2))
		check_reader(RC_BALANCE, BALANCE, BALANCE " -g", in);
	if (picked(in, 2, 4))
		check_reader(RC_BALANCE, "-b 2026-02 -e 2026-10 " BALANCE, NULL, in);
	if (picked(in, 3, 4))
		check_reader(RC_BALANCE, "-s " BALANCE, NULL, in);
}

/* How many gaps must be filled in a text. */
static size_t
count_gaps(struct bytes s)
{
	size_t n = 0;

	for (size_t i = 0; i + 1 < s.n; i++)
		if (s.p[i] == '[' && s.p[i + 1] == '[') {
			n += i + 2 == s.n || s.p[i + 2] != '?';
			i++;
		}
	return n;
}

/* In each draft the gaps are as many as its row says. */
static void
check_drafts(const struct result *r)
{
	struct bytes rest = rows_of(r);

	while (rest.n) {
		struct bytes row = next_line(&rest), gaps = cell(row, 7);
		char number[32];

		snprintf(number, sizeof number, "%zu", count_gaps(cell(row, 5)) + count_gaps(cell(row, 6)));
		if (gaps.n != strlen(number) || memcmp(gaps.p, number, gaps.n) != 0)
			broken(r, "%s gaps, not %.*s: %.*s", number, (int)gaps.n, gaps.p, (int)row.n, row.p);
	}
}

/* Any table, as rc-draft reads it. */
static void
take_draft(struct bytes in)
{
	const struct result *r = run(RC_DRAFT, "-d 2026-11-21 -f %", "Ada <ada@example.org>", in), *other;

	check_table(r);
	check_messages(r, "<stdin>", in, in);
	check_drafts(r);
	if (picked(in, 0, 3))
		check_pieces(r, RC_DRAFT, "-d 2026-11-21 -f %", "Ada <ada@example.org>", in);
	if (picked(in, 1, 3) && can_be_moved(in)) {
		other = run(RC_DRAFT, "-d 2026-11-21 -f %", "Ada <ada@example.org>", shuffled(in, hash(in)));
		if (r->status != other->status || !same(sorted(r->out), sorted(other->out)))
			check_same(r, other, "the order of rows makes a difference");
	}
	if (picked(in, 2, 3)) {
		r = run(RC_DRAFT, "-1 -d 2026-11-21 -k schedule", NULL, in);
		check_table(r);
		check_drafts(r);
	}
}

/* The first line is -f; then a table, as rc-draft -m reads it. */
static void
take_mail(struct bytes in)
{
	struct bytes rows = in, line = next_line(&rows);
	char from[1024];
	const struct result *r;

	if (line.n >= sizeof from || memchr(line.p, '\0', line.n))
		return;
	memcpy(from, line.p, line.n);
	from[line.n] = '\0';
	r = run(RC_DRAFT, line.n ? "-m -d 2026-11-21 -f %" : "-m -d 2026-11-21", from, rows);
	if (r->status == 2 && r->out.n)
		broken(r, "messages, and status 2");
	check_mbox(r);
	check_messages(r, "<stdin>", rows, rows);
	if (picked(in, 0, 4))
		check_pieces(r, RC_DRAFT, line.n ? "-m -d 2026-11-21 -f %" : "-m -d 2026-11-21", from, rows);
}

/* Any file of templates: a faulty one gives no draft, a good one drafts that are a table, with gaps that are counted. */
static void
take_template(struct bytes in)
{
	static struct bytes rows;
	const struct result *r;

	if (!rows.n) {
		static char all[1 << 14];
		size_t n = 0;

		for (const char *const *line = due_rows; *line; line++) {
			memcpy(all + n, *line, strlen(*line));
			n += strlen(*line);
		}
		rows = (struct bytes){all, n};
	}
	runs_file("t", in);
	r = run(RC_DRAFT, "-d 2026-11-21 -t t", NULL, rows);
	check_messages(r, "t", in, rows);
	if (r->status == 1 || (r->status == 2 && r->out.n))
		broken(r, "drafts, though the templates are faulty");
	check_table(r);
	check_drafts(r);
	if (picked(in, 0, 4))
		check_pieces(r, RC_DRAFT, "-d 2026-11-21 -t t", NULL, rows);
	if (r->status == 0 && picked(in, 1, 4))
		check_mbox(run(RC_DRAFT, "-m -d 2026-11-21 -t t", NULL, rows));
}

const struct target targets[] = {
    {"text", take_text}, {"remedy", take_remedy}, {"due", take_due}, {"balance", take_balance}, {"draft", take_draft},
    {"mail", take_mail}, {"template", take_template}, {NULL, NULL},
};

const struct target *
target_find(const char *name)
{
	const struct target *t = targets;

	while (t->name && strcmp(t->name, name) != 0)
		t++;
	return t->name ? t : NULL;
}

void
target_take(const struct target *target, struct bytes in)
{
	if (in.n > INPUT_MOST)
		return;
	runs_begin();
	checks_begin();
	target->take(in);
}
