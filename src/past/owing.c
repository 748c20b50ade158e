/* SPDX-License-Identifier: ISC
 * What I owe: each kind as one question to the past. */
#include "owing.h"

#include <stdlib.h>

static const struct owed nothing = {.due = DAY_NONE};

/* What a matter that is open asks of me. */
static struct owed
owed_of(const struct past *past, const struct matter *matter, enum rule_id rule, struct origin origin)
{
	return (struct owed){.due = matter_deadline(past, matter, rule), .first = matter->opened, .origin = origin};
}

/* A promise. */
struct owed
owes_promise(const struct past *past, const struct affair *affair)
{
	const struct matter *matter = affair_matter(affair, MY_PROMISE);

	return matter && matter->open ? owed_of(past, matter, RULE_PROMISE, origin_of_entry(&matter->opening)) : nothing;
}

/* An answer. */
struct owed
owes_answer(const struct past *past, const struct affair *affair)
{
	const struct matter *matter = affair_matter(affair, THEIR_ASK);

	if (!ask_is_followed(affair, THEIR_ASK))
		return nothing;
	return owed_of(past, matter, RULE_ANSWER, origin_of_ask(past->person, matter->opened));
}

/* What is looked for from today back to my latest contact. */
struct search {
	const struct past *past;
	bool *dropped;     /* by object: they dropped it later; NULL: none so far */
	struct owed owed;
};

/* Whether an ask of theirs still waits for a mere reply: from the day after its own deadline on, its answer speaks for it. */
static bool
waits_for_reply(const struct search *s, const struct event *ask)
{
	day deadline = ask->by ? ask->by : ask->day + past_rule(s->past, RULE_ANSWER);

	return deadline >= s->past->person->people->today && !(s->dropped && s->dropped[ask->object]);
}

/* Take one entry of theirs. */
static void
search_take(struct search *s, const struct event *e)
{
	const struct person *person = s->past->person;
	bool is_message = event_is(e, IS_MESSAGE);

	if (verbs[e->verb].by_other == CLOSES_WITHDRAWN) {
		if (!s->dropped)
			s->dropped = memory_zeroed(person->affair_count, sizeof *s->dropped);
		s->dropped[e->object] = true;
	}
	if (!is_message && !(event_is(e, IS_ASK) && waits_for_reply(s, e)))
		return;
	s->owed.first = e;
	if (s->owed.count++ == 0)
		s->owed.origin = is_message ? origin_of_entry(person->saved[THEIR_MESSAGE]) : origin_of_ask(person, e);
}

/* A reply: of what waits the latest is shown and the first counts. */
struct owed
owes_reply(const struct past *past)
{
	const struct person *person = past->person;
	struct search s = {.past = past};

	for (size_t i = person->event_count; i > 0 && &person->events[i - 1] != past->mine; i--) {
		const struct event *e = &person->events[i - 1];

		if (e->actor == ACTOR_THEM && past_within(past, e->day, RULE_REPLY_FADE))
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
	return (struct owed){theirs->day + past_rule(past, RULE_THANKS), theirs, origin_of_entry(past->person->saved[kind]), 1};
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
