/* SPDX-License-Identifier: ISC
 * Reasons of class 3: what I wait for and what I wish for. */
#include "base/why.h"
#include "past/standing.h"
#include "reasons.h"

/* One thing of theirs that I wait for. My latest word after its deadline moves the next one on. */
static void
add_waiting(struct subject *s, const struct affair *affair, enum matter_kind kind, const char *what)
{
	const struct event *opened = affair_opened(affair, kind)->opened;
	struct origin origin = origin_of_matter(s->person, affair, kind);
	struct deadline_phrase by = for_day(opened->by);
	const char *last = s->past->last_nudge ? WHY_LAST_NUDGE : "";
	day deadline = matter_deadline(s->past, affair_opened(affair, kind), RULE_WAITING), mine = event_day(s->past->mine);

	if (!past_within(s->past, deadline, RULE_FADE))
		return;
	if (mine > deadline)
		due_add(s, mine + past_rule(s->past, RULE_NUDGE), origin, "%s on %s%s; my last word %s%s", what, iso(opened->day).text,
		    by.text, iso(mine).text, last);
	else
		due_add(s, deadline, origin, "%s on %s%s%s", what, iso(opened->day).text, by.text, last);
}

/* My open asks, and their open promises. */
void
find_waiting(struct subject *s)
{
	for (size_t i = 1; i < s->person->affair_count && !s->past->unanswered && !s->past->busy; i++) {
		const struct affair *affair = &s->person->affairs[i];

		if (ask_is_followed(affair, MY_ASK))
			add_waiting(s, affair, MY_ASK, WHY_I_ASKED);
		if (affair_is_open(affair, THEIR_PROMISE))
			add_waiting(s, affair, THEIR_PROMISE, WHY_THEY_PROMISED);
	}
}

/* When and why a wish is not to be asked now; false where there is no row, by the end of the calendar. */
static bool
hold_wish(const struct subject *s, const struct event *wish, const struct may_ask *ask, day *due, struct text *why)
{
	if (!wish->by && ask->from && !day_exists(ask->from))
		return false;
	if (!wish->by && ask->from > wish->day)
		*due = ask->from;
	if (!ask->from || !day_exists(ask->from))
		text_add_format(why, "wanted since %s: not yet (", iso(wish->day).text);
	else if (wish->by && wish->by < ask->from)
		text_add_format(why, "cannot be asked in time, not before %s (", iso(ask->from).text);
	else if (ask->why & 1U << WHY_RECENT)
		text_add_format(why, "asked %s: wait until %s (", iso(s->past->asked_favour->day).text, iso(ask->from).text);
	else
		text_add_format(why, "wait until %s (", iso(ask->from).text);
	text_add_whys(why, ask);
	text_add_char(why, ')');
	return past_within(s->past, *due, RULE_AFTERMATH);
}

/* One wish, in the light of my standing. */
static void
add_wish(struct subject *s, const struct affair *affair, const struct may_ask *ask)
{
	const struct event *wish = affair_opened(affair, MY_WISH)->opened;
	day due = wish->by ? wish->by : wish->day;
	char bytes[256];
	struct text why = TEXT_IN(bytes);

	switch (ask->standing) {
	case STANDING_YES:
		text_add_format(&why, "wanted since %s: I may ask", iso(wish->day).text);
		break;
	case STANDING_SOFT:
		text_add_format(&why, "wanted since %s: ask for advice first (", iso(wish->day).text);
		text_add_whys(&why, ask);
		text_add_char(&why, ')');
		break;
	case STANDING_NO:
	case STANDINGS:
		if (!hold_wish(s, wish, ask, &due, &why))
			return;
		break;
	}
	due_add(s, due, origin_of_matter(s->person, affair, MY_WISH), "%.*s", (int)why.used, why.bytes);
}

/* My wishes, where my standing is that. */
static void
find_wishes(struct subject *s, enum standing standing)
{
	struct may_ask ask;
	size_t i = 1;

	while (i < s->person->affair_count && !affair_is_open(&s->person->affairs[i], MY_WISH))
		i++;
	if (i >= s->person->affair_count)
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
