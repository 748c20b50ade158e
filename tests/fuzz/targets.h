/* SPDX-License-Identifier: ISC
 *
 * The targets: each takes any bytes as the input of a tool, and checks what must hold of it. The manual of what is checked is
 * beside each function, in targets.c.
 */
#ifndef FUZZ_TARGETS_H
#define FUZZ_TARGETS_H

#include "run.h"

struct target {
	const char *name;
	void (*take)(struct bytes in);
};

/* A null name ends them. */
extern const struct target targets[];

/*
 * Whether all properties of each input are looked at. Otherwise some of those that need one more run, which of them hangs on the
 * input: that is for fuzzing, where of ten million inputs enough fall to each.
 */
extern bool every_property;

/* A target by its name, or NULL; take an input. */
const struct target *target_find(const char *name);
void target_take(const struct target *target, struct bytes in);

#endif
