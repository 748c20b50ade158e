/* SPDX-License-Identifier: ISC
 * Upkeep, the reasons of class 4: give, check in, notice when a tie drifts, find a lost one again. */
#include "past/calendar.h"
#include "reasons.h"

enum { APPOINTMENT_WITHIN = 30 };

/* Where upkeep counts from: the latest day of its kind, else the day we met, if that is not ahead. */
static day
upkeep_start(const struct subject *s, day latest)
{
	const struct field_row *met = person_field(s->person, FIELD_MET);

	if (latest)
		return latest;
	return met && met->value.day <= s->list->people->today ? met->value.day : DAY_NONE;
}

/* After so many days in vain, upkeep that waits for no answer comes half as often. */
static void
slow_down(const struct subject *s, struct upkeep *u)
{
	uint32_t in_vain = s->past->in_vain;

	if (!u->from || in_vain < (uint32_t)past_rule(s->past, RULE_UNANSWERED))
		return;
	u->due += u->due - u->from;
	text_add_format(&u->why, "; %u in vain: half as often", (unsigned)in_vain);
}

/* Upkeep by a span from a day on; due today where there is nothing to count from. */
static bool
measure_every(const struct subject *s, struct upkeep *u, struct span span, day latest, const char *what)
{
	char short_form[SPAN_TEXT + 1];

	if (span.unit == SPAN_NEVER)
		return false;
	u->from = upkeep_start(s, latest);
	u->due = u->from ? day_add(u->from, span) : s->list->people->today;
	span_format(span, short_form);
	if (latest)
		text_add_format(&u->why, "%s %s, last %s", what, short_form, iso(latest).text);
	else if (u->from)
		text_add_format(&u->why, "%s %s, not yet since we met on %s", what, short_form, iso(u->from).text);
	else
		text_add_format(&u->why, "%s %s, not yet", what, short_form);
	slow_down(s, u);
	return true;
}

/* Something of value, as often as the tier says. */
bool
measure_give(const struct subject *s, struct upkeep *u)
{
	const struct tier *tier = s->person->tier;

	return tier && measure_every(s, u, tier->give, event_day(s->past->helped), "a gift every");
}

/* Something given back, where I got more than I gave. */
bool
measure_return(const struct subject *s, struct upkeep *u)
{
	const struct past *past = s->past;

	if (!past->unreturned)
		return false;
	u->from = past->help->day;
	u->due = u->from + past_rule(past, RULE_RETURN);
	text_add_format(&u->why, "got %lld minutes more than I gave, last on %s", (long long)past->debt_minutes, iso(u->from).text);
	return true;
}

/* The person's own cadence, or the tier's. */
bool
measure_checkin(const struct subject *s, struct upkeep *u)
{
	struct span every;

	return person_every(s->person, &every) && measure_every(s, u, every, event_day(s->past->warm), "every");
}

/* A rhythm that is lost. */
bool
measure_drift(const struct subject *s, struct upkeep *u)
{
	const struct past *past = s->past;

	if (!past->drifts)
		return false;
	u->from = past->last;
	u->due = u->from + past->drift_limit;
	text_add_format(&u->why, "once every %d day%s, silent for %d", (int)past->drift_median, past->drift_median == 1 ? "" : "s",
	    (int)(s->list->people->today - u->from));
	return true;
}

/* A tie without a cadence: the anniversaries of its last contact. */
bool
measure_reconnect(const struct subject *s, struct upkeep *u)
{
	const struct past *past = s->past;
	struct span every;
	day today = s->list->people->today;
	struct occurrence at;

	if (person_every(s->person, &every) || past->days < (uint32_t)past_rule(past, RULE_ASK_DAYS) ||
	    past->in_vain >= (uint32_t)past_rule(past, RULE_UNANSWERED))
		return false;
	at = occurrence_latest(day_civil(past->last), today);
	if (!at.years || !past_within(past, at.day, RULE_AFTERMATH))
		at = occurrence_next(day_civil(past->last), today);
	u->from = past->last;
	u->due = at.day;
	text_add_format(&u->why, "%u days of contact, the last %s", (unsigned)past->days, iso(past->last).text);
	return true;
}

/* Whether upkeep is out of place: paused, busy, an appointment near, or they leave me without an answer. */
bool
upkeep_rests(const struct subject *s)
{
	const struct field_row *pause = person_field(s->person, FIELD_PAUSE);
	day today = s->list->people->today;

	if (s->past->busy || s->past->unanswered || (pause && pause->value.day > today))
		return true;
	for (size_t i = 0; i < s->person->plan_count; i++) {
		day ahead = s->person->plans[i].row.day - today;

		if (!s->person->plans[i].off && ahead >= 0 && ahead <= APPOINTMENT_WITHIN)
			return true;
	}
	return false;
}

/* Whether another row brings us together by then; what I wait or wish for, and what is stale, does not. */
bool
is_forestalled(const struct subject *s, day by)
{
	for (size_t i = s->first_row; i < s->list->count; i++) {
		const struct due_row *row = s->list->rows[i];

		if (row->class != TO_FOLLOW && row->class != STALE && row->due <= by)
			return true;
	}
	return false;
}

/* What an upkeep row points at: the last contact, or else the @ line. */
static struct origin
origin_of_upkeep(const struct person *person)
{
	const struct saved_row *last = person->saved[LAST_CONTACT];
	const struct field_row *name = person_field(person, FIELD_NAME);

	if (last)
		return (struct origin){{NULL, 0}, saved_text(last), last->at.source};
	return (struct origin){.source = name ? name->source : (struct source){0, 0}};
}

/* Add the row. */
void
add_upkeep(struct subject *s, const struct upkeep *u)
{
	struct origin origin = origin_of_upkeep(s->person);
	struct due_row *row;

	s->reason = u->reason;
	row = due_add(s, u->due, origin, "%.*s", (int)u->why.used, u->why.bytes);
	if (row && u->from)
		row->pct = (int64_t)(s->list->people->today - u->from) * 100 / (u->due - u->from);
}
