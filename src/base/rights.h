/* SPDX-License-Identifier: ISC
 *
 * Least rights: a tool that has read its options gives up what it will not need, so that a fault in the reading of hostile text,
 * should one be left, cannot become a program that runs, a file that is written, or a connection. It is a second line of defence:
 * where the system has no such thing, or refuses it, the tool goes on without a word.
 *
 * On OpenBSD: pledge(2), and unveil(2) of the files that were named, unless they are more than it can hold.
 *
 * On Linux: a filter of system calls (seccomp(2)). The table in rights.c says what is let through: to read what is open, to
 * write to standard output and error, memory that is not to be run, to wait, to end. Files are opened for reading only, and
 * not at all where none was named. All else fails, and does not kill. A call that is not in the table fails with ENOSYS, as if
 * the kernel had no such call: a libc newer than the table takes that for an older kernel, and has another call ready. One
 * that is in the table, but with other arguments, fails with EPERM. There is a filter for the processors that rights.c knows,
 * where the kernel's headers were there at compile time. It costs some 70 microseconds a run, nearly all of them the kernel's,
 * and none later that can be measured.
 *
 * There is none in builds whose own machinery needs more rights: where the compiler says that it watches addresses, memory or
 * threads, and with -DRC_ALL_RIGHTS, for those that write at their end what was run of them (--coverage, -fprofile-generate).
 * With -DRC_REFUSED_KILLS whatever is refused kills, so that tests see it. The environment has no say in it.
 */
#ifndef BASE_RIGHTS_H
#define BASE_RIGHTS_H

/*
 * Keep the right to read standard input and these files (NULL ends them; "-" is standard input), and `also`, unless NULL; and to
 * write to standard output and error. The local time must have been asked for before. To be called once.
 */
void rights_keep(char *const *files, const char *also);

#endif
