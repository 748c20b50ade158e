/* SPDX-License-Identifier: ISC
 *
 * What the parts of the parser share. note.c tells lines and stanzas apart and calls entry.c, field.c and directive.c; all four
 * stand on this. Nobody else includes it.
 */
#ifndef NOTE_PARTS_H
#define NOTE_PARTS_H

#include "arena.h"
#include "map.h"
#include "note.h"
#include "words.h"

/* An id, from its first use or declaration on. */
struct id_seen {
	struct str id;
	struct place declared, used;  /* line 0: not yet */
	uint64_t in_line;             /* the last entry that named it, counted over all files: finds one named twice */
	struct id_seen *next;         /* in the order in which they were seen first */
};

/* A tier's name, from its first use or definition on. */
struct tier_seen {
	struct str name;
	struct place used;                    /* line 0: not yet */
	struct place set[TIER_ATTRIBUTES];    /* line 0: not set */
	struct str value[TIER_ATTRIBUTES];
	bool defined;                         /* by a directive, or built in */
	struct tier_seen *next;
};

/* A field that a person has one of, as it was given first. */
struct field_seen {
	struct place at; /* line 0: not yet */
	struct str date, by, object, via, text;
};

/* Whose fields the indented lines are. */
enum stanza { STANZA_NONE, STANZA_PERSON, STANZA_LEFT_OUT };

struct note {
	record_sink *sink;
	void *context;

	struct str file;
	struct str line;        /* the line at hand */
	uint64_t number;
	uint64_t entries;       /* entry lines so far, in all files */
	char day_text[DAY_TEXT]; /* the date of the entry before */
	day day;

	struct arena kept;      /* ids, tiers, rules */
	struct arena stanza;    /* the fields of the person at hand */
	struct arena scratch;   /* the tags of a line that has very many */

	enum stanza state;
	struct str person;
	struct field_seen fields[FIELDS_ONE];

	struct map ids, tiers;
	struct id_seen *first_id, **last_id;
	struct tier_seen *first_tier, **last_tier;
	size_t declared;        /* how many people have an @ line */
	struct place rule_set[RULES];
	struct str rule_value[RULES];

	struct str *people;     /* of the entry at hand */
	size_t people_count, people_room;
	struct str *tags;       /* of the line at hand */
	size_t tag_count, tag_room;
	struct map tag_map;     /* once they are many; it lies in scratch */

	struct repeats *repeats; /* NULL: not watched */
};

/* The place of a byte of the line at hand; at NULL that of the line. */
struct place note_place(const struct note *note, const char *at);

/* Say an error at a byte of the line at hand; as an expression it is false, for the caller to pass on. */
#define FAULT(note, at, ...) said_false((error_at(note_place((note), (at)), __VA_ARGS__), 0))

static inline bool
said_false(int zero)
{
	return zero;
}

/* Check an id or a word and say what is wrong with it, as the thing that was expected ("an id", "a tier"). */
bool note_id(const struct note *note, struct str s, const char *expected);
bool note_word(const struct note *note, struct str s, const char *expected);

/* Of a date of the right form that is none: why, such as ": 2026-02 has 28 days"; else empty. To stand behind the quoted word. */
struct shown no_such_day(struct str word);

/* The id's, or the tier's, record; made where it is new. */
struct id_seen *note_id_seen(struct note *note, struct str id);
struct tier_seen *note_tier_seen(struct note *note, struct str name);

/* Begin the tags of a line; add one to them, once. */
void note_clear_tags(struct note *note);
void note_tag(struct note *note, struct str tag);

/* The lines of each kind, from their first byte on. False where an error was said; nothing has changed then. */
bool entry_line(struct note *note, struct str line);
bool field_line(struct note *note, struct str line);
bool directive_line(struct note *note, struct str line);

#endif
