/* SPDX-License-Identifier: ISC
 *
 * alike N BITS: print N ids whose hashes (src/base/map.h) agree in the lowest BITS bits, found by trying. Those are the bits that
 * choose an id's first slot in a map: whoever writes a journal can make all of them begin at the same one.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"

int
main(int argc, char **argv)
{
	long wanted = argc == 3 ? atol(argv[1]) : 0;
	uint64_t mask = argc == 3 ? (UINT64_C(1) << atoi(argv[2])) - 1 : 0;

	for (long i = 1; wanted > 0; i++) {
		char bytes[32];
		struct str id = {bytes, (size_t)snprintf(bytes, sizeof bytes, "p%ld", i)};

		if (map_hash(id) & mask)
			continue;
		puts(bytes);
		wanted--;
	}
	return argc == 3 ? 0 : 2;
}
