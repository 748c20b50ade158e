/* SPDX-License-Identifier: ISC
 * The whole network in some figures. */
#include "summary.h"

#include <stdlib.h>

#include "base/sort.h"

enum { NEW_WITHIN = 90, GOODWILL_TARGET = 50, ON_TIME_TARGET = 100 };

/* The sums over the whole network. */
struct summary {
	uint64_t people, untiered, silent, new, lapsed, drifting, mostly_ask; /* without closed people */
	uint64_t load;                                                 /* thousandths of check-ins a week, the same */
	uint64_t days_mine, days_goodwill, kept, promises_ended, open; /* with everybody */
	int64_t gave_min, got_min;
	struct gaps replies;
};

/* Whether the tie is new: the earlier of the first contact and the day we met, of those not ahead, is lately. */
static bool
is_new(const struct account *a)
{
	const struct field_row *met = person_field(a->person, FIELD_MET);
	day first = event_day(a->past.first), today = a->person->people->today;

	if (met && met->value.day <= today && (!first || met->value.day < first))
		first = met->value.day;
	return first && today - first <= NEW_WITHIN;
}

/* Whether somebody whom I knew was let slip. */
static bool
is_lapsed(const struct past *past)
{
	return past->days >= (uint32_t)past_rule(past, RULE_ASK_DAYS) && !past_within(past, past->last, RULE_DORMANT);
}

/*
 * The check-ins a week that a person's cadence asks for, in thousandths: 7 days, of a month 30 and of a year 365, rounded
 * down.
 */
static uint64_t
load_of(const struct person *person)
{
	static const uint32_t days[] = {[SPAN_NEVER] = 0, [SPAN_DAYS] = 1, [SPAN_WEEKS] = 7, [SPAN_MONTHS] = 30, [SPAN_YEARS] = 365};
	struct span every = {SPAN_NEVER, 0};

	if (!person_every(person, &every) || every.unit == SPAN_NEVER)
		return 0;
	return 7000 / ((uint64_t)days[every.unit] * every.count);
}

/* Add what counts of a person who is not closed. */
static void
add_person(struct summary *s, const struct account *a)
{
	bool tiered = a->person->tier_name.n > 0;

	s->people++;
	s->untiered += !tiered;
	s->silent += tiered && !a->past.last;
	s->new += is_new(a);
	s->lapsed += is_lapsed(&a->past);
	s->drifting += a->past.drifts;
	s->mostly_ask += i_mostly_ask(&a->past);
	s->load += load_of(a->person);
}

/* Add an account to the summary. */
static void
add_up(struct summary *s, const struct account *a)
{
	const struct ledger *l = &a->ledger;

	if (a->person->status != STATUS_CLOSED)
		add_person(s, a);
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
	return str_cmp(a->person->tier_name, b->person->tier_name);
}

/* Give out how many people each tier holds, closed ones aside. Sorts the accounts by tier. */
static void
give_tiers(struct account *accounts, size_t count, metric_sink *take, void *context)
{
	int64_t held = 0;

	sort_items(accounts, count, sizeof *accounts, tier_name_cmp, NULL);
	for (size_t i = 0; i < count; i++) {
		const struct person *person = accounts[i].person;
		struct metric m = {STR("tier:"), person->tier_name, no_figure, no_figure};

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

/* How many people carry a tag. */
struct tag {
	struct str name;
	int64_t people;
};

static int
tag_cmp(const void *a, const void *b, const void *context)
{
	(void)context;
	return str_cmp(((const struct tag *)a)->name, ((const struct tag *)b)->name);
}

/* Give out how many people each tag has, closed ones aside. */
static void
give_tags(struct account *accounts, size_t count, metric_sink *take, void *context)
{
	struct arena arena = {0};
	struct map map = {0};
	struct tag *tags = NULL;
	uint32_t n = 0, room = 0;

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < accounts[i].person->tag_count && accounts[i].person->status != STATUS_CLOSED; k++) {
			struct map_item *item = map_put(&map, &arena, accounts[i].person->tags[k]);

			if (!item->value) {
				ARRAY_PUSH(tags, n, room, ((struct tag){item->key, 0}));
				item->value = (void *)(uintptr_t)n;
			}
			tags[(uintptr_t)item->value - 1].people++;
		}
	sort_items(tags, n, sizeof *tags, tag_cmp, NULL);
	for (size_t i = 0; i < n; i++)
		take(context, &(struct metric){STR("tag:"), tags[i].name, figure(tags[i].people), no_figure});
	free(tags);
	arena_free(&arena);
}

/* Add up, and give out. */
void
summary_of(const struct people *people, struct account *accounts, metric_sink *take, void *context)
{
	struct summary s = {0};

	for (size_t i = 0; i < people->count; i++)
		add_up(&s, &accounts[i]);
	const struct {
		struct str name;
		struct figure value, target;
		void (*each)(struct account *accounts, size_t count, metric_sink *take, void *context); /* in its place, one each */
	} metrics[] = {
	    {STR("people"), figure((int64_t)s.people), no_figure, NULL},
	    {STR("tier:"), no_figure, no_figure, give_tiers},
	    {STR("untiered"), figure((int64_t)s.untiered), no_figure, NULL},
	    {STR("silent"), figure((int64_t)s.silent), figure(0), NULL},
	    {STR("new"), figure((int64_t)s.new), no_figure, NULL},
	    {STR("lapsed"), figure((int64_t)s.lapsed), no_figure, NULL},
	    {STR("drifting"), figure((int64_t)s.drifting), figure(0), NULL},
	    {STR("mostly-ask"), figure((int64_t)s.mostly_ask), figure(0), NULL},
	    {STR("load"), figure((int64_t)((s.load + 999) / 1000)), no_figure, NULL},
	    {STR("tag:"), no_figure, no_figure, give_tags},
	    {STR("goodwill_pct"), percent(s.days_goodwill, s.days_mine), figure(GOODWILL_TARGET), NULL},
	    {STR("gave_min"), figure(s.gave_min), no_figure, NULL},
	    {STR("got_min"), figure(s.got_min), no_figure, NULL},
	    {STR("on_time_pct"), percent(s.kept, s.promises_ended), figure(ON_TIME_TARGET), NULL},
	    {STR("open_promises"), figure((int64_t)s.open), no_figure, NULL},
	    {STR("reply_days"), s.replies.count ? figure(median(s.replies.days, s.replies.count)) : no_figure,
		figure(people->settings.rule[RULE_REPLY]), NULL},
	};

	for (size_t i = 0; i < COUNT(metrics); i++) {
		if (metrics[i].each)
			metrics[i].each(accounts, people->count, take, context);
		else
			take(context, &(struct metric){STR(""), metrics[i].name, metrics[i].value, metrics[i].target});
	}
	free(s.replies.days);
}
