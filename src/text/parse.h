/* SPDX-License-Identifier: ISC
 *
 * The language of people and journal: lines in, records or one error out (spec: text). The manual page is rc-text(5).
 *
 * A parser reads any number of files, one after the other, and keeps what lasts from line to line: the person whose fields
 * follow, the ids seen, the tiers and rules set. Its memory grows with people and distinct ids, not with entries. Faults go
 * to diag.h, at their place; a faulty line gives no record and takes no other line with it.
 */
#ifndef TEXT_PARSE_H
#define TEXT_PARSE_H

#include "base/diag.h"
#include "base/str.h"

/* The longest line, in bytes without its end. */
enum { LINE_MAX_BYTES = 64 << 10 };

enum record_kind { RECORD_ENTRY, RECORD_PERSON, RECORD_TIER, RECORD_RULE };

/*
 * What a line says, in the columns of rc-parse's table. All text is unescaped and lives until the next line. An entry has
 * one `who` for each person named; the other records have one or (tier, rule) none.
 */
struct record {
	enum record_kind kind;
	struct str date, by;    /* as the table has them */
	const struct str *who;
	size_t whos;
	struct str actor, verb, object;
	int32_t minutes;        /* 0: none */
	struct str via;
	const struct str *tags;
	size_t tag_count;
	struct str text;
	bool plain;             /* nothing in it has to be escaped */
	uint64_t line;
};

/* Takes the records in the order of the lines. */
typedef void record_sink(void *context, const struct record *record);

struct parser;

/* A parser that gives its records to `sink`. Free it with parser_free. */
struct parser *parser_new(record_sink *sink, void *context);

/* Warn also of an entry line that is there twice to the letter; keeps 24 bytes an entry, and up to twice as many. */
void parser_watch_repeats(struct parser *parser);

/* A file begins; `file` is its name in messages and must live as long as the parser. Ends what the last one left open. */
void parser_begin_file(struct parser *parser, struct str file);

/* Take a line. Of one that is too long, `line` is its first bytes. */
void parser_take_line(struct parser *parser, struct str line, uint64_t number, bool too_long);

/* All input is read: warn of ids that nobody declared and tiers that nobody defined. */
void parser_finish(struct parser *parser);

void parser_free(struct parser *parser);

#endif
