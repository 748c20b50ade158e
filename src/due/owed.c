/* SPDX-License-Identifier: ISC
 * Reasons of class 1: what I owe. */
#include "past/owing.h"
#include "reasons.h"

/* Where a matter's row comes from. */
struct origin
origin_of_matter(const struct person *person, const struct affair *affair, enum matter_kind kind)
{
	const struct matter *matter = affair_opened(affair, kind);
	bool is_ask = event_is(matter->opened, IS_ASK);
	struct origin origin = is_ask ? origin_of_ask(person, matter->opened) : origin_of_entry(&matter->opening);

	origin.object = affair->object;
	return origin;
}

/* Say by when. */
struct deadline_phrase
for_day(day by)
{
	struct deadline_phrase p = {""};
	struct text text = {.bytes = p.text, .room = sizeof p.text - 1};

	if (by)
		text_add_format(&text, ", for %s", iso(by).text);
	else
		text_add(&text, STR(", without a day"));
	return p;
}

/* My open promises. */
void
find_promises(struct subject *s)
{
	for (size_t i = 1; i < s->person->affair_count; i++) {
		const struct affair *affair = &s->person->affairs[i];
		struct owed owed = owes_promise(s->past, affair);

		if (owed.first)
			due_add(s, owed.due, origin_of_matter(s->person, affair, MY_PROMISE), "I promised it on %s%s", iso(owed.first->day).text,
			    for_day(owed.first->by).text);
	}
}

/* Their open asks. */
void
find_answers(struct subject *s)
{
	for (size_t i = 1; i < s->person->affair_count; i++) {
		const struct affair *affair = &s->person->affairs[i];
		struct owed owed = owes_answer(s->past, affair);

		if (owed.first)
			due_add(s, owed.due, origin_of_matter(s->person, affair, THEIR_ASK), "they asked on %s%s", iso(owed.first->day).text,
			    for_day(owed.first->by).text);
	}
}

/* What they wrote since. */
void
find_reply(struct subject *s)
{
	struct owed owed = owes_reply(s->past);

	if (owed.count == 1)
		due_add(s, owed.due, owed.origin, "they %s on %s, no word from me since", verbs[owed.first->verb].name.p,
		    iso(owed.first->day).text);
	else if (owed.first)
		due_add(s, owed.due, owed.origin, "they wrote %u times since %s, no word from me", (unsigned)owed.count,
		    iso(owed.first->day).text);
}

/* Thanks. */
void
find_thanks(struct subject *s)
{
	struct owed owed = owes_thanks(s->past);

	if (owed.first)
		due_add(s, owed.due, owed.origin, "they %s it on %s, no thanks since", verbs[owed.first->verb].name.p,
		    iso(owed.first->day).text);
}

/* A kind answer to a no. */
void
find_gracious(struct subject *s)
{
	struct owed owed = owes_grace(s->past);

	if (owed.first)
		due_add(s, owed.due, owed.origin, "they declined on %s, no kind word since", iso(owed.first->day).text);
}

/* With guarded people, what was only said is written down. */
void
find_undocumented(struct subject *s)
{
	if (s->person->status != STATUS_GUARDED)
		return;
	for (size_t i = 0; i < s->person->event_count; i++) {
		const struct event *e = &s->person->events[i];
		struct origin origin = {s->person->affairs[e->object].object, {NULL, 0}, e->source};

		if (event_is(e, IS_TALK) && !e->has_text && e->day > s->person->documented && past_within(s->past, e->day, RULE_AFTERMATH))
			due_add(s, e->day + 1, origin, "%s on %s, nothing written down since", verbs[e->verb].name.p, iso(e->day).text);
	}
}
