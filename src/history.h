/* SPDX-License-Identifier: ISC
 *
 * One person's past, followed entry by entry in order (spec: tables, "What counts"). Every figure of rc-due and rc-balance about
 * what passed between us comes from this one walk.
 */
#ifndef HISTORY_H
#define HISTORY_H

#include "people.h"

enum { NO_EVENT = -1 };

/* The past as it stands today. Indexes are into person->events, NO_EVENT where there is none. */
struct past {
	day first, last;                /* the first and latest day of contact; DAY_NONE where there was none */
	ptrdiff_t mine;                 /* my latest contact */
	ptrdiff_t warm;                 /* my latest warm contact */
	ptrdiff_t thanked;              /* my latest thanks */
	ptrdiff_t gave;                 /* my latest gave */
	ptrdiff_t asked;                /* my latest asked */
	ptrdiff_t gift;                 /* their latest gave or kept */
	ptrdiff_t no;                   /* their latest declined */
	day goodwill;                   /* the latest day with goodwill */
	day met;                        /* the latest day on which we met or talked */
	bool gave_ever;                 /* I gave or kept something */
	uint32_t days;                  /* days of contact */
	uint32_t days_mine, days_theirs, days_i_asked, days_they_asked;
	uint64_t by_me, by_them;        /* contacts by one side; met is neither's */
	bool in_debt, unanswered;
	int64_t debt_minutes;           /* got less given within `dormant` days */
	bool drifts;                    /* the rhythm is lost */
	int32_t drift_median, drift_limit; /* in days, where drifts */
};

enum closing { CLOSED_DONE, CLOSED_REFUSED, CLOSED_WITHDRAWN };

/* A day of contact. */
struct contact_day {
	day day;
	bool mine, theirs, goodwill, i_asked, they_asked, by_me;
};

/* What somebody wants to hear of while a past is followed. Any of them may be NULL. */
struct listener {
	void *context;
	void (*entry)(void *context, const struct event *e);
	void (*day)(void *context, const struct contact_day *d);
	/* A matter closes: how, on which day, and of a promise whether it was late (or once moved too late). */
	void (*closed)(void *context, enum matter_kind kind, enum closing how, day on, bool late);
	/* A run of their messages and asks that began on `first` is answered. */
	void (*answered)(void *context, day first, day on);
	/* A kept, dropped or declined that finds nothing to close. Matters stand as they are at that moment. */
	void (*idle)(void *context, const struct event *e);
};

/* Contact by me, or with me and them both in it; the same of them. */
bool event_is_mine(const struct event *e);
bool event_is_theirs(const struct event *e);
bool event_is_warm(const struct event *e);

/* Follow a person's past, once. Afterwards the matters of its affairs stand as they do today. */
struct past history_follow(const struct people *people, const struct person *person, const struct listener *listener);

/* The minutes that a gave or kept counts; 0 for any other entry. */
int32_t event_minutes(const struct people *people, const struct event *e);

/* A matter's deadline: what its latest entry says, else that many days (a rule) after it. May lie past DAY_MAX. */
day matter_deadline(const struct people *people, const struct matter *matter, enum rule_id rule);

/* Whether the affair's ask is followed: open, and no promise of the doer's stands in its place. */
bool ask_is_followed(const struct affair *affair, enum matter_kind ask);

/* Whether a matter of that kind is open. */
bool affair_is_open(const struct affair *affair, enum matter_kind kind);

#endif
