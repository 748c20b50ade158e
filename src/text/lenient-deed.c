/* SPDX-License-Identifier: ISC
 * The lenient reader: what was done, and by whom. */
#include "base/spelling.h"
#include "meant.h"
#include "token.h"

enum { WILD_MOST = 3, ONLY_SOME = ONLY_THEY | WITH_ME | OF_THEIRS };

/* What a pattern matched: the tokens from `at` up to `end`, and which of them are its own words. */
struct match {
	const struct meant *m;
	size_t at, end;
	const struct occasion *occasion; /* at "$"; NULL: none */
	struct str noun;
	size_t wild;                     /* the first token of "*"; 0: none */
	bool own[TOKENS_MOST];
};

/* Whether one of the words of "a|b" is this one. */
static bool
is_alternative(struct str words, struct str word)
{
	while (words.n)
		if (str_eq_any_case(word, cut_alternative(&words)))
			return true;
	return false;
}

static bool match_rest(struct match *match, struct str pattern, size_t i);

/* Pass over articles and the like between the words of a pattern. */
static size_t
skip_between(const struct match *match, struct str words, size_t i)
{
	const struct meant *m = match->m;

	while (i > match->at && i < m->stop && !m->token[i].used && !is_alternative(words, m->token[i].word) &&
	    (is_in(&m->token[i], FILLERS) || is_in(&m->token[i], POSSESSIVES)))
		i++;
	return i;
}

/* Whether a word begins what was done, as a pattern has it. */
static bool
begins_deed(const struct token *t)
{
	return (t->known && t->known->begins_phrase) || verb_find(t->word) != NO_VERB;
}

/* Whether a word is in the past, "skipped": perhaps a deed that no pattern has. */
static bool
is_past(struct str word)
{
	return word.n > 3 && str_eq_any_case(str_from(word, word.n - 2), STR("ed"));
}

/* Whether a word can be one of "*"; none at the start of a phrase can be a deed itself. */
static bool
may_be_wild(const struct token *t, bool at_start)
{
	return !is_word(t, "to") && !is_joint(t) && !is_in(t, CHANNELS) && !is_person(t) && !is_in(t, DOUBTS) &&
	    !(at_start && is_past(t->word)) && !begins_deed(t);
}

/* "*": one to three words of any kind, then the rest. */
static bool
match_wild(struct match *match, struct str pattern, size_t i)
{
	const struct meant *m = match->m;

	for (size_t n = 1; n <= WILD_MOST && i + n <= m->stop; n++) {
		const struct token *t = &m->token[i + n - 1];

		if (t->used || !may_be_wild(t, i == match->at))
			return false;
		if (match_rest(match, pattern, i + n)) {
			match->wild = i;
			return true;
		}
	}
	return false;
}

/* One element of a pattern, and then the rest. */
static bool
match_element(struct match *match, struct str element, struct str pattern, size_t i)
{
	const struct meant *m = match->m;
	struct str word;

	if (str_eq(element, STR("@")))
		return i == m->people_at && match_rest(match, pattern, m->people_end);
	if (str_eq(element, STR("*")))
		return match_wild(match, pattern, i);
	i = skip_between(match, element, i);
	if (i >= m->stop || m->token[i].used)
		return false;
	word = m->token[i].word;
	if (str_eq(element, STR("$"))) {
		const struct known_word *known = m->token[i].known;

		if (!known || !known->occasion || !match_rest(match, pattern, i + 1))
			return false;
		match->occasion = known->occasion;
		match->noun = known->word;
	} else if (!is_alternative(element, word) || !match_rest(match, pattern, i + 1)) {
		return false;
	}
	return match->own[i] = true;
}

/* The rest of a pattern from a token on: where an element may be missing, first with it and then without. */
static bool
match_rest(struct match *match, struct str pattern, size_t i)
{
	struct str element = str_cut_word(&pattern);

	if (element.n == 0) {
		match->end = i;
		return true;
	}
	if (*element.p != '[')
		return match_element(match, element, pattern, i);
	return match_element(match, (struct str){element.p + 1, element.n - 2}, pattern, i) || match_rest(match, pattern, i);
}

/* Whether people of whom a phrase is said stand before it. */
static bool
are_before(const struct meant *m, size_t at)
{
	return m->people_at < at && !m->with_me;
}

/* Whether it makes no difference who did it, as with a meeting. */
static bool
has_no_side(const struct phrase *p)
{
	unsigned verb = verb_find(p->verb);

	return verb != NO_VERB ? verbs[verb].sides & BY_BOTH : strchr(p->words, '$') != NULL;
}

