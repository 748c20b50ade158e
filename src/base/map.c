/* SPDX-License-Identifier: ISC
 * A map as an open-addressed table; SipHash. */
#include "map.h"

enum { FIRST_ROOM = 8 };

struct map_slot {
	uint64_t hash;
	struct map_item *item; /* NULL: free */
};

/* The four words of SipHash's state. */
struct sip {
	uint64_t a, b, c, d;
};

static inline uint64_t
rotated(uint64_t x, int by)
{
	return x << by | x >> (64 - by);
}

/* One round of SipHash. */
static inline void
sip_round(struct sip *s)
{
	s->a += s->b;
	s->c += s->d;
	s->b = rotated(s->b, 13) ^ s->a;
	s->d = rotated(s->d, 16) ^ s->c;
	s->a = rotated(s->a, 32);
	s->c += s->b;
	s->a += s->d;
	s->b = rotated(s->b, 17) ^ s->c;
	s->d = rotated(s->d, 21) ^ s->a;
	s->c = rotated(s->c, 32);
}

/* Take one word in. */
static inline void
sip_take(struct sip *s, uint64_t word)
{
	s->d ^= word;
	sip_round(s);
	s->a ^= word;
}

/* Take all of a text in. `width` tells a hash of 64 bits from one of 128. (Aumasson and Bernstein, SipHash, 2012.) */
static inline struct sip
sip_text(struct str key, uint64_t width)
{
	struct sip s = {
	    UINT64_C(0x736f6d6570736575), UINT64_C(0x646f72616e646f6d) ^ width,
	    UINT64_C(0x6c7967656e657261), UINT64_C(0x7465646279746573),
	};
	size_t i = 0;

	for (; key.n - i >= 8; i += 8)
		sip_take(&s, eight_at(key.p + i));
	sip_take(&s, eight_of(i ? key.p + i : key.p, key.n - i) | (uint64_t)key.n << 56);
	return s;
}

/* Three rounds at the end, and what they come to. */
static inline uint64_t
sip_end(struct sip *s)
{
	for (int round = 0; round < 3; round++)
		sip_round(s);
	return s->a ^ s->b ^ s->c ^ s->d;
}

/* Hash a text; the key is zero. */
uint64_t
map_hash(struct str key)
{
	struct sip s = sip_text(key, 0);

	s.c ^= 0xff;
	return sip_end(&s);
}

/* Hash it to twice as many bits. */
struct wide_hash
map_wide_hash(struct str key)
{
	struct sip s = sip_text(key, 0xee);
	struct wide_hash hash;

	s.c ^= 0xee;
	hash.a = sip_end(&s);
	s.b ^= 0xdd;
	hash.b = sip_end(&s);
	return hash;
}

/* The slot of a key, or the free one where it would go. The upper half of the hash says which slots are tried after the first. */
static struct map_slot *
find(const struct map *map, uint64_t hash, struct str key)
{
	size_t step = (size_t)(hash >> 32) | 1, i = (size_t)hash;

	for (;; i += step) {
		struct map_slot *slot = &map->slots[i & (map->room - 1)];

		if (!slot->item || (slot->hash == hash && str_eq(slot->item->key, key)))
			return slot;
	}
}

/* Make a table twice as large; the old one stays where it is in the arena. */
static COLD void
grow(struct map *map, struct arena *arena)
{
	struct map old = *map;

	map->room = old.room ? old.room * 2 : FIRST_ROOM;
	map->slots = arena_zeroed(arena, map->room * sizeof *map->slots);
	for (size_t i = 0; i < old.room; i++)
		if (old.slots[i].item)
			*find(map, old.slots[i].hash, old.slots[i].item->key) = old.slots[i];
}

/* Find or add. At most three quarters of the slots are taken. */
struct map_item *
map_put(struct map *map, struct arena *arena, struct str key)
{
	uint64_t hash = map_hash(key);
	struct map_slot *slot;

	if (map->count >= map->room / 4 * 3)
		grow(map, arena);
	slot = find(map, hash, key);
	if (!slot->item) {
		struct map_item *item = ARENA_NEW(arena, struct map_item);

		item->key = arena_copy(arena, key);
		*slot = (struct map_slot){hash, item};
		map->count++;
	}
	return slot->item;
}

/* Find. */
void *
map_get(const struct map *map, struct str key)
{
	const struct map_slot *slot = map->room ? find(map, map_hash(key), key) : NULL;

	return slot && slot->item ? slot->item->value : NULL;
}
