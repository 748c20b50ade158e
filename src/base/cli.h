/* SPDX-License-Identifier: ISC
 *
 * The command line, the same in every tool (spec: Common to all four tools): options as POSIX has them, then files; usage,
 * version, the header and columns of the table, today.
 */
#ifndef BASE_CLI_H
#define BASE_CLI_H

#include "date.h"
#include "in.h"
#include "table.h"

#define RC_TOOLS_VERSION "1.0"

enum { DAYS_MOST = 99999 };

struct option {
	char letter;
	const char *argument; /* its name in the usage, NULL where it takes none */
	const char *help;
};

struct tool {
	const char *name;
	const char *synopsis[3];       /* what follows the name in each form of use; NULL ends them */
	const char *purpose;           /* a sentence */
	const struct option *options;  /* besides -H, -o, -h and -V; a zero letter ends them */
};

struct cli {
	const struct tool *tool;
	char **next;         /* the next argument; after the last option, the files */
	char *cluster;       /* what is left of an argument such as -cH */
	char *value;         /* of the option given out last, where it takes one */
	bool no_header;      /* -H */
	const char *columns; /* -o, or NULL: all */
};

/* Begin: set up messages, output and signals. argv is main's. */
struct cli cli_start(const struct tool *tool, char **argv);

/*
 * The next option's letter, or 0 after the last one. Those that all tools have are dealt with here; anything unknown ends
 * the tool with status 2 and one line.
 */
char cli_next(struct cli *cli);

/*
 * The value as a date; as a date, month or year, of which the first or the last day is meant; as a number of days up to
 * DAYS_MOST, or a span. These end the tool with status 2 where it is none.
 */
day cli_day(const struct cli *cli, char letter);
day cli_period(const struct cli *cli, char letter, bool last);
struct span cli_days(const struct cli *cli, char letter);

/* Takes a line of a file; `file` is the name for messages, the same pointer for all lines of one. */
typedef void cli_line(void *context, struct str file, const struct line *line);

/*
 * Read all the files named (standard input where none is), line by line. `begin`, if any, is called at the start of each
 * that could be opened. What can't be read is named and makes the status 2; the others are still read.
 */
void cli_read(const struct cli *cli, size_t limit, void (*begin)(void *context, struct str file), cli_line *take,
    void *context);

/* How the tool's table is to be written: with the columns of -o. Write its header, unless -H was given. */
struct table_writer cli_table(const struct cli *cli, const struct table *table, cell_writer *const *cells);
void cli_write_header(const struct cli *cli, const struct table_writer *table);

/* Today: the day given, or where it is DAY_NONE the clock's. */
day cli_today(day given);

/* The end of every tool: flush, and give the exit status. strict: as diag_finish. */
int cli_finish(bool strict);

#endif