/* Whether a phrase may be said where it stands: after a person and a colon, only what they alone do is. */
static bool
may_say(const struct meant *m, const struct phrase *p, size_t at)
{
	bool they = are_before(m, at);

	if ((p->flags & WITH_ME && !m->with_me) || (p->flags & OF_THEIRS && !m->possessive))
		return false;
	if (they)
		return !(p->flags & ONLY_I) && (!m->joined || p->flags & ONLY_THEY || has_no_side(p));
	return !(p->flags & ONLY_THEY);
}

/* The longest phrase that begins at a token, and of those what only some do; NULL where none does. */
static const struct phrase *
phrase_at(const struct meant *m, size_t at, struct match *best)
{
	const struct phrase *found = NULL;

	for (size_t i = 0; i < phrase_count; i++) {
		struct match match;

		if (!phrase_may_begin(i, m->token[at].word) || !may_say(m, &phrases[i], at))
			continue;
		match = (struct match){.m = m, .at = at};
		if (!match_rest(&match, str_of(phrases[i].words), at) || match.end == at)
			continue;
		if (!found || match.end > best->end ||
		    (match.end == best->end && phrases[i].flags & ONLY_SOME && !(found->flags & ONLY_SOME))) {
			found = &phrases[i];
			*best = match;
		}
	}
	return found;
}

/* Whether the words of a phrase say more than the verb: by its flags, or as "lost her job" says whose. */
static bool
says_more(const struct phrase *p, const struct match *match)
{
	bool more = p->flags & KEEP_WORDS;

	for (size_t i = match->at; i < match->end; i++)
		more |= !match->own[i] && is_in(&match->m->token[i], POSSESSIVES);
	return more;
}

/* Take a phrase: its words are used, unless they say more than the verb. What says how long or how it was stays. */
static void
take_phrase(struct meant *m, const struct phrase *p, const struct match *match)
{
	const struct occasion *occasion = match->occasion;
	bool more = says_more(p, match);

	m->phrase_at = match->at;
	m->phrase_end = match->end;
	m->thing_at = match->wild ? match->wild : match->end;
	m->verb = verb_find(p->verb.n || !occasion ? p->verb : occasion->verb);
	m->object = p->object;
	if (occasion && occasion->is_object)
		m->object = match->noun;
	else if (str_eq(p->object, STR("=")))
		m->object = m->token[match->end - 1].word;
	m->via = p->via.n || !occasion ? p->via : occasion->via;
	m->flags = p->flags;
	for (size_t i = match->at; i < match->end && !more; i++)
		if (is_in(&m->token[i], FILLERS) || (match->own[i] && !is_in(&m->token[i], MANNERS)))
			m->token[i].used = true;
}

/* How far a slip of the pen may be from a word: one edit, two from seven letters on (spec: text, Remedies). */
static int
slips_in(struct str word)
{
	return word.n < 7 ? 1 : 2;
}

/* The one word of a pattern that a slip may be compared with; empty where more than one must be there. */
static struct str
single_word(struct str pattern)
{
	struct str first = str_cut_word(&pattern), more;

	while ((more = str_cut_word(&pattern)).n)
		if (*more.p != '[')
			return (struct str){NULL, 0};
	return strchr("[@*$", *first.p) ? (struct str){NULL, 0} : first;
}

/* Whether a word is one edit from another. Of so many words, none that is short, or begins otherwise, or is half an action. */
static bool
is_slip(struct str word, struct str of)
{
	enum { SHORTEST = 5 };

	return word.n >= SHORTEST && of.n >= SHORTEST && *of.p == (*word.p | ' ') &&
	    !str_eq(str_from(of, of.n - 3), STR("ing")) && edits_between(word, of, 1) == 1;
}

/* Whether it is that of one of the words of "a|b". */
static bool
is_slip_of_any(struct str word, struct str words)
{
	while (words.n)
		if (is_slip(word, cut_alternative(&words)))
			return true;
	return false;
}

/* Find the phrase of one word that a word may be a slip of. */
static bool
near_phrase(struct str word, struct phrase *phrase)
{
	for (size_t i = 0; i < phrase_count; i++)
		if (!(phrases[i].flags & (ONLY_THEY | ONLY_I)) && is_slip_of_any(word, single_word(str_of(phrases[i].words)))) {
			*phrase = phrases[i];
			return true;
		}
	return false;
}

