/* SPDX-License-Identifier: ISC
 *
 * The ledger of give and take with one person, over all days or a window of them (spec: tables, "rc-balance").
 */
#ifndef PAST_LEDGER_H
#define PAST_LEDGER_H

#include "history.h"
#include "rhythm.h"

/* The days that count, both included. */
struct window {
	day begin, end;
};

/* One side's part: counts of entries, and whole minutes. */
struct side {
	uint64_t contacts;   /* entries in which that side has a part */
	uint64_t gave;
	int64_t gave_min;    /* of gave and kept */
	uint64_t asked;
	uint64_t granted, declined; /* of those asks: how the other side closed them */
};

struct ledger {
	uint64_t days;
	uint64_t days_mine, days_goodwill;
	struct side me, them;
	uint64_t kept, late, dropped; /* my promises, by how they ended */
	struct gaps replies;          /* days from the first of a run of theirs to my next contact; the reader's to free */
};

/* Follow a person's past and keep the ledger of the window; the past itself knows no window. */
struct past ledger_follow(struct person *person, struct window window, struct ledger *ledger);

#endif
