/* SPDX-License-Identifier: ISC
 *
 * The words and vectors of src/base/eight.h and marks.h against plain twins: what each function should give is worked out here
 * byte by byte, and both are asked the same of all pairs of neighbouring bytes, of words made up by chance, at every place in
 * memory and for every length that matters. Prints what differs, and is then 1; else how much was compared.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/marks.h"

static unsigned long compared;

/* Compare, and end where the two are not the same. */
static void
same(const char *what, uint64_t found, uint64_t wanted, uint64_t of, unsigned more)
{
	compared++;
	if (found == wanted)
		return;
	printf("%s of %016llx, %u: %016llx, and not %016llx\n", what, (unsigned long long)of, more, (unsigned long long)found,
	    (unsigned long long)wanted);
	exit(1);
}

/* Numbers that look like chance, the same on any machine (Marsaglia's xorshift). */
static uint64_t
chance(void)
{
	static uint64_t state = UINT64_C(88172645463325252);

	state ^= state << 13;
	state ^= state >> 7;
	return state ^= state << 17;
}

/* A byte that means something here more often than by chance. */
static unsigned char
telling_byte(void)
{
	static const unsigned char telling[] = {
	    0, 1, '\t', '\n', '\r', 0x1f, ' ', '!', '\\', ']', '~', 0x7f, 0x80, 0x81, 0x9f, 0xa0, 0xff,
	};
	uint64_t r = chance();

	return r & 1 ? telling[(r >> 8) % sizeof telling] : (unsigned char)(r >> 32);
}

static unsigned
byte_of(uint64_t w, unsigned i)
{
	return (unsigned)(w >> 8 * i) & 0xff;
}

/* The twins. A word is eight bytes, the first the lowest. */
static uint64_t
plain_word(const char *p, size_t n)
{
	uint64_t w = 0, weight = 1;

	for (size_t i = 0; i < n; i++, weight *= 256)
		w += weight * (unsigned char)p[i];
	return w;
}

static uint64_t
plain_equal(uint64_t w, unsigned char c)
{
	uint64_t mask = 0;

	for (unsigned i = 0; i < 8; i++)
		if (byte_of(w, i) == c)
			mask |= UINT64_C(0x80) << 8 * i;
	return mask;
}

static bool
plain_is_odd(unsigned byte)
{
	return byte < ' ' || byte > '~';
}

static uint64_t
plain_odd(uint64_t w)
{
	uint64_t mask = 0;

	for (unsigned i = 0; i < 8; i++)
		if (plain_is_odd(byte_of(w, i)))
			mask |= UINT64_C(0x80) << 8 * i;
	return mask;
}

static unsigned
plain_first(uint64_t mask)
{
	unsigned i = 0;

	while (!byte_of(mask, i))
		i++;
	return i;
}

static unsigned
plain_bit(uint64_t bits)
{
	unsigned i = 0;

	while (!(bits & 1))
		bits /= 2, i++;
	return i;
}

static uint64_t
plain_decimal(const char *p, size_t n)
{
	uint64_t value = 0;

	for (size_t i = 0; i < n; i++) {
		if (!is_digit(p[i]))
			return 0;
		value = 10 * value + (uint64_t)(p[i] - '0');
	}
	return value;
}

/* The upper bits of a product, multiplied as on paper: by digits of 16 bits. */
static uint64_t
plain_slot(uint64_t w, int bits)
{
	const uint64_t times = UINT64_C(11400714819323198485);
	uint64_t product = 0;

	for (unsigned i = 0; i < 4; i++)
		for (unsigned j = 0; i + j < 4; j++)
			product += (w >> 16 * i & 0xffff) * (times >> 16 * j & 0xffff) << 16 * (i + j);
	for (int i = bits; i < 64; i++)
		product /= 2;
	return product;
}

/* A mask that may have marks of its own after the first. */
static void
same_up_to_first(const char *what, uint64_t found, uint64_t wanted, uint64_t of, unsigned more)
{
	same(what, found != 0, wanted != 0, of, more);
	if (wanted)
		same(what, plain_first(found), plain_first(wanted), of, more);
}

/* All that is asked of a word. */
static void
try_word(uint64_t w, unsigned char c)
{
	same("eight_equal", eight_equal(w, (char)c), plain_equal(w, c), w, c);
	same_up_to_first("eight_equal_from", eight_equal_from(w, (char)c), plain_equal(w, c), w, c);
	same_up_to_first("eight_odd", eight_odd(w) & EIGHT_TOPS, plain_odd(w), w, 0);
}

