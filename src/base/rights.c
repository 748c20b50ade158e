/* SPDX-License-Identifier: ISC
 * Least rights: pledge and unveil on OpenBSD, a filter of system calls on Linux. */
#define _GNU_SOURCE /* for syscall, pledge and unveil; NOLINT(bugprone-reserved-identifier) */
#include "rights.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

/* Whether the programs are made with something that needs rights of its own. */
#if defined RC_ALL_RIGHTS || defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define ALL_RIGHTS
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define ALL_RIGHTS
#endif
#endif

/* What names the processor to the filter; a program for another that the kernel runs, too, would have other numbers of calls. */
#if !defined ALL_RIGHTS && defined __linux__ && defined __has_include
/* cppcheck-suppress preprocessorErrorDirective */
#if __has_include(<linux/seccomp.h>) && __has_include(<linux/filter.h>) && __has_include(<linux/audit.h>)
#include <linux/audit.h>
#if defined __x86_64__
#define PROCESSOR AUDIT_ARCH_X86_64
#elif defined __i386__
#define PROCESSOR AUDIT_ARCH_I386
#elif defined __aarch64__ && defined __AARCH64EL__
#define PROCESSOR AUDIT_ARCH_AARCH64
#elif defined __ARM_EABI__ && defined __ARMEL__
#define PROCESSOR AUDIT_ARCH_ARM
#elif defined __riscv && __riscv_xlen == 64
#define PROCESSOR AUDIT_ARCH_RISCV64
#elif defined __s390x__
#define PROCESSOR AUDIT_ARCH_S390X
#elif defined __powerpc64__ && defined __LITTLE_ENDIAN__
#define PROCESSOR AUDIT_ARCH_PPC64LE
#endif
#endif
#endif

#if defined PROCESSOR || (defined __OpenBSD__ && !defined ALL_RIGHTS)
/* Whether a name is that of a file to be opened. */
static bool
is_file(const char *name)
{
	return name && strcmp(name, "-") != 0;
}

/* How many of the files are to be opened. */
static size_t
count_files(char *const *files, const char *also)
{
	size_t count = is_file(also);

	for (; *files; files++)
		count += is_file(*files);
	return count;
}
#endif

#ifdef PROCESSOR
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

/* What an argument must be for the call to be let through. */
enum test {
	ANY,     /* whatever it is */
	WITHOUT, /* none of the bits of the value set */
	OUTPUT,  /* standard output or error */
	OWN,     /* the number of this process */
};

/* A call that is let through. The C libraries and processors have different ones for the same. */
static const struct right {
	uint32_t call;
	enum test test;
	unsigned argument; /* which one is tested */
	uint32_t value;
	bool to_open;      /* left out where no file is to be opened */
} rights[] = {
#define TO_READ (~(uint32_t)(O_RDONLY | O_CLOEXEC | O_LARGEFILE))
#ifdef SYS_open
    {SYS_open, WITHOUT, 1, TO_READ, true},
#endif
    {SYS_openat, WITHOUT, 2, TO_READ, true},
    {SYS_read, .test = ANY},
    {SYS_close, .test = ANY},
    {SYS_write, .test = OUTPUT},
    {SYS_writev, .test = OUTPUT},
#ifdef SYS_poll
    {SYS_poll, .test = ANY},
#endif
    {SYS_ppoll, .test = ANY},
#ifdef SYS_ppoll_time64
    {SYS_ppoll_time64, .test = ANY},
#endif
    {SYS_restart_syscall, .test = ANY},
    {SYS_brk, .test = ANY},
/* The oldest mmap has its arguments in memory, where a filter does not see them. i386 has another, s390x has not. */
#ifdef SYS_mmap2
    {SYS_mmap2, WITHOUT, 2, PROT_EXEC, false},
#elif defined __s390x__
    {SYS_mmap, .test = ANY},
#else
    {SYS_mmap, WITHOUT, 2, PROT_EXEC, false},
#endif
    {SYS_mprotect, WITHOUT, 2, PROT_EXEC, false},
    {SYS_mremap, .test = ANY},
    {SYS_munmap, .test = ANY},
    {SYS_madvise, .test = ANY},
    {SYS_getrandom, .test = ANY},
    {SYS_exit_group, .test = ANY},
/* What abort() needs, by which the checks that a compiler puts into a program end it. */
    {SYS_rt_sigprocmask, .test = ANY},
    {SYS_rt_sigaction, .test = ANY},
    {SYS_getpid, .test = ANY},
    {SYS_gettid, .test = ANY},
    {SYS_tgkill, .test = OWN},
    {SYS_tkill, .test = OWN},
};

/* What becomes of other calls. */
#ifdef RC_REFUSED_KILLS
#define UNKNOWN SECCOMP_RET_KILL
#define REFUSED SECCOMP_RET_KILL
#else
#define UNKNOWN (SECCOMP_RET_ERRNO | ENOSYS)
#define REFUSED (SECCOMP_RET_ERRNO | EPERM)
#endif

