/* SPDX-License-Identifier: ISC
 * Days and durations as people write them. */
#include "lenient-date.h"

#include "base/rules.h"
#include "token.h"

/* The month of a name, in full or its first three letters; 0 where it is none. */
static int
month_of(struct str s)
{
	static const struct str names[] = {
	    WORD("january"), WORD("february"), WORD("march"), WORD("april"), WORD("may"), WORD("june"), WORD("july"), WORD("august"),
	    WORD("september"), WORD("october"), WORD("november"), WORD("december"),
	};

	if (s.n && s.p[s.n - 1] == '.')
		s.n--;
	for (int i = 0; i < 12; i++)
		if (str_eq_any_case(s, names[i]) || str_eq_any_case(s, (struct str){names[i].p, 3}) ||
		    (i == 8 && str_eq_any_case(s, STR("sept"))))
			return i + 1;
	return 0;
}

/* A day of the month: "2", "2nd", "2,"; 0 where it is none. */
static int
mday_of(struct str s)
{
	static const struct str endings[] = {WORD("st"), WORD("nd"), WORD("rd"), WORD("th"), WORD(","), WORD("")};
	uint32_t number;

	for (size_t i = 0; i < COUNT(endings); i++) {
		size_t n = endings[i].n;

		if (s.n > n && str_eq_any_case(str_from(s, s.n - n), endings[i]) && str_number((struct str){s.p, s.n - n}, 31, &number))
			return (int)number;
	}
	return 0;
}

/* A real day. */
static bool
make_day(int32_t year, int month, int mday, day *d)
{
	if (year < 1000 || year > 9999 || month < 1 || month > 12 || mday < 1 || mday > month_length(year, month))
		return false;
	*d = day_of((struct civil){year, month, mday});
	return true;
}

/* A year of four digits, perhaps with a comma or colon; 0 where it is none. */
static int32_t
year_of(struct str s)
{
	if (s.n == 5 && (s.p[4] == ',' || s.p[4] == ':'))
		s.n--;
	return s.n == 4 && digits_value(s) >= 1000 ? digits_value(s) : 0;
}

/* "2026-11-2", "2026/11/02", "2026.11.02": the year first, and one mark between. */
static size_t
marked_date(struct str s, day *d)
{
	int32_t part[3] = {0, 0, 0};
	size_t i = 0, digits = 0;
	int parts = 0;
	char mark = s.n > 4 ? s.p[4] : 0;

	if (mark != '-' && mark != '/' && mark != '.')
		return 0;
	for (; i < s.n && parts < 3; i++) {
		if (is_digit(s.p[i]) && digits < 4) {
			part[parts] = part[parts] * 10 + (s.p[i] - '0');
			digits++;
		} else if (s.p[i] == mark && digits && parts < 2) {
			parts++;
			digits = 0;
		} else {
			break;
		}
	}
	if (parts != 2 || digits == 0 || digits > 2 || (i < s.n && is_digit(s.p[i])) || !make_day(part[0], part[1], part[2], d))
		return 0;
	return i;
}

/* The first word as a date, of digits alone or marked: its length, or 0. */
static size_t
word_date(struct str s, day *d)
{
	if (s.n >= 8 && (s.n == 8 || !is_digit(s.p[8])) && digits_value((struct str){s.p, 8}) > 0)
		return make_day(digits_value((struct str){s.p, 4}), (int)digits_value((struct str){s.p + 4, 2}),
			   (int)digits_value((struct str){s.p + 6, 2}), d) ? 8 : 0;
	return marked_date(s, d);
}

/* A weekday, in any case, in full or short; 0 bytes where it is none. Written as WHEN has it. */
static struct str
weekday_when(struct str s)
{
	static const struct str names[] = {
	    WORD("monday"), WORD("tuesday"), WORD("wednesday"), WORD("thursday"), WORD("friday"), WORD("saturday"), WORD("sunday"),
	};

	for (size_t i = 0; i < COUNT(names); i++)
		if (str_eq_any_case(s, names[i]) || str_eq_any_case(s, (struct str){names[i].p, 3}) ||
		    (i == 3 && (str_eq_any_case(s, STR("thurs")) || str_eq_any_case(s, STR("thur")))) ||
		    (i == 1 && str_eq_any_case(s, STR("tues"))) || (i == 2 && str_eq_any_case(s, STR("weds"))))
			return (struct str){names[i].p, 3};
	return (struct str){NULL, 0};
}

