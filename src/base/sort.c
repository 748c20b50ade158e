/* SPDX-License-Identifier: ISC
 * Sorting: merging runs, from one buffer to the other and back. */
#include "sort.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"

/* What is sorted, and how. */
struct sorting {
	size_t size;
	sort_cmp *cmp;
	const void *context;
};

/* Merge the sorted runs from[0..middle) and from[middle..count) into `to`. */
static void
merge(const struct sorting *s, const char *from, size_t middle, size_t count, char *to)
{
	const char *a = from, *a_end = from + middle * s->size, *b = a_end, *b_end = from + count * s->size;

	while (a < a_end || b < b_end) {
		const char **first = b == b_end || (a < a_end && s->cmp(a, b, s->context) <= 0) ? &a : &b;

		memcpy(to, *first, s->size);
		to += s->size;
		*first += s->size;
	}
}

/* Whether the items are in order as they are. */
static bool
is_sorted(const struct sorting *s, const char *items, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (s->cmp(items + (i - 1) * s->size, items + i * s->size, s->context) > 0)
			return false;
	return true;
}

/* Sort. */
void
sort_items(void *items, size_t count, size_t size, sort_cmp *cmp, const void *context)
{
	const struct sorting s = {size, cmp, context};
	char *from = items, *spare, *to;

	if (is_sorted(&s, from, count))
		return;
	to = spare = memory_resize(NULL, count, size);
	for (size_t run = 1; run < count; run *= 2) {
		char *other = from;

		for (size_t i = 0; i < count; i += 2 * run) {
			size_t left = count - i, both = left < 2 * run ? left : 2 * run;

			merge(&s, from + i * size, run < both ? run : both, both, to + i * size);
		}
		from = to;
		to = other;
	}
	if (from != items)
		memcpy(items, from, count * size);
	free(spare);
}
