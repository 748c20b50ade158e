/* SPDX-License-Identifier: ISC
 * The lenient reader: who. */
#include "meant.h"
#include "token.h"

/* How much of a word is a possessive's ending: "@paul's", "@chris'", with either apostrophe; 0 where it has none. */
static size_t
possessive_ending(struct str word)
{
	static const struct str endings[] = {WORD("'s"), WORD("\xe2\x80\x99s"), WORD("'"), WORD("\xe2\x80\x99")};

	for (size_t i = 0; i < COUNT(endings); i++)
		if (word.n > endings[i].n + 1 && str_eq(str_from(word, word.n - endings[i].n), endings[i]))
			return endings[i].n;
	return 0;
}

/* Take an id; false where it is none. */
static bool
take_id(struct meant *m, struct str word)
{
	size_t ending = possessive_ending(word);
	struct str id = {word.p + 1, word.n - 1 - ending};
	const char *at;

	m->possessive |= ending > 0;
	if (id_check(id, &at) != WORD_GOOD || m->people_count == MEANT_PEOPLE_MOST)
		return false;
	m->people[m->people_count++] = id;
	return true;
}

/* Where the people begin; m->stop where there is nobody. "@paul's talk to @lena": whom it went to. */
static size_t
first_person(const struct meant *m)
{
	size_t first = 0;

	while (first < m->stop && !is_person(&m->token[first]))
		first++;
	for (size_t i = first + 1; i < m->stop && possessive_ending(m->token[first].word); i++)
		if (is_person(&m->token[i]) && (is_word(&m->token[i - 1], "to") || is_in(&m->token[i - 1], WITH)))
			return i;
	return first;
}

/* Whether something was done before a token. */
static bool
has_deed_before(const struct meant *m, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (is_other_deed(m, i))
			return true;
	return false;
}

/* Whether "and" leads from the people to somebody with a name but no '@': "and his wife", "and the boys" have none. */
static bool
has_stranger(const struct meant *m)
{
	size_t i = m->people_end, at = m->people_at;

	if (at >= 2 && is_joint(&m->token[at - 1]) && !m->token[at - 1].used && !is_other_deed(m, at - 2))
		return true;
	if (i < m->stop && is_joint(&m->token[i]) && (i + 1 == m->stop || (is_other_deed(m, i + 1) && !has_deed_before(m, at))))
		return true;
	return i + 1 < m->stop && is_joint(&m->token[i]) && !is_in(&m->token[i + 1], ME) && !is_in(&m->token[i + 1], POSSESSIVES) &&
	    !is_word(&m->token[i + 1], "the") &&
	    !is_other_deed(m, i + 1);
}

/* Find people. */
bool
find_people(struct meant *m)
{
	size_t joint = 0;

	m->people_at = first_person(m);
	for (size_t i = m->people_at; i < m->stop; i++) {
		const struct token *t = &m->token[i];

		if (is_person(t)) {
			if (!take_id(m, t->word))
				return false;
			m->people_end = i + 1;
			if (t->after && t->after != ',')
				break;
		} else if (is_joint(t)) {
			joint = i;
		} else {
			m->with_me = joint && joint + 1 == i && is_in(t, ME);
			m->people_end = m->with_me ? i + 1 : m->people_end;
			break;
		}
	}
	if (m->people_count == 0)
		return false;
	meant_use(m, m->people_at, m->people_end - m->people_at);
	/* "I and @tom" */
	if (m->people_at >= 2 && is_joint(&m->token[m->people_at - 1]) && is_in(&m->token[m->people_at - 2], ME)) {
		meant_use(m, m->people_at - 2, 2);
		m->with_me = true;
	}
	return !has_stranger(m);
}

/* Look for people who would be lost. */
bool
loses_people(const struct meant *m)
{
	for (size_t i = 0; i < m->stop; i++)
		if (is_person(&m->token[i]) && !m->token[i].used && !possessive_ending(m->token[i].word) &&
		    (i == 0 || !is_in(&m->token[i - 1], PREPOSITIONS) || is_joint(&m->token[i - 1])))
			return true;
	return false;
}

/* Take people who were there, too: "met @tom with @dot", "@tom and I walked with @dot". */
void
more_people(struct meant *m)
{
	for (size_t i = 2; i < m->stop; i++) {
		const struct token *before = &m->token[i - 1], *with = is_in(before, WITH) ? &m->token[i - 2] : NULL;

		if (!is_person(&m->token[i]) || m->token[i].used || !with ||
		    !(is_person(with) || (i > m->phrase_at && i <= m->phrase_end + 1)) || !take_id(m, m->token[i].word))
			continue;
		meant_use(m, i - 1, 2);
	}
}
