/* SPDX-License-Identifier: ISC
 * The tables between the tools: their columns, their escapes, and rows as lines. */
#include "table.h"

#include "spelling.h"
#include "utf8.h"

#define COLUMN(id, name, writer) WORD(name),
static const struct str parse_columns[] = {PARSE_COLUMNS(COLUMN)};
static const struct str due_columns[] = {DUE_COLUMNS(COLUMN)};
static const struct str balance_columns[] = {BALANCE_COLUMNS(COLUMN)};
static const struct str summary_columns[] = {SUMMARY_COLUMNS(COLUMN)};
static const struct str draft_columns[] = {DRAFT_COLUMNS(COLUMN)};
#undef COLUMN

#define TABLE(tool, names) {tool, (int)COUNT(names), names}

const struct table parse_table = TABLE("rc-parse", parse_columns);
const struct table due_table = TABLE("rc-due", due_columns);
const struct table balance_table = TABLE("rc-balance", balance_columns);
const struct table summary_table = TABLE("rc-balance -s", summary_columns);
const struct table draft_table = TABLE("rc-draft", draft_columns);

static const struct table *const tables[] = {&parse_table, &due_table, &balance_table, &summary_table, &draft_table};

_Static_assert(COUNT(balance_columns) <= TABLE_MOST_COLUMNS && COUNT(due_columns) <= TABLE_MOST_COLUMNS,
    "a row must not be wider than its reader and its writer have room for");

/* The four bytes that are escaped, and the letters that stand for them. */
static const char escaped_bytes[] = "\\\t\n\r", escape_letters[] = "\\tnr";

/* Find a column by its name, or end the tool. */
static int
find_column(const struct table *table, struct str name)
{
	const struct str *near;

	for (int i = 0; i < table->columns; i++)
		if (str_eq(name, table->names[i]))
			return i;
	near = nearest(name, table->names, (size_t)table->columns, sizeof *table->names, 2);
	if (near)
		die("option -o: expected a column of %s's table, found %s: did you mean '%s'?", table->tool, quoted(name).text,
		    near->p);
	die("option -o: expected columns of %s's table with commas between, found %s", table->tool, quoted(name).text);
}

/* Choose one more column. */
static void
choose_column(struct table_writer *w, struct str name)
{
	int column = find_column(w->table, name);

	for (int i = 0; i < w->count; i++)
		if (w->column[i] == column)
			die("option -o: expected each column once, found %s again", quoted(name).text);
	w->column[w->count++] = (unsigned char)column;
}

/* Choose what is written. */
struct table_writer
table_writer(const struct table *table, cell_writer *const *cells, const char *names)
{
	struct table_writer w = {.table = table, .cells = cells};
	struct str rest = names ? str_of(names) : STR("");
	const char *comma;

	for (int i = 0; !names && i < table->columns; i++)
		w.column[w.count++] = (unsigned char)i;
	while (names && (comma = str_find(rest, ','))) {
		choose_column(&w, str_between(rest.p, comma));
		rest = str_rest(rest, comma + 1);
	}
	if (names)
		choose_column(&w, rest);
	return w;
}

/* Write the header. */
void
table_write_header(const struct table_writer *w, struct text *to)
{
	for (int i = 0; i < w->count; i++) {
		text_add(to, w->table->names[w->column[i]]);
		text_add_char(to, i + 1 < w->count ? '\t' : '\n');
	}
}

/* Write a row. */
void
table_write_row(const struct table_writer *w, struct text *to, const void *row)
{
	for (int i = 0; i < w->count; i++) {
		w->cells[w->column[i]](to, row);
		text_add_char(to, i + 1 < w->count ? '\t' : '\n');
	}
}

