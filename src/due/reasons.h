/* SPDX-License-Identifier: ISC
 *
 * The reasons for which somebody is in the list, one row a reason, and the questions that find them (spec: tables, "rc-due"). A new
 * reason is a row in reasons.c and the function that the row names.
 */
#ifndef DUE_REASONS_H
#define DUE_REASONS_H

#include "list.h"

/* Add all rows that a person has. */
void find_all(struct subject *s);

/* The questions. Class 1, what I owe: in owed.c. */
void find_promises(struct subject *s);
void find_answers(struct subject *s);
void find_reply(struct subject *s);
void find_thanks(struct subject *s);
void find_gracious(struct subject *s);
void find_undocumented(struct subject *s);

/* Class 2, what is to be marked: in to-mark.c. */
void find_birthday(struct subject *s);
void find_anniversaries(struct subject *s);
void find_news(struct subject *s);
void find_season(struct subject *s);
void find_meetings(struct subject *s);

/* Class 3, what I wait or wish for: in to-follow.c. */
void find_waiting(struct subject *s);
void find_asks(struct subject *s);
void find_soft_asks(struct subject *s);
void find_holds(struct subject *s);

/* Class 4: in upkeep.c. Upkeep counts from a day on, and is due. */
struct upkeep {
	const struct reason *reason;
	day from, due; /* from is DAY_NONE where there is nothing to count from */
	struct text why;
};

/* The upkeep that a reason of class 4 speaks of. False where there is none. The text is the caller's, and empty. */
bool measure_give(const struct subject *s, struct upkeep *u);
bool measure_return(const struct subject *s, struct upkeep *u);
bool measure_checkin(const struct subject *s, struct upkeep *u);
bool measure_drift(const struct subject *s, struct upkeep *u);

/* Whether there is to be no upkeep now; whether another row brings us together by a day. */
bool upkeep_rests(const struct subject *s);
bool is_forestalled(const struct subject *s, day by);

/* Add the row of an upkeep. */
void add_upkeep(struct subject *s, const struct upkeep *u);

/* The origin of a matter's row: it goes by its affair's object, also where the entry names none: of a bare acked that is "reply". */
struct origin origin_of_matter(const struct affair *affair, enum matter_kind kind);

/* What an entry's deadline adds to a phrase: ", for 2026-11-21" or ", without a day". */
struct deadline_phrase {
	char text[32];
};

struct deadline_phrase for_day(day by);

#endif
