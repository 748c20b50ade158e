/* SPDX-License-Identifier: ISC
 * What must hold of the output of any run. */
#include "checks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { COPIES = 32 };

/* The copies of the input at hand; their memory is used again for the next. */
static struct {
	char *p;
	size_t room;
} copies[COPIES];

static size_t copy_count;

void
checks_begin(void)
{
	copy_count = 0;
}

/* Room for a copy. */
static char *
copy_room(size_t n)
{
	size_t i = copy_count++;

	if (i >= COPIES)
		broken(NULL, "too many copies");
	if (copies[i].room < n + 1) {
		copies[i].room = 2 * n + 64;
		copies[i].p = realloc(copies[i].p, copies[i].room);
		if (!copies[i].p)
			abort();
	}
	return copies[i].p;
}

struct bytes
joined(struct bytes a, struct bytes b)
{
	char *p = copy_room(a.n + b.n);

	memcpy(p, a.p, a.n);
	memcpy(p + a.n, b.p, b.n);
	return (struct bytes){p, a.n + b.n};
}

bool
same(struct bytes a, struct bytes b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static bool
starts(struct bytes b, const char *with)
{
	size_t n = strlen(with);

	return b.n >= n && memcmp(b.p, with, n) == 0;
}

/* Find a text in another, or NULL. */
static const char *
find(struct bytes b, struct bytes what)
{
	for (; b.n >= what.n; b.p++, b.n--)
		if (memcmp(b.p, what.p, what.n) == 0)
			return b.p;
	return NULL;
}

bool
holds(struct bytes b, const char *what)
{
	return find(b, (struct bytes){what, strlen(what)});
}

struct bytes
next_line(struct bytes *rest)
{
	const char *lf = rest->n ? memchr(rest->p, '\n', rest->n) : NULL;
	struct bytes line = {rest->p, lf ? (size_t)(lf - rest->p) : rest->n};
	size_t taken = line.n + (lf ? 1 : 0);

	rest->p += taken;
	rest->n -= taken;
	return line;
}

size_t
count_lines(struct bytes b)
{
	size_t n = 0;

	while (b.n) {
		next_line(&b);
		n++;
	}
	return n;
}

/* Split into lines; the array is kept from input to input. */
static struct bytes *
lines_of(struct bytes b, size_t *count)
{
	static struct bytes *lines;
	static size_t room;
	size_t n = 0, all = count_lines(b);

	if (room < all + 1) {
		room = 2 * all + 64;
		lines = realloc(lines, room * sizeof *lines);
		if (!lines)
			abort();
	}
	while (b.n)
		lines[n++] = next_line(&b);
	*count = n;
	return lines;
}

/* Put lines together again. */
static struct bytes
put_together(const struct bytes *lines, size_t count, size_t size)
{
	char *p = copy_room(size + 1), *to = p;

	for (size_t i = 0; i < count; i++) {
		memcpy(to, lines[i].p, lines[i].n);
		to += lines[i].n;
		*to++ = '\n';
	}
	return (struct bytes){p, (size_t)(to - p)};
}

struct bytes
shuffled(struct bytes b, uint32_t seed)
{
	size_t count;
	struct bytes *lines = lines_of(b, &count);

	for (size_t i = count; i > 1; i--) {
		size_t j;
		struct bytes line = lines[i - 1];

		seed = seed * 1664525 + 1013904223;
		j = (seed >> 8) % i;
		lines[i - 1] = lines[j];
		lines[j] = line;
	}
	return put_together(lines, count, b.n);
}

static int
line_cmp(const void *a, const void *b)
{
	const struct bytes *x = a, *y = b;
	int c = memcmp(x->p, y->p, x->n < y->n ? x->n : y->n);

	return c ? c : (x->n > y->n) - (x->n < y->n);
}

struct bytes
sorted(struct bytes b)
{
	size_t count;
	struct bytes *lines = lines_of(b, &count);

	if (count)
		qsort(lines, count, sizeof *lines, line_cmp);
	return put_together(lines, count, b.n);
}

struct bytes
cell(struct bytes row, int n)
{
	const char *tab;

	while ((tab = row.n ? memchr(row.p, '\t', row.n) : NULL) && n--) {
		row.n -= (size_t)(tab + 1 - row.p);
		row.p = tab + 1;
	}
	return (struct bytes){row.p, tab ? (size_t)(tab - row.p) : row.n};
}

/* How many tabs a line has; its escapes are looked at on the way. */
static size_t
count_tabs(const struct result *r, struct bytes line)
{
	size_t tabs = 0;

	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == '\t')
			tabs++;
		else if (line.p[i] == '\\' && (++i == line.n || !line.p[i] || !strchr("\\tnr", line.p[i])))
			broken(r, "a bad escape in: %.*s", (int)line.n, line.p);
	}
	return tabs;
}

