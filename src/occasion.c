/* SPDX-License-Identifier: ISC
 * Days of the year and busy times. */
#include "occasion.h"

/* Read a date cell; the year is 0 where it is open. The cell is good. */
static struct civil
read_date(struct str cell)
{
	struct civil date = {0};

	if (str_starts(cell, STR("--")))
		cell = (struct str){cell.p + 2, cell.n - 2};
	yearly_parse(cell, &date);
	return date;
}

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
occasion_latest(struct str cell, day on)
{
	struct civil date = read_date(cell);
	int32_t year = day_civil(on).year;

	if (day_in_year(date, year) > on)
		year--;
	return in_year(date, year);
}

/* Look ahead. */
struct occurrence
occasion_next(struct str cell, day on)
{
	struct civil date = read_date(cell);
	int32_t year = day_civil(on).year;

	if (day_in_year(date, year) <= on)
		year++;
	return in_year(date, year < date.year ? date.year : year);
}

/* The latest time that a busy field speaks of that began by a day; from is DAY_NONE where there is none. */
static struct busy_time
began_by(const struct field_row *field, day on)
{
	struct civil from = read_date(field->cell[COL_DATE]), to = read_date(field->cell[COL_BY]);
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
is_busy(const struct person *person, day on)
{
	for (size_t i = 0; i < person->busy.count; i++) {
		struct busy_time time = began_by(&person->busy.rows[i], on);

		if (time.from != DAY_NONE && time.to >= on)
			return true;
	}
	return false;
}

/* Find the one that ends last. The list is in the order of sources. */
struct busy_time
busy_latest(const struct person *person, day on)
{
	struct busy_time latest = {DAY_NONE, DAY_NONE, NULL};

	for (size_t i = 0; i < person->busy.count; i++) {
		struct busy_time time = began_by(&person->busy.rows[i], on);

		if (time.from != DAY_NONE && (!latest.field || time.to > latest.to))
			latest = time;
	}
	return latest;
}