static void
try_words(void)
{
	static const unsigned char wanted[] = {0, '\t', ' ', '\\', 0x7f, 0x80, 0xff};

	/* What is carried from a byte goes to its neighbour. */
	for (unsigned pair = 0; pair < 0x10000; pair++)
		for (unsigned i = 0; i < 7; i += 3)
			try_word((EIGHT_ONES * 'x' & ~(UINT64_C(0xffff) << 8 * i)) | (uint64_t)pair << 8 * i, wanted[pair % sizeof wanted]);
	for (unsigned c = 0; c < 256; c++)
		for (unsigned other = 0; other < 256; other++)
			try_word(EIGHT_ONES * other ^ (uint64_t)(c ^ other) << 8 * (other % 8), (unsigned char)c);
	for (unsigned n = 0; n < 50000; n++) {
		uint64_t w = 0, tops = chance() & EIGHT_TOPS;

		for (unsigned i = 0; i < 8; i++)
			w = w << 8 | telling_byte();
		try_word(w, telling_byte());
		for (int bits = 1; bits < 32; bits += 5)
			same("eight_slot", eight_slot(w, bits), plain_slot(w, bits), w, (unsigned)bits);
		if (tops)
			same("eight_first", eight_first(tops), plain_first(tops), tops, 0);
		if (w >> n % 64)
			same("first_bit", first_bit(w >> n % 64 << n % 64), plain_bit(w >> n % 64 << n % 64), w, n % 64);
	}
}

static void
try_places(void)
{
	char bytes[64];

	for (unsigned n = 0; n < 500; n++) {
		for (size_t i = 0; i < sizeof bytes; i++)
			bytes[i] = (char)telling_byte();
		for (unsigned at = 0; at < 16; at++) {
			same("eight_at", eight_at(bytes + at), plain_word(bytes + at, 8), at, n);
			same("four_at", four_at(bytes + at), plain_word(bytes + at, 4), at, n);
			for (size_t length = 0; length <= 8; length++)
				same("eight_of", eight_of(bytes + at, length), plain_word(bytes + at, length), at, (unsigned)length);
			for (size_t length = 0; length <= 40; length++)
				same("eight_start", eight_start(bytes + at, length), plain_word(bytes + at, length < 8 ? length : 8), at,
				    (unsigned)length);
			for (size_t length = 0; length <= 40; length++) {
				const char *p = bytes + at, *end = p + length, *blank = p;

				while (blank < end && *blank != ' ' && *blank != '\t')
					blank++;
				same("blank_or_end", (uint64_t)(blank_or_end(p, end) - p), (uint64_t)(blank - p), at, (unsigned)length);
			}
		}
	}
}

/* Digits of each number of them, and one of them replaced by each other byte. */
static void
try_numbers(void)
{
	char bytes[16];

	for (unsigned n = 0; n < 40000; n++) {
		unsigned at = n % 9;
		size_t length = 1 + n / 9 % 8, other = n % length;

		for (size_t i = 0; i < sizeof bytes; i++)
			bytes[i] = n % 5 ? (char)('0' + chance() % 10) : '9';
		same("eight_decimal", eight_decimal(bytes + at, length), plain_decimal(bytes + at, length), plain_word(bytes + at, 8), at);
		bytes[at + other] = (char)(n / 8 % 256);
		same("eight_decimal", eight_decimal(bytes + at, length), plain_decimal(bytes + at, length), plain_word(bytes + at, 8), at);
	}
}

/* Each length, from and to each place; what stands around it stays. */
static void
try_copies(void)
{
	char from[64], to[96], wanted[96];

	for (size_t n = 0; n <= 40; n++)
		for (unsigned at = 0; at < 16; at++)
			for (unsigned there = 0; there < 16; there++) {
				for (size_t i = 0; i < sizeof from; i++)
					from[i] = (char)chance();
				memset(to, '-', sizeof to);
				memset(wanted, '-', sizeof wanted);
				for (size_t i = 0; i < n; i++)
					wanted[8 + there + i] = from[at + i];
				copy_few(to + 8 + there, from + at, n);
				same("copy_few", (uint64_t)memcmp(to, wanted, sizeof to), 0, n, 16 * at + there);
			}
}

