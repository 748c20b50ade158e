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

/* The place to blame: its source, or where it has none the line of the table. Found only where something is to be said of it. */
static inline struct place
row_place(const struct row *row)
{
	if (row->cell[PARSE_SOURCE].n)
		return source_place(row->sources, row->at.source);
	return (struct place){row->file, row->number, 0};
}

#endif
