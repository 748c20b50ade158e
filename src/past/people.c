/* SPDX-License-Identifier: ISC
 * The people of a table: what is known of each, in order. */
#include "people.h"

#include <stdlib.h>

#include "base/sort.h"

/* Start. */
void
people_start(struct people *people, const char *tool, day today)
{
	*people = (struct people){.today = today, .reader = {.table = &parse_table, .tool = tool},
	    .recent = memory_zeroed(1 << RECENT_BITS, sizeof *people->recent)};
	settings_start(&people->settings);
	saved_kinds_find(people);
}

/* Where in a person's fields those from a kind on begin. */
static size_t
fields_from(const struct person *person, unsigned id)
{
	size_t low = 0, high = person->field_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (person->fields[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The fields of one kind. */
struct field_list
person_fields(const struct person *person, unsigned id)
{
	size_t first = fields_from(person, id), end = fields_from(person, id + 1);

	if (first == end)
		return (struct field_list){NULL, 0};
	return (struct field_list){&person->fields[first], end - first};
}

/* The first of a kind. */
const struct field_row *
person_field(const struct person *person, unsigned id)
{
	return person_fields(person, id).rows;
}

/* The cadence. */
bool
person_every(const struct person *person, struct span *every)
{
	const struct field_row *own = person_field(person, FIELD_EVERY);

	if (own)
		*every = own->value.span;
	else if (person->tier && person->tier->has_every)
		*every = person->tier->every;
	else
		return false;
	return true;
}

/* Take the cells that are kept apart. */
struct str
kept_cell(struct str cells, enum parse_column column)
{
	struct str cell[PARSE_WIDTH];

	table_split(cells, cell, PARSE_WIDTH);
	return cell[column - PARSE_DATE];
}

/* The text of a field. */
struct str
field_text(const struct field_row *field)
{
	return kept_cell(field->cells, PARSE_TEXT);
}

/* The key of a field. */
static struct str
field_key(const struct field_row *field)
{
	return kept_cell(field->cells, PARSE_VERB);
}

/* The text of an entry. */
struct str
saved_text(const struct saved_row *saved)
{
	return kept_cell(saved->at.cells, PARSE_TEXT);
}

/* Show an ask: they are in the order of the entries. */
struct origin
origin_of_ask(const struct person *person, const struct event *event)
{
	size_t low = 0, high = person->ask_count;
	const struct ask *ask;

	while (low + 1 < high) {
		size_t middle = (low + high) / 2;

		if (person->asks[middle].event <= (size_t)(event - person->events))
			low = middle;
		else
			high = middle;
	}
	ask = &person->asks[low];
	return (struct origin){person->affairs[event->object].object, str_from(ask->rest, ask->text), event->source};
}

/* Show an entry that is saved. */
struct origin
origin_of_entry(const struct saved_row *saved)
{
	return (struct origin){kept_cell(saved->at.cells, PARSE_OBJECT), saved_text(saved), saved->at.source};
}

/* Show a field. */
struct origin
origin_of_field(const struct field_row *field)
{
	return (struct origin){{NULL, 0}, field_text(field), field->source};
}

/* Write the tags. */
void
text_add_tags(struct text *to, const struct person *person)
{
	for (size_t i = 0; i < person->tag_count; i++) {
		if (i)
			text_add_char(to, ' ');
		text_add(to, person->tags[i]);
	}
}

/* The first value of a field. */
struct str
person_value(const struct person *person, struct str key)
{
	const struct field_list list = person_fields(person, field_find(key));

	for (size_t i = 0; i < list.count; i++)
		if (str_eq(field_key(&list.rows[i]), key))
			return field_text(&list.rows[i]);
	return (struct str){NULL, 0};
}

/* Compare minutes as the table writes them: byte by byte, none first. */
static int
minutes_cmp(unsigned a, unsigned b)
{
	char digits[2][20];
	struct text text[2] = {TEXT_IN(digits[0]), TEXT_IN(digits[1])};

	if (a)
		text_add_number(&text[0], a);
	if (b)
		text_add_number(&text[1], b);
	return str_cmp(text_str(&text[0]), text_str(&text[1]));
}

/*
 * The order of a person's entries: that of their rows, as far as an entry's members tell. What the columns after them hold
 * (channel, tags, text) makes no difference to what an entry does; where a row is shown, position_cmp looks at all of it.
 */
static int
event_cmp(const void *one, const void *other, const void *context)
{
	const struct event *a = one, *b = other;
	const struct person *person = context;
	int c;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	if ((c = source_cmp(&person->people->sources, a->source, b->source)))
		return c;
	if (a->actor != b->actor)
		return a->actor < b->actor ? -1 : 1;
	if (a->verb != b->verb)
		return a->verb < b->verb ? -1 : 1;
	if (a->is_bare != b->is_bare)
		return a->is_bare ? -1 : 1;
	if (a->object != b->object)
		return str_cmp(person->affairs[a->object].object, person->affairs[b->object].object);
	if ((c = minutes_cmp(a->minutes, b->minutes)))
		return c;
	return (a->by > b->by) - (a->by < b->by);
}

/* Compare fields: by kind, keys of the user's own by their names, then in the order of rows. */
static int
field_cmp(const void *one, const void *other, const void *sources)
{
	const struct field_row *a = one, *b = other;
	int c;

	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	if (a->id == FIELDS && (c = str_cmp(field_key(a), field_key(b))))
		return c;
	c = source_cmp(sources, a->source, b->source);
	return c ? c : str_cmp(a->cells, b->cells);
}

/* What a field says. */
struct str
field_said(struct arena *arena, struct str cells)
{
	static const enum parse_column columns[] = {PARSE_DATE, PARSE_BY, PARSE_OBJECT, PARSE_VIA, PARSE_TAGS, PARSE_TEXT};
	struct text said = text_growing();

	for (size_t i = 0; i < COUNT(columns); i++) {
		struct str cell = kept_cell(cells, columns[i]);

		if (said.used && cell.n)
			text_add_char(&said, ' ');
		text_add(&said, cell);
	}
	return arena_take(arena, &said);
}

/* Say which values a field was given that may have only one. */
static void
report_rivals(const struct person *person, struct field_list list)
{
	struct claims claims = {0};
	struct arena arena = {0};
	enum field_id id = list.rows->id;

	for (size_t i = 0; i < list.count; i++) {
		const struct field_row *f = &list.rows[i];

		ARRAY_PUSH(claims.items, claims.count, claims.room,
		    ((struct claim){{DAY_NONE, f->source, f->cells}, field_said(&arena, f->cells)}));
	}
	claims_settle(&claims, &person->people->sources, "@", person->id, id < FIELDS ? fields[id].key : STR("name"));
	free(claims.items);
	arena_free(&arena);
}

/* Put a person's fields in order, and find those that were given more than one value and may not be. */
static void
settle_fields(struct person *person)
{
	struct field_list list;

	sort_items(person->fields, person->field_count, sizeof *person->fields, field_cmp, &person->people->sources);
	for (size_t i = 0; i < person->field_count; i += list.count) {
		unsigned id = person->fields[i].id;

		list = person_fields(person, id);
		if (list.count > 1 && (id == FIELD_NAME || (id < FIELDS && fields[id].times == ONCE)))
			report_rivals(person, list);
	}
}

/* List the tags, each once. */
static void
settle_tags(struct person *person)
{
	const struct field_list list = person_fields(person, FIELD_TAGS);
	struct arena *arena = &person->people->arena, scratch = {0};
	struct map seen = {0};
	size_t room = 0;

	for (size_t i = 0; i < list.count; i++)
		for (size_t n = 0; n < list.rows[i].value.word.n; n++)
			room += n == 0 || list.rows[i].value.word.p[n] == ' ';
	person->tags = arena_zeroed(arena, room * sizeof *person->tags);
	for (size_t i = 0; i < list.count; i++) {
		struct str rest = list.rows[i].value.word, tag;

		while ((tag = str_cut_word(&rest)).n) {
			struct map_item *item = map_put(&seen, &scratch, tag);

			if (!item->value)
				person->tags[person->tag_count++] = tag;
			item->value = person;
		}
	}
	arena_free(&scratch);
}

/* Compare asks by where they are. */
static int
ask_cmp(const void *one, const void *other, const void *context)
{
	const struct ask *a = one, *b = other;
	const struct person *person = context;
	int c = event_cmp(&person->events[a->event], &person->events[b->event], person);

	return c ? c : str_cmp(a->rest, b->rest);
}

/* Compare appointments: by object, then by where they are. */
static int
plan_cmp(const void *one, const void *other, const void *sources)
{
	const struct plan *a = one, *b = other;

	if (a->object != b->object)
		return a->object < b->object ? -1 : 1;
	return position_cmp(sources, &a->row.at, &b->row.at);
}

/* Put the entries in order, and the asks, whose order is that of their entries. */
static void
settle_events(struct person *person)
{
	struct ask *ask = person->asks;

	sort_items(person->asks, person->ask_count, sizeof *person->asks, ask_cmp, person);
	sort_items(person->events, person->event_count, sizeof *person->events, event_cmp, person);
	for (uint32_t i = 0; i < person->event_count; i++)
		if (verb_is(person->events[i].verb, IS_ASK))
			ask++->event = i;
}

/* Put appointments in order, and give each affair its own. */
static void
settle_plans(struct person *person)
{
	sort_items(person->plans, person->plan_count, sizeof *person->plans, plan_cmp, &person->people->sources);
	for (size_t i = 0; i < person->plan_count; i++) {
		struct plan *plan = &person->plans[i];
		struct affair *affair = &person->affairs[plan->object];

		if (!affair->next_plan)
			affair->next_plan = plan;
		affair->plans_end = plan + 1;
	}
}

/* The affair of an object; 0 where there is none. */
static uint32_t
find_affair(const struct person *person, struct str object)
{
	for (size_t i = 1; i < person->affair_count; i++)
		if (str_eq(person->affairs[i].object, object))
			return (uint32_t)i;
	return 0;
}

/* Find a person's tier. Of one that is defined all have the same name, the same bytes in one place, which is soon compared. */
static void
settle_tier(struct person *person)
{
	const struct field_row *field = person_field(person, FIELD_TIER);

	if (!field)
		return;
	person->tier = settings_find_tier(&person->people->settings, field->value.word);
	person->tier_name = person->tier ? person->tier->name : field->value.word;
}

/* Put a person in order. */
static void
settle_person(struct person *person)
{
	const struct field_row *name, *status;

	person->replies = find_affair(person, STR("reply"));
	person->advice = find_affair(person, STR("advice"));
	settle_fields(person);
	name = person_field(person, FIELD_NAME);
	status = person_field(person, FIELD_STATUS);
	person->name = name ? field_text(name) : (struct str){NULL, 0};
	if (person->name.n == 0)
		person->name = person->id;
	person->status = status ? status->value.status : STATUS_ACTIVE;
	settle_tier(person);
	if (person->is_mixed)
		settle_events(person);
	if (person_fields(person, FIELD_TAGS).count)
		settle_tags(person);
	settle_plans(person);
}

/* Compare people by id. */
static int
person_cmp(const void *a, const void *b, const void *context)
{
	(void)context;
	return str_cmp((*(const struct person *const *)a)->id, (*(const struct person *const *)b)->id);
}

/* Group. */
void
people_group(struct people *people, person_sink *done, void *context)
{
	people->done = done;
	people->context = context;
}

/* Free what a person holds beside the arena. */
static void
free_person(struct person *person)
{
	free(person->fields);
	free(person->events);
	free(person->affairs);
	free(person->starts);
	free(person->asks);
	free(person->plans);
}

/* End a person. */
void
person_end(struct people *people)
{
	struct person *person = people->first;

	if (!people->settings_settled)
		settings_settle(&people->settings, &people->sources);
	people->settings_settled = true;
	if (!person)
		return;
	settle_person(person);
	people->done(people->context, person);
	free_person(person);
	people->first = NULL;
	people->map = (struct map){0};
	people->count = 0;
	*recent_slot(people->recent, RECENT_BITS, person->id) = (struct recent){0};
	arena_reset(&people->arena);
}

/* Settle. */
void
people_settle(struct people *people)
{
	size_t n = 0;

	if (people->done) {
		person_end(people);
		return;
	}
	settings_settle(&people->settings, &people->sources);
	people->sorted = memory_resize(NULL, people->count, sizeof(struct person *));
	for (struct person *p = people->first; p; p = p->next)
		people->sorted[n++] = p;
	sort_items(people->sorted, n, sizeof(struct person *), person_cmp, NULL);
	for (size_t i = 0; i < n; i++) {
		people->sorted[i]->order = (uint32_t)i;
		settle_person(people->sorted[i]);
	}
}

/* Free it all. */
void
people_free(struct people *people)
{
	for (struct person *p = people->first; p; p = p->next)
		free_person(p);
	free(people->sorted);
	free(people->recent);
	groups_free(&people->groups);
	arena_free(&people->arena);
	arena_free(&people->scratch);
	sources_free(&people->sources);
	settings_free(&people->settings);
}
