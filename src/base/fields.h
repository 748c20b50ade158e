/* SPDX-License-Identifier: ISC
 *
 * Fields of a person: the keys that mean something here, one row a key (spec: text, "A person"). Any other key is text of
 * the user's own.
 */
#ifndef BASE_FIELDS_H
#define BASE_FIELDS_H

#include "str.h"

/* What a value looks like, and the columns of rc-parse's table that hold its parts. */
enum field_form {
	FORM_TEXT,        /* any text: text */
	FORM_TIER,        /* a word: object */
	FORM_CHANNEL,     /* a word: via */
	FORM_CADENCE,     /* a span or never: object */
	FORM_STATUS,      /* one of the statuses: object */
	FORM_YES_NO,      /* yes or no: object */
	FORM_YEARLY,      /* a date or a month-day: date */
	FORM_YEARLY_TEXT, /* the same, then text, which is required: date, text */
	FORM_SINCE,       /* a date, then text: date, text */
	FORM_UNTIL,       /* a date, then text: by, text */
	FORM_JOB,         /* a date or not, then text, which is required: date, text */
	FORM_RANGE,       /* FROM..TO, then text: date, by, text */
	FORM_TAGS         /* words: tags */
};

enum times { ONCE, MANY };

/*
 * Texts of which a person has one, and which rc-due hands on to rc-draft in a column of the same name: FIELD(ID, "key", the
 * column's writer, which rc-due makes from this row). They take at most SHORT_TEXT bytes, since they are in every row.
 */
#define PASSED_ON_FIELDS(FIELD) \
	FIELD(HOURS, "hours", write_hours)

/* The most bytes of a value that every row of its person repeats, and the bound of one that no row does. */
enum { SHORT_TEXT = 200, ANY_LENGTH = 0 };

/*
 * All other fields: FIELD(ID, "key", the key in rc-parse's table, form, times, the most bytes of its value). `tag` is
 * another way to write `tags`.
 */
#define ALL_FIELDS(FIELD)                                                       \
	FIELD(TIER, "tier", "tier", FORM_TIER, ONCE, ANY_LENGTH)                \
	FIELD(EVERY, "every", "every", FORM_CADENCE, ONCE, ANY_LENGTH)          \
	FIELD(STATUS, "status", "status", FORM_STATUS, ONCE, ANY_LENGTH)        \
	FIELD(PAUSE, "pause", "pause", FORM_UNTIL, ONCE, ANY_LENGTH)            \
	FIELD(GREET, "greet", "greet", FORM_TEXT, ONCE, SHORT_TEXT)             \
	FIELD(FORMAL, "formal", "formal", FORM_YES_NO, ONCE, ANY_LENGTH)        \
	FIELD(UID, "uid", "uid", FORM_TEXT, ONCE, ANY_LENGTH)                   \
	FIELD(BIRTHDAY, "birthday", "birthday", FORM_YEARLY, ONCE, ANY_LENGTH)  \
	FIELD(VIA, "via", "via", FORM_CHANNEL, ONCE, ANY_LENGTH)                \
	FIELD(KNOWS, "knows", "knows", FORM_TEXT, ONCE, ANY_LENGTH)             \
	FIELD(MET, "met", "met", FORM_SINCE, ONCE, ANY_LENGTH)                  \
	FIELD(ON, "on", "on", FORM_YEARLY_TEXT, MANY, ANY_LENGTH)               \
	FIELD(BUSY, "busy", "busy", FORM_RANGE, MANY, ANY_LENGTH)               \
	FIELD(JOB, "job", "job", FORM_JOB, MANY, ANY_LENGTH)                    \
	FIELD(EMAIL, "email", "email", FORM_TEXT, MANY, SHORT_TEXT)             \
	FIELD(PHONE, "phone", "phone", FORM_TEXT, MANY, SHORT_TEXT)             \
	FIELD(TOPIC, "topic", "topic", FORM_TEXT, MANY, SHORT_TEXT)             \
	FIELD(TAGS, "tags", "tags", FORM_TAGS, MANY, ANY_LENGTH)                \
	FIELD(TAG, "tag", "tags", FORM_TAGS, MANY, ANY_LENGTH)                  \
	FIELD(NOTE, "note", "note", FORM_TEXT, MANY, ANY_LENGTH)

enum field_id {
#define FIELD(id, ...) FIELD_##id,
	ALL_FIELDS(FIELD) PASSED_ON_FIELDS(FIELD)
#undef FIELD
	FIELDS
};

struct field {
	struct str key;
	struct str written; /* the key in rc-parse's table */
	enum field_form form;
	enum times times;
	size_t most; /* bytes of the value; ANY_LENGTH: as long as a line */
};

extern const struct field fields[FIELDS];

/* How many topics, and tags, a person may have, counted field by field. */
enum { TOPICS_MOST = 20, TAGS_MOST = 50 };

/* Find a field by its key; FIELDS where it is none of those known. */
enum field_id field_find(struct str key);

/* The field that a well-known other name of its key stands for ("bday"), or FIELDS. */
enum field_id field_by_other_name(struct str key);

/* How a person stands to me, in the order of how much contact is left. */
enum status { STATUS_ACTIVE, STATUS_GUARDED, STATUS_CLOSED, STATUSES };

extern const struct str status_names[STATUSES];

/* Find a status; STATUSES where there is none of that name. */
enum status status_find(struct str name);

#endif
