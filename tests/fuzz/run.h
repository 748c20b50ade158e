/* SPDX-License-Identifier: ISC
 *
 * The four tools inside one program: run on bytes in memory, as often as you like. Each run begins as a new process would: what
 * the tool allocates is counted, and taken back where it ends early; files and descriptors are made up.
 *
 * What must hold of every run is checked here: it ends with one of the three statuses, frees what it took where it ends well,
 * and takes no more memory than an input of this size can need.
 */
#ifndef FUZZ_RUN_H
#define FUZZ_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Some bytes. */
struct bytes {
	const char *p;
	size_t n;
};

#define BYTES(literal) ((struct bytes){"" literal, sizeof(literal) - 1})

enum tool { RC_PARSE, RC_DUE, RC_BALANCE, RC_DRAFT, TOOLS };

/* What came of a run; good until runs_begin. */
struct result {
	struct bytes out, err;
	int status;
	const char *asked; /* the command, for messages */
};

/* An input is looked at: forget the results and the files of the one before. */
void runs_begin(void);

/* A file that runs from now on can open. */
void runs_file(const char *name, struct bytes bytes);

/* How many bytes a read gives at most from now on; 0: as many as were asked for. Otherwise some reads are interrupted. */
void runs_chunk(size_t bytes);

/* Run a tool on some input; `options` are split at blanks, one of them may be "%", which stands for `value`. */
const struct result *run(enum tool tool, const char *options, const char *value, struct bytes in);

/* A property does not hold: say which (printf's format), show the run, abort. */
_Noreturn __attribute__((format(printf, 2, 3))) void broken(const struct result *r, const char *format, ...);

#endif
