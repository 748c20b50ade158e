/* SPDX-License-Identifier: ISC
 *
 * The cells of rc-due's table: a writer for each column of base/columns.h.
 */
#ifndef DUE_COLUMNS_H
#define DUE_COLUMNS_H

#include "list.h"

/* In the order of the columns; the rows are struct due_row. */
extern cell_writer *const due_cells[DUE_WIDTH];

#endif
