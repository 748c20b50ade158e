/* SPDX-License-Identifier: ISC
 *
 * Days of the year and busy times (spec: tables, "Days of the year", "A busy time"). 29 February is kept on the 28th in
 * common years.
 */
#ifndef PAST_CALENDAR_H
#define PAST_CALENDAR_H

#include "people.h"

/* An occurrence of a day that comes every year. */
struct occurrence {
	day day;       /* DAY_NONE where there is none */
	int32_t years; /* since the first, where the year is known; else 0 */
};

/* The latest occurrence at or before a day, and the next one after it (it may be past DAY_MAX). */
struct occurrence occurrence_latest(struct civil date, day on);
struct occurrence occurrence_next(struct civil date, day on);

/* A busy time as it was or is. */
struct busy_time {
	day from, to;
	const struct field_row *field; /* NULL where there is none */
};

/* Whether the person is in a busy time on that day; then *to is the last day of it, of several the latest. */
bool is_busy(const struct person *person, day on, day *to);

/* The busy time that ends last of those that began by that day; of two the first by source. */
struct busy_time busy_latest(const struct person *person, day on);

#endif
