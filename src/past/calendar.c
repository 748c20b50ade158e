/* SPDX-License-Identifier: ISC
 * Days of the year and busy times. */
#include "calendar.h"

/* That day's occurrence in a year; none before the first. */
static struct occurrence
in_year(struct civil date, int32_t year)
{
	if (year < 1 || year < date.year)
		return (struct occurrence){DAY_NONE, 0};
	return (struct occurrence){day_in_year(date, year), date.year ? year - date.year : 0};
}

/* Look back. */
struct occurrence
occurrence_latest(struct civil date, day on)
{
	int32_t year = day_civil(on).year;

	if (day_in_year(date, year) > on)
		year--;
	return in_year(date, year);
}

/* Look ahead. */
struct occurrence
occurrence_next(struct civil date, day on)
{
	int32_t year = day_civil(on).year;

	if (day_in_year(date, year) <= on)
		year++;
	return in_year(date, year < date.year ? date.year : year);
}

/* The latest time that a busy field speaks of that began by a day; from is DAY_NONE where there is none. */
static struct busy_time
began_by(const struct field_row *field, day on)
{
	struct civil from = field->value.range.from, to = field->value.range.to;
	bool over_new_year = from.month > to.month || (from.month == to.month && from.mday > to.mday);
	struct busy_time time = {.field = field};
	int32_t year = day_civil(on).year;

	if (from.year) {
		time.from = day_of(from);
		time.to = day_of(to);
		if (time.from > on)
			time.from = DAY_NONE;
		return time;
	}
	if (day_in_year(from, year) > on)
		year--;
	time.from = day_in_year(from, year);
	time.to = day_in_year(to, year + over_new_year);
	return time;
}

/* Whether the person is busy. */
bool
is_busy(const struct person *person, day on, day *to)
{
	const struct busy_time latest = busy_latest(person, on);

	*to = latest.to;
	return latest.field && latest.to >= on;
}

/* Find the one that ends last. The list is in the order of sources. */
struct busy_time
busy_latest(const struct person *person, day on)
{
	const struct field_list list = person_fields(person, FIELD_BUSY);
	struct busy_time latest = {DAY_NONE, DAY_NONE, NULL};

	for (size_t i = 0; i < list.count; i++) {
		struct busy_time time = began_by(&list.rows[i], on);

		if (time.from != DAY_NONE && (!latest.field || time.to > latest.to))
			latest = time;
	}
	return latest;
}
