/* SPDX-License-Identifier: ISC
 * Lines that are there twice: an open-addressed table of hashes and places. */
#include "repeats.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/map.h"

enum { FIRST_ROOM = 1024 };

struct slot {
	struct wide_hash hash;
	uint32_t file; /* an index into files, from 1; 0 where the slot is free */
	uint32_t line;
};

struct repeats {
	struct slot *slots;
	size_t count, room; /* room is a power of two */
	struct str *files;
	uint32_t file_count, file_room;
};

/* Make an empty table. */
struct repeats *
repeats_new(void)
{
	struct repeats *r = memory_resize(NULL, 1, sizeof *r);

	*r = (struct repeats){.room = FIRST_ROOM};
	r->slots = memory_zeroed(r->room, sizeof *r->slots);
	return r;
}

/* Free it. */
void
repeats_free(struct repeats *r)
{
	if (!r)
		return;
	free(r->slots);
	free(r->files);
	free(r);
}

/* The slot that holds the hash, or the free one where it would go. */
static struct slot *
find(struct slot *slots, size_t room, struct wide_hash hash)
{
	size_t i = (size_t)hash.a, step = (size_t)hash.b | 1;

	for (;; i += step) {
		struct slot *slot = &slots[i & (room - 1)];

		if (!slot->file || (slot->hash.a == hash.a && slot->hash.b == hash.b))
			return slot;
	}
}

/* Double the table. */
static void
grow(struct repeats *r)
{
	size_t room = r->room * 2;
	struct slot *slots = memory_zeroed(room, sizeof *slots);

	for (size_t i = 0; i < r->room; i++)
		if (r->slots[i].file)
			*find(slots, room, r->slots[i].hash) = r->slots[i];
	free(r->slots);
	r->slots = slots;
	r->room = room;
}

/* Add a line, and find it where it was added before. */
bool
repeats_add(struct repeats *r, struct str line, struct place at, struct place *first)
{
	struct wide_hash hash = map_wide_hash(line);
	struct slot *slot = find(r->slots, r->room, hash);

	if (slot->file) {
		*first = (struct place){r->files[slot->file - 1], slot->line, 0};
		return true;
	}
	if (r->file_count == 0 || r->files[r->file_count - 1].p != at.file.p)
		ARRAY_PUSH(r->files, r->file_count, r->file_room, at.file);
	*slot = (struct slot){hash, r->file_count, (uint32_t)at.line};
	if (++r->count > r->room / 4 * 3)
		grow(r);
	return false;
}
