/* SPDX-License-Identifier: ISC
 * Reasons of class 3: what I wait for and what I wish for. */
#include "past/standing.h"
#include "reasons.h"

/* One thing of theirs that I wait for. My latest word after its deadline moves the next one on. */
static void
add_waiting(struct subject *s, const struct affair *affair, enum matter_kind kind, const char *what)
{
	const struct event *opened = affair->matter[kind]->opened;
	day deadline = matter_deadline(s->past, affair->matter[kind], RULE_WAITING), mine = event_day(s->past->mine);

	if (!past_within(s->past, deadline, RULE_FADE))
		return;
	if (mine > deadline)
		due_add(s, mine + past_rule(s->past, RULE_NUDGE), origin_of_matter(affair, kind), "%s on %s%s; my last word %s", what,
		    iso(opened->day).text, for_day(opened->by).text, iso(mine).text);
	else
		due_add(s, deadline, origin_of_matter(affair, kind), "%s on %s%s", what, iso(opened->day).text, for_day(opened->by).text);
}

/* My open asks, and their open promises. */
void
find_waiting(struct subject *s)
{
	for (size_t i = 1; i < s->person->affair_count && !s->past->unanswered && !s->busy; i++) {
		const struct affair *affair = &s->person->affairs[i];

		if (ask_is_followed(affair, MY_ASK))
			add_waiting(s, affair, MY_ASK, "I asked");
		if (affair_is_open(affair, THEIR_PROMISE))
			add_waiting(s, affair, THEIR_PROMISE, "they promised it");
	}
}

/* One wish that is not to be asked now. A day past the calendar's end gives no row. */
static void
add_hold(struct subject *s, const struct affair *affair, day due, const struct may_ask *ask)
{
	const struct event *wish = affair->matter[MY_WISH]->opened;
	char bytes[128];
	struct text whys = {.bytes = bytes, .room = sizeof bytes - 1};

	text_add_whys(&whys, ask);
	bytes[whys.used] = '\0';
	if (day_exists(ask->from))
		due_add(s, due > ask->from ? due : ask->from, origin_of_matter(affair, MY_WISH), "asked %s: wait until %s",
		    iso(s->past->asked->day).text, iso(ask->from).text);
	else if (!ask->from)
		due_add(s, due, origin_of_matter(affair, MY_WISH), "wanted since %s: not yet (%s)", iso(wish->day).text, bytes);
}

/* One wish, in the light of my standing. */
static void
add_wish(struct subject *s, const struct affair *affair, const struct may_ask *ask)
{
	const struct event *wish = affair->matter[MY_WISH]->opened;
	day due = wish->by ? wish->by : wish->day;
	char bytes[128];
	struct text whys = {.bytes = bytes, .room = sizeof bytes - 1};

	text_add_whys(&whys, ask);
	bytes[whys.used] = '\0';
	if (ask->standing == STANDING_YES)
		due_add(s, due, origin_of_matter(affair, MY_WISH), "wanted since %s: I may ask", iso(wish->day).text);
	else if (ask->standing == STANDING_SOFT)
		due_add(s, due, origin_of_matter(affair, MY_WISH), "wanted since %s: ask for advice first (%s)", iso(wish->day).text, bytes);
	else
		add_hold(s, affair, due, ask);
}

/* My wishes, where my standing is that. */
static void
find_wishes(struct subject *s, enum standing standing)
{
	struct may_ask ask;
	size_t i = 1;

	while (i < s->person->affair_count && !affair_is_open(&s->person->affairs[i], MY_WISH))
		i++;
	if (s->busy || i >= s->person->affair_count)
		return;
	ask = may_ask(s->past);
	for (; i < s->person->affair_count && ask.standing == standing; i++)
		if (affair_is_open(&s->person->affairs[i], MY_WISH))
			add_wish(s, &s->person->affairs[i], &ask);
}

void
find_asks(struct subject *s)
{
	find_wishes(s, STANDING_YES);
}

void
find_soft_asks(struct subject *s)
{
	find_wishes(s, STANDING_SOFT);
}

void
find_holds(struct subject *s)
{
	find_wishes(s, STANDING_NO);
}