void
check_table(const struct result *r)
{
	struct bytes rest = r->out;
	size_t wanted = 0, n = 0;

	if (rest.n && rest.p[rest.n - 1] != '\n')
		broken(r, "the last line has no newline");
	while (rest.n) {
		struct bytes line = next_line(&rest);
		size_t tabs = count_tabs(r, line);

		if (utf8_forbidden((struct str){line.p, line.n}))
			broken(r, "a byte that may not be in a table: %.*s", (int)line.n, line.p);
		if (n++ == 0)
			wanted = tabs;
		if (tabs != wanted)
			broken(r, "a row of %zu cells, not %zu: %.*s", tabs + 1, wanted + 1, (int)line.n, line.p);
	}
}

/* Whether a line says its own place, "FILE:LINE", in one of the forms that the input may have it. */
static bool
names_place(struct bytes in, struct bytes place)
{
	/* What is written otherwise in a message than in a table cannot be looked for. */
	return memchr(place.p, '\\', place.n) || same(place, BYTES("a row without source")) || find(in, place);
}

/* Read ":NUMBER" off the front; 0 where there is none. */
static size_t
cut_number(struct bytes *s)
{
	size_t value = 0, i = 1;

	if (s->n < 2 || *s->p != ':')
		return 0;
	while (i < s->n && s->p[i] >= '0' && s->p[i] <= '9')
		value = value * 10 + (size_t)(s->p[i++] - '0');
	if (i > 1) {
		s->p += i;
		s->n -= i;
	}
	return i > 1 ? value : 0;
}

/* The length of a line of the input, from 1. */
static size_t
line_length(struct bytes in, size_t number)
{
	struct bytes line = {NULL, 0};

	while (number-- && in.n)
		line = next_line(&in);
	return line.n;
}

/* Check the place of a message about the input; true where it is one, and what follows the place is then left in *s. */
static bool
check_own_place(const struct result *r, struct bytes *s, const char *file, struct bytes in, struct bytes sources)
{
	struct bytes after = {s->p + strlen(file), s->n - strlen(file)};
	size_t line, column, length;

	if (!starts(*s, file) || after.n == 0 || *after.p != ':')
		return false;
	line = cut_number(&after);
	column = cut_number(&after);
	if (line == 0 || line > count_lines(in))
		return false;
	length = line_length(in, line);
	if (column > length + 1 && !names_place(sources, (struct bytes){s->p, strlen(file) + 2}))
		broken(r, "column %zu of a line of %zu bytes: %.*s", column, length, (int)s->n, s->p);
	*s = after;
	return true;
}

/* Whether a message is of the tool, not of a place. */
static bool
is_of_tool(const struct result *r, struct bytes line)
{
	size_t n = strcspn(r->asked, " ");

	return line.n > n + 1 && memcmp(line.p, r->asked, n) == 0 && line.p[n] == ':' && line.p[n + 1] == ' ';
}

/* Whether a message stands at a place; then it is an error, or a warning. */
static bool
check_message(const struct result *r, struct bytes line, const char *file, struct bytes in, struct bytes sources)
{
	struct bytes s = line, place;
	const char *kind = find(line, BYTES(": error: ")), *warning = find(line, BYTES(": warning: "));

	if (is_of_tool(r, line))
		return false;
	if (!kind || (warning && warning < kind))
		kind = warning;
	if (!kind)
		broken(r, "a message of neither form: %.*s", (int)line.n, line.p);
	if (!check_own_place(r, &s, file, in, sources)) {
		place = (struct bytes){line.p, (size_t)(kind - line.p)};
		if (!names_place(sources, place))
			broken(r, "a place that is not in the input: %.*s", (int)line.n, line.p);
	} else if (s.p != kind && !names_place(sources, (struct bytes){line.p, (size_t)(kind - line.p)})) {
		broken(r, "a place of a strange form: %.*s", (int)line.n, line.p);
	}
	return kind != warning;
}

/* Whether all of a line can be seen; a remedy, which is the writer's own words, may hold what does not turn the others. */
static bool
is_seen(struct bytes line)
{
	struct str s = {line.p, line.n};
	const char *remedy = find(line, BYTES("; write: "));

	if (utf8_forbidden(s) || utf8_turns(s))
		return false;
	while (s.n && s.p != remedy) {
		uint32_t c;
		size_t n = utf8_decode(s, &c);

		if (n > 1 && !utf8_visible(c))
			return false;
		s = str_from(s, n);
	}
	return true;
}

