/* SPDX-License-Identifier: ISC
 * Rows of what is due: the table of reasons, adding and ordering. */
#include "due-row.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "sort.h"

const struct reason_rule reasons[REASONS] = {
    [PROMISE] = {{"promise", 7}, 1, true},
    [ANSWER] = {{"answer", 6}, 1, true},
    [REPLY] = {{"reply", 5}, 1, true},
    [THANKS] = {{"thanks", 6}, 1, true},
    [GRACIOUS] = {{"gracious", 8}, 1, true},
    [DOCUMENT] = {{"document", 8}, 1, true},
    [BIRTHDAY] = {{"birthday", 8}, 2, false},
    [ANNIVERSARY] = {{"anniversary", 11}, 2, false},
    [NEWS] = {{"news", 4}, 2, false},
    [SEASON] = {{"season", 6}, 2, false},
    [MEETING] = {{"meeting", 7}, 2, true},
    [WAITING] = {{"waiting", 7}, 3, true},
    [ASK] = {{"ask", 3}, 3, true},
    [ASK_SOFT] = {{"ask-soft", 8}, 3, true},
    [HOLD] = {{"hold", 4}, 3, true},
    [GIVE] = {{"give", 4}, UPKEEP, false},
    [CHECKIN] = {{"checkin", 7}, UPKEEP, true},
    [DRIFT] = {{"drift", 5}, UPKEEP, false},
};

/* Write a day as text. */
struct day_text
iso(day d)
{
	struct day_text t = {""};

	day_format(d, t.text);
	return t;
}

/* Find my latest warm contact. */
day
warm_day(const struct subject *s)
{
	return s->past->warm == NO_EVENT ? DAY_NONE : s->person->events[s->past->warm].day;
}

/* What stands behind a row: a kept entry. */
struct origin
origin_of_entry(const struct kept_row *kept)
{
	return (struct origin){kept_field(kept, COL_OBJECT), kept_field(kept, COL_TEXT), kept->source};
}

/* What stands behind a row: a field. */
struct origin
origin_of_field(const struct field_row *field)
{
	return (struct origin){{NULL, 0}, field->cell[COL_TEXT], field->source};
}

/* Add a row, if it is to be shown. */
bool
due_add(struct subject *s, enum reason reason, day due, struct origin origin, const char *why, ...)
{
	char phrase[256];
	struct due_row row = {s->person, reason, due, s->past->last, origin, {phrase, 0}, -1};
	va_list args;
	int n;

	if (!day_exists(due) || due > s->list->until || (s->status == STATUS_GUARDED && !reasons[reason].of_guarded))
		return false;
	va_start(args, why);
	n = vsnprintf(phrase, sizeof phrase, why, args);
	va_end(args);
	row.why.n = n < 0 ? 0 : (size_t)n < sizeof phrase ? (size_t)n : sizeof phrase - 1;
	row.why = arena_copy(&s->list->arena, row.why);
	ARRAY_PUSH(s->list->rows, s->list->count, s->list->room, row);
	return true;
}

/* Compare tiers by name, none last. */
static int
tier_cmp(const struct person *a, const struct person *b)
{
	struct str x = person_field(a, FIELD_TIER, COL_OBJECT), y = person_field(b, FIELD_TIER, COL_OBJECT);

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
row_cmp(const void *one, const void *other, const void *context)
{
	const struct due_row *a = one, *b = other;
	const struct people *people = context;
	int class = reasons[a->reason].class, c = class - reasons[b->reason].class;

	if (c)
		return c;
	if (class == UPKEEP && urgency(a) != urgency(b))
		return urgency(a) > urgency(b) ? -1 : 1;
	if (class != UPKEEP && a->due != b->due)
		return a->due < b->due ? -1 : 1;
	if ((c = tier_cmp(a->person, b->person)))
		return c;
	if ((c = str_cmp(a->person->id, b->person->id)))
		return c;
	if ((c = str_cmp(reasons[a->reason].name, reasons[b->reason].name)))
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
	sort_items(list->rows, list->count, sizeof *list->rows, row_cmp, list->people);
}

/* Free the list. */
void
due_free(struct due_list *list)
{
	arena_free(&list->arena);
	free(list->rows);
}