/* Whether a word is a weekday, perhaps with a comma. */
static bool
is_weekday(struct str s)
{
	if (s.n && (s.p[s.n - 1] == ',' || s.p[s.n - 1] == '.'))
		s.n--;
	return weekday_when(s).n > 0;
}

/* Cut a day off a line. */
bool
lenient_date(struct str *line, day *d)
{
	struct str rest = str_trim(*line), word, one, two;
	size_t n;

	if (rest.n > 2 && strchr("-*+", *rest.p) && is_blank(rest.p[1]))
		rest = str_trim(str_from(rest, 1));
	one = rest;
	word = str_cut_word(&one);
	while (str_eq_any_case(word, STR("on")) || is_weekday(word)) {
		rest = str_trim(one);
		one = rest;
		word = str_cut_word(&one);
	}
	*line = rest;
	if ((n = word_date(word, d))) {
		rest = str_from(rest, n);
		while (rest.n && strchr(":,.;T", *rest.p))
			rest = str_from(rest, 1);
		*line = rest;
		return true;
	}
	two = str_cut_word(&one);
	if (mday_of(word) && month_of(two)) {
		int32_t year = year_of(str_cut_word(&one));

		*line = one;
		return year && make_day(year, month_of(two), mday_of(word), d);
	}
	if (month_of(word) && mday_of(two)) {
		int32_t year = year_of(str_cut_word(&one));

		*line = one;
		return year && make_day(year, month_of(word), mday_of(two), d);
	}
	return false;
}

/* The minutes of a unit; 0 where it is none. */
static int32_t
unit_minutes(struct str s)
{
	static const struct {
		struct str name;
		int32_t minutes;
	} units[] = {
	    {WORD("m"), 1}, {WORD("min"), 1}, {WORD("mins"), 1}, {WORD("minute"), 1}, {WORD("minutes"), 1}, {WORD("h"), 60},
	    {WORD("hr"), 60}, {WORD("hrs"), 60}, {WORD("hour"), 60}, {WORD("hours"), 60},
	};

	for (size_t i = 0; i < COUNT(units); i++)
		if (str_eq_any_case(s, units[i].name))
			return units[i].minutes;
	return 0;
}

/* Minutes out of a number with at most two decimals, in a unit; 0 where they are not whole. */
static int32_t
scaled(struct str number, int32_t unit)
{
	int32_t hundredths = 0;
	int decimals = -1;

	if (number.n == 0 || number.n > 7 || !is_digit(*number.p))
		return 0;
	for (size_t i = 0; i < number.n; i++) {
		if (is_digit(number.p[i])) {
			hundredths = hundredths * 10 + (number.p[i] - '0');
			decimals += decimals >= 0;
		} else if ((number.p[i] == '.' || number.p[i] == ',') && decimals < 0) {
			decimals = 0;
		} else {
			return 0;
		}
	}
	if (decimals > 2 || hundredths > MINUTES_MAX)
		return 0;
	for (int i = decimals < 0 ? 0 : decimals; i < 2; i++)
		hundredths *= 10;
	return hundredths % 100 * unit % 100 || !unit ? 0 : (int32_t)((int64_t)hundredths * unit / 100);
}

/* A number in words; 0 where it is none. */
static int32_t
number_word(struct str s)
{
	static const struct {
		struct str name;
		int32_t number;
	} numbers[] = {
	    {WORD("one"), 1}, {WORD("two"), 2}, {WORD("three"), 3}, {WORD("four"), 4}, {WORD("five"), 5}, {WORD("six"), 6},
	    {WORD("ten"), 10}, {WORD("fifteen"), 15}, {WORD("twenty"), 20}, {WORD("thirty"), 30}, {WORD("forty"), 40},
	    {WORD("fifty"), 50}, {WORD("ninety"), 90},
	};

	for (size_t i = 0; i < COUNT(numbers); i++)
		if (str_eq_any_case(s, numbers[i].name))
			return numbers[i].number;
	return 0;
}

