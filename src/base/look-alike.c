/* SPDX-License-Identifier: ISC
 * Look-alikes: a table of letters, and the skeleton of a text. */
#include "look-alike.h"

#include "utf8.h"

/* The accents, as Unicode's combining characters. */
enum accent {
	GRAVE = 0x300,
	ACUTE = 0x301,
	CIRCUMFLEX = 0x302,
	TILDE = 0x303,
	MACRON = 0x304,
	BREVE = 0x306,
	DOT = 0x307,
	DIAERESIS = 0x308,
	HOOK = 0x309,
	RING = 0x30a,
	DOUBLE_ACUTE = 0x30b,
	CARON = 0x30c,
	HORN = 0x31b,
	DOT_BELOW = 0x323,
	COMMA_BELOW = 0x326,
	CEDILLA = 0x327,
	OGONEK = 0x328
};

/* A character that looks like a letter, perhaps with an accent; the letter may be in the table, too. */
struct look_alike {
	uint16_t c, letter, accent;
};

/* By their numbers. Those of the wide forms of ASCII are computed. */
/* clang-format off */
static const struct look_alike look_alikes[] = {
    /* Latin letters with accents */
    {0xc0, 'A', GRAVE}, {0xc1, 'A', ACUTE}, {0xc2, 'A', CIRCUMFLEX}, {0xc3, 'A', TILDE}, {0xc4, 'A', DIAERESIS},
    {0xc5, 'A', RING}, {0xc7, 'C', CEDILLA}, {0xc8, 'E', GRAVE}, {0xc9, 'E', ACUTE}, {0xca, 'E', CIRCUMFLEX},
    {0xcb, 'E', DIAERESIS}, {0xcc, 'I', GRAVE}, {0xcd, 'I', ACUTE}, {0xce, 'I', CIRCUMFLEX}, {0xcf, 'I', DIAERESIS},
    {0xd1, 'N', TILDE}, {0xd2, 'O', GRAVE}, {0xd3, 'O', ACUTE}, {0xd4, 'O', CIRCUMFLEX}, {0xd5, 'O', TILDE},
    {0xd6, 'O', DIAERESIS}, {0xd9, 'U', GRAVE}, {0xda, 'U', ACUTE}, {0xdb, 'U', CIRCUMFLEX}, {0xdc, 'U', DIAERESIS},
    {0xdd, 'Y', ACUTE}, {0xe0, 'a', GRAVE}, {0xe1, 'a', ACUTE}, {0xe2, 'a', CIRCUMFLEX}, {0xe3, 'a', TILDE},
    {0xe4, 'a', DIAERESIS}, {0xe5, 'a', RING}, {0xe7, 'c', CEDILLA}, {0xe8, 'e', GRAVE}, {0xe9, 'e', ACUTE},
    {0xea, 'e', CIRCUMFLEX}, {0xeb, 'e', DIAERESIS}, {0xec, 'i', GRAVE}, {0xed, 'i', ACUTE}, {0xee, 'i', CIRCUMFLEX},
    {0xef, 'i', DIAERESIS}, {0xf1, 'n', TILDE}, {0xf2, 'o', GRAVE}, {0xf3, 'o', ACUTE}, {0xf4, 'o', CIRCUMFLEX},
    {0xf5, 'o', TILDE}, {0xf6, 'o', DIAERESIS}, {0xf9, 'u', GRAVE}, {0xfa, 'u', ACUTE}, {0xfb, 'u', CIRCUMFLEX},
    {0xfc, 'u', DIAERESIS}, {0xfd, 'y', ACUTE}, {0xff, 'y', DIAERESIS}, {0x100, 'A', MACRON}, {0x101, 'a', MACRON},
    {0x102, 'A', BREVE}, {0x103, 'a', BREVE}, {0x104, 'A', OGONEK}, {0x105, 'a', OGONEK}, {0x106, 'C', ACUTE},
    {0x107, 'c', ACUTE}, {0x108, 'C', CIRCUMFLEX}, {0x109, 'c', CIRCUMFLEX}, {0x10a, 'C', DOT}, {0x10b, 'c', DOT},
    {0x10c, 'C', CARON}, {0x10d, 'c', CARON}, {0x10e, 'D', CARON}, {0x10f, 'd', CARON}, {0x112, 'E', MACRON},
    {0x113, 'e', MACRON}, {0x114, 'E', BREVE}, {0x115, 'e', BREVE}, {0x116, 'E', DOT}, {0x117, 'e', DOT},
    {0x118, 'E', OGONEK}, {0x119, 'e', OGONEK}, {0x11a, 'E', CARON}, {0x11b, 'e', CARON}, {0x11c, 'G', CIRCUMFLEX},
    {0x11d, 'g', CIRCUMFLEX}, {0x11e, 'G', BREVE}, {0x11f, 'g', BREVE}, {0x120, 'G', DOT}, {0x121, 'g', DOT},
    {0x122, 'G', CEDILLA}, {0x123, 'g', CEDILLA}, {0x124, 'H', CIRCUMFLEX}, {0x125, 'h', CIRCUMFLEX},
    {0x128, 'I', TILDE}, {0x129, 'i', TILDE}, {0x12a, 'I', MACRON}, {0x12b, 'i', MACRON}, {0x12c, 'I', BREVE},
    {0x12d, 'i', BREVE}, {0x12e, 'I', OGONEK}, {0x12f, 'i', OGONEK}, {0x130, 'I', DOT}, {0x134, 'J', CIRCUMFLEX},
    {0x135, 'j', CIRCUMFLEX}, {0x136, 'K', CEDILLA}, {0x137, 'k', CEDILLA}, {0x139, 'L', ACUTE}, {0x13a, 'l', ACUTE},
    {0x13b, 'L', CEDILLA}, {0x13c, 'l', CEDILLA}, {0x13d, 'L', CARON}, {0x13e, 'l', CARON}, {0x143, 'N', ACUTE},
    {0x144, 'n', ACUTE}, {0x145, 'N', CEDILLA}, {0x146, 'n', CEDILLA}, {0x147, 'N', CARON}, {0x148, 'n', CARON},
    {0x14c, 'O', MACRON}, {0x14d, 'o', MACRON}, {0x14e, 'O', BREVE}, {0x14f, 'o', BREVE}, {0x150, 'O', DOUBLE_ACUTE},
    {0x151, 'o', DOUBLE_ACUTE}, {0x154, 'R', ACUTE}, {0x155, 'r', ACUTE}, {0x156, 'R', CEDILLA}, {0x157, 'r', CEDILLA},
    {0x158, 'R', CARON}, {0x159, 'r', CARON}, {0x15a, 'S', ACUTE}, {0x15b, 's', ACUTE}, {0x15c, 'S', CIRCUMFLEX},
    {0x15d, 's', CIRCUMFLEX}, {0x15e, 'S', CEDILLA}, {0x15f, 's', CEDILLA}, {0x160, 'S', CARON}, {0x161, 's', CARON},
    {0x162, 'T', CEDILLA}, {0x163, 't', CEDILLA}, {0x164, 'T', CARON}, {0x165, 't', CARON}, {0x168, 'U', TILDE},
    {0x169, 'u', TILDE}, {0x16a, 'U', MACRON}, {0x16b, 'u', MACRON}, {0x16c, 'U', BREVE}, {0x16d, 'u', BREVE},
    {0x16e, 'U', RING}, {0x16f, 'u', RING}, {0x170, 'U', DOUBLE_ACUTE}, {0x171, 'u', DOUBLE_ACUTE},
    {0x172, 'U', OGONEK}, {0x173, 'u', OGONEK}, {0x174, 'W', CIRCUMFLEX}, {0x175, 'w', CIRCUMFLEX},
    {0x176, 'Y', CIRCUMFLEX}, {0x177, 'y', CIRCUMFLEX}, {0x178, 'Y', DIAERESIS}, {0x179, 'Z', ACUTE},
    {0x17a, 'z', ACUTE}, {0x17b, 'Z', DOT}, {0x17c, 'z', DOT}, {0x17d, 'Z', CARON}, {0x17e, 'z', CARON},
    {0x1a0, 'O', HORN}, {0x1a1, 'o', HORN}, {0x1af, 'U', HORN}, {0x1b0, 'u', HORN}, {0x1cd, 'A', CARON},
    {0x1ce, 'a', CARON}, {0x1cf, 'I', CARON}, {0x1d0, 'i', CARON}, {0x1d1, 'O', CARON}, {0x1d2, 'o', CARON},
    {0x1d3, 'U', CARON}, {0x1d4, 'u', CARON}, {0x218, 'S', COMMA_BELOW}, {0x219, 's', COMMA_BELOW},
    {0x21a, 'T', COMMA_BELOW}, {0x21b, 't', COMMA_BELOW},
    /* Greek */
    {0x386, 0x391, ACUTE}, {0x388, 0x395, ACUTE}, {0x389, 0x397, ACUTE}, {0x38a, 0x399, ACUTE}, {0x38c, 0x39f, ACUTE},
    {0x38e, 0x3a5, ACUTE}, {0x38f, 0x3a9, ACUTE}, {0x390, 0x3ca, ACUTE}, {0x391, 'A', 0}, {0x392, 'B', 0},
    {0x393, 0x413, 0}, {0x395, 'E', 0}, {0x396, 'Z', 0}, {0x397, 'H', 0}, {0x399, 'I', 0}, {0x39a, 'K', 0},
    {0x39c, 'M', 0}, {0x39d, 'N', 0}, {0x39f, 'O', 0}, {0x3a0, 0x41f, 0}, {0x3a1, 'P', 0}, {0x3a4, 'T', 0},
    {0x3a5, 'Y', 0}, {0x3a6, 0x424, 0}, {0x3a7, 'X', 0}, {0x3aa, 0x399, DIAERESIS}, {0x3ab, 0x3a5, DIAERESIS},
    {0x3ac, 0x3b1, ACUTE}, {0x3ad, 0x3b5, ACUTE}, {0x3ae, 0x3b7, ACUTE}, {0x3af, 0x3b9, ACUTE}, {0x3b0, 0x3cb, ACUTE},
    {0x3b1, 'a', 0}, {0x3b3, 'y', 0}, {0x3b9, 'i', 0}, {0x3ba, 0x43a, 0}, {0x3bd, 'v', 0}, {0x3bf, 'o', 0},
    {0x3c1, 'p', 0}, {0x3c5, 'u', 0}, {0x3ca, 0x3b9, DIAERESIS}, {0x3cb, 0x3c5, DIAERESIS}, {0x3cc, 0x3bf, ACUTE},
    {0x3cd, 0x3c5, ACUTE}, {0x3ce, 0x3c9, ACUTE}, {0x3f2, 'c', 0}, {0x3f3, 'j', 0}, {0x3f9, 'C', 0},
    {0x400, 0x415, GRAVE},
    /* Cyrillic */
    {0x401, 0x415, DIAERESIS}, {0x403, 0x413, ACUTE}, {0x405, 'S', 0}, {0x406, 'I', 0}, {0x407, 0x406, DIAERESIS},
    {0x408, 'J', 0}, {0x40c, 0x41a, ACUTE}, {0x40d, 0x418, GRAVE}, {0x40e, 0x423, BREVE}, {0x410, 'A', 0},
    {0x412, 'B', 0}, {0x415, 'E', 0}, {0x419, 0x418, BREVE}, {0x41a, 'K', 0}, {0x41c, 'M', 0}, {0x41d, 'H', 0},
    {0x41e, 'O', 0}, {0x420, 'P', 0}, {0x421, 'C', 0}, {0x422, 'T', 0}, {0x423, 'Y', 0}, {0x425, 'X', 0},
    {0x430, 'a', 0}, {0x435, 'e', 0}, {0x439, 0x438, BREVE}, {0x43e, 'o', 0}, {0x440, 'p', 0}, {0x441, 'c', 0},
    {0x443, 'y', 0}, {0x445, 'x', 0}, {0x450, 0x435, GRAVE}, {0x451, 0x435, DIAERESIS}, {0x453, 0x433, ACUTE},
    {0x455, 's', 0}, {0x456, 'i', 0}, {0x457, 0x456, DIAERESIS}, {0x458, 'j', 0}, {0x45c, 0x43a, ACUTE},
    {0x45d, 0x438, GRAVE}, {0x45e, 0x443, BREVE}, {0x474, 'V', 0}, {0x475, 'v', 0}, {0x4bb, 'h', 0}, {0x4cf, 'l', 0},
    {0x501, 'd', 0}, {0x50c, 'G', 0}, {0x51a, 'Q', 0}, {0x51b, 'q', 0}, {0x51c, 'W', 0}, {0x51d, 'w', 0},
    /* Armenian */
    {0x53c, 'L', 0}, {0x54d, 'U', 0}, {0x54f, 'S', 0}, {0x555, 'O', 0}, {0x566, 'q', 0}, {0x570, 'h', 0},
    {0x575, 'j', 0}, {0x578, 'n', 0}, {0x57d, 'u', 0}, {0x581, 'g', 0}, {0x585, 'o', 0},
    /* Latin letters with accents, Welsh and Vietnamese ones among them */
    {0x1e80, 'W', GRAVE}, {0x1e81, 'w', GRAVE}, {0x1e82, 'W', ACUTE}, {0x1e83, 'w', ACUTE}, {0x1e84, 'W', DIAERESIS},
    {0x1e85, 'w', DIAERESIS}, {0x1ea0, 'A', DOT_BELOW}, {0x1ea1, 'a', DOT_BELOW}, {0x1ea2, 'A', HOOK},
    {0x1ea3, 'a', HOOK}, {0x1ea4, 0xc2, ACUTE}, {0x1ea5, 0xe2, ACUTE}, {0x1ea6, 0xc2, GRAVE}, {0x1ea7, 0xe2, GRAVE},
    {0x1ea8, 0xc2, HOOK}, {0x1ea9, 0xe2, HOOK}, {0x1eaa, 0xc2, TILDE}, {0x1eab, 0xe2, TILDE},
    {0x1eac, 0x1ea0, CIRCUMFLEX}, {0x1ead, 0x1ea1, CIRCUMFLEX}, {0x1eae, 0x102, ACUTE}, {0x1eaf, 0x103, ACUTE},
    {0x1eb0, 0x102, GRAVE}, {0x1eb1, 0x103, GRAVE}, {0x1eb2, 0x102, HOOK}, {0x1eb3, 0x103, HOOK},
    {0x1eb4, 0x102, TILDE}, {0x1eb5, 0x103, TILDE}, {0x1eb6, 0x1ea0, BREVE}, {0x1eb7, 0x1ea1, BREVE},
    {0x1eb8, 'E', DOT_BELOW}, {0x1eb9, 'e', DOT_BELOW}, {0x1eba, 'E', HOOK}, {0x1ebb, 'e', HOOK}, {0x1ebc, 'E', TILDE},
    {0x1ebd, 'e', TILDE}, {0x1ebe, 0xca, ACUTE}, {0x1ebf, 0xea, ACUTE}, {0x1ec0, 0xca, GRAVE}, {0x1ec1, 0xea, GRAVE},
    {0x1ec2, 0xca, HOOK}, {0x1ec3, 0xea, HOOK}, {0x1ec4, 0xca, TILDE}, {0x1ec5, 0xea, TILDE},
    {0x1ec6, 0x1eb8, CIRCUMFLEX}, {0x1ec7, 0x1eb9, CIRCUMFLEX}, {0x1ec8, 'I', HOOK}, {0x1ec9, 'i', HOOK},
    {0x1eca, 'I', DOT_BELOW}, {0x1ecb, 'i', DOT_BELOW}, {0x1ecc, 'O', DOT_BELOW}, {0x1ecd, 'o', DOT_BELOW},
    {0x1ece, 'O', HOOK}, {0x1ecf, 'o', HOOK}, {0x1ed0, 0xd4, ACUTE}, {0x1ed1, 0xf4, ACUTE}, {0x1ed2, 0xd4, GRAVE},
    {0x1ed3, 0xf4, GRAVE}, {0x1ed4, 0xd4, HOOK}, {0x1ed5, 0xf4, HOOK}, {0x1ed6, 0xd4, TILDE}, {0x1ed7, 0xf4, TILDE},
    {0x1ed8, 0x1ecc, CIRCUMFLEX}, {0x1ed9, 0x1ecd, CIRCUMFLEX}, {0x1eda, 0x1a0, ACUTE}, {0x1edb, 0x1a1, ACUTE},
    {0x1edc, 0x1a0, GRAVE}, {0x1edd, 0x1a1, GRAVE}, {0x1ede, 0x1a0, HOOK}, {0x1edf, 0x1a1, HOOK},
    {0x1ee0, 0x1a0, TILDE}, {0x1ee1, 0x1a1, TILDE}, {0x1ee2, 0x1a0, DOT_BELOW}, {0x1ee3, 0x1a1, DOT_BELOW},
    {0x1ee4, 'U', DOT_BELOW}, {0x1ee5, 'u', DOT_BELOW}, {0x1ee6, 'U', HOOK}, {0x1ee7, 'u', HOOK},
    {0x1ee8, 0x1af, ACUTE}, {0x1ee9, 0x1b0, ACUTE}, {0x1eea, 0x1af, GRAVE}, {0x1eeb, 0x1b0, GRAVE},
    {0x1eec, 0x1af, HOOK}, {0x1eed, 0x1b0, HOOK}, {0x1eee, 0x1af, TILDE}, {0x1eef, 0x1b0, TILDE},
    {0x1ef0, 0x1af, DOT_BELOW}, {0x1ef1, 0x1b0, DOT_BELOW}, {0x1ef2, 'Y', GRAVE}, {0x1ef3, 'y', GRAVE},
    {0x1ef4, 'Y', DOT_BELOW}, {0x1ef5, 'y', DOT_BELOW}, {0x1ef6, 'Y', HOOK}, {0x1ef7, 'y', HOOK}, {0x1ef8, 'Y', TILDE},
    {0x1ef9, 'y', TILDE},
    /* Hyphens, dashes, minus; the signs of kelvin and angstrom */
    {0x2010, '-', 0}, {0x2011, '-', 0}, {0x2012, '-', 0}, {0x2013, '-', 0}, {0x212a, 'K', 0}, {0x212b, 0xc5, 0},
    {0x2212, '-', 0},
};
/* clang-format on */

