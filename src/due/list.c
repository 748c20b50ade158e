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

/* Add a row, if it is to be shown. */
struct due_row *
due_add(struct subject *s, day due, struct origin origin, const char *why, ...)
{
	struct due_list *list = s->list;
	struct due_row *row;
	char bytes[512];
	struct text phrase = TEXT_IN(bytes);
	va_list args;

	if (!day_exists(due) || due > list->until || (s->person->status == STATUS_GUARDED && !s->reason->of_guarded))
		return NULL;
	row = ARENA_NEW(&list->arena, struct due_row);
	*row = (struct due_row){.person = s->person, .reason = s->reason, .class = s->reason->class, .due = due, .last = s->past->last,
	    .origin = origin, .pct = -1, .out = s->past->out};
	if (row->class == OWED && due < list->stale)
		row->class = STALE;
	va_start(args, why);
	text_add_args(&phrase, why, args);
	va_end(args);
	row->why = arena_text(&list->arena, &phrase);
	ARRAY_PUSH(list->rows, list->count, list->room, row);
	return row;
}

/* Compare tiers by name, none last. */
static int
tier_name_cmp(const struct person *a, const struct person *b)
{
	struct str x = a->tier_name, y = b->tier_name;

	if (x.p == y.p)
		return 0;
	if (x.n == 0 || y.n == 0)
		return (x.n == 0) - (y.n == 0);
	return str_cmp(x, y);
}

/* The number to sort by (spec: tables, "rc-due", rank). Upkeep without a start counts as due today, at 100 percent. */
int64_t
due_rank(const struct due_row *row)
{
	enum { CLASS = 10000000, PERCENT_MOST = 999999, PERCENT_NONE = 100 };
	int64_t pct = row->pct < 0 ? PERCENT_NONE : row->pct < PERCENT_MOST ? row->pct : PERCENT_MOST;

	return (int64_t)row->class * CLASS + (row->class == UPKEEP ? 1000000 - pct : row->due);
}

/* The order of the table. */
static int
due_row_cmp(const void *one, const void *other, const void *context)
{
	const struct due_row *a = *(const struct due_row *const *)one, *b = *(const struct due_row *const *)other;
	const struct people *people = context;
	int64_t x = due_rank(a), y = due_rank(b);
	int c;

	if (x != y)
		return x < y ? -1 : 1;
	if (a->due != b->due)
		return a->due < b->due ? -1 : 1;
	if ((c = tier_name_cmp(a->person, b->person)))
		return c;
	if (a->person != b->person)
		return a->person->order < b->person->order ? -1 : 1;
	if ((c = str_cmp(a->reason->name, b->reason->name)))
		return c;
	if ((c = str_cmp(a->origin.object, b->origin.object)))
		return c;
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
