/* SPDX-License-Identifier: ISC
 * The table of reasons, and asking every question of a person. */
#include "reasons.h"

/* clang-format off */
static const struct reason reasons[] = {
    /* name                 class      guarded together  found by */
    {WORD("promise"),     OWED,      true,  true,  find_promises, NULL},
    {WORD("answer"),      OWED,      true,  true,  find_answers, NULL},
    {WORD("reply"),       OWED,      true,  true,  find_reply, NULL},
    {WORD("thanks"),      OWED,      true,  true,  find_thanks, NULL},
    {WORD("gracious"),    OWED,      true,  true,  find_gracious, NULL},
    {WORD("document"),    OWED,      true,  true,  find_undocumented, NULL},
    {WORD("birthday"),    TO_MARK,   false, true,  find_birthday, NULL},
    {WORD("anniversary"), TO_MARK,   false, true,  find_anniversaries, NULL},
    {WORD("news"),        TO_MARK,   false, true,  find_news, NULL},
    {WORD("season"),      TO_MARK,   false, true,  find_season, NULL},
    {WORD("meeting"),     TO_MARK,   true,  true,  find_meetings, NULL},
    {WORD("waiting"),     TO_FOLLOW, true,  false, find_waiting, NULL},
    {WORD("ask"),         TO_FOLLOW, true,  true,  find_asks, NULL},
    {WORD("ask-soft"),    TO_FOLLOW, true,  true,  find_soft_asks, NULL},
    {WORD("hold"),        TO_FOLLOW, true,  false, find_holds, NULL},
    /* Of two upkeeps that are due on one day the first counts. */
    {WORD("give"),        UPKEEP,    false, false, NULL, measure_give},
    {WORD("give"),        UPKEEP,    false, false, NULL, measure_return},
    {WORD("checkin"),     UPKEEP,    true,  false, NULL, measure_checkin},
    {WORD("drift"),       UPKEEP,    false, false, NULL, measure_drift},
};
/* clang-format on */

/* Find the upkeep that is due first, and add its row. All other rows of the person are in the list. */
static void
find_upkeep(struct subject *s)
{
	enum { WHY_MOST = 160 };
	char bytes[COUNT(reasons)][WHY_MOST];
	struct upkeep best = {.due = DAY_NONE};
	day today = s->list->people->today;

	for (size_t i = 0; i < COUNT(reasons); i++) {
		const struct reason *reason = &reasons[i];
		struct upkeep u = {.reason = reason, .why = TEXT_IN(bytes[i])};

		if (reason->measure && (s->person->status != STATUS_GUARDED || reason->of_guarded) && reason->measure(s, &u) &&
		    (!best.due || u.due < best.due))
			best = u;
	}
	if (best.due && !upkeep_rests(s) && !is_forestalled(s, best.due > today ? best.due : today))
		add_upkeep(s, &best);
}

/* Ask every question. Upkeep comes last, since it yields to the other rows. */
void
find_all(struct subject *s)
{
	for (size_t i = 0; i < COUNT(reasons); i++) {
		s->reason = &reasons[i];
		if (s->reason->rows_of)
			s->reason->rows_of(s);
	}
	find_upkeep(s);
}
