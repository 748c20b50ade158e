/* SPDX-License-Identifier: ISC
 * The tables between the tools: their columns, their escapes, and rows as lines. */
#include "table.h"

#include "out.h"
#include "utf8.h"

static const char *const parse_columns[PARSE_COLUMNS] = {
    [COL_RECORD] = "record", [COL_DATE] = "date", [COL_WHO] = "who", [COL_ACTOR] = "actor", [COL_VERB] = "verb",
    [COL_OBJECT] = "object", [COL_MINUTES] = "minutes", [COL_BY] = "by", [COL_VIA] = "via", [COL_TAGS] = "tags",
    [COL_TEXT] = "text", [COL_SOURCE] = "source",
};

static const char *const due_columns[DUE_COLUMNS] = {
    [DUE_DUE] = "due", [DUE_OVER_DAYS] = "over_days", [DUE_WHO] = "who", [DUE_NAME] = "name", [DUE_TIER] = "tier",
    [DUE_STATUS] = "status", [DUE_REASON] = "reason", [DUE_OBJECT] = "object", [DUE_WHY] = "why", [DUE_TEXT] = "text",
    [DUE_LAST] = "last", [DUE_PCT] = "pct", [DUE_GREET] = "greet", [DUE_VIA] = "via", [DUE_TO] = "to",
    [DUE_TOPIC] = "topic", [DUE_HOURS] = "hours", [DUE_SOURCE] = "source",
};

static const char *const balance_columns[] = {
    "who", "name", "tier", "status", "days", "out", "in", "gave", "gave_min", "got", "got_min", "net_min", "asked",
    "granted", "declined", "they_asked", "helped", "refused", "kept", "late", "dropped", "open", "reply_days", "last",
    "last_out", "last_give", "last_ask", "ask", "ask_from", "why", "pattern",
};

static const char *const summary_columns[] = {"metric", "value", "target"};

static const char *const draft_columns[] = {"who", "name", "reason", "via", "to", "subject", "body", "gaps", "source"};

const struct table parse_table = {"rc-parse", PARSE_COLUMNS, parse_columns};
const struct table due_table = {"rc-due", DUE_COLUMNS, due_columns};
const struct table balance_table = {"rc-balance", (int)COUNT(balance_columns), balance_columns};
const struct table summary_table = {"rc-balance -s", (int)COUNT(summary_columns), summary_columns};
const struct table draft_table = {"rc-draft", (int)COUNT(draft_columns), draft_columns};

static const struct table *const tables[] = {&parse_table, &due_table, &balance_table, &summary_table, &draft_table};

/* The four bytes that are escaped, and the letters that stand for them. */
static const char escaped_bytes[] = "\\\t\n\r", escape_letters[] = "\\tnr";

/* Write the header. */
void
table_header(const struct table *table)
{
	for (int i = 0; i < table->columns; i++) {
		out_str(str_of(table->names[i]));
		out_char(i + 1 < table->columns ? '\t' : '\n');
	}
}

/* Whether eight bytes hold none that is escaped: nothing up to CR, and no backslash. */
static bool
none_escaped(const char *p)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones * 0x80;
	uint64_t w, x;

	memcpy(&w, p, sizeof w);
	x = w ^ (ones * '\\');
	return ((((w - ones * ('\r' + 1)) & ~w) | ((x - ones) & ~x)) & tops) == 0;
}

/* Find the next byte that is escaped, or the end. Where the last eight hold none, they need not be looked at one by one. */
static const char *
next_escaped(const char *p, const char *end)
{
	const char *stop = end - p >= 8 && none_escaped(end - 8) ? end - 8 : end;

	while (p < stop) {
		if (end - p >= 8 && none_escaped(p))
			p += 8;
		else if (*p == '\\' || *p == '\t' || *p == '\n' || *p == '\r')
			return p;
		else
			p++;
	}
	return end;
}

/* Escape into memory; the runs between bytes that are escaped are copied as they are. */
char *
put_escaped(char *to, struct str s)
{
	const char *from = s.p, *end = s.p + s.n, *p;

	while ((p = next_escaped(from, end)) < end) {
		to = put_str(to, str_between(from, p));
		to = put_char(to, '\\');
		to = put_char(to, escape_letters[strchr(escaped_bytes, *p) - escaped_bytes]);
		from = p + 1;
	}
	return put_str(to, str_between(from, end));
}

