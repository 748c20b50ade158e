/* SPDX-License-Identifier: ISC
 *
 * Slices: text as a pointer and a length, never owned and never ended by a NUL.
 *
 * A slice lives as long as the bytes it points into: a line until the next one is read, a copy in an arena
 * as long as that arena. The empty slice {NULL, 0} is a valid value. Nothing here knows of locales.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include "eight.h"

struct str {
	const char *p;
	size_t n;
};

/* Of a function that is seldom called: kept out of those that call it, which are then shorter. */
#ifdef __GNUC__
#define COLD __attribute__((cold, noinline))
#else
#define COLD
#endif

/* Tell the machine that what p points to is going to be needed. It changes nothing but time, and p may be any pointer. */
#ifdef __GNUC__
#define PREFETCH(p) __builtin_prefetch(p)
#else
#define PREFETCH(p) ((void)(p))
#endif

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})

/* The same in the rows of a table, where no cast may stand. */
#define WORD(literal) {(literal), sizeof(literal) - 1}

/* The slice of a C string. */
static inline struct str
str_of(const char *s)
{
	return (struct str){s, strlen(s)};
}

/* The slice from `from` up to, not including, `to`. */
static inline struct str
str_between(const char *from, const char *to)
{
	return (struct str){from, (size_t)(to - from)};
}

/* The slice from its nth byte on; n is at most its length. */
static inline struct str
str_from(struct str s, size_t n)
{
	return (struct str){s.p + n, s.n - n};
}

/* Of `whole`, which holds p (or whose end it is), what follows p, p included. */
static inline struct str
str_rest(struct str whole, const char *p)
{
	return str_between(p, whole.p + whole.n);
}

/* The place of a byte in s, or NULL. */
static inline const char *
str_find(struct str s, char c)
{
	return s.n ? memchr(s.p, c, s.n) : NULL;
}

static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && same_few(a.p, b.p, a.n);
}

/* The same, in any case of ASCII letters; the second is in lower case. */
bool str_eq_any_case(struct str a, struct str lower);

/* Whether a list of lower-case words, blanks between, holds a word, in any case of ASCII letters. */
bool str_list_has(const char *list, struct str word);

static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
is_letter(char c)
{
	return is_lower(c) || (c >= 'A' && c <= 'Z');
}

/* A blank is a space or a tab, as in the text's grammar and as POSIX has it. */
static inline bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Byte by byte, as memcmp; of a text and its beginning the beginning comes first. */
int str_cmp(struct str a, struct str b);

bool str_starts(struct str s, struct str prefix);

/* The slice without the blanks at its end. */
static inline struct str
str_trim_end(struct str s)
{
	while (s.n && is_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

/* The slice without the blanks at both ends. */
static inline struct str
str_trim(struct str s)
{
	while (s.n && is_blank(*s.p))
		s.p++, s.n--;
	return str_trim_end(s);
}

/* The first blank from p on, or end. Words are short: eight bytes at a time find most ends without a branch for each byte. */
static inline const char *
blank_or_end(const char *p, const char *end)
{
	while (end - p >= 8) {
		uint64_t w = eight_at(p), blanks = eight_equal_from(w, ' ') | eight_equal_from(w, '\t');

		if (blanks)
			return p + eight_first(blanks);
		p += 8;
	}
	while (p < end && !is_blank(*p))
		p++;
	return p;
}

/* Cut the first run of non-blanks off `*s`, passing over blanks before it. Empty when there is none. */
static inline struct str
str_cut_word(struct str *s)
{
	const char *p = s->p, *end = s->p + s->n, *from;

	while (p < end && is_blank(*p))
		p++;
	from = p;
	p = blank_or_end(p, end);
	*s = str_between(p, end);
	return str_between(from, p);
}

/*
 * A number of nothing but digits, without leading zeros ("0" itself is one), at most `most`. False if it is not
 * one; `*value` is then as it was.
 */
bool str_number(struct str s, uint32_t most, uint32_t *value);

#endif
