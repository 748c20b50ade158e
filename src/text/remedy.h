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

/* What there is to say of a rejected entry. */
enum remedy {
	REMEDY_NONE,     /* its meaning is not plain */
	REMEDY_LINE,     /* what to write */
	REMEDY_TWO_LINES /* it says two things */
};

/* Write the line that an entry line was meant to be. Where it is not REMEDY_LINE, `to` is of no use. */
enum remedy remedy_entry(struct str line, struct text *to);

/* The same of a field of a person, of a directive, of an @ line; false where there is none. */
bool remedy_field(struct str line, struct str person, struct text *to);
bool remedy_directive(struct str line, struct text *to);
bool remedy_person(struct str line, struct text *to);

#endif
