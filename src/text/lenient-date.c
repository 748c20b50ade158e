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
	static const struct str endings[] = {WORD("st"), WORD("nd"), WORD("rd"), WORD("th"), WORD("."), WORD("")};
	uint32_t number;

	if (s.n && s.p[s.n - 1] == ',')
		s.n--;
	for (size_t i = 0; i < COUNT(endings); i++) {
		size_t n = endings[i].n;

		if (s.n > n && str_eq_any_case(str_from(s, s.n - n), endings[i]) && str_number((struct str){s.p, s.n - n}, 31, &number))
			return (int)number;
	}
	return 0;
}

/* "2 Nov", "Nov 2": the month and the day that two words name, whichever comes first; 0 where neither word does. */
static void
read_month_day(struct str one, struct str two, int *month, int *mday)
{
	*month = month_of(two) ? month_of(two) : month_of(one);
	*mday = mday_of(one) ? mday_of(one) : mday_of(two);
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
	for (; i < s.n; i++) {
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
	if (parts != 2 || digits > 2 || !make_day(part[0], part[1], part[2], d))
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
	return weekday_when(s).p != NULL;
}

/* Whether a weekday's name is not that of a day. */
static bool
is_other_weekday(struct str name, day d)
{
	static const char week[] = "montuewedthufrisatsun";
	struct str when = weekday_when(name);

	return when.n && memcmp(week + (size_t)day_weekday(d) * 3, when.p, 3) != 0;
}

/* "12-Nov-2026", "12/Nov/2026": whether a word is such a date. */
static bool
named_date(struct str word, day *d)
{
	struct str part[3];
	size_t n = 0, from = 0;

	for (size_t i = 0; i <= word.n && n < COUNT(part); i++)
		if (i == word.n || strchr("-/.", word.p[i])) {
			part[n++] = (struct str){word.p + from, i - from};
			from = i + 1;
		}
	return n == COUNT(part) && from > word.n && mday_of(part[0]) && month_of(part[1]) && year_of(part[2]) &&
	    make_day(year_of(part[2]), month_of(part[1]), mday_of(part[0]), d);
}

/* "2 Nov 2026", "Nov 2, 2026": cut such a date off the start. */
static bool
cut_spelled_date(struct str *line, day *d)
{
	struct str rest = *line, one = str_cut_word(&rest), two = str_cut_word(&rest), year = str_cut_word(&rest);
	int month, mday;

	read_month_day(one, two, &month, &mday);
	*line = rest;
	return make_day(year_of(year), month, mday, d);
}

/* Cut off what may stand before a date: a bullet, "on", a weekday, an opening bracket. Gives the weekday. */
static struct str
cut_before_date(struct str *line)
{
	struct str weekday = STR(""), rest = str_trim(*line), next, word;

	if (rest.n > 2 && strchr("-*+", *rest.p) && is_blank(rest.p[1]))
		rest = str_trim(str_from(rest, 2));
	for (;;) {
		next = rest;
		word = str_cut_word(&next);
		if (is_weekday(word))
			weekday = word;
		else if (!str_eq_any_case(word, STR("on")))
			break;
		rest = str_trim(next);
	}
	if (rest.n && strchr("[(", *rest.p))
		rest = str_from(rest, 1);
	*line = rest;
	return weekday;
}

/* Cut off what may stand after a date: punctuation, a dash, its weekday in brackets or not. Gives the weekday. */
static struct str
cut_after_date(struct str *line)
{
	struct str weekday = STR(""), rest = *line, next, raw, word;

	while (rest.n && strchr(":,.;T])", *rest.p))
		rest = str_from(rest, 1);
	*line = rest;
	next = rest;
	raw = str_cut_word(&next);
	word = raw;
	while (word.n && strchr("([", *word.p))
		word = str_from(word, 1);
	while (word.n && strchr(")],.:", word.p[word.n - 1]))
		word.n--;
	/* "sat" alone is a deed. */
	if (is_weekday(word) && (word.n < raw.n || word.n > 3)) {
		weekday = word;
		*line = next;
		raw = str_cut_word(&next);
	}
	if (str_eq(raw, STR("-")) || str_eq(raw, STR("--")) || str_eq(raw, STR("\xe2\x80\x93")) || str_eq(raw, STR("\xe2\x80\x94")) ||
	    str_eq(raw, STR("|")))
		*line = next;
	return weekday;
}

/* Cut a day off a line. */
bool
lenient_date(struct str *line, day *d)
{
	struct str rest = *line, before = cut_before_date(&rest), after, word, next = rest;
	size_t n;

	*line = rest;
	word = str_cut_word(&next);
	while (word.n && strchr(":,;])", word.p[word.n - 1]))
		word.n--;
	if ((n = word_date(word, d)))
		rest = str_from(rest, n);
	else if (named_date(word, d))
		rest = str_from(rest, word.n);
	else if (!cut_spelled_date(&rest, d))
		return false;
	after = cut_after_date(&rest);
	*line = rest;
	return !is_other_weekday(before, *d) && !is_other_weekday(after, *d);
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
	minutes = scaled((struct str){s.p, n}, 60);
	if (minutes && n + 3 == s.n && s.p[n] == 'h' && digits_value(str_from(s, n + 1)) >= 0 && digits_value(str_from(s, n + 1)) < 60)
		return minutes + digits_value(str_from(s, n + 1));
	return scaled((struct str){s.p, n}, unit_minutes(str_from(s, n)));
}

/* The words that stand for a time as a whole: "half an hour". */
static const struct {
	const char *words;
	int32_t minutes;
} spelled_times[] = {
    {"half an hour", 30}, {"half hour", 30}, {"1/2 hour", 30}, {"\xc2\xbd hour", 30}, {"\xc2\xbd h", 30}, {"an hour", 60},
    {"a quarter of an hour", 15}, {"quarter of an hour", 15}, {"three quarters of an hour", 45}, {"a quarter hour", 15},
};

/* How many words at the start are these; 0 where they are not. */
static size_t
starts_with(const struct str *w, size_t count, const char *words)
{
	struct str rest = str_of(words), word;
	size_t n = 0;

	while ((word = str_cut_word(&rest)).n) {
		if (n == count || !str_eq_any_case(w[n], word))
			return 0;
		n++;
	}
	return n;
}

/* A time at the start, without what may be added to it. */
static size_t
plain_time(const struct str *w, size_t count, int32_t *minutes)
{
	size_t used;

	for (size_t i = 0; i < COUNT(spelled_times); i++)
		if ((used = starts_with(w, count, spelled_times[i].words)))
			return *minutes = spelled_times[i].minutes, used;
	if (count >= 3 && (str_eq(w[1], STR("1/2")) || str_eq(w[1], STR("\xc2\xbd"))) && unit_minutes(w[2]) == 60 &&
	    (*minutes = scaled(w[0], 60)))
		return *minutes += 30, 3;
	if (count >= 2 && number_word(w[0]) && unit_minutes(w[1]))
		return *minutes = number_word(w[0]) * unit_minutes(w[1]), 2;
	if (count >= 1 && (*minutes = word_minutes(w[0])))
		return 1;
	if (count >= 2 && (*minutes = scaled(w[0], unit_minutes(w[1]))))
		return 2;
	return 0;
}

/* What is added to whole hours: "and a half", "30m", "30 min". */
static size_t
added_time(const struct str *w, size_t count, int32_t *minutes)
{
	size_t used = starts_with(w, count, "and a half");

	if (used || (used = starts_with(w, count, "and half")))
		return *minutes = 30, used;
	if (count >= 1 && (*minutes = word_minutes(w[0])) && *minutes < 60)
		return 1;
	if (count >= 2 && unit_minutes(w[1]) == 1 && (*minutes = scaled(w[0], 1)) && *minutes < 60)
		return 2;
	*minutes = 0;
	return 0;
}

/* Find a duration at the start. */
size_t
lenient_duration(const struct str *w, size_t count, int32_t *minutes)
{
	int32_t more = 0;
	size_t used = plain_time(w, count, minutes);

	if (used && *minutes % 60 == 0)
		used += added_time(w + used, count - used, &more);
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
	int month, mday;
	int32_t year;
	day d;

	if (count < 2)
		return 0;
	read_month_day(w[0], w[1], &month, &mday);
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
	if (count > i + 1 && str_eq_any_case(w[i], STR("month")) && str_eq_any_case(w[i + 1], STR("end"))) {
		date.mday = month_length(date.year, date.month);
		add_when_day(when, day_of(date));
		return i + 2;
	}
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
	    (str_eq_any_case(w[0], STR("next")) || str_eq_any_case(w[0], STR("this")))) {
		text_add(when, day_name);
		return 2;
	}
	if ((day_name = weekday_when(w[0])).n) {
		if ((used = month_day(w + 1, count - 1, from, when)))
			return used + 1;
		if (count > 1 && word_date(w[1], &d) == w[1].n && w[1].n)
			return is_other_weekday(w[0], d) ? 0 : (add_when_day(when, d), (size_t)2);
		text_add(when, day_name);
		return 1;
	}
	if (str_eq_any_case(w[0], STR("today")) || str_eq_any_case(w[0], STR("tonight")))
		return text_add(when, STR("today")), 1;
	if (str_eq_any_case(w[0], STR("tomorrow")) || str_eq_any_case(w[0], STR("tmrw")) || str_eq_any_case(w[0], STR("tmr")))
		return text_add(when, STR("tomorrow")), 1;
	if (count > 1 && str_eq_any_case(w[0], STR("the")) && !(count > 2 && str_eq_any_case(w[2], STR("of"))) &&
	    day_of_month(w[1], from, when))
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
	size_t i;
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

/* Whether a word is a time of the day: "noon", "5pm", "17:00", "17h". */
static bool
is_clock(struct str s)
{
	size_t n = 0;

	if (str_list_has("noon midnight lunchtime eod cob", s))
		return true;
	while (n < s.n && (is_digit(s.p[n]) || s.p[n] == ':'))
		n++;
	return n && (str_list_has("am pm h", str_from(s, n)) || (n == s.n && n > 3 && str_find(s, ':')));
}

/* Pass over what may stand before the day of a deadline: times of the day, "on", "the latest". `clock` is the first time. */
static size_t
before_day(const struct str *w, size_t count, size_t i, size_t *clock)
{
	for (; i < count && (is_clock(w[i]) || str_list_has("by on at", w[i])); i++)
		if (is_clock(w[i]) && !str_list_has("eod cob", w[i]) && *clock == 0)
			*clock = i;
	return i;
}

/* Find a deadline at the start. */
size_t
lenient_deadline(const struct str *w, size_t count, day from, size_t *clock, struct text *when)
{
	static const char *const marks[] = {
	    "latest by", "no later than", "not later than", "at the latest by", "by", "until", "till", "til", "due", "before",
	};
	size_t used, at = 0;

	*clock = 0;
	if ((used = span_words(w, count, when)))
		return used;
	if (count && str_eq_any_case(w[0], STR("tomorrow")))
		return text_add(when, STR("tomorrow")), 1;
	for (size_t i = 0; i < COUNT(marks) && !at; i++)
		at = starts_with(w, count, marks[i]);
	if (!at)
		return 0;
	at = before_day(w, count, at, clock);
	if ((used = when_words(w + at, count - at, from, when)) || (used = span_words(w + at, count - at, when)))
		return used + at;
	return str_eq_any_case(w[0], STR("before")) ? 0 : LENIENT_UNCLEAR;
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
	enum { LEAP_YEAR = 2000 };
	struct str rest = *value, one, two;
	struct civil date;
	int month, mday;
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
	read_month_day(one, two, &month, &mday);
	if (!make_day(LEAP_YEAR, month, mday, &d))
		return false;
	add_two(to, month);
	text_add_char(to, '-');
	add_two(to, mday);
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
