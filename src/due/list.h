/* SPDX-License-Identifier: ISC
 *
 * Rows of what is due: a row, the list of all, its order (spec: tables, "rc-due").
 */
#ifndef DUE_LIST_H
#define DUE_LIST_H

#include "past/history.h"

struct subject;
struct upkeep;

/* The classes, which order the rows. What I have owed for very long is stale: is it still true? */
enum due_class { OWED = 1, TO_MARK, TO_FOLLOW, UPKEEP, STALE };

/* A reason why somebody is in the list: one row of the table in reasons.c. */
struct reason {
	struct str name;
	enum due_class class;
	bool of_guarded;       /* shown of guarded people, too */
	void (*rows_of)(struct subject *s);                          /* adds the rows of a person: classes 1 to 3 */
	bool (*measure)(const struct subject *s, struct upkeep *u);  /* says when upkeep is due, if ever: class 4 */
};

/* A row to be shown. */
struct due_row {
	const struct person *person;
	const struct reason *reason;
	enum due_class class;
	day due, last; /* last: of contact */
	struct origin origin;
	struct str why;
	int64_t pct; /* -1: none */
	uint64_t out; /* how many contacts I had a part in */
};

/* All rows that are shown. */
struct due_list {
	const struct people *people;
	day until;       /* the last day that is shown */
	day stale;       /* what I owed before this day is stale */
	struct arena arena;
	struct due_row **rows; /* they lie in the arena, since all of them at once are many bytes to move */
	uint32_t count, room;
};

/* One person's case, of which each reason asks its question. */
struct subject {
	struct due_list *list;
	const struct person *person;
	const struct past *past;
	const struct reason *reason; /* the one that asks */
	size_t first_row;            /* where the person's rows begin */
};

/* A day as text, which lives to the end of the expression it is made in; empty where the day does not exist. */
struct day_text {
	char text[16]; /* more than DAY_TEXT: tcc computes other arguments of a call wrong beside a struct of 11 bytes */
};

struct day_text iso(day d);

/*
 * Add a row of the reason that asks, with the phrase that says why (printf's format), if its day exists and is shown, and
 * the reason is one that is shown of this person. Gives the row, which stays where it is, or NULL where there is none.
 */
__attribute__((format(printf, 4, 5))) struct due_row *due_add(struct subject *s, day due, struct origin origin,
    const char *why, ...);

/* What a row is sorted by first, a number: its class, then for upkeep its urgency, else its due day. */
int64_t due_rank(const struct due_row *row);

/* Put the rows in their order. */
void due_sort(struct due_list *list);

void due_free(struct due_list *list);

#endif
