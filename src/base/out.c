/* SPDX-License-Identifier: ISC
 * Standard output: buffered here, checked always. */
#include "out.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "again.h"
#include "arena.h"
#include "diag.h"

static void write_through(struct text *t, struct str s);

static char first_buffer[1 << 16];

struct text out = {.bytes = first_buffer, .room = sizeof first_buffer, .full = write_through};

/* Write all of it, or end the tool. */
static void
write_all(struct str s)
{
	while (s.n) {
		ssize_t n = write(STDOUT_FILENO, s.p, s.n);

		if (n >= 0)
			s = str_from(s, (size_t)n);
		else if (!again(STDOUT_FILENO, POLLOUT))
			die("cannot write standard output: %s", strerror(errno));
	}
}

/* Empty the buffer. It counts as empty before the write: a message about its failure must not write it again. */
void
out_flush(void)
{
	struct str all = text_str(&out);

	out.used = 0;
	write_all(all);
}

/* Make room; what would fill the buffer alone goes straight on. */
static void
write_through(struct text *t, struct str s)
{
	out_flush();
	if (s.n > t->room)
		write_all(s);
	else
		text_add(t, s);
}

/* Make room; a buffer that is too small altogether gives way to a larger one. */
char *
out_room(size_t n)
{
	if (n > out.room - out.used)
		out_flush();
	if (n > out.room) {
		out.bytes = memory_resize(out.bytes == first_buffer ? NULL : out.bytes, n, 1);
		out.room = n;
	}
	return out.bytes + out.used;
}
