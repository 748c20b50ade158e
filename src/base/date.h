/* SPDX-License-Identifier: ISC
 *
 * Days of the Gregorian calendar as numbers, spans between them, and their written forms (spec: text, Lines).
 *
 * Day 1 is 0001-01-01, DAY_MAX is 9999-12-31. Sums may leave that range; day_exists tells. No clock but in day_today.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "str.h"

typedef int32_t day;

enum { DAY_NONE = 0, DAY_MIN = 1, DAY_MAX = 3652059 };

/* The bytes of a day as text, and the most of a span in its short form. */
enum { DAY_TEXT = 10, SPAN_TEXT = 7 };

struct civil {
	int32_t year;
	int month, mday; /* from 1 */
};

enum span_unit { SPAN_NEVER, SPAN_DAYS, SPAN_WEEKS, SPAN_MONTHS, SPAN_YEARS };

struct span {
	enum span_unit unit;
	uint32_t count; /* 1 to 99999 */
};

static inline bool
day_exists(day d)
{
	return d >= DAY_MIN && d <= DAY_MAX;
}

/* To and from the calendar, for any year; the month and the day of the month must be real. */
day day_of(struct civil date);
struct civil day_civil(day d);

/* The value of digits, all of them, at most nine; -1 where a byte is none. */
int32_t digits_value(struct str s);

/* The last day of a month. */
int month_length(int32_t year, int month);

/* That day in that year; 29 February becomes the 28th in a common year. */
day day_in_year(struct civil date, int32_t year);

/* 0 is Monday, 6 is Sunday. */
int day_weekday(day d);

/* "2026-11-21", a real day. False if it is anything else. */
bool day_parse(struct str s, day *d);

/* "2026-11-21", "2026-11" or "2026": the day itself, or the first or the last day of the month or year. */
bool period_parse(struct str s, bool last, day *d);

/* "2026-11-21" or "11-21" (then date.year is 0), a real day; "02-29" is one. */
bool yearly_parse(struct str s, struct civil *date);

/* Ten bytes and a NUL into `to`; the day must exist. */
void day_format(day d, char to[DAY_TEXT + 1]);

/* The same as a table has it, where "--11-21" leaves the year open. */
bool yearly_parse_cell(struct str s, struct civil *date);

/* "6w", "3mo", "10d", "1y", or weekly, monthly, quarterly, yearly, with which the short form is meant. */
bool span_parse(struct str s, struct span *span);

/* A cadence: a span, or "never", which is SPAN_NEVER. */
bool cadence_parse(struct str s, struct span *span);

/* The short form, "3mo", and a NUL. "never" for SPAN_NEVER. */
void span_format(struct span span, char to[SPAN_TEXT + 1]);

/* Whether two spans always come to the same day: 4w and 28d do, 1y and 12mo, not 1mo and 30d. */
bool span_same(struct span a, struct span b);

/*
 * The day that a span comes to. Months and years keep the day of the month or take the last of a shorter month. The sum
 * may lie past DAY_MAX. The span must not be SPAN_NEVER.
 */
day day_add(day d, struct span span);

/* Today by the local clock and TZ, or DAY_NONE where the system can't tell. */
day day_today(void);

#endif
