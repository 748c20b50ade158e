/* SPDX-License-Identifier: ISC
 * Diagnostics: building one line a message, counting, and the exit status. */
#include "diag.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "utf8.h"

enum { QUOTED_BYTES = 40 };

/* The message counters: what a run has said so far. */
static struct {
	const char *tool;
	void (*before)(void);
	uint64_t errors, warnings, shown;
	bool failed;
} said = {.tool = "rc-tools"};

/* A message as it grows; what does not fit is left out. */
struct message {
	size_t n;
	char text[8192];
};

/* How many bytes at the start of s can be shown as they are: 0 where the first one can't. */
static size_t
showable(struct str s)
{
	uint32_t c;
	size_t n = utf8_decode(s, &c);

	if (n == 0 || c < 0x20 || (c >= 0x7f && c <= 0x9f))
		return 0;
	return n == 1 || utf8_visible(c) ? n : 0;
}

/* Write s to `to` of `room` bytes, unsafe bytes as \xNN; gives the bytes written and in *rest what did not fit. */
static size_t
escape(char *to, size_t room, struct str s, struct str *rest)
{
	static const char hex[] = "0123456789abcdef";
	size_t used = 0;

	while (s.n) {
		size_t n = showable(s);

		if (used + (n ? n : 4) > room)
			break;
		if (n) {
			memcpy(to + used, s.p, n);
			used += n;
		} else {
			unsigned char b = (unsigned char)*s.p;

			memcpy(to + used, "\\x", 2);
			to[used + 2] = hex[b >> 4];
			to[used + 3] = hex[b & 15];
			used += 4;
			n = 1;
		}
		s = str_between(s.p + n, s.p + s.n);
	}
	*rest = s;
	return used;
}

/* The beginning of a text, between `quote` (may be empty), and "..." where it goes on. A character is never cut in two. */
static struct shown
shown_between(const char *quote, struct str s)
{
	struct shown q = {""};
	struct str head = s, rest;
	size_t n = strlen(quote);

	if (head.n > QUOTED_BYTES) {
		head.n = QUOTED_BYTES;
		while (head.n > QUOTED_BYTES - 3 && ((unsigned char)s.p[head.n] & 0xc0) == 0x80)
			head.n--;
	}
	memcpy(q.text, quote, n);
	n += escape(q.text + n, QUOTED_BYTES * 4, head, &rest);
	memcpy(q.text + n, quote, strlen(quote));
	n += strlen(quote);
	memcpy(q.text + n, "...", s.n > head.n ? 3 : 0);
	return q;
}

/* Show a text between quotes. */
struct shown
quoted(struct str s)
{
	return shown_between("'", s);
}

/* Show a text as it is. */
struct shown
bare(struct str s)
{
	return shown_between("", s);
}

/* Show a file's name. */
struct shown
shown_file(struct str s)
{
	struct shown q = {""};
	struct str rest;
	size_t n = escape(q.text, sizeof q.text - 4, s, &rest);

	memcpy(q.text + n, "...", rest.n ? 3 : 0);
	return q;
}

/* Set the tool's name and what comes before a message. */
void
diag_start(const char *tool, void (*before)(void))
{
	said.tool = tool;
	said.before = before;
}

/* Add formatted text. */
__attribute__((format(printf, 2, 0))) static void
add_formatted(struct message *m, const char *format, va_list args)
{
	size_t room = sizeof m->text - 1 - m->n;
	int n = vsnprintf(m->text + m->n, room, format, args);

	if (n > 0)
		m->n += (size_t)n < room ? (size_t)n : room - 1;
}

/* Add formatted text, with the arguments at the call. */
__attribute__((format(printf, 2, 3))) static void
add(struct message *m, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_formatted(m, format, args);
	va_end(args);
}

/* Add "file:line:column: ". */
static void
add_place(struct message *m, struct place at)
{
	struct str rest;

	m->n += escape(m->text + m->n, sizeof m->text / 2, at.file, &rest);
	if (at.line)
		add(m, ":%llu", (unsigned long long)at.line);
	if (at.column)
		add(m, ":%llu", (unsigned long long)at.column);
	add(m, ": ");
}

/* End the message with a newline and write it at once. A standard error that is gone leaves nobody to tell. */
static void
send(struct message *m)
{
	const char *p = m->text, *end;

	m->text[m->n++] = '\n';
	end = m->text + m->n;
	if (said.before)
		said.before();
	while (p < end) {
		ssize_t n = write(STDERR_FILENO, p, (size_t)(end - p));

		if (n < 0 && errno != EINTR)
			return;
		p += n > 0 ? n : 0;
	}
}

/* Say something of a place, if not too much was said already. */
__attribute__((format(printf, 3, 0))) static void
say_at(struct place at, const char *kind, const char *format, va_list args)
{
	struct message m = {0};

	if (!diag_shows())
		return;
	said.shown++;
	add(&m, "%s: ", said.tool);
	add_place(&m, at);
	add(&m, "%s", kind);
	add_formatted(&m, format, args);
	send(&m);
}

/* An error in the input. */
void
error_at(struct place at, const char *format, ...)
{
	va_list args;

	said.errors++;
	va_start(args, format);
	say_at(at, "", format, args);
	va_end(args);
}

/* A warning. */
void
warn_at(struct place at, const char *format, ...)
{
	va_list args;

	said.warnings++;
	va_start(args, format);
	say_at(at, "warning: ", format, args);
	va_end(args);
}

/* Whether the next error or warning will be shown. */
bool
diag_shows(void)
{
	return said.shown < MESSAGES_SHOWN;
}

/* Say what has nothing to do with a place in the input. */
__attribute__((format(printf, 1, 0))) static void
say(const char *format, va_list args)
{
	struct message m = {0};

	add(&m, "%s: ", said.tool);
	add_formatted(&m, format, args);
	send(&m);
}

/* A failure that the tool outlives. */
void
fail(const char *format, ...)
{
	va_list args;

	said.failed = true;
	va_start(args, format);
	say(format, args);
	va_end(args);
}

/* Whether there was one. */
bool
diag_failed(void)
{
	return said.failed;
}

/* A failure that it does not. What stands in the output buffer is lost with it: there may be no way to write it. */
void
die(const char *format, ...)
{
	va_list args;

	said.before = NULL;
	va_start(args, format);
	say(format, args);
	va_end(args);
	exit(STATUS_FAILED);
}

/* Count what was held back, and give the status. */
int
diag_finish(bool strict)
{
	uint64_t all = said.errors + said.warnings;
	struct message m = {0};

	if (all > said.shown) {
		add(&m, "%s: %llu more not shown (errors: %llu, warnings: %llu)", said.tool,
		    (unsigned long long)(all - said.shown), (unsigned long long)said.errors,
		    (unsigned long long)said.warnings);
		send(&m);
	}
	if (said.failed)
		return STATUS_FAILED;
	return said.errors || (strict && said.warnings) ? STATUS_REJECTED : STATUS_GOOD;
}