/* Whether eight bytes hold none that is escaped: nothing up to CR, and no backslash. */
static bool
none_escaped(const char *p)
{
	uint64_t w = eight_at(p);

	return (((w - EIGHT_ONES * ('\r' + 1)) & ~w & EIGHT_TOPS) | eight_equal_from(w, '\\')) == 0;
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

/* Escape; the runs between bytes that are escaped are copied as they are. */
void
text_add_escaped(struct text *to, struct str s)
{
	const char *from = s.p, *end, *p;

	if (s.n == 0)
		return;
	end = s.p + s.n;
	while ((p = next_escaped(from, end)) < end) {
		text_add(to, str_between(from, p));
		text_add_char(to, '\\');
		text_add_char(to, escape_letters[strchr(escaped_bytes, *p) - escaped_bytes]);
		from = p + 1;
	}
	text_add(to, str_between(from, end));
}

/* Write a day, or nothing. */
void
text_add_day(struct text *to, day d)
{
	char digits[DAY_TEXT + 1];

	if (!d)
		return;
	day_format(d, digits);
	text_add(to, (struct str){digits, DAY_TEXT});
}

/* Whether a line is the header of a table. */
static bool
is_header(const struct table *table, struct str line)
{
	for (int i = 0; i < table->columns; i++) {
		struct str name = table->names[i];
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

/* A line as it is split. */
struct splitting {
	struct str *cells;
	size_t count, most;  /* cells after the most that are wanted are only counted */
	const char *from;    /* where the cell at hand begins */
};

/* The cell at hand ends. */
static inline void
end_cell(struct splitting *s, const char *end)
{
	if (s->count < s->most)
		s->cells[s->count] = str_between(s->from, end);
	s->count++;
	s->from = end + 1;
}

/* Split what is from p on, byte by byte. Gives whether all of it is plain, as below. */
static inline bool
split_bytes(struct splitting *s, const char *p, const char *end)
{
	bool plain = true;

	for (; p < end; p++)
		if (*p == '\t')
			end_cell(s, p);
		else
			plain &= *p >= ' ' && *p <= '~' && *p != '\\';
	return plain;
}

#ifdef SIXTEEN
/* The tabs of sixteen bytes, as bits; those that are neither plain nor tabs are added to *odd. */
static inline uint64_t
tabs_of(const char *p, sixteen *odd)
{
	sixteen bytes = sixteen_at(p), tabs = bytes == '\t';

	*odd |= sixteen_odd(bytes) & ~tabs;
	return sixteen_bits(tabs);
}

/*
 * The tabs of the next 64 bytes of a line of sixteen or more, or of what is left of it: the last sixteen of these may be looked
 * at twice.
 */
static inline uint64_t
tabs_of_many(const char *p, const char *end, sixteen *odd)
{
	uint64_t tabs = 0;
	int bits = 0;

	if (end - p >= 64)
		return tabs_of(p, odd) | tabs_of(p + 16, odd) << 16 | tabs_of(p + 32, odd) << 32 | tabs_of(p + 48, odd) << 48;
	for (; end - p >= 16; p += 16, bits += 16)
		tabs |= tabs_of(p, odd) << bits;
	if (p < end)
		tabs |= tabs_of(end - 16, odd) >> (16 - (end - p)) << bits;
	return tabs;
}

/*
 * The same as split_bytes for lines of sixteen bytes or more. Tabs are looked for in 64 bytes at once, so that one loop ends most
 * of a row's cells: where a loop stops is guessed wrong now and then, and each such guess costs as much as splitting a cell.
 */
static inline bool
split_sixteens(struct splitting *s, const char *p, const char *end)
{
	sixteen odd = {0};

	for (; p < end; p += 64)
		for (uint64_t tabs = tabs_of_many(p, end, &odd); tabs; tabs &= tabs - 1)
			end_cell(s, p + first_bit(tabs));
	return !sixteen_any(odd);
}
#endif

/* Split a line in one pass. *plain says that nothing in it can be wrong: printable ASCII and tabs, without a backslash. */
static inline int
split(struct str line, struct str *cells, int most, bool *plain)
{
	const char *end = line.p + line.n;
	struct splitting s = {cells, 0, (size_t)most, line.p};

#ifdef SIXTEEN
	*plain = line.n >= 16 ? split_sixteens(&s, line.p, end) : split_bytes(&s, line.p, end);
#else
	*plain = split_bytes(&s, line.p, end);
#endif
	end_cell(&s, end);
	return (int)s.count;
}

/* Split a line. */
int
table_split(struct str line, struct str *cells, int most)
{
	bool plain;

	return split(line, cells, most, &plain);
}

/* Say what is wrong with the width of a row; of lines without a tab, as a text has them, only once. */
static void
say_width(struct table_reader *reader, struct str line, struct place at, int count)
{
	bool is_text = !str_find(line, '\t');

	if (is_text && !reader->text)
		error_at(at, "expected %d columns, found a line of text: %s reads %s output", reader->table->columns, reader->tool,
		    reader->table->tool);
	else if (!is_text)
		error_at(at, "expected %d columns, found %d: %s reads %s output", reader->table->columns, count, reader->tool,
		    reader->table->tool);
	reader->text |= is_text;
}

/* Say what is wrong with the bytes of a row; true where nothing is. */
static bool
bytes_are_good(struct str line, struct place at)
{
	const char *bad = utf8_forbidden(line);

	if (bad) {
		at.column = (uint64_t)(bad - line.p) + 1;
		return error_at(at, "expected UTF-8 without control characters, found %s", quoted((struct str){bad, 1}).text);
	}
	if ((bad = bad_escape(line))) {
		at.column = (uint64_t)(bad - line.p) + 1;
		return error_at(at, "expected one of the escapes \\\\ \\t \\n \\r, found %s",
		    quoted(str_between(bad, bad + (bad + 2 <= line.p + line.n ? 2 : 1))).text);
	}
	return true;
}

/* Read a row. */
bool
table_row(struct table_reader *reader, struct str line, const struct place *at, struct str *cells)
{
	int count;
	bool plain;

	if (line.n && line.p[0] == *reader->table->names[0].p && skip_header(reader, line, *at))
		return false;
	count = split(line, cells, reader->table->columns, &plain);
	if (count == reader->table->columns)
		return plain || bytes_are_good(line, *at);
	if (!skip_header(reader, line, *at) && count != reader->foreign)
		say_width(reader, line, *at, count);
	return false;
}

/* Whether the cells are a row as rc-parse writes them: only entries and fields of people are about somebody. */
static bool
is_parse_row(const struct str *cell)
{
	bool is_setting = str_eq(cell[PARSE_RECORD], STR("tier")) || str_eq(cell[PARSE_RECORD], STR("rule"));

	if (is_setting)
		return cell[PARSE_DATE].n == 0 && cell[PARSE_WHO].n == 0 && cell[PARSE_ACTOR].n == 0;
	return str_eq(cell[PARSE_RECORD], STR("entry")) || str_eq(cell[PARSE_RECORD], STR("person"));
}

/* Whether a line is the header of any table, a row of rc-parse's, or as wide as one of a table that no text is as wide as. */
bool
table_is_any(struct str line)
{
	struct str cell[PARSE_WIDTH];
	int count = table_split(line, cell, PARSE_WIDTH);

	for (size_t i = 0; i < COUNT(tables) && count > 1; i++)
		if (is_header(tables[i], line))
			return true;
	return count == DUE_WIDTH || count == (int)COUNT(balance_columns) || (count == PARSE_WIDTH && is_parse_row(cell));
}

/* Take a source apart. */
bool
source_split(struct str written, struct str *file, uint32_t *line)
{
	*file = written;
	*line = 0;
	if (written.n == 0)
		return true;
	while (file->n && is_digit(file->p[file->n - 1]))
		file->n--;
	if (file->n < 2 || file->p[file->n - 1] != ':' || !str_number(str_from(written, file->n), UINT32_MAX, line) || *line == 0)
		return false;
	file->n--;
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
