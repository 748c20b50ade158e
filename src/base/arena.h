/* SPDX-License-Identifier: ISC
 *
 * Memory: an arena for what is kept until the end, and arrays that grow.
 *
 * An arena hands out memory that stays where it is until arena_reset or arena_free takes all of it back at once.
 * There is no freeing of single pieces. Every call here ends the tool with status 2 when memory runs out (the one
 * place where that is handled), so nothing returns NULL; sizes are checked before they are multiplied.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "text.h"

struct arena_block;

/* All zero is an empty arena. */
struct arena {
	struct arena_block *block; /* the newest, from which memory is cut */
	size_t used;               /* bytes of it that are taken */
};

/* `n` zeroed bytes, aligned for any type. */
void *arena_zeroed(struct arena *a, size_t n);

/* The same, aligned for a type that is: a power of two. */
void *arena_aligned(struct arena *a, size_t n, size_t align);

/* `n` bytes of any content, for text. */
char *arena_bytes(struct arena *a, size_t n);

/* A copy of the text. */
struct str arena_copy(struct arena *a, struct str s);

/* Take everything back, keeping one block for what comes next. */
void arena_reset(struct arena *a);

/* Give everything back to the system. */
void arena_free(struct arena *a);

/* A copy of what a text holds. */
struct str arena_text(struct arena *a, const struct text *t);

#define ARENA_NEW(arena, type) ((type *)arena_aligned((arena), sizeof(type), _Alignof(type)))

/* realloc and calloc, which do not return when there is no memory. */
void *memory_resize(void *old, size_t count, size_t size);
void *memory_zeroed(size_t count, size_t size);

/*
 * Make room for one more in the array `items` of `count` items and room for `*room`, for half as many again where there is none:
 * most arrays are one person's, short, and there are very many of them. Gives the array's place, which may have moved. Free it
 * with free().
 */
COLD void *array_grown(void *items, uint32_t *room, size_t size);

static inline void *
array_room(void *items, size_t count, uint32_t *room, size_t size)
{
	return count < *room ? items : array_grown(items, room, size);
}

/* The place of one more, which is to be filled: nothing is known of what it holds. Put one more there. */
#define ARRAY_NEXT(items, count, room) ((items) = array_room((items), (count), &(room), sizeof *(items)), &(items)[(count)++])
#define ARRAY_PUSH(items, count, room, item) (*ARRAY_NEXT(items, count, room) = (item))

/* A text that grows as it is written, empty at first; free its bytes with free(), or move them into an arena. */
struct text text_growing(void);
struct str arena_take(struct arena *a, struct text *t);

#endif
