/* SPDX-License-Identifier: ISC
 *
 * Lines that are there twice to the letter. Of each line 20 bytes are kept, which with the room to find them take 24 at the most
 * once they are many: 128 bits that stand for its text, and its place. Places are told apart up to the line 2^32 of all files.
 */
#ifndef TEXT_REPEATS_H
#define TEXT_REPEATS_H

#include "base/diag.h"
#include "base/str.h"

struct repeats;

struct repeats *repeats_new(void);

/* Add a line. True where the same one was added before; then *first is its place, without a column. */
bool repeats_add(struct repeats *repeats, struct str line, struct place at, struct place *first);

/* NULL is fine. */
void repeats_free(struct repeats *repeats);

#endif
