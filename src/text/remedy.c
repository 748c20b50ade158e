/* SPDX-License-Identifier: ISC
 * The lenient reader of entries: where their text begins, what is found in turn, and the line that it comes to. */
#include "remedy.h"

#include "base/text.h"
#include "lenient-date.h"
#include "meant.h"

/* The colon that ends the head: one with somebody before it, and none of a clock time. */
static const char *
find_colon(struct str s)
{
	bool person = false;

	for (size_t i = 0; i < s.n; i++) {
		person |= s.p[i] == '@' && (i == 0 || !is_letter(s.p[i - 1]));
		if (s.p[i] == ':' && person && (i + 1 == s.n || !is_digit(s.p[i + 1]) || !is_digit(s.p[i - 1])))
			return s.p + i;
	}
	return NULL;
}

static bool
is_dash(const struct token *t)
{
	static const struct str dashes[] = {WORD("-"), WORD("--"), WORD("\xe2\x80\x94"), WORD("\xe2\x80\x93")};

	for (size_t i = 0; i < COUNT(dashes); i++)
		if (str_eq(t->raw, dashes[i]))
			return true;
	return false;
}

/* Whether a duration follows a token: a dash before it ends nothing. */
static bool
before_duration(const struct meant *m, size_t i)
{
	struct str words[4];
	int32_t minutes;

	return lenient_duration(words, meant_ahead(m, i + 1, words, COUNT(words)), &minutes) > 0;
}

/* End the head at a dash, or after somebody who ends a sentence. */
static void
find_stop(struct meant *m)
{
	m->stop = m->count;
	for (size_t i = 0; i < m->count; i++) {
		struct token *t = &m->token[i];

		if (i && is_dash(t)) {
			t->used = true;
			if (before_duration(m, i))
				continue;
			m->stop = i;
			return;
		}
		if (i + 1 < m->count && is_person(t) && t->after == '.') {
			m->stop = i + 1;
			return;
		}
	}
}

/* "@zoe: likes sailing": where nothing but people is before the colon, it divides nothing. False: there is no more. */
static bool
join_text(struct meant *m)
{
	if (meant_next(m, 0) < m->stop)
		return true;
	if (m->text.n == 0 || !meant_split(m, m->text))
		return false;
	m->text.n = 0;
	m->stop = m->count;
	m->joined = true;
	return true;
}

/* Pass over small words that nothing is lost with: joints and prepositions at the people's side, I before and after the deed. */
static void
use_small(struct meant *m)
{
	size_t after = m->phrase_end < m->stop ? m->phrase_end : m->people_end;

	for (size_t i = 0; i < m->stop; i++) {
		struct token *t = &m->token[i];
		bool at_people = i + 1 == m->people_at;

		t->used |= (at_people && (is_in(t, BESIDE_PEOPLE) || (m->possessive && is_word(t, "at")))) ||
		    ((at_people || i == m->people_end) && is_joint(t)) || (i < m->phrase_at && (is_in(t, ME) || is_in(t, EMPTY_WORDS))) ||
		    (i == m->phrase_end && is_in(t, ME));
	}
	if (m->people_end < m->stop && m->they && is_in(&m->token[after], ME))
		m->token[after].used = true;
}

/* A fact needs its words. */
static bool
says_nothing(const struct meant *m)
{
	if (!(m->flags & MANY_WORDS) || m->text.n)
		return false;
	for (size_t i = 0; i < m->count; i++)
		if (!m->token[i].used)
			return false;
	return true;
}

/* Write the people. */
static void
add_people(struct text *to, const struct meant *m)
{
	for (size_t i = 0; i < m->people_count; i++) {
		text_add(to, STR(" @"));
		text_add(to, m->people[i]);
	}
}

/* Write a part, where it is there. */
static void
add_part(struct text *to, const char *before, struct str part)
{
	if (part.n == 0)
		return;
	text_add(to, str_of(before));
	text_add(to, part);
}

/* Write what is left over, in the old order, and the text. */
static void
add_rest(struct text *to, const struct meant *m)
{
	bool any = false;

	for (size_t i = 0; i < m->count; i++) {
		struct str raw = m->token[i].raw;

		if (m->token[i].used)
			continue;
		if (i + 1 == m->count && raw.n > 1 && strchr(",;:", raw.p[raw.n - 1]))
			raw.n--;
		add_part(to, any ? " " : ": ", raw);
		any = true;
	}
	add_part(to, ": ", m->text);
}

/* Write the entry. */
static void
write_entry(struct text *to, const struct meant *m)
{
	char date[DAY_TEXT + 1];

	day_format(m->day, date);
	text_add(to, (struct str){date, DAY_TEXT});
	if (m->they)
		add_people(to, m);
	add_part(to, " ", verbs[m->verb].name);
	if (!m->they)
		add_people(to, m);
	add_part(to, " ", m->hole ? STR(HOLE) : m->object);
	add_part(to, " by ", m->by);
	add_part(to, " via ", m->via);
	if (m->minutes) {
		text_add_char(to, ' ');
		text_add_minutes(to, m->minutes);
	}
	add_rest(to, m);
}

/* Take a line apart: its day, its words up to the text, the text. */
static bool
take_apart(struct meant *m, struct str line)
{
	const char *colon;

	if (!lenient_date(&line, &m->day))
		return false;
	line = str_trim(line);
	colon = find_colon(line);
	if (colon)
		m->text = str_trim(str_rest(line, colon + 1));
	if (!meant_split(m, colon ? str_between(line.p, colon) : line))
		return false;
	find_stop(m);
	return true;
}

/* Read the line. */
enum remedy
remedy_entry(struct str line, struct text *to)
{
	struct meant m = {.day = DAY_NONE};

	if (!take_apart(&m, line) || !find_people(&m) || !join_text(&m) || !find_deed(&m))
		return REMEDY_NONE;
	if (says_two_deeds(&m))
		return REMEDY_TWO_LINES;
	use_small(&m);
	if (!find_times(&m) || is_doubtful(&m) || !leads_in(&m) || loses_people(&m))
		return REMEDY_NONE;
	if (loses_verb(&m))
		return REMEDY_TWO_LINES;
	if (!find_thing(&m) || says_nothing(&m))
		return REMEDY_NONE;
	write_entry(to, &m);
	return to->cut ? REMEDY_NONE : REMEDY_LINE;
}
