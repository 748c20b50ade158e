/* SPDX-License-Identifier: ISC
 *
 * What the parts of the lenient reader share: the words of a rejected line, and the entry that it was meant to be. remedy.c
 * calls the others in turn: lenient-people.c (who), lenient-deed.c (what was done, and by whom), lenient-parts.c (object,
 * deadline, duration, channel). Nobody else includes it.
 *
 * Each word is used for a part of the entry, or is left for its text, in the old order: so no word is lost.
 */
#ifndef TEXT_MEANT_H
#define TEXT_MEANT_H

#include "base/date.h"
#include "base/verbs.h"
#include "vocabulary.h"

enum { TOKENS_MOST = 120, MEANT_PEOPLE_MOST = 20 };

/* A word of the line. */
struct token {
	struct str raw;    /* as it is */
	struct str word;   /* without punctuation around it */
	char after;        /* the punctuation at its end, or 0 */
	bool used;         /* it has its place before the colon, or says nothing */
	const struct known_word *known; /* what the tables know of the word; NULL: nothing */
};

/* An entry as it was meant. Slices are of the line and live as long as that. */
struct meant {
	struct token token[TOKENS_MOST];
	size_t count;
	size_t stop;                  /* where free text begins among the tokens */
	struct str text;              /* what follows the colon */
	day day;
	struct str people[MEANT_PEOPLE_MOST];
	size_t people_count;
	size_t people_at, people_end; /* the tokens that name them */
	bool possessive;              /* "@paul's" */
	bool with_me;                 /* "@tom and I" */
	bool joined;                  /* "@zoe: ...": the colon divided nothing */
	size_t phrase_at, phrase_end; /* the tokens that say what was done */
	size_t thing_at;              /* where the object is looked for */
	unsigned flags;               /* enum phrase_flag, of what was found */
	unsigned verb;
	struct str object, via, by;
	char by_bytes[16];
	bool they;                    /* they did it */
	bool hole;                    /* the object is missing */
	int32_t minutes;
};

/* Split text into tokens after those that are there; people joined in one word are tokens of their own. False: too many. */
bool meant_split(struct meant *m, struct str text);

/* The next token that is not used, from one on. */
size_t meant_next(const struct meant *m, size_t i);

/* The words from a token on that are not used, `most` at the most, and where there is room an empty one. Gives their number. */
size_t meant_ahead(const struct meant *m, size_t at, struct str *words, size_t most);

/* Use some tokens. */
void meant_use(struct meant *m, size_t at, size_t count);

static inline bool
is_word(const struct token *t, const char *word)
{
	return str_eq_any_case(t->word, str_of(word));
}

static inline bool
is_in(const struct token *t, enum word_list list)
{
	return is_listed(t->known, list);
}

static inline bool
is_person(const struct token *t)
{
	return t->word.n > 1 && *t->word.p == '@';
}

/* What joins people, alone: "and", "&", ",". */
static inline bool
is_joint(const struct token *t)
{
	return is_in(t, JOINTS) || str_eq(t->raw, STR(","));
}

/*
 * Find the first people of the line, one after the other. False where there is nobody, or somebody without '@' among them; what
 * was done need not be known yet.
 */
bool find_people(struct meant *m);

/* Whether somebody is left over who is no part of what the text says of others: "to @raj" is, "and @bob" is not. */
bool loses_people(const struct meant *m);

/* Take people who were there, too, where it was a meeting or a call: "with @dot", apart from the first. */
void more_people(struct meant *m);

/* Find what was done, and whose doing it was. False where no phrase says it, or its side does not fit. */
bool find_deed(struct meant *m);

/* Whether a token says a deed of its own. */
bool is_other_deed(const struct meant *m, size_t at);

/* Whether the line says that it was not done, or perhaps; once every part but the object has its token. */
bool is_doubtful(const struct meant *m);

/* Whether the line says a second thing that was done: the first before its times are found, the second after. */
bool says_two_deeds(const struct meant *m);
bool loses_verb(const struct meant *m);

/* Whether nothing is left before what was done but what says nothing about it. */
bool leads_in(const struct meant *m);

/* Find duration, deadline and channel. False where the deadline, the entry's day or somebody is not plain. */
bool find_times(struct meant *m);

/* Find the object that the verb may have, and a hole for one that it must. False where a deadline beside it is not plain. */
bool find_thing(struct meant *m);

#endif
