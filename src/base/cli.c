/* SPDX-License-Identifier: ISC
 * The command line: options one by one, files line by line. */
#include "cli.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "diag.h"
#include "out.h"
#include "utf8.h"

static const struct option common_options[] = {
    {'o', "NAME,...", "write these columns only, in this order"},
    {'H', NULL, "no header line"},
    {'h', NULL, "print this and exit (also --help)"},
    {'V', NULL, "print the version and exit (also --version)"},
    {0, NULL, NULL},
};

/*
 * A standard descriptor that is closed would go to the first file that is opened, which would then be taken for it. It is held
 * with one that fails where it is used, as a closed one does.
 */
static void
hold_standard_descriptors(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) == -1 && errno == EBADF && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
			_exit(EXIT_FAILED);
}

/* Begin. A closed pipe is to end the tool, even where whoever started it had SIGPIPE ignored. */
struct cli
cli_start(const struct tool *tool, char **argv)
{
	hold_standard_descriptors();
	diag_start(tool->name, out_flush);
	signal(SIGPIPE, SIG_DFL);
	return (struct cli){.tool = tool, .next = *argv ? argv + 1 : argv};
}

/* Print the options of a list. */
static void
print_options(const struct option *options)
{
	for (; options->letter; options++)
		text_add_format(&out, "  -%c %-8s %s\n", options->letter, options->argument ? options->argument : "", options->help);
}

/* Answer -h. */
static _Noreturn void
print_usage(const struct tool *tool)
{
	for (int i = 0; tool->synopsis[i]; i++)
		text_add_format(&out, "%s%s %s\n", i ? "       " : "usage: ", tool->name, tool->synopsis[i]);
	text_add_format(&out, "%s\n", tool->purpose);
	print_options(tool->options);
	print_options(common_options);
	text_add_format(&out, "The manual is %s(1).\n", tool->name);
	exit(cli_finish(false));
}

/* Answer -V. */
static _Noreturn void
print_version(const struct tool *tool)
{
	text_add_format(&out, "%s (rc-tools) %s\n", tool->name, RC_TOOLS_VERSION);
	exit(cli_finish(false));
}

/* Find an option in a list, or NULL. */
static const struct option *
find_in(const struct option *options, char letter)
{
	while (options->letter && options->letter != letter)
		options++;
	return options->letter ? options : NULL;
}

/* Find an option, or end the tool. */
static const struct option *
find_option(const struct tool *tool, char letter)
{
	const struct option *option = find_in(tool->options, letter);

	if (!option && !(option = find_in(common_options, letter)))
		die("unknown option %s; try %s -h", quoted((struct str){(char[]){'-', letter}, 2}).text, tool->name);
	return option;
}

/* Take up the next argument if it holds options; false where the files begin. */
static bool
next_cluster(struct cli *cli)
{
	char *argument = *cli->next;

	if (!argument || argument[0] != '-' || !argument[1])
		return false;
	cli->next++;
	if (strcmp(argument, "--") == 0)
		return false;
	if (strcmp(argument, "--help") == 0)
		print_usage(cli->tool);
	if (strcmp(argument, "--version") == 0)
		print_version(cli->tool);
	if (argument[1] == '-')
		die("unknown option %s; try %s -h", quoted(str_of(argument)).text, cli->tool->name);
	cli->cluster = argument + 1;
	return true;
}

/* Take the next option with its value; 0 where there is none. */
static char
take_option(struct cli *cli)
{
	const struct option *option;
	char letter;

	if ((!cli->cluster || !*cli->cluster) && !next_cluster(cli))
		return 0;
	letter = *cli->cluster++;
	option = find_option(cli->tool, letter);
	if (!option->argument)
		return letter;
	cli->value = *cli->cluster ? cli->cluster : *cli->next;
	if (!cli->value)
		die("option -%c needs a value, %s; try %s -h", letter, option->argument, cli->tool->name);
	if (!*cli->cluster)
		cli->next++;
	cli->cluster = NULL;
	return letter;
}

/* Give out the next option that is the tool's own. */
char
cli_next(struct cli *cli)
{
	char letter;

	while ((letter = take_option(cli)) && find_in(common_options, letter)) {
		if (letter == 'h')
			print_usage(cli->tool);
		else if (letter == 'V')
			print_version(cli->tool);
		else if (letter == 'H')
			cli->no_header = true;
		else
			cli->columns = cli->value;
	}
	return letter;
}

/* A date. */
day
cli_day(const struct cli *cli, char letter)
{
	day d;

	if (!day_parse(str_of(cli->value), &d))
		die("option -%c: expected a date like 2026-11-21, found %s; try %s -h", letter, quoted(str_of(cli->value)).text,
		    cli->tool->name);
	return d;
}

/* A period, or one end of it. */
day
cli_period(const struct cli *cli, char letter, bool last)
{
	day d;

	if (!period_parse(str_of(cli->value), last, &d))
		die("option -%c: expected a date like 2026-11-21, a month like 2026-11 or a year like 2026, found %s; try %s -h", letter,
		    quoted(str_of(cli->value)).text, cli->tool->name);
	return d;
}

/* Days. */
struct span
cli_days(const struct cli *cli, char letter)
{
	struct str value = str_of(cli->value);
	struct span span = {SPAN_DAYS, 0};

	if (!str_number(value, DAYS_MOST, &span.count) && !span_parse(value, &span))
		die("option -%c: expected a number of days up to %d, or a span such as 2w or 1mo, found %s; try %s -h", letter, DAYS_MOST,
		    quoted(value).text, cli->tool->name);
	return span;
}

/* Read one file. */
static void
read_file(struct in *in, const char *path, size_t limit, void (*begin)(void *context, struct str file), cli_line *take,
    void *context)
{
	struct str file = strcmp(path, "-") == 0 ? STR("<stdin>") : str_of(path);
	struct line line;
	int error;

	if (utf8_forbidden(file) || str_find(file, '\t')) {
		fail("cannot read %s: expected a name in UTF-8 without control characters", shown_file(file).text);
		return;
	}
	if (!in_open(in, path, limit)) {
		fail("cannot open %s: %s", shown_file(file).text, strerror(errno));
		return;
	}
	if (begin)
		begin(context, file);
	while (in_line(in, &line, &error))
		take(context, file, &line);
	if (error)
		fail("cannot read %s: %s", shown_file(file).text, strerror(error));
	in_close(in);
}

/* Read all files. */
void
cli_read(const struct cli *cli, size_t limit, void (*begin)(void *context, struct str file), cli_line *take, void *context)
{
	struct in in = {0};
	char **file = cli->next;

	if (!*file)
		read_file(&in, "-", limit, begin, take, context);
	for (; *file; file++)
		read_file(&in, *file, limit, begin, take, context);
	in_free(&in);
}

/* Choose the columns. */
struct table_writer
cli_table(const struct cli *cli, const struct table *table, cell_writer *const *cells)
{
	return table_writer(table, cells, cli->columns);
}

/* Begin the table. */
void
cli_write_header(const struct cli *cli, const struct table_writer *table)
{
	if (!cli->no_header)
		table_write_header(table, &out);
}

/* Find out what day it is. */
day
cli_today(day given)
{
	if (given == DAY_NONE)
		given = day_today();
	if (!day_exists(given))
		die("cannot tell today's date: say it with -d");
	return given;
}

/* Flush and give the status. */
int
cli_finish(bool strict)
{
	out_flush();
	return diag_finish(strict);
}
