/* SPDX-License-Identifier: ISC
 * The lenient reader: tokens, each used once, and what is left over is text. */
#include "remedy.h"

#include "base/date.h"
#include "base/spelling.h"
#include "base/verbs.h"
#include "lenient-date.h"
#include "phrases.h"
#include "token.h"

enum { TOKENS_MOST = 120, PEOPLE_MOST = 20, WINDOW = 6 };

/* A word of the line. */
struct token {
	struct str raw;    /* as it is */
	struct str word;   /* without punctuation around it */
	char after;        /* the punctuation at its end, or 0 */
	bool used;
};

/* An entry as it was meant. */
struct meant {
	struct token token[TOKENS_MOST];
	size_t count;
	size_t stop;                /* where free text begins among the tokens */
	struct str text;            /* after the colon */
	day day;
	struct str people[PEOPLE_MOST];
	size_t people_count;
	size_t people_at, people_end; /* the tokens that name them */
	bool possessive;            /* "@paul's" */
	bool with_me;               /* "@tom and I" */
	bool joined;                /* "@zoe: ...": the colon divided nothing */
	size_t phrase_at, phrase_end;
	struct str verb, object, via, by;
	char by_bytes[16];
	unsigned flags;
	bool they;
	bool hole;
	int32_t minutes;
};

static bool
is_word(const struct token *t, const char *word)
{
	return str_eq_any_case(t->word, str_of(word));
}

static bool
is_person(const struct token *t)
{
	return t->word.n > 1 && *t->word.p == '@';
}

/* Cut a token out of a word: quotes, brackets and points around it are not of it. */
static struct token
token_of(struct str raw)
{
	struct token t = {.raw = raw, .word = raw};

	while (t.word.n > 1 && strchr("(\"'~[", *t.word.p))
		t.word = str_from(t.word, 1);
	while (t.word.n > 1 && strchr(",;.!?)]:\"", t.word.p[t.word.n - 1])) {
		t.after = t.word.p[t.word.n - 1];
		t.word.n--;
	}
	return t;
}

/* What joins two people in one word: "@a/@b", "@a+@b"; NULL where nothing does. */
static const char *
join_in(struct str raw)
{
	for (size_t i = 1; i + 1 < raw.n; i++)
		if (strchr("/+&,", raw.p[i]) && raw.p[i + 1] == '@')
			return raw.p + i;
	return NULL;
}

/* Split text into tokens; people that are joined by '/' are tokens of their own. False where they are too many. */
static bool
split(struct meant *m, struct str s)
{
	struct str raw;

	while ((raw = str_cut_word(&s)).n) {
		for (;;) {
			const char *slash = *raw.p == '@' ? join_in(raw) : NULL;

			if (m->count == TOKENS_MOST)
				return false;
			if (raw.n > 2 && (*raw.p == '&' || *raw.p == '+') && raw.p[1] == '@')
				raw = str_from(raw, 1);
			if (!slash)
				break;
			m->token[m->count++] = token_of(str_between(raw.p, slash));
			raw = str_rest(raw, slash + 1);
		}
		m->token[m->count++] = token_of(raw);
	}
	return true;
}

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

/* An id out of "@tom", "@paul's"; false where it is none. */
static bool
take_id(struct meant *m, struct str word)
{
	struct str id = str_from(word, 1);
	const char *at;
	static const struct str endings[] = {WORD("'s"), WORD("\xe2\x80\x99s"), WORD("'"), WORD("\xe2\x80\x99")};

	for (size_t i = 0; i < COUNT(endings); i++)
		if (id.n > endings[i].n && str_eq(str_from(id, id.n - endings[i].n), endings[i])) {
			id.n -= endings[i].n;
			m->possessive = true;
			break;
		}
	if (id_check(id, &at) != WORD_GOOD || m->people_count == PEOPLE_MOST)
		return false;
	m->people[m->people_count++] = id;
	return true;
}

static bool
is_joint(const struct token *t)
{
	return is_word(t, "and") || is_word(t, "&") || is_word(t, "+") || str_eq(t->raw, STR(","));
}

