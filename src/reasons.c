/* SPDX-License-Identifier: ISC
 * Reasons of the classes 1 to 3: what I owe, what is to be marked, what I wait or wish for. */
#include "reasons.h"

#include <stdio.h>

#include "occasion.h"
#include "out.h"
#include "owing.h"
#include "standing.h"

/* A matter goes by its affair's object, also where the entry names none: of a bare acked that is "reply". */
static struct origin
of_matter(const struct affair *affair, enum matter_kind kind)
{
	struct origin origin = origin_of_entry(&affair->matter[kind]->opening);

	origin.object = affair->object;
	return origin;
}

/* What an entry's deadline adds to the phrase. */
struct phrase {
	char text[32];
};

static struct phrase
for_day(day by)
{
	struct phrase p = {", without a day"};

	if (by)
		snprintf(p.text, sizeof p.text, ", for %s", iso(by).text);
	return p;
}

/* Class 1: my open promises. */
static void
find_promises(struct subject *s)
{
	for (size_t i = 1; i < s->person->affair_count; i++) {
		const struct affair *affair = &s->person->affairs[i];
		struct owed owed = owes_promise(s->people, s->person, affair);

		if (owed.first)
			due_add(s, PROMISE, owed.due, of_matter(affair, MY_PROMISE), "I promised it on %s%s",
			    iso(owed.first->day).text, for_day(owed.first->by).text);
	}
}

/* Class 1: their open asks. */
static void
find_answers(struct subject *s)
{
	for (size_t i = 1; i < s->person->affair_count; i++) {
		const struct affair *affair = &s->person->affairs[i];
		struct owed owed = owes_answer(s->people, s->person, affair);

		if (owed.first)
			due_add(s, ANSWER, owed.due, of_matter(affair, THEIR_ASK), "they asked on %s%s",
			    iso(owed.first->day).text, for_day(owed.first->by).text);
	}
}

/* Class 1: what they wrote since. */
static void
find_reply(struct subject *s)
{
	struct owed owed = owes_reply(s->people, s->person, s->past);

	if (!owed.first)
		return;
	if (owed.count == 1)
		due_add(s, REPLY, owed.due, origin_of_entry(owed.row), "they %s on %s, no word from me since",
		    verbs[owed.first->verb].name.p, iso(owed.first->day).text);
	else
		due_add(s, REPLY, owed.due, origin_of_entry(owed.row), "they wrote %u times since %s, no word from me",
		    (unsigned)owed.count, iso(owed.first->day).text);
}

/* Class 1: thanks. */
static void
find_thanks(struct subject *s)
{
	struct owed owed = owes_thanks(s->people, s->person, s->past);

	if (owed.first)
		due_add(s, THANKS, owed.due, origin_of_entry(owed.row), "they %s it on %s, no thanks since",
		    verbs[owed.first->verb].name.p, iso(owed.first->day).text);
}

/* Class 1: a kind answer to a no. */
static void
find_gracious(struct subject *s)
{
	struct owed owed = owes_grace(s->people, s->person, s->past);

	if (owed.first)
		due_add(s, GRACIOUS, owed.due, origin_of_entry(owed.row), "they declined on %s, no kind word since",
		    iso(owed.first->day).text);
}

/* Class 1: with guarded people, what was only said is written down. */
static void
find_undocumented(struct subject *s)
{
	for (size_t i = 0; i < s->person->event_count && s->status == STATUS_GUARDED; i++) {
		const struct event *e = &s->person->events[i];
		struct origin origin = {s->person->affairs[e->object].object, {NULL, 0}, e->source};

		if ((e->verb == VERB_MET || e->verb == VERB_CALLED) && !e->has_text && e->day > s->person->documented &&
		    s->people->today - e->day <= s->people->settings.rule[RULE_AFTERMATH])
			due_add(s, DOCUMENT, e->day + 1, origin, "%s on %s, nothing written down since", verbs[e->verb].name.p,
			    iso(e->day).text);
	}
}

/* The occurrence of a day of the year that is to be marked: the latest, while it is not too late, or the next. */
static struct occurrence
to_mark(const struct subject *s, struct str date)
{
	struct occurrence latest = occasion_latest(date, s->people->today);

	if (latest.day && s->people->today - latest.day <= s->people->settings.rule[RULE_BELATED] && warm_day(s) < latest.day)
		return latest;
	return occasion_next(date, s->people->today);
}

/* Add a row for a day of the year; the object is the number of years. */
static void
add_yearly(struct subject *s, enum reason reason, struct occurrence at, struct origin origin)
{
	char *digits = arena_zeroed(&s->list->arena, PUT_NUMBER_MOST);

	if (!at.years) {
		due_add(s, reason, at.day, origin, "%.*s on %s", (int)reasons[reason].name.n, reasons[reason].name.p,
		    day_exists(at.day) ? iso(at.day).text : "");
		return;
	}
	origin.object = str_between(digits, put_number(digits, at.years));
	due_add(s, reason, at.day, origin, at.years == 1 ? "%d year on %s" : "%d years on %s", (int)at.years,
	    day_exists(at.day) ? iso(at.day).text : "");
}

