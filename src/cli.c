/* SPDX-License-Identifier: ISC
 * The command line: options one by one, files line by line. */
#include "cli.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>

#include "diag.h"
#include "out.h"

static const struct option common_options[] = {
    {'h', NULL, "print this and exit (also --help)"},
    {'V', NULL, "print the version and exit (also --version)"},
    {0, NULL, NULL},
};

/* Begin. A closed pipe is to end the tool, even where whoever started it had SIGPIPE ignored. */
struct cli
cli_start(const struct tool *tool, char **argv)
{
	diag_start(tool->name, out_flush);
	signal(SIGPIPE, SIG_DFL);
	return (struct cli){.tool = tool, .next = *argv ? argv + 1 : argv};
}

/* Print the options of a list. */
static void
print_options(const struct option *options)
{
	for (; options->letter; options++) {
		struct str argument = str_of(options->argument ? options->argument : "");

		out_str(STR("  -"));
		out_char(options->letter);
		out_char(' ');
		out_str(argument);
		for (size_t n = argument.n; n < 6; n++)
			out_char(' ');
		out_str(str_of(options->help));
		out_char('\n');
	}
}

/* Answer -h. */
static _Noreturn void
print_usage(const struct tool *tool)
{
	for (int i = 0; tool->synopsis[i]; i++) {
		out_str(i ? STR("       ") : STR("usage: "));
		out_str(str_of(tool->name));
		out_char(' ');
		out_str(str_of(tool->synopsis[i]));
		out_char('\n');
	}
	out_str(str_of(tool->purpose));
	out_char('\n');
	print_options(tool->options);
	print_options(common_options);
	out_str(STR("The manual is "));
	out_str(str_of(tool->name));
	out_str(STR("(1).\n"));
	exit(cli_finish(false));
}

/* Answer -V. */
static _Noreturn void
print_version(const struct tool *tool)
{
	out_str(str_of(tool->name));
	out_str(STR(" (rc-tools) " RC_TOOLS_VERSION "\n"));
	exit(cli_finish(false));
}

/* Find an option, or end the tool. */
static const struct option *
find_option(const struct tool *tool, char letter)
{
	for (const struct option *option = tool->options; option->letter; option++)
		if (option->letter == letter)
			return option;
	die("unknown option %s; try %s -h", quoted((struct str){(char[]){'-', letter}, 2}).text, tool->name);
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

/* Give out the next option. */
char
cli_next(struct cli *cli)
{
	const struct option *option;
	char letter;

	if ((!cli->cluster || !*cli->cluster) && !next_cluster(cli))
		return 0;
	letter = *cli->cluster++;
	if (letter == 'h')
		print_usage(cli->tool);
	if (letter == 'V')
		print_version(cli->tool);
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

/* A number. */
uint32_t
cli_number(const struct cli *cli, char letter, uint32_t most)
{
	uint32_t number;

	if (!str_number(str_of(cli->value), most, &number))
		die("option -%c: expected a whole number up to %u, found %s; try %s -h", letter, (unsigned)most,
		    quoted(str_of(cli->value)).text, cli->tool->name);
	return number;
}

/* Read one file. */
static void
read_file(struct in *in, const char *path, size_t limit, void (*begin)(void *context, struct str file), cli_line *take,
    void *context)
{
	struct str file = strcmp(path, "-") == 0 ? STR("<stdin>") : str_of(path);
	struct line line;
	int error;

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
	out_free();
	return diag_finish(strict);
}
