/* SPDX-License-Identifier: ISC
 * Slices: comparing, and numbers without surprises. */
#include "str.h"

/* Compare byte by byte; the shorter of two that agree comes first. */
int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

/* Compare in any case. */
bool
str_eq_any_case(struct str a, struct str lower)
{
	if (a.n != lower.n)
		return false;
	for (size_t i = 0; i < a.n; i++) {
		char c = a.p[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != lower.p[i])
			return false;
	}
	return true;
}

/* Say whether s begins with prefix. */
bool
str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && memcmp(s.p, prefix.p, prefix.n) == 0;
}

/* Read a whole number; the bound keeps the sum from overflowing. */
bool
str_number(struct str s, uint32_t most, uint32_t *value)
{
	uint64_t sum = 0;

	if (s.n == 0 || (s.n > 1 && *s.p == '0'))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (!is_digit(s.p[i]))
			return false;
		sum = sum * 10 + (uint64_t)(s.p[i] - '0');
		if (sum > most)
			return false;
	}
	*value = (uint32_t)sum;
	return true;
}

/* Look a word up in a list. */
bool
str_list_has(const char *list, struct str word)
{
	for (const char *p = list; *p; p += *p == ' ') {
		const char *one = p;

		while (*p && *p != ' ')
			p++;
		if (str_eq_any_case(word, str_between(one, p)))
			return true;
	}
	return false;
}
