/* SPDX-License-Identifier: ISC
 *
 * What people write before they know the format, and what it is here: the tables of the lenient reader (spec: text,
 * Remedies). One row a phrase; another language is another set of rows. Words are in lower case and match any case.
 */
#ifndef TEXT_PHRASES_H
#define TEXT_PHRASES_H

#include "base/str.h"

/* How a phrase is to be taken. */
enum phrase_flag {
	THEY_DID = 1,    /* it says that they did it, though the people follow: "heard from @x" */
	ONLY_THEY = 2,   /* it means this only of them: "@x needs" */
	KEEP_WORDS = 4,  /* its words say more than the verb, and go to the text */
	MANY_WORDS = 8,  /* all that follows is text, and no object: facts and sayings */
	TO_DO = 16       /* a deed follows, with or without its thing: "need to call", "will send the slides" */
};

/* Words (one blank between; "@" stands for the people), the verb, and where the words say it the object and the channel. */
struct phrase {
	const char *words;
	struct str verb;
	struct str object, via;
	unsigned flags;
};

extern const struct phrase phrases[];
extern const size_t phrase_count;

/* A noun that alone says that we met, or the channel of a message or call: "lunch with @x", "email from @x". */
struct occasion {
	struct str word;
	struct str verb;
	struct str object, via;
};

extern const struct occasion occasions[];
extern const size_t occasion_count;

/* Lists of words: one of them may be looked up. */
enum word_list {
	FILLERS,        /* articles, and I: they are left out */
	POSSESSIVES,    /* they go before an object, and to the text */
	PREPOSITIONS,   /* an object ends before one */
	QUESTIONS,      /* what follows is no object */
	DOUBTS,         /* it was not done, or perhaps: no remedy */
	CHANNELS,       /* what a message may go by */
	HAD_WORDS,      /* may go before an occasion: "had lunch" */
	ADVERBS,        /* may go before anything, and say nothing about it */
	WORD_LISTS
};

bool is_listed(struct str word, enum word_list list);

#endif
