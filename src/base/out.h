/* SPDX-License-Identifier: ISC
 *
 * Standard output: one buffer, written with write(2), every write checked.
 *
 * A write that fails (a full disk, a closed descriptor) ends the tool with status 2 and a message; a closed pipe ends it by
 * SIGPIPE; a non-blocking descriptor is waited for. out_flush must be the last thing that a tool does with its output.
 */
#ifndef BASE_OUT_H
#define BASE_OUT_H

#include "text.h"

/* The buffer, a text like any other. */
extern struct text out;

/*
 * Make room for n bytes: the place where they go, for a caller that knows how many it writes at the most. out_wrote takes what
 * was written there, up to `end`.
 */
char *out_room(size_t n);

static inline void
out_wrote(const char *end)
{
	out.used = (size_t)(end - out.bytes);
}

/* Write out what the buffer holds. */
void out_flush(void);

#endif