/* Write a field and what ends it. */
void
table_field(struct str s, char end)
{
	char *p = out_begin(2 * s.n + 1);

	out_end(put_char(put_escaped(p, s), end));
}

/* Write a field as it stands. */
void
table_written(struct str s, char end)
{
	out_str(s);
	out_char(end);
}

/* Write a number. */
void
table_number(int64_t n, char end)
{
	out_number(n);
	out_char(end);
}

/* Write a day, or nothing. */
void
table_day(day d, char end)
{
	char text[DAY_TEXT + 1];

	if (d) {
		day_format(d, text);
		out_str((struct str){text, DAY_TEXT});
	}
	out_char(end);
}

/* Whether a line is the header of a table. */
static bool
is_header(const struct table *table, struct str line)
{
	for (int i = 0; i < table->columns; i++) {
		struct str name = str_of(table->names[i]);
		bool last = i + 1 == table->columns;

		if (!str_starts(line, name) || (last ? line.n != name.n : line.n == name.n || line.p[name.n] != '\t'))
			return false;
		line = str_between(line.p + name.n + !last, line.p + line.n);
	}
	return true;
}

/* Pass over a header. Another table's is an error, and rows of its width are then understood to be that table's. */
static bool
skip_header(struct table_reader *reader, struct str line, struct place at)
{
	for (size_t i = 0; i < COUNT(tables); i++) {
		if (!is_header(tables[i], line))
			continue;
		reader->foreign = 0;
		if (tables[i] != reader->table) {
			reader->foreign = tables[i]->columns;
			error_at(at, "this is %s output; %s reads %s output", tables[i]->tool, reader->tool, reader->table->tool);
		}
		return true;
	}
	return false;
}

/* Find the first escape that is none of the four; NULL where all are good. */
static const char *
bad_escape(struct str s)
{
	const char *p = s.p, *end = s.p + s.n;

	while (p < end && (p = memchr(p, '\\', (size_t)(end - p)))) {
		if (p + 1 == end || !p[1] || !strchr(escape_letters, p[1]))
			return p;
		p += 2;
	}
	return NULL;
}

/* Split a line at its tabs. Gives the number of fields; those past `most` are counted but not kept. */
static int
split(struct str line, struct str *fields, int most)
{
	const char *p = line.p, *end = line.p + line.n;
	int count = 0;

	for (;;) {
		const char *tab = p < end ? memchr(p, '\t', (size_t)(end - p)) : NULL;

		if (count < most)
			fields[count] = str_between(p, tab ? tab : end);
		count++;
		if (!tab)
			return count;
		p = tab + 1;
	}
}

/* The first byte of a row that is not text. The last column, a source, names a file, which may be any bytes but NUL. */
static const char *
not_text(struct str line, struct str source)
{
	const char *bad = utf8_invalid(str_between(line.p, source.p));

	if (bad)
		return bad;
	return source.n ? memchr(source.p, '\0', source.n) : NULL;
}

/* Read a row. */
bool
table_row(struct table_reader *reader, struct str line, struct place at, struct str *fields)
{
	const char *bad;
	int count;

	if (line.n && line.p[0] == *reader->table->names[0] && skip_header(reader, line, at))
		return false;
	count = split(line, fields, reader->table->columns);
	if (count != reader->table->columns) {
		if (skip_header(reader, line, at) || count == reader->foreign)
			return false;
		error_at(at, "expected %d columns, found %d: %s reads %s output", reader->table->columns, count, reader->tool,
		    reader->table->tool);
		return false;
	}
	if ((bad = not_text(line, fields[count - 1]))) {
		at.column = (uint64_t)(bad - line.p) + 1;
		error_at(at, "expected UTF-8 without NUL, found %s", quoted((struct str){bad, 1}).text);
		return false;
	}
	if ((bad = bad_escape(line))) {
		at.column = (uint64_t)(bad - line.p) + 1;
		error_at(at, "expected one of the escapes \\\\ \\t \\n \\r, found %s",
		    quoted(str_between(bad, bad + (bad + 2 <= line.p + line.n ? 2 : 1))).text);
		return false;
	}
	return true;
}

/* Undo the escapes. */
struct str
table_unescape(struct str s, char *to)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '\\' && i + 1 < s.n)
			c = escaped_bytes[strchr(escape_letters, s.p[++i]) - escape_letters];
		to[n++] = c;
	}
	return (struct str){to, n};
}
