/* SPDX-License-Identifier: ISC
 *
 * A row of rc-parse's table as it is read.
 */
#ifndef PAST_ROW_H
#define PAST_ROW_H

#include "base/table.h"
#include "source.h"

struct row {
	struct str cell[PARSE_WIDTH]; /* escaped; as long as the line is */
	struct position at;           /* its day is set once the row is known to be an entry */
	day day;                      /* of an entry */
	const struct sources *sources;
	struct str file;              /* the table itself, and its line at hand */
	uint64_t number;
};

/*
 * What is kept of a row: its cells from the date to the text. The one before them is the kind of record, which is known, and the
 * one after them the source, which is kept as a value; so they settle as well as the whole row which of two rows comes first.
 */
static inline struct str
cells_of(const struct row *row)
{
	return str_between(row->cell[PARSE_DATE].p, row->cell[PARSE_TEXT].p + row->cell[PARSE_TEXT].n);
}

/* One of the cells that are kept. */
struct str kept_cell(struct str cells, enum parse_column column);

/* The place to blame: its source, or where it has none the line of the table. Found only where something is to be said of it. */
static inline struct place
row_place(const struct row *row)
{
	if (row->cell[PARSE_SOURCE].n)
		return source_place(row->sources, row->at.source);
	return (struct place){row->file, row->number, 0};
}

#endif
