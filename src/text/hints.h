/* SPDX-License-Identifier: ISC
 *
 * Hints: what to write for the words that people put in a verb's place.
 */
#ifndef TEXT_HINTS_H
#define TEXT_HINTS_H

#include "base/str.h"

/*
 * For a word that is no verb, what to write instead: the verb, and what follows the person (may be empty). False where the
 * word is none of the well-known ones.
 */
bool verb_instead_of(struct str word, struct str *verb, struct str *rest);

#endif
