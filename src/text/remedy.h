/* SPDX-License-Identifier: ISC
 *
 * The lenient reader: what a rejected entry seems to say, as an entry (spec: text, Remedies). It is called for rejected lines
 * alone.
 *
 * It works on tokens: each word of the line is used for a part of the entry or goes to its text, in the old order, so that no
 * word is lost. Where the meaning is not plain it gives nothing. What it gives has not been checked: that is for the strict
 * parser.
 */
#ifndef TEXT_REMEDY_H
#define TEXT_REMEDY_H

#include "base/text.h"

/* The longest line that is mended: a message has room for it, whole. */
enum { REMEDY_MOST = 2000 };

/* What stands for a word that only the writer knows. No entry may hold it before its colon. */
#define HOLE "..."

/* Write the line that an entry line was meant to be. False where its meaning is not plain; `to` is then of no use. */
bool remedy_entry(struct str line, struct text *to);

/* The same of a field of a person, of a directive, of an @ line. */
bool remedy_field(struct str line, struct str person, struct text *to);
bool remedy_directive(struct str line, struct text *to);
bool remedy_person(struct str line, struct text *to);

#endif
