/* SPDX-License-Identifier: ISC
 * A row of rc-due's table, as a draft is written from it. */
#include "due-row.h"

#include "base/hard-news.h"
#include "base/why.h"
#include "mail.h"
#include "news.h"

/* Whether a row is of a reason. */
bool
due_row_is(const struct due_row *row, const char *reason)
{
	return str_eq(row->cell[DUE_REASON], str_of(reason));
}

/* Read a whole number, perhaps below 0. */
static bool
read_number(struct str s, int32_t *number)
{
	bool below = s.n && *s.p == '-';
	uint32_t n;

	if (!str_number(below ? str_from(s, 1) : s, INT32_MAX, &n))
		return false;
	*number = below ? -(int32_t)n : (int32_t)n;
	return true;
}

/* What begins and ends an aside in a name. */
static const struct {
	struct str open, close;
} asides[] = {
    {WORD("("), WORD(")")}, {WORD("["), WORD("]")}, {WORD("{"), WORD("}")}, {WORD("<"), WORD(">")}, {WORD("\""), WORD("\"")},
    {WORD("\xe2\x80\x9c"), WORD("\xe2\x80\x9d")}, /* “ ” */
    {WORD("\xe2\x80\x9e"), WORD("\xe2\x80\x9c")}, /* „ “ */
    {WORD("\xe2\x80\x9d"), WORD("\xe2\x80\x9d")}, /* ” ” */
    {WORD("\xc2\xab"), WORD("\xc2\xbb")},           /* « » */
    {WORD("\xc2\xbb"), WORD("\xc2\xab")},           /* » « */
    {WORD("\xe2\x80\xb9"), WORD("\xe2\x80\xba")}, /* ‹ › */
    {WORD("\xe2\x80\xba"), WORD("\xe2\x80\xb9")}, /* › ‹ */
    {WORD("\xe2\x9f\xa8"), WORD("\xe2\x9f\xa9")}, /* ⟨ ⟩ */
    {WORD("\xef\xbc\x88"), WORD("\xef\xbc\x89")}, /* wide ( ) */
    {WORD("\xef\xbc\xbb"), WORD("\xef\xbc\xbd")}, /* wide [ ] */
    {WORD("\xe3\x80\x90"), WORD("\xe3\x80\x91")}, /* 【 】 */
    {WORD("\xe3\x80\x8c"), WORD("\xe3\x80\x8d")}, /* 「 」 */
    {WORD("\xe3\x80\x8e"), WORD("\xe3\x80\x8f")}, /* 『 』 */
};

/* How many bytes at the start of a name are an aside, up to its end or the name's; 0 where none begins. */
static size_t
aside_length(struct str name)
{
	size_t kind = 0, n, depth = 1;

	if (is_letter(*name.p) || is_blank(*name.p))
		return 0;
	while (kind < COUNT(asides) && !str_starts(name, asides[kind].open))
		kind++;
	if (kind == COUNT(asides))
		return 0;
	for (n = asides[kind].open.n; n < name.n && depth > 0;) {
		struct str rest = str_from(name, n);
		bool closes = str_starts(rest, asides[kind].close), opens = !closes && str_starts(rest, asides[kind].open);

		depth += opens;
		depth -= closes;
		n += closes ? asides[kind].close.n : opens ? asides[kind].open.n : 1;
	}
	return n;
}

/* A name without what is in brackets or double quotes in it: that is how I tell people apart, and not for them. */
static struct str
name_as_said(struct str name, struct arena *arena)
{
	struct text said = text_growing();

	while (name.n) {
		size_t aside = aside_length(name);

		if (aside == 0 && (!is_blank(*name.p) || (said.used && !is_blank(said.bytes[said.used - 1]))))
			text_add_char(&said, *name.p);
		name = str_from(name, aside ? aside : 1);
	}
	return str_trim(arena_take(arena, &said));
}

/* What somebody is called: nothing where only the id is known. */
static void
read_names(struct due_row *row, struct arena *arena)
{
	if (!str_eq(row->cell[DUE_NAME], row->cell[DUE_WHO]))
		row->name = name_as_said(row->cell[DUE_NAME], arena);
	if (!str_eq(row->cell[DUE_GREET], row->cell[DUE_WHO]))
		row->greet = name_as_said(row->cell[DUE_GREET], arena);
}

