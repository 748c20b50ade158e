/* SPDX-License-Identifier: ISC
 *
 * My standing: may I ask this person for something now (spec: tables, "My standing")?
 */
#ifndef PAST_STANDING_H
#define PAST_STANDING_H

#include "history.h"

enum standing { STANDING_YES, STANDING_SOFT, STANDING_NO, STANDINGS };

extern const struct str standing_names[STANDINGS];

/* Why not, or not outright, in the order in which reasons are listed; those for a no come first. */
enum standing_reason {
	WHY_CLOSED,
	WHY_PASSING,
	WHY_UNPROVEN,
	WHY_RECENT,
	WHY_PENDING,
	WHY_OWING,
	WHY_DEBT,
	WHY_UNANSWERED,
	WHY_BUSY,
	WHYS_NO,
	WHY_COLD = WHYS_NO,
	WHY_DORMANT,
	WHY_GUARDED,
	WHYS
};

struct may_ask {
	enum standing standing;
	uint32_t why;  /* a bit for each reason: 1 << WHY_... */
	day from;      /* when I may, where only the last ask and busy times are against it, else DAY_NONE; may be past DAY_MAX */
};

/* Judge. */
struct may_ask may_ask(const struct past *past);

/* Write the names of the reasons, comma between. */
void text_add_whys(struct text *to, const struct may_ask *ask);

#endif
