/* SPDX-License-Identifier: ISC
 *
 * What I owe: a promise, an answer, a reply, thanks, a kind word after a no (spec: tables, "rc-due", class 1). rc-due shows
 * them, and no ask has standing while one is overdue.
 */
#ifndef PAST_OWING_H
#define PAST_OWING_H

#include "history.h"

/* A debt of words or deeds: what it is about, and by when. */
struct owed {
	day due;                     /* may be past DAY_MAX */
	const struct event *first;   /* where it began; NULL where nothing is owed */
	struct origin origin;        /* the entry that is shown */
	uint32_t count;              /* of a reply: how many messages wait */
};

/* My open promise by an object, and their open ask in whose place no promise of mine stands. */
struct owed owes_promise(const struct past *past, const struct affair *affair);
struct owed owes_answer(const struct past *past, const struct affair *affair);

/* A reply to what they wrote or asked since my latest contact. */
struct owed owes_reply(const struct past *past);

/* Thanks for their latest help. */
struct owed owes_thanks(const struct past *past);

/* A gracious word after their latest no. */
struct owed owes_grace(const struct past *past);

#endif
