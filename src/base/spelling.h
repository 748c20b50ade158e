/* SPDX-License-Identifier: ISC
 *
 * Spelling: how many edits lie between two words, and which name somebody may have meant.
 *
 * An edit puts a letter in, leaves one out, changes one, or swaps two neighbours (the optimal string alignment distance),
 * counted in bytes.
 */
#ifndef BASE_SPELLING_H
#define BASE_SPELLING_H

#include "str.h"

/* How many edits turn a into b, or most + 1 where it takes more; most is at most 3. */
int edits_between(struct str a, struct str b, int most);

/*
 * The nearest of `count` names to a word, at most `most` edits and fewer than the word has bytes; of equals
 * the one that starts more like it, then the first. NULL where none is near. `stride` is the distance in bytes between one
 * name and the next, so that the names may lie in a table of anything.
 */
const struct str *nearest(struct str word, const struct str *names, size_t count, size_t stride, int most);

#endif
