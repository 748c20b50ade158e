/* SPDX-License-Identifier: ISC
 *
 * Rules and tiers in force: the defaults, and what a table sets over them (spec: text, "A directive"; tables, "What counts").
 */
#ifndef PAST_SETTINGS_H
#define PAST_SETTINGS_H

#include "base/rules.h"
#include "claims.h"
#include "row.h"

struct tier {
	struct str name;
	struct span every, give; /* SPAN_NEVER where there is none */
	bool has_every;          /* `every` is set, be it to never */
	uint32_t max;            /* 0: none set */
	struct claims claims[TIER_ATTRIBUTES];
	struct tier *next;
};

struct settings {
	struct arena arena;
	int32_t rule[RULES];     /* in the rule's unit */
	struct claims claims[RULES];
	struct map tier_map;
	struct tier *tiers;      /* in no order */
};

/* Defaults and built-in tiers. */
void settings_start(struct settings *settings);

/* Take a row of the record tier or rule; of one of a wrong shape an error is said at its place. */
void settings_take_tier(struct settings *settings, const struct row *row);
void settings_take_rule(struct settings *settings, const struct row *row);

/* All rows are read: put in force what was set first, and say what else was. */
void settings_settle(struct settings *settings, const struct sources *sources);

/* A tier by its name, or NULL. */
const struct tier *settings_find_tier(const struct settings *settings, struct str name);

void settings_free(struct settings *settings);

#endif
