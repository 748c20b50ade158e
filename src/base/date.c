/* SPDX-License-Identifier: ISC
 * Days as numbers. The conversions count years from March, so that a leap day is the last of its year. */
#include "date.h"

#include <time.h>

enum {
	DAYS_IN_400_YEARS = 146097,
	MARCH_FIRST_YEAR_0 = -305, /* the number of 0000-03-01 */
	SPAN_COUNT_MAX = 99999
};

static const struct {
	struct str name, word;
	enum span_unit unit;
	uint32_t word_count;
} units[] = {
    {{"d", 1}, {NULL, 0}, SPAN_DAYS, 0},
    {{"w", 1}, {"weekly", 6}, SPAN_WEEKS, 1},
    {{"mo", 2}, {"monthly", 7}, SPAN_MONTHS, 1},
    {{NULL, 0}, {"quarterly", 9}, SPAN_MONTHS, 3},
    {{"y", 1}, {"yearly", 6}, SPAN_YEARS, 1},
};

/* Quotient and remainder that round down, for years before 1. */
static int32_t
floor_div(int32_t a, int32_t b)
{
	return a / b - (a % b < 0);
}

/* Number a day. */
day
day_of(struct civil date)
{
	int32_t year = date.year - (date.month <= 2);
	int32_t era = floor_div(year, 400), year_of_era = year - era * 400;
	int32_t month_from_march = (date.month + 9) % 12;
	int32_t day_of_year = (153 * month_from_march + 2) / 5 + date.mday - 1;
	int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return era * DAYS_IN_400_YEARS + day_of_era + MARCH_FIRST_YEAR_0;
}

/* Find the calendar day of a number. */
struct civil
day_civil(day d)
{
	int32_t n = d - MARCH_FIRST_YEAR_0;
	int32_t era = floor_div(n, DAYS_IN_400_YEARS), e = n - era * DAYS_IN_400_YEARS;
	int32_t year_of_era = (e - e / 1460 + e / 36524 - e / 146096) / 365;
	int32_t day_of_year = e - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int32_t month_from_march = (5 * day_of_year + 2) / 153;
	struct civil date;

	date.mday = day_of_year - (153 * month_from_march + 2) / 5 + 1;
	date.month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
	date.year = era * 400 + year_of_era + (date.month <= 2);
	return date;
}

/* Count the days of a month. */
int
month_length(int32_t year, int month)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && leap ? 29 : lengths[month - 1];
}

/* Move a day of the year into a year. */
day
day_in_year(struct civil date, int32_t year)
{
	int last = month_length(year, date.month);

	return day_of((struct civil){year, date.month, date.mday < last ? date.mday : last});
}

/* Name the day of the week: day 1 was a Monday. */
int
day_weekday(day d)
{
	return (int)(((int64_t)d - 1) % 7);
}

/* Read digits. */
int32_t
digits_value(struct str s)
{
	int32_t sum = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (!is_digit(s.p[i]))
			return -1;
		sum = sum * 10 + (s.p[i] - '0');
	}
	return sum;
}

/* Read "MM-DD" as a day of that year. */
static bool
parse_month_day(const char *p, int32_t year, struct civil *date)
{
	int32_t month = digits_value((struct str){p, 2}), mday = digits_value((struct str){p + 3, 2});

	if (p[2] != '-' || month < 1 || month > 12 || mday < 1 || mday > month_length(year, month))
		return false;
	*date = (struct civil){year, month, mday};
	return true;
}

/* Read "YYYY-MM-DD". */
static bool
parse_civil(struct str s, struct civil *date)
{
	int32_t year;

	if (s.n != DAY_TEXT || s.p[4] != '-')
		return false;
	year = digits_value((struct str){s.p, 4});
	return year >= 1 && parse_month_day(s.p + 5, year, date);
}

/* Read a date. */
bool
day_parse(struct str s, day *d)
{
	struct civil date;

	if (!parse_civil(s, &date))
		return false;
	*d = day_of(date);
	return true;
}

/* Read a date, a month or a year. */
bool
period_parse(struct str s, bool last, day *d)
{
	int32_t year, month;

	if (day_parse(s, d))
		return true;
	if ((s.n != 4 && s.n != 7) || (year = digits_value((struct str){s.p, 4})) < 1)
		return false;
	if (s.n == 4) {
		*d = day_of(last ? (struct civil){year, 12, 31} : (struct civil){year, 1, 1});
		return true;
	}
	month = digits_value((struct str){s.p + 5, 2});
	if (s.p[4] != '-' || month < 1 || month > 12)
		return false;
	*d = day_of((struct civil){year, (int)month, last ? month_length(year, (int)month) : 1});
	return true;
}