/* Take the id of the message to answer out of its text: it is for the mailer and not for the eye. */
static void
take_message_id(struct due_row *row, struct arena *arena)
{
	struct str text = row->cell[DUE_TEXT], id = find_message_id(text);
	struct text rest = text_growing();

	if (!due_row_is(row, "reply") || id.n == 0)
		return;
	row->message_id = id;
	text_add(&rest, str_trim_end(str_between(text.p, id.p)));
	if (rest.used && str_trim(str_rest(text, id.p + id.n)).n)
		text_add_char(&rest, ' ');
	text_add(&rest, str_trim(str_rest(text, id.p + id.n)));
	row->cell[DUE_TEXT] = arena_take(arena, &rest);
}

/* Say that a cell is not what it should be. */
static bool
check_cells(struct due_row *row)
{
	const struct str *cell = row->cell;
	int32_t pct;

	if (!day_parse(cell[DUE_DUE], &row->due))
		return error_expected(row->at, "a due day like 2026-11-21", cell[DUE_DUE]);
	if (!read_number(cell[DUE_OVER_DAYS], &row->over_days))
		return error_expected(row->at, "a number of days over", cell[DUE_OVER_DAYS]);
	if (cell[DUE_WHO].n == 0 || cell[DUE_REASON].n == 0)
		return error_expected(row->at, "a row that says who and the reason",
		    cell[DUE_WHO].n ? cell[DUE_REASON] : cell[DUE_WHO]);
	if (cell[DUE_LAST].n && !day_parse(cell[DUE_LAST], &row->last))
		return error_expected(row->at, "a last day like 2026-11-21, or none", cell[DUE_LAST]);
	if (cell[DUE_OUT].n && !str_number(cell[DUE_OUT], UINT32_MAX, &row->turn))
		return error_expected(row->at, "a number of messages of mine as out, or none", cell[DUE_OUT]);
	if (cell[DUE_PCT].n && !read_number(cell[DUE_PCT], &pct))
		return error_expected(row->at, "a number of percent as pct, or none", cell[DUE_PCT]);
	return true;
}

static bool
is_guarded(const struct due_row *row)
{
	return str_eq(row->cell[DUE_STATUS], STR("guarded"));
}

static bool
is_formal(const struct due_row *row)
{
	return str_eq(row->cell[DUE_FORMAL], STR("yes"));
}

/* Of news its object tells, of a day to mark its text. */
static bool
is_hard(const struct due_row *row)
{
	if (due_row_is(row, "anniversary"))
		return has_hard_word(row->cell[DUE_TEXT]);
	return (due_row_is(row, "news") || due_row_is(row, "aftercare") || due_row_is(row, "luck")) &&
	    is_hard_news(row->cell[DUE_OBJECT]);
}

/* A promise or an answer is late once its day is past; of the rest nobody speaks for a week. */
static bool
is_late(const struct due_row *row)
{
	enum { UNNOTICED = 7 };

	return row->over_days > (due_row_is(row, "promise") || due_row_is(row, "answer") ? 0 : UNNOTICED);
}

/* Upkeep that was left for three times its time or more. */
static bool
is_long(const struct due_row *row)
{
	enum { LONG_PCT = 300 };
	int32_t pct = 0;

	return read_number(row->cell[DUE_PCT], &pct) && pct >= LONG_PCT;
}

/* Find which qualifiers hold. */
static unsigned
find_qualifiers(const struct due_row *row)
{
#define QUALIFIER(id, name, fits) [QUALIFIER_##id] = (fits),
	static bool (*const tests[QUALIFIER_COUNT])(const struct due_row *row) = {QUALIFIERS(QUALIFIER)};
#undef QUALIFIER
	unsigned found = 0;

	for (int i = 0; i < QUALIFIER_COUNT; i++)
		if (tests[i](row))
			found |= 1U << i;
	return found;
}

/* Read the cells. */
bool
due_row_read(struct due_row *row, const struct str *written, struct place at, struct arena *arena)
{
	struct str file;
	uint32_t line;

	*row = (struct due_row){.at = at, .due = DAY_NONE};
	for (int i = 0; i < DUE_WIDTH; i++) {
		row->written[i] = written[i];
		row->cell[i] = table_unescape(written[i], arena_zeroed(arena, written[i].n + 1));
	}
	if (!source_split(written[DUE_SOURCE], &file, &line))
		return error_expected(at, "a source such as journal.txt:12, or none", row->cell[DUE_SOURCE]);
	if (row->cell[DUE_SOURCE].n)
		row->at = (struct place){row->cell[DUE_SOURCE], 0, 0};
	if (!check_cells(row))
		return false;
	row->qualifiers = find_qualifiers(row);
	take_message_id(row, arena);
	read_names(row, arena);
	return true;
}

