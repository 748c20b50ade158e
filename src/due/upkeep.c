/* SPDX-License-Identifier: ISC
 * Upkeep, the reasons of class 4: give, check in, and notice when a tie drifts. */
#include "reasons.h"

enum { APPOINTMENT_WITHIN = 30 };

/* Where upkeep counts from: the latest day of its kind, else the day we met, if that is not ahead. */
static day
upkeep_start(const struct subject *s, day latest)
{
	const struct field_row *met = s->person->field[FIELD_MET].rows;

	if (latest)
		return latest;
	return met && met->value.day <= s->list->people->today ? met->value.day : DAY_NONE;
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
	return true;
}

/* Something that asks for nothing, as often as the tier says. */
bool
measure_give(const struct subject *s, struct upkeep *u)
{
	const struct tier *tier = s->person->tier;

	return tier && measure_every(s, u, tier->give, s->past->goodwill, "goodwill every");
}

/* Something given back, where I got more than I gave. */
bool
measure_return(const struct subject *s, struct upkeep *u)
{
	const struct past *past = s->past;

	if (!past->in_debt || !past->help || (past->gave && past->gave > past->help))
		return false;
	u->from = past->help->day;
	u->due = u->from + past_rule(s->past, RULE_RETURN);
	text_add_format(&u->why, "got %lld minutes more than I gave, last on %s", (long long)past->debt_minutes, iso(u->from).text);
	return true;
}

/* The person's own cadence, or the tier's. */
bool
measure_checkin(const struct subject *s, struct upkeep *u)
{
	const struct field_row *own = s->person->field[FIELD_EVERY].rows;
	struct span span = own ? own->value.span : s->person->tier ? s->person->tier->every : (struct span){SPAN_NEVER, 0};

	return measure_every(s, u, span, event_day(s->past->warm), "every");
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

/* Whether upkeep is out of place: paused, busy, an appointment near, or they leave me without an answer. */
bool
upkeep_rests(const struct subject *s)
{
	const struct field_row *pause = s->person->field[FIELD_PAUSE].rows;
	day today = s->list->people->today;

	if (s->busy || s->past->unanswered || (pause && pause->value.day > today))
		return true;
	for (size_t i = 0; i < s->person->plan_count; i++) {
		day ahead = s->person->plans[i].at.day - today;

		if (ahead >= 0 && ahead <= APPOINTMENT_WITHIN)
			return true;
	}
	return false;
}

/* Whether another row brings us together by then. */
bool
is_forestalled(const struct subject *s, day by)
{
	for (size_t i = s->first_row; i < s->list->count; i++)
		if (s->list->rows[i].reason->brings_together && s->list->rows[i].due <= by)
			return true;
	return false;
}

/* What an upkeep row points at: the last contact, or else the @ line. */
static struct origin
origin_of_upkeep(const struct person *person)
{
	const struct saved_row *last = &person->latest[LAST_CONTACT];
	const struct field_row *name = person->field[FIELD_NAME].rows;

	if (last->at.line.n)
		return (struct origin){{NULL, 0}, last->text, last->at.source};
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