/* Whether a token is I, which an entry leaves out. */
static bool
is_me(const struct token *t)
{
	return is_word(t, "i") || is_word(t, "me") || is_word(t, "we") || is_word(t, "us") || is_word(t, "myself");
}

static bool
is_with(const struct token *t)
{
	return is_word(t, "with") || is_word(t, "w/") || is_word(t, "w");
}

/* "@paul's": not the person, but something of theirs. */
static bool
is_possessive(const struct token *t)
{
	const char *end = t->word.p + t->word.n;

	return t->word.n > 3 && end[-1] == 's' && (end[-2] == '\'' || (unsigned char)end[-2] == 0x99);
}

/* Find the first people of the line, one after the other. False where there is nobody, or somebody without '@' among them. */
static bool
find_people(struct meant *m)
{
	size_t i = 0, joint = 0;

	while (i < m->stop && !is_person(&m->token[i]))
		i++;
	if (i == m->stop)
		return false;
	for (size_t k = i + 1; is_possessive(&m->token[i]) && k < m->stop; k++)
		if (is_person(&m->token[k]) && (is_word(&m->token[k - 1], "to") || is_with(&m->token[k - 1])))
			i = k;
	m->people_at = i;
	for (; i < m->stop; i++) {
		struct token *t = &m->token[i];

		if (is_person(t)) {
			if (!take_id(m, t->word))
				return false;
			m->people_end = i + 1;
			if (t->after && t->after != ',')
				break;
		} else if (is_joint(t)) {
			joint = i;
		} else if (joint + 1 == i && joint && is_me(t)) {
			m->with_me = true;
			m->people_end = i + 1;
			break;
		} else {
			break;
		}
	}
	for (i = m->people_at; i < m->people_end; i++)
		m->token[i].used = true;
	/* "I and @tom" */
	if (m->people_at >= 2 && is_joint(&m->token[m->people_at - 1]) && is_me(&m->token[m->people_at - 2])) {
		m->token[m->people_at - 1].used = m->token[m->people_at - 2].used = true;
		m->with_me = true;
	}
	return true;
}

/* End the head at a dash, or after somebody or a thing that ends a sentence. What follows a comma must be no deed of its own. */
static void
find_stop(struct meant *m)
{
	m->stop = m->count;
	for (size_t i = 0; i < m->count; i++) {
		const struct token *t = &m->token[i];

		if (i && (str_eq(t->raw, STR("-")) || str_eq(t->raw, STR("--")) || str_eq(t->raw, STR("\xe2\x80\x94")) ||
			     str_eq(t->raw, STR("\xe2\x80\x93")))) {
			m->token[i].used = true;
			m->stop = i;
			return;
		}
		if (i + 1 < m->count && is_person(t) && t->after == '.') {
			m->stop = i + 1;
			return;
		}
	}
}

/* Match a phrase at a token: fillers between its words are passed over, "@" is the people. Gives the token after it, or 0. */
static size_t
match_phrase(const struct meant *m, const char *words, size_t at)
{
	struct str rest = str_of(words), word;
	size_t i = at;
	bool first = true;

	while ((word = str_cut_word(&rest)).n) {
		while (!first && i < m->stop && is_listed(m->token[i].word, FILLERS))
			i++;
		first = false;
		if (i >= m->stop)
			return 0;
		if (str_eq(word, STR("@"))) {
			if (i != m->people_at)
				return 0;
			i = m->people_end;
			continue;
		}
		if (m->token[i].used || !str_eq_any_case(m->token[i].word, word))
			return 0;
		i++;
	}
	return i;
}

/* The longest phrase at a token; NULL where none is. */
static const struct phrase *
phrase_at(const struct meant *m, size_t at, size_t *end)
{
	const struct phrase *found = NULL;
	bool people_before = m->people_at < at && !m->with_me;
	bool only_they = m->joined && people_before;

	*end = at;
	for (size_t i = 0; i < phrase_count; i++) {
		size_t e = match_phrase(m, phrases[i].words, at);

		if ((phrases[i].flags & ONLY_THEY && !people_before) || (only_they && !(phrases[i].flags & ONLY_THEY)))
			continue;
		if (e > *end) {
			found = &phrases[i];
			*end = e;
		}
	}
	return found;
}

