/* SPDX-License-Identifier: ISC
 *
 * One person's past, followed entry by entry in order (spec: tables, "What counts"). Every figure of rc-due and rc-balance
 * about what passed between us comes from this one walk.
 */
#ifndef PAST_HISTORY_H
#define PAST_HISTORY_H

#include "people.h"

/* The past as it is today. Of entries that there are not, NULL; of days, DAY_NONE. */
struct past {
	struct person *person;
	const struct event *first;      /* the first contact of all */
	day last;                       /* the latest day of contact */
	const struct event *mine;       /* my latest contact, */
	const struct event *warm;       /* warm contact, */
	const struct event *thanked;    /* thanks, */
	const struct event *gave;       /* gift, */
	const struct event *helped;     /* gave or kept, */
	const struct event *asked;      /* ask, */
	const struct event *asked_favour; /* and ask for more than advice */
	const struct event *theirs;     /* their latest contact, */
	const struct event *help;       /* gave or kept, */
	const struct event *refusal;    /* and no */
	day goodwill;                   /* the latest day with goodwill */
	day met;                        /* the latest day on which we met or talked */
	uint32_t days;                  /* days of contact */
	uint32_t days_mine, days_theirs, days_i_asked, days_they_asked;
	uint64_t out;                   /* contacts in which I had a part */
	uint64_t by_me, by_them;        /* contacts by one side; what has no side is neither's */
	uint32_t in_vain;               /* days on which I wrote or asked, after the day of their latest contact */
	bool last_nudge;                /* with one more such day they are unanswered */
	bool unanswered;                /* too many of them lately */
	bool in_debt, unreturned;
	int64_t debt_minutes;           /* got less given within `dormant` days */
	bool drifts;                    /* the rhythm is lost */
	int32_t drift_median, drift_limit; /* in days, where drifts */
	bool busy;                      /* today is in a busy time, */
	day busy_to;                    /* of which this is the last day; of several the latest */
};

/* A day of contact. */
struct contact_day {
	day day;
	bool mine, theirs, goodwill, i_asked, they_asked, i_reached_out;
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
	/* An entry closes nothing, ends no wish and calls nothing off. Matters are as at that moment. */
	void (*idle)(const struct past *past, const struct event *e);
};

/* Whether an entry's verb has all of these traits. */
bool event_is(const struct event *e, unsigned traits);

/* Contact by me, or with me and them both in it; the same of them. */
bool event_is_mine(const struct event *e);
bool event_is_theirs(const struct event *e);

/* Follow a person's past, once. Afterwards the matters of its affairs are as they are today. */
struct past history_follow(struct person *person, const struct listener *listener);

/* The minutes that help counts; 0 for any other entry. */
int32_t event_minutes(const struct people *people, const struct event *e);

/* What a rule is set to; whether a day is no more than a rule's days back. */
int32_t past_rule(const struct past *past, enum rule_id rule);
bool past_within(const struct past *past, day d, enum rule_id rule);

/* The day of an entry, or of none DAY_NONE. */
day event_day(const struct event *e);

/*
 * The deadline of a matter that is open: what its latest entry says, else that many days (a rule) after it. May be past
 * DAY_MAX.
 */
day matter_deadline(const struct past *past, const struct matter *matter, enum rule_id rule);

/* Whether a matter of that kind is open. */
bool affair_is_open(const struct affair *affair, enum matter_kind kind);

/* Whether the affair's ask is followed: open, and no promise of the doer's stands in its place. */
bool ask_is_followed(const struct affair *affair, enum matter_kind ask);

#endif
