/* SPDX-License-Identifier: ISC
 * Ids seen: tables of hashes, a larger one beside the others whenever the newest is full, so that none is ever copied. */
#include "groups.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/map.h"

enum { FIRST_ROOM = 1 << 10 };

struct group_table {
	struct group_table *older;
	size_t room, count; /* room is a power of two */
	uint64_t hash[];    /* 0: free */
};

/* The slot of a hash in a table: its own, or the free one where it would go. */
static uint64_t *
find(struct group_table *t, uint64_t hash)
{
	size_t i = (size_t)hash & (t->room - 1);

	while (t->hash[i] && t->hash[i] != hash)
		i = (i + 1) & (t->room - 1);
	return &t->hash[i];
}

/* Begin a table, twice as large as the newest. */
static void
add_table(struct groups *groups)
{
	size_t room = groups->newest ? groups->newest->room * 2 : FIRST_ROOM;
	struct group_table *t = memory_zeroed(1, sizeof *t + room * sizeof *t->hash);

	t->older = groups->newest;
	t->room = room;
	groups->newest = t;
}

/* Add an id. */
bool
groups_add(struct groups *groups, struct str id)
{
	uint64_t hash = map_hash(id) | 1; /* never 0 */

	for (struct group_table *t = groups->newest; t; t = t->older)
		if (*find(t, hash))
			return false;
	if (!groups->newest || groups->newest->count >= groups->newest->room / 4 * 3)
		add_table(groups);
	*find(groups->newest, hash) = hash;
	groups->newest->count++;
	return true;
}

/* Free them. */
void
groups_free(struct groups *groups)
{
	while (groups->newest) {
		struct group_table *older = groups->newest->older;

		free(groups->newest);
		groups->newest = older;
	}
}
