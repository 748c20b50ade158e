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

/*
 * Find the value that would be at a rank if they were sorted, from 0 on: digit by digit to the base of 256, the highest first.
 * Each pass counts those that agree with what is found already; for gaps of less than 256 days one will do.
 */
static int32_t
value_at(const int32_t *values, size_t count, size_t rank)
{
	uint32_t all = 0, found = 0, known = 0;
	int shift = 0;

	for (size_t i = 0; i < count; i++)
		all |= (uint32_t)values[i];
	while (shift < 24 && all >> shift > 0xff)
		shift += 8;
	for (; shift >= 0; shift -= 8) {
		size_t of_digit[256] = {0};
		uint32_t digit = 0;

		for (size_t i = 0; i < count; i++)
			if (((uint32_t)values[i] & known) == found)
				of_digit[(uint32_t)values[i] >> shift & 0xff]++;
		while (rank >= of_digit[digit])
			rank -= of_digit[digit++];
		found |= digit << shift;
		known |= UINT32_C(0xff) << shift;
	}
	return (int32_t)found;
}

/* Find the median. */
int32_t
median(const int32_t *values, size_t count)
{
	int32_t upper = value_at(values, count, count / 2);

	if (count % 2)
		return upper;
	return (int32_t)(((int64_t)value_at(values, count, count / 2 - 1) + upper) / 2);
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
