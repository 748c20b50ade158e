/* SPDX-License-Identifier: ISC
 *
 * What people write before they know the format, and what it is here: the tables of the lenient reader (spec: text,
 * Remedies). One row a phrase; another language is another set of rows. Words are in lower case and match any case; how one is
 * found is vocabulary.h's.
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
	TO_DO = 16,      /* a deed follows, with or without its thing: "need to call", "will send the slides" */
	ONLY_I = 32,     /* it means this only where no people stand before it */
	WITH_ME = 64,    /* it means this only where I am named as one of them: "@x and I had" */
	OF_THEIRS = 128  /* it means this only of something of theirs: "got @x's feedback" */
};

/*
 * A pattern of words, the verb, and where the words say it the object and the channel. Without a verb it is that of the
 * occasion in the pattern, or the meaning is not plain. In a pattern, "a|b" is either word, "[a|b]" either or none, "@" the
 * people, "*" one to three words of any kind, which go to the text, and "$" the noun of an occasion, whose object and
 * channel are then the phrase's. Articles and the like may stand between its words. The object "=" is the last of its words.
 */
struct phrase {
	const char *words;
	struct str verb;
	struct str object, via;
	unsigned flags;
};

extern const struct phrase phrases[];
extern const size_t phrase_count;

/*
 * Whether the i-th phrase may begin with a word, by the first letter. There are some hundreds of phrases, and each word of a line
 * is tried at each of them: this spares nearly all.
 */
bool phrase_may_begin(size_t i, struct str word);

/* Cut the first word off "a|b". */
struct str cut_alternative(struct str *words);

/* A noun that alone says that we met, or the channel of a message or call: "lunch with @x", "email from @x". */
struct occasion {
	const char *words; /* blanks between */
	struct str verb;
	bool is_object;    /* the word is the object; else, where no channel is given, it says no more than the verb */
	struct str via;
};

extern const struct occasion occasions[];
extern const size_t occasion_count;

/* What a deed to do is known by, where that is another word: "need to introduce". */
struct deed_thing {
	struct str deed, thing;
};

extern const struct deed_thing deed_things[];
extern const size_t deed_thing_count;

/* Lists of words. */
enum word_list {
	FILLERS,        /* articles, and I: they are left out */
	POSSESSIVES,    /* they go before an object, and to the text */
	PREPOSITIONS,   /* an object ends before one */
	QUESTIONS,      /* what follows is no object */
	DOUBTS,         /* it was not done, or perhaps: no remedy */
	CHANNELS,       /* what a message may go by */
	HAD_WORDS,      /* go before an occasion: "had lunch" */
	MANNERS,        /* how it was, in a phrase: they go to the text */
	ADVERBS,        /* may go before anything, and say nothing about it */
	BEFORE_DEEDS,   /* may go before a deed to do, "remember to call", and go to the text */
	NO_DEEDS,       /* are nothing that was promised, "will think" */
	BEFORE_TIMES,   /* may go before a duration, and are left out */
	AUXILIARIES,    /* verbs of the format that have their place in any sentence */
	JOINTS,         /* join two people */
	ME,             /* whom an entry leaves out */
	WITH,
	BESIDE_PEOPLE,  /* may go before the people, and is left out */
	CHANNEL_WORDS,  /* may go before a channel */
	EMPTY_WORDS,    /* are left out before the deed */
	OTHER_DAYS,     /* name a day that is not the entry's */
	WORD_LISTS
};

extern const char *const word_lists[WORD_LISTS]; /* blanks between the words */

#endif
