/* SPDX-License-Identifier: ISC
 *
 * Letters that look like others: the Latin a and the Cyrillic one, an é that is one character and one that is two.
 *
 * Two texts that look the same have the same skeleton: in it each letter of another script stands as the Latin letter that
 * it looks like, and each letter with an accent as the letter and then the accent. The idea is that of Unicode's Technical
 * Standard 39; the table is a small one of our own, of letters that most fonts draw alike, and of what Unicode takes for the
 * same text (the forms NFC and NFD of its Annex 15). Within one script no two letters are look-alikes: l and I stay apart.
 */
#ifndef BASE_LOOK_ALIKE_H
#define BASE_LOOK_ALIKE_H

#include "text.h"

/* A skeleton has at most so many bytes for each of the text. */
enum { SKELETON_GROWTH = 3 };

/* Add the skeleton of s, which is UTF-8. That of ASCII, and of a skeleton, is the same text. */
void add_skeleton(struct text *to, struct str s);

#endif