static bool
is_good(const struct due_row *row)
{
	return is_good_news(row->cell[DUE_OBJECT], row->cell[DUE_TEXT]);
}

static bool
is_promise_of_theirs(const struct due_row *row)
{
	return str_starts(row->cell[DUE_WHY], STR(WHY_THEY_PROMISED));
}

static bool
is_last_nudge(const struct due_row *row)
{
	struct str why = row->cell[DUE_WHY], end = STR(WHY_LAST_NUDGE);

	return why.n >= end.n && str_eq(str_from(why, why.n - end.n), end);
}

static bool
is_last_for_promise(const struct due_row *row)
{
	return is_promise_of_theirs(row) && is_last_nudge(row);
}

/* What more there is to say of a reason than its name; the first that fits. */
static const struct {
	const char *reason;
	bool (*fits)(const struct due_row *row);
	const char *base;
} kinds[] = {
    {"news", is_good, "congratulate"},
    {"waiting", is_last_for_promise, "owed-last"},
    {"waiting", is_promise_of_theirs, "owed"},
    {"waiting", is_last_nudge, "waiting-last"},
};

/* Find it. */
struct str
due_row_kind(const struct due_row *row)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (due_row_is(row, kinds[i].reason) && kinds[i].fits(row))
			return str_of(kinds[i].base);
	return (struct str){NULL, 0};
}

/* See whether there is something to send. */
bool
due_row_is_for(const struct due_row *row, struct str base)
{
	if (str_starts(base, STR("delay")) && (base.n == 5 || base.p[5] == '.') && row->over_days > 0) {
		warn_at(row->at, "no delay to tell @%s of, about %s: it was due on %s; leave -k delay out", bare(row->cell[DUE_WHO]).text,
		    quoted(row->cell[DUE_OBJECT]).text, bare(row->cell[DUE_DUE]).text);
		return false;
	}
	return !(due_row_is(row, "meeting") && row->over_days > 0);
}

/* What may stand outside a gap: names and days; and of my own promise, ask or wish its object and its text. */
enum {
	ALWAYS = 1,
	MY_OBJECT = 2, /* where the object is mine */
	MY_TEXT = 4    /* where the text is mine, too */
};

static const struct {
	enum due_column column;
	int where;
} may_stand[] = {
    {DUE_DUE, ALWAYS}, {DUE_LAST, ALWAYS}, {DUE_NAME, ALWAYS}, {DUE_GREET, ALWAYS}, {DUE_OBJECT, MY_OBJECT}, {DUE_TEXT, MY_TEXT},
};

/* The reasons of which the object is mine, and of which the text is. */
static const struct {
	const char *reason;
	int what;
} of_mine[] = {
    {"promise", MY_OBJECT | MY_TEXT}, {"ask", MY_OBJECT | MY_TEXT}, {"ask-soft", MY_OBJECT | MY_TEXT},
    {"waiting", MY_OBJECT | MY_TEXT}, {"outcome", MY_OBJECT},
};

/* What of a row is mine to say. */
static int
said_by_me(const struct due_row *row)
{
	int what = ALWAYS;

	for (size_t i = 0; i < COUNT(of_mine); i++)
		if (due_row_is(row, of_mine[i].reason) && !is_promise_of_theirs(row))
			what |= of_mine[i].what;
	return what;
}

/* What a hold must not let through: all that comes of the wish, tells its day, or was noted and may speak of it. */
static const enum due_column of_the_wish[] = {
    DUE_OBJECT, DUE_TEXT, DUE_WHY, DUE_RECALL, DUE_DUE, DUE_OVER_DAYS, DUE_TAGS, DUE_OUT, DUE_RANK, DUE_SOURCE,
};

/* Put the cells in. */
void
due_row_fill(const struct due_row *row, struct filling *filling)
{
	int mine = said_by_me(row);

	for (int i = 0; i < DUE_WIDTH; i++) {
		filling->text[i] = row->cell[i];
		filling->only_in_gap[i] = true;
	}
	for (size_t i = 0; i < COUNT(may_stand); i++)
		filling->only_in_gap[may_stand[i].column] = !(may_stand[i].where & mine);
	filling->text[DUE_NAME] = row->name;
	filling->text[DUE_GREET] = row->greet;
	if (due_row_is(row, "hold"))
		for (size_t i = 0; i < COUNT(of_the_wish); i++)
			filling->text[of_the_wish[i]].n = 0;
}
