/* SPDX-License-Identifier: ISC
 *
 * The people of a table: what rc-parse's rows say of each, read into values, in any order (spec: tables, "What counts").
 *
 * Rows are read once, as a stream. Kept are: the fields of people; of each entry 24 bytes; and the whole row only of the
 * latest entry of a kind (the latest promise of an object, the last contact, ...), because only that can be shown. Days,
 * spans and the like are values from here on; text is kept as the table has it, escaped.
 *
 * The life of a person: people_read fills it and puts it in order, history_follow (history.h) says how its
 * matters are today. It lives until people_free.
 */
#ifndef PAST_PEOPLE_H
#define PAST_PEOPLE_H

#include "base/cli.h"
#include "base/fields.h"
#include "base/verbs.h"
#include "groups.h"
#include "settings.h"

/* The kinds of matters: what passes between us that one entry opens and a later one closes. */
enum matter_kind { MY_PROMISE, THEIR_PROMISE, MY_ASK, THEIR_ASK, MY_WISH, MATTERS, MATTER_BITS = 3 };

/* An entry of one person. Its place in the order of all entries is (day, source, then the row, which these members tell). */
struct event {
	day day;
	struct source source;
	uint32_t object;                   /* an index into the person's affairs; 0 is no object */
	day by;                            /* DAY_NONE where there is none */
	unsigned minutes : MINUTES_BITS;   /* 0: none */
	unsigned verb : VERB_BITS;         /* an index into verbs */
	unsigned actor : 2;                /* enum actor */
	unsigned has_text : 1;
	unsigned is_bare : 1;              /* it names no object; the one above is understood */
	unsigned opens : MATTER_BITS;      /* the kind of matter that it opens or renews, or MATTERS */
};

_Static_assert(sizeof(struct event) == 24, "an entry is to take 24 bytes");
_Static_assert(ACTORS <= 1 << 2 && MATTERS < 1 << MATTER_BITS, "an event has no room for so many actors or kinds of matters");

/* A row that is saved until a later one of its kind takes its place. Without cells there is none. */
struct saved_row {
	struct position at;      /* without a day where the order is by source alone */
	day day;
	uint32_t room;           /* of the memory for its cells; 0 where they are another's, or longer than it can say */
};

static inline bool
is_saved(const struct saved_row *row)
{
	return row->at.cells.n > 0;
}

/* A matter: known by its kind and object. */
struct matter {
	struct matter *next;          /* another of the affair */
	enum matter_kind kind;
	struct saved_row opening;     /* the latest entry that opened or renewed it; not of asks */
	/* How it is, as far as the past was followed: */
	bool open;
	bool moved_late;              /* once renewed on a day past its deadline */
	const struct event *opened;   /* the latest opening entry; NULL: none yet */
	const struct event *granted;  /* of an ask: the latest that the doer's help closed, */
	day granted_on;               /* and when */
};

/*
 * An ask of either side: each may be shown, so of all is kept what its event lacks. The cells from the channel to the text also
 * settle which of two comes first that are alike in all else.
 */
struct ask {
	struct str rest;           /* via, tags and text, tabs between */
	uint32_t text;             /* where in `rest` the text begins */
	uint32_t event;            /* which of the person's events it is */
};

/* An appointment. */
struct plan {
	struct saved_row row;
	uint32_t object;           /* as of an event; where it names none, the affair of `meeting` */
	bool off;                  /* called off, as far as the past was followed */
};

/* All that is known by one object with one person. */
struct affair {
	struct str object;
	struct matter *matters;         /* of each kind that was ever opened one; most have none */
	struct saved_row *news;         /* their latest news of today or before, or NULL */
	struct saved_row *ahead;        /* what is ahead of them, the last by source, or NULL */
	struct plan *next_plan, *plans_end; /* the appointments, in order, from the first that may still be called off; once settled */
};

/* The matter of a kind, or NULL where none was ever opened. */
static inline struct matter *
affair_matter(const struct affair *affair, enum matter_kind kind)
{
	struct matter *matter = affair->matters;

	while (matter && matter->kind != kind)
		matter = matter->next;
	return matter;
}

/* The same of a kind that is known to have been opened. */
static inline struct matter *
affair_opened(const struct affair *affair, enum matter_kind kind)
{
	struct matter *matter = affair->matters;

	while (matter->kind != kind)
		matter = matter->next;
	return matter;
}

/* A field as it is kept. */
struct field_row {
	enum field_id id;            /* FIELD_NAME: the @ line; FIELDS: a key of the user's own */
	struct source source;
	struct str cells;            /* as cells_of gives them */
	union {
		struct str word;             /* FORM_TIER, FORM_CHANNEL; the tags, blanks between: FORM_TAGS */
		struct span span;            /* FORM_CADENCE */
		enum status status;          /* FORM_STATUS */
		bool yes;                    /* FORM_YES_NO */
		struct civil yearly;         /* FORM_YEARLY, FORM_YEARLY_TEXT; the year is 0 where it is open */
		day day;                     /* FORM_SINCE, FORM_UNTIL, FORM_JOB; DAY_NONE where there is none */
		struct {
			struct civil from, to;
		} range;                     /* FORM_RANGE */
	} value;
};

