/* SPDX-License-Identifier: ISC
 * Verbs: the table, and finding one in it. */
#include "verbs.h"

const struct str actor_names[ACTORS] = {
    [ACTOR_BOTH] = WORD("both"), [ACTOR_ME] = WORD("me"), [ACTOR_THEM] = WORD("them"),
};

#define OBJECT NEEDS_OBJECT
#define BY MAY_HAVE_BY
#define AHEAD MAY_LIE_AHEAD
#define CLOSER MUST_CLOSE
#define CANCELS CALLS_OFF
#define NOTHING CLOSES_NOTHING
#define DONE CLOSES_DONE
#define REFUSED CLOSES_REFUSED
#define WITHDRAWN CLOSES_WITHDRAWN
#define TURNED_DOWN CLOSES_TURNED_DOWN
#define CONTACT IS_CONTACT
#define WARM (IS_CONTACT | IS_WARM)

enum { EITHER = BY_ME | BY_THEM };

/* clang-format off */
const struct verb verbs[] = {
    /* name             sides    ends wish  opens          closes: by doer, by the other side */
    {WORD("acked"),    EITHER,  BY_THEM,   OPENS_REPLY,   NOTHING, NOTHING,     CONTACT | BY},
    {WORD("asked"),    EITHER,  BY_ME,     OPENS_ASK,     NOTHING, NOTHING,     CONTACT | OBJECT | BY | IS_ASK},
    {WORD("called"),   EITHER,  0,         OPENS_NOTHING, NOTHING, NOTHING,     WARM | IS_TALK},
    {WORD("declined"), EITHER,  0,         OPENS_NOTHING, REFUSED, TURNED_DOWN, CONTACT | OBJECT | CLOSER | IS_REFUSAL | CANCELS},
    {WORD("dropped"),  EITHER,  BY_ME,     OPENS_NOTHING, REFUSED, WITHDRAWN,   CONTACT | OBJECT | CLOSER | CANCELS},
    {WORD("gave"),     EITHER,  BY_THEM,   OPENS_NOTHING, DONE,    NOTHING,     WARM | IS_HELP | IS_GIFT},
    {WORD("had"),      BY_THEM, 0,         OPENS_NOTHING, NOTHING, NOTHING,     OBJECT | AHEAD | IS_NEWS | IS_FACT},
    {WORD("kept"),     EITHER,  BY_THEM,   OPENS_NOTHING, DONE,    NOTHING,     WARM | OBJECT | IS_HELP | CLOSER},
    {WORD("meet"),     BY_ME,   0,         OPENS_NOTHING, NOTHING, NOTHING,     AHEAD | IS_PLAN},
    {WORD("met"),      BY_BOTH, 0,         OPENS_NOTHING, NOTHING, NOTHING,     WARM | IS_TALK},
    {WORD("noted"),    BY_ME,   0,         OPENS_NOTHING, NOTHING, NOTHING,     IS_RECORD | IS_FACT},
    {WORD("promised"), EITHER,  BY_THEM,   OPENS_PROMISE, NOTHING, NOTHING,     CONTACT | OBJECT | BY},
    {WORD("thanked"),  EITHER,  0,         OPENS_NOTHING, NOTHING, NOTHING,     WARM | IS_THANKS},
    {WORD("want"),     BY_ME,   0,         OPENS_WISH,    NOTHING, NOTHING,     OBJECT | BY | AHEAD},
    {WORD("wrote"),    EITHER,  0,         OPENS_NOTHING, NOTHING, NOTHING,     WARM | IS_MESSAGE | IS_RECORD},
};
/* clang-format on */

const int verb_count = COUNT(verbs);

_Static_assert(COUNT(verbs) <= NO_VERB, "an event has no room for so many verbs");

/*
 * Verbs of up to eight letters, each as one number, in a small hash table of twice as many slots as there are verbs or more. It
 * is filled at the first search.
 */
enum { SLOT_BITS = VERB_BITS + 1 };

static struct {
	bool filled;
	struct {
		uint64_t name;       /* 0: free */
		unsigned verb;
	} slot[1 << SLOT_BITS];
} known;

static inline size_t
next_slot(size_t slot)
{
	return (slot + 1) & ((1 << SLOT_BITS) - 1);
}

/* Put each verb into the first free slot from its own on. */
static COLD void
fill(void)
{
	for (unsigned i = 0; i < COUNT(verbs); i++) {
		struct str verb = verbs[i].name;
		uint64_t name = verb.n <= 8 ? eight_of(verb.p, verb.n) : 0;
		size_t slot = eight_slot(name, SLOT_BITS);

		while (name && known.slot[slot].name)
			slot = next_slot(slot);
		if (name) {
			known.slot[slot].name = name;
			known.slot[slot].verb = i;
		}
	}
	known.filled = true;
}

/* Find a verb of any length, one by one. */
static COLD unsigned
find_long(struct str name)
{
	for (unsigned i = 0; i < COUNT(verbs); i++)
		if (str_eq(verbs[i].name, name))
			return i;
	return NO_VERB;
}

/* Find a verb. */
unsigned
verb_find(struct str name)
{
	uint64_t packed;

	if (name.n > 8)
		return find_long(name);
	if (!known.filled)
		fill();
	packed = eight_of(name.p, name.n);
	for (size_t slot = eight_slot(packed, SLOT_BITS); known.slot[slot].name; slot = next_slot(slot))
		if (known.slot[slot].name == packed)
			return known.slot[slot].verb;
	return NO_VERB;
}
