/* SPDX-License-Identifier: ISC
 *
 * Diagnostics: what goes to standard error, and the exit status that follows from it (spec: Common to all four tools).
 *
 *     journal.txt:12:7: error: expected a date like 2026-11-21, found '31/3'
 *     journal.txt:12: warning: ...
 *     rc-parse: cannot open journal.txt: ...
 *
 * The first MESSAGES_SHOWN messages of a run are shown, the rest is counted; standard output is flushed before each,
 * so that on a terminal a message is after the rows that came before it. Formats are printf's. Text that comes
 * from outside goes through quoted() or a place, never straight into a message: no byte of it can drive a terminal.
 * A message is one write(2), so that those of a whole pipeline do not run into each other.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "text.h"

enum { MESSAGES_SHOWN = 100 };

/* The exit status, in rising order of gravity. */
enum exit_status { EXIT_GOOD = 0, EXIT_REJECTED = 1, EXIT_FAILED = 2 };

/* A place in the input. Line and column count from 1, the column in bytes; 0 leaves the part out. */
struct place {
	struct str file;
	uint64_t line;
	uint64_t column;
};

/* A piece of somebody's text, made fit to be shown; lives to the end of the expression it is made in. */
struct shown {
	char text[192];
};

/*
 * At most 40 bytes of s between single quotes, with "..." where more follow; bytes that are not printable ASCII or part of
 * a well-formed, visible UTF-8 character are written \xNN. Use as: quoted(s).text
 */
struct shown quoted(struct str s);

/* The same without quotes, for a name that stands in a phrase of its own, such as @ada. */
struct shown bare(struct str s);

/* "journal.txt:12": a place inside a message, without its column. */
struct shown shown_place(struct place at);

/* A file's name: more of it is shown than of other text. */
struct shown shown_file(struct str s);

/*
 * Begin a run: set the tool's name for all messages, and what to call before each (to flush standard output; may be NULL), and
 * count from nothing. The stack that messages need is taken now, since later there may be no memory for it.
 */
void diag_start(const char *tool, void (*before)(void));

/* An error in the input at a place: the status becomes 1 at the least. It is false, for the caller to hand on. */
__attribute__((format(printf, 2, 3))) bool error_at(struct place at, const char *format, ...);

/* The same of a cell or a word, for the usual sentence: expected this, found that. */
bool error_expected(struct place at, const char *expected, struct str found);

/* A warning: it leaves the status alone, unless the tool is strict at the end. A reminder does so even then. */
__attribute__((format(printf, 2, 3))) void warn_at(struct place at, const char *format, ...);
__attribute__((format(printf, 2, 3))) void remind_at(struct place at, const char *format, ...);

/* A warning of the run as a whole. It leaves the status alone, and is always shown. */
__attribute__((format(printf, 1, 2))) void advise(const char *format, ...);

/* Whether the next message will still be shown: where finding a remedy is costly, ask first. */
bool diag_shows(void);

/* A file that can't be read or the like: the status becomes 2, the tool goes on. Always shown. */
__attribute__((format(printf, 1, 2))) void fail(const char *format, ...);

/* Whether the tool outlived a failure so far. */
bool diag_failed(void);

/* The end: say why and exit with status 2. */
_Noreturn __attribute__((format(printf, 1, 2))) void die(const char *format, ...);

/* Say how many messages were not shown, if any, and give the status of the run. `strict`: warnings are 1, too. */
int diag_finish(bool strict);

#endif
