/* SPDX-License-Identifier: ISC
 *
 * The tables between the tools: tab-separated, a header line, "\\", "\t", "\n", "\r" for those four bytes in a field and
 * nothing else (spec: text, rc-parse; tables, "Common to all four tools"). Reader and writer are side by side here.
 */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include "columns.h"
#include "date.h"
#include "diag.h"

/* The cells of a row, by their columns: PARSE_... of rc-parse's table, DUE_... of rc-due's. */
enum parse_column {
#define COLUMN(id, name, writer) PARSE_##id,
	PARSE_COLUMNS(COLUMN)
#undef COLUMN
	PARSE_WIDTH
};

enum due_column {
#define COLUMN(id, name, writer) DUE_##id,
	DUE_COLUMNS(COLUMN)
#undef COLUMN
	DUE_WIDTH
};

enum { TABLE_MOST_COLUMNS = 64 };

/* A kind of table. */
struct table {
	const char *tool; /* who writes it, with its option where it has more than one table */
	int columns;
	const struct str *names;
};

extern const struct table parse_table, due_table, balance_table, summary_table, draft_table;

/* Puts one cell of a row, without what ends it. */
typedef void cell_writer(struct text *to, const void *row);

/* A table as it is written: which columns, in which order. */
struct table_writer {
	const struct table *table;
	cell_writer *const *cells;                 /* a writer for each of the table's columns */
	int count;
	unsigned char column[TABLE_MOST_COLUMNS];  /* those that are wanted */
};

/*
 * Write all columns, or those that `names` lists with commas between; NULL is all. Ends the tool where a name is none of them.
 */
struct table_writer table_writer(const struct table *table, cell_writer *const *cells, const char *names);

/* Write the header line; write a row. */
void table_write_header(const struct table_writer *writer, struct text *to);
void table_write_row(const struct table_writer *writer, struct text *to, const void *row);

/* Put a text with its escapes, and a day (DAY_NONE is empty). */
void text_add_escaped(struct text *to, struct str s);
void text_add_day(struct text *to, day d);

/* Read by rows: what came before in this input bears on what is said of a row. */
struct table_reader {
	const struct table *table;
	const char *tool;   /* who reads */
	int foreign;        /* columns of another table whose header was seen here, else 0 */
	bool text;          /* a line of text was seen, and that was said */
};

/*
 * Split a line into table->columns cells, still escaped. False where it is no row: a header, which is skipped, or a line of
 * a wrong shape, for which an error is said at the place. (By pointer: a copy of a place that was put together just now would
 * have to wait until it is in memory, and there is one for each row.)
 */
bool table_row(struct table_reader *reader, struct str line, const struct place *at, struct str *cells);

/* Whether a line is the header of any table, or a row of rc-parse's: no text then. */
bool table_is_any(struct str line);

/*
 * Split a line at its tabs. Gives the number of cells; those past `most` are counted but not kept.
 */
int table_split(struct str line, struct str *cells, int most);

/*
 * Take a source apart, "journal.txt:12": the file's name, still escaped, and the line. Of an empty one both are none. False
 * where it is neither (spec: tables, "What counts").
 */
bool source_split(struct str written, struct str *file, uint32_t *line);

/* Undo the escapes of a field into `to`, which has room for s.n bytes; gives the slice there. The field is good. */
struct str table_unescape(struct str s, char *to);

#endif
