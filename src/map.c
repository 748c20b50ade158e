/* SPDX-License-Identifier: ISC
 * A map as a hash trie: two bits of the hash choose the way at each node. */
#include "map.h"

struct map_node {
	struct map_node *child[4];
	uint64_t hash;
	struct str key;
	void *value;
};

/* Hash a text. The last step lets every byte bear on the top bits, which choose the way first. */
uint64_t
map_hash(struct str key)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < key.n; i++)
		h = (h ^ (unsigned char)key.p[i]) * UINT64_C(0x100000001b3);
	h ^= h >> 32;
	return h * UINT64_C(0x9e3779b97f4a7c15);
}

/* The link that points to the key's node, or would. The hash is used up on the way; then every way is the first. */
static struct map_node **
find(struct map_node **link, uint64_t hash, struct str key)
{
	for (uint64_t h = hash; *link; h <<= 2) {
		if ((*link)->hash == hash && str_eq((*link)->key, key))
			break;
		link = &(*link)->child[h >> 62];
	}
	return link;
}

/* Find or add. */
void **
map_put(struct map *map, struct arena *arena, struct str key)
{
	uint64_t hash = map_hash(key);
	struct map_node **link = find(&map->root, hash, key);

	if (!*link) {
		*link = ARENA_NEW(arena, struct map_node);
		(*link)->hash = hash;
		(*link)->key = arena_copy(arena, key);
	}
	return &(*link)->value;
}

/* Find. */
void *
map_get(const struct map *map, struct str key)
{
	struct map_node *root = map->root, **link = find(&root, map_hash(key), key);

	return *link ? (*link)->value : NULL;
}
