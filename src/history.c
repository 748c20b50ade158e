/* SPDX-License-Identifier: ISC
 * One person's past: matters open and close, days add up, runs are answered. */
#include "history.h"

#include <stdlib.h>

#include "rhythm.h"

enum { UNANSWERED_WITHIN = 30 };

/* Of each matter: whose doing closes it as done or refused; the other side can only withdraw. */
static const enum actor doers[MATTERS] = {
    [MY_PROMISE] = ACTOR_ME, [THEIR_PROMISE] = ACTOR_THEM, [MY_ASK] = ACTOR_THEM, [THEIR_ASK] = ACTOR_ME,
};

/* What a verb does to a promise or an ask of its object. */
static const struct closing_rule {
	enum verb_id verb;
	bool by_doer;
	enum closing how;
} closing_rules[] = {
    {VERB_GAVE, true, CLOSED_DONE},        {VERB_KEPT, true, CLOSED_DONE},         {VERB_DECLINED, true, CLOSED_REFUSED},
    {VERB_DROPPED, true, CLOSED_REFUSED}, {VERB_DROPPED, false, CLOSED_WITHDRAWN},
};

/* What ends a wish. */
static const struct {
	enum actor actor;
	enum verb_id verb;
} wish_ends[] = {
    {ACTOR_ME, VERB_ASKED}, {ACTOR_ME, VERB_DROPPED}, {ACTOR_THEM, VERB_GAVE}, {ACTOR_THEM, VERB_KEPT},
};

/* A walk through a past. */
struct walk {
	const struct people *people;
	const struct person *person;
	const struct listener *listener;
	struct past past;
	struct affair *replies;      /* the affair of the object "reply", or NULL */
	struct contact_day today;    /* the day at hand */
	day run;                     /* the first day of their run that waits for me, or DAY_NONE */
	struct gaps gaps;
	uint32_t days_by_me_since;   /* days with a contact by me, lately and after the latest of theirs */
};

/* Contact in which I have a part. */
bool
event_is_mine(const struct event *e)
{
	return verbs[e->verb].is_contact && (e->actor == ACTOR_ME || e->verb == VERB_MET || e->verb == VERB_CALLED);
}

/* Contact in which they have a part. */
bool
event_is_theirs(const struct event *e)
{
	return verbs[e->verb].is_contact && (e->actor == ACTOR_THEM || e->verb == VERB_MET || e->verb == VERB_CALLED);
}

/* Mine, and of a kind that keeps in touch. */
bool
event_is_warm(const struct event *e)
{
	return event_is_mine(e) && verbs[e->verb].is_warm;
}

/* Count minutes: a gave without any counts as an effort. */
int32_t
event_minutes(const struct people *people, const struct event *e)
{
	if (e->verb == VERB_GAVE)
		return e->minutes ? (int32_t)e->minutes : people->settings.rule[RULE_EFFORT];
	return e->verb == VERB_KEPT ? (int32_t)e->minutes : 0;
}

/* Find a matter's deadline. */
day
matter_deadline(const struct people *people, const struct matter *matter, enum rule_id rule)
{
	return matter->by ? matter->by : matter->day + people->settings.rule[rule];
}

/* Whether a matter is open. */
bool
affair_is_open(const struct affair *affair, enum matter_kind kind)
{
	return affair->matter[kind] && affair->matter[kind]->open;
}

/* Whether an ask is to be followed. */
bool
ask_is_followed(const struct affair *affair, enum matter_kind ask)
{
	const struct matter *promise = affair->matter[ask == MY_ASK ? THEIR_PROMISE : MY_PROMISE];

	if (!affair_is_open(affair, ask))
		return false;
	return !promise || (!promise->open && promise->opened < affair->matter[ask]->opened);
}

/* Whether a promise of mine that is open has missed its deadline by that day. */
static bool
past_deadline(const struct walk *walk, const struct matter *matter, day on)
{
	return on > matter_deadline(walk->people, matter, RULE_PROMISE);
}

/* Open a matter, or renew it: what holds is the latest entry. */
static void
open_matter(const struct walk *walk, struct matter *matter, const struct event *e)
{
	matter->moved_late = matter->open && (matter->moved_late || past_deadline(walk, matter, e->day));
	matter->open = true;
	matter->opened = (uint32_t)(e - walk->person->events);
	matter->day = e->day;
	matter->by = e->by;
}

