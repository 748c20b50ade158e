/* SPDX-License-Identifier: ISC
 *
 * Rules and tiers: their names, defaults and bounds, one row each (spec: tables, Thresholds; text, "A directive").
 */
#ifndef BASE_RULES_H
#define BASE_RULES_H

#include "str.h"

enum tier_attribute { TIER_EVERY, TIER_GIVE, TIER_MAX, TIER_ATTRIBUTES };

extern const struct str tier_attribute_names[TIER_ATTRIBUTES];

/* Find an attribute; TIER_ATTRIBUTES where there is none of that name. */
enum tier_attribute tier_attribute_find(struct str name);

/* The tiers that are there without being declared; "" where an attribute is not set. */
struct built_in_tier {
	struct str name;
	struct str value[TIER_ATTRIBUTES];
};

enum { BUILT_IN_TIERS = 3 };

extern const struct built_in_tier built_in_tiers[BUILT_IN_TIERS];

enum rule_unit { RULE_DAYS, RULE_MINUTES, RULE_NUMBER };

/* All rules: RULE(ID, "name", unit, default in that unit). */
#define ALL_RULES(RULE)                                \
	RULE(REPLY, "reply", RULE_DAYS, 2)             \
	RULE(ANSWER, "answer", RULE_DAYS, 7)           \
	RULE(THANKS, "thanks", RULE_DAYS, 3)           \
	RULE(PROMISE, "promise", RULE_DAYS, 14)        \
	RULE(WAITING, "waiting", RULE_DAYS, 14)        \
	RULE(NUDGE, "nudge", RULE_DAYS, 7)             \
	RULE(NEWS, "news", RULE_DAYS, 3)               \
	RULE(BELATED, "belated", RULE_DAYS, 7)         \
	RULE(AFTERMATH, "aftermath", RULE_DAYS, 14)    \
	RULE(FOLLOW, "follow", RULE_DAYS, 3)           \
	RULE(OUTCOME, "outcome", RULE_DAYS, 45)        \
	RULE(RETURN, "return", RULE_DAYS, 30)          \
	RULE(FADE, "fade", RULE_DAYS, 90)              \
	RULE(REPLY_FADE, "reply-fade", RULE_DAYS, 30)  \
	RULE(STALE, "stale", RULE_DAYS, 180)           \
	RULE(ASK_GAP, "ask-gap", RULE_DAYS, 180)       \
	RULE(ASK_DAYS, "ask-days", RULE_NUMBER, 3)     \
	RULE(COLD, "cold", RULE_DAYS, 90)              \
	RULE(DRIFT, "drift", RULE_DAYS, 90)            \
	RULE(DORMANT, "dormant", RULE_DAYS, 365)       \
	RULE(UNANSWERED, "unanswered", RULE_NUMBER, 3) \
	RULE(DEBT, "debt", RULE_MINUTES, 60)           \
	RULE(EFFORT, "effort", RULE_MINUTES, 15)

enum rule_id {
#define RULE(id, ...) RULE_##id,
	ALL_RULES(RULE)
#undef RULE
	RULES
};

struct rule {
	struct str name;
	enum rule_unit unit;
	int32_t value; /* the default, in the unit */
};

extern const struct rule rules[RULES];

/* Find a rule; RULES where there is none of that name. */
enum rule_id rule_find(struct str name);

/* The largest value of a number (ask-days, unanswered, max), of a span of days, and of minutes (10000 hours). */
enum { NUMBER_MAX = 999999, DAYS_MAX = 99999 * 7, MINUTES_BITS = 20, MINUTES_MAX = 600000 };

_Static_assert(MINUTES_MAX < 1 << MINUTES_BITS, "an event has no room for so many minutes");

#endif