/* A filter is a program for a small machine in the kernel: it loads a word of a call, compares, jumps, and gives an answer. */
enum { OF_A_RIGHT = 6, MOST_STEPS = 8 + OF_A_RIGHT * sizeof rights / sizeof *rights };

struct program {
	struct sock_filter step[MOST_STEPS];
	unsigned short used;
};

static void
load(struct program *p, size_t offset)
{
	p->step[p->used++] = (struct sock_filter){BPF_LD | BPF_W | BPF_ABS, 0, 0, (uint32_t)offset};
}

static void
answer(struct program *p, uint32_t action)
{
	p->step[p->used++] = (struct sock_filter){BPF_RET | BPF_K, 0, 0, action};
}

/* Pass over so many steps where the word is, or is not, what `how` makes of the value. */
static void
compare(struct program *p, unsigned how, uint32_t value, uint8_t pass_if, uint8_t pass_unless)
{
	p->step[p->used++] = (struct sock_filter){(uint16_t)(BPF_JMP | BPF_K | how), pass_if, pass_unless, value};
}

/* Where the lower half of an argument is, which is all of an int. */
static size_t
place_of(unsigned argument)
{
	size_t lower = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? sizeof(uint32_t) : 0;

	return offsetof(struct seccomp_data, args) + argument * sizeof(uint64_t) + lower;
}

/* The steps that test an argument: to the answer at their end, or to the one before it. */
static void
test_argument(struct program *p, const struct right *right)
{
	load(p, place_of(right->argument));
	switch (right->test) {
	case WITHOUT:
		compare(p, BPF_JSET, right->value, 0, 1);
		break;
	case OUTPUT:
		compare(p, BPF_JEQ, STDOUT_FILENO, 2, 0);
		compare(p, BPF_JEQ, STDERR_FILENO, 1, 0);
		break;
	case OWN:
		compare(p, BPF_JEQ, (uint32_t)getpid(), 1, 0);
		break;
	case ANY:
		break;
	}
	answer(p, REFUSED);
}

/* The steps of a right. */
static void
grant(struct program *p, const struct right *right)
{
	unsigned short first = p->used;

	compare(p, BPF_JEQ, right->call, 0, 0);
	if (right->test != ANY)
		test_argument(p, right);
	answer(p, SECCOMP_RET_ALLOW);
	p->step[first].jf = (uint8_t)(p->used - first - 1);
}

/* The highest number of a call that is let through. */
static uint32_t
highest(void)
{
	uint32_t most = 0;

	for (size_t i = 0; i < sizeof rights / sizeof *rights; i++)
		if (rights[i].call > most)
			most = rights[i].call;
	return most;
}

/*
 * The whole. The kernel tries it on each number of a call once, at the start, to know which need not be looked at again: most are
 * above all of ours, and among them those of x32, which are calls of x86-64 by other names.
 */
static void
write_program(struct program *p, bool to_open)
{
	load(p, offsetof(struct seccomp_data, arch));
	compare(p, BPF_JEQ, PROCESSOR, 1, 0);
	answer(p, UNKNOWN);
	load(p, offsetof(struct seccomp_data, nr));
	compare(p, BPF_JGT, highest(), 0, 1);
	answer(p, UNKNOWN);
	for (size_t i = 0; i < sizeof rights / sizeof *rights; i++)
		if (to_open || !rights[i].to_open)
			grant(p, &rights[i]);
	answer(p, UNKNOWN);
}

/*
 * Put it to work. Older kernels take a process with a filter for one that runs somebody else's program, and make it slower lest
 * it guess what is in memory that is not its own. Ours is no such program, which the flag says. Where the flag is not known, it
 * goes without. Where the call itself is not, as under valgrind, there is no filter, which would stop more than us.
 */
void
rights_keep(char *const *files, const char *also)
{
	struct program p = {.used = 0};
	struct sock_fprog filter = {.filter = p.step};

	write_program(&p, count_files(files, also) > 0);
	filter.len = p.used;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return;
	if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &filter) != 0 && errno == EINVAL)
		syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter);
}

#elif defined __OpenBSD__ && !defined ALL_RIGHTS

/* The kernel holds no more than 128. */
enum { UNVEILED_MOST = 100 };

/* What cannot be unveiled cannot be opened either, and is reported then. What is said of the zone is open to all. */
void
rights_keep(char *const *files, const char *also)
{
	size_t count = count_files(files, also);

	if (count && count <= UNVEILED_MOST) {
		if (is_file(also))
			unveil(also, "r");
		for (; *files; files++)
			if (is_file(*files))
				unveil(*files, "r");
	}
	pledge(count ? "stdio rpath" : "stdio", NULL);
}

#else

/* A system without such a thing, or a build that needs all rights. */
void
rights_keep(char *const *files, const char *also)
{
	(void)files;
	(void)also;
}
#endif
