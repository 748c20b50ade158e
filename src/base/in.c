/* SPDX-License-Identifier: ISC
 * Reading: read(2) into one buffer, memchr for the ends of lines. */
#include "in.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "again.h"
#include "arena.h"

enum { FIRST_ROOM = 1 << 16 };

static const struct str byte_order_mark = {"\xef\xbb\xbf", 3};

/* Open the file; the buffer starts empty. */
bool
in_open(struct in *in, const char *file, size_t limit)
{
	int fd = strcmp(file, "-") == 0 ? STDIN_FILENO : open(file, O_RDONLY);

	if (fd < 0)
		return false;
	*in = (struct in){.fd = fd, .limit = limit, .buffer = in->buffer, .room = in->room};
	return true;
}

/* Close it, but for standard input, which is not ours to close. */
void
in_close(struct in *in)
{
	if (in->fd != STDIN_FILENO)
		close(in->fd);
}

/* Give the buffer back. */
void
in_free(struct in *in)
{
	free(in->buffer);
	*in = (struct in){0};
}

/* Read more after what is there, making room for it. Gives errno's value where that fails, else 0. */
static int
read_more(struct in *in)
{
	ssize_t n;

	if (in->start) {
		memmove(in->buffer, in->buffer + in->start, in->end - in->start);
		in->end -= in->start;
		in->start = 0;
	}
	if (in->end == in->room) {
		in->room = in->room ? in->room * 2 : FIRST_ROOM;
		in->buffer = memory_resize(in->buffer, in->room, 1);
	}
	do
		n = read(in->fd, in->buffer + in->end, in->room - in->end);
	while (n < 0 && again(in->fd, POLLIN));
	if (n < 0)
		return errno;
	in->end += (size_t)n;
	in->at_end = n == 0;
	return 0;
}

/* Pass over a byte order mark at the very start. Gives errno's value where reading fails, else 0. */
static int
skip_mark(struct in *in)
{
	while (in->end < byte_order_mark.n && !in->at_end) {
		int error = read_more(in);

		if (error)
			return error;
	}
	if (str_starts((struct str){in->buffer, in->end}, byte_order_mark))
		in->start = byte_order_mark.n;
	in->started = true;
	return 0;
}

/*
 * Read until the buffer holds a line's end, or is at the end of the input, or holds more than a line may. *lf is the end
 * or NULL. Gives errno's value where reading fails, else 0.
 */
static int
find_end(struct in *in, const char **lf)
{
	size_t searched = 0, n;
	int error = in->started ? 0 : skip_mark(in);

	*lf = NULL;
	while (!error) {
		n = in->end - in->start;
		if (n > searched)
			*lf = memchr(in->buffer + in->start + searched, '\n', n - searched);
		if (*lf || in->at_end || n > in->limit + 1)
			return 0;
		searched = n;
		error = read_more(in);
	}
	return error;
}

/*
 * Give out the first bytes of a line over the limit and pass over the rest, which is read after them and dropped.
 * Gives errno's value where reading fails, else 0.
 */
static int
skip_long_line(struct in *in, struct line *line)
{
	const char *lf;

	for (;;) {
		struct str rest = {in->buffer + in->start + in->limit, in->end - in->start - in->limit};
		int error;

		lf = str_find(rest, '\n');
		if (lf || in->at_end)
			break;
		in->end = in->start + in->limit;
		if ((error = read_more(in)))
			return error;
	}
	*line = (struct line){{in->buffer + in->start, in->limit}, ++in->lines, true};
	in->start = lf ? (size_t)(lf - in->buffer) + 1 : in->end;
	return 0;
}

/* Give out the next line. */
bool
in_line(struct in *in, struct line *line, int *error)
{
	const char *lf;
	struct str text;

	if ((*error = find_end(in, &lf)))
		return false;
	text.p = in->buffer + in->start;
	text.n = lf ? (size_t)(lf - text.p) : in->end - in->start;
	if (text.n == 0 && !lf)
		return false;
	if (text.n && text.p[text.n - 1] == '\r')
		text.n--;
	if (text.n > in->limit)
		return (*error = skip_long_line(in, line)) == 0;
	*line = (struct line){text, ++in->lines, false};
	in->start = lf ? (size_t)(lf - in->buffer) + 1 : in->end;
	return true;
}
