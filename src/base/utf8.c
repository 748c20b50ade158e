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

/* Of eight bytes at once: each byte's lowest bit, and each byte's top bit. */
#define ONES UINT64_C(0x0101010101010101)
#define TOPS (ONES * 0x80)

/* The next eight bytes. */
static uint64_t
eight(const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof w);
	return w;
}

/* Whether all eight are printable ASCII. Controls, DEL and high bytes set a top bit in one of the sums. */
static bool
all_printable(const char *p)
{
	uint64_t w = eight(p);

	return ((w | (w - ONES * 0x20) | (w + ONES)) & TOPS) == 0;
}

/* Whether all eight are ASCII but NUL. */
static bool
all_ascii(const char *p)
{
	uint64_t w = eight(p);

	return ((w | (w - ONES)) & TOPS) == 0;
}

static bool
may_stand_in_line(uint32_t c)
{
	return (c >= 0x20 && c < 0x7f) || c == '\t' || c > 0x9f;
}

static bool
may_stand_in_table(uint32_t c)
{
	return c != 0;
}

/*
 * Find the first character that may not stand. `eight_good` passes eight bytes at once where it can; where it passes
 * the last eight, nothing from there on need be looked at again.
 */
static inline const char *
first_bad(struct str s, bool (*eight_good)(const char *), bool (*may_stand)(uint32_t))
{
	const char *p = s.p, *all = s.p + s.n, *end = s.n >= 8 && eight_good(all - 8) ? all - 8 : all;

	while (p < end) {
		uint32_t c;
		size_t n;

		if (all - p >= 8 && eight_good(p)) {
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

/* Find the first thing that may not stand in a line. */
const char *
utf8_forbidden(struct str s)
{
	return first_bad(s, all_printable, may_stand_in_line);
}

/* Find the first thing that may not stand in a table. */
const char *
utf8_invalid(struct str s)
{
	return first_bad(s, all_ascii, may_stand_in_table);
}

/* Look a character up among those that can't be seen. */
bool
utf8_visible(uint32_t c)
{
	static const struct {
		uint32_t from, to;
	} unseen[] = {
	    {0xa0, 0xa0}, {0xad, 0xad}, {0x34f, 0x34f}, {0x61c, 0x61c}, {0x115f, 0x1160}, {0x1680, 0x1680},
	    {0x180e, 0x180e}, {0x2000, 0x200f}, {0x2028, 0x202f}, {0x205f, 0x206f}, {0x2800, 0x2800},
	    {0x3000, 0x3000}, {0x3164, 0x3164}, {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xfff9, 0xfffb},
	    {0xe0000, 0xe007f},
	};

	for (size_t i = 0; i < COUNT(unseen); i++)
		if (c >= unseen[i].from && c <= unseen[i].to)
			return false;
	return true;
}
