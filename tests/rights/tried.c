/* SPDX-License-Identifier: ISC
 *
 * Tried: a library to be loaded before the system's (LD_PRELOAD), with which a tool does at its first read what somebody would
 * do who has taken it over there. For each attempt a line on standard error: its name, and "refused" where the system knew of
 * no such call or of no right to it; else "let through", whatever came of it. With $TRIED_ABORT set the tool aborts instead.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static _Alignas(1 << 16) char page[1 << 16];

static long
read_a_file(void)
{
	return open("/dev/null", O_RDONLY | O_CLOEXEC);
}

static long
create_a_file(void)
{
	return open("made", O_WRONLY | O_CREAT, 0666);
}

static long
change_a_file(void)
{
	return open("there", O_RDWR);
}

static long
empty_a_file(void)
{
	return open("there", O_RDONLY | O_TRUNC);
}

static long
create_a_file_by_an_old_call(void)
{
	return creat("made", 0666);
}

static long
open_by_a_new_call(void)
{
	struct {
		unsigned long long flags, mode, resolve;
	} how = {O_RDONLY, 0, 0};

	return syscall(SYS_openat2, AT_FDCWD, "there", &how, sizeof how);
}

static long
remove_a_file(void)
{
	return unlink("there");
}

static long
rename_a_file(void)
{
	return rename("there", "here");
}

static long
make_a_folder(void)
{
	return mkdir("made", 0777);
}

static long
change_a_mode(void)
{
	return chmod("there", 0777);
}

static long
write_to_another_descriptor(void)
{
	return write(9, "x", 1);
}

static long
write_to_standard_input(void)
{
	return write(STDIN_FILENO, "x", 1);
}

static long
run_a_program(void)
{
	return execl("no-such-program", "no-such-program", (char *)NULL);
}

static long
start_a_process(void)
{
	long process = fork();

	if (process == 0)
		_exit(0);
	return process;
}

static long
signal_another_process(void)
{
	return kill(getppid(), 0);
}

static long
signal_another_thread(void)
{
	return syscall(SYS_tgkill, getppid(), getppid(), 0);
}

static long
trace_another_process(void)
{
	return ptrace(PTRACE_ATTACH, 0x3fffffff, NULL, NULL);
}

static long
connect_to_the_net(void)
{
	return socket(AF_INET, SOCK_STREAM, 0);
}

static long
connect_to_a_program_here(void)
{
	return socket(AF_UNIX, SOCK_STREAM, 0);
}

static long
type_at_the_terminal(void)
{
	return ioctl(STDIN_FILENO, TIOCSTI, "x");
}

static long
map_what_can_be_run(void)
{
	return mmap(NULL, sizeof page, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0;
}

static long
make_memory_run(void)
{
	return mprotect(page, sizeof page, PROT_READ | PROT_EXEC);
}

static long
raise_a_limit(void)
{
	struct rlimit limit = {1 << 20, 1 << 20};

	return setrlimit(RLIMIT_FSIZE, &limit);
}

static long
take_more_rights(void)
{
	return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
}

static const struct {
	const char *name;
	long (*try)(void);
} attempts[] = {
#define ATTEMPT(name) {#name, name}
    ATTEMPT(read_a_file), ATTEMPT(create_a_file), ATTEMPT(change_a_file), ATTEMPT(empty_a_file),
    ATTEMPT(create_a_file_by_an_old_call), ATTEMPT(open_by_a_new_call), ATTEMPT(remove_a_file), ATTEMPT(rename_a_file),
    ATTEMPT(make_a_folder), ATTEMPT(change_a_mode), ATTEMPT(write_to_standard_input), ATTEMPT(write_to_another_descriptor),
    ATTEMPT(run_a_program), ATTEMPT(start_a_process), ATTEMPT(signal_another_process), ATTEMPT(signal_another_thread),
    ATTEMPT(trace_another_process), ATTEMPT(connect_to_the_net), ATTEMPT(connect_to_a_program_here),
    ATTEMPT(type_at_the_terminal), ATTEMPT(map_what_can_be_run), ATTEMPT(make_memory_run), ATTEMPT(raise_a_limit),
    ATTEMPT(take_more_rights),
};

/* Try all of it, once. */
static void
try_all(void)
{
	for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
		char line[128];
		bool refused;
		int n;

		errno = 0;
		refused = attempts[i].try() < 0 && (errno == EPERM || errno == ENOSYS);
		n = snprintf(line, sizeof line, "%s: %s\n", attempts[i].name, refused ? "refused" : "let through");
		for (char *p = line; *p; p++)
			if (*p == '_')
				*p = ' ';
		if (write(STDERR_FILENO, line, (size_t)n) != n)
			_exit(99);
	}
}

ssize_t
read(int fd, void *to, size_t n)
{
	static ssize_t (*real_read)(int fd, void *to, size_t n);

	if (!real_read) {
		*(void **)&real_read = dlsym(RTLD_NEXT, "read");
		if (getenv("TRIED_ABORT"))
			abort();
		try_all();
	}
	return real_read(fd, to, n);
}