/* Take a phrase: its words are used, unless they say more than the verb. */
static void
take_phrase(struct meant *m, const struct phrase *p, size_t at, size_t end)
{
	m->phrase_at = at;
	m->phrase_end = end;
	m->verb = p->verb;
	m->object = p->object;
	m->via = p->via;
	m->flags = p->flags;
	for (size_t i = at; i < end; i++)
		m->token[i].used |= !(p->flags & KEEP_WORDS);
}

/* Whether an occasion is said of the people: they follow it, or "had" and the like is before it. */
static bool
is_said(const struct meant *m, size_t at, size_t noun)
{
	return m->people_at > noun || m->with_me || at < noun;
}

/* Take an occasion: "had lunch with", "email from", "lunch". False where the word at that place is none. */
static bool
take_occasion(struct meant *m, size_t at)
{
	const struct occasion *found = NULL;
	size_t noun = at;

	while (noun < m->stop && (is_listed(m->token[noun].word, HAD_WORDS) || is_listed(m->token[noun].word, FILLERS)))
		noun++;
	for (size_t i = 0; noun < m->stop && i < occasion_count && !found; i++)
		if (str_eq_any_case(m->token[noun].word, occasions[i].word))
			found = &occasions[i];
	if (!found || m->token[noun].used || !is_said(m, at, noun))
		return false;
	take_phrase(m, &(struct phrase){"", found->verb, found->object, found->via, 0}, at, noun + 1);
	for (size_t i = at; i < noun; i++)
		m->token[i].used = !is_word(&m->token[i], "quick") && !is_word(&m->token[i], "short");
	if (noun + 1 < m->stop) {
		struct token *next = &m->token[noun + 1];
		bool from = is_word(next, "from");

		if (from || is_with(next) || is_word(next, "to")) {
			next->used = true;
			m->phrase_end = noun + 2;
		}
		if (is_word(next, "at") && noun + 2 == m->people_at && m->possessive)
			next->used = true;
		if (from)
			m->flags |= THEY_DID;
	}
	return true;
}

/* "got a book from @kim": what lies between is what they gave, or how they wrote. */
static bool
take_got_from(struct meant *m, size_t at)
{
	size_t from = m->people_at - 1;

	if (!(is_word(&m->token[at], "got") || is_word(&m->token[at], "received")) || m->people_at < at + 3 ||
	    !is_word(&m->token[from], "from"))
		return false;
	for (size_t i = at + 1; i < from; i++)
		if (is_listed(m->token[i].word, FILLERS))
			m->token[i].used = true;
		else if (take_occasion(m, i) && i + 1 == from)
			break;
		else
			m->token[i].used = false;
	m->token[at].used = m->token[from].used = true;
	if (m->verb.n && m->phrase_end == m->people_at && m->flags & THEY_DID && str_eq(m->verb, STR("wrote")))
		return true;
	take_phrase(m, &(struct phrase){"", STR("gave"), {"", 0}, {"", 0}, THEY_DID}, at, at + 1);
	return true;
}

/* How far a slip of the pen may be from a word: one edit, two from seven letters on; short words are not taken for slips. */
static int
slip_of(struct str word)
{
	enum { TOO_SHORT = 5, LONG = 8 };

	return word.n < TOO_SHORT ? 0 : word.n < LONG ? 1 : 2;
}

