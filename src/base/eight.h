/* SPDX-License-Identifier: ISC
 *
 * Eight bytes at a time: what a loop over bytes would do, in a few operations on a word of 64 bits and without a branch to
 * guess at (after the word-at-a-time tricks that every libc's strlen uses). The first byte is the lowest on any machine, so
 * nothing here depends on how one stores its numbers. A mask has the top bit of each byte that is meant, and no other bit.
 */
#ifndef BASE_EIGHT_H
#define BASE_EIGHT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Each byte's lowest bit, and each byte's top bit. */
#define EIGHT_ONES UINT64_C(0x0101010101010101)
#define EIGHT_TOPS (EIGHT_ONES * 0x80)

/* The eight bytes at p, which may lie anywhere. Compilers make one load of it. */
static inline uint64_t
eight_at(const char *p)
{
	const unsigned char *b = (const unsigned char *)p;

	return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 |
	    (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

/* The four bytes at p. */
static inline uint64_t
four_at(const char *p)
{
	const unsigned char *b = (const unsigned char *)p;

	return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24;
}

/* A text of n bytes, eight at the most, as one number, with zeros after its end; of texts without a NUL each has its own. */
static inline uint64_t
eight_of(const char *p, size_t n)
{
	if (n >= 4)
		return four_at(p) | four_at(p + n - 4) << 8 * (n - 4);
	if (n == 0)
		return 0;
	return (uint64_t)(unsigned char)p[0] | (uint64_t)(unsigned char)p[n / 2] << 8 * (n / 2) |
	    (uint64_t)(unsigned char)p[n - 1] << 8 * (n - 1);
}

/* The first eight bytes of a text as a number: all of a short one. */
static inline uint64_t
eight_start(const char *p, size_t n)
{
	return eight_of(p, n < 8 ? n : 8);
}

/*
 * The number that one to eight digits are; 0 where a byte is none. Tens and ones are put together, then pairs of these, and pairs
 * of those.
 */
static inline uint32_t
eight_decimal(const char *p, size_t n)
{
	uint64_t w = (eight_of(p, n) ^ EIGHT_ONES * '0') << 8 * (8 - n);

	if (((w + EIGHT_ONES * (0x7f - 9)) | w) & EIGHT_TOPS)
		return 0;
	w = w * 10 + (w >> 8);
	return (uint32_t)(((w & UINT64_C(0xff000000ff)) * UINT64_C(0xf424000000064) +
	    (w >> 16 & UINT64_C(0xff000000ff)) * UINT64_C(0x271000000001)) >> 32);
}

/* A slot for w in a table of so many bits: cheap and well spread, but easy to make collide (Fibonacci hashing). */
static inline size_t
eight_slot(uint64_t w, int bits)
{
	return (size_t)(w * UINT64_C(11400714819323198485) >> (64 - bits));
}

/* The bytes of w that are c. */
static inline uint64_t
eight_equal(uint64_t w, char c)
{
	uint64_t other = w ^ EIGHT_ONES * (unsigned char)c;

	return ~(((other & ~EIGHT_TOPS) + ~EIGHT_TOPS) | other) & EIGHT_TOPS;
}

/* The same, for less: bytes above the first that is c may be marked as well. */
static inline uint64_t
eight_equal_from(uint64_t w, char c)
{
	uint64_t other = w ^ EIGHT_ONES * (unsigned char)c;

	return (other - EIGHT_ONES) & ~other & EIGHT_TOPS;
}

/* With a top bit where a byte of w is none of printable ASCII; bytes above the first such may have one as well. */
static inline uint64_t
eight_odd(uint64_t w)
{
	return w | (w - EIGHT_ONES * 0x20) | (w + EIGHT_ONES);
}

/* Which bit is the first of some that are not all 0; which byte is the first in a mask that is not 0. */
static inline unsigned
first_bit(uint64_t bits)
{
#ifdef __GNUC__
	return (unsigned)__builtin_ctzll(bits);
#else
	unsigned n = 0;

	for (; !(bits & 1); bits >>= 1)
		n++;
	return n;
#endif
}

static inline size_t
eight_first(uint64_t mask)
{
	return first_bit(mask) / 8;
}

/*
 * Sixteen bytes at a time, where the compiler knows vectors (and SIXTEEN is defined; without SSE, i386 has none): one instruction
 * compares all of them. What comes of a comparison has all bits of a byte where it holds, and none where it does not.
 */
#if defined __GNUC__ && (!defined __i386__ || defined __SSE2__)
#define SIXTEEN
typedef signed char sixteen __attribute__((vector_size(16)));

static inline sixteen
sixteen_at(const char *p)
{
	sixteen bytes;

	memcpy(&bytes, p, sizeof bytes);
	return bytes;
}

/* Those that are a backslash or none of printable ASCII. (Bytes from 0x80 on are below 0 here.) */
static inline sixteen
sixteen_odd(sixteen bytes)
{
	return (bytes < ' ') | (bytes == 0x7f) | (bytes == '\\');
}

/* Whether a comparison holds anywhere. */
static inline bool
sixteen_any(sixteen found)
{
	uint64_t half[2];

	memcpy(half, &found, sizeof half);
	return (half[0] | half[1]) != 0;
}

/* A comparison as sixteen bits, of which the lowest is the first byte's. The multiplication gathers the bits of eight bytes. */
static inline uint64_t
sixteen_bits(sixteen found)
{
#ifdef __SSE2__
	return (unsigned)__builtin_ia32_pmovmskb128((char __attribute__((vector_size(16))))found);
#else
	const uint64_t gather = UINT64_C(0x0102040810204080);
	uint64_t half[2];

	memcpy(half, &found, sizeof half);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	half[0] = __builtin_bswap64(half[0]);
	half[1] = __builtin_bswap64(half[1]);
#endif
	return (half[0] & EIGHT_ONES) * gather >> 56 | (half[1] & EIGHT_ONES) * gather >> 56 << 8;
#endif
}
#endif

/* Copy n bytes, most often few, to where they do not overlap. */
static inline void
copy_few(char *to, const char *from, size_t n)
{
	if (n > 16) {
		memcpy(to, from, n);
	} else if (n >= 8) {
		memcpy(to, from, 8);
		memcpy(to + n - 8, from + n - 8, 8);
	} else if (n >= 4) {
		memcpy(to, from, 4);
		memcpy(to + n - 4, from + n - 4, 4);
	} else if (n) {
		to[0] = from[0];
		to[n / 2] = from[n / 2];
		to[n - 1] = from[n - 1];
	}
}

/* Whether two texts of n bytes are the same, most often few. */
static inline bool
same_few(const char *a, const char *b, size_t n)
{
	uint64_t x, y;
	uint32_t v, w;

	if (n > 16)
		return memcmp(a, b, n) == 0;
	if (n >= 8) {
		memcpy(&x, a, 8), memcpy(&y, b, 8);
		if (x != y)
			return false;
		memcpy(&x, a + n - 8, 8), memcpy(&y, b + n - 8, 8);
		return x == y;
	}
	if (n >= 4) {
		memcpy(&v, a, 4), memcpy(&w, b, 4);
		if (v != w)
			return false;
		memcpy(&v, a + n - 4, 4), memcpy(&w, b + n - 4, 4);
		return v == w;
	}
	return n == 0 || (a[0] == b[0] && a[n / 2] == b[n / 2] && a[n - 1] == b[n - 1]);
}

#endif
