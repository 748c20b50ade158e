/* SPDX-License-Identifier: ISC
 * The tools inside one program: descriptors, memory and exit are made up here. */
#include "run.h"

#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/out.h"

int rc_parse_main(int argc, char **argv);
int rc_due_main(int argc, char **argv);
int rc_balance_main(int argc, char **argv);
int rc_draft_main(int argc, char **argv);

static const struct {
	const char *name;
	int (*main)(int argc, char **argv);
} tools[TOOLS] = {
    {"rc-parse", rc_parse_main}, {"rc-due", rc_due_main}, {"rc-balance", rc_balance_main}, {"rc-draft", rc_draft_main},
};

enum { RESULTS = 64, FILES = 4, FIRST_FD = 1000, ARGUMENTS = 16, MEMORY_MOST = 96 << 20 };

/* Bytes that grow, and stay allocated from input to input. */
struct grown {
	char *p;
	size_t n, room;
};

static struct kept {
	struct result result;
	struct grown out, err;
	char asked[128];
} results[RESULTS];

static size_t result_count;

static struct {
	const char *name;
	struct bytes bytes;
} files[FILES];

static size_t file_count;

/* An allocation of the tool that runs. */
struct piece {
	struct piece *next, **link;
	size_t size;
	_Alignas(max_align_t) char bytes[];
};

/* The run at hand. */
static struct {
	struct kept *kept;
	struct bytes in;       /* what is left of standard input */
	struct bytes file[FILES]; /* and of each file */
	size_t chunk, reads;
	struct piece *pieces;
	size_t memory;
	jmp_buf end;
	int status;
} now;

void
runs_begin(void)
{
	result_count = file_count = 0;
	now.chunk = 0;
}

void
runs_file(const char *name, struct bytes bytes)
{
	files[file_count].name = name;
	files[file_count++].bytes = bytes;
}

void
runs_chunk(size_t bytes)
{
	now.chunk = bytes;
}

_Noreturn void
broken(const struct result *r, const char *format, ...)
{
	va_list args;

	fprintf(stderr, "property broken: ");
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fprintf(stderr, "\n");
	if (r) {
		fprintf(stderr, "-- %s: status %d, standard output:\n", r->asked, r->status);
		fwrite(r->out.p, 1, r->out.n, stderr);
		fprintf(stderr, "-- standard error:\n");
		fwrite(r->err.p, 1, r->err.n, stderr);
	}
	abort();
}

static void
grow(struct grown *g, const char *p, size_t n)
{
	if (g->n + n > g->room) {
		g->room = (g->n + n) * 2;
		g->p = realloc(g->p, g->room);
		if (!g->p)
			abort();
	}
	memcpy(g->p + g->n, p, n);
	g->n += n;
}

/* What the tools call instead of the system. */
int inside_open(const char *name, int flags, ...);
int inside_close(int fd);
ssize_t inside_read(int fd, void *to, size_t n);
ssize_t inside_write(int fd, const void *from, size_t n);
int inside_poll(struct pollfd *fds, nfds_t n, int timeout);
_Noreturn void inside_exit(int status);
void *inside_malloc(size_t n);
void *inside_calloc(size_t count, size_t size);
void *inside_realloc(void *old, size_t n);
void inside_free(void *p);

int
inside_open(const char *name, int flags, ...)
{
	(void)flags;
	for (size_t i = 0; i < file_count; i++)
		if (strcmp(files[i].name, name) == 0) {
			now.file[i] = files[i].bytes;
			return FIRST_FD + (int)i;
		}
	errno = ENOENT;
	return -1;
}

int
inside_close(int fd)
{
	(void)fd;
	return 0;
}

ssize_t
inside_read(int fd, void *to, size_t n)
{
	struct bytes *from = fd >= FIRST_FD ? &now.file[fd - FIRST_FD] : &now.in;

	if (now.chunk && ++now.reads % 3 == 0) {
		errno = now.reads % 2 ? EINTR : EAGAIN;
		return -1;
	}
	if (now.chunk && n > now.chunk)
		n = now.chunk;
	if (n > from->n)
		n = from->n;
	if (n)
		memcpy(to, from->p, n);
	from->p += n;
	from->n -= n;
	return (ssize_t)n;
}

