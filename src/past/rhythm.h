/* SPDX-License-Identifier: ISC
 *
 * Rhythm: the gaps between days of contact, their median, and whether the rhythm is lost (spec: tables, "Drift").
 */
#ifndef PAST_RHYTHM_H
#define PAST_RHYTHM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Days from one day of contact to the next. All zero is none; free `days` with free(). */
struct gaps {
	int32_t *days;
	uint32_t count, room;
};

void gaps_add(struct gaps *gaps, int32_t days);

/* The median, of an even number the mean of the middle two rounded down. There is at least one value, and none below 0. */
int32_t median(const int32_t *values, size_t count);

/*
 * Whether a tie drifts that was last alive `silent` days ago: there are at least 3 gaps, their median m times their number is at
 * least 21 days, and the silence exceeds the limit max(2m, `least`) and not `dormant`. *m and *limit are set where it does.
 */
bool rhythm_is_lost(struct gaps *gaps, int32_t silent, int32_t least, int32_t dormant, int32_t *m, int32_t *limit);

#endif
