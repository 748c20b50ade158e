/* SPDX-License-Identifier: ISC
 * The table of reasons, and asking every question of a person. */
#include "reasons.h"

static const struct reason reasons[] = {
#define FOUND(name, class, guarded, find) {WORD(name), class, guarded, find, NULL},
#define MEASURED(name, guarded, measure) {WORD(name), UPKEEP, guarded, NULL, measure},
    ALL_REASONS(FOUND, MEASURED)
#undef FOUND
#undef MEASURED
};

/* Find the upkeep that is due first, and add its row. All other rows of the person are in the list. */
static void
find_upkeep(struct subject *s)
{
	enum { WHY_MOST = 256 };
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
