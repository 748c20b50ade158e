/* SPDX-License-Identifier: ISC
 *
 * Verbs: what each means, one row a verb (spec: text, "An entry"; tables, "What counts").
 *
 * All that the tools know of a verb is in its row: who may do it, what an entry needs, what it opens and closes, what it
 * counts as. Nothing else in the sources names a verb, so a new one is one row in verbs.c, in the byte order of the names.
 */
#ifndef BASE_VERBS_H
#define BASE_VERBS_H

#include "str.h"

/* Who did it, in the byte order of the names, as rows are ordered. */
enum actor { ACTOR_BOTH, ACTOR_ME, ACTOR_THEM, ACTORS };

extern const struct str actor_names[ACTORS];

/* Who may do it; BY_BOTH is for what has no side. */
enum { BY_ME = 1, BY_THEM = 2, BY_BOTH = 4 };

/* What an entry of a verb has, and what it counts as. */
enum verb_trait {
	NEEDS_OBJECT = 1 << 0,
	MAY_HAVE_BY = 1 << 1,
	MAY_LIE_AHEAD = 1 << 2, /* an entry after today is no slip */
	IS_CONTACT = 1 << 3,    /* something passed between us; else a fact, a wish or a plan */
	IS_WARM = 1 << 4,       /* with a part of mine, it counts as keeping in touch */
	IS_TALK = 1 << 5,       /* both sides have a part in it, whoever began */
	IS_MESSAGE = 1 << 6,    /* of theirs: it waits for a reply; it keeps a promise of one */
	IS_ASK = 1 << 7,        /* of theirs: it waits for a reply, too */
	IS_HELP = 1 << 8,       /* its minutes count; of theirs: thanks are due */
	IS_GIFT = 1 << 9,       /* help that nobody promised; without minutes it counts as an effort */
	IS_THANKS = 1 << 10,
	IS_REFUSAL = 1 << 11,   /* of theirs: a kind word is due */
	IS_NEWS = 1 << 12,
	IS_PLAN = 1 << 13,      /* an appointment */
	IS_RECORD = 1 << 14,    /* of mine, with text: what was said is in writing */
	IS_FACT = 1 << 15,      /* what they told me, to come back to */
	CALLS_OFF = 1 << 16,    /* an appointment of its object is not held */
	MUST_CLOSE = 1 << 17    /* where it closes nothing, that may be a slip */
};

/* What a verb opens with its object. */
enum opening { OPENS_NOTHING, OPENS_PROMISE, OPENS_REPLY, OPENS_ASK, OPENS_WISH };

/* How it closes what is open by its object. */
enum closing {
	CLOSES_NOTHING,
	CLOSES_DONE,
	CLOSES_REFUSED,
	CLOSES_WITHDRAWN,   /* by the side that it was for */
	CLOSES_TURNED_DOWN  /* the same, of a promise alone, and where it closes no ask: nobody's failing */
};

struct verb {
	struct str name;
	unsigned char sides;         /* BY_... */
	unsigned char ends_wish;     /* a wish of mine by that object ends where one of these sides did it: BY_... */
	enum opening opens;          /* OPENS_REPLY: a promise, where there is a deadline; of a reply, where there is no object */
	enum closing by_doer;        /* what it does to a promise or an ask where its doer did it */
	enum closing by_other;       /* and where the other side did */
	unsigned traits;             /* enum verb_trait */
};

/* An index into verbs, in a few bits. NO_VERB is none. */
enum { VERB_BITS = 5, NO_VERB = (1 << VERB_BITS) - 1 };

extern const struct verb verbs[];
extern const int verb_count;

/* The index of a verb; NO_VERB where there is none of that name. */
unsigned verb_find(struct str name);

/* Whether a verb has all of these traits. */
static inline bool
verb_is(unsigned verb, unsigned traits)
{
	return (verbs[verb].traits & traits) == traits;
}

#endif
