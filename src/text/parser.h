/* SPDX-License-Identifier: ISC
 *
 * What the parts of the parser share: parse.c, which tells lines and stanzas apart, and entry.c, field.c and directive.c,
 * which it calls. Nobody else includes it.
 */
#ifndef TEXT_PARSER_H
#define TEXT_PARSER_H

#include "base/arena.h"
#include "base/date.h"
#include "base/fields.h"
#include "base/map.h"
#include "base/rules.h"
#include "parse.h"
#include "token.h"

/* An id, from its first use or declaration on. */
struct id_seen {
	struct str id;
	uint64_t in_line;             /* the last entry that named it, counted over all files: finds one named twice */
	struct place used, declared;  /* line 0: not yet */
	struct id_seen *next;         /* in the order in which they were seen first */
};

/* What a setting was set to first: a rule, a tier's attribute, a field that a person has one of. */
struct set_once {
	struct place at; /* line 0: not set yet */
	struct str date, by, object, via, text;
};

/* A tier's name, from its first use or definition on. */
struct tier_seen {
	struct str name;
	struct place used;                    /* line 0: not yet */
	struct set_once set[TIER_ATTRIBUTES]; /* the value is the text */
	bool defined;                         /* by a directive, or built in */
	struct tier_seen *next;
};

enum { RECENT_BITS = 13, RECENT_OBJECT_BITS = 8 };

/* Whose fields the indented lines are; after an entry, the rest of it, as its writer may have thought. */
enum stanza { STANZA_NONE, STANZA_PERSON, STANZA_LEFT_OUT, STANZA_ENTRY };

struct parser {
	record_sink *sink;
	void *context;

	struct str file;
	struct str line;        /* the line at hand */
	bool plain;             /* it is of printable ASCII without a backslash */
	uint64_t number;
	uint64_t entries;       /* entry lines so far, in all files */
	char day_text[DAY_TEXT]; /* the date of the entry before, and */
	day day;                 /* what it means */

	struct arena kept;      /* ids, tiers, rules */
	struct arena stanza;    /* the fields of the person at hand */
	struct arena scratch;   /* the tags of a line that has very many */

	bool quiet;             /* only to see whether a line is good */
	struct text remedy;     /* of the line at hand; empty where there is none */
	bool two_lines;         /* it says two things */
	bool stopped;           /* the input is a table, and that was said */
	enum stanza state;
	struct str person;
	struct set_once fields[FIELDS]; /* of the keys that a person has one of */
	size_t topics, tags_before;     /* of the fields so far */

	struct map ids, tiers;
	struct recent recent[1 << RECENT_BITS]; /* struct id_seen, each used in an entry: most lines name one */
	uint64_t objects[1 << RECENT_OBJECT_BITS]; /* objects that were good lately, of up to eight bytes, as numbers; 0: none */
	struct id_seen *first_id, **last_id;
	struct id_seen **foreign; /* those that are not ASCII */
	uint32_t foreign_count, foreign_room;
	struct tier_seen *first_tier, **last_tier;
	size_t declared;        /* how many people have an @ line */
	struct set_once rule[RULES];    /* the value is the text */

	struct str *people;     /* of the entry at hand, */
	struct id_seen **seen;  /* and what is known of each; NULL where that must be looked up */
	uint32_t people_count, people_room;
	struct str *tags;       /* of the line at hand */
	uint32_t tag_count, tag_room;
	struct map tag_map;     /* once they are many; it lies in scratch */

	struct repeats *repeats; /* NULL: not watched */
};

/* The place of a byte of the line at hand; at NULL that of the line. */
struct place place_of(const struct parser *p, const char *at);

/*
 * Reject the line for what is wrong at a byte of it, with the remedy where there is one; nothing is said while the parser is
 * quiet. As an expression it is false, for the caller to pass on.
 */
#define REJECT(p, at, ...) reject((p), (at), __VA_ARGS__)

__attribute__((format(printf, 3, 4))) bool reject(const struct parser *p, const char *at, const char *format, ...);

/* Find the entry that a line was meant to be, for the message about it; and forget it. */
void find_remedy(struct parser *p, struct str line);
void forget_remedy(struct parser *p);

/* Check an id or a word and say what is wrong with it, as the thing that was expected ("an id", "a tier"). */
bool check_id(const struct parser *p, struct str s, const char *expected);
bool check_word(const struct parser *p, struct str s, const char *expected);

/* Of a date of the right form that is none: why, such as ": 2026-02 has 28 days", to follow the quoted word; else empty. */
struct shown no_such_day(struct str word);

/*
 * ": did you mean 'x'?" where one of `count` names is near the word: one edit away, or from seven letters on `most` at the most;
 * else empty.
 */
struct shown did_you_mean(struct str word, const struct str *names, size_t count, size_t stride, int most);

/* What is known of an id that an entry named lately, and so is good; else NULL. */
static inline struct id_seen *
recent_id(struct parser *p, struct str id)
{
	return recent_value(recent_slot(p->recent, RECENT_BITS, id), id);
}

/* Add one to the people of the entry at hand. */
void name_person(struct parser *p, struct str id, struct id_seen *seen);

/* What is known of an id or a tier; made where it is new. */
struct id_seen *see_id(struct parser *p, struct str id);
struct tier_seen *see_tier(struct parser *p, struct str name);

/* Forget the tags of the line before; add one, once. */
void clear_tags(struct parser *p);
void add_tag(struct parser *p, struct str tag);

/* The lines of each kind, from their first byte on. */
void entry_line(struct parser *p, struct str line);
void field_line(struct parser *p, struct str line);
void directive_line(struct parser *p, struct str line);

#endif