/* One word as a duration: "90min", "1h30m", "1:30h", "1,5h"; 0 where it is none. */
static int32_t
word_minutes(struct str s)
{
	size_t n = 0;
	const char *colon = str_find(s, ':');
	int32_t minutes;

	if (duration_parse(s, &minutes))
		return minutes;
	if (colon && s.n > 4 && (s.p[s.n - 1] == 'h')) {
		int32_t hours = digits_value(str_between(s.p, colon)), rest = digits_value(str_between(colon + 1, s.p + s.n - 1));

		return hours >= 0 && hours < 100 && rest >= 0 && rest < 60 && s.p + s.n - 1 - (colon + 1) == 2 ? hours * 60 + rest : 0;
	}
	while (n < s.n && (is_digit(s.p[n]) || s.p[n] == '.' || s.p[n] == ','))
		n++;
	if (n && n + 3 == s.n && s.p[n] == 'h' && digits_value(str_from(s, n + 1)) >= 0 && digits_value(str_from(s, n + 1)) < 60)
		return scaled((struct str){s.p, n}, 60) ? scaled((struct str){s.p, n}, 60) + digits_value(str_from(s, n + 1)) : 0;
	return n ? scaled((struct str){s.p, n}, unit_minutes(str_from(s, n))) : 0;
}

/* Find a duration at the start. */
size_t
lenient_duration(const struct str *w, size_t count, int32_t *minutes)
{
	int32_t more = 0;
	size_t used = 0;

	if (count >= 3 && str_eq_any_case(w[0], STR("half")) && str_eq_any_case(w[1], STR("an")) && str_eq_any_case(w[2], STR("hour")))
		return *minutes = 30, 3;
	if (count >= 2 && str_eq_any_case(w[0], STR("an")) && str_eq_any_case(w[1], STR("hour")))
		*minutes = 60, used = 2;
	else if (count >= 2 && number_word(w[0]) && unit_minutes(w[1]))
		*minutes = number_word(w[0]) * unit_minutes(w[1]), used = 2;
	else if (count >= 1 && (*minutes = word_minutes(w[0])))
		used = 1;
	else if (count >= 2 && is_digit(w[0].n ? *w[0].p : 0) && (*minutes = scaled(w[0], unit_minutes(w[1]))))
		used = 2;
	if (used && *minutes % 60 == 0) {
		size_t a = count > used + 1 && str_eq_any_case(w[used + 1], STR("a"));

		if (count > used + 1 + a && str_eq_any_case(w[used], STR("and")) && str_eq_any_case(w[used + 1 + a], STR("half"))) {
			more = 30;
			used += 2 + a;
		} else if (count > used && (more = word_minutes(w[used])) && more < 60)
			used++;
		else if (count > used + 1 && is_digit(w[used].n ? *w[used].p : 0) && unit_minutes(w[used + 1]) == 1 &&
		    (more = scaled(w[used], 1)) && more < 60)
			used += 2;
		else
			more = 0;
	}
	*minutes += more;
	return used && *minutes <= MINUTES_MAX ? used : 0;
}

/* A unit of days: the letters that a span has for it; 0 bytes where it is none. */
static struct str
span_unit_of(struct str s)
{
	static const struct {
		struct str name, unit;
	} units[] = {
	    {WORD("day"), WORD("d")}, {WORD("days"), WORD("d")}, {WORD("week"), WORD("w")}, {WORD("weeks"), WORD("w")},
	    {WORD("month"), WORD("mo")}, {WORD("months"), WORD("mo")}, {WORD("year"), WORD("y")}, {WORD("years"), WORD("y")},
	    {WORD("wk"), WORD("w")}, {WORD("wks"), WORD("w")},
	};

	for (size_t i = 0; i < COUNT(units); i++)
		if (str_eq_any_case(s, units[i].name))
			return units[i].unit;
	return (struct str){NULL, 0};
}

/* Write a day as WHEN. */
static void
add_when_day(struct text *when, day d)
{
	char digits[DAY_TEXT + 1];

	day_format(d, digits);
	text_add(when, (struct str){digits, DAY_TEXT});
}

