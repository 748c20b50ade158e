/* SPDX-License-Identifier: ISC
 * Rows of what is due: adding and ordering. */
#include "list.h"

#include <stdlib.h>

#include "base/sort.h"

/* Write a day as text. */
struct day_text
iso(day d)
{
	struct day_text t = {""};

	if (day_exists(d))
		day_format(d, t.text);
	return t;
}

/* What is behind a row: a saved entry. */
struct origin
origin_of_entry(const struct saved_row *saved)
{
	return (struct origin){saved->object, saved->text, saved->at.source};
}

/* What is behind a row: a field. */
struct origin
origin_of_field(const struct field_row *field)
{
	return (struct origin){{NULL, 0}, field->text, field->source};
}

/* Add a row, if it is to be shown. */
struct due_row *
due_add(struct subject *s, day due, struct origin origin, const char *why, ...)
{
	struct due_list *list = s->list;
	struct due_row row = {s->person, s->reason, due, s->past->last, origin, {NULL, 0}, -1};
	char bytes[512];
	struct text phrase = TEXT_IN(bytes);
	va_list args;

	if (!day_exists(due) || due > list->until || (s->person->status == STATUS_GUARDED && !s->reason->of_guarded))
		return NULL;
	va_start(args, why);
	text_add_args(&phrase, why, args);
	va_end(args);
	row.why = arena_text(&list->arena, &phrase);
	list->rows = array_room(list->rows, list->count, &list->room, sizeof *list->rows);
	list->rows[list->count] = row;
	return &list->rows[list->count++];
}

/* Compare tiers by name, none last. */
static int
tier_name_cmp(const struct person *a, const struct person *b)
{
	struct str x = person_tier_name(a), y = person_tier_name(b);

	if (x.n == 0 || y.n == 0)
		return (x.n == 0) - (y.n == 0);
	return str_cmp(x, y);
}

/* How urgent upkeep is. */
static int64_t
urgency(const struct due_row *row)
{
	return row->pct < 0 ? 100 : row->pct;
}

/* The order of the table. */
static int
due_row_cmp(const void *one, const void *other, const void *context)
{
	const struct due_row *a = one, *b = other;
	const struct people *people = context;
	int class = a->reason->class, c = class - b->reason->class;

	if (c)
		return c;
	if (class == UPKEEP && urgency(a) != urgency(b))
		return urgency(a) > urgency(b) ? -1 : 1;
	if (class != UPKEEP && a->due != b->due)
		return a->due < b->due ? -1 : 1;
	if ((c = tier_name_cmp(a->person, b->person)))
		return c;
	if ((c = str_cmp(a->person->id, b->person->id)))
		return c;
	if ((c = str_cmp(a->reason->name, b->reason->name)))
		return c;
	if ((c = str_cmp(a->origin.object, b->origin.object)))
		return c;
	if (a->due != b->due)
		return a->due < b->due ? -1 : 1;
	if ((c = source_cmp(&people->sources, a->origin.source, b->origin.source)))
		return c;
	return str_cmp(a->origin.text, b->origin.text);
}

/* Sort. */
void
due_sort(struct due_list *list)
{
	sort_items(list->rows, list->count, sizeof *list->rows, due_row_cmp, list->people);
}

/* Free the list. */
void
due_free(struct due_list *list)
{
	arena_free(&list->arena);
	free(list->rows);
}
