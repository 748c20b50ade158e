/* SPDX-License-Identifier: ISC
 * The words of a line: what may stand in them, and what some of them mean. */
#include "token.h"

#include "base/fields.h"
#include "base/rules.h"
#include "base/verbs.h"
#include "base/utf8.h"

/* What a character may do in a word. */
enum {
	INSIDE = 1,
	STARTS_ID = 2,
	STARTS_WORD = 4,
	ENDS = 8,
	DIGIT = INSIDE | STARTS_ID | ENDS,
	LETTER = INSIDE | STARTS_ID | STARTS_WORD | ENDS
};

/* clang-format off */
static const unsigned char classes[0x80] = {
    ['-'] = INSIDE, ['.'] = INSIDE, ['_'] = INSIDE | ENDS,
    ['0'] = DIGIT, ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT, ['4'] = DIGIT, ['5'] = DIGIT, ['6'] = DIGIT,
    ['7'] = DIGIT, ['8'] = DIGIT, ['9'] = DIGIT,
    ['A'] = LETTER, ['B'] = LETTER, ['C'] = LETTER, ['D'] = LETTER, ['E'] = LETTER, ['F'] = LETTER,
    ['G'] = LETTER, ['H'] = LETTER, ['I'] = LETTER, ['J'] = LETTER, ['K'] = LETTER, ['L'] = LETTER,
    ['M'] = LETTER, ['N'] = LETTER, ['O'] = LETTER, ['P'] = LETTER, ['Q'] = LETTER, ['R'] = LETTER,
    ['S'] = LETTER, ['T'] = LETTER, ['U'] = LETTER, ['V'] = LETTER, ['W'] = LETTER, ['X'] = LETTER,
    ['Y'] = LETTER, ['Z'] = LETTER,
    ['a'] = LETTER, ['b'] = LETTER, ['c'] = LETTER, ['d'] = LETTER, ['e'] = LETTER, ['f'] = LETTER,
    ['g'] = LETTER, ['h'] = LETTER, ['i'] = LETTER, ['j'] = LETTER, ['k'] = LETTER, ['l'] = LETTER,
    ['m'] = LETTER, ['n'] = LETTER, ['o'] = LETTER, ['p'] = LETTER, ['q'] = LETTER, ['r'] = LETTER,
    ['s'] = LETTER, ['t'] = LETTER, ['u'] = LETTER, ['v'] = LETTER, ['w'] = LETTER, ['x'] = LETTER,
    ['y'] = LETTER, ['z'] = LETTER,
};
/* clang-format on */

/* Say what a byte may do. What is not ASCII is a letter, as long as it can be seen. */
static unsigned
class_of(char c)
{
	return (unsigned char)c < 0x80 ? classes[(unsigned char)c] : LETTER;
}

/* Find the first character of s that may not stand in a word, or its end. */
static enum word_fault
scan(struct str s, const char **at)
{
	const char *p = s.p, *end = s.p + s.n;

	while (p < end && class_of(*p) & INSIDE) {
		uint32_t c;
		size_t n;

		if ((unsigned char)*p < 0x80) {
			p++;
			continue;
		}
		n = utf8_decode(str_between(p, end), &c);
		if (!utf8_visible(c)) {
			*at = p;
			return WORD_UNSEEN;
		}
		p += n;
	}
	*at = p;
	return p < end ? WORD_BAD_BYTE : WORD_GOOD;
}

/* Whether s is of small letters alone, eight at the most, as most words are: that is seen at a glance. */
static bool
is_of_small_letters(struct str s)
{
	uint64_t w, ones;

	if (s.n == 0 || s.n > 8)
		return false;
	w = eight_of(s.p, s.n);
	ones = EIGHT_ONES >> 8 * (8 - s.n);
	return ((w | (w - ones * 'a') | (w + ones * (0x7f - 'z'))) & EIGHT_TOPS) == 0;
}

/* Look s over as a word or an id. */
static enum word_fault
check(struct str s, unsigned start, const char **at)
{
	enum word_fault fault;

	*at = s.p;
	if (is_of_small_letters(s))
		return WORD_GOOD;
	if (s.n == 0)
		return WORD_EMPTY;
	if (!(class_of(s.p[0]) & start))
		return WORD_BAD_START;
	fault = scan(s, at);
	if (fault != WORD_GOOD)
		return fault;
	*at = s.p + s.n - 1;
	if (!(class_of(**at) & ENDS))
		return WORD_BAD_END;
	*at = s.p;
	return s.n > WORD_MOST ? WORD_TOO_LONG : WORD_GOOD;
}

/* Check an id. */
enum word_fault
id_check(struct str s, const char **at)
{
	return check(s, STARTS_ID, at);
}

