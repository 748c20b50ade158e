/* SPDX-License-Identifier: ISC
 *
 * What a table may say once but says with several values: the first by source counts, and an error names each other value
 * (spec: tables, "What counts"). Used for rules, attributes of tiers, and the fields that a person has one of.
 */
#ifndef PAST_CLAIMS_H
#define PAST_CLAIMS_H

#include "source.h"

/* A row, and the value that it claims. */
struct claim {
	struct position at;
	struct str value;
};

/* All zero is none. Free `items` with free(). */
struct claims {
	struct claim *items;
	uint32_t count, room;
};

/*
 * Put the claims in order, so that the first is the one that counts, and say an error for each other value at the first of its
 * sources: "KIND'OF' WHAT is ... here, but ...".
 */
void claims_settle(struct claims *claims, const struct sources *sources, const char *kind, struct str of, struct str what);

#endif