/* The phrase of one word, or the occasion, that a word may be a slip of: the nearest, where no other is as near. */
static bool
take_near(struct meant *m, size_t at)
{
	struct str word = m->token[at].word;
	const struct phrase *phrase = NULL;
	const struct occasion *occasion = NULL;
	const struct str *verb =
	    word.n < 4 ? NULL : nearest(word, &verbs[0].name, (size_t)verb_count, sizeof *verbs, word.n < 7 ? 1 : 2);
	int most = slip_of(word);

	if (verb && *verb->p == (*word.p | ' ')) {
		take_phrase(m, &(struct phrase){"", *verb, {"", 0}, {"", 0}, 0}, at, at + 1);
		return true;
	}

	for (size_t i = 0; most && i < phrase_count; i++) {
		struct str name = str_of(phrases[i].words);
		int edits = str_find(name, ' ') || slip_of(name) == 0 ? most + 1 : edits_between(word, name, most);

		if (edits <= most && (edits < most || !phrase) && *name.p == (*word.p | ' ') && !(phrases[i].flags & ONLY_THEY)) {
			phrase = &phrases[i];
			most = edits;
		}
	}
	for (size_t i = 0; most == 1 && !phrase && i < occasion_count; i++)
		if (slip_of(occasions[i].word) && *occasions[i].word.p == (*word.p | ' ') && edits_between(word, occasions[i].word, 1) == 1)
			occasion = &occasions[i];
	if (phrase)
		take_phrase(m, phrase, at, at + 1);
	else if (occasion)
		take_phrase(m, &(struct phrase){"", occasion->verb, occasion->object, occasion->via, 0}, at, at + 1);
	return phrase || occasion;
}

/* "journal club with @kim": a thing that is done with people, in a word or two, and no deed. */
static bool
take_thing_with(struct meant *m)
{
	size_t first = 0, with = m->people_at - 1;

	while (first < m->people_at && (m->token[first].used || is_digit(*m->token[first].word.p) ||
					   is_listed(m->token[first].word, FILLERS) || is_listed(m->token[first].word, ADVERBS)))
		first++;
	if (m->possessive || m->people_at < 2 || !is_with(&m->token[with]) || first >= with || with - first > 2)
		return false;
	for (size_t i = first; i < with; i++) {
		struct str w = m->token[i].word;

		if (w.n < 3 || (w.n > 3 && str_eq_any_case(str_from(w, w.n - 2), STR("ed"))) || !is_letter(*w.p) || m->token[i].after ||
		    is_listed(w, DOUBTS) || is_listed(w, PREPOSITIONS) || is_listed(w, HAD_WORDS) || verb_find(w) != NO_VERB ||
		    is_small_word(w))
			return false;
	}
	take_phrase(m, &(struct phrase){"", STR("met"), {"", 0}, {"", 0}, KEEP_WORDS}, first, with + 1);
	m->token[with].used = true;
	return true;
}

/* Find what was done: the first phrase that says it. */
static bool
find_phrase(struct meant *m)
{
	for (size_t i = 0; i < m->stop; i++) {
		const struct phrase *p;
		size_t end;

		if (m->token[i].used || is_listed(m->token[i].word, FILLERS))
			continue;
		if (take_got_from(m, i))
			return true;
		p = phrase_at(m, i, &end);
		if (p && end == i + 1 && str_eq(p->verb, STR("had")) && take_occasion(m, i))
			return true;
		if (p) {
			take_phrase(m, p, i, end);
			return true;
		}
		if (take_occasion(m, i))
			return true;
	}
	for (size_t i = 0; i < m->stop; i++)
		if (!m->token[i].used && !m->joined && take_near(m, i))
			return true;
	return !m->joined && take_thing_with(m);
}

/* Whether a token says a deed of its own, as a verb of the format or a phrase of one does. */
static bool
is_other_deed(const struct meant *m, size_t at)
{
	size_t end;

	return verb_find(m->token[at].word) != NO_VERB || phrase_at(m, at, &end) != NULL;
}

/* Whether a token begins something that they did or want, and no fact about them. */
static bool
at_other_deed(const struct meant *m, size_t at)
{
	size_t end;
	const struct phrase *p = phrase_at(m, at, &end);

	return p && p->flags & ONLY_THEY && !(p->flags & MANY_WORDS);
}

