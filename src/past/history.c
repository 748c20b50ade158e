/* SPDX-License-Identifier: ISC
 * One person's past: matters open and close, days add up, runs are answered. */
#include "history.h"

#include <stdlib.h>

#include "calendar.h"
#include "rhythm.h"

enum { UNANSWERED_WITHIN = 30 };

/* Of each matter: whose doing closes it as done or refused; the other side can only withdraw. */
static const enum actor doers[MATTERS] = {
    [MY_PROMISE] = ACTOR_ME, [THEIR_PROMISE] = ACTOR_THEM, [MY_ASK] = ACTOR_THEM, [THEIR_ASK] = ACTOR_ME,
};

/* A walk through a past. */
struct walk {
	const struct people *people;
	const struct listener *listener;
	struct past past;
	struct contact_day today;    /* the day at hand */
	day run;                     /* the first day of their run that waits for me, or DAY_NONE */
	struct gaps gaps;
	uint32_t lately_in_vain;     /* those of the days in vain that are not long ago */
};

/* Whether an entry's verb has these traits. */
bool
event_is(const struct event *e, unsigned traits)
{
	return (verbs[e->verb].traits & traits) == traits;
}

/* Contact in which I have a part. */
bool
event_is_mine(const struct event *e)
{
	return event_is(e, IS_CONTACT) && (e->actor == ACTOR_ME || event_is(e, IS_TALK));
}

/* Contact in which they have a part. */
bool
event_is_theirs(const struct event *e)
{
	return event_is(e, IS_CONTACT) && (e->actor == ACTOR_THEM || event_is(e, IS_TALK));
}

/* Count minutes: help without any counts as an effort. */
int32_t
event_minutes(const struct people *people, const struct event *e)
{
	if (!event_is(e, IS_HELP))
		return 0;
	return e->minutes ? (int32_t)e->minutes : people->settings.rule[RULE_EFFORT];
}

/* What a rule is set to. */
int32_t
past_rule(const struct past *past, enum rule_id rule)
{
	return past->person->people->settings.rule[rule];
}

/* Whether a day is within a rule. */
bool
past_within(const struct past *past, day d, enum rule_id rule)
{
	return past->person->people->today - d <= past_rule(past, rule);
}

/* The day of an entry. */
day
event_day(const struct event *e)
{
	return e ? e->day : DAY_NONE;
}

/* Find a matter's deadline. */
day
matter_deadline(const struct past *past, const struct matter *matter, enum rule_id rule)
{
	return matter->opened->by ? matter->opened->by : matter->opened->day + past_rule(past, rule);
}

/* Whether a matter is open. */
bool
affair_is_open(const struct affair *affair, enum matter_kind kind)
{
	const struct matter *matter = affair_matter(affair, kind);

	return matter && matter->open;
}

/* Whether an ask is to be followed. */
bool
ask_is_followed(const struct affair *affair, enum matter_kind ask)
{
	const struct matter *promise = affair_matter(affair, ask == MY_ASK ? THEIR_PROMISE : MY_PROMISE);

	if (!affair_is_open(affair, ask))
		return false;
	return !promise || (!promise->open && (!promise->opened || promise->opened < affair_opened(affair, ask)->opened));
}

/* Whether a promise of mine that is open has missed its deadline by that day. */
static bool
is_past_deadline(const struct walk *walk, const struct matter *matter, day on)
{
	return on > matter_deadline(&walk->past, matter, RULE_PROMISE);
}

/* Open a matter, or renew it: the latest entry counts. */
static void
open_matter(const struct walk *walk, struct matter *matter, const struct event *e)
{
	matter->moved_late = matter->open && (matter->moved_late || is_past_deadline(walk, matter, e->day));
	matter->open = true;
	matter->opened = e;
}

/* Close a matter, if it is open. */
static bool
close_matter(const struct walk *walk, struct affair *affair, enum matter_kind kind, enum closing how, day on)
{
	struct matter *matter = affair_matter(affair, kind);

	if (!matter || !matter->open)
		return false;
	matter->open = false;
	if (how == CLOSES_DONE) {
		matter->granted = matter->opened;
		matter->granted_on = on;
	}
	if (walk->listener->closed)
		walk->listener->closed(walk->listener->context, kind, how, on, matter->moved_late || is_past_deadline(walk, matter, on));
	return true;
}

