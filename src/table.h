/* SPDX-License-Identifier: ISC
 *
 * The tables between the tools: tab-separated, a header line, "\\", "\t", "\n", "\r" for those four bytes in a field and
 * nothing else (spec: text, rc-parse; tables, "Common to all four tools"). Reader and writer stand here side by side.
 */
#ifndef TABLE_H
#define TABLE_H

#include "date.h"
#include "diag.h"
#include "str.h"

/* The columns of rc-parse's table. */
enum parse_column {
	COL_RECORD,
	COL_DATE,
	COL_WHO,
	COL_ACTOR,
	COL_VERB,
	COL_OBJECT,
	COL_MINUTES,
	COL_BY,
	COL_VIA,
	COL_TAGS,
	COL_TEXT,
	COL_SOURCE,
	PARSE_COLUMNS
};

/* Of rc-due's. */
enum due_column {
	DUE_DUE,
	DUE_OVER_DAYS,
	DUE_WHO,
	DUE_NAME,
	DUE_TIER,
	DUE_STATUS,
	DUE_REASON,
	DUE_OBJECT,
	DUE_WHY,
	DUE_TEXT,
	DUE_LAST,
	DUE_PCT,
	DUE_GREET,
	DUE_VIA,
	DUE_TO,
	DUE_TOPIC,
	DUE_HOURS,
	DUE_SOURCE,
	DUE_COLUMNS
};

enum { TABLE_MOST_COLUMNS = 32 };

/* A kind of table. */
struct table {
	const char *tool; /* who writes it, with its option where it has more than one table */
	int columns;
	const char *const *names;
};

extern const struct table parse_table, due_table, balance_table, summary_table, draft_table;

/* Write the header line. */
void table_header(const struct table *table);

/* Write a field with its escapes, and the tab or newline behind it. */
void table_field(struct str s, char end);

/* Write a field that is escaped already, a whole number, a day (DAY_NONE is empty), with what ends it. */
void table_written(struct str s, char end);
void table_number(int64_t n, char end);
void table_day(day d, char end);

/* Put an escaped field at `to`, where there is room for 2 * s.n bytes; gives the place behind it. */
char *put_escaped(char *to, struct str s);

/* Read by rows: what came before in this input bears on what is said of a row. */
struct table_reader {
	const struct table *table;
	const char *tool;   /* who reads */
	int foreign;        /* columns of another table whose header was seen here, else 0 */
};

/*
 * Split a line into table->columns fields, still escaped. False where it is no row: a header, which is skipped, or a line of
 * a wrong shape, for which an error is said at the place.
 */
bool table_row(struct table_reader *reader, struct str line, struct place at, struct str *fields);

/* Undo the escapes of a field into `to`, which has room for s.n bytes; gives the slice there. The field is good. */
struct str table_unescape(struct str s, char *to);

#endif
