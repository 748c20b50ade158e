/* SPDX-License-Identifier: ISC
 *
 * The language of people and journal: bytes of a line in, records or one error out (spec: text). The manual page is rc-text(5).
 *
 * A note reads any number of files, one after the other, and keeps what lasts from line to line: the person whose fields
 * follow, the people and ids seen, the tiers and rules set. Its memory grows with people and distinct ids, not with entries.
 * Faults go to diag.h, at their place; a faulty line gives no record and takes no other line with it.
 */
#ifndef NOTE_H
#define NOTE_H

#include "date.h"
#include "diag.h"
#include "lexicon.h"
#include "str.h"

enum { LINE_MAX_BYTES = 1 << 20 };

enum record_kind { RECORD_ENTRY, RECORD_PERSON, RECORD_TIER, RECORD_RULE };

/*
 * What a line says, in the columns of rc-parse's table. All text is unescaped and lives until the next line. An entry
 * has one `who` for each person named; the other records have one or (tier, rule) none.
 */
struct record {
	enum record_kind kind;
	struct str date, by;    /* as they stand in the table; by may be computed */
	const struct str *who;
	size_t whos;
	struct str actor, verb, object;
	int32_t minutes;        /* 0: none */
	struct str via;
	const struct str *tags;
	size_t tag_count;
	struct str text;
	uint64_t line;
};

/* Takes the records in the order of the lines. */
typedef void record_sink(void *context, const struct record *record);

struct note;

/* A parser that gives its records to `sink`. Free it with note_free. */
struct note *note_new(record_sink *sink, void *context);

/* Warn also of an entry line that stands twice to the letter; keeps 16 bytes an entry. */
void note_watch_repeats(struct note *note);

/* A file begins; `file` is its name in messages and must live as long as the note. Ends what the last one left open. */
void note_file(struct note *note, struct str file);

/* Take a line. `too_long` and `mark` are as in.h has them. */
void note_line(struct note *note, struct str text, uint64_t number, bool too_long, int mark);

/* All input is read: warn of ids that nobody declared and tiers that nobody defined. */
void note_finish(struct note *note);

void note_free(struct note *note);

#endif
