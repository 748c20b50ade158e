/* SPDX-License-Identifier: ISC
 * Rules and tiers: the tables, and finding a name in them. */
#include "rules.h"

const struct str tier_attribute_names[TIER_ATTRIBUTES] = {
    [TIER_EVERY] = WORD("every"),
    [TIER_GIVE] = WORD("give"),
    [TIER_MAX] = WORD("max"),
};

const struct built_in_tier built_in_tiers[BUILT_IN_TIERS] = {
    {WORD("A"), {WORD("6w"), WORD("3mo"), WORD("15")}},
    {WORD("B"), {WORD("3mo"), WORD(""), WORD("")}},
    {WORD("C"), {WORD("6mo"), WORD(""), WORD("")}},
};

const struct rule rules[RULES] = {
#define RULE(id, name, unit, value) {WORD(name), unit, value},
    ALL_RULES(RULE)
#undef RULE
};

/* Find an attribute of a tier. */
enum tier_attribute
tier_attribute_find(struct str name)
{
	int i = 0;

	while (i < TIER_ATTRIBUTES && !str_eq(name, tier_attribute_names[i]))
		i++;
	return (enum tier_attribute)i;
}

/* Find a rule. */
enum rule_id
rule_find(struct str name)
{
	int i = 0;

	while (i < RULES && !str_eq(name, rules[i].name))
		i++;
	return (enum rule_id)i;
}