/* Whether the line says two things, or one that is in doubt. */
static bool
is_unclear(const struct meant *m)
{
	for (size_t i = 0; i < m->count; i++) {
		const struct token *t = &m->token[i];
		bool joins = is_joint(t) || is_word(t, "then") || is_word(t, "but");
		bool ends = i + 1 < m->count && (t->after == ';' || t->after == ',');

		if (i < m->stop && is_listed(t->word, DOUBTS) && !(m->flags & MANY_WORDS))
			return true;
		if (m->flags & MANY_WORDS && ends && at_other_deed(m, i + 1))
			return true;
		if (t->used && !ends)
			continue;
		if ((joins || ends) && i + 1 < m->count && !(m->flags & MANY_WORDS) && !str_eq(m->verb, STR("had")) &&
		    (is_other_deed(m, i + 1) || (is_word(&m->token[i + 1], "then"))))
			return true;
	}
	return false;
}

/* Whether "and" leads from the people to somebody without '@'. */
static bool
has_stranger(const struct meant *m)
{
	size_t i = m->people_end, at = m->people_at;

	if (at >= 2 && is_joint(&m->token[at - 1]) && !m->token[at - 1].used && !is_other_deed(m, at - 2))
		return true;
	if (i + 1 == m->stop && is_joint(&m->token[i]))
		return true;
	return i < m->stop && is_joint(&m->token[i]) && i + 1 < m->stop && !is_me(&m->token[i + 1]) && !is_other_deed(m, i + 1);
}

/* The words from a token on that are not used, WINDOW at the most: as many as a duration or a deadline has. Gives their number. */
static size_t
words_ahead(const struct meant *m, size_t at, struct str *words)
{
	size_t n = 0;

	while (n < WINDOW && at + n < m->stop && !m->token[at + n].used) {
		words[n] = m->token[at + n].word;
		n++;
	}
	return n;
}

static void
use_tokens(struct meant *m, size_t at, size_t count)
{
	for (size_t i = at; i < at + count; i++)
		m->token[i].used = true;
}

/* Take durations: "90 min", "1h 30m", "(1h)", "half an hour", each with "for" before it. */
static void
take_duration(struct meant *m)
{
	for (size_t i = 0; i < m->stop; i++) {
		struct str words[WINDOW];
		size_t used = lenient_duration(words, words_ahead(m, i, words), &m->minutes);

		if (!used)
			continue;
		use_tokens(m, i, used);
		if (i && is_word(&m->token[i - 1], "for"))
			m->token[i - 1].used = true;
		return;
	}
}

/* Take the deadline: "by Friday", "until 6 Nov", "in 2 weeks", "tomorrow". */
static bool
take_deadline(struct meant *m)
{
	for (size_t i = 0; i < m->stop; i++) {
		struct str words[WINDOW];
		struct text by = TEXT_IN(m->by_bytes);
		size_t used = lenient_deadline(words, words_ahead(m, i, words), m->day, &by);

		if (used == 0)
			continue;
		if (used == LENIENT_UNCLEAR)
			return false;
		use_tokens(m, i, used);
		m->by = text_str(&by);
		return true;
	}
	return true;
}

/* Take a channel: "on zoom", "via email", "(zoom)", "by phone". */
static void
take_channel(struct meant *m)
{
	for (size_t i = 0; i < m->stop; i++) {
		struct token *t = &m->token[i];
		bool before = i && !m->token[i - 1].used &&
		    (is_word(&m->token[i - 1], "on") || is_word(&m->token[i - 1], "via") || is_word(&m->token[i - 1], "by") ||
			is_word(&m->token[i - 1], "over") || is_word(&m->token[i - 1], "through"));

		if (t->used || m->via.n || !(before || *t->raw.p == '(') ||
		    !(is_listed(t->word, CHANNELS) || (i && is_word(&m->token[i - 1], "via"))))
			continue;
		if (before)
			m->token[i - 1].used = true;
		t->used = true;
		m->via = t->word;
		if (str_eq(m->verb, STR("wrote")) && (is_word(t, "phone") || is_word(t, "telephone")))
			m->verb = STR("called");
		return;
	}
}