ssize_t
inside_write(int fd, const void *from, size_t n)
{
	if (now.chunk && n > now.chunk)
		n = now.chunk;
	grow(fd == STDOUT_FILENO ? &now.kept->out : &now.kept->err, from, n);
	return (ssize_t)n;
}

int
inside_poll(struct pollfd *fds, nfds_t n, int timeout)
{
	(void)timeout;
	for (nfds_t i = 0; i < n; i++)
		fds[i].revents = fds[i].events;
	return (int)n;
}

_Noreturn void
inside_exit(int status)
{
	now.status = status;
	longjmp(now.end, 1);
}

/* Link a piece in, and count it. */
static void *
put_in(struct piece *piece, size_t n)
{
	if (!piece)
		return NULL;
	piece->size = n;
	piece->next = now.pieces;
	piece->link = &now.pieces;
	if (piece->next)
		piece->next->link = &piece->next;
	now.pieces = piece;
	now.memory += n;
	if (now.memory > MEMORY_MOST)
		broken(&now.kept->result, "more than %d bytes of memory", MEMORY_MOST);
	return piece->bytes;
}

static struct piece *
take_out(void *p)
{
	struct piece *piece = (struct piece *)(void *)((char *)p - offsetof(struct piece, bytes));

	*piece->link = piece->next;
	if (piece->next)
		piece->next->link = piece->link;
	now.memory -= piece->size;
	return piece;
}

void *
inside_realloc(void *old, size_t n)
{
	if (n > MEMORY_MOST)
		broken(&now.kept->result, "%zu bytes asked for at once", n);
	return put_in(realloc(old ? take_out(old) : NULL, sizeof(struct piece) + n), n);
}

void *
inside_malloc(size_t n)
{
	return inside_realloc(NULL, n);
}

void *
inside_calloc(size_t count, size_t size)
{
	void *p = inside_realloc(NULL, count * size);

	return memset(p, 0, count * size);
}

void
inside_free(void *p)
{
	if (p)
		free(take_out(p));
}

/* Split options into arguments, in place. */
static int
split(char *options, const char *value, char **argv)
{
	int n = 0;

	for (char *word = strtok(options, " "); word; word = strtok(NULL, " "))
		argv[n++] = strcmp(word, "%") == 0 ? (char *)(uintptr_t)value : word;
	argv[n] = NULL;
	return n;
}

/* Run a tool's main to its end, or to where it exits. Nothing of this frame is needed after. */
static void
run_main(enum tool tool, int argc, char **argv)
{
	if (setjmp(now.end))
		return;
	now.status = tools[tool].main(argc, argv);
	if (now.pieces)
		broken(&now.kept->result, "%zu bytes of memory not freed", now.memory);
}

const struct result *
run(enum tool tool, const char *options, const char *value, struct bytes in)
{
	char words[sizeof now.kept->asked], *argv[ARGUMENTS];
	struct result *r;

	if (result_count == RESULTS)
		broken(NULL, "too many runs");
	now.kept = &results[result_count++];
	snprintf(now.kept->asked, sizeof now.kept->asked, "%s %s", tools[tool].name, options);
	memcpy(words, now.kept->asked, sizeof words);
	r = &now.kept->result;
	*r = (struct result){.asked = now.kept->asked};
	now.kept->out.n = now.kept->err.n = 0;
	now.in = in;
	now.reads = 0;
	out.used = 0;
	run_main(tool, split(words, value, argv), argv);
	while (now.pieces)
		inside_free(now.pieces->bytes);
	r->out = (struct bytes){now.kept->out.p, now.kept->out.n};
	r->err = (struct bytes){now.kept->err.p, now.kept->err.n};
	r->status = now.status;
	if (r->status < 0 || r->status > 2)
		broken(r, "status %d", r->status);
	return r;
}
