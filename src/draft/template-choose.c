/* SPDX-License-Identifier: ISC
 * Templates: which section of a base a row gets. */
#include "template-lex.h"

static int
count_bits(unsigned bits)
{
	int count = 0;

	for (; bits; bits &= bits - 1)
		count++;
	return count;
}

/* Whether one fits better than another: by more qualifiers, then by earlier ones, whose bits are the lower ones. */
static bool
fits_better(const struct section *s, const struct section *other)
{
	int more = count_bits(s->qualifiers) - count_bits(other->qualifiers);
	unsigned differ = s->qualifiers ^ other->qualifiers;

	return more > 0 || (more == 0 && s->qualifiers & differ & -differ);
}

static bool
is_variant_of(const struct section *s, const struct section *other)
{
	return s->chosen && !s->replaced && s->qualifiers == other->qualifiers;
}

/* The variant whose turn it is, of those with the same base and qualifiers, in the order of their numbers. */
static const struct section *
choose_variant(const struct section *first, const struct section *best, uint32_t turn)
{
	uint32_t count = 0;

	for (const struct section *s = first; s; s = s->next_of_base)
		count += is_variant_of(s, best);
	for (const struct section *s = first; s; s = s->next_of_base) {
		uint32_t before = 0;

		for (const struct section *o = first; o && is_variant_of(s, best); o = o->next_of_base)
			before += is_variant_of(o, best) && o->number < s->number;
		if (is_variant_of(s, best) && before == turn % count)
			return s;
	}
	return best;
}

/* Choose a section. */
const struct section *
templates_choose(const struct templates *t, struct str base, unsigned qualifiers, uint32_t turn)
{
	const struct section *first = map_get(&t->bases, base), *best = NULL;

	for (const struct section *s = first; s; s = s->next_of_base)
		if (s->chosen && !s->replaced && !(s->qualifiers & ~qualifiers) && (!best || fits_better(s, best)))
			best = s;
	return best ? choose_variant(first, best, turn) : NULL;
}
