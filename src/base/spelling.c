/* SPDX-License-Identifier: ISC
 * Spelling: the distance between words, and the nearest of many. */
#include "spelling.h"

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/*
 * The usual table of the optimal string alignment distance, but only the band of cells about its diagonal that can come to
 * no more than `most`. Row i holds the edits from the first i bytes of a; column j stands at index j - i + most.
 */
struct band {
	int most;
	int rows[3][2 * 3 + 2]; /* rows i - 2, i - 1 and i, at i % 3; the last index stays too far */
};

/* The edits of cell (i, j), from its neighbours. */
static int
band_cell(struct band *band, struct str a, struct str b, ptrdiff_t i, ptrdiff_t j)
{
	ptrdiff_t k = j - i + band->most;
	const int *row = band->rows[i % 3], *above = band->rows[(i + 2) % 3], *before = band->rows[(i + 1) % 3];
	int edits;

	if (j < 0 || j > (ptrdiff_t)b.n)
		return band->most + 1;
	if (i == 0 || j == 0)
		return least((int)(i + j), band->most + 1);
	edits = least(above[k] + (a.p[i - 1] != b.p[j - 1]), above[k + 1] + 1);
	if (k > 0)
		edits = least(edits, row[k - 1] + 1);
	if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1])
		edits = least(edits, before[k] + 1);
	return least(edits, band->most + 1);
}

/* How many bytes two words share at their start. */
static size_t
shared_start(struct str a, struct str b)
{
	size_t n = 0, most = a.n < b.n ? a.n : b.n;

	while (n + 8 <= most && eight_at(a.p + n) == eight_at(b.p + n))
		n += 8;
	while (n < most && a.p[n] == b.p[n])
		n++;
	return n;
}

/* Cut off what two words share at both ends: it takes no edits. */
static void
cut_shared(struct str *a, struct str *b)
{
	size_t n = shared_start(*a, *b);

	*a = str_from(*a, n);
	*b = str_from(*b, n);
	while (a->n && b->n && a->p[a->n - 1] == b->p[b->n - 1])
		a->n--, b->n--;
}

/* Which characters are in a word, a bit for each; some share one. */
static uint64_t
letters_of(struct str s)
{
	uint64_t letters = 0;

	for (size_t i = 0; i < s.n; i++)
		letters |= UINT64_C(1) << (s.p[i] & 63);
	return letters;
}

/* Whether more than so many bits are set. */
static bool
has_more_bits(uint64_t bits, int most)
{
	while (bits && most-- > 0)
		bits &= bits - 1;
	return bits != 0;
}

/* Count the edits, row by row, until a row has no cell within reach. */
static int
count_edits(struct str a, struct str b, int most)
{
	struct band band = {.most = most};
	ptrdiff_t difference = (ptrdiff_t)b.n - (ptrdiff_t)a.n;

	for (ptrdiff_t i = 0; i <= (ptrdiff_t)a.n; i++) {
		int *row = band.rows[i % 3], best = most + 1;

		row[2 * most + 1] = most + 1;
		for (ptrdiff_t k = 0; k <= 2 * most; k++) {
			row[k] = band_cell(&band, a, b, i, i + k - most);
			best = least(best, row[k]);
		}
		if (best > most)
			return best;
	}
	return band.rows[a.n % 3][difference + most];
}

/*
 * Count the edits. Most words are far apart, and that is seen soon: by their lengths, and by the letters that only one of them
 * has, each of which takes an edit.
 */
int
edits_between(struct str a, struct str b, int most)
{
	uint64_t in_a, in_b;

	if (a.n > b.n + (size_t)most || b.n > a.n + (size_t)most)
		return most + 1;
	cut_shared(&a, &b);
	in_a = letters_of(a);
	in_b = letters_of(b);
	if (has_more_bits(in_a & ~in_b, most) || has_more_bits(in_b & ~in_a, most))
		return most + 1;
	return count_edits(a, b, most);
}

/* Find the nearest name. */
const struct str *
nearest(struct str word, const struct str *names, size_t count, size_t stride, int most)
{
	size_t most_alike = 0;
	const struct str *found = NULL;

	if (word.n == 0)
		return NULL;
	if ((size_t)most >= word.n)
		most = (int)word.n - 1;
	for (size_t i = 0; i < count && most >= 0; i++) {
		const struct str *name = (const struct str *)(const void *)((const char *)names + i * stride);
		int edits = edits_between(word, *name, most);
		size_t alike = shared_start(word, *name);

		/* Of two that are equally near, the one that starts more like the word: people slip late in it. */
		if (edits < most || (edits == most && (!found || alike > most_alike))) {
			found = name;
			most = edits;
			most_alike = alike;
		}
	}
	return found;
}