/* Close what the entry closes of its object's asks, then of its promises; true where it was any. */
static bool
close_by_object(const struct walk *walk, struct affair *affair, const struct event *e)
{
	static const enum matter_kind kinds[] = {MY_ASK, THEIR_ASK, MY_PROMISE, THEIR_PROMISE};
	const struct verb *verb = &verbs[e->verb];
	bool any = false, any_ask = false;

	for (size_t i = 0; i < COUNT(kinds); i++) {
		bool is_ask = kinds[i] == MY_ASK || kinds[i] == THEIR_ASK;
		enum closing how = doers[kinds[i]] == (enum actor)e->actor ? verb->by_doer : verb->by_other;

		if (how == CLOSES_NOTHING || (how == CLOSES_TURNED_DOWN && (is_ask || any_ask)))
			continue;
		any |= close_matter(walk, affair, kinds[i], how, e->day);
		any_ask |= is_ask && any;
	}
	return any;
}

/* Call off the earliest appointment of the object that is neither past nor off, if there is one. */
static bool
call_off(struct affair *affair, const struct event *e)
{
	while (affair->next_plan < affair->plans_end && affair->next_plan->row.day < e->day)
		affair->next_plan++;
	if (affair->next_plan == affair->plans_end)
		return false;
	affair->next_plan++->off = true;
	return true;
}

/* End a wish, where the entry does; true where it was open. Of a verb that may open a promise, only one that does. */
static bool
end_wish(struct affair *affair, const struct event *e)
{
	const struct verb *verb = &verbs[e->verb];
	struct matter *wish = affair_matter(affair, MY_WISH);
	unsigned side = e->actor == ACTOR_ME ? BY_ME : BY_THEM;

	if (!wish || !wish->open || !(verb->ends_wish & side) || (verb->opens == OPENS_REPLY && e->opens == MATTERS))
		return false;
	wish->open = false;
	return true;
}

/* A promise of a reply is kept by a word as well: the doer's message, or any talk, on a later day. */
static void
keep_reply(const struct walk *walk, enum matter_kind promise, const struct event *e)
{
	struct affair *replies = &walk->past.person->affairs[walk->past.person->replies];
	const struct matter *matter = affair_matter(replies, promise);
	bool word = event_is(e, IS_TALK) || (event_is(e, IS_MESSAGE) && (enum actor)e->actor == doers[promise]);

	if (word && matter && matter->open && e->day > matter->opened->day)
		close_matter(walk, replies, promise, CLOSES_DONE, e->day);
}

/* Let an entry work on the matters of its object. */
static void
follow_matters(const struct walk *walk, const struct event *e)
{
	struct affair *affair = &walk->past.person->affairs[e->object];
	bool any = false;

	if (walk->past.person->replies) {
		keep_reply(walk, MY_PROMISE, e);
		keep_reply(walk, THEIR_PROMISE, e);
	}
	if (e->object == 0)
		return;
	if (e->opens != MATTERS)
		open_matter(walk, affair_opened(affair, e->opens), e);
	any |= close_by_object(walk, affair, e);
	any |= end_wish(affair, e);
	any |= event_is(e, CALLS_OFF) && call_off(affair, e);
	if (!any && walk->listener->idle)
		walk->listener->idle(&walk->past, e);
}

/* Remember the latest of each kind of mine. */
static void
follow_mine(struct past *past, const struct event *e)
{
	if (event_is(e, IS_THANKS))
		past->thanked = e;
	if (event_is(e, IS_GIFT))
		past->gave = e;
	if (event_is(e, IS_HELP))
		past->helped = e;
	if (event_is(e, IS_ASK)) {
		past->asked = e;
		if (e->object != past->person->advice)
			past->asked_favour = e; /* to ask for advice is outside the rule about asking again */
	}
	past->by_me++;
}

/* Remember the latest of each kind of theirs. */
static void
follow_theirs(struct past *past, const struct event *e)
{
	if (event_is(e, IS_HELP))
		past->help = e;
	if (event_is(e, IS_REFUSAL))
		past->refusal = e;
	past->by_them++;
}

