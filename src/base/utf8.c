/* SPDX-License-Identifier: ISC
 * UTF-8: checking, decoding, and what cannot be seen. */
#include "utf8.h"

/* Decode one character. */
size_t
utf8_decode(struct str s, uint32_t *c)
{
	/* The least character that needs a form of that many bytes: a smaller one is overlong. */
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned char *b = (const unsigned char *)s.p;
	size_t n;

	if (b[0] < 0x80) {
		*c = b[0];
		return 1;
	}
	n = b[0] < 0xc2 ? 0 : b[0] < 0xe0 ? 2 : b[0] < 0xf0 ? 3 : b[0] < 0xf5 ? 4 : 0;
	if (n == 0 || n > s.n)
		return 0;
	*c = b[0] & (0xffu >> (n + 1));
	for (size_t i = 1; i < n; i++) {
		if ((b[i] & 0xc0) != 0x80)
			return 0;
		*c = *c << 6 | (b[i] & 0x3f);
	}
	if (*c < least[n] || *c > 0x10ffff || (*c >= 0xd800 && *c <= 0xdfff))
		return 0;
	return n;
}

/* The eight bytes with each tab made a blank. */
static uint64_t
without_tabs(uint64_t w)
{
	return w ^ (eight_equal(w, '\t') >> 7) * ('\t' ^ ' ');
}

/* Whether all eight are printable ASCII or tabs. */
static inline bool
all_printable(const char *p)
{
	uint64_t w = eight_at(p);

	return !(eight_odd(w) & EIGHT_TOPS) || !(eight_odd(without_tabs(w)) & EIGHT_TOPS);
}

/* Look at the bytes one by one. */
static bool
each_is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < ' ' || s.p[i] > '~' || s.p[i] == '\\')
			return false;
	return true;
}

/* Look all bytes over. The last sixteen are looked at first, so that no single ones are left at the end. */
bool
utf8_is_plain(struct str s)
{
#ifdef SIXTEEN
	if (s.n >= 16) {
		const char *p = s.p, *last = s.p + s.n - 16;
		sixteen odd = sixteen_odd(sixteen_at(last));

		for (; p < last; p += 16)
			odd |= sixteen_odd(sixteen_at(p));
		return !sixteen_any(odd);
	}
#endif
	return each_is_plain(s);
}

static bool
may_stand(uint32_t c)
{
	return (c >= 0x20 && c < 0x7f) || c == '\t' || c > 0x9f;
}

/*
 * Find the first character that may not stand. Eight bytes are passed over at once where they can be; where that goes for
 * the last eight, nothing from there on need be looked at again.
 */
const char *
utf8_forbidden(struct str s)
{
	const char *p = s.p, *all = s.n ? s.p + s.n : s.p, *end = s.n >= 8 && all_printable(all - 8) ? all - 8 : all;

	while (p < end) {
		uint32_t c;
		size_t n;

		if (all - p >= 8 && all_printable(p)) {
			p += 8;
			continue;
		}
		n = utf8_decode(str_between(p, all), &c);
		if (n == 0 || !may_stand(c))
			return p;
		p += n;
	}
	return NULL;
}

/* Look a character up among those that can't be seen. */
bool
utf8_visible(uint32_t c)
{
	static const struct {
		uint32_t from, to;
	} unseen[] = {
	    {0xa0, 0xa0}, {0xad, 0xad}, {0x34f, 0x34f}, {0x61c, 0x61c}, {0x115f, 0x1160}, {0x1680, 0x1680},
	    {0x17b4, 0x17b5}, {0x180b, 0x180f}, {0x2000, 0x200f}, {0x2028, 0x202f}, {0x205f, 0x206f}, {0x2800, 0x2800},
	    {0x3000, 0x3000}, {0x3164, 0x3164}, {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xfff0, 0xfffb},
	    {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff},
	};

	for (size_t i = 0; i < COUNT(unseen); i++)
		if (c >= unseen[i].from && c <= unseen[i].to)
			return false;
	return true;
}

/* Look for a character that turns what follows. */
bool
utf8_turns(struct str s)
{
	while (s.n) {
		uint32_t c = 0;
		size_t n = utf8_decode(s, &c);

		if (n == 0 || c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
			return true;
		s = str_from(s, n);
	}
	return false;
}
