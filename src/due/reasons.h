/* SPDX-License-Identifier: ISC
 *
 * The reasons for which somebody is in the list, one row a reason, and the questions that find them (spec: tables,
 * "rc-due"). A new reason is a row here and the function that the row names.
 */
#ifndef DUE_REASONS_H
#define DUE_REASONS_H

#include "list.h"

/*
 * All reasons. FOUND("name", class, shown of guarded people too, the function that adds its rows). MEASURED("name", shown
 * of guarded people too, the function that says when upkeep is due, if ever): class 4, of which only the upkeep that is due
 * first has a row; of two due on one day the first here.
 */
#define ALL_REASONS(FOUND, MEASURED)                                \
	FOUND("promise", OWED, true, find_promises)                 \
	FOUND("answer", OWED, true, find_answers)                   \
	FOUND("reply", OWED, true, find_reply)                      \
	FOUND("thanks", OWED, true, find_thanks)                    \
	FOUND("gracious", OWED, true, find_gracious)                \
	FOUND("document", OWED, true, find_undocumented)            \
	FOUND("birthday", TO_MARK, false, find_birthday)            \
	FOUND("anniversary", TO_MARK, false, find_anniversaries)    \
	FOUND("news", TO_MARK, false, find_news)                    \
	FOUND("aftercare", TO_MARK, false, find_aftercare)          \
	FOUND("luck", TO_MARK, false, find_luck)                    \
	FOUND("follow", TO_MARK, false, find_follow)                \
	FOUND("outcome", TO_MARK, false, find_outcomes)             \
	FOUND("season", TO_MARK, false, find_season)                \
	FOUND("meeting", TO_MARK, true, find_meetings)              \
	FOUND("waiting", TO_FOLLOW, true, find_waiting)             \
	FOUND("ask", TO_FOLLOW, true, find_asks)                    \
	FOUND("ask-soft", TO_FOLLOW, true, find_soft_asks)          \
	FOUND("hold", TO_FOLLOW, true, find_holds)                  \
	MEASURED("give", false, measure_give)                       \
	MEASURED("give", false, measure_return)                     \
	MEASURED("checkin", true, measure_checkin)                  \
	MEASURED("drift", false, measure_drift)                     \
	MEASURED("reconnect", false, measure_reconnect)

/* Add all rows that a person has. */
void find_all(struct subject *s);

/* Class 4: in upkeep.c. Upkeep counts from a day on, and is due. */
struct upkeep {
	const struct reason *reason;
	day from, due; /* from is DAY_NONE where there is nothing to count from */
	struct text why;
};

/*
 * The functions that the rows name. Class 1, what I owe, is in owed.c; class 2, what is to be marked, in to-mark.c; class
 * 3, what I wait or wish for, in to-follow.c; class 4 in upkeep.c. One that measures sets all but the reason, and writes
 * why to a text that is empty; it gives false where there is no such upkeep.
 */
#define FOUND(name, class, guarded, find) void find(struct subject *s);
#define MEASURED(name, guarded, measure) bool measure(const struct subject *s, struct upkeep *u);
ALL_REASONS(FOUND, MEASURED)
#undef FOUND
#undef MEASURED

/* Whether there is to be no upkeep now; whether another row brings us together by a day. */
bool upkeep_rests(const struct subject *s);
bool is_forestalled(const struct subject *s, day by);

/* Add the row of an upkeep. */
void add_upkeep(struct subject *s, const struct upkeep *u);

/*
 * The origin of a matter's row: it goes by its affair's object, also where the entry names none: of a bare acked that is
 * "reply".
 */
struct origin origin_of_matter(const struct person *person, const struct affair *affair, enum matter_kind kind);

/* What an entry's deadline adds to a phrase: ", for 2026-11-21" or ", without a day". */
struct deadline_phrase {
	char text[32];
};

struct deadline_phrase for_day(day by);

#endif