/* Whether a word can be an object: a word of the format, and none of its small ones. */
static bool
may_be_object(const struct meant *m, size_t at)
{
	const struct token *t = &m->token[at];
	const char *fault;

	return !t->used && !is_person(t) && word_check(t->word, &fault) == WORD_GOOD && !is_listed(t->word, PREPOSITIONS) &&
	    !is_listed(t->word, POSSESSIVES) && !is_listed(t->word, FILLERS) && !is_small_word(t->word) && verb_find(t->word) == NO_VERB;
}

/* The next token that is not used, from one on. */
static size_t
next_token(const struct meant *m, size_t i)
{
	while (i < m->stop && m->token[i].used)
		i++;
	return i;
}

/* Whether nothing more of a thing follows a token: the end, punctuation, a preposition, somebody, a tag. */
static bool
ends_thing(const struct meant *m, size_t at)
{
	size_t next = next_token(m, at + 1);

	return m->token[at].after || next >= m->stop || next > at + 1 || is_person(&m->token[next]) || *m->token[next].raw.p == '(' ||
	    *m->token[next].raw.p == '#' || is_listed(m->token[next].word, PREPOSITIONS) || is_listed(m->token[next].word, QUESTIONS) ||
	    !is_letter(*m->token[next].word.p);
}

/* Pass over articles and the like before an object. */
static size_t
skip_small(struct meant *m, size_t i, bool *article)
{
	for (i = next_token(m, i); i < m->stop; i = next_token(m, i + 1)) {
		if (is_listed(m->token[i].word, FILLERS)) {
			*article = true;
			m->token[i].used = true;
		} else if (is_listed(m->token[i].word, POSSESSIVES)) {
			*article = true;
		} else {
			break;
		}
	}
	return i;
}

/* Take an object: of several words the last, which is the thing, where there must be one; else only a thing of one word. */
static bool
take_object_at(struct meant *m, size_t i, bool must)
{
	if (i >= m->stop || (!must && !ends_thing(m, i)))
		return false;
	if (is_listed(m->token[i].word, PREPOSITIONS))
		return false;
	while (!ends_thing(m, i) && next_token(m, i + 1) < m->stop)
		i = next_token(m, i + 1);
	if (!may_be_object(m, i) || m->token[i].after == '?')
		return false;
	m->object = m->token[i].word;
	m->token[i].used = true;
	return true;
}

/* A deed to do, and its thing: "to send the quote" is quote, "need to call" is call, "to introduce me" is intro. */
static bool
take_deed(struct meant *m, size_t i)
{
	bool article = false;
	size_t deed = next_token(m, i), thing;

	if (deed >= m->stop)
		return false;
	thing = skip_small(m, deed + 1, &article);
	if (thing < m->stop && !is_listed(m->token[thing].word, PREPOSITIONS) && take_object_at(m, thing, true))
		return true;
	if (!may_be_object(m, deed))
		return false;
	m->object = m->token[deed].word;
	m->token[deed].used = true;
	if (str_eq_any_case(m->object, STR("introduce")))
		m->object = STR("intro");
	if (i && is_word(&m->token[i - 1], "to"))
		m->token[i - 1].used = true;
	return true;
}

