/* SPDX-License-Identifier: ISC
 * Rules and tiers: reading their values, and which of several counts. */
#include "settings.h"

#include <stdlib.h>

/* Read what an attribute of a tier is set to, as the table has it. */
static bool
read_attribute(struct tier *tier, enum tier_attribute attribute, struct str value)
{
	uint32_t max;

	switch (attribute) {
	case TIER_EVERY:
		tier->has_every = true;
		return cadence_parse(value, &tier->every);
	case TIER_GIVE:
		return cadence_parse(value, &tier->give);
	case TIER_MAX:
		if (!str_number(value, NUMBER_MAX, &max) || max == 0)
			return false;
		tier->max = max;
		return true;
	case TIER_ATTRIBUTES:
		break;
	}
	return false;
}

/* Find or add a tier. */
static struct tier *
add_tier(struct settings *s, struct str name)
{
	struct map_item *item = map_put(&s->tier_map, &s->arena, name);
	struct tier *tier = item->value;

	if (!tier) {
		item->value = tier = ARENA_NEW(&s->arena, struct tier);
		tier->name = item->key;
		tier->next = s->tiers;
		s->tiers = tier;
	}
	return tier;
}

/* Start from the defaults. */
void
settings_start(struct settings *s)
{
	for (int i = 0; i < RULES; i++)
		s->rule[i] = rules[i].value;
	for (size_t i = 0; i < BUILT_IN_TIERS; i++) {
		struct tier *tier = add_tier(s, built_in_tiers[i].name);

		for (int k = 0; k < TIER_ATTRIBUTES; k++)
			if (built_in_tiers[i].value[k].n)
				read_attribute(tier, (enum tier_attribute)k, built_in_tiers[i].value[k]);
	}
}

/* Keep a claim until all are known. */
static void
add_claim(struct settings *s, struct claims *claims, const struct row *row)
{
	struct claim c = {row->at, arena_copy(&s->arena, row->cell[PARSE_TEXT])};

	c.at.cells = arena_copy(&s->arena, row->at.cells);
	ARRAY_PUSH(claims->items, claims->count, claims->room, c);
}

/* Take a tier's attribute. */
void
settings_take_tier(struct settings *s, const struct row *row)
{
	struct str what = row->cell[PARSE_VERB], value = row->cell[PARSE_TEXT];
	enum tier_attribute attribute = tier_attribute_find(what);
	struct tier probe = {0};

	if (row->cell[PARSE_OBJECT].n && read_attribute(&probe, attribute, value))
		add_claim(s, &add_tier(s, row->cell[PARSE_OBJECT])->claims[attribute], row);
	else
		error_at(row_place(row), "expected a tier row with every, give or max and its value, found %s and %s", quoted(what).text,
		    quoted(value).text);
}

/* Read what a rule is set to, as the table has it: "14d", "60m", "3". */
static bool
read_rule(enum rule_id rule, struct str value, int32_t *to)
{
	static const struct {
		char unit;
		uint32_t most;
	} forms[] = {[RULE_DAYS] = {'d', DAYS_MAX}, [RULE_MINUTES] = {'m', MINUTES_MAX}, [RULE_NUMBER] = {0, NUMBER_MAX}};
	uint32_t number;
	char unit = forms[rules[rule].unit].unit;

	if (unit && (value.n == 0 || value.p[--value.n] != unit))
		return false;
	if (!str_number(value, forms[rules[rule].unit].most, &number) || number == 0)
		return false;
	*to = (int32_t)number;
	return true;
}

/* Take a rule. */
void
settings_take_rule(struct settings *s, const struct row *row)
{
	struct str name = row->cell[PARSE_VERB], value = row->cell[PARSE_TEXT];
	enum rule_id rule = rule_find(name);
	int32_t probe;

	if (rule != RULES && read_rule(rule, value, &probe))
		add_claim(s, &s->claims[rule], row);
	else
		error_at(row_place(row), "expected a rule and its value, found %s and %s", quoted(name).text, quoted(value).text);
}

/* Put the first of all values in force. */
void
settings_settle(struct settings *s, const struct sources *sources)
{
	for (int i = 0; i < RULES; i++)
		if (s->claims[i].count) {
			claims_settle(&s->claims[i], sources, "rule ", rules[i].name, STR(""));
			read_rule((enum rule_id)i, s->claims[i].items[0].value, &s->rule[i]);
		}
	for (struct tier *tier = s->tiers; tier; tier = tier->next)
		for (int i = 0; i < TIER_ATTRIBUTES; i++)
			if (tier->claims[i].count) {
				claims_settle(&tier->claims[i], sources, "tier ", tier->name, tier_attribute_names[i]);
				read_attribute(tier, (enum tier_attribute)i, tier->claims[i].items[0].value);
			}
}

/* Find a tier. */
const struct tier *
settings_find_tier(const struct settings *s, struct str name)
{
	return map_get(&s->tier_map, name);
}

/* Free it all. */
void
settings_free(struct settings *s)
{
	for (int i = 0; i < RULES; i++)
		free(s->claims[i].items);
	for (struct tier *tier = s->tiers; tier; tier = tier->next)
		for (int i = 0; i < TIER_ATTRIBUTES; i++)
			free(tier->claims[i].items);
	arena_free(&s->arena);
}