/* Class 2: birthday, and days to mark. */
static void
find_days(struct subject *s)
{
	struct str birthday = person_field(s->person, FIELD_BIRTHDAY, COL_DATE);

	if (birthday.n)
		add_yearly(s, BIRTHDAY, to_mark(s, birthday),
		    (struct origin){{NULL, 0}, person_field(s->person, FIELD_BIRTHDAY, COL_TEXT),
			s->person->one[FIELD_BIRTHDAY].source});
	for (size_t i = 0; i < s->person->on.count; i++)
		add_yearly(s, ANNIVERSARY, to_mark(s, s->person->on.rows[i].cell[COL_DATE]), origin_of_field(&s->person->on.rows[i]));
}

/* Class 2: news of theirs. */
static void
find_news(struct subject *s)
{
	for (size_t i = 1; i < s->person->affair_count; i++) {
		const struct kept_row *news = s->person->affairs[i].news;

		if (news && s->people->today - news->day <= s->people->settings.rule[RULE_FADE] && warm_day(s) < news->day)
			due_add(s, NEWS, news->day + s->people->settings.rule[RULE_NEWS], origin_of_entry(news),
			    "news of %s, no word from me since", iso(news->day).text);
	}
}

/* Class 2: after a busy time. */
static void
find_season(struct subject *s)
{
	struct busy_time busy = busy_latest(s->person, s->people->today);

	if (busy.field && s->people->today - busy.to <= s->people->settings.rule[RULE_AFTERMATH] && warm_day(s) <= busy.to)
		due_add(s, SEASON, busy.to + 1, origin_of_field(busy.field), "busy until %s",
		    day_exists(busy.to) ? iso(busy.to).text : "");
}

/* Class 2: appointments, ahead or to be logged. */
static void
find_meetings(struct subject *s)
{
	for (size_t i = 0; i < s->person->meet_count; i++) {
		const struct kept_row *meet = &s->person->meets[i];
		bool past = meet->day < s->people->today;

		if (meet->day > s->past->met && s->people->today - meet->day <= s->people->settings.rule[RULE_AFTERMATH])
			due_add(s, MEETING, meet->day, origin_of_entry(meet), past ? "planned for %s: log it, or delete the plan"
									     : "appointment on %s", iso(meet->day).text);
	}
}

/* Class 3: one thing of theirs that I wait for. My latest word after its deadline moves the next one on. */
static void
add_waiting(struct subject *s, const struct affair *affair, enum matter_kind kind, const char *what)
{
	const struct matter *matter = affair->matter[kind];
	const int32_t *rule = s->people->settings.rule;
	day deadline = matter_deadline(s->people, matter, RULE_WAITING);
	day mine = s->past->mine == NO_EVENT ? DAY_NONE : s->person->events[s->past->mine].day;

	if (s->people->today - deadline > rule[RULE_FADE])
		return;
	if (mine > deadline)
		due_add(s, WAITING, mine + rule[RULE_NUDGE], of_matter(affair, kind), "%s on %s%s; my last word %s", what,
		    iso(matter->day).text, for_day(matter->by).text, iso(mine).text);
	else
		due_add(s, WAITING, deadline, of_matter(affair, kind), "%s on %s%s", what, iso(matter->day).text,
		    for_day(matter->by).text);
}

/* Class 3: my open asks, and their open promises. */
static void
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

/* Class 3: one wish, in the light of my standing. */
static void
add_wish(struct subject *s, const struct affair *affair, const struct may_ask *ask)
{
	const struct matter *wish = affair->matter[MY_WISH];
	struct origin origin = of_matter(affair, MY_WISH);
	char whys[STANDING_WHY_MOST];
	day due = wish->by ? wish->by : wish->day;

	*standing_put_why(ask, whys) = '\0';
	if (ask->standing == STANDING_YES)
		due_add(s, ASK, due, origin, "wanted since %s: I may ask", iso(wish->day).text);
	else if (ask->standing == STANDING_SOFT)
		due_add(s, ASK_SOFT, due, origin, "wanted since %s: ask for advice first (%s)", iso(wish->day).text, whys);
	else if (day_exists(ask->from))
		due_add(s, HOLD, due > ask->from ? due : ask->from, origin, "asked %s: wait until %s",
		    iso(s->person->events[s->past->asked].day).text, iso(ask->from).text);
	else if (ask->from)
		return; /* a day past the calendar's end gives no row */
	else
		due_add(s, HOLD, due, origin, "wanted since %s: not yet (%s)", iso(wish->day).text, whys);
}

/* Class 3: my wishes. */
static void
find_wishes(struct subject *s)
{
	struct may_ask ask = {STANDING_NO, 0, DAY_NONE};
	bool judged = false;

	for (size_t i = 1; i < s->person->affair_count && !s->busy; i++) {
		if (!affair_is_open(&s->person->affairs[i], MY_WISH))
			continue;
		if (!judged)
			ask = may_ask(s->people, s->person, s->past);
		judged = true;
		add_wish(s, &s->person->affairs[i], &ask);
	}
}
/* The questions, one a reason or some that go together. */
static void (*const finders[])(struct subject *s) = {
    find_promises, find_answers, find_reply, find_thanks, find_gracious, find_undocumented, find_days, find_news,
    find_season, find_meetings, find_waiting, find_wishes,
};

/* Ask them all. */
void
find_reasons(struct subject *s)
{
	for (size_t i = 0; i < COUNT(finders); i++)
		finders[i](s);
}
