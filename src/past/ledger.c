/* SPDX-License-Identifier: ISC
 * The ledger: listening to a past, and counting what is in the window. */
#include "ledger.h"

/* What the listener needs. */
struct keeper {
	const struct people *people;
	struct window window;
	struct ledger *ledger;
};

/* Whether a day counts. */
static bool
counts(const struct keeper *k, day d)
{
	return d >= k->window.begin && d <= k->window.end;
}

/* Count an entry for the side that made it. */
static void
count_entry(void *context, const struct event *e)
{
	const struct keeper *k = context;
	struct side *side = e->actor == ACTOR_THEM ? &k->ledger->them : &k->ledger->me;

	if (!counts(k, e->day))
		return;
	k->ledger->me.contacts += event_is_mine(e);
	k->ledger->them.contacts += event_is_theirs(e);
	side->gave += event_is(e, IS_GIFT);
	side->gave_min += event_minutes(k->people, e);
	side->asked += event_is(e, IS_ASK);
}

/* Count a day. */
static void
count_day(void *context, const struct contact_day *d)
{
	const struct keeper *k = context;

	if (!counts(k, d->day))
		return;
	k->ledger->days++;
	k->ledger->days_mine += d->mine;
	k->ledger->days_goodwill += d->goodwill;
}

/* Count how a promise of mine ended. */
static void
count_promise(struct ledger *ledger, enum closing how, bool late)
{
	if (how == CLOSES_DONE)
		late ? ledger->late++ : ledger->kept++;
	else if (how == CLOSES_REFUSED)
		ledger->dropped++;
}

/* Count how an ask ended; what the asker withdrew is neither granted nor declined. */
static void
count_ask(struct side *asker, enum closing how)
{
	asker->granted += how == CLOSES_DONE;
	asker->declined += how == CLOSES_REFUSED;
}

/* Count how a matter ended, on the day on which it did. */
static void
count_closed(void *context, enum matter_kind kind, enum closing how, day on, bool late)
{
	const struct keeper *k = context;

	if (!counts(k, on))
		return;
	if (kind == MY_PROMISE)
		count_promise(k->ledger, how, late);
	else if (kind == MY_ASK)
		count_ask(&k->ledger->me, how);
	else if (kind == THEIR_ASK)
		count_ask(&k->ledger->them, how);
}

/* Note how long they waited for a reply. */
static void
count_reply(void *context, day first, day on)
{
	const struct keeper *k = context;

	if (counts(k, on))
		gaps_add(&k->ledger->replies, on - first);
}

/* Follow and count. */
struct past
ledger_follow(struct person *person, struct window window, struct ledger *ledger)
{
	struct keeper keeper = {person->people, window, ledger};

	*ledger = (struct ledger){0};
	return history_follow(person, &(struct listener){.context = &keeper, .entry = count_entry, .day = count_day,
	    .closed = count_closed, .answered = count_reply});
}