/* Remember the latest of each kind. */
static void
follow_latest(struct past *past, const struct event *e)
{
	if (!past->first)
		past->first = e;
	past->last = e->day;
	if (event_is_mine(e)) {
		past->out++;
		past->mine = e;
		if (event_is(e, IS_WARM))
			past->warm = e;
	}
	if (event_is_theirs(e))
		past->theirs = e;
	if (event_is(e, IS_TALK))
		past->met = e->day;
	if (e->actor == ACTOR_THEM)
		follow_theirs(past, e);
	else if (e->actor == ACTOR_ME)
		follow_mine(past, e);
}

/* Whether an entry of theirs waits for an answer of mine. */
static bool
awaits_reply(const struct event *e)
{
	return e->actor == ACTOR_THEM && (event_is(e, IS_MESSAGE) || event_is(e, IS_ASK));
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
	if (awaits_reply(e) && !walk->run)
		walk->run = e->day;
}

/* Add an entry to the day at hand. */
static void
follow_day(struct contact_day *d, const struct event *e)
{
	bool mine = event_is_mine(e), asks = event_is(e, IS_ASK);
	bool their_call = event_is(e, IS_TALK) && e->actor == ACTOR_THEM;

	d->mine |= mine;
	d->theirs |= event_is_theirs(e);
	d->goodwill |= mine && event_is(e, IS_WARM) && !their_call;
	d->i_asked |= asks && e->actor == ACTOR_ME;
	d->they_asked |= asks && e->actor == ACTOR_THEM;
	d->i_reached_out |= e->actor == ACTOR_ME && (asks || event_is(e, IS_MESSAGE));
}

/* Begin a day of contact, whose gap to the one before is part of the rhythm. */
static void
begin_day(struct walk *walk, day d)
{
	if (walk->past.last)
		walk->gaps.days[walk->gaps.count++] = d - walk->past.last;
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
		past->in_vain = walk->lately_in_vain = 0;
	else if (d->i_reached_out) {
		past->in_vain++;
		walk->lately_in_vain += walk->people->today - d->day <= UNANSWERED_WITHIN;
	}
	if (walk->listener->day)
		walk->listener->day(walk->listener->context, d);
	*d = (struct contact_day){0};
}

/* Count minutes towards a debt. */
static void
follow_minutes(struct walk *walk, const struct event *e)
{
	int32_t minutes = event_minutes(walk->people, e);

	if (past_within(&walk->past, e->day, RULE_DORMANT))
		walk->past.debt_minutes += e->actor == ACTOR_THEM ? minutes : -minutes;
}

/* Take an entry. A wish is no contact: it works on its matter alone. */
static void
follow(struct walk *walk, const struct event *e)
{
	follow_matters(walk, e);
	if (!event_is(e, IS_CONTACT))
		return;
	if (e->day != walk->today.day) {
		end_day(walk);
		begin_day(walk, e->day);
	}
	follow_day(&walk->today, e);
	follow_runs(walk, e);
	follow_minutes(walk, e);
	follow_latest(&walk->past, e);
	if (walk->listener->entry)
		walk->listener->entry(walk->listener->context, e);
}

/* Follow a past from its first entry to its last. */
struct past
history_follow(struct person *person, const struct listener *listener)
{
	struct walk walk = {.people = person->people, .listener = listener, .past = {.person = person}};
	struct past *past = &walk.past;
	const int32_t *rule = walk.people->settings.rule;

	walk.gaps.days = memory_resize(NULL, person->event_count, sizeof *walk.gaps.days);
	for (size_t i = 0; i < person->event_count; i++)
		follow(&walk, &person->events[i]);
	end_day(&walk);
	past->in_debt = past->debt_minutes >= rule[RULE_DEBT];
	past->unreturned = past->in_debt && past->help && (!past->helped || past->helped < past->help);
	past->unanswered = walk.lately_in_vain >= (uint32_t)rule[RULE_UNANSWERED];
	past->last_nudge = walk.lately_in_vain + 1 >= (uint32_t)rule[RULE_UNANSWERED];
	past->drifts = past->last && rhythm_is_lost(&walk.gaps, walk.people->today - past->last, rule[RULE_DRIFT], rule[RULE_DORMANT],
	    &past->drift_median, &past->drift_limit);
	past->busy = is_busy(person, walk.people->today, &past->busy_to);
	free(walk.gaps.days);
	return *past;
}