/* Find the occasion that a word may be a slip of the noun of, as a phrase. */
static bool
near_occasion(struct str word, struct phrase *phrase)
{
	for (size_t i = 0; i < occasion_count; i++) {
		struct str rest = str_of(occasions[i].words), noun;

		while ((noun = str_cut_word(&rest)).n)
			if (is_slip(word, noun)) {
				*phrase = (struct phrase){.words = noun.p, .verb = occasions[i].verb, .via = occasions[i].via};
				if (occasions[i].is_object)
					phrase->object = noun;
				return true;
			}
	}
	return false;
}

/* The verb of the format that a word may be a slip of, as a phrase. */
static bool
near_verb(struct str word, struct phrase *phrase)
{
	enum { SHORTEST = 4 };
	const struct str *verb =
	    word.n < SHORTEST ? NULL : nearest(word, &verbs[0].name, (size_t)verb_count, sizeof *verbs, slips_in(word));

	if (!verb || *verb->p != (*word.p | ' '))
		return false;
	*phrase = (struct phrase){.words = verb->p, .verb = *verb};
	return true;
}

/* Take the first word that may be a slip of what was done. */
static bool
take_near(struct meant *m)
{
	for (size_t i = 0; i < m->stop; i++) {
		struct match match = {.m = m, .at = i, .end = i + 1};
		struct str word = m->token[i].word;
		struct phrase phrase;

		if (m->token[i].used || !(near_verb(word, &phrase) || near_phrase(word, &phrase) || near_occasion(word, &phrase)))
			continue;
		match.own[i] = true;
		take_phrase(m, &phrase, &match);
		return true;
	}
	return false;
}

/* Whether a word can be part of a thing that is done with people. */
static bool
may_be_thing(const struct token *t)
{
	struct str w = t->word;

	return w.n >= 3 && is_letter(*w.p) && !t->after && !is_past(w) && !is_in(t, DOUBTS) && !is_in(t, PREPOSITIONS) &&
	    !is_in(t, CHANNELS) && !is_in(t, HAD_WORDS) && !is_small_word(w) && !begins_deed(t);
}

/* "journal club with @kim": a thing that is done with people, in a word or two, and no deed. It is as if they were met. */
static bool
take_thing_with(struct meant *m)
{
	static const struct phrase met = {.words = "* with", .verb = WORD("met"), .flags = KEEP_WORDS};
	struct match match = {.m = m};
	size_t first = 0, with = m->people_at - 1;

	while (first < m->people_at && (m->token[first].used || is_digit(*m->token[first].word.p) ||
					   is_in(&m->token[first], FILLERS) || is_in(&m->token[first], ADVERBS)))
		first++;
	if (m->possessive || m->people_at < 2 || !is_in(&m->token[with], WITH) || first >= with || with - first > 2)
		return false;
	for (size_t i = first; i < with; i++)
		if (!may_be_thing(&m->token[i]))
			return false;
	match.at = first;
	match.end = with + 1;
	take_phrase(m, &met, &match);
	m->token[with].used = true;
	return true;
}

/* Find what was done: the first phrase that says it, else a slip of one. */
static bool
find_phrase(struct meant *m)
{
	for (size_t i = 0; i < m->stop; i++) {
		struct match match;
		const struct phrase *p;

		if (m->token[i].used || is_in(&m->token[i], FILLERS))
			continue;
		p = phrase_at(m, i, &match);
		if (p) {
			take_phrase(m, p, &match);
			return true;
		}
	}
	return !m->joined && (take_near(m) || take_thing_with(m));
}

/* Whether it was not they whom I met or called, but somebody of theirs: "@zuri's assistant". "At @ada's place" it was. */
static bool
is_of_theirs(const struct meant *m)
{
	return verb_is(m->verb, IS_TALK) && m->people_end < m->stop && !m->token[m->people_end - 1].after &&
	    !(m->people_at && is_word(&m->token[m->people_at - 1], "at"));
}

/* Whether the word before the people says that it was for or about them, or by them: "asked Anna for @x", "emailed about @x". */
static bool
is_of_others(const struct meant *m, const struct token *before)
{
	return is_word(before, "by") || (is_word(before, "about") && !verb_is(m->verb, IS_FACT)) ||
	    (is_word(before, "for") && (verb_is(m->verb, IS_MESSAGE) || verb_is(m->verb, IS_ASK) || verb_is(m->verb, IS_TALK)));
}

