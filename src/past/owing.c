/* SPDX-License-Identifier: ISC
 * What I owe: each kind as one question to the past. */
#include "owing.h"

#include <stdlib.h>

static const struct owed nothing = {DAY_NONE, NULL, NULL, 0};

/* What a matter that is open asks of me. */
static struct owed
owed_of(const struct past *past, const struct matter *matter, enum rule_id rule)
{
	return (struct owed){matter_deadline(past, matter, rule), matter->opened, &matter->opening, 1};
}

/* A promise. */
struct owed
owes_promise(const struct past *past, const struct affair *affair)
{
	return affair_is_open(affair, MY_PROMISE) ? owed_of(past, affair->matter[MY_PROMISE], RULE_PROMISE) : nothing;
}

/* An answer. */
struct owed
owes_answer(const struct past *past, const struct affair *affair)
{
	return ask_is_followed(affair, THEIR_ASK) ? owed_of(past, affair->matter[THEIR_ASK], RULE_ANSWER) : nothing;
}

/* What is looked for from today back to my latest contact. */
struct search {
	const struct person *person;
	bool *dropped;     /* by object: they dropped it later; NULL: none so far */
	struct owed owed;
};

/* Take one entry of theirs: an ask is passed over where they dropped its object later. */
static void
search_take(struct search *s, const struct event *e)
{
	bool is_message = event_is(e, IS_MESSAGE);

	if (verbs[e->verb].by_other == CLOSES_WITHDRAWN) {
		if (!s->dropped)
			s->dropped = memory_zeroed(s->person->affair_count, sizeof *s->dropped);
		s->dropped[e->object] = true;
	}
	if (!is_message && (!event_is(e, IS_ASK) || (s->dropped && s->dropped[e->object])))
		return;
	s->owed.first = e;
	s->owed.count++;
	if (!s->owed.row)
		s->owed.row = is_message ? &s->person->latest[THEIR_MESSAGE]
					 : &s->person->affairs[e->object].matter[THEIR_ASK]->opening;
}

/* A reply: of what waits the latest is shown and the first counts. */
struct owed
owes_reply(const struct past *past)
{
	const struct person *person = past->person;
	struct search s = {.person = person};

	for (const struct event *e = person->events + person->event_count; e > person->events && e - 1 != past->mine;) {
		e--;
		if (e->actor == ACTOR_THEM && past_within(past, e->day, RULE_FADE))
			search_take(&s, e);
	}
	free(s.dropped);
	if (s.owed.first)
		s.owed.due = s.owed.first->day + past_rule(past, RULE_REPLY);
	return s.owed;
}

/* What their entry asks of me, if it is no more than `fade` back and later than mine that would settle it. */
static struct owed
owed_since(const struct past *past, const struct event *theirs, const struct event *mine, enum saved_kind kind)
{
	if (!theirs || (mine && theirs < mine) || !past_within(past, theirs->day, RULE_FADE))
		return nothing;
	return (struct owed){theirs->day + past_rule(past, RULE_THANKS), theirs, &past->person->latest[kind], 1};
}

/* Thanks. */
struct owed
owes_thanks(const struct past *past)
{
	return owed_since(past, past->help, past->thanked, THEIR_HELP);
}

/* A gracious word. */
struct owed
owes_grace(const struct past *past)
{
	return owed_since(past, past->refusal, past->warm, THEIR_REFUSAL);
}
