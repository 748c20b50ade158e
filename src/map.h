/* SPDX-License-Identifier: ISC
 *
 * A map from texts to values, as a hash trie: nodes lie in an arena and never move, so a pointer to a value stays good as
 * long as the arena. Nothing is ever taken out. Every walk through it is over a list that the user keeps; the map itself
 * has no order, so that no result can depend on one.
 */
#ifndef MAP_H
#define MAP_H

#include "arena.h"
#include "str.h"

struct map_node;

/* All zero is an empty map. */
struct map {
	struct map_node *root;
};

/* The place of the value for a key, NULL in it where the key is new; the key itself is copied into the arena. */
void **map_put(struct map *map, struct arena *arena, struct str key);

/* The value for a key, or NULL. */
void *map_get(const struct map *map, struct str key);

/* 64 bits that stand for the text (FNV-1a, with its bits mixed once more at the end). */
uint64_t map_hash(struct str key);

#endif
