/* SPDX-License-Identifier: ISC
 *
 * The targets without a fuzzer: replay TARGET FILE ... gives each file to the target as it is. A file named *.inputs holds many
 * inputs, one a line, in which a backslash is written \\, a tab \t, a line feed \n and any other byte that is not printable ASCII
 * \xNN; lines that begin with '#' are remarks. Prints how many inputs there were.
 *
 *	replay -w FILE ...         prints files as such lines
 *	replay -x FOLDER FILE ...  writes each line of the files as a file of its own
 *
 * What breaks a property aborts; the input is named before. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "checks.h"
#include "targets.h"

static char at_hand[512];
static const struct target *target;
static size_t taken;

/* Name the input that aborts. */
static void
name_input(int signal_number)
{
	(void)signal_number;
	(void)!write(STDERR_FILENO, at_hand, strlen(at_hand));
	signal(SIGABRT, SIG_DFL);
	abort();
}

static _Noreturn void
give_up(const char *what, const char *file)
{
	fprintf(stderr, "replay: %s %s\n", what, file);
	exit(2);
}

/* Read a file whole. */
static struct bytes
read_all(const char *name)
{
	FILE *f = fopen(name, "rb");
	size_t n = 0, room = 1 << 16, got;
	char *p = malloc(room);

	if (!f)
		give_up("cannot open", name);
	while (p && (got = fread(p + n, 1, room - n, f)) > 0) {
		n += got;
		if (n == room)
			p = realloc(p, room *= 2);
	}
	if (!p || ferror(f))
		give_up("cannot read", name);
	fclose(f);
	return (struct bytes){p, n};
}

/* Give a copy of just that size to the target, so that one byte past its end is found. */
static void
take(struct bytes in, const char *name, size_t line)
{
	char *copy = malloc(in.n ? in.n : 1);

	if (!copy)
		give_up("no memory for", name);
	memcpy(copy, in.p, in.n);
	snprintf(at_hand, sizeof at_hand, "replay: %s: %.400s:%zu\n", target->name, name, line);
	target_take(target, (struct bytes){copy, in.n});
	free(copy);
	taken++;
}

static int
hex_value(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c ? strchr(digits, c) : NULL;

	return at ? (int)(at - digits) : -1;
}

/* Undo the escapes of a line, in place. */
static struct bytes
plain(struct bytes line, const char *file)
{
	char *p = (char *)(uintptr_t)line.p, *to = p, *end = p + line.n;

	while (p < end) {
		char c = *p++;

		if (c == '\\') {
			c = p < end ? *p++ : '\0';
			if (c == 'x' && end - p >= 2 && hex_value(p[0]) >= 0 && hex_value(p[1]) >= 0) {
				c = (char)(hex_value(p[0]) << 4 | hex_value(p[1]));
				p += 2;
			} else if (c == 'n' || c == 't') {
				c = c == 'n' ? '\n' : '\t';
			} else if (c != '\\') {
				give_up("a bad escape in", file);
			}
		}
		*to++ = c;
	}
	return (struct bytes){line.p, (size_t)(to - line.p)};
}

static bool
is_list(const char *name)
{
	size_t n = strlen(name);

	return n > 7 && strcmp(name + n - 7, ".inputs") == 0;
}

/* Call for each input of a list. */
static void
each_line(const char *file, void (*call)(struct bytes in, const char *name, size_t line))
{
	struct bytes all = read_all(file), rest = all;

	for (size_t n = 1; rest.n; n++) {
		struct bytes line = next_line(&rest);

		if (line.n && *line.p != '#')
			call(plain(line, file), file, n);
	}
	free((char *)(uintptr_t)all.p);
}

static void
write_line(struct bytes in)
{
	for (size_t i = 0; i < in.n; i++) {
		unsigned char c = (unsigned char)in.p[i];

		if (c == '\\' || c == '\n' || c == '\t')
			printf("\\%c", c == '\n' ? 'n' : c == '\t' ? 't' : '\\');
		else if (c < ' ' || c > '~' || (c == '#' && i == 0))
			printf("\\x%02x", c);
		else
			putchar(c);
	}
	putchar('\n');
}

static const char *folder;

/* Write an input as a file. */
static void
write_file(struct bytes in, const char *name, size_t line)
{
	char path[512];
	const char *base = strrchr(name, '/');
	FILE *f;

	snprintf(path, sizeof path, "%s/%s-%zu", folder, base ? base + 1 : name, line);
	f = fopen(path, "wb");
	if (!f || fwrite(in.p, 1, in.n, f) != in.n || fclose(f) != 0)
		give_up("cannot write", path);
}

int
main(int argc, char **argv)
{
	if (argc < 2)
		give_up("usage:", "replay TARGET|-w|-x FOLDER FILE ...");
	argv++;
	if (strcmp(*argv, "-w") == 0) {
		while (*++argv) {
			struct bytes in = read_all(*argv);

			write_line(in);
			free((char *)(uintptr_t)in.p);
		}
		return 0;
	}
	if (strcmp(*argv, "-x") == 0 && argc > 2) {
		folder = *++argv;
		while (*++argv)
			each_line(*argv, write_file);
		return 0;
	}
	target = target_find(*argv);
	if (!target)
		give_up("no target", *argv);
	every_property = true;
	signal(SIGABRT, name_input);
	while (*++argv) {
		if (is_list(*argv)) {
			each_line(*argv, take);
		} else {
			struct bytes in = read_all(*argv);

			take(in, *argv, 0);
			free((char *)(uintptr_t)in.p);
		}
	}
	printf("%s: %zu inputs\n", target->name, taken);
	return 0;
}
