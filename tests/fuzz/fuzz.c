/* SPDX-License-Identifier: ISC
 *
 * A target under libFuzzer: TARGET is its name. Beside libFuzzer's own changes, which know nothing of lines, inputs are changed
 * by lines and by cells or words: one is doubled, dropped, swapped, or put in another's place, also out of another input.
 */
#include <stdlib.h>
#include <string.h>

#include "checks.h"
#include "targets.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size, const uint8_t *other, size_t other_size, uint8_t *to,
    size_t most, unsigned seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);

#define STRING(name) #name
#define NAME(name) STRING(name)

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct target *target;

	if (!target && !(target = target_find(NAME(TARGET))))
		abort();
	target_take(target, (struct bytes){(const char *)data, size});
	return 0;
}

static unsigned
below(unsigned *seed, size_t n)
{
	*seed = *seed * 1103515245 + 12345;
	return n ? (*seed >> 12) % (unsigned)n : 0;
}

/* Where one unit ends and the next begins: a line, or what stands between blanks and tabs. */
static bool
ends(char c, bool line)
{
	return c == '\n' || (!line && (c == '\t' || c == ' '));
}

/* A unit of the input that holds the byte at a place, without what ends it. */
static struct bytes
unit_at(struct bytes in, size_t at, bool line)
{
	size_t from = at, to = at;

	while (from && !ends(in.p[from - 1], line))
		from--;
	while (to < in.n && !ends(in.p[to], line))
		to++;
	return (struct bytes){in.p + from, to - from};
}

/* Put a text in the place of another, which lies in `data`; gives the new size. */
static size_t
replace(char *data, size_t size, size_t most, struct bytes old, struct bytes new)
{
	size_t at = (size_t)(old.p - data);
	char *copy;

	if (size - old.n + new.n > most)
		return size;
	copy = malloc(new.n + 1);
	if (!copy)
		abort();
	memcpy(copy, new.p, new.n);
	memmove(data + at + new.n, data + at + old.n, size - at - old.n);
	memcpy(data + at, copy, new.n);
	free(copy);
	return size - old.n + new.n;
}

/* Put a unit of one text in the place of one of another, or in front of it. */
static size_t
graft(char *data, size_t size, size_t most, struct bytes from, unsigned *seed)
{
	bool line = below(seed, 3) == 0, before = below(seed, 3) == 0;
	struct bytes old = unit_at((struct bytes){data, size}, below(seed, size), line);
	struct bytes new = unit_at(from, below(seed, from.n), line);
	size_t at = (size_t)(old.p - data), grown;

	if (!before)
		return replace(data, size, most, old, new);
	if (size + new.n + 1 > most)
		return size;
	grown = replace(data, size, most, (struct bytes){old.p, 0}, new);
	return replace(data, grown, most, (struct bytes){data + at + new.n, 0}, line ? BYTES("\n") : BYTES(" "));
}

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t most, unsigned seed)
{
	char *data = (char *)bytes;
	bool line = below(&seed, 2);
	struct bytes unit;

	if (size == 0 || below(&seed, 2) == 0)
		return LLVMFuzzerMutate(bytes, size, most);
	unit = unit_at((struct bytes){data, size}, below(&seed, size), line);
	switch (below(&seed, 4)) {
	case 0: /* drop it, and what ends it */
		return replace(data, size, most, (struct bytes){unit.p, unit.n + (unit.p + unit.n < data + size)}, BYTES(""));
	case 1: { /* change it alone */
		size_t at = (size_t)(unit.p - data), n;
		char *copy = malloc(unit.n + 64);

		if (!copy)
			abort();
		memcpy(copy, unit.p, unit.n);
		n = LLVMFuzzerMutate((uint8_t *)copy, unit.n, unit.n + 64);
		size = replace(data, size, most, (struct bytes){data + at, unit.n}, (struct bytes){copy, n});
		free(copy);
		return size;
	}
	default:
		return graft(data, size, most, (struct bytes){data, size}, &seed);
	}
}

size_t
LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size, const uint8_t *other, size_t other_size, uint8_t *to, size_t most,
    unsigned seed)
{
	size_t size = one_size < most ? one_size : most;

	memcpy(to, one, size);
	for (unsigned n = 1 + below(&seed, 3); size && other_size && n--;)
		size = graft((char *)to, size, most, (struct bytes){(const char *)other, other_size}, &seed);
	return size;
}