/* "6 Nov", "Nov 6", perhaps with a year: the next one from a day on. The words used, or 0. */
static size_t
month_day(const struct str *w, size_t count, day from, struct text *when)
{
	int mday, month;
	int32_t year;
	day d;

	if (count < 2)
		return 0;
	mday = mday_of(w[0]) ? mday_of(w[0]) : mday_of(w[1]);
	month = month_of(w[1]) ? month_of(w[1]) : month_of(w[0]);
	if (!mday || !month || (mday_of(w[0]) != 0) == (month_of(w[0]) != 0))
		return 0;
	year = count > 2 ? year_of(w[2]) : 0;
	if (!make_day(year ? year : day_civil(from).year, month, mday, &d))
		return 0;
	if (!year && d < from && !make_day(day_civil(from).year + 1, month, mday, &d))
		return 0;
	add_when_day(when, d);
	return year ? 3 : 2;
}

/* "30th": the next day of that number from a day on. */
static size_t
day_of_month(struct str s, day from, struct text *when)
{
	struct civil date = day_civil(from);
	int mday = s.n > 2 && !is_digit(s.p[s.n - 1]) ? mday_of(s) : 0;

	if (!mday)
		return 0;
	if (mday < date.mday) {
		date.year += date.month == 12;
		date.month = date.month % 12 + 1;
	}
	if (mday > month_length(date.year, date.month))
		return 0;
	date.mday = mday;
	add_when_day(when, day_of(date));
	return 1;
}

/* The end of this month, week or year: "end of month", "month end". The words used, or 0. */
static size_t
end_of(const struct str *w, size_t count, day from, struct text *when)
{
	struct civil date = day_civil(from);
	size_t i = 0;

	if (count > i && str_eq_any_case(w[i], STR("the")))
		i++;
	if (count < i + 3 || !str_eq_any_case(w[i], STR("end")) || !str_eq_any_case(w[i + 1], STR("of")))
		return 0;
	i += 2;
	if (str_eq_any_case(w[i], STR("the")) || str_eq_any_case(w[i], STR("this")))
		i++;
	if (i >= count)
		return 0;
	if (str_eq_any_case(w[i], STR("month")))
		date.mday = month_length(date.year, date.month);
	else if (str_eq_any_case(w[i], STR("year")))
		date = (struct civil){date.year, 12, 31};
	else if (month_of(w[i])) {
		int month = month_of(w[i]);

		date.year += month < date.month;
		date = (struct civil){date.year, month, month_length(date.year, month)};
	} else
		return 0;
	add_when_day(when, day_of(date));
	return i + 1;
}

/* A day after "by" and the like. The words used, or 0. */
static size_t
when_words(const struct str *w, size_t count, day from, struct text *when)
{
	struct str day_name;
	size_t used;
	day d;

	if (count == 0)
		return 0;
	if ((used = end_of(w, count, from, when)) || (used = month_day(w, count, from, when)))
		return used;
	if (count > 1 && (day_name = weekday_when(w[1])).n &&
	    (str_eq_any_case(w[0], STR("next")) || str_eq_any_case(w[0], STR("this")) || str_eq_any_case(w[0], STR("on")))) {
		text_add(when, day_name);
		return 2;
	}
	if ((day_name = weekday_when(w[0])).n) {
		if ((used = month_day(w + 1, count - 1, from, when)))
			return used + 1;
		text_add(when, day_name);
		return 1;
	}
	if (str_eq_any_case(w[0], STR("today")) || str_eq_any_case(w[0], STR("tonight")))
		return text_add(when, STR("today")), 1;
	if (str_eq_any_case(w[0], STR("tomorrow")) || str_eq_any_case(w[0], STR("tmrw")) || str_eq_any_case(w[0], STR("tmr")))
		return text_add(when, STR("tomorrow")), 1;
	if (count > 1 && str_eq_any_case(w[0], STR("the")) && day_of_month(w[1], from, when))
		return 2;
	if (word_date(w[0], &d) == w[0].n && w[0].n)
		return add_when_day(when, d), 1;
	if (when_parse(w[0], from, &d))
		return text_add(when, w[0]), 1;
	return 0;
}

/* A day of its own. */
size_t
lenient_day(const struct str *w, size_t count, day from, struct text *when)
{
	return when_words(w, count, from, when);
}