/* Find the object where the verb may have one. */
static void
find_object(struct meant *m)
{
	unsigned verb = verb_find(m->verb);
	bool must = verb_is(verb, NEEDS_OBJECT), article = false;
	size_t i = next_token(m, m->phrase_end);

	if (m->object.n || m->flags & MANY_WORDS || (i > m->people_at && m->token[m->people_end - 1].after == ',') ||
	    (i && m->phrase_end == i && m->token[i - 1].after == ','))
		return;
	if (m->flags & TO_DO && take_deed(m, i))
		return;
	if (i < m->stop && must && is_word(&m->token[i], "for"))
		m->token[i].used = true, i = next_token(m, i + 1);
	if (i < m->stop && is_word(&m->token[i], "to") && must && take_deed(m, i + 1))
		return;
	if (i < m->stop && is_word(&m->token[i], "about") && must)
		i = next_token(m, i + 1);
	else if (i < m->stop && is_listed(m->token[i].word, QUESTIONS))
		return;
	i = skip_small(m, i, &article);
	if (must || verb_is(verb, IS_GIFT) || (verb_is(verb, IS_MESSAGE) && (article || m->phrase_end <= m->people_at)))
		take_object_at(m, i, must);
	if (m->object.n && verb_is(verb, IS_MESSAGE) && is_listed(m->object, CHANNELS) && !m->via.n) {
		m->via = m->object;
		m->object.n = 0;
	}
}

/* Take an object that is named after the colon, with its deadline; else leave a hole for it. */
static bool
object_from_text(struct meant *m)
{
	size_t count = m->count, stop = m->stop, i;
	bool article = false;

	if (m->object.n || !verb_is(verb_find(m->verb), NEEDS_OBJECT))
		return true;
	m->hole = true;
	if (m->text.n == 0 || m->stop < m->count || !split(m, m->text))
		return true;
	m->stop = m->count;
	if (m->by.n == 0 && verb_is(verb_find(m->verb), MAY_HAVE_BY) && !take_deadline(m))
		return false;
	i = skip_small(m, count, &article);
	if (i < m->stop && may_be_object(m, i) && m->token[i].after != '?' && (article || ends_thing(m, i)) &&
	    take_object_at(m, i, true)) {
		m->hole = false;
		m->text.n = 0;
		return true;
	}
	m->count = count;
	m->stop = stop;
	return true;
}

