/* SPDX-License-Identifier: ISC
 *
 * What src/base/rights.c asks for on OpenBSD, shown on any system: openbsd [-a ALSO] [FILE ...] calls it and prints each
 * pledge and unveil. Compiled with __OpenBSD__ defined.
 */
#include <stdio.h>
#include <string.h>

int pledge(const char *promises, const char *of_programs);
int unveil(const char *name, const char *permissions);

#include "base/rights.c"

int
pledge(const char *promises, const char *of_programs)
{
	printf("pledge %s%s\n", promises, of_programs ? ", and something for programs" : "");
	return 0;
}

int
unveil(const char *name, const char *permissions)
{
	printf("unveil %s %s\n", name, permissions);
	return 0;
}

int
main(int argc, char **argv)
{
	bool also = argc > 2 && strcmp(argv[1], "-a") == 0;

	rights_keep(also ? argv + 3 : argv + 1, also ? argv[2] : NULL);
	return 0;
}
