/* SPDX-License-Identifier: ISC
 *
 * A map from texts to values, as a hash trie: nodes lie in an arena and never move, so a pointer to a value stays good as
 * long as the arena. Nothing is ever taken out. Every walk through it is over a list that the user keeps; the map itself
 * has no order, so that no result can depend on one.
 *
 * Whoever writes the input may choose the keys. The hash is SipHash with a key that is always the same: no way is known to make
 * many texts that collide in all of its 64 bits, which is what a long way down the trie would take.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "arena.h"
#include "str.h"

struct map_node;

/* All zero is an empty map. */
struct map {
	struct map_node *root;
};

/* What a map holds. */
struct map_item {
	struct str key; /* a copy, which lies in the arena */
	void *value;
};

/* The item of a key; where the key is new, its value is NULL. */
struct map_item *map_put(struct map *map, struct arena *arena, struct str key);

/* The value for a key, or NULL. */
void *map_get(const struct map *map, struct str key);

/*
 * A number below `slots` for a key, cheap and easy to make collide: for a table of what was looked up lately, beside a map.
 * It is made of the key's length and its last bytes, where ids and names differ most.
 */
static inline size_t
map_recent_slot(struct str key, size_t slots)
{
	size_t slot = key.n;

	for (size_t i = key.n > 4 ? key.n - 4 : 0; i < key.n; i++)
		slot = slot * 31 + (unsigned char)key.p[i];
	return slot % slots;
}

/* 64 bits that stand for the text (SipHash-1-3). */
uint64_t map_hash(struct str key);

#endif