/* Close a matter, if it is open. */
static bool
close_matter(const struct walk *walk, struct affair *affair, enum matter_kind kind, enum closing how, day on)
{
	struct matter *matter = affair->matter[kind];

	if (!matter || !matter->open)
		return false;
	matter->open = false;
	if (walk->listener->closed)
		walk->listener->closed(walk->listener->context, kind, how, on,
		    matter->moved_late || past_deadline(walk, matter, on));
	return true;
}

/* Close what the entry closes of its object's promises and asks; true where it was any. */
static bool
close_by_object(const struct walk *walk, struct affair *affair, const struct event *e)
{
	bool any = false;

	for (size_t i = 0; i < COUNT(closing_rules); i++) {
		const struct closing_rule *rule = &closing_rules[i];

		if (rule->verb != (enum verb_id)e->verb)
			continue;
		for (int kind = 0; kind < MY_WISH; kind++)
			if ((doers[kind] == (enum actor)e->actor) == rule->by_doer)
				any |= close_matter(walk, affair, (enum matter_kind)kind, rule->how, e->day);
	}
	return any;
}

/* End a wish: I asked or let it go, or they gave, kept or promised it. */
static void
end_wish(struct affair *affair, const struct event *e)
{
	bool ends = matter_opened(e) == THEIR_PROMISE;

	if (!affair_is_open(affair, MY_WISH))
		return;
	for (size_t i = 0; i < COUNT(wish_ends); i++)
		ends |= wish_ends[i].actor == (enum actor)e->actor && wish_ends[i].verb == (enum verb_id)e->verb;
	if (ends)
		affair->matter[MY_WISH]->open = false;
}

/* A promise of a reply is kept by a word as well: the doer's message, or any talk, on a later day. */
static void
keep_reply(const struct walk *walk, enum matter_kind promise, const struct event *e)
{
	const struct matter *matter = walk->replies->matter[promise];
	bool word = e->verb == VERB_MET || e->verb == VERB_CALLED ||
	    (e->verb == VERB_WROTE && (enum actor)e->actor == doers[promise]);

	if (word && matter && matter->open && e->day > matter->day)
		close_matter(walk, walk->replies, promise, CLOSED_DONE, e->day);
}

/* Let an entry bear on the matters of its object. */
static void
follow_matters(const struct walk *walk, const struct event *e)
{
	struct affair *affair = &walk->person->affairs[e->object];
	enum matter_kind opened = matter_opened(e);
	bool is_answer = e->verb == VERB_KEPT || e->verb == VERB_DROPPED || e->verb == VERB_DECLINED;
	bool wanted = affair_is_open(affair, MY_WISH);

	if (walk->replies) {
		keep_reply(walk, MY_PROMISE, e);
		keep_reply(walk, THEIR_PROMISE, e);
	}
	if (e->object == 0)
		return;
	if (opened != MATTERS)
		open_matter(walk, affair->matter[opened], e);
	if (!close_by_object(walk, affair, e) && is_answer && !wanted && walk->listener->idle)
		walk->listener->idle(walk->listener->context, e);
	end_wish(affair, e);
}

/* Let an entry bear on what was latest. */
static void
follow_latest(struct past *past, const struct event *e, ptrdiff_t index)
{
	if (!past->first)
		past->first = e->day;
	past->last = e->day;
	if (event_is_mine(e))
		past->mine = index;
	if (event_is_warm(e))
		past->warm = index;
	if (e->verb == VERB_MET || e->verb == VERB_CALLED)
		past->met = e->day;
	if (e->actor == ACTOR_THEM) {
		if (e->verb == VERB_GAVE || e->verb == VERB_KEPT)
			past->gift = index;
		if (e->verb == VERB_DECLINED)
			past->no = index;
	} else if (e->actor == ACTOR_ME) {
		if (e->verb == VERB_THANKED)
			past->thanked = index;
		if (e->verb == VERB_GAVE)
			past->gave = index;
		if (e->verb == VERB_ASKED)
			past->asked = index;
		past->gave_ever |= e->verb == VERB_GAVE || e->verb == VERB_KEPT;
	}
	past->by_me += e->actor == ACTOR_ME;
	past->by_them += e->actor == ACTOR_THEM;
}