/* "in 2 weeks", "within a month", "+2 weeks". The words used, or 0. */
static size_t
span_words(const struct str *w, size_t count, struct text *when)
{
	struct str number, unit;
	uint32_t n;
	size_t i = 0;
	bool plus = count && *w[0].p == '+';

	if (!plus && !(count && (str_eq_any_case(w[0], STR("in")) || str_eq_any_case(w[0], STR("within")))))
		return 0;
	number = plus ? str_from(w[0], 1) : count > 1 ? w[1] : (struct str){NULL, 0};
	i = plus ? 1 : 2;
	unit = count > i ? span_unit_of(w[i]) : (struct str){NULL, 0};
	if (str_eq_any_case(number, STR("a")) || str_eq_any_case(number, STR("one")))
		number = STR("1");
	else if (str_eq_any_case(number, STR("two")))
		number = STR("2");
	else if (str_eq_any_case(number, STR("three")))
		number = STR("3");
	if (!unit.n || !str_number(number, 99999, &n) || n == 0)
		return 0;
	text_add_char(when, '+');
	text_add(when, number);
	text_add(when, unit);
	return i + 1;
}

/* Find a deadline at the start. */
size_t
lenient_deadline(const struct str *w, size_t count, day from, struct text *when)
{
	static const struct str marks[] = {WORD("by"), WORD("until"), WORD("till"), WORD("til"), WORD("due"), WORD("before")};
	size_t used;

	if ((used = span_words(w, count, when)))
		return used;
	if (count && str_eq_any_case(w[0], STR("tomorrow")))
		return text_add(when, STR("tomorrow")), 1;
	for (size_t i = 0; count && i < COUNT(marks); i++) {
		size_t at = 1;

		if (!str_eq_any_case(w[0], marks[i]))
			continue;
		while (count > at && (str_eq_any_case(w[at], STR("by")) || str_eq_any_case(w[at], STR("on")) ||
				     str_eq_any_case(w[at], STR("eod")) || str_eq_any_case(w[at], STR("cob"))))
			at++;
		if ((used = when_words(w + at, count - at, from, when)) || (used = span_words(w + at, count - at, when)))
			return used + at;
		if (str_eq(marks[i], STR("before")))
			return 0;
		return LENIENT_UNCLEAR;
	}
	return 0;
}

/* Write two digits. */
static void
add_two(struct text *to, int n)
{
	if (n < 10)
		text_add_char(to, '0');
	text_add_number(to, n);
}

/* Cut a day off a value. */
bool
lenient_yearly(struct str *value, struct text *to)
{
	struct str rest = *value, one, two;
	struct civil date;
	day d;

	if (lenient_date(&rest, &d)) {
		add_when_day(to, d);
		*value = rest;
		return true;
	}
	rest = *value;
	one = str_cut_word(&rest);
	if (one.n >= 5 && yearly_parse((struct str){one.p, 5}, &date) && (one.n == 5 || !is_digit(one.p[5]))) {
		text_add(to, (struct str){one.p, 5});
		*value = str_rest(*value, one.p + 5);
		return true;
	}
	two = str_cut_word(&rest);
	if ((mday_of(one) != 0) == (mday_of(two) != 0) || !(month_of(one) || month_of(two)))
		return false;
	date = (struct civil){4, month_of(one) ? month_of(one) : month_of(two), mday_of(one) ? mday_of(one) : mday_of(two)};
	if (date.mday > month_length(date.year, date.month))
		return false;
	add_two(to, date.month);
	text_add_char(to, '-');
	add_two(to, date.mday);
	*value = rest;
	return true;
}

/* Cut a span off a value. */
bool
lenient_span(struct str *value, struct text *to)
{
	struct str rest = *value, number = str_cut_word(&rest), unit;
	size_t n = 0;
	uint32_t count;

	if (str_eq_any_case(number, STR("every")))
		number = str_cut_word(&rest);
	while (n < number.n && is_digit(number.p[n]))
		n++;
	unit = n == number.n ? str_cut_word(&rest) : str_from(number, n);
	unit = span_unit_of(unit);
	if (!unit.n || !str_number((struct str){number.p, n}, 99999, &count) || count == 0)
		return false;
	text_add_number(to, count);
	text_add(to, unit);
	*value = rest;
	return true;
}

/* Write minutes. */
void
text_add_minutes(struct text *to, int32_t minutes)
{
	if (minutes >= 60) {
		text_add_number(to, minutes / 60);
		text_add_char(to, 'h');
	}
	if (minutes % 60 || minutes < 60) {
		text_add_number(to, minutes % 60);
		text_add_char(to, 'm');
	}
}
