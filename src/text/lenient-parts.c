/* SPDX-License-Identifier: ISC
 * The lenient reader: object, deadline, duration, channel. */
#include "base/text.h"
#include "lenient-date.h"
#include "meant.h"
#include "token.h"

enum { WINDOW = 8 /* the words that a duration or a deadline may have */ };

/* Take a duration: "90 min", "1h 30m", "(1h)", "half an hour", with "for" before it or not. */
static void
take_duration(struct meant *m)
{
	for (size_t i = 0; i < m->stop; i++) {
		struct str words[WINDOW];
		size_t used = lenient_duration(words, meant_ahead(m, i, words, WINDOW), &m->minutes);

		if (!used)
			continue;
		meant_use(m, i, used);
		if (i && is_in(&m->token[i - 1], BEFORE_TIMES))
			m->token[i - 1].used = true;
		return;
	}
}

/* Take the deadline: "by Friday", "until 6 Nov", "in 2 weeks", "tomorrow". False where its day is not plain. */
static bool
take_deadline(struct meant *m)
{
	for (size_t i = 0; i < m->stop && verb_is(m->verb, MAY_HAVE_BY); i++) {
		struct str words[WINDOW];
		struct text by = TEXT_IN(m->by_bytes);
		size_t clock, used = lenient_deadline(words, meant_ahead(m, i, words, WINDOW), m->day, &clock, &by);

		if (used == 0)
			continue;
		if (used == LENIENT_UNCLEAR)
			return false;
		meant_use(m, i, used);
		if (clock)
			m->token[i + clock].used = false;
		m->by = text_str(&by);
		return true;
	}
	return true;
}

/* Take a channel: "on zoom", "via email", "(zoom)"; "by phone" is a call. */
static void
take_channel(struct meant *m)
{
	for (size_t i = 0; i < m->stop && !m->via.n; i++) {
		struct token *t = &m->token[i];
		bool before = i && !m->token[i - 1].used && is_in(&m->token[i - 1], CHANNEL_WORDS);
		bool named = is_in(t, CHANNELS) || (i && is_word(&m->token[i - 1], "via"));

		if (t->used || !named || !(before || *t->raw.p == '('))
			continue;
		if (before)
			m->token[i - 1].used = true;
		t->used = true;
		m->via = t->word;
		if (verb_is(m->verb, IS_MESSAGE) && t->known && t->known->occasion)
			m->verb = verb_find(t->known->occasion->verb);
	}
}

/* Whether a word can be an object: a word of the format, and none of its small ones. */
static bool
may_be_object(const struct token *t)
{
	const char *fault;

	return !t->used && !is_person(t) && word_check(t->word, &fault) == WORD_GOOD && verb_find(t->word) == NO_VERB &&
	    !is_small_word(t->word) && !is_in(t, PREPOSITIONS) && !is_in(t, POSSESSIVES) && !is_in(t, FILLERS) && !is_in(t, ADVERBS);
}

/* Whether nothing more of a thing follows a token: the end, punctuation, a preposition, somebody, a tag. */
static bool
ends_thing(const struct meant *m, size_t at)
{
	size_t next = meant_next(m, at + 1);
	const struct token *t = &m->token[next];

	return m->token[at].after || next >= m->stop || next > at + 1 || is_person(t) || *t->raw.p == '(' || *t->raw.p == '#' ||
	    is_in(t, PREPOSITIONS) || is_in(t, QUESTIONS) || !is_letter(*t->word.p);
}

/* Pass over articles and the like before an object. */
static size_t
skip_small(struct meant *m, size_t i, bool *article)
{
	for (i = meant_next(m, i); i < m->stop; i = meant_next(m, i + 1)) {
		if (is_in(&m->token[i], FILLERS))
			m->token[i].used = true;
		else if (!is_in(&m->token[i], POSSESSIVES))
			break;
		*article = true;
	}
	return i;
}

/* Take an object: of several words the last, which is the thing, where there must be one; else only a thing of one word. */
static bool
take_object_at(struct meant *m, size_t i, bool must)
{
	if (i >= m->stop || (!must && !ends_thing(m, i)) || is_in(&m->token[i], PREPOSITIONS))
		return false;
	while (!ends_thing(m, i))
		i = meant_next(m, i + 1);
	if (!may_be_object(&m->token[i]) || m->token[i].after == '?')
		return false;
	m->object = m->token[i].word;
	m->token[i].used = true;
	return true;
}

/* The thing that a deed to do is known by, where it has a name of its own: "to introduce me" is an intro. */
static struct str
thing_of(struct str deed)
{
	for (size_t i = 0; i < deed_thing_count; i++)
		if (str_eq_any_case(deed, deed_things[i].deed))
			return deed_things[i].thing;
	return deed;
}

/* A deed to do, and its thing: "to send the quote" is quote, "need to call" is call. */
static bool
take_deed(struct meant *m, size_t i)
{
	bool article = false;
	size_t deed = meant_next(m, i), thing;

	while (deed < m->stop && (is_in(&m->token[deed], BEFORE_DEEDS) || is_word(&m->token[deed], "to")))
		deed = meant_next(m, deed + 1);
	if (deed >= m->stop || is_in(&m->token[deed], NO_DEEDS))
		return false;
	thing = skip_small(m, deed + 1, &article);
	if (take_object_at(m, thing, true))
		return true;
	if (!may_be_object(&m->token[deed]))
		return false;
	m->object = thing_of(m->token[deed].word);
	m->token[deed].used = true;
	if (i && is_word(&m->token[i - 1], "to"))
		m->token[i - 1].used = true;
	return true;
}

