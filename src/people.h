/* SPDX-License-Identifier: ISC
 *
 * The people of a table: what rc-parse's rows say of each, gathered in any order (spec: tables, "What counts").
 *
 * Rows are read once, as a stream. Kept are: the fields of people; of each entry 24 bytes; and the whole row only of the
 * latest entry of a kind (the latest promise of an object, the last contact, ...), because only that can be shown. All
 * text is kept as the table has it, escaped.
 */
#ifndef PEOPLE_H
#define PEOPLE_H

#include "date.h"
#include "in.h"
#include "lexicon.h"
#include "settings.h"
#include "source.h"
#include "table.h"

/* An entry of one person. Its place in the order of all entries is (day, source, then the row, which these fields tell). */
struct event {
	day day;
	struct source source;
	uint32_t object;        /* an index into the person's affairs; 0 is no object */
	day by;                 /* DAY_NONE where there is none */
	unsigned minutes : 20;  /* 0: none */
	unsigned verb : 5;      /* enum verb_id */
	unsigned actor : 2;     /* enum actor */
	unsigned has_text : 1;
	unsigned is_bare : 1;   /* it names no object; the one above is understood */
};

/* A row that is kept whole, until a later one of its kind takes its place. */
struct kept_row {
	bool set;
	day day;
	struct source source;
	char *row;
	size_t length, room; /* of the row, and of the memory for it */
};

/* Its field, as the table has it. */
struct str kept_field(const struct kept_row *kept, enum parse_column column);

/* A matter: something between us that one entry opens and a later one closes, known by its kind and object. */
enum matter_kind { MY_PROMISE, THEIR_PROMISE, MY_ASK, THEIR_ASK, MY_WISH, MATTERS };

struct matter {
	struct kept_row opening;    /* the latest entry that opened or renewed it */
	/* How it stands, as far as the past was followed (history.h): */
	bool open;
	bool moved_late;            /* once renewed on a day past its deadline */
	uint32_t opened;            /* the index of the latest opening event */
	day day, by;                /* that event's */
};

/* All that is known by one object with one person. */
struct affair {
	struct str object;
	struct matter *matter[MATTERS]; /* NULL where none was ever opened */
	struct kept_row *news;          /* their latest had, or NULL */
};

/* A field's row. */
struct field_row {
	struct source source;
	struct str row;
	struct str cell[PARSE_COLUMNS];
};

struct field_list {
	struct field_row *rows;
	size_t count, room;
};

/* Fields that a person has one of, and the name. */
enum { ONE_NAME = FIELDS_ONE, ONES };

struct person {
	struct str id;
	struct setting one[ONES];     /* the row that holds is kept whole; person_field cuts its cells out */
	struct field_list on, busy, topics;
	struct map firsts;            /* of every key but name the first row, a struct field_row */
	struct event *events;         /* not after today */
	size_t event_count, event_room;
	struct affair *affairs;       /* [0] is of no object */
	size_t affair_count, affair_room;
	struct map affair_map;
	struct kept_row last, their_word, their_gift, their_no;
	struct kept_row *meets;
	size_t meet_count, meet_room;
	day documented;               /* the latest day on which I wrote down what passed, or DAY_NONE */
	struct person *next;
};

struct people {
	struct arena arena, scratch;
	struct sources sources;
	struct settings settings;
	struct map map;
	struct person *first;
	size_t count;
	struct person **sorted;       /* by id, once settled */
	day today;
	struct table_reader reader;
};

/* Start with nothing known, for the tool of that name. */
void people_start(struct people *people, const char *tool, day today);

/*
 * Take a line of rc-parse's table, as cli_read hands it over; `people` is a struct people. Faults are said at the row's
 * source, or where it has none at the line itself.
 */
void people_take_line(void *people, struct str file, const struct line *line);

/* All rows are read: put entries and lists in order, settle what was set twice. */
void people_settle(struct people *people);

/* The order of rows of fields; the context is the people. */
int field_row_cmp(const void *a, const void *b, const void *people);

/* The cell of a field that a person has one of; empty where it is not given. */
struct str person_field(const struct person *person, int one, enum parse_column column);

/* The name, or where none is known the id. */
struct str person_name(const struct person *person);

/* The first value of any field by its key; empty where there is none. */
struct str person_value(const struct person *person, struct str key);

enum status person_status(const struct person *person);

/* The person's tier, or NULL where it has none that is defined. */
const struct tier *person_tier(const struct people *people, const struct person *person);

/* The kind of matter that an entry opens or renews, or MATTERS (spec: tables, "What counts"). */
enum matter_kind matter_opened(const struct event *event);

/* The affair of the object of that name, or NULL. */
struct affair *person_affair(const struct person *person, struct str object);

void people_free(struct people *people);

#endif