/* Decide whose doing it was, and whether the verb allows that. */
static bool
settle_side(struct meant *m)
{
	unsigned sides = verbs[verb_find(m->verb)].sides;

	m->they = m->flags & THEY_DID || (m->people_at < m->phrase_at && !m->with_me && !(m->flags & ONLY_THEY && sides == BY_ME));
	if (sides & BY_BOTH)
		m->they = false;
	if (m->possessive && str_eq(m->verb, STR("wrote")))
		return false;
	if (m->people_at && (is_word(&m->token[m->people_at - 1], "by") ||
				(is_word(&m->token[m->people_at - 1], "for") && !m->token[m->people_at - 1].used && str_eq(m->verb, STR("wrote")))))
		return false;
	return sides & BY_BOTH || sides & (m->they ? BY_THEM : BY_ME);
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
	if (m->text.n)
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
	add_part(to, " ", m->verb);
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

/* Pass over small words that nothing is lost with: joints and prepositions at the people's side, I, a colon's word. */
static void
use_small(struct meant *m)
{
	for (size_t i = 0; i < m->stop; i++) {
		struct token *t = &m->token[i];
		bool at_people = i + 1 == m->people_at;

		if (t->used)
			continue;
		if (at_people && (is_with(t) || is_word(t, "to") || is_word(t, "from") || is_word(t, "for") || is_word(t, "on")))
			t->used = true;
		if ((at_people || i == m->people_end) && is_joint(t))
			t->used = true;
		if (i < m->phrase_at && (is_me(t) || is_word(t, "just") || is_word(t, "also")))
			t->used = true;
		if (i + 1 > m->phrase_end && i <= m->phrase_end && is_me(t))
			t->used = true;
	}
	if (m->people_end < m->stop && m->they && is_me(&m->token[m->phrase_end < m->stop ? m->phrase_end : m->people_end]))
		m->token[m->phrase_end < m->stop ? m->phrase_end : m->people_end].used = true;
}

/* "@zoe: likes sailing": where nothing but people is before the colon, it divides nothing. */
static bool
join_text(struct meant *m)
{
	for (size_t i = 0; i < m->stop; i++)
		if (!m->token[i].used)
			return true;
	if (m->text.n == 0 || !split(m, m->text))
		return false;
	m->text.n = 0;
	m->stop = m->count;
	m->joined = true;
	return true;
}

/* Whether nothing is left before what was done but what says nothing about it. */
static bool
leads_in(const struct meant *m)
{
	bool news = str_eq(m->verb, STR("had"));

	for (size_t i = 0; i < m->phrase_at && i < m->stop; i++) {
		const struct token *t = &m->token[i];

		if (!t->used && !is_listed(t->word, FILLERS) && !is_listed(t->word, ADVERBS) && !is_me(t) && !is_digit(*t->word.p) &&
		    !(news && m->possessive && i >= m->people_end))
			return false;
	}
	return true;
}

/* Whether somebody is left over who is no part of what the text says of others: "to @raj" is, "and @bob" is not. */
static bool
loses_people(const struct meant *m)
{
	for (size_t i = 0; i < m->stop; i++)
		if (is_person(&m->token[i]) && !m->token[i].used &&
		    (i == 0 || !is_listed(m->token[i - 1].word, PREPOSITIONS) || is_joint(&m->token[i - 1])))
			return true;
	return false;
}

/* Whether something unknown is between a meeting or call and its people: perhaps somebody without '@'. */
static bool
has_unknown_people(const struct meant *m)
{
	for (size_t i = m->phrase_end; i < m->people_at && verb_is(verb_find(m->verb), IS_TALK); i++)
		if (!m->token[i].used && !is_listed(m->token[i].word, FILLERS) && !is_joint(&m->token[i]))
			return true;
	return false;
}

/* Whether a verb is left over: two things in one line, of which one would be lost. */
static bool
loses_verb(const struct meant *m)
{
	for (size_t i = 0; i < m->stop; i++)
		if (!m->token[i].used && !(m->flags & (MANY_WORDS | KEEP_WORDS)) && !is_word(&m->token[i], "had") &&
		    !is_word(&m->token[i], "meet") && !is_word(&m->token[i], "want") && verb_find(m->token[i].word) != NO_VERB)
			return true;
	return false;
}

/* Whether a day is named that is not the entry's: then the entry's day may be another. */
static bool
has_other_day(const struct meant *m)
{
	unsigned verb = verb_find(m->verb);

	for (size_t i = 0; i < m->stop; i++) {
		const struct token *t = &m->token[i];
		struct str words[3] = {t->word, {"", 0}, {"", 0}};
		char bytes[16];
		struct text when = TEXT_IN(bytes);

		if (t->used || m->flags & MANY_WORDS)
			continue;
		if (is_word(t, "yesterday") || is_word(t, "tomorrow") || is_word(t, "next"))
			return true;
		if (i + 1 < m->stop)
			words[1] = m->token[i + 1].word;
		if (verb_is(verb, IS_PLAN) && lenient_day(words, 2, m->day, &when))
			return true;
	}
	return false;
}

/* Read the line. */
bool
remedy_entry(struct str line, struct text *to)
{
	struct meant m = {.day = DAY_NONE};
	struct str rest = line;
	const char *colon;

	if (!lenient_date(&rest, &m.day))
		return false;
	rest = str_trim(rest);
	colon = find_colon(rest);
	if (colon)
		m.text = str_trim(str_rest(rest, colon + 1));
	if (!split(&m, colon ? str_between(rest.p, colon) : rest))
		return false;
	find_stop(&m);
	if (!find_people(&m) || has_stranger(&m) || !join_text(&m) || !find_phrase(&m) || !settle_side(&m) || is_unclear(&m))
		return false;
	use_small(&m);
	if (!(m.flags & MANY_WORDS)) {
		take_duration(&m);
		if (verb_is(verb_find(m.verb), MAY_HAVE_BY) && !take_deadline(&m))
			return false;
		take_channel(&m);
	}
	if (!leads_in(&m) || has_other_day(&m) || loses_people(&m) || loses_verb(&m) || has_unknown_people(&m))
		return false;
	find_object(&m);
	if (!object_from_text(&m) || says_nothing(&m))
		return false;
	write_entry(to, &m);
	return !to->cut;
}
