/* SPDX-License-Identifier: ISC
 * The people of a table: what is known of each, in order. */
#include "people.h"

#include <stdlib.h>

#include "diag.h"
#include "out.h"
#include "sort.h"

/* Start. */
void
people_start(struct people *people, const char *tool, day today)
{
	*people = (struct people){.today = today, .reader = {&parse_table, tool, 0}};
	settings_start(&people->settings);
}

/* Find an affair. */
struct affair *
person_affair(const struct person *person, struct str object)
{
	uintptr_t index = (uintptr_t)map_get(&person->affair_map, object);

	return index ? &person->affairs[index] : NULL;
}

/* Cut a row's field out of the line. The row is whole. */
static struct str
row_field(struct str row, enum parse_column column)
{
	const char *p = row.p, *end = row.p + row.n, *tab;

	for (int i = 0; i < (int)column; i++)
		p = (const char *)memchr(p, '\t', (size_t)(end - p)) + 1;
	tab = p < end ? memchr(p, '\t', (size_t)(end - p)) : NULL;
	return str_between(p, tab ? tab : end);
}

/* Cut a kept row's field out. */
struct str
kept_field(const struct kept_row *kept, enum parse_column column)
{
	return row_field((struct str){kept->row, kept->length}, column);
}

/* Compare minutes as the table writes them. */
static int
minutes_cmp(unsigned a, unsigned b)
{
	char text[2][PUT_NUMBER_MOST];

	if (a == b || a == 0 || b == 0)
		return (a > b) - (a < b);
	return str_cmp(str_between(text[0], put_number(text[0], a)), str_between(text[1], put_number(text[1], b)));
}

/* Whose entries are compared. */
struct events_of {
	const struct people *people;
	const struct person *person;
};

/*
 * The order of a person's entries. What the columns behind hold (channel, tags, text) makes no difference to what an entry
 * does, and keep_latest looks at all of the row.
 */
static int
event_cmp(const void *one, const void *other, const void *context)
{
	const struct event *a = one, *b = other;
	const struct events_of *of = context;
	int c;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	c = source_cmp(&of->people->sources, a->source, b->source);
	if (c)
		return c;
	if (a->actor != b->actor)
		return a->actor < b->actor ? -1 : 1;
	if (a->verb != b->verb)
		return a->verb < b->verb ? -1 : 1;
	if (a->is_bare != b->is_bare)
		return a->is_bare ? -1 : 1;
	if (a->object != b->object)
		return str_cmp(of->person->affairs[a->object].object, of->person->affairs[b->object].object);
	if (a->minutes != b->minutes)
		return minutes_cmp(a->minutes, b->minutes);
	return (a->by > b->by) - (a->by < b->by);
}

/* Compare rows of fields by source, then byte by byte. */
int
field_row_cmp(const void *one, const void *other, const void *context)
{
	const struct field_row *a = one, *b = other;
	const struct people *people = context;
	int c = source_cmp(&people->sources, a->source, b->source);

	return c ? c : str_cmp(a->row, b->row);
}

/* Put a list of fields in order. */
static void
sort_list(const struct people *people, struct field_list *list)
{
	sort_items(list->rows, list->count, sizeof *list->rows, field_row_cmp, people);
}

/* Put what is known of a person in order. */
static void
sort_person(const struct people *people, struct person *person)
{
	const struct events_of events = {people, person};

	sort_list(people, &person->on);
	sort_list(people, &person->busy);
	sort_list(people, &person->topics);
	sort_items(person->events, person->event_count, sizeof *person->events, event_cmp, &events);
}

/* Compare people by id. */
static int
person_cmp(const void *a, const void *b, const void *context)
{
	(void)context;
	return str_cmp((*(const struct person *const *)a)->id, (*(const struct person *const *)b)->id);
}

/* Say which fields of a person were given twice, to different values. */
static void
report_clashes(const struct people *people, const struct person *person)
{
	for (int i = 0; i < ONES; i++)
		if (person->one[i].set)
			setting_report(&person->one[i], &people->sources, "@", person->id,
			    i == ONE_NAME ? "name" : fields[i].name.p);
}

/* Settle. */
void
people_settle(struct people *people)
{
	size_t n = 0;

	settings_settle(&people->settings, &people->sources);
	people->sorted = memory_resize(NULL, people->count, sizeof(struct person *));
	for (struct person *p = people->first; p; p = p->next)
		people->sorted[n++] = p;
	sort_items(people->sorted, n, sizeof(struct person *), person_cmp, NULL);
	for (size_t i = 0; i < n; i++) {
		report_clashes(people, people->sorted[i]);
		sort_person(people, people->sorted[i]);
	}
}

/* The cell of a field, from the row that holds. */
struct str
person_field(const struct person *person, int one, enum parse_column column)
{
	return person->one[one].set ? row_field(person->one[one].row, column) : (struct str){NULL, 0};
}

/* The name, or the id. */
struct str
person_name(const struct person *person)
{
	struct str name = person_field(person, ONE_NAME, COL_TEXT);

	return name.n ? name : person->id;
}

/* The first value of a field. */
struct str
person_value(const struct person *person, struct str key)
{
	const struct field_row *first = map_get(&person->firsts, key);

	return first ? first->cell[COL_TEXT] : (struct str){NULL, 0};
}

/* How the person stands to me. */
enum status
person_status(const struct person *person)
{
	struct str status = person_field(person, FIELD_STATUS, COL_OBJECT);

	for (int i = 0; i < STATUSES; i++)
		if (str_eq(status, status_names[i]))
			return (enum status)i;
	return STATUS_ACTIVE;
}

/* The tier, if it is one that is known. */
const struct tier *
person_tier(const struct people *people, const struct person *person)
{
	return settings_find_tier(&people->settings, person_field(person, FIELD_TIER, COL_OBJECT));
}

/* Free a person's arrays. */
static void
free_person(struct person *person)
{
	free(person->on.rows);
	free(person->busy.rows);
	free(person->topics.rows);
	free(person->events);
	free(person->affairs);
	free(person->meets);
}

/* Free it all. */
void
people_free(struct people *people)
{
	for (struct person *p = people->first; p; p = p->next)
		free_person(p);
	free(people->sorted);
	arena_free(&people->arena);
	arena_free(&people->scratch);
	sources_free(&people->sources);
	settings_free(&people->settings);
}
