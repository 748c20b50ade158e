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
	struct place place;           /* to blame: its source, or where it has none the line of the table */
};

#endif
