/* SPDX-License-Identifier: ISC
 *
 * Faults: a library to be loaded before the system's (LD_PRELOAD), which makes calls of a tool fail. $RC_FAULTS says how:
 *
 *	N           the Nth of all calls below fails, as it would where memory, descriptors or a disk have run out
 *	short       reads and writes are of a few bytes, and every other is interrupted or finds its descriptor not ready
 *	nonblock    standard input and output are non-blocking
 *
 * Where the Nth call was reached, its name and its first argument go to the file $RC_FAULTS_HIT, which else holds zeros: it is
 * mapped into memory at the start, as a tool soon gives up the right to write files. tests/check-faults runs the tools so.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static long fault, calls; /* which call is to fail, 0: none; how many there were */
static bool in_pieces;
static long turns;

enum { HIT_BYTES = 64 };
static char *hit; /* the file's bytes */

/* Map the file that says which call was made to fail, at a descriptor that the tool does not have. */
static void
map_hit(const char *name)
{
	int fd = name ? open(name, O_RDWR | O_CREAT | O_TRUNC, 0666) : -1;

	if (fd < 0)
		return;
	if (ftruncate(fd, HIT_BYTES) == 0)
		hit = mmap(NULL, HIT_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (hit == MAP_FAILED)
		hit = NULL;
	close(fd);
}

__attribute__((constructor)) static void
start(void)
{
	const char *how = getenv("RC_FAULTS");

	if (!how)
		return;
	map_hit(getenv("RC_FAULTS_HIT"));
	in_pieces = strcmp(how, "short") == 0;
	fault = strtol(how, NULL, 10);
	if (strcmp(how, "nonblock") == 0)
		for (int fd = 0; fd < 2; fd++)
			fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

/* The system's own function of a name. */
static void *
real(const char *name)
{
	void *f = dlsym(RTLD_NEXT, name);

	if (!f)
		_exit(99);
	return f;
}

/* The real functions; fetched before the fault can fall on a call that this makes. */
#define REAL(type, name, ...)                                  \
	static type (*real_##name)(__VA_ARGS__);               \
	if (!real_##name)                                      \
		*(void **)&real_##name = real(#name)

/* Say which call is made to fail. */
static void
report(const char *name, long argument)
{
	if (!hit)
		_exit(99);
	snprintf(hit, HIT_BYTES, "%s %ld\n", name, argument);
}

/* Count a call; whether it is the one that fails, with this error. */
static bool
fails(const char *name, long argument, int error)
{
	if (!fault || ++calls != fault)
		return false;
	fault = 0;
	report(name, argument);
	errno = error;
	return true;
}

/* Whether this read or write is put off; else it is made short. */
static bool
is_put_off(size_t *n)
{
	if (!in_pieces)
		return false;
	if (*n > 7)
		*n = 3 + (size_t)turns % 5;
	if (++turns % 2 == 0)
		return false;
	errno = turns % 4 == 1 ? EINTR : EAGAIN;
	return true;
}

/* A function that does nothing but fail in its turn. */
#define PARAMETERS(...) __VA_ARGS__
#define MADE_TO_FAIL(type, name, argument, error, failed, parameters, arguments)             \
	type name parameters                                                                 \
	{                                                                                    \
		REAL(type, name, PARAMETERS parameters);                                     \
		return fails(#name, (argument), (error)) ? (failed) : real_##name arguments; \
	}

MADE_TO_FAIL(void *, malloc, 0, ENOMEM, NULL, (size_t n), (n))
MADE_TO_FAIL(void *, calloc, 0, ENOMEM, NULL, (size_t count, size_t size), (count, size))
MADE_TO_FAIL(void *, realloc, 0, ENOMEM, NULL, (void *p, size_t n), (p, n))
MADE_TO_FAIL(int, close, fd, EIO, -1, (int fd), (fd))
MADE_TO_FAIL(int, poll, 0, ENOMEM, -1, (struct pollfd * fds, nfds_t n, int timeout), (fds, n, timeout))
MADE_TO_FAIL(struct tm *, localtime_r, 0, EOVERFLOW, NULL, (const time_t *now, struct tm *to), (now, to))

int
open(const char *name, int flags, ...)
{
	REAL(int, open, const char *, int, ...);
	va_list args;
	int mode;

	va_start(args, flags);
	mode = flags & O_CREAT ? va_arg(args, int) : 0;
	va_end(args);
	/* What a build that counts its own lines (gcc --coverage) writes at its end is not the tool's. */
	if (strstr(name, ".gcda"))
		fault = 0;
	return fails("open", 0, EMFILE) ? -1 : real_open(name, flags, mode);
}

int
fcntl(int fd, int command, ...)
{
	REAL(int, fcntl, int, int, ...);
	va_list args;
	int argument;

	va_start(args, command);
	argument = command == F_SETFL ? va_arg(args, int) : 0;
	va_end(args);
	return fails("fcntl", fd, EIO) ? -1 : real_fcntl(fd, command, argument);
}

ssize_t
read(int fd, void *to, size_t n)
{
	REAL(ssize_t, read, int, void *, size_t);

	return fails("read", fd, EIO) || is_put_off(&n) ? -1 : real_read(fd, to, n);
}

ssize_t
write(int fd, const void *from, size_t n)
{
	REAL(ssize_t, write, int, const void *, size_t);

	return fails("write", fd, ENOSPC) || is_put_off(&n) ? -1 : real_write(fd, from, n);
}
