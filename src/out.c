/* SPDX-License-Identifier: ISC
 * Standard output: buffered here, checked always. */
#include "out.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "arena.h"
#include "diag.h"

struct out_buffer out_buffer;

/* Write all of it, or end the tool. */
static void
write_all(struct str s)
{
	while (s.n) {
		ssize_t n = write(STDOUT_FILENO, s.p, s.n);

		if (n < 0) {
			if (errno == EINTR)
				continue;
			die("cannot write standard output: %s", strerror(errno));
		}
		s = str_between(s.p + n, s.p + s.n);
	}
}

/* Empty the buffer. It counts as empty before the write: a message about its failure must not write it again. */
void
out_flush(void)
{
	size_t used = out_buffer.used;

	out_buffer.used = 0;
	write_all((struct str){out_buffer.bytes, used});
}

/* Make room, and pass what would fill the buffer alone straight on. */
void
out_large(struct str s)
{
	out_flush();
	if (s.n >= OUT_ROOM) {
		write_all(s);
		return;
	}
	memcpy(out_buffer.bytes, s.p, s.n);
	out_buffer.used = s.n;
}

/* Write a number. */
void
out_number(int64_t n)
{
	char digits[PUT_NUMBER_MOST];

	out_str(str_between(digits, put_number(digits, n)));
}

/* Make room for a row: in the buffer, or beside it where the row may be larger than that. */
char *
out_begin(size_t most)
{
	struct out_buffer *b = &out_buffer;

	b->in_large = most > OUT_ROOM;
	if (!b->in_large) {
		if (most > OUT_ROOM - b->used)
			out_flush();
		return b->bytes + b->used;
	}
	if (most > b->large_room) {
		b->large_room = most;
		b->large = memory_resize(b->large, most, 1);
	}
	return b->large;
}

/* Take the row. */
void
out_end(const char *end)
{
	struct out_buffer *b = &out_buffer;

	if (b->in_large)
		out_str(str_between(b->large, end));
	else
		b->used = (size_t)(end - b->bytes);
}

/* Free what large rows took. */
void
out_free(void)
{
	free(out_buffer.large);
	out_buffer.large = NULL;
	out_buffer.large_room = 0;
}
