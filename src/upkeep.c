/* SPDX-License-Identifier: ISC
 * Upkeep: give, check in, and notice when a tie drifts. */
#include "upkeep.h"

#include <stdio.h>

enum { APPOINTMENT_WITHIN = 30 };

/* A reason for upkeep: what it counts from, and when it is due. */
struct upkeep {
	enum reason reason;
	day from, due; /* from is DAY_NONE where nothing is there to count from */
	char why[128];
};

/* Where upkeep counts from: the latest day of its kind, else the day we met, if that is not ahead. */
static day
upkeep_start(const struct subject *s, day latest)
{
	day met;

	if (latest)
		return latest;
	return day_parse(person_field(s->person, FIELD_MET, COL_DATE), &met) && met <= s->people->today ? met : DAY_NONE;
}

/* Upkeep by a span from a day on; due today where there is nothing to count from. */
static bool
upkeep_every(const struct subject *s, struct upkeep *u, struct span span, day latest, const char *what)
{
	char short_form[8];

	if (span.unit == SPAN_NEVER)
		return false;
	u->from = upkeep_start(s, latest);
	u->due = u->from ? day_add(u->from, span) : s->people->today;
	span_format(span, short_form);
	if (latest)
		snprintf(u->why, sizeof u->why, "%s %s, last %s", what, short_form, iso(latest).text);
	else if (u->from)
		snprintf(u->why, sizeof u->why, "%s %s, not yet since we met on %s", what, short_form, iso(u->from).text);
	else
		snprintf(u->why, sizeof u->why, "%s %s, not yet", what, short_form);
	return true;
}

/* Something that asks for nothing, as often as the tier says. */
static bool
upkeep_give(const struct subject *s, struct upkeep *u)
{
	const struct tier *tier = person_tier(s->people, s->person);

	u->reason = GIVE;
	return tier && upkeep_every(s, u, tier->give, s->past->goodwill, "goodwill every");
}

/* Something given back, where I got more than I gave. */
static bool
upkeep_return(const struct subject *s, struct upkeep *u)
{
	const struct past *past = s->past;

	if (!past->in_debt || past->gift == NO_EVENT || past->gave > past->gift)
		return false;
	u->reason = GIVE;
	u->from = s->person->events[past->gift].day;
	u->due = u->from + s->people->settings.rule[RULE_RETURN];
	snprintf(u->why, sizeof u->why, "got %lld minutes more than I gave, last on %s", (long long)past->debt_minutes,
	    iso(u->from).text);
	return true;
}

/* The person's own cadence, or the tier's. */
static bool
upkeep_checkin(const struct subject *s, struct upkeep *u)
{
	const struct tier *tier = person_tier(s->people, s->person);
	struct str own = person_field(s->person, FIELD_EVERY, COL_OBJECT);
	struct span span = {SPAN_NEVER, 0};

	u->reason = CHECKIN;
	if (own.n)
		span_parse(own, &span);
	else if (tier)
		span = tier->every;
	return upkeep_every(s, u, span, warm_day(s), "every");
}

/* A rhythm that is lost. */
static bool
upkeep_drift(const struct subject *s, struct upkeep *u)
{
	if (!s->past->drifts)
		return false;
	u->reason = DRIFT;
	u->from = s->past->last;
	u->due = u->from + s->past->drift_limit;
	snprintf(u->why, sizeof u->why, "once every %d day%s, silent for %d", (int)s->past->drift_median,
	    s->past->drift_median == 1 ? "" : "s", (int)(s->people->today - u->from));
	return true;
}

/* The kinds of upkeep; of two that are due on one day the first counts. */
static bool (*const upkeeps[])(const struct subject *s, struct upkeep *u) = {
    upkeep_give, upkeep_return, upkeep_checkin, upkeep_drift,
};

/* Whether upkeep is out of place: paused, busy, an appointment near, or they leave me without an answer. */
static bool
upkeep_rests(const struct subject *s)
{
	day pause;

	if (s->busy || s->past->unanswered ||
	    (day_parse(person_field(s->person, FIELD_PAUSE, COL_BY), &pause) && pause > s->people->today))
		return true;
	for (size_t i = 0; i < s->person->meet_count; i++) {
		day ahead = s->person->meets[i].day - s->people->today;

		if (ahead >= 0 && ahead <= APPOINTMENT_WITHIN)
			return true;
	}
	return false;
}

/* Whether another row brings us together by then, hold and waiting aside. */
static bool
is_forestalled(const struct subject *s, day by)
{
	for (size_t i = s->first_row; i < s->list->count; i++) {
		const struct due_row *row = &s->list->rows[i];

		if (row->reason != HOLD && row->reason != WAITING && row->due <= by)
			return true;
	}
	return false;
}

/* What an upkeep row points at: the last contact, or else the @ line. */
static struct origin
of_upkeep(const struct person *person)
{
	struct origin origin = {{NULL, 0}, {NULL, 0}, person->one[ONE_NAME].source};

	if (person->last.set) {
		origin = origin_of_entry(&person->last);
		origin.object.n = 0;
	}
	return origin;
}

/* Class 4: at most one row, of the upkeep that is due first. */
void
find_upkeep(struct subject *s)
{
	struct upkeep best = {.due = DAY_NONE}, u = {.due = DAY_NONE};
	day today = s->people->today;

	for (size_t i = 0; i < COUNT(upkeeps); i++)
		if (upkeeps[i](s, &u) && (s->status != STATUS_GUARDED || reasons[u.reason].of_guarded) &&
		    (!best.due || u.due < best.due))
			best = u;
	if (!best.due || upkeep_rests(s) || is_forestalled(s, best.due > today ? best.due : today))
		return;
	if (due_add(s, best.reason, best.due, of_upkeep(s->person), "%s", best.why) && best.from)
		s->list->rows[s->list->count - 1].pct = (int64_t)(today - best.from) * 100 / (best.due - best.from);
}
