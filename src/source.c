/* SPDX-License-Identifier: ISC
 * Sources: file names kept once, and the order that all ties are settled by. */
#include "source.h"

#include <stdlib.h>

#include "out.h"
#include "table.h"

/* Find or add a file's name. Names come as the table has them, and mostly the last one again. */
static uint32_t
file_index(struct sources *s, struct str written)
{
	void **value = map_put(&s->map, &s->arena, written);
	struct source_file file;

	if (*value)
		return (uint32_t)((uintptr_t)*value - 1);
	if (s->count == UINT32_MAX)
		die("out of memory");
	file.written = arena_copy(&s->arena, written);
	file.name = table_unescape(written, arena_zeroed(&s->arena, written.n));
	ARRAY_PUSH(s->files, s->count, s->room, file);
	*value = (void *)(uintptr_t)s->count;
	return (uint32_t)(s->count - 1);
}

/* Take a source apart. */
struct source
source_parse(struct sources *s, struct str written)
{
	struct str file = written, number;
	uint32_t line = 0;

	if (s->count == 0)
		file_index(s, STR(""));
	while (file.n && is_digit(file.p[file.n - 1]))
		file.n--;
	number = str_between(file.p + file.n, written.p + written.n);
	if (file.n && file.p[file.n - 1] == ':' && str_number(number, UINT32_MAX, &line) && line)
		file.n--;
	else
		file = written;
	return (struct source){file_index(s, file), line};
}

/* Compare by name, then by line. */
int
source_cmp(const struct sources *s, struct source a, struct source b)
{
	int c = a.file == b.file ? 0 : str_cmp(s->files[a.file].name, s->files[b.file].name);

	return c ? c : (a.line > b.line) - (a.line < b.line);
}

/* Bound what source_put puts. */
size_t
source_length(const struct sources *s, struct source source)
{
	return s->files[source.file].written.n + 1 + PUT_NUMBER_MOST;
}

/* Put it together again. */
char *
source_put(const struct sources *s, struct source source, char *to)
{
	to = put_str(to, s->files[source.file].written);
	if (source.line)
		to = put_number(put_char(to, ':'), source.line);
	return to;
}

/* Place it. */
struct place
source_place(const struct sources *s, struct source source)
{
	struct str name = s->files[source.file].name;

	return (struct place){name.n || source.line ? name : STR("a row without source"), source.line, 0};
}

/* Show it inside a message. */
struct shown
source_shown(const struct sources *s, struct source source)
{
	struct shown shown = bare(s->files[source.file].name);
	size_t n = strlen(shown.text);

	if (n == 0)
		return bare(STR("a row without source"));
	if (source.line) {
		shown.text[n++] = ':';
		*put_number(shown.text + n, source.line) = '\0';
	}
	return shown;
}

/* Free the names. */
void
sources_free(struct sources *s)
{
	arena_free(&s->arena);
	free(s->files);
	*s = (struct sources){0};
}
