/* SPDX-License-Identifier: ISC
 * Rules and tiers: reading their values, and which of several holds. */
#include "settings.h"

#include "table.h"

/* Read what an attribute of a tier is set to, as the table has it. */
static bool
read_attribute(struct tier *tier, enum tier_attribute attribute, struct str value)
{
	struct span span = {SPAN_NEVER, 0};
	uint32_t max;

	if (attribute == TIER_MAX) {
		if (!str_number(value, NUMBER_MAX, &max) || max == 0)
			return false;
		tier->max = max;
		return true;
	}
	if (!str_eq(value, STR("never")) && !span_parse(value, &span))
		return false;
	*(attribute == TIER_EVERY ? &tier->every : &tier->give) = span;
	return true;
}

/* Find or add a tier. */
static struct tier *
add_tier(struct settings *s, struct str name)
{
	void **value = map_put(&s->tier_map, &s->arena, name);
	struct tier *tier = *value;

	if (!tier) {
		*value = tier = ARENA_NEW(&s->arena, struct tier);
		tier->name = arena_copy(&s->arena, name);
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

/* Keep a value that lost, once: at the first of its sources. */
static void
add_rival(struct setting *setting, struct arena *arena, const struct sources *sources, const struct setting *loser)
{
	struct rival *r;

	for (r = setting->rivals; r; r = r->next)
		if (str_eq(r->value, loser->value)) {
			if (source_cmp(sources, loser->source, r->source) < 0)
				r->source = loser->source;
			return;
		}
	r = ARENA_NEW(arena, struct rival);
	*r = (struct rival){loser->source, arena_copy(arena, loser->value), setting->rivals};
	setting->rivals = r;
}

/* Take a value if it comes first; keep the other for the report. */
void
setting_offer(struct setting *setting, struct arena *arena, const struct sources *sources, struct source source,
    struct str row, struct str value)
{
	struct setting offered = {true, source, row, value, NULL};
	int order = -1;

	if (setting->set) {
		order = source_cmp(sources, source, setting->source);
		if (order == 0)
			order = str_cmp(row, setting->row);
		if (!str_eq(value, setting->value))
			add_rival(setting, arena, sources, order < 0 ? setting : &offered);
	}
	if (order >= 0)
		return;
	offered.rivals = setting->rivals;
	offered.row = arena_copy(arena, row);
	offered.value = arena_copy(arena, value);
	*setting = offered;
}

/* The rival that comes next behind `last` (from the start: NULL), in the order of sources, then of values. */
static const struct rival *
next_rival(const struct setting *setting, const struct sources *sources, const struct rival *last)
{
	const struct rival *next = NULL;

	for (const struct rival *r = setting->rivals; r; r = r->next) {
		int after = 1, before = -1;

		if (last && !(after = source_cmp(sources, r->source, last->source)))
			after = str_cmp(r->value, last->value);
		if (next && !(before = source_cmp(sources, r->source, next->source)))
			before = str_cmp(r->value, next->value);
		if (after > 0 && before < 0)
			next = r;
	}
	return next;
}

/* Say which values lost, in the order of their sources. */
void
setting_report(const struct setting *setting, const struct sources *sources, const char *kind, struct str of,
    const char *what)
{
	const struct rival *r = NULL;

	while ((r = next_rival(setting, sources, r)))
		if (!str_eq(r->value, setting->value))
			error_at(source_place(sources, r->source), "%s%s%s%s is %s here, but %s at %s, which holds: keep the right one",
			    kind, bare(of).text, *what ? " " : "", what, quoted(r->value).text, quoted(setting->value).text,
			    source_shown(sources, setting->source).text);
}

/* Take a tier's attribute. */
void
settings_tier(struct settings *s, const struct sources *sources, const struct str *row, struct str line, struct source source,
    struct place at)
{
	struct tier probe = {0};

	for (int i = 0; i < TIER_ATTRIBUTES; i++) {
		if (!str_eq(row[COL_VERB], tier_attribute_names[i]))
			continue;
		if (!row[COL_OBJECT].n || !read_attribute(&probe, (enum tier_attribute)i, row[COL_TEXT]))
			break;
		setting_offer(&add_tier(s, row[COL_OBJECT])->setting[i], &s->arena, sources, source, line, row[COL_TEXT]);
		return;
	}
	error_at(at, "expected a tier row with every, give or max and its value, found %s and %s", quoted(row[COL_VERB]).text,
	    quoted(row[COL_TEXT]).text);
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
settings_rule(struct settings *s, const struct sources *sources, const struct str *row, struct str line, struct source source,
    struct place at)
{
	enum rule_id rule = rule_find(row[COL_VERB]);
	int32_t value;

	if (rule == RULES || !read_rule(rule, row[COL_TEXT], &value)) {
		error_at(at, "expected a rule and its value, found %s and %s", quoted(row[COL_VERB]).text, quoted(row[COL_TEXT]).text);
		return;
	}
	setting_offer(&s->rule_setting[rule], &s->arena, sources, source, line, row[COL_TEXT]);
}

/* Put the first of all values in force. */
void
settings_settle(struct settings *s, const struct sources *sources)
{
	for (int i = 0; i < RULES; i++)
		if (s->rule_setting[i].set) {
			read_rule((enum rule_id)i, s->rule_setting[i].value, &s->rule[i]);
			setting_report(&s->rule_setting[i], sources, "rule ", rules[i].name, "");
		}
	for (struct tier *tier = s->tiers; tier; tier = tier->next)
		for (int i = 0; i < TIER_ATTRIBUTES; i++)
			if (tier->setting[i].set) {
				read_attribute(tier, (enum tier_attribute)i, tier->setting[i].value);
				setting_report(&tier->setting[i], sources, "tier ", tier->name,
				    tier_attribute_names[i].p);
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
	arena_free(&s->arena);
}
