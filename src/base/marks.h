/* SPDX-License-Identifier: ISC
 *
 * Where the words of a line begin and end: the blanks and colons among its first 64 bytes, found sixteen at a time, as bits. To
 * cut a word off is then a matter of counting zeros; where a loop over its bytes stops is guessed wrong with most words.
 */
#ifndef BASE_MARKS_H
#define BASE_MARKS_H

#include "str.h"

/* A bit a byte, the lowest is the first byte's. What is after the end of the line counts as blank. */
struct marks {
	uint64_t blanks, colons;
};

enum { MARKS_MOST = 64 };

static inline struct marks
marks_of_bytes(const char *p, size_t n)
{
	struct marks marks = {0, 0};

	for (size_t i = 0; i < n; i++) {
		marks.blanks |= (uint64_t)is_blank(p[i]) << i;
		marks.colons |= (uint64_t)(p[i] == ':') << i;
	}
	return marks;
}

#ifdef SIXTEEN
static inline struct marks
marks_of_sixteen(const char *p)
{
	sixteen bytes = sixteen_at(p);

	return (struct marks){sixteen_bits((bytes == ' ') | (bytes == '\t')), sixteen_bits(bytes == ':')};
}

/* The same for sixteen bytes or more. The last sixteen may be looked at twice. */
static inline struct marks
marks_of_sixteens(const char *p, size_t n)
{
	struct marks marks = {0, 0};
	size_t i = 0;

	for (; n - i >= 16; i += 16) {
		struct marks more = marks_of_sixteen(p + i);

		marks.blanks |= more.blanks << i;
		marks.colons |= more.colons << i;
	}
	if (i < n) {
		struct marks more = marks_of_sixteen(p + n - 16);

		marks.blanks |= more.blanks >> (i + 16 - n) << i;
		marks.colons |= more.colons >> (i + 16 - n) << i;
	}
	return marks;
}
#endif

/* Find them. */
static inline struct marks
marks_of(struct str s)
{
	size_t n = s.n < MARKS_MOST ? s.n : MARKS_MOST;
	struct marks marks;

#ifdef SIXTEEN
	marks = n >= 16 ? marks_of_sixteens(s.p, n) : marks_of_bytes(s.p, n);
#else
	marks = marks_of_bytes(s.p, n);
#endif
	if (n < MARKS_MOST)
		marks.blanks |= UINT64_MAX << n;
	return marks;
}

/* Words that are cut off one after the other. */
struct words {
	struct str rest;
	uint64_t blanks; /* from the start of `rest` on; those that are not known are missing */
};

/* The words of a text up to a place in it; its marks are of all of it. */
static inline struct words
words_to(struct str s, uint64_t blanks, size_t end)
{
	return (struct words){{s.p, end}, end < MARKS_MOST ? blanks | UINT64_MAX << end : blanks};
}

/* Pass over the first bytes, less than MARKS_MOST. */
static inline void
words_skip(struct words *words, size_t n)
{
	words->rest = str_from(words->rest, n);
	words->blanks >>= n;
}

/* Cut the next word off, as str_cut_word does. Empty where there is none. */
static inline struct str
words_next(struct words *words)
{
	size_t from = ~words->blanks ? first_bit(~words->blanks) : MARKS_MOST, n;
	struct str word;

	if (from >= words->rest.n)
		return words->rest = str_from(words->rest, words->rest.n);
	if (from == MARKS_MOST || !(words->blanks >> from)) {
		words->blanks = 0;
		return str_cut_word(&words->rest);
	}
	n = first_bit(words->blanks >> from);
	word = (struct str){words->rest.p + from, n};
	words_skip(words, from + n);
	return word;
}

#endif