/* Decide whose doing it was, and whether the verb allows that. */
static bool
settle_side(struct meant *m)
{
	unsigned sides = verbs[m->verb].sides;
	const struct token *before = m->people_at ? &m->token[m->people_at - 1] : NULL;

	m->they = m->flags & THEY_DID || (are_before(m, m->phrase_at) && !(m->flags & ONLY_THEY && sides == BY_ME));
	if (sides & BY_BOTH)
		m->they = false;
	if (m->possessive && (verb_is(m->verb, IS_MESSAGE) || is_of_theirs(m)))
		return false;
	if (before && !before->used && is_of_others(m, before))
		return false;
	return sides & BY_BOTH || sides & (m->they ? BY_THEM : BY_ME);
}

/* Find it. */
bool
find_deed(struct meant *m)
{
	if (!find_phrase(m) || m->verb == NO_VERB || !settle_side(m))
		return false;
	if (verb_is(m->verb, IS_TALK))
		more_people(m);
	return true;
}

/* Look for a deed at a token. */
bool
is_other_deed(const struct meant *m, size_t at)
{
	struct match match;

	return verb_find(m->token[at].word) != NO_VERB || phrase_at(m, at, &match) != NULL;
}

/* Whether a token begins something that they did or want, and no fact about them. */
static bool
at_other_deed(const struct meant *m, size_t at)
{
	struct match match;
	const struct phrase *p = phrase_at(m, at, &match);

	return p && p->flags & ONLY_THEY && !(p->flags & MANY_WORDS);
}

/* Look for doubts. */
bool
is_doubtful(const struct meant *m)
{
	size_t deed = meant_next(m, m->thing_at);

	if (m->flags & TO_DO && deed < m->stop && is_in(&m->token[deed], NO_DEEDS))
		return true;
	for (size_t i = 0; i < m->stop && !(m->flags & MANY_WORDS); i++)
		if (!m->token[i].used && (i < m->phrase_at || i >= m->phrase_end) && is_in(&m->token[i], DOUBTS))
			return true;
	return false;
}

/* Whether a token ends a part of the line that the deed is in, so that another may follow. */
static bool
divides(const struct meant *m, size_t i)
{
	const struct token *t = &m->token[i];

	if (t->after == ';' || t->after == ',')
		return i >= m->phrase_at;
	return !t->used && i + 1 >= m->phrase_at && (is_joint(t) || is_word(t, "then") || is_word(t, "but"));
}

/* Look for a second deed after what joins or ends the first. News may have several words; a fact ends at punctuation alone. */
bool
says_two_deeds(const struct meant *m)
{
	for (size_t i = 0; i + 1 < m->count; i++) {
		if (!divides(m, i) || verb_is(m->verb, IS_NEWS))
			continue;
		if (m->flags & MANY_WORDS ? m->token[i].after && at_other_deed(m, i + 1) :
		    is_other_deed(m, i + 1) || is_word(&m->token[i + 1], "then"))
			return true;
	}
	return false;
}

/* Look for a verb that is left over. */
bool
loses_verb(const struct meant *m)
{
	for (size_t i = 0; i < m->stop && !(m->flags & (MANY_WORDS | KEEP_WORDS)); i++)
		if (!m->token[i].used && !is_in(&m->token[i], AUXILIARIES) && verb_find(m->token[i].word) != NO_VERB)
			return true;
	return false;
}

/* Where a run of words from a token on ends: at the deed, at a word that is used, after punctuation. */
static size_t
run_end(const struct meant *m, size_t i)
{
	while (i < m->phrase_at && i < m->stop && !m->token[i].used)
		if (m->token[i++].after)
			break;
	return i;
}

/* Whether a run of words before the deed only says when, where or of whom: "after church", "office hours:", "my cousin". */
static bool
is_aside(const struct meant *m, size_t from, size_t to)
{
	const struct token *first = &m->token[from], *last = &m->token[to - 1];

	for (size_t i = from; i < to; i++)
		if (begins_deed(&m->token[i]) || is_past(m->token[i].word) || is_joint(&m->token[i]))
			return false;
	return (is_in(first, PREPOSITIONS) && !is_in(first, WITH)) || last->after == ':' || last->after == ',' ||
	    (is_in(first, POSSESSIVES) && (to == m->people_at || from >= m->people_end)) ||
	    (from >= m->people_end && verb_is(m->verb, IS_FACT) && m->possessive);
}

/* Look at what is left before the deed. */
bool
leads_in(const struct meant *m)
{
	for (size_t i = 0; i < m->phrase_at && i < m->stop; i++) {
		const struct token *t = &m->token[i];
		size_t end;

		if (t->used || is_in(t, FILLERS) || is_in(t, ADVERBS) || is_in(t, ME) || is_digit(*t->word.p))
			continue;
		end = run_end(m, i);
		if (!is_aside(m, i, end))
			return false;
		i = end - 1;
	}
	return true;
}
