/* SPDX-License-Identifier: ISC
 *
 * Reading: a file or standard input, line by line, through one buffer.
 *
 * LF ends a line, the last may lack it; a CR before it, or at the end of the input, is dropped, and so is a byte order
 * mark at the start (spec: text, Lines). Bytes are otherwise as they came: NUL and invalid UTF-8 are the caller's to find.
 */
#ifndef BASE_IN_H
#define BASE_IN_H

#include "str.h"

struct line {
	struct str text;   /* without its end; good until the next in_line */
	uint64_t number;   /* from 1 */
	bool too_long;     /* over the limit: text is its first bytes, the rest is passed over */
};

struct in {
	int fd;
	size_t limit;         /* the longest line, in bytes without its end */
	char *buffer;
	size_t room, start, end; /* what of the buffer is filled and not given out yet */
	uint64_t lines;
	bool started, at_end;
};

/* No limit but memory. */
#define IN_NO_LIMIT (SIZE_MAX / 4)

/*
 * Open a file, or standard input for "-". False where it can't be opened, with the cause in errno; nothing is
 * to be closed then. The buffer of an earlier file is used again: zero the struct before the first one only.
 */
bool in_open(struct in *in, const char *file, size_t limit);

/*
 * The next line, for which a non-blocking descriptor is waited. False at the end, or where reading fails: then *error is errno's
 * value, else 0.
 */
bool in_line(struct in *in, struct line *line, int *error);

/* Close the file. in_free also gives back the buffer. */
void in_close(struct in *in);
void in_free(struct in *in);

#endif