/* The wide forms of U+0021 to U+007E, for use among Chinese characters. */
enum { WIDE_FIRST = 0xff01, WIDE_LAST = 0xff5e, WIDE_FROM = 0xff01 - 0x21 };

/* Find a character in the table, or NULL. */
static const struct look_alike *
find(uint32_t c)
{
	size_t from = 0, to = COUNT(look_alikes);

	while (from < to) {
		size_t middle = (from + to) / 2;

		if (look_alikes[middle].c == c)
			return &look_alikes[middle];
		if (look_alikes[middle].c < c)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

/* Add a letter or an accent of the table, which is below U+0800. */
static void
add_character(struct text *to, uint32_t c)
{
	if (c >= 0x80)
		text_add_char(to, (char)(0xc0 | c >> 6));
	text_add_char(to, (char)(c < 0x80 ? c : 0x80 | (c & 0x3f)));
}

/* Add what a row says: of a letter with two accents, the letter in it has a row, too. */
static void
add_row(struct text *to, const struct look_alike *row)
{
	const struct look_alike *letter = find(row->letter);

	if (letter)
		add_row(to, letter);
	else
		add_character(to, row->letter);
	if (row->accent)
		add_character(to, row->accent);
}

/* Add the skeleton, character by character. */
void
add_skeleton(struct text *to, struct str s)
{
	while (s.n) {
		uint32_t c;
		size_t n = utf8_decode(s, &c);
		const struct look_alike *row = c < 0x80 ? NULL : find(c);

		if (row)
			add_row(to, row);
		else if (c >= WIDE_FIRST && c <= WIDE_LAST)
			text_add_char(to, (char)(c - WIDE_FROM));
		else
			text_add(to, (struct str){s.p, n});
		s = str_from(s, n);
	}
}
