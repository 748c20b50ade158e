/* SPDX-License-Identifier: ISC
 *
 * Lines that stand twice to the letter. Of each line 16 bytes are kept: 64 bits that stand for its text, and its place.
 */
#ifndef REPEATS_H
#define REPEATS_H

#include "diag.h"
#include "str.h"

struct repeats;

struct repeats *repeats_new(void);

/* Note a line. True where the same one was noted before; then *first is its place, without a column. */
bool repeats_note(struct repeats *repeats, struct str line, struct place at, struct place *first);

/* NULL is fine. */
void repeats_free(struct repeats *repeats);

#endif
