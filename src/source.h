/* SPDX-License-Identifier: ISC
 *
 * Where rows come from, and their order (spec: tables, "What counts"): by source, the file's name byte by byte, then the line;
 * no source comes first; then the row itself byte by byte. Where rows stand in a table never bears on it.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include "arena.h"
#include "diag.h"
#include "map.h"

/* A source taken apart: "journal.txt:12". Line 0 where it does not end in a number; all zero is no source. */
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
	size_t count, room;
};

/* Take the source of a row apart. */
struct source source_parse(struct sources *sources, struct str written);

/* Compare two; below 0 where a comes first. */
int source_cmp(const struct sources *sources, struct source a, struct source b);

/* The most bytes that source_put can put; put it as the table has it. */
size_t source_length(const struct sources *sources, struct source source);
char *source_put(const struct sources *sources, struct source source, char *to);

/* The place to blame, and the same to be named inside a message. */
struct place source_place(const struct sources *sources, struct source source);
struct shown source_shown(const struct sources *sources, struct source source);

void sources_free(struct sources *sources);

#endif
