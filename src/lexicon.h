/* SPDX-License-Identifier: ISC
 *
 * The words of the text, each a row of a table: verbs, fields of a person, attributes of a tier, rules (spec: text, "An
 * entry", "A person", "A directive"; tables, "What counts"). The parser, the readers of its table and the hints all work
 * from these rows: a new verb, field or rule is one new row here and one name in the enum that numbers it.
 */
#ifndef LEXICON_H
#define LEXICON_H

#include "str.h"

/* Who did it, in the byte order of the names, as rows are ordered. */
enum actor { ACTOR_BOTH, ACTOR_ME, ACTOR_THEM, ACTORS };

extern const struct str actor_names[ACTORS];

/* In the byte order of the names, as rows are ordered. */
enum verb_id {
	VERB_ACKED,
	VERB_ASKED,
	VERB_CALLED,
	VERB_DECLINED,
	VERB_DROPPED,
	VERB_GAVE,
	VERB_HAD,
	VERB_KEPT,
	VERB_MEET,
	VERB_MET,
	VERB_NOTED,
	VERB_PROMISED,
	VERB_THANKED,
	VERB_WANT,
	VERB_WROTE,
	VERBS
};

enum { BY_ME = 1, BY_THEM = 2, BY_BOTH = 4 };

struct verb {
	struct str name;
	unsigned char sides;  /* BY_ME and BY_THEM where one side does it; BY_BOTH where it has no side */
	bool needs_object;
	bool may_have_by;
	bool is_contact;      /* something passed between us; else a fact, a wish or a plan */
	bool is_warm;         /* by me, it counts as keeping in touch */
};

extern const struct verb verbs[VERBS];

/* Find a verb; VERBS where there is none of that name. */
enum verb_id verb_find(struct str name);

/*
 * For a word that people write in a verb's place, what to write instead: the verb, and what follows the person (may be
 * empty).
 * False where the word is none of the well-known ones.
 */
bool verb_instead_of(struct str word, struct str *verb, struct str *rest);

enum field_form {
	FORM_TEXT,        /* any text: column text */
	FORM_WORD,        /* a word: column object, or via */
	FORM_CADENCE,     /* a span or never: object */
	FORM_STATUS,      /* one of the statuses: object */
	FORM_YEARLY,      /* a date or a month-day: date */
	FORM_YEARLY_TEXT, /* the same, then text, which is required: date, text */
	FORM_SINCE,       /* a date, then text: date, text */
	FORM_UNTIL,       /* a date, then text: by, text */
	FORM_JOB,         /* a date or not, then text, which is required: date, text */
	FORM_RANGE,       /* FROM..TO, then text: date, by, text */
	FORM_TAGS         /* words: tags */
};

enum field_id {
	FIELD_TIER,
	FIELD_EVERY,
	FIELD_STATUS,
	FIELD_PAUSE,
	FIELD_GREET,
	FIELD_BIRTHDAY,
	FIELD_VIA,
	FIELD_HOURS,
	FIELD_KNOWS,
	FIELD_MET,
	FIELDS_ONE, /* of those before, a person has one; of those after, many */
	FIELD_ON = FIELDS_ONE,
	FIELD_BUSY,
	FIELD_JOB,
	FIELD_EMAIL,
	FIELD_PHONE,
	FIELD_TOPIC,
	FIELD_TAGS,
	FIELD_TAG,
	FIELD_NOTE,
	FIELDS
};

struct field {
	struct str name;
	enum field_form form;
};

extern const struct field fields[FIELDS];

/* Find a field by its key; FIELDS where it is not one of those known, which is fine: it is text. */
enum field_id field_find(struct str key);

/* How a person stands to me, in the order of how much contact is left. */
enum status { STATUS_ACTIVE, STATUS_GUARDED, STATUS_CLOSED, STATUSES };

extern const struct str status_names[STATUSES];

enum tier_attribute { TIER_EVERY, TIER_GIVE, TIER_MAX, TIER_ATTRIBUTES };

extern const struct str tier_attribute_names[TIER_ATTRIBUTES];

/* The tiers that are there without being declared; "" where an attribute is not set. */
struct built_in_tier {
	struct str name;
	struct str value[TIER_ATTRIBUTES];
};

enum { BUILT_IN_TIERS = 3 };

extern const struct built_in_tier built_in_tiers[BUILT_IN_TIERS];

enum rule_unit { RULE_DAYS, RULE_MINUTES, RULE_NUMBER };

enum rule_id {
	RULE_REPLY,
	RULE_ANSWER,
	RULE_THANKS,
	RULE_PROMISE,
	RULE_WAITING,
	RULE_NUDGE,
	RULE_NEWS,
	RULE_BELATED,
	RULE_AFTERMATH,
	RULE_RETURN,
	RULE_FADE,
	RULE_ASK_GAP,
	RULE_ASK_DAYS,
	RULE_COLD,
	RULE_DORMANT,
	RULE_UNANSWERED,
	RULE_DEBT,
	RULE_EFFORT,
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

/* The largest value of a number (ask-days, unanswered, max), of a span's count, and of minutes (10000 hours). */
enum { NUMBER_MAX = 999999, DAYS_MAX = 99999 * 7, MINUTES_MAX = 600000 };

/*
 * The nearest of `count` names to a word, in single edits (a letter put in, left out, changed, two neighbours swapped),
 * at most `most` of them and fewer than the word has bytes; of equals the one that starts more like it, then the first.
 * -1 where none is near. `stride` is the distance in bytes between one name and the next, so that the names may lie in a
 * table of anything.
 */
int nearest(struct str word, const struct str *names, size_t count, size_t stride, int most);

/* How many single edits turn a into b, or most + 1 where it takes more; most is at most 3. */
int edits_between(struct str a, struct str b, int most);

#endif
