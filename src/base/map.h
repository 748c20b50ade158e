/* SPDX-License-Identifier: ISC
 *
 * A map from texts to values: an open-addressed table of hashes and of pointers to items. The items lie in an arena and never
 * move, so a pointer to one stays good as long as the arena; so does the table, which is made anew as it grows. Nothing is ever
 * taken out, and nothing has to be freed but the arena. Every walk through a map is over a list that the user keeps; the map
 * itself has no order, so that no result can depend on one.
 *
 * Whoever writes the input may choose the keys. The hash is SipHash, with a key that is always the same. Texts whose hashes
 * agree in the bits that choose the first slot can be found by trying; but the way on from there depends on the other half of
 * the hash, and no way is known to make many texts that agree in nearly all of its bits.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "arena.h"
#include "str.h"

struct map_slot;

/* All zero is an empty map. */
struct map {
	struct map_slot *slots;
	size_t count, room; /* room is a power of two, or 0 */
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
 * A slot of a table of what was looked up lately, beside a map. Most keys are short: then all of the key stands here as a number,
 * and its text, which is far away, need not be fetched.
 */
struct recent {
	uint64_t start;  /* the first eight bytes */
	struct str key;  /* as the map has it */
	void *value;     /* NULL: nothing is here */
};

/*
 * The slot of a key in a table of so many bits. It is cheap to find, and easy to make collide: made of the key's length and its
 * last four bytes, where ids and names differ most.
 */
static inline struct recent *
recent_slot(struct recent *table, int bits, struct str key)
{
	uint64_t last = key.n >= 4 ? four_at(key.p + key.n - 4) : eight_of(key.p, key.n);

	return &table[eight_slot(last + key.n, bits)];
}

/* The value of a key, if its slot has it, else NULL; put it there. */
static inline void *
recent_value(const struct recent *slot, struct str key)
{
	if (!slot->value || slot->key.n != key.n || slot->start != eight_start(key.p, key.n))
		return NULL;
	return key.n <= 8 || same_few(slot->key.p + 8, key.p + 8, key.n - 8) ? slot->value : NULL;
}

static inline void
recent_put(struct recent *slot, struct str key, void *value)
{
	*slot = (struct recent){eight_start(key.p, key.n), key, value};
}

/* 64 bits that stand for the text (SipHash-1-3). */
uint64_t map_hash(struct str key);

/*
 * 128 bits that stand for the text: two different texts do not have the same, not even where somebody looks for such two. (Of
 * 64 bits, some four thousand million tries will find a pair.)
 */
struct wide_hash {
	uint64_t a, b;
};

struct wide_hash map_wide_hash(struct str key);

#endif
