/* SPDX-License-Identifier: ISC
 *
 * Rules and tiers, as the table sets them over the defaults (spec: text, "A directive"; tables, "What counts").
 * Where a table sets one twice to different values, the first by source holds, and settings_settle says an error.
 */
#ifndef SETTINGS_H
#define SETTINGS_H

#include "date.h"
#include "lexicon.h"
#include "source.h"

/* A value that a table sets, and who else set it. */
struct setting {
	bool set;
	struct source source; /* of the first by source */
	struct str row, value;
	struct rival *rivals; /* other values for the same, in no order */
};

struct rival {
	struct source source;
	struct str value;
	struct rival *next;
};

struct tier {
	struct str name;
	struct setting setting[TIER_ATTRIBUTES];
	struct span every, give; /* SPAN_NEVER where there is none */
	uint32_t max;            /* 0: none set */
	struct tier *next;
};

struct settings {
	struct arena arena;
	int32_t rule[RULES];      /* in force, in the rule's unit, once settled */
	struct setting rule_setting[RULES];
	struct map tier_map;
	struct tier *tiers;       /* in no order */
};

/* Defaults and built-in tiers. */
void settings_start(struct settings *settings);

/*
 * Offer a value for a setting, from a row (ties are settled by the row's bytes). The first by source stays, others are
 * kept as rivals. Used for rules, tiers and the fields that a person has one of.
 */
void setting_offer(struct setting *setting, struct arena *arena, const struct sources *sources, struct source source,
    struct str row, struct str value);

/* Say an error for each rival; kind, of and what name the setting, as in "tier ", A, "every". */
void setting_report(const struct setting *setting, const struct sources *sources, const char *kind, struct str of,
    const char *what);

/* Take a row of the record tier or rule; of one of a wrong shape an error is said at the place. */
void settings_tier(struct settings *settings, const struct sources *sources, const struct str *row, struct str line,
    struct source source, struct place at);
void settings_rule(struct settings *settings, const struct sources *sources, const struct str *row, struct str line,
    struct source source, struct place at);

/* All rows are read: put in force what was set, report rivals. */
void settings_settle(struct settings *settings, const struct sources *sources);

/* A tier by its name, or NULL. */
const struct tier *settings_find_tier(const struct settings *settings, struct str name);

void settings_free(struct settings *settings);

#endif
