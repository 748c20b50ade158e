/* SPDX-License-Identifier: ISC
 * Lines that are there twice: tables of hashes and places, in the order of the hashes, and nearly full. */
#include "repeats.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/map.h"

/*
 * Hashes are as good as chance, so it can be told of each where about it is in a list of all of them, in order. In a table it is
 * there, or not far after it, and what is between is taken; so a table can be nearly full. It grows by an eighth, and there are
 * many, each of a part of the hashes, so that the old one and the new one are both there of a small part only.
 */
enum { PARTS = 256, FIRST_ROOM = 16, FIRST_SPARE = 8 };

/* A line: the halves of its hash, which are each in two, so that nothing is lost between one slot and the next. */
struct slot {
	uint32_t hash[4]; /* the upper part of each half first */
	uint32_t place;   /* as `number_of` has it; 0 where the slot is free */
};

struct part {
	struct slot *slots;          /* `room`, among which a hash has its place, and after the last of these some to spare */
	uint32_t count, room, spare;
};

struct repeats {
	struct part part[PARTS];
	/* The files, in the order in which they were read; places are numbers that go up through all of them. */
	struct file {
		struct str name;
		uint32_t before; /* the number that its line 0 would have */
	} *files;
	uint32_t file_count, file_room, last;
};

/* Make it, empty. */
struct repeats *
repeats_new(void)
{
	return memory_zeroed(1, sizeof(struct repeats));
}

/* Free it. */
void
repeats_free(struct repeats *r)
{
	for (size_t i = 0; r && i < PARTS; i++)
		free(r->part[i].slots);
	if (r)
		free(r->files);
	free(r);
}

/* The number of a place, in the file that is read. */
static uint32_t
number_of(struct repeats *r, struct place at)
{
	if (r->file_count == 0 || r->files[r->file_count - 1].name.p != at.file.p)
		ARRAY_PUSH(r->files, r->file_count, r->file_room, ((struct file){at.file, r->last}));
	return r->last = r->files[r->file_count - 1].before + (uint32_t)at.line;
}

/* The place of a number. */
static struct place
place_of_number(const struct repeats *r, uint32_t number)
{
	uint32_t low = 0, high = r->file_count;

	while (low + 1 < high) {
		uint32_t middle = (low + high) / 2;

		if (r->files[middle].before < number)
			low = middle;
		else
			high = middle;
	}
	return (struct place){r->files[low].name, number - r->files[low].before, 0};
}

/* Where a hash would be if there were no others. Its first eight bits say in which part, those that follow in which slot. */
static size_t
first_slot(const struct part *p, const struct slot *slot)
{
	return (size_t)((uint64_t)(slot->hash[0] << 8 | slot->hash[1] >> 24) * p->room >> 32);
}

/* Compare hashes. */
static int
hash_cmp(const struct slot *a, const struct slot *b)
{
	for (int i = 0; i < 4; i++)
		if (a->hash[i] != b->hash[i])
			return a->hash[i] < b->hash[i] ? -1 : 1;
	return 0;
}

/* The slot of a hash, or the one that it would go to: of a greater one, or free. The very last is always free. */
static struct slot *
find(const struct part *p, const struct slot *wanted)
{
	struct slot *slot = p->slots + first_slot(p, wanted);

	while (slot->place && hash_cmp(slot, wanted) < 0)
		slot++;
	return slot;
}

/* Make a slot free: it and those after it move up to the next that is. False where only the very last is. */
static bool
make_free(const struct part *p, struct slot *slot)
{
	struct slot *end = p->slots + p->room + p->spare - 1, *next = slot;

	while (next < end && next->place)
		next++;
	if (next == end)
		return false;
	memmove(slot + 1, slot, (size_t)(next - slot) * sizeof *slot);
	return true;
}

static void add(struct part *p, const struct slot *slot);

/* Make a table anew, of so many slots. */
static COLD void
resize(struct part *p, uint64_t room, uint64_t spare)
{
	struct part old = *p;

	if (room + spare > UINT32_MAX)
		die("out of memory");
	*p = (struct part){memory_zeroed((size_t)(room + spare), sizeof *p->slots), 0, (uint32_t)room, (uint32_t)spare};
	for (size_t i = 0; i < (size_t)old.room + old.spare; i++)
		if (old.slots[i].place)
			add(p, &old.slots[i]);
	free(old.slots);
}

/*
 * Add what is not there. At most fifteen of sixteen slots are taken. Those to spare are used up where somebody makes lines by
 * trying whose hashes are all at the end: then there are more of them, and the table grows no faster.
 */
static void
add(struct part *p, const struct slot *slot)
{
	struct slot *to;

	if (p->room == 0)
		resize(p, FIRST_ROOM, FIRST_SPARE);
	else if (p->count >= p->room - p->room / 16)
		resize(p, (uint64_t)p->room + (p->room < 8 * FIRST_ROOM ? FIRST_ROOM : p->room / 8), p->spare);
	while (!make_free(p, to = find(p, slot)))
		resize(p, p->room, (uint64_t)p->spare * 2);
	*to = *slot;
	p->count++;
}

/* Add a line, and find it where it was added before. */
bool
repeats_add(struct repeats *r, struct str line, struct place at, struct place *first)
{
	struct wide_hash hash = map_wide_hash(line);
	struct slot slot = {
	    {(uint32_t)(hash.a >> 32), (uint32_t)hash.a, (uint32_t)(hash.b >> 32), (uint32_t)hash.b}, number_of(r, at),
	};
	struct part *p = &r->part[slot.hash[0] >> 24];
	const struct slot *found = p->room ? find(p, &slot) : NULL;

	if (found && found->place && hash_cmp(found, &slot) == 0) {
		*first = place_of_number(r, found->place);
		return true;
	}
	add(p, &slot);
	return false;
}