/* Read a date or a month and a day; a leap year lets 29 February be one. */
bool
yearly_parse(struct str s, struct civil *date)
{
	if (parse_civil(s, date))
		return true;
	if (s.n != 5 || !parse_month_day(s.p, 4, date))
		return false;
	date->year = 0;
	return true;
}

/* Read the same from a table. */
bool
yearly_parse_cell(struct str s, struct civil *date)
{
	if (str_starts(s, STR("--")))
		return yearly_parse(str_from(s, 2), date) && date->year == 0;
	return parse_civil(s, date);
}

/* Put a number below 100 as two digits. */
static void
put_two(char *to, int32_t n)
{
	to[0] = (char)('0' + n / 10);
	to[1] = (char)('0' + n % 10);
}

/* Write a date. */
void
day_format(day d, char to[DAY_TEXT + 1])
{
	struct civil date = day_civil(d);

	put_two(to, date.year / 100);
	put_two(to + 2, date.year % 100);
	put_two(to + 5, date.month);
	put_two(to + 8, date.mday);
	to[4] = to[7] = '-';
	to[DAY_TEXT] = '\0';
}

/* Read a span: one of the words, or a number and a unit. */
bool
span_parse(struct str s, struct span *span)
{
	size_t n = 0;
	uint32_t count;

	while (n < s.n && is_digit(s.p[n]))
		n++;
	for (size_t i = 0; i < COUNT(units); i++) {
		if (n == 0 && units[i].word.n && str_eq(s, units[i].word)) {
			*span = (struct span){units[i].unit, units[i].word_count};
			return true;
		}
		if (n && units[i].name.n && str_eq(str_between(s.p + n, s.p + s.n), units[i].name) &&
		    str_number((struct str){s.p, n}, SPAN_COUNT_MAX, &count) && count > 0) {
			*span = (struct span){units[i].unit, count};
			return true;
		}
	}
	return false;
}

/* Read a cadence. */
bool
cadence_parse(struct str s, struct span *span)
{
	if (!str_eq(s, STR("never")))
		return span_parse(s, span);
	*span = (struct span){SPAN_NEVER, 0};
	return true;
}

/* A span in the smaller unit of its kind. */
static struct span
span_reduced(struct span span)
{
	if (span.unit == SPAN_WEEKS)
		return (struct span){SPAN_DAYS, span.count * 7};
	if (span.unit == SPAN_YEARS)
		return (struct span){SPAN_MONTHS, span.count * 12};
	return span;
}

/* Compare spans by what they come to. */
bool
span_same(struct span a, struct span b)
{
	a = span_reduced(a);
	b = span_reduced(b);
	return a.unit == b.unit && a.count == b.count;
}

/* Write a span in its short form. */
void
span_format(struct span span, char to[SPAN_TEXT + 1])
{
	char *p = to;
	uint32_t scale = 10000;

	if (span.unit == SPAN_NEVER) {
		memcpy(to, "never", 6);
		return;
	}
	while (span.count < scale)
		scale /= 10;
	for (; scale; scale /= 10)
		*p++ = (char)('0' + span.count / scale % 10);
	for (size_t i = 0; i < COUNT(units); i++)
		if (units[i].unit == span.unit && units[i].name.n) {
			memcpy(p, units[i].name.p, units[i].name.n);
			p += units[i].name.n;
		}
	*p = '\0';
}

/* Add months, keeping the day of the month where it can be kept. */
static day
add_months(day d, int32_t months)
{
	struct civil date = day_civil(d);
	int32_t all = date.year * 12 + date.month - 1 + months;

	date.month = all % 12 + 1;
	return day_in_year(date, all / 12);
}

/* Add a span. */
day
day_add(day d, struct span span)
{
	int32_t count = (int32_t)span.count;

	switch (span.unit) {
	case SPAN_DAYS:
		return d + count;
	case SPAN_WEEKS:
		return d + 7 * count;
	case SPAN_MONTHS:
		return add_months(d, count);
	case SPAN_YEARS:
		return add_months(d, 12 * count);
	case SPAN_NEVER:
		break;
	}
	return DAY_NONE;
}

/* Ask the clock. */
day
day_today(void)
{
	time_t now = time(NULL);
	struct tm local = {0};

	tzset();
	if (!localtime_r(&now, &local))
		return DAY_NONE;
	return day_of((struct civil){local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
}
