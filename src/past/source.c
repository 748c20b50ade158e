/* SPDX-License-Identifier: ISC
 * Sources: file names kept once, and the order that all ties are settled by. */
#include "source.h"

#include <stdlib.h>

#include "base/table.h"

/* Find or add a file's name. Names come as the table has them, and mostly the last one again. */
static uint32_t
file_index(struct sources *s, struct str written)
{
	struct map_item *item;
	struct source_file file;

	if (s->count && str_eq(s->files[s->last].written, written))
		return s->last;
	item = map_put(&s->map, &s->arena, written);
	if (item->value)
		return s->last = (uint32_t)((uintptr_t)item->value - 1);
	if (s->count == UINT32_MAX)
		die("out of memory");
	file.written = item->key;
	file.name = table_unescape(written, arena_zeroed(&s->arena, written.n));
	ARRAY_PUSH(s->files, s->count, s->room, file);
	item->value = (void *)(uintptr_t)s->count;
	return s->last = (uint32_t)(s->count - 1);
}

/*
 * The line in a source of the file that was looked up last, where it is a number of few digits; else 0, which is not to say that
 * it is no source.
 */
static inline uint32_t
line_in_last(const struct sources *s, const struct str *written)
{
	const struct str *file = &s->files[s->last].written;
	size_t digits = written->n - file->n - 1;

	if (file->n == 0 || written->n <= file->n + 1 || digits - 1 >= 8 || written->p[file->n] != ':' ||
	    written->p[file->n + 1] == '0' || !same_few(written->p, file->p, file->n))
		return 0;
	return eight_decimal(written->p + file->n + 1, digits);
}

/* Take any source apart. */
static COLD struct source
parse_any(struct sources *s, struct str written, bool *good)
{
	struct source source = {0, 0};
	struct str file;

	*good = source_split(written, &file, &source.line);
	if (*good)
		source.file = file_index(s, file);
	return source;
}

/* Take a source apart. */
struct source
source_parse(struct sources *s, const struct str *written, bool *good)
{
	uint32_t line;

	if (s->count == 0)
		file_index(s, STR(""));
	line = line_in_last(s, written);
	if (line == 0)
		return parse_any(s, *written, good);
	*good = true;
	return (struct source){s->last, line};
}

/* Compare by name, then by line. */
int
source_cmp(const struct sources *s, struct source a, struct source b)
{
	int c = a.file == b.file ? 0 : str_cmp(s->files[a.file].name, s->files[b.file].name);

	return c ? c : (a.line > b.line) - (a.line < b.line);
}

/* Compare by all that the order knows. */
int
position_cmp(const struct sources *s, const struct position *a, const struct position *b)
{
	int c = (a->day > b->day) - (a->day < b->day);

	if (c == 0)
		c = source_cmp(s, a->source, b->source);
	return c ? c : str_cmp(a->cells, b->cells);
}

/* Put it together again. */
void
text_add_source(struct text *to, const struct sources *s, struct source source)
{
	text_add(to, s->files[source.file].written);
	if (!source.line)
		return;
	text_add_char(to, ':');
	text_add_number(to, source.line);
}

/* Place it. */
struct place
source_place(const struct sources *s, struct source source)
{
	struct str name = s->files[source.file].name;

	return (struct place){name.n || source.line ? name : STR("a row without source"), source.line, 0};
}

/* Free the names. */
void
sources_free(struct sources *s)
{
	arena_free(&s->arena);
	free(s->files);
	*s = (struct sources){0};
}
