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

/* The number of a line in digits, nine at the most; 0 where it is none. */
static uint32_t
short_number(struct str digits)
{
	uint32_t number = 0;

	if (digits.n == 0 || digits.n > 9 || *digits.p == '0')
		return 0;
	for (size_t i = 0; i < digits.n; i++) {
		if (!is_digit(digits.p[i]))
			return 0;
		number = number * 10 + (uint32_t)(digits.p[i] - '0');
	}
	return number;
}

/* The line in a source of the file that was looked up last; 0 where it is none, which is not to say that it is no source. */
static uint32_t
line_in_last(const struct sources *s, const struct str *written)
{
	struct str file = s->files[s->last].written;

	if (file.n == 0 || written->n <= file.n || written->p[file.n] != ':' || !same_few(written->p, file.p, file.n))
		return 0;
	return short_number(str_from(*written, file.n + 1));
}

/* Take a source apart. */
bool
source_parse(struct sources *s, const struct str *written, struct source *source)
{
	struct str file;

	*source = (struct source){0, 0};
	if (s->count == 0)
		file_index(s, STR(""));
	if ((source->line = line_in_last(s, written))) {
		source->file = s->last;
		return true;
	}
	if (!source_split(*written, &file, &source->line))
		return false;
	source->file = file_index(s, file);
	return true;
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