/* Texts that are the same, and that differ in one byte by one bit, within and just outside. */
static void
try_comparisons(void)
{
	char a[64], b[64];

	for (size_t n = 0; n <= 40; n++)
		for (unsigned at = 0; at < 16; at++)
			for (unsigned place = 0; place < 256; place++) {
				size_t of_b = place % 16;
				size_t other = of_b + (place * 7 + at) % (n + 2);

				for (size_t i = 0; i < sizeof a; i++)
					a[i] = b[i] = (char)chance();
				for (size_t i = 0; i < n; i++)
					b[of_b + i] = a[at + i];
				same("same_few", same_few(a + at, b + of_b, n), true, n, 16 * at + place);
				b[other] = (char)(b[other] ^ 1 << place % CHAR_BIT);
				same("same_few", same_few(a + at, b + of_b, n), other >= of_b + n, n, 16 * at + place);
			}
}

/* A line of blanks, colons and other bytes, of a length that means something here. */
static struct str
some_line(char *bytes, unsigned n)
{
	static const char telling[] = " \t::axy#\x80";
	size_t length = n % 2 ? n / 2 % 40 : n / 2 % 150;

	for (size_t i = 0; i < length; i++) {
		uint64_t r = chance();

		bytes[i] = r % 5 ? 'a' + (char)(r >> 8) % 4 : telling[(r >> 8) % (sizeof telling - 1)];
		if (n % 7 == 0)
			bytes[i] = r % 3 ? ' ' : 'a';
	}
	return (struct str){bytes, length};
}

/* Where blanks and colons are in a line, and its words up to some place. */
static void
try_marks(void)
{
	char bytes[160];

	for (unsigned n = 0; n < 20000; n++) {
		struct str line = some_line(bytes, n), rest;
		struct marks marks = marks_of(line);
		size_t end = line.n ? chance() % (line.n + 1) : 0, skip = end < 12 ? end : n % 12;
		struct words words = words_to(line, marks.blanks, end);

		for (unsigned i = 0; i < MARKS_MOST; i++) {
			same("blanks", marks.blanks >> i & 1, i >= line.n || line.p[i] == ' ' || line.p[i] == '\t', n, i);
			same("colons", marks.colons >> i & 1, i < line.n && line.p[i] == ':', n, i);
		}
		words_skip(&words, skip);
		rest = str_between(line.p + skip, line.p + end);
		for (bool more = true; more;) {
			struct str found = words_next(&words), wanted = str_cut_word(&rest);

			same("a word's length", found.n, wanted.n, n, (unsigned)end);
			same("a word's place", wanted.n ? (uint64_t)(found.p - line.p) : 0, wanted.n ? (uint64_t)(wanted.p - line.p) : 0,
			    n, (unsigned)end);
			more = wanted.n;
		}
		same("the rest", words.rest.n, 0, n, (unsigned)end);
	}
}

#ifdef SIXTEEN
/* What a comparison of sixteen bytes should be, as bytes. */
static void
same_sixteen(const char *what, sixteen found, const bool *wanted, const char *p)
{
	unsigned char bytes[16];
	uint64_t bits = 0;

	memcpy(bytes, &found, sizeof bytes);
	for (unsigned i = 0; i < 16; i++) {
		same(what, bytes[i], wanted[i] ? 0xff : 0, plain_word(p, 8), i);
		bits |= (uint64_t)wanted[i] << i;
	}
	same("sixteen_any", sixteen_any(found), bits != 0, plain_word(p, 8), 0);
	same("sixteen_bits", sixteen_bits(found), bits, plain_word(p, 8), 0);
}

static void
try_sixteen(const char *p)
{
	bool odd[16], tab[16];

	for (unsigned i = 0; i < 16; i++) {
		odd[i] = plain_is_odd((unsigned char)p[i]) || p[i] == '\\';
		tab[i] = p[i] == '\t';
	}
	same_sixteen("sixteen_odd", sixteen_odd(sixteen_at(p)), odd, p);
	same_sixteen("sixteen_at", sixteen_at(p) == '\t', tab, p);
}

static void
try_sixteens(void)
{
	char bytes[32];

	for (unsigned c = 0; c < 256; c++)
		for (unsigned i = 0; i < 16; i++) {
			memset(bytes, 'x', sizeof bytes);
			bytes[i] = (char)c;
			try_sixteen(bytes);
		}
	for (unsigned n = 0; n < 3000; n++) {
		for (size_t i = 0; i < sizeof bytes; i++)
			bytes[i] = (char)telling_byte();
		try_sixteen(bytes + n % 16);
	}
}
#endif

int
main(void)
{
	try_words();
	try_places();
	try_numbers();
	try_copies();
	try_comparisons();
	try_marks();
#ifdef SIXTEEN
	try_sixteens();
	printf("%lu words and vectors compared\n", compared);
#else
	printf("%lu words compared\n", compared);
#endif
	return 0;
}