enum { FIELD_NAME = FIELDS + 1, FIELD_KINDS };

/* The rows of one key, in their order. Of a key that a person has one of, the first counts. */
struct field_list {
	const struct field_row *rows; /* NULL: none */
	size_t count;
};

/* The entries that are saved whatever their object: the first contact, and of each other kind the latest. */
enum saved_kind { FIRST_CONTACT, LAST_CONTACT, THEIR_MESSAGE, THEIR_HELP, THEIR_REFUSAL, FACT, SAVED_KINDS };

/* What every row of a person's needs comes first, so that it is close together. */
struct person {
	struct people *people;
	struct str id;
	struct event *events;                 /* not after today */
	uint32_t event_count, event_room;
	uint64_t *starts;                     /* of each affair but [0] the first eight bytes of its object, as a number */
	struct affair *affairs;               /* [0] is of no object */
	uint32_t affair_count, affair_room, start_room;
	day documented;                       /* the latest day on which I wrote down what passed, or DAY_NONE */
	struct saved_row *saved[SAVED_KINDS]; /* NULL: none of the kind */
	bool is_mixed;                        /* the events may be in another order than theirs; until settled */
	enum status status;
	uint32_t order;                       /* among all people by id; once settled. Of a grouped table 0 */
	uint32_t tag_count, ask_count, ask_room, plan_count, plan_room, field_count, field_room;
	struct field_row *fields;             /* all of them; once settled by kind, and in their order */
	struct str name;                      /* or where none is known the id */
	const struct tier *tier;              /* NULL where there is none that is defined */
	struct str tier_name;                 /* as the field has it, defined or not; empty where there is none */
	struct str *tags;                     /* each once, in order; once settled */
	struct ask *asks;
	struct plan *plans;                   /* by object */
	uint32_t replies, advice;             /* the affairs of the objects "reply" and "advice", or 0; once settled */
	struct map *affair_map;               /* NULL until there are many */
	struct person *next;
};

enum { RECENT_BITS = 13 };

/* What is to be done with a person whose rows are all read, in a table that is grouped by who. */
typedef void person_sink(void *context, struct person *person);

struct people {
	struct arena arena, scratch;
	struct sources sources;
	struct settings settings;
	struct map map;
	struct recent *recent;        /* struct person; RECENT_BITS */
	struct person *first;
	size_t count;
	struct person **sorted;       /* by id, once settled */
	day today;
	unsigned char kinds[1 << VERB_BITS][ACTORS][2]; /* what is saved of a verb, by a side, with text or without: 1 << saved_kind */
	char date[DAY_TEXT];          /* the date of the entry before, and */
	day date_day;                 /* what it means */
	struct table_reader reader;
	person_sink *done;            /* NULL: the table may be in any order, and all people are kept */
	void *context;
	struct groups groups;         /* whom it was about already */
	bool settings_settled;        /* once the first person is done */
};

/* Work out what is saved of which entries; for people_start. */
void saved_kinds_find(struct people *people);

/* Start with nothing known, for the tool of that name. */
void people_start(struct people *people, const char *tool, day today);

/*
 * The table is grouped (spec: tables, -g): all tiers and rules first, then the rows of each person together. Each person is
 * settled and handed to `done` once the rows of the next begin, and is then forgotten: memory holds one. A row that breaks this
 * is an error.
 */
void people_group(struct people *people, person_sink *done, void *context);

/*
 * Read rc-parse's table from all that the command line names, write the header of the tool's own, and settle. Faults are said at
 * a row's source, or where it has none at the line itself. Of a grouped table the header goes out first: rows follow while it is
 * read.
 */
void people_read(struct people *people, struct cli *cli, const struct table_writer *table);

/* All rows are read: put everything in order, and settle what was set twice. Of a grouped table it is the last person's turn. */
void people_settle(struct people *people);

/* Settle the one person of a grouped table, if there is one, hand them on, and forget them. */
void person_end(struct people *people);

/* What a field's row says: its cells with blanks between, for messages. */
struct str field_said(struct arena *arena, struct str cells);

/* The text of a field, and that of an entry that is saved. */
struct str field_text(const struct field_row *field);
struct str saved_text(const struct saved_row *saved);

/* The fields of one kind; the first of them, or NULL. The person is settled. */
struct field_list person_fields(const struct person *person, unsigned id);
const struct field_row *person_field(const struct person *person, unsigned id);

/* The cadence of check-ins, their own or the tier's. False where there is none at all; never is one. */
bool person_every(const struct person *person, struct span *every);

/* What is shown of an entry or a field. */
struct origin {
	struct str object, text;
	struct source source;
};

struct origin origin_of_ask(const struct person *person, const struct event *ask);
struct origin origin_of_entry(const struct saved_row *saved);
struct origin origin_of_field(const struct field_row *field);

/* Write the tags, blanks between. */
void text_add_tags(struct text *to, const struct person *person);

/* The first value of any field by its key; empty where there is none. */
struct str person_value(const struct person *person, struct str key);

void people_free(struct people *people);

#endif