/* Whether what follows the deed is no object: text after a comma. */
static bool
is_text(const struct meant *m, size_t i)
{
	return m->flags & MANY_WORDS || (i > m->people_at && m->token[m->people_end - 1].after == ',') ||
	    (i && m->phrase_end == i && m->token[i - 1].after == ',');
}

/* Find the object after the deed, where the verb must have one. */
static void
find_needed_object(struct meant *m, size_t i)
{
	bool article = false;

	if (m->flags & TO_DO && take_deed(m, i))
		return;
	if (i + 1 < m->stop && is_word(&m->token[i], "from") && is_in(&m->token[i + 1], ME)) {
		meant_use(m, i, 2);
		i = meant_next(m, i + 2);
	}
	if (i < m->stop && is_word(&m->token[i], "for")) {
		m->token[i].used = true;
		i = meant_next(m, i + 1);
	}
	if (i < m->stop && is_word(&m->token[i], "to") && take_deed(m, i + 1))
		return;
	if (i < m->stop && is_word(&m->token[i], "about"))
		i = meant_next(m, i + 1);
	else if (i < m->stop && is_in(&m->token[i], QUESTIONS))
		return;
	take_object_at(m, skip_small(m, i, &article), true);
}

/* Find it where the verb may have one: a thing given; what a message was, where an article is before it or nobody is between. */
static void
find_free_object(struct meant *m, size_t i)
{
	bool article = false, is_next = m->phrase_end <= m->people_at && !(m->flags & THEY_DID);

	if (i < m->stop && is_in(&m->token[i], QUESTIONS))
		return;
	i = skip_small(m, i, &article);
	if (verb_is(m->verb, IS_GIFT) || (verb_is(m->verb, IS_MESSAGE) && (article || is_next)))
		take_object_at(m, i, false);
	if (verb_is(m->verb, IS_MESSAGE) && is_listed(known_word(m->object), CHANNELS) && !m->via.n) {
		m->via = m->object;
		m->object.n = 0;
	}
}

/* Find the object. */
static void
find_object(struct meant *m)
{
	size_t i = meant_next(m, m->thing_at);

	if (m->object.n || is_text(m, i))
		return;
	if (verb_is(m->verb, NEEDS_OBJECT))
		find_needed_object(m, i);
	else
		find_free_object(m, i);
}

/* Take an object that is named after the colon, with its deadline; else leave a hole for it. False: the deadline is not plain. */
static bool
object_from_text(struct meant *m)
{
	size_t count = m->count, stop = m->stop, i;
	bool article = false;

	if (m->object.n || !verb_is(m->verb, NEEDS_OBJECT))
		return true;
	m->hole = true;
	if (m->text.n == 0 || m->stop < m->count || !meant_split(m, m->text))
		return true;
	m->stop = m->count;
	if (m->by.n == 0 && !take_deadline(m))
		return false;
	i = skip_small(m, count, &article);
	if (i < m->stop && may_be_object(&m->token[i]) && m->token[i].after != '?' && (article || ends_thing(m, i)) &&
	    take_object_at(m, i, true)) {
		m->hole = false;
		m->text.n = 0;
		return true;
	}
	m->count = count;
	m->stop = stop;
	return true;
}

/* Whether "next" before a word makes a day of it. */
static bool
is_next_day(struct str word)
{
	char bytes[16];
	struct text when = TEXT_IN(bytes);

	return str_list_has("week weekend month year day", word) || lenient_day(&word, 1, 0, &when);
}

/* Whether a day is named that is not the entry's: then the entry's day may be another. */
static bool
has_other_day(const struct meant *m)
{
	for (size_t i = 0; i < m->stop && !(m->flags & MANY_WORDS); i++) {
		const struct token *t = &m->token[i];
		struct str words[2];
		char bytes[16];
		struct text when = TEXT_IN(bytes);
		size_t ahead = meant_ahead(m, i, words, COUNT(words));

		if (t->used)
			continue;
		if (is_in(t, OTHER_DAYS) || (ahead > 1 && is_word(t, "next") && is_next_day(words[1])) ||
		    (verb_is(m->verb, IS_PLAN) && lenient_day(words, ahead, m->day, &when)))
			return true;
	}
	return false;
}

/* Whether something unknown is between a meeting or call and its people: perhaps somebody without '@'. */
static bool
has_unknown_people(const struct meant *m)
{
	for (size_t i = m->phrase_end; i < m->people_at && verb_is(m->verb, IS_TALK); i++) {
		if (!m->token[i].used && is_in(&m->token[i], POSSESSIVES))
			return m->people_at - i > 3;
		if (!m->token[i].used && !is_in(&m->token[i], FILLERS) && !is_joint(&m->token[i]))
			return true;
	}
	return false;
}

/* Find times and channel. */
bool
find_times(struct meant *m)
{
	if (!(m->flags & MANY_WORDS)) {
		take_duration(m);
		if (!take_deadline(m))
			return false;
		take_channel(m);
	}
	return !has_other_day(m) && !has_unknown_people(m);
}

/* Find the thing. */
bool
find_thing(struct meant *m)
{
	find_object(m);
	return object_from_text(m);
}
