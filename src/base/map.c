/* SPDX-License-Identifier: ISC
 * A map as a hash trie: two bits of the hash choose the way at each node. */
#include "map.h"

struct map_node {
	struct map_node *child[4];
	uint64_t hash;
	struct map_item item;
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

/* Up to eight bytes as a number, the first the lowest, on any machine. */
static inline uint64_t
word_at(const char *p, size_t n)
{
	uint64_t w = 0;

	for (size_t i = 0; i < n; i++)
		w |= (uint64_t)(unsigned char)p[i] << 8 * i;
	return w;
}

/* Take one word in. */
static inline void
sip_take(struct sip *s, uint64_t word)
{
	s->d ^= word;
	sip_round(s);
	s->a ^= word;
}

/* Hash a text (Aumasson and Bernstein, SipHash, 2012; one round a word, three at the end). The key is zero. */
uint64_t
map_hash(struct str key)
{
	struct sip s = {
	    UINT64_C(0x736f6d6570736575), UINT64_C(0x646f72616e646f6d), UINT64_C(0x6c7967656e657261), UINT64_C(0x7465646279746573),
	};
	size_t i = 0;

	for (; key.n - i >= 8; i += 8)
		sip_take(&s, word_at(key.p + i, 8));
	sip_take(&s, word_at(key.p + i, key.n - i) | (uint64_t)key.n << 56);
	s.c ^= 0xff;
	for (int round = 0; round < 3; round++)
		sip_round(&s);
	return s.a ^ s.b ^ s.c ^ s.d;
}

/* The link that points to the key's node, or would. The hash is used up on the way; then every way is the first. */
static struct map_node **
find(struct map_node **link, uint64_t hash, struct str key)
{
	for (uint64_t h = hash; *link; h <<= 2) {
		if ((*link)->hash == hash && str_eq((*link)->item.key, key))
			break;
		link = &(*link)->child[h >> 62];
	}
	return link;
}

/* Find or add. */
struct map_item *
map_put(struct map *map, struct arena *arena, struct str key)
{
	uint64_t hash = map_hash(key);
	struct map_node **link = find(&map->root, hash, key);

	if (!*link) {
		*link = ARENA_NEW(arena, struct map_node);
		(*link)->hash = hash;
		(*link)->item.key = arena_copy(arena, key);
	}
	return &(*link)->item;
}

/* Find. */
void *
map_get(const struct map *map, struct str key)
{
	struct map_node *root = map->root, **link = find(&root, map_hash(key), key);

	return *link ? (*link)->item.value : NULL;
}
