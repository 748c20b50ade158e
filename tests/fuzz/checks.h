/* SPDX-License-Identifier: ISC
 *
 * What must hold of the output of any run, whatever its input. Each check aborts where it does not.
 */
#ifndef FUZZ_CHECKS_H
#define FUZZ_CHECKS_H

#include "run.h"

/* Cut the next line off, without its newline. */
struct bytes next_line(struct bytes *rest);

/* How many lines there are, and the lines in another order, decided by the seed; sorted. They end with a newline each. */
size_t count_lines(struct bytes b);
struct bytes shuffled(struct bytes b, uint32_t seed);
struct bytes sorted(struct bytes b);

/* A copy that lives until runs_begin: two texts one after the other. */
struct bytes joined(struct bytes a, struct bytes b);

bool same(struct bytes a, struct bytes b);
bool holds(struct bytes b, const char *what);

/* The nth cell of a row, from 0. */
struct bytes cell(struct bytes row, int n);

/*
 * A table: each line ends with a newline and has as many cells as the header, no byte is a control but tab and newline, all is
 * UTF-8, and after each backslash comes one of the letters that stand for a byte.
 */
void check_table(const struct result *r);

/*
 * Messages: each is a line of its own of one of the two forms, holds nothing that cannot be seen, and has a place within the
 * input, which is called `file`, or one that stands in `sources`. An error means status 1 or 2, status 1 an error.
 */
void check_messages(const struct result *r, const char *file, struct bytes in, struct bytes sources);

/* Nothing was rejected. */
void check_accepted(const struct result *r, const char *what);

/* Two runs gave the same bytes on both sides, and the same status. */
void check_same(const struct result *a, const struct result *b, const char *what);

/* Messages of RFC 5322 in an mbox: no header but those known, in their order, of nothing but ASCII, folded as they should be. */
void check_mbox(const struct result *r);

/* Forget the copies. */
void checks_begin(void);

#endif
