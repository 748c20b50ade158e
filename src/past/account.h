/* SPDX-License-Identifier: ISC
 *
 * A person's account: the past, the ledger over a window of days, my standing, and the pattern that it all makes (spec: tables,
 * "rc-balance").
 */
#ifndef PAST_ACCOUNT_H
#define PAST_ACCOUNT_H

#include "ledger.h"
#include "standing.h"

struct account {
	const struct person *person;
	struct past past;
	struct ledger ledger;
	struct may_ask ask;
	uint64_t open; /* my open promises, whatever the window */
};

/* Draw up a person's account; free it with account_free. */
struct account account_of(struct person *person, struct window window);
void account_free(struct account *account);

/* What I gave less what I got, in minutes. */
int64_t net_minutes(const struct account *account);

/* Whether I mostly ask: on 2 or more days, and on at least half of the days of my contact. */
bool i_mostly_ask(const struct past *past);

/* Write the patterns of a tie, comma between. */
void text_add_patterns(struct text *to, const struct past *past);

#endif
