/* SPDX-License-Identifier: ISC
 * What I owe: each kind as one question to the past. */
#include "owing.h"

#include <stdlib.h>

static const struct owed nothing = {DAY_NONE, NULL, NULL, 0};

/* Whether a day is no more than a rule's days back. */
static bool
within(const struct people *people, day d, enum rule_id rule)
{
	return people->today - d <= people->settings.rule[rule];
}

/* What a matter that is open asks of me. */
static struct owed
owed_of(const struct people *people, const struct person *person, const struct matter *matter, enum rule_id rule)
{
	return (struct owed){matter_deadline(people, matter, rule), &person->events[matter->opened], &matter->opening, 1};
}

/* A promise. */
struct owed
owes_promise(const struct people *people, const struct person *person, const struct affair *affair)
{
	if (!affair_is_open(affair, MY_PROMISE))
		return nothing;
	return owed_of(people, person, affair->matter[MY_PROMISE], RULE_PROMISE);
}

/* An answer. */
struct owed
owes_answer(const struct people *people, const struct person *person, const struct affair *affair)
{
	if (!ask_is_followed(affair, THEIR_ASK))
		return nothing;
	return owed_of(people, person, affair->matter[THEIR_ASK], RULE_ANSWER);
}

/*
 * A reply. Looking back from today, an ask is passed over where they dropped its object later; of what remains the
 * latest is shown and the first counts.
 */
struct owed
owes_reply(const struct people *people, const struct person *person, const struct past *past)
{
	struct owed owed = nothing;
	bool *dropped = NULL;

	for (ptrdiff_t i = (ptrdiff_t)person->event_count - 1; i > past->mine; i--) {
		const struct event *e = &person->events[i];

		if (e->actor != ACTOR_THEM || !within(people, e->day, RULE_FADE))
			continue;
		if (e->verb == VERB_DROPPED) {
			if (!dropped)
				dropped = memory_zeroed(person->affair_count, sizeof *dropped);
			dropped[e->object] = true;
		}
		if (e->verb != VERB_WROTE && (e->verb != VERB_ASKED || (dropped && dropped[e->object])))
			continue;
		owed.first = e;
		owed.count++;
		if (!owed.row)
			owed.row = e->verb == VERB_WROTE ? &person->their_word
							 : &person->affairs[e->object].matter[THEIR_ASK]->opening;
	}
	free(dropped);
	if (owed.first)
		owed.due = owed.first->day + people->settings.rule[RULE_REPLY];
	return owed;
}

/* What their entry asks of me, if it is no more than `fade` back and later than mine that would settle it. */
static struct owed
owed_since(const struct people *people, const struct person *person, ptrdiff_t theirs, ptrdiff_t mine,
    const struct kept_row *row)
{
	const struct event *e;

	if (theirs == NO_EVENT || theirs < mine)
		return nothing;
	e = &person->events[theirs];
	if (!within(people, e->day, RULE_FADE))
		return nothing;
	return (struct owed){e->day + people->settings.rule[RULE_THANKS], e, row, 1};
}

/* Thanks. */
struct owed
owes_thanks(const struct people *people, const struct person *person, const struct past *past)
{
	return owed_since(people, person, past->gift, past->thanked, &person->their_gift);
}

/* A gracious word. */
struct owed
owes_grace(const struct people *people, const struct person *person, const struct past *past)
{
	return owed_since(people, person, past->no, past->warm, &person->their_no);
}
