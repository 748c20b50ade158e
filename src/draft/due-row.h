/* SPDX-License-Identifier: ISC
 *
 * A row of rc-due's table as rc-draft needs it: its cells, what they say of the draft to choose, and what of them may be said to
 * the person (spec: tables, "rc-draft").
 */
#ifndef DRAFT_DUE_ROW_H
#define DRAFT_DUE_ROW_H

#include "template.h"

/* Cells are texts, unescaped; they live in the arena of the row. */
struct due_row {
	struct str cell[DUE_WIDTH];
	struct str written[DUE_WIDTH]; /* as in the table */
	struct str name, greet;        /* what they are called; empty where that is not known */
	struct str message_id;         /* that a reply answers, with its angle brackets; empty where it is not known */
	struct place at;               /* the row's source, or where it has none the line itself */
	day due, last;
	int32_t over_days;             /* below 0: that far ahead */
	uint32_t turn;                 /* how many messages of mine there were: the words take turns by it */
	unsigned qualifiers;           /* that hold, of enum qualifier: 1U << QUALIFIER_... */
};

/* Read the cells of a row. False where one is faulty, which has been said. */
bool due_row_read(struct due_row *row, const struct str *written, struct place at, struct arena *arena);

/* Whether it is of this reason. */
bool due_row_is(const struct due_row *row, const char *reason);

/*
 * The name of a section that says more of the row than its reason does: good news, a promise that they owe, a last nudge. Empty
 * where there is none.
 */
struct str due_row_kind(const struct due_row *row);

/*
 * Whether there is something to send: of an appointment that is over there is not, nor is `delay` for what is late already, which
 * is said.
 */
bool due_row_is_for(const struct due_row *row, struct str base);

/* Put the cells in, and which of them may stand outside a gap. Days are written by the caller. */
void due_row_fill(const struct due_row *row, struct filling *filling);

#endif
