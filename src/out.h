/* SPDX-License-Identifier: ISC
 *
 * Standard output: one buffer, written with write(2), every write checked.
 *
 * A write that fails (a full disk, a closed descriptor) ends the tool with status 2 and a message; a closed pipe ends it
 * by SIGPIPE. out_flush must be the last thing a tool does with its output.
 */
#ifndef OUT_H
#define OUT_H

#include "str.h"

enum { OUT_ROOM = 1 << 16 };

/* The buffer. Only out.c and the functions in this header touch it. */
extern struct out_buffer {
	size_t used;
	char *large;       /* room for a row that is larger than all of bytes, or NULL */
	size_t large_room;
	bool in_large;     /* whether a row is begun there */
	char bytes[OUT_ROOM];
} out_buffer;

/* What out_str does where the text does not fit. */
void out_large(struct str s);

static inline void
out_str(struct str s)
{
	if (s.n > OUT_ROOM - out_buffer.used) {
		out_large(s);
		return;
	}
	if (s.n)
		memcpy(out_buffer.bytes + out_buffer.used, s.p, s.n);
	out_buffer.used += s.n;
}

static inline void
out_char(char c)
{
	if (out_buffer.used == OUT_ROOM)
		out_large((struct str){&c, 1});
	else
		out_buffer.bytes[out_buffer.used++] = c;
}

/* A number in decimal. */
void out_number(int64_t n);

/*
 * A row at once: out_begin gives room for `most` bytes, out_end takes what was written there, up to `end`. Nothing else may
 * be written in between.
 */
char *out_begin(size_t most);
void out_end(const char *end);

/* Write out what the buffer holds. out_free gives back what rows larger than the buffer took. */
void out_flush(void);
void out_free(void);

/* Put a text, a character, a number in decimal at `to`, where there is room for it; gives the place behind it. */
static inline char *
put_str(char *to, struct str s)
{
	if (s.n)
		memcpy(to, s.p, s.n);
	return to + s.n;
}

static inline char *
put_char(char *to, char c)
{
	*to = c;
	return to + 1;
}

enum { PUT_NUMBER_MOST = 20 };

static inline char *
put_number(char *to, int64_t n)
{
	char digits[PUT_NUMBER_MOST], *p = digits + sizeof digits;
	uint64_t left = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

	do
		*--p = (char)('0' + left % 10);
	while (left /= 10);
	if (n < 0)
		*--p = '-';
	return put_str(to, str_between(p, digits + sizeof digits));
}

#endif
