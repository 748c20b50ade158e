/* SPDX-License-Identifier: ISC
 * Diagnostics: building one line a message, counting, and the exit status. */
#include "diag.h"

#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "again.h"
#include "utf8.h"

enum { QUOTED_BYTES = 40 };

/* The message counters: what a run has said so far. */
static struct {
	const char *tool;
	void (*before)(void);
	uint64_t errors, warnings, reminders, shown;
	bool failed;
} said = {.tool = "rc-tools"};

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

/* Write s, unsafe bytes as \xNN, as far as it fits; gives what did not. */
static struct str
add_escaped(struct text *t, struct str s)
{
	static const char hex[] = "0123456789abcdef";

	while (s.n) {
		size_t n = showable(s), used = t->used;
		unsigned char b = (unsigned char)*s.p;
		char escape[] = {'\\', 'x', hex[b >> 4], hex[b & 15]};

		text_add(t, n ? (struct str){s.p, n} : (struct str){escape, sizeof escape});
		if (t->used == used)
			break;
		s = str_from(s, n ? n : 1);
	}
	return s;
}

/* The beginning of a text, between `quote` (may be empty), and "..." where it goes on. A character is never cut in two. */
static struct shown
shown_between(struct str quote, struct str s)
{
	struct shown q = {""};
	struct text t = {.bytes = q.text, .room = sizeof q.text - 1};
	struct str head = s;

	if (head.n > QUOTED_BYTES) {
		head.n = QUOTED_BYTES;
		while (head.n > QUOTED_BYTES - 3 && ((unsigned char)s.p[head.n] & 0xc0) == 0x80)
			head.n--;
	}
	text_add(&t, quote);
	add_escaped(&t, head);
	text_add(&t, quote);
	if (s.n > head.n)
		text_add(&t, STR("..."));
	return q;
}

_Static_assert(sizeof(struct shown) >= QUOTED_BYTES * 4 + 2 + 3 + 1, "a quoted text with all its bytes escaped must fit");

/* Show a text between quotes. */
struct shown
quoted(struct str s)
{
	return shown_between(STR("'"), s);
}

/* Show a text as it is. */
struct shown
bare(struct str s)
{
	return shown_between(STR(""), s);
}

/* Show a file's name. */
struct shown
shown_file(struct str s)
{
	struct shown q = {""};
	struct text t = {.bytes = q.text, .room = sizeof q.text - 1 - 3};

	if (add_escaped(&t, s).n) {
		t.room += 3;
		text_add(&t, STR("..."));
	}
	return q;
}

/* Show a place. */
struct shown
shown_place(struct place at)
{
	struct shown q = bare(at.file);
	struct text t = {.bytes = q.text, .used = strlen(q.text), .room = sizeof q.text - 1};

	if (at.line)
		text_add_format(&t, ":%llu", (unsigned long long)at.line);
	return q;
}

/*
 * Touch more of the stack than any message takes. Where memory runs out under a limit the stack cannot grow either, and a tool
 * that has to say so would be killed before it can.
 */
static COLD void
reserve_stack(void)
{
	enum { RESERVED = 1 << 16, LEAST_PAGE = 1 << 12 };
	volatile char stack[RESERVED];

	for (size_t i = 0; i < sizeof stack; i += LEAST_PAGE)
		stack[i] = 0;
}

/* Set the tool's name and what comes before a message; nothing is said yet. */
void
diag_start(const char *tool, void (*before)(void))
{
	reserve_stack();
	memset(&said, 0, sizeof said);
	said.tool = tool;
	said.before = before;
}

/* A message: one line, which ends with a newline even where the rest does not fit. */
enum { MESSAGE_MOST = 8192 };

/* Begin a message in `bytes`, which have room for MESSAGE_MOST. */
static struct text
message_in(char *bytes)
{
	return (struct text){.bytes = bytes, .room = MESSAGE_MOST - 1};
}

/* Add "file:line:column: ". */
static void
add_place(struct text *m, struct place at)
{
	struct text file = {.bytes = m->bytes + m->used, .room = m->room / 2};

	add_escaped(&file, at.file);
	m->used += file.used;
	if (at.line)
		text_add_format(m, ":%llu", (unsigned long long)at.line);
	if (at.column)
		text_add_format(m, ":%llu", (unsigned long long)at.column);
	text_add(m, STR(": "));
}

/* End the message with a newline and write it at once. A standard error that is gone leaves nobody to tell. */
static void
send(struct text *m)
{
	const char *p = m->bytes, *end;

	m->bytes[m->used++] = '\n';
	end = m->bytes + m->used;
	if (said.before)
		said.before();
	while (p < end) {
		ssize_t n = write(STDERR_FILENO, p, (size_t)(end - p));

		if (n < 0 && !again(STDERR_FILENO, POLLOUT))
			return;
		p += n > 0 ? n : 0;
	}
}

/* Say something of a place, if not too much was said already. */
__attribute__((format(printf, 3, 0))) static void
say_at(struct place at, struct str kind, const char *format, va_list args)
{
	char bytes[MESSAGE_MOST];
	struct text m = message_in(bytes);

	if (!diag_shows())
		return;
	said.shown++;
	add_place(&m, at);
	text_add(&m, kind);
	text_add_args(&m, format, args);
	send(&m);
}

/* An error in the input. */
bool
error_at(struct place at, const char *format, ...)
{
	va_list args;

	said.errors++;
	va_start(args, format);
	say_at(at, STR("error: "), format, args);
	va_end(args);
	return false;
}

/* An error of the usual kind. */
bool
error_expected(struct place at, const char *expected, struct str found)
{
	return found.n ? error_at(at, "expected %s, found %s", expected, quoted(found).text) : error_at(at, "expected %s", expected);
}

/* A warning. */
void
warn_at(struct place at, const char *format, ...)
{
	va_list args;

	said.warnings++;
	va_start(args, format);
	say_at(at, STR("warning: "), format, args);
	va_end(args);
}

/* A warning that is no reason to fail. */
void
remind_at(struct place at, const char *format, ...)
{
	va_list args;

	said.reminders++;
	va_start(args, format);
	say_at(at, STR("warning: "), format, args);
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
	char bytes[MESSAGE_MOST];
	struct text m = message_in(bytes);

	text_add_format(&m, "%s: ", said.tool);
	text_add_args(&m, format, args);
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

/* Say something of the run. */
void
advise(const char *format, ...)
{
	va_list args;

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

/* A failure that it does not. What is in the output buffer is lost with it: there may be no way to write it. */
void
die(const char *format, ...)
{
	va_list args;

	said.before = NULL;
	va_start(args, format);
	say(format, args);
	va_end(args);
	exit(EXIT_FAILED);
}

/* Count what was held back, and give the status. */
int
diag_finish(bool strict)
{
	uint64_t warnings = said.warnings + said.reminders, all = said.errors + warnings;
	char bytes[MESSAGE_MOST];
	struct text m = message_in(bytes);

	if (all > said.shown) {
		text_add_format(&m, "%s: %llu more not shown (errors: %llu, warnings: %llu)", said.tool,
		    (unsigned long long)(all - said.shown), (unsigned long long)said.errors,
		    (unsigned long long)warnings);
		send(&m);
	}
	if (said.failed)
		return EXIT_FAILED;
	return said.errors || (strict && said.warnings) ? EXIT_REJECTED : EXIT_GOOD;
}
