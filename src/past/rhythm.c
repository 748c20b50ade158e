/* SPDX-License-Identifier: ISC
 * Rhythm: a median, and a limit that follows from it. */
#include "rhythm.h"

#include <stdlib.h>

#include "base/arena.h"

enum { GAPS_AT_LEAST = 3, DAYS_AT_LEAST = 21 };

/* Add a gap. */
void
gaps_add(struct gaps *gaps, int32_t days)
{
	ARRAY_PUSH(gaps->days, gaps->count, gaps->room, days);
}

/* Compare numbers. */
static int
number_cmp(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

/* Find the median. */
int32_t
median(int32_t *values, size_t count)
{
	qsort(values, count, sizeof *values, number_cmp);
	if (count % 2)
		return values[count / 2];
	return (int32_t)(((int64_t)values[count / 2 - 1] + values[count / 2]) / 2);
}

/* Judge a silence by the rhythm before it. */
bool
rhythm_is_lost(struct gaps *gaps, int32_t silent, int32_t least, int32_t dormant, int32_t *m, int32_t *limit)
{
	int32_t middle, most;

	if (gaps->count < GAPS_AT_LEAST)
		return false;
	middle = median(gaps->days, gaps->count);
	most = 2 * middle > least ? 2 * middle : least;
	if ((uint64_t)middle * gaps->count < DAYS_AT_LEAST || silent <= most || silent > dormant)
		return false;
	*m = middle;
	*limit = most;
	return true;
}
