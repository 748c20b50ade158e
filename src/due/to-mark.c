/* SPDX-License-Identifier: ISC
 * Reasons of class 2: what is to be marked. */
#include "base/hard-news.h"
#include "past/calendar.h"
#include "reasons.h"

/* The occurrence of a day of the year that is to be marked: the latest, while it is not too late, or the next. */
static struct occurrence
to_mark(const struct subject *s, struct civil date)
{
	day today = s->list->people->today;
	struct occurrence latest = occurrence_latest(date, today);

	if (latest.day && past_within(s->past, latest.day, RULE_BELATED) && event_day(s->past->warm) < latest.day)
		return latest;
	return occurrence_next(date, today);
}

/* Add a row for a day of the year; the object is the number of years. */
static void
add_yearly(struct subject *s, const struct field_row *field)
{
	struct occurrence at = to_mark(s, field->value.yearly);
	struct origin origin = origin_of_field(field);
	char digits[20];
	struct text years = TEXT_IN(digits);

	if (!at.years) {
		due_add(s, at.day, origin, "%s on %s", s->reason->name.p, iso(at.day).text);
		return;
	}
	text_add_number(&years, at.years);
	origin.object = arena_text(&s->list->arena, &years);
	due_add(s, at.day, origin, at.years == 1 ? "%d year on %s" : "%d years on %s", (int)at.years, iso(at.day).text);
}

/* A birthday. */
void
find_birthday(struct subject *s)
{
	const struct field_row *birthday = person_field(s->person, FIELD_BIRTHDAY);

	if (birthday)
		add_yearly(s, birthday);
}

/* Days to mark every year. */
void
find_anniversaries(struct subject *s)
{
	struct field_list days = person_fields(s->person, FIELD_ON);

	for (size_t i = 0; i < days.count; i++)
		add_yearly(s, &days.rows[i]);
}

/* Whether news of theirs waits for a word of mine. What was moved is still ahead. */
static bool
is_news_open(const struct subject *s, const struct affair *affair)
{
	const struct saved_row *news = affair->news;

	return news && !affair->ahead && past_within(s->past, news->day, RULE_FADE) && event_day(s->past->warm) < news->day;
}

/* News of theirs. */
void
find_news(struct subject *s)
{
	for (size_t i = 1; i < s->person->affair_count; i++) {
		const struct affair *affair = &s->person->affairs[i];

		if (is_news_open(s, affair))
			due_add(s, affair->news->day + past_rule(s->past, RULE_NEWS), origin_of_entry(affair->news),
			    "news of %s, no word from me since", iso(affair->news->day).text);
	}
}

/* After hard news, when everyone else has stopped: six weeks and one year later. */
void
find_aftercare(struct subject *s)
{
	static const struct {
		day after;
		const char *name;
	} times[] = {{42, "six weeks"}, {365, "one year"}};

	for (size_t i = 1; i < s->person->affair_count; i++) {
		const struct affair *affair = &s->person->affairs[i];

		if (!affair->news || !is_hard_news(affair->object) || is_news_open(s, affair))
			continue;
		for (size_t k = 0; k < COUNT(times); k++) {
			day due = affair->news->day + times[k].after;

			if (past_within(s->past, due, RULE_AFTERMATH) && event_day(s->past->warm) < due)
				due_add(s, due, origin_of_entry(affair->news), "hard news of %s, %s on", iso(affair->news->day).text,
				    times[k].name);
		}
	}
}

/* The day before what is ahead of them. */
void
find_luck(struct subject *s)
{
	const struct event *warm = s->past->warm;

	for (size_t i = 1; i < s->person->affair_count; i++) {
		const struct saved_row *ahead = s->person->affairs[i].ahead;

		if (ahead && (!warm || ahead->day - warm->day > past_rule(s->past, RULE_BELATED)))
			due_add(s, ahead->day - 1, origin_of_entry(ahead), "ahead of them on %s", iso(ahead->day).text);
	}
}

/* Within days of a first meeting. */
void
find_follow(struct subject *s)
{
	const struct past *past = s->past;
	const struct field_row *met = person_field(s->person, FIELD_MET);
	day due;

	if (!past->first || !event_is(past->first, IS_TALK) || past->mine->day > past->first->day ||
	    (met && met->value.day < past->first->day) || person_field(s->person, FIELD_KNOWS))
		return;
	due = past->first->day + past_rule(past, RULE_FOLLOW);
	if (past_within(past, due, RULE_AFTERMATH))
		due_add(s, due, origin_of_entry(s->person->saved[FIRST_CONTACT]), "first %s on %s, no word from me since",
		    verbs[past->first->verb].name.p, iso(past->first->day).text);
}

/* Who helped hears what came of it. */
void
find_outcomes(struct subject *s)
{
	const struct past *past = s->past;

	for (size_t i = 1; i < s->person->affair_count; i++) {
		const struct matter *ask = affair_matter(&s->person->affairs[i], MY_ASK);
		day due;

		if (!ask || !ask->granted)
			continue;
		due = ask->granted_on + past_rule(past, RULE_OUTCOME);
		if (past_within(past, due, RULE_AFTERMATH) && (!past->warm || due - past->warm->day > past_rule(past, RULE_BELATED)))
			due_add(s, due, origin_of_ask(s->person, ask->granted), "I asked on %s, they helped on %s",
			    iso(ask->granted->day).text, iso(ask->granted_on).text);
	}
}

/* After a busy time. */
void
find_season(struct subject *s)
{
	struct busy_time busy = busy_latest(s->person, s->list->people->today);

	if (busy.field && past_within(s->past, busy.to, RULE_AFTERMATH) && event_day(s->past->warm) <= busy.to)
		due_add(s, busy.to + 1, origin_of_field(busy.field), "busy until %s", iso(busy.to).text);
}

/* Appointments, ahead or to be logged. */
void
find_meetings(struct subject *s)
{
	for (size_t i = 0; i < s->person->plan_count; i++) {
		const struct plan *plan = &s->person->plans[i];
		day on = plan->row.day;
		bool over = on < s->list->people->today;

		if (!plan->off && on > s->past->met && past_within(s->past, on, RULE_AFTERMATH))
			due_add(s, on, origin_of_entry(&plan->row), over ? "planned for %s: log it, or say that it was dropped"
									 : "appointment on %s", iso(on).text);
	}
}