/* Follow the runs of their messages and asks: my next contact answers all of one. */
static void
follow_runs(struct walk *walk, const struct event *e)
{
	if (event_is_mine(e) && walk->run) {
		if (walk->listener->answered)
			walk->listener->answered(walk->listener->context, walk->run, e->day);
		walk->run = DAY_NONE;
	}
	if (e->actor == ACTOR_THEM && (e->verb == VERB_WROTE || e->verb == VERB_ASKED) && !walk->run)
		walk->run = e->day;
}

/* Add an entry to the day at hand. */
static void
follow_day(struct contact_day *d, const struct event *e)
{
	bool their_call = e->verb == VERB_CALLED && e->actor == ACTOR_THEM;

	d->mine |= event_is_mine(e);
	d->theirs |= event_is_theirs(e);
	d->goodwill |= event_is_warm(e) && !their_call;
	d->i_asked |= e->verb == VERB_ASKED && e->actor == ACTOR_ME;
	d->they_asked |= e->verb == VERB_ASKED && e->actor == ACTOR_THEM;
	d->by_me |= e->actor == ACTOR_ME;
}

/* Begin a day of contact, whose gap to the one before is part of the rhythm. */
static void
begin_day(struct walk *walk, day d)
{
	if (walk->past.last)
		gaps_add(&walk->gaps, d - walk->past.last);
	walk->today = (struct contact_day){.day = d};
}

/* End a day: it is done with only when all its entries are known. */
static void
end_day(struct walk *walk)
{
	struct contact_day *d = &walk->today;
	struct past *past = &walk->past;

	if (!d->day)
		return;
	d->goodwill = d->goodwill && !d->i_asked;
	past->days++;
	past->days_mine += d->mine;
	past->days_theirs += d->theirs;
	past->days_i_asked += d->i_asked;
	past->days_they_asked += d->they_asked;
	if (d->goodwill)
		past->goodwill = d->day;
	if (d->theirs)
		walk->days_by_me_since = 0;
	else
		walk->days_by_me_since += d->by_me && walk->people->today - d->day <= UNANSWERED_WITHIN;
	if (walk->listener->day)
		walk->listener->day(walk->listener->context, d);
	*d = (struct contact_day){0};
}

/* Count minutes towards a debt. */
static void
follow_minutes(struct walk *walk, const struct event *e)
{
	int32_t minutes = event_minutes(walk->people, e);

	if (walk->people->today - e->day <= walk->people->settings.rule[RULE_DORMANT])
		walk->past.debt_minutes += e->actor == ACTOR_THEM ? minutes : -minutes;
}

/* Take an entry. A wish is no contact: it bears on its matter alone. */
static void
follow(struct walk *walk, const struct event *e)
{
	follow_matters(walk, e);
	if (!verbs[e->verb].is_contact)
		return;
	if (e->day != walk->today.day) {
		end_day(walk);
		begin_day(walk, e->day);
	}
	follow_day(&walk->today, e);
	follow_runs(walk, e);
	follow_minutes(walk, e);
	follow_latest(&walk->past, e, e - walk->person->events);
	if (walk->listener->entry)
		walk->listener->entry(walk->listener->context, e);
}

/* Follow a past from its first entry to its last. */
struct past
history_follow(const struct people *people, const struct person *person, const struct listener *listener)
{
	struct walk walk = {
	    .people = people, .person = person, .listener = listener, .replies = person_affair(person, STR("reply")),
	    .past = {.mine = NO_EVENT, .warm = NO_EVENT, .thanked = NO_EVENT, .gave = NO_EVENT, .asked = NO_EVENT,
		.gift = NO_EVENT, .no = NO_EVENT},
	};
	const int32_t *rule = people->settings.rule;

	for (size_t i = 0; i < person->event_count; i++)
		follow(&walk, &person->events[i]);
	end_day(&walk);
	walk.past.in_debt = walk.past.debt_minutes >= rule[RULE_DEBT];
	walk.past.unanswered = walk.days_by_me_since >= (uint32_t)rule[RULE_UNANSWERED];
	walk.past.drifts = walk.past.last && rhythm_is_lost(&walk.gaps, people->today - walk.past.last,
	    rule[RULE_DORMANT], &walk.past.drift_median, &walk.past.drift_limit);
	free(walk.gaps.days);
	return walk.past;
}
