/* SPDX-License-Identifier: ISC
 *
 * The words of a line: ids, words, tags, durations, WHEN (spec: text, Lines and "An entry").
 */
#ifndef TEXT_TOKEN_H
#define TEXT_TOKEN_H

#include "base/date.h"
#include "base/str.h"

/* What keeps a text from being a word or an id. */
enum word_fault {
	WORD_GOOD,
	WORD_EMPTY,
	WORD_BAD_START,  /* its first character may not begin one */
	WORD_BAD_BYTE,   /* an ASCII character that may not stand in one */
	WORD_UNSEEN,     /* a character that cannot be seen */
	WORD_BAD_END,    /* it ends in '.' or '-' */
	WORD_TOO_LONG    /* it has more than WORD_MOST bytes */
};

enum { WORD_MOST = 100 };

/*
 * Look s over as an id (a letter, a digit or a non-ASCII character, then those and '.', '_', '-', not ending in '.' or '-').
 * At a fault *at is the place of it. s is valid UTF-8.
 */
enum word_fault id_check(struct str s, const char **at);

/* The same as a word, which does not start with a digit. */
enum word_fault word_check(struct str s, const char **at);

/* How much at the start of s is a word; nothing where it is none, or too long. */
struct str word_prefix(struct str s);

/* Whether a word is small change in a sentence ("the", "with", in any case), and so no object of anything. */
bool is_small_word(struct str word);

/* "45m", "2h", "1h05m", "1.5h": whole minutes, 1 to MINUTES_MAX. False where it is none. */
bool duration_parse(struct str s, int32_t *minutes);

/*
 * The day that a WHEN means, said on the day `from`: a date, today, tomorrow, a weekday, "+SPAN". False where it is no
 * WHEN. The day may lie before `from` (a date) or past DAY_MAX (a sum); that is the caller's to judge.
 */
bool when_parse(struct str s, day from, day *d);

#endif
