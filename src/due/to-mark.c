/* SPDX-License-Identifier: ISC
 * Reasons of class 2: what is to be marked. */
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
	if (s->person->field[FIELD_BIRTHDAY].rows)
		add_yearly(s, s->person->field[FIELD_BIRTHDAY].rows);
}

/* Days to mark every year. */
void
find_anniversaries(struct subject *s)
{
	for (size_t i = 0; i < s->person->field[FIELD_ON].count; i++)
		add_yearly(s, &s->person->field[FIELD_ON].rows[i]);
}

/* News of theirs. */
void
find_news(struct subject *s)
{
	for (size_t i = 1; i < s->person->affair_count; i++) {
		const struct saved_row *news = s->person->affairs[i].news;

		if (news && past_within(s->past, news->at.day, RULE_FADE) && event_day(s->past->warm) < news->at.day)
			due_add(s, news->at.day + past_rule(s->past, RULE_NEWS), origin_of_entry(news), "news of %s, no word from me since",
			    iso(news->at.day).text);
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
		const struct saved_row *plan = &s->person->plans[i];
		day on = plan->at.day;

		if (on > s->past->met && past_within(s->past, on, RULE_AFTERMATH))
			due_add(s, on, origin_of_entry(plan), on < s->list->people->today ? "planned for %s: log it, or delete the plan"
											  : "appointment on %s", iso(on).text);
	}
}
