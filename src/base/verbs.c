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

/* Find a verb. They are in order, so half of those that are left can be passed over at a time. */
unsigned
verb_find(struct str name)
{
	unsigned low = 0, high = COUNT(verbs);

	while (low < high) {
		unsigned middle = (low + high) / 2;
		const struct str *verb = &verbs[middle].name;
		int c = name.n ? (unsigned char)*name.p - (unsigned char)*verb->p : -1;

		if (c == 0 && (c = str_cmp(name, *verb)) == 0)
			return middle;
		if (c < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NO_VERB;
}
