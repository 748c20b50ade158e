/* SPDX-License-Identifier: ISC
 *
 * The words of the lenient reader's tables (phrases.h), each with all that the tables know of it. A word of a line is looked up
 * once; to look through the tables anew at each question took most of the time of a remedy.
 */
#ifndef TEXT_VOCABULARY_H
#define TEXT_VOCABULARY_H

#include "phrases.h"

struct known_word {
	struct str word;                 /* as the tables have it, in lower case */
	uint32_t lists;                  /* those that hold it: 1 << enum word_list */
	const struct occasion *occasion; /* the first that it is a noun of; NULL: none */
	bool begins_phrase;              /* a phrase begins with it, and with no other word before it */
};

/* A word, in any case of ASCII letters; NULL where no table has it. It stays as it is to the end of the run. */
const struct known_word *known_word(struct str word);

static inline bool
is_listed(const struct known_word *known, enum word_list list)
{
	return known && known->lists >> list & 1;
}

#endif
