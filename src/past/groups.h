/* SPDX-License-Identifier: ISC
 *
 * Whom a grouped table was about already: a set of ids that only grows, of which 64 bits each are kept (spec: tables, -g).
 */
#ifndef PAST_GROUPS_H
#define PAST_GROUPS_H

#include "base/str.h"

struct group_table;

/* All zero is empty. */
struct groups {
	struct group_table *newest; /* each twice as large as the one before */
};

/* Add an id. False where it is there already; two ids are taken for one where all 64 bits of their hashes are the same. */
bool groups_add(struct groups *groups, struct str id);

void groups_free(struct groups *groups);

#endif
