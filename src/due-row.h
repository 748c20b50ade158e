/* SPDX-License-Identifier: ISC
 *
 * Rows of what is due: the eighteen reasons, a row, the list of all, its order (spec: tables, "rc-due").
 */
#ifndef DUE_ROW_H
#define DUE_ROW_H

#include "history.h"

enum reason {
	PROMISE,
	ANSWER,
	REPLY,
	THANKS,
	GRACIOUS,
	DOCUMENT,
	BIRTHDAY,
	ANNIVERSARY,
	NEWS,
	SEASON,
	MEETING,
	WAITING,
	ASK,
	ASK_SOFT,
	HOLD,
	GIVE,
	CHECKIN,
	DRIFT,
	REASONS
};

enum { UPKEEP = 4 };

/* Of each reason its class, which orders the rows, and whether it is shown of guarded people, too. */
struct reason_rule {
	struct str name;
	int class;
	bool of_guarded;
};

extern const struct reason_rule reasons[REASONS];

/* What a row is about, where it comes from: an entry that is kept whole, a field, or only a source. */
struct origin {
	struct str object, text;
	struct source source;
};

/* A row to be shown. */
struct due_row {
	const struct person *person;
	enum reason reason;
	day due, last;
	struct origin origin;
	struct str why;
	int64_t pct; /* -1: none */
};

/* All rows that are shown. */
struct due_list {
	const struct people *people;
	day until; /* the last day that is shown */
	struct arena arena;
	struct due_row *rows;
	size_t count, room;
};

/* One person's case, of which each reason asks its question. */
struct subject {
	struct due_list *list;
	const struct people *people;
	const struct person *person;
	const struct past *past;
	enum status status;
	size_t first_row; /* where the person's rows begin */
	bool busy;
};

/* A day as text, which lives to the end of the expression it is made in; the day must exist. */
struct day_text {
	char text[DAY_TEXT + 1];
};

struct day_text iso(day d);

/* The day of my latest warm contact, or DAY_NONE. */
day warm_day(const struct subject *s);

/* Where a kept entry, and where a field, comes from. */
struct origin origin_of_entry(const struct kept_row *kept);
struct origin origin_of_field(const struct field_row *field);

/*
 * Add a row, with the phrase that says why (printf's format), if its day exists and is shown, and the reason is one
 * that is shown of this person. True where it was added: it is then the list's last.
 */
__attribute__((format(printf, 5, 6))) bool due_add(struct subject *s, enum reason reason, day due, struct origin origin,
    const char *why, ...);

/* Put the rows in their order. */
void due_sort(struct due_list *list);

void due_free(struct due_list *list);

#endif