/* Check a word. */
enum word_fault
word_check(struct str s, const char **at)
{
	return check(s, STARTS_WORD, at);
}

/* Find the longest word that s begins with. */
struct str
word_prefix(struct str s)
{
	const char *end;

	if (s.n == 0 || !(class_of(*s.p) & STARTS_WORD))
		return (struct str){s.p, 0};
	scan(s, &end);
	while (end > s.p && !(class_of(end[-1]) & ENDS))
		end--;
	return end - s.p > WORD_MOST ? (struct str){s.p, 0} : str_between(s.p, end);
}

/* Words that are small change in a sentence, and no object of anything: by their length, one after the other. */
bool
is_small_word(struct str word)
{
	static const struct str small[] = {
	    WORD(""),
	    WORD("ai"),
	    WORD("byantooninatofifitmemyweusheno"),
	    WORD("viaandthefordueouryouhimhissheheranynot"),
	    WORD("withfromintotillthatthisyourtheythemsome"),
	    WORD("aboutuntiltheir"),
	};

	if (word.n >= COUNT(small))
		return false;
	for (size_t i = 0; i < small[word.n].n; i += word.n)
		if ((*word.p | ' ') == small[word.n].p[i] && str_eq_any_case(word, (struct str){small[word.n].p + i, word.n}))
			return true;
	return false;
}

/* Read what follows the hours' point as minutes: one or two decimals that come to whole ones. */
static bool
decimal_minutes(struct str s, uint32_t *minutes)
{
	uint32_t hundredths;

	if (s.n < 1 || s.n > 2 || !is_digit(s.p[0]) || !is_digit(s.p[s.n - 1]))
		return false;
	hundredths = (uint32_t)(s.p[0] - '0') * 10 + (s.n == 2 ? (uint32_t)(s.p[1] - '0') : 0);
	*minutes = hundredths * 60 / 100;
	return hundredths * 60 % 100 == 0;
}

/* Read "05m": one or two digits below 60 and the m. */
static bool
clock_minutes(struct str s, uint32_t *minutes)
{
	if (s.n < 2 || s.n > 3 || s.p[s.n - 1] != 'm' || !is_digit(s.p[0]) || !is_digit(s.p[s.n - 2]))
		return false;
	*minutes = (uint32_t)(s.p[0] - '0');
	if (s.n == 3)
		*minutes = *minutes * 10 + (uint32_t)(s.p[1] - '0');
	return *minutes < 60;
}

/* Read a duration. */
bool
duration_parse(struct str s, int32_t *minutes)
{
	size_t n = 0;
	uint32_t number, rest = 0, sum;
	struct str after;
	bool good;

	while (n < s.n && is_digit(s.p[n]))
		n++;
	if (n == s.n || !str_number((struct str){s.p, n}, MINUTES_MAX, &number))
		return false;
	if (number == 0 && s.p[n] != '.')
		return false;
	after = (struct str){s.p + n + 1, s.n - n - 1};
	sum = number * 60;
	if (s.p[n] == 'm') {
		good = after.n == 0;
		sum = number;
	} else if (s.p[n] == '.') {
		good = after.n > 1 && after.p[after.n - 1] == 'h' &&
		    decimal_minutes((struct str){after.p, after.n - 1}, &rest);
	} else {
		good = s.p[n] == 'h' && (after.n == 0 || clock_minutes(after, &rest));
	}
	if (!good || sum + rest < 1 || sum + rest > MINUTES_MAX)
		return false;
	*minutes = (int32_t)(sum + rest);
	return true;
}

/* Find a weekday by its name or the first three letters of it; -1 where it is none. */
static int
weekday_find(struct str s)
{
	static const struct str names[] = {
	    {"monday", 6}, {"tuesday", 7}, {"wednesday", 9}, {"thursday", 8}, {"friday", 6}, {"saturday", 8}, {"sunday", 6},
	};

	for (int i = 0; i < 7; i++)
		if (str_eq(s, names[i]) || str_eq(s, (struct str){names[i].p, 3}))
			return i;
	return -1;
}

/* Read a WHEN. */
bool
when_parse(struct str s, day from, day *d)
{
	struct span span;
	int weekday;

	if (day_parse(s, d))
		return true;
	if (s.n && *s.p == '+') {
		if (!span_parse((struct str){s.p + 1, s.n - 1}, &span))
			return false;
		*d = day_add(from, span);
		return true;
	}
	if (str_eq(s, STR("today")) || str_eq(s, STR("tomorrow"))) {
		*d = from + (s.n == STR("tomorrow").n);
		return true;
	}
	weekday = weekday_find(s);
	if (weekday >= 0)
		*d = from + 1 + (weekday - day_weekday(from + 1) + 7) % 7;
	return weekday >= 0;
}
