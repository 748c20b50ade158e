/* SPDX-License-Identifier: ISC
 *
 * Where rows come from, and the order of the contract (spec: tables, "What counts"): by day (entries), then by source, the
 * file's name byte by byte, then the line, none first; then the row itself byte by byte. Where rows are in a table has no
 * effect.
 */
#ifndef PAST_SOURCE_H
#define PAST_SOURCE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/map.h"

/* A source taken apart: "journal.txt:12". All zero is no source. */
struct source {
	uint32_t file; /* an index into the names */
	uint32_t line;
};

/* The names of files, each once. */
struct sources {
	struct arena arena;
	struct map map;
	struct source_file {
		struct str name, written; /* as it is; as the table has it, escaped */
	} *files;
	uint32_t count, room;
	uint32_t last; /* the index of the one that was looked up last */
};

/* A row's place in the order. */
struct position {
	day day;            /* DAY_NONE for all rows but entries */
	struct source source;
	struct str cells;   /* of the row, from the date to the text, tabs between, escaped; as `cells_of` gives them (row.h) */
};

/*
 * Take the source of a row apart. *good is false where it is neither empty nor FILE:LINE. (The cell by pointer, since it was
 * written just now, and a copy of it would have to wait until it is in memory; the source as a value for the same reason.)
 */
struct source source_parse(struct sources *sources, const struct str *written, bool *good);

/* Compare two sources, two positions; below 0 where a comes first. */
int source_cmp(const struct sources *sources, struct source a, struct source b);
int position_cmp(const struct sources *sources, const struct position *a, const struct position *b);

/* Write a source as a table has it. */
void text_add_source(struct text *to, const struct sources *sources, struct source source);

/* The place to blame. */
struct place source_place(const struct sources *sources, struct source source);

void sources_free(struct sources *sources);

#endif
