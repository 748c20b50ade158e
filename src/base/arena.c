/* SPDX-License-Identifier: ISC
 * Memory: arenas in growing blocks, growing arrays, and the one place where memory runs out. */
#include "arena.h"

#include <stdlib.h>

#include "diag.h"

struct arena_block {
	struct arena_block *older;
	size_t size; /* bytes of `bytes` */
	_Alignas(max_align_t) char bytes[];
};

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

/* Resize or allocate, or end the tool. */
void *
memory_resize(void *old, size_t count, size_t size)
{
	void *p;

	if (size && count > SIZE_MAX / size)
		die("out of memory");
	size *= count;
	p = realloc(old, size ? size : 1);
	if (!p)
		die("out of memory");
	return p;
}

/* Allocate, all zero; large pieces cost nothing until they are used. */
void *
memory_zeroed(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size);

	if (!p)
		die("out of memory");
	return p;
}

/* Put a block with room for at least n bytes on top: each twice the last, up to a bound. */
static void
add_block(struct arena *a, size_t n)
{
	size_t size = a->block ? a->block->size * 2 : FIRST_BLOCK;
	struct arena_block *b;

	if (size > LARGEST_BLOCK)
		size = LARGEST_BLOCK;
	if (size < n)
		size = n;
	if (size > SIZE_MAX - sizeof *b)
		die("out of memory");
	b = memory_resize(NULL, sizeof *b + size, 1);
	b->older = a->block;
	b->size = size;
	a->block = b;
	a->used = 0;
}

/* Cut n bytes that begin at a multiple of `align`. */
static char *
cut(struct arena *a, size_t n, size_t align)
{
	size_t at = (a->used + align - 1) & ~(align - 1);

	if (!a->block || at > a->block->size || n > a->block->size - at) {
		add_block(a, n);
		at = 0;
	}
	a->used = at + n;
	return a->block->bytes + at;
}

/* Cut zeroed memory. */
void *
arena_aligned(struct arena *a, size_t n, size_t align)
{
	return memset(cut(a, n, align), 0, n);
}

/* Cut it for any type. */
void *
arena_zeroed(struct arena *a, size_t n)
{
	return arena_aligned(a, n, _Alignof(max_align_t));
}

/* Cut memory for text. */
char *
arena_bytes(struct arena *a, size_t n)
{
	return cut(a, n, 1);
}

/* Copy a text. */
struct str
arena_copy(struct arena *a, struct str s)
{
	char *p = cut(a, s.n, 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	return (struct str){p, s.n};
}

/* Copy what a text holds. */
struct str
arena_text(struct arena *a, const struct text *t)
{
	return arena_copy(a, text_str(t));
}

/* Free all blocks but the newest, and start it anew. */
void
arena_reset(struct arena *a)
{
	if (a->block) {
		struct arena older = {a->block->older, 0};

		a->block->older = NULL;
		arena_free(&older);
	}
	a->used = 0;
}

/* Free all blocks. */
void
arena_free(struct arena *a)
{
	while (a->block) {
		struct arena_block *b = a->block;

		a->block = b->older;
		free(b);
	}
	a->used = 0;
}

/* Grow an array: one by one at first, then by half. */
void *
array_grown(void *items, uint32_t *room, size_t size)
{
	if (*room > UINT32_MAX / 2)
		die("out of memory");
	*room += *room / 2 + (*room < 2);
	return memory_resize(items, *room, size);
}

/* Take more memory for a text. */
static void
grow(struct text *t, struct str s)
{
	size_t room = t->room ? t->room : 128;

	if (s.n > SIZE_MAX / 4 || t->used > SIZE_MAX / 4)
		die("out of memory");
	while (s.n > room - t->used)
		room *= 2;
	t->bytes = memory_resize(t->bytes, room, 1);
	t->room = room;
	text_add(t, s);
}

/* Make a text that grows. */
struct text
text_growing(void)
{
	return (struct text){.full = grow};
}

/* Move what a growing text holds into an arena. */
struct str
arena_take(struct arena *a, struct text *t)
{
	struct str s = arena_text(a, t);

	free(t->bytes);
	*t = text_growing();
	return s;
}