void
check_messages(const struct result *r, const char *file, struct bytes in, struct bytes sources)
{
	struct bytes rest = r->err;
	bool error = false, more = false, reason = false;
	/* Where a file is called so, a message about it cannot be taken apart. */
	bool is_plain = !holds(sources, ": error: ") && !holds(sources, ": warning: ") && !holds(sources, "rc-");

	if (rest.n && rest.p[rest.n - 1] != '\n')
		broken(r, "the last message has no newline");
	while (rest.n) {
		struct bytes line = next_line(&rest);

		if (!is_seen(line))
			broken(r, "a message with something that cannot be seen: %.*s", (int)line.n, line.p);
		reason = reason || is_of_tool(r, line);
		more = more || holds(line, " more not shown (errors: ");
		if (is_plain)
			error = check_message(r, line, file, in, sources) || error;
	}
	if (!is_plain)
		return;
	if (error && r->status == 0)
		broken(r, "an error, and status 0");
	if (r->status == 1 && !error && !more && !holds((struct bytes){r->asked, strlen(r->asked)}, " -c"))
		broken(r, "status 1 without an error");
	if (r->status == 2 && !reason)
		broken(r, "status 2 without a reason");
}

void
check_accepted(const struct result *r, const char *what)
{
	if (r->status || holds(r->err, ": error: "))
		broken(r, "rejected: %s", what);
}

void
check_same(const struct result *a, const struct result *b, const char *what)
{
	if (a->status == b->status && same(a->out, b->out) && same(a->err, b->err))
		return;
	fprintf(stderr, "-- %s, the other: status %d, standard output:\n%.*s-- standard error:\n%.*s", a->asked, a->status,
	    (int)a->out.n, a->out.p, (int)a->err.n, a->err.p);
	broken(b, "%s", what);
}

/* The headers of a message; those that may be missing begin with '?'. */
static const char *const headers[] = {
    "?From:", "To:", "Subject:", "Date:", "?In-Reply-To:", "?References:", "X-RC-Gaps:", "?X-RC-Not-Before:", "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: ",
};

enum { HEADERS = sizeof headers / sizeof *headers, HEADER_LINE_MOST = 998 };

/* Check the bytes of a header's line. */
static void
check_header_line(const struct result *r, struct bytes line)
{
	bool blank = true;

	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] < ' ' || line.p[i] > '~')
			broken(r, "a byte that may not be in a header: %.*s", (int)line.n, line.p);
		blank = blank && line.p[i] == ' ';
	}
	if (blank || line.n > HEADER_LINE_MOST)
		broken(r, "a header's line that is empty or too long: %.*s", (int)line.n, line.p);
}

/* Check the headers up to the empty line. */
static void
check_headers(const struct result *r, struct bytes *rest)
{
	size_t next = 0;

	for (;;) {
		struct bytes line = next_line(rest);

		if (line.n == 0 && next)
			break;
		check_header_line(r, line);
		if (*line.p == ' ') {
			if (next == 0)
				broken(r, "a header that begins with a blank");
			continue;
		}
		while (next < HEADERS && !starts(line, headers[next] + (*headers[next] == '?'))) {
			if (*headers[next] != '?')
				broken(r, "expected %s, found: %.*s", headers[next], (int)line.n, line.p);
			next++;
		}
		if (next++ == HEADERS)
			broken(r, "an unknown header: %.*s", (int)line.n, line.p);
	}
	if (next != HEADERS)
		broken(r, "a message without all of its headers");
}

void
check_mbox(const struct result *r)
{
	struct bytes rest = r->out;

	while (rest.n) {
		struct bytes line = next_line(&rest);

		if (!starts(line, "From "))
			broken(r, "expected the start of a message, found: %.*s", (int)line.n, line.p);
		check_header_line(r, line);
		check_headers(r, &rest);
		while (rest.n && !starts(rest, "From ")) {
			line = next_line(&rest);
			if (utf8_forbidden((struct str){line.p, line.n}))
				broken(r, "a byte that may not be in a body: %.*s", (int)line.n, line.p);
			if (line.n > HEADER_LINE_MOST)
				broken(r, "a line of %zu bytes in a body", line.n);
		}
		if (r->out.n < 2 || memcmp(rest.p - 2, "\n\n", 2) != 0)
			broken(r, "a message that does not end with an empty line");
	}
}
