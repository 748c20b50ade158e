/* SPDX-License-Identifier: ISC
 * The whole network in some figures. */
#include "summary.h"

#include <stdlib.h>

#include "base/sort.h"

enum { NEW_WITHIN = 90, GOODWILL_TARGET = 50, ON_TIME_TARGET = 100 };

/* The sums over the whole network. */
struct summary {
	uint64_t people, untiered, silent, new, drifting, mostly_ask; /* without closed people */
	uint64_t days_mine, days_goodwill, kept, promises_ended, open; /* with everybody */
	int64_t gave_min, got_min;
	struct gaps replies;
};

/* Whether the tie is new: the earlier of the first contact and the day we met is no more than 90 days back. */
static bool
is_new(const struct account *a)
{
	const struct field_row *met = a->person->field[FIELD_MET].rows;
	day first = a->past.first;

	if (met && (!first || met->value.day < first))
		first = met->value.day;
	return first && a->person->people->today - first <= NEW_WITHIN;
}

/* Add an account to the summary. */
static void
add_up(struct summary *s, const struct account *a)
{
	const struct ledger *l = &a->ledger;
	bool tiered = person_tier_name(a->person).n > 0;

	if (a->person->status != STATUS_CLOSED) {
		s->people++;
		s->untiered += !tiered;
		s->silent += tiered && !a->past.last;
		s->new += is_new(a);
		s->drifting += a->past.drifts;
		s->mostly_ask += i_mostly_ask(&a->past);
	}
	s->days_mine += l->days_mine;
	s->days_goodwill += l->days_goodwill;
	s->gave_min += l->me.gave_min;
	s->got_min += l->them.gave_min;
	s->kept += l->kept;
	s->promises_ended += l->kept + l->late + l->dropped;
	s->open += a->open;
	for (size_t i = 0; i < l->replies.count; i++)
		gaps_add(&s->replies, l->replies.days[i]);
}

static struct figure
figure(int64_t value)
{
	return (struct figure){true, value};
}

static const struct figure no_figure = {false, 0};

/* A part of a whole in percent, rounded down. */
static struct figure
percent(uint64_t part, uint64_t whole)
{
	return whole ? figure((int64_t)(part * 100 / whole)) : no_figure;
}

/* Compare accounts by tier. */
static int
tier_name_cmp(const void *one, const void *other, const void *context)
{
	const struct account *a = one, *b = other;

	(void)context;
	return str_cmp(person_tier_name(a->person), person_tier_name(b->person));
}

/* Give out how many people each tier holds, closed ones aside. Sorts the accounts by tier. */
static void
give_tiers(struct account *accounts, size_t count, metric_sink *take, void *context)
{
	int64_t held = 0;

	sort_items(accounts, count, sizeof *accounts, tier_name_cmp, NULL);
	for (size_t i = 0; i < count; i++) {
		const struct person *person = accounts[i].person;
		struct metric m = {STR("tier:"), person_tier_name(person), no_figure, no_figure};

		held += person->status != STATUS_CLOSED;
		if (i + 1 < count && tier_name_cmp(&accounts[i], &accounts[i + 1], NULL) == 0)
			continue;
		m.value = figure(held);
		if (person->tier && person->tier->max)
			m.target = figure(person->tier->max);
		if (m.name.n && held)
			take(context, &m);
		held = 0;
	}
}

/* Add up, and give out. */
void
summary_of(const struct people *people, struct account *accounts, metric_sink *take, void *context)
{
	struct summary s = {0};

	for (size_t i = 0; i < people->count; i++)
		add_up(&s, &accounts[i]);
	const struct metric metrics[] = {
	    {STR(""), STR("people"), figure((int64_t)s.people), no_figure},
	    {STR("tier:"), STR(""), no_figure, no_figure}, /* one each */
	    {STR(""), STR("untiered"), figure((int64_t)s.untiered), no_figure},
	    {STR(""), STR("silent"), figure((int64_t)s.silent), figure(0)},
	    {STR(""), STR("new"), figure((int64_t)s.new), no_figure},
	    {STR(""), STR("drifting"), figure((int64_t)s.drifting), figure(0)},
	    {STR(""), STR("mostly-ask"), figure((int64_t)s.mostly_ask), figure(0)},
	    {STR(""), STR("goodwill_pct"), percent(s.days_goodwill, s.days_mine), figure(GOODWILL_TARGET)},
	    {STR(""), STR("gave_min"), figure(s.gave_min), no_figure},
	    {STR(""), STR("got_min"), figure(s.got_min), no_figure},
	    {STR(""), STR("on_time_pct"), percent(s.kept, s.promises_ended), figure(ON_TIME_TARGET)},
	    {STR(""), STR("open_promises"), figure((int64_t)s.open), no_figure},
	    {STR(""), STR("reply_days"), s.replies.count ? figure(median(s.replies.days, s.replies.count)) : no_figure,
		figure(people->settings.rule[RULE_REPLY])},
	};

	for (size_t i = 0; i < COUNT(metrics); i++) {
		if (metrics[i].prefix.n)
			give_tiers(accounts, people->count, take, context);
		else
			take(context, &metrics[i]);
	}
	free(s.replies.days);
}
