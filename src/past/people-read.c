/* SPDX-License-Identifier: ISC
 * The people of a table: reading its rows into values. */
#include "people.h"

/*
 * Ask the machine for what is going to be needed of a person, while the rest of the row is read: with thousands of people it is
 * in none of the near caches.
 */
static void
expect_person(struct people *people, struct str id)
{
	const struct person *person = recent_slot(people->recent, RECENT_BITS, id)->value;

	if (!person || !person->event_count)
		return;
	PREFETCH(person->events + person->event_count);
	PREFETCH(person->starts);
	PREFETCH(person->saved[LAST_CONTACT]);
}

/* Find or add a person. */
static struct person *
add_person(struct people *people, struct str id)
{
	struct recent *recent = recent_slot(people->recent, RECENT_BITS, id);
	struct person *person = recent_value(recent, id);
	struct map_item *item;

	if (person)
		return person;
	item = map_put(&people->map, &people->arena, id);
	person = item->value;
	if (!person) {
		item->value = person = ARENA_NEW(&people->arena, struct person);
		person->people = people;
		person->id = item->key;
		person->next = people->first;
		people->first = person;
		people->count++;
	}
	recent_put(recent, person->id, person);
	return person;
}

/* Add an affair that is new; its index. */
static COLD uint32_t
new_affair(struct person *person, struct str object)
{
	size_t before = person->affair_count;

	if (before) {
		person->starts = array_room(person->starts, before - 1, &person->start_room, sizeof *person->starts);
		person->starts[before - 1] = eight_start(object.p, object.n);
	}
	ARRAY_PUSH(person->affairs, person->affair_count, person->affair_room, ((struct affair){.object = object}));
	return (uint32_t)before;
}

/* Find or add an affair in the map, which has all of them but that of no object. */
static COLD uint32_t
add_to_map(struct person *person, struct str object)
{
	struct arena *arena = &person->people->arena;
	struct map_item *item;

	if (!person->affair_map)
		person->affair_map = ARENA_NEW(arena, struct map);
	for (size_t i = person->affair_map->count + 1; i < person->affair_count; i++)
		map_put(person->affair_map, arena, person->affairs[i].object)->value = (void *)(uintptr_t)i;
	item = map_put(person->affair_map, arena, object);
	if (!item->value)
		item->value = (void *)(uintptr_t)new_affair(person, item->key);
	return (uint32_t)(uintptr_t)item->value;
}

/*
 * Find or add an affair; its index. With most people there are few: their starts, which are side by side, are looked at one after
 * the other, until there are many.
 */
static uint32_t
add_affair(struct person *person, struct str object)
{
	enum { MANY_AFFAIRS = 16 };
	uint64_t start = eight_start(object.p, object.n);

	if (person->affair_count == 0)
		new_affair(person, (struct str){NULL, 0});
	if (object.n == 0)
		return 0;
	if (person->affair_count > MANY_AFFAIRS)
		return add_to_map(person, object);
	for (size_t i = 1; i < person->affair_count; i++)
		if (person->starts[i - 1] == start && (object.n < 8 || str_eq(person->affairs[i].object, object)))
			return (uint32_t)i;
	return new_affair(person, arena_copy(&person->people->arena, object));
}

/* Save a row. One that takes another's place gets twice the room, so as to move seldom. */
static void
save(struct people *people, struct saved_row *saved, const struct row *row)
{
	char *copy = (char *)(uintptr_t)saved->at.cells.p;
	size_t n = row->at.cells.n;

	if (!copy || n > saved->room) {
		size_t room = copy ? n * 2 : n;

		copy = arena_bytes(&people->arena, room);
		saved->room = room <= UINT32_MAX ? (uint32_t)room : 0;
	}
	memcpy(copy, row->at.cells.p, n);
	saved->at = row->at;
	saved->at.cells.p = copy;
	saved->day = row->day;
}

/* Save a row if it comes after the one that is saved, or with `first` before it. */
static void
save_better(struct people *people, struct saved_row *saved, const struct row *row, bool first)
{
	int order = is_saved(saved) ? position_cmp(&people->sources, &row->at, &saved->at) : 0;

	if (!is_saved(saved) || (first ? order < 0 : order > 0))
		save(people, saved, row);
}

/* Save a row in a place of its own, made where there is none yet. */
static void
save_one(struct people *people, struct saved_row **saved, const struct row *row, bool first)
{
	if (!*saved)
		*saved = ARENA_NEW(&people->arena, struct saved_row);
	save_better(people, *saved, row, first);
}

/* The kind of matter that an entry opens, or MATTERS (spec: tables, "What counts"). */
static enum matter_kind
matter_opened(const struct event *e)
{
	bool mine = e->actor == ACTOR_ME;

	switch (verbs[e->verb].opens) {
	case OPENS_REPLY:
		if (!e->by)
			return MATTERS;
		/* fall through */
	case OPENS_PROMISE:
		return mine ? MY_PROMISE : THEIR_PROMISE;
	case OPENS_ASK:
		return mine ? MY_ASK : THEIR_ASK;
	case OPENS_WISH:
		return MY_WISH;
	case OPENS_NOTHING:
		break;
	}
	return MATTERS;
}

/* What is saved: entries of that trait, of theirs or of either side, all or those with text; the first of them or the latest. */
static const struct {
	unsigned trait;
	bool theirs, with_text, first;
} saved_kinds[SAVED_KINDS] = {
    [FIRST_CONTACT] = {IS_CONTACT, false, false, true},
    [LAST_CONTACT] = {IS_CONTACT, false, false, false},
    [THEIR_MESSAGE] = {IS_MESSAGE, true, false, false},
    [THEIR_HELP] = {IS_HELP, true, false, false},
    [THEIR_REFUSAL] = {IS_REFUSAL, true, false, false},
    [FACT] = {IS_FACT, false, true, false},
};

/* Which of them an entry is, as bits. */
static unsigned
kinds_of(unsigned verb, unsigned actor, bool has_text)
{
	unsigned kinds = 0;

	for (int i = 0; i < SAVED_KINDS; i++)
		if (verb_is(verb, saved_kinds[i].trait) && (!saved_kinds[i].theirs || actor == ACTOR_THEM) &&
		    (!saved_kinds[i].with_text || has_text))
			kinds |= 1u << i;
	return kinds;
}

/* Work that out for all there are, once. */
void
saved_kinds_find(struct people *people)
{
	for (int verb = 0; verb < verb_count; verb++)
		for (unsigned actor = 0; actor < ACTORS; actor++)
			for (unsigned has_text = 0; has_text < 2; has_text++)
				people->kinds[verb][actor][has_text] = (unsigned char)kinds_of((unsigned)verb, actor, has_text);
}

/* Keep what may be shown of an ask, whose event was added just now. */
static void
keep_ask(struct person *person, const struct row *row)
{
	struct str via = row->cell[PARSE_VIA], text = row->cell[PARSE_TEXT];
	struct ask *ask = ARRAY_NEXT(person->asks, person->ask_count, person->ask_room);

	ask->event = person->event_count - 1;
	ask->rest = arena_copy(&person->people->arena, str_between(via.p, text.p + text.n));
	ask->text = (uint32_t)(text.p - via.p);
}

/* Keep what may be shown of an entry that opens a matter: of asks each, else the latest. */
static void
keep_opening(struct person *person, const struct event *e, const struct row *row)
{
	struct affair *affair = &person->affairs[e->object];
	struct matter *matter = affair_matter(affair, e->opens);

	if (!matter) {
		matter = ARENA_NEW(&person->people->arena, struct matter);
		matter->kind = e->opens;
		matter->next = affair->matters;
		affair->matters = matter;
	}
	if (verb_is(e->verb, IS_ASK))
		keep_ask(person, row);
	else
		save_better(person->people, &matter->opening, row, false);
}

/* Save the first row of contact, which is the last as well: one copy is enough, until one of them gets another row. */
static void
save_contact(struct person *person, const struct row *row)
{
	struct saved_row *both = arena_aligned(&person->people->arena, 2 * sizeof *both, _Alignof(struct saved_row));

	save(person->people, &both[0], row);
	both[0].room = 0;
	both[1] = both[0];
	person->saved[FIRST_CONTACT] = &both[0];
	person->saved[LAST_CONTACT] = &both[1];
}

/* Save the row where it may be shown. */
static void
save_row(struct person *person, const struct event *e, const struct row *row)
{
	unsigned kinds = person->people->kinds[e->verb][e->actor][e->has_text];

	if (e->opens != MATTERS)
		keep_opening(person, e, row);
	if (verb_is(e->verb, IS_NEWS))
		save_one(person->people, &person->affairs[e->object].news, row, false);
	if (kinds & 1 << LAST_CONTACT && !person->saved[LAST_CONTACT])
		save_contact(person, row);
	for (; kinds; kinds &= kinds - 1) {
		unsigned i = first_bit(kinds);

		save_one(person->people, &person->saved[i], row, saved_kinds[i].first);
	}
}

/* Keep an appointment: each is a row of its own. */
static void
keep_plan(struct person *person, struct str object, const struct row *row)
{
	struct plan plan = {.object = add_affair(person, object.n ? object : STR("meeting"))};

	save(person->people, &plan.row, row);
	ARRAY_PUSH(person->plans, person->plan_count, person->plan_room, plan);
}

/* Keep what is ahead of them; of one object the last by source, whatever its day. */
static void
keep_ahead(struct person *person, struct str object, const struct row *row)
{
	struct row undated = *row;
	uint32_t index = add_affair(person, object);

	undated.at.day = DAY_NONE;
	save_one(person->people, &person->affairs[index].ahead, &undated, false);
}

/* Add an entry to the others. Most often it comes after them; where that is not plain, they are put in order at the end. */
static void
add_event(struct person *person, const struct event *e)
{
	const struct event *last = person->event_count ? &person->events[person->event_count - 1] : NULL;

	if (last && (e->day < last->day || (e->day == last->day && (e->source.file != last->source.file ||
	    e->source.line <= last->source.line))))
		person->is_mixed = true;
	*ARRAY_NEXT(person->events, person->event_count, person->event_room) = *e;
}

/* Keep an entry of today or before. */
static void
keep_event(struct person *person, struct event *e, struct str object, const struct row *row)
{
	if (e->has_text && e->actor == ACTOR_ME && verb_is(e->verb, IS_RECORD) && e->day > person->documented)
		person->documented = e->day;
	e->object = add_affair(person, object);
	if (verb_is(e->verb, IS_CONTACT) || e->opens != MATTERS)
		add_event(person, e);
	save_row(person, e, row);
}

/* Read who acted; the verb says who may. */
static bool
read_actor(struct event *e, const struct row *row)
{
	static const unsigned sides[ACTORS] = {[ACTOR_BOTH] = BY_BOTH, [ACTOR_ME] = BY_ME, [ACTOR_THEM] = BY_THEM};
	const struct verb *verb = &verbs[e->verb];
	struct str cell = row->cell[PARSE_ACTOR];

	for (unsigned i = 0; i < ACTORS; i++)
		if (str_eq(cell, actor_names[i]) && verb->sides & sides[i]) {
			e->actor = i & 3;
			return true;
		}
	return error_at(row_place(row), "expected the actor of '%s' to be %s, found %s", verb->name.p,
	    verb->sides & BY_BOTH ? "both" : verb->sides == BY_ME ? "me" : verb->sides == BY_THEM ? "them" : "me or them",
	    quoted(cell).text);
}

/* Read a date, which most often is that of the row before. */
static bool
read_date(struct people *people, struct str date, day *d)
{
	if (date.n == DAY_TEXT && same_few(date.p, people->date, DAY_TEXT)) {
		*d = people->date_day;
		return true;
	}
	if (!day_parse(date, d))
		return false;
	memcpy(people->date, date.p, DAY_TEXT);
	people->date_day = *d;
	return true;
}

/* Read an entry's cells. `*object` is what the entry is about: of a bare acked with a deadline, a reply. */
static bool
read_entry(struct people *people, const struct row *row, struct event *e, struct str *object)
{
	const struct str *cell = row->cell;
	unsigned verb = verb_find(cell[PARSE_VERB]);
	uint32_t minutes = 0;

	*e = (struct event){.source = row->at.source, .verb = verb & NO_VERB, .has_text = cell[PARSE_TEXT].n > 0,
	    .is_bare = cell[PARSE_OBJECT].n == 0};
	if (!read_date(people, cell[PARSE_DATE], &e->day))
		return error_expected(row_place(row), "an entry with a date like 2026-11-21", cell[PARSE_DATE]);
	if (verb == NO_VERB)
		return error_expected(row_place(row), "an entry with a verb", cell[PARSE_VERB]);
	if (!read_actor(e, row))
		return false;
	if (verb_is(verb, NEEDS_OBJECT) && e->is_bare)
		return error_expected(row_place(row), "an object", cell[PARSE_OBJECT]);
	if (cell[PARSE_MINUTES].n && (!str_number(cell[PARSE_MINUTES], MINUTES_MAX, &minutes) || minutes == 0))
		return error_expected(row_place(row), "whole minutes, 1 to 600000", cell[PARSE_MINUTES]);
	if (cell[PARSE_BY].n && !day_parse(cell[PARSE_BY], &e->by))
		return error_expected(row_place(row), "a deadline like 2026-11-21", cell[PARSE_BY]);
	e->minutes = minutes & ((1u << MINUTES_BITS) - 1);
	e->opens = matter_opened(e) & ((1u << MATTER_BITS) - 1);
	*object = e->is_bare && e->by && verbs[verb].opens == OPENS_REPLY ? STR("reply") : cell[PARSE_OBJECT];
	return true;
}

/* Take an entry's row. What is after today is left out; only plans, wishes and what is ahead of them may be. */
static void
take_entry(struct people *people, struct row *row)
{
	struct event e;
	struct str object = {NULL, 0};
	struct person *person;

	if (!read_entry(people, row, &e, &object))
		return;
	row->day = row->at.day = e.day;
	person = add_person(people, row->cell[PARSE_WHO]);
	if (verb_is(e.verb, IS_PLAN))
		keep_plan(person, object, row);
	else if (e.day <= people->today)
		keep_event(person, &e, object, row);
	else if (verb_is(e.verb, IS_NEWS))
		keep_ahead(person, object, row);
	else if (!verb_is(e.verb, MAY_LIE_AHEAD))
		warn_at(row_place(row), "%s is after today and is left out: only meet, want and had may be ahead",
		    quoted(row->cell[PARSE_DATE]).text);
}

/* Read the cells of a field into its value, if they are of the form that its key has. */
static bool
read_field(struct field_row *f, const struct str *cell)
{
	struct str date = cell[PARSE_DATE], by = cell[PARSE_BY];

	switch (f->id < FIELDS ? fields[f->id].form : FORM_TEXT) {
	case FORM_TIER:
		f->value.word = cell[PARSE_OBJECT];
		return f->value.word.n > 0;
	case FORM_CHANNEL:
		f->value.word = cell[PARSE_VIA];
		return f->value.word.n > 0;
	case FORM_CADENCE:
		return cadence_parse(cell[PARSE_OBJECT], &f->value.span);
	case FORM_STATUS:
		return (f->value.status = status_find(cell[PARSE_OBJECT])) != STATUSES;
	case FORM_YES_NO:
		f->value.yes = str_eq(cell[PARSE_OBJECT], STR("yes"));
		return f->value.yes || str_eq(cell[PARSE_OBJECT], STR("no"));
	case FORM_YEARLY:
	case FORM_YEARLY_TEXT:
		return yearly_parse_cell(date, &f->value.yearly);
	case FORM_SINCE:
		return day_parse(date, &f->value.day);
	case FORM_UNTIL:
		return day_parse(by, &f->value.day);
	case FORM_JOB:
		return date.n == 0 || day_parse(date, &f->value.day);
	case FORM_RANGE:
		return yearly_parse_cell(date, &f->value.range.from) && yearly_parse_cell(by, &f->value.range.to) && date.n == by.n;
	case FORM_TAGS:
		f->value.word = cell[PARSE_TAGS];
		return true;
	case FORM_TEXT:
		return true;
	}
	return false;
}

/* A slice of cells in a copy of these. */
static struct str
in_copy(struct str copy, struct str cells, struct str s)
{
	return (struct str){copy.p + (s.p - cells.p), s.n};
}

/* Keep a field; a word in it is where its cells are. */
static void
keep_field(struct person *person, struct field_row f, const struct row *row)
{
	enum field_form form = f.id < FIELDS ? fields[f.id].form : FORM_TEXT;

	f.cells = arena_copy(&person->people->arena, row->at.cells);
	if (form == FORM_TIER || form == FORM_CHANNEL || form == FORM_TAGS)
		f.value.word = in_copy(f.cells, row->at.cells, f.value.word);
	ARRAY_PUSH(person->fields, person->field_count, person->field_room, f);
}

/* Take a field's row. */
static void
take_field(struct people *people, const struct row *row)
{
	struct str key = row->cell[PARSE_VERB];
	struct field_row f = {.id = str_eq(key, STR("name")) ? (enum field_id)FIELD_NAME : field_find(key), .source = row->at.source};

	if (f.id == FIELD_TAG)
		f.id = FIELD_TAGS;
	if (key.n && read_field(&f, row->cell)) {
		keep_field(add_person(people, row->cell[PARSE_WHO]), f, row);
		return;
	}
	arena_reset(&people->scratch);
	error_expected(row_place(row), "a field of a person and its value", field_said(&people->scratch, row->at.cells));
}

/* Whether a tier or a rule is where it may be: in a table that is grouped before all people. */
static bool
is_before_people(const struct people *people, const struct row *row)
{
	return !people->done || (!people->first && !people->settings_settled) ||
	    error_at(row_place(row), "expected tiers and rules before all people (-g), found one after them");
}

/* Whether a row of a person's is where it may be in a table that is grouped; the person before it ends where another begins. */
static bool
is_in_its_group(struct people *people, const struct row *row)
{
	struct str who = row->cell[PARSE_WHO];

	if (!people->done || (people->first && str_eq(people->first->id, who)))
		return true;
	if (!groups_add(&people->groups, who))
		return error_at(row_place(row), "expected the rows of each person together (-g), found more of @%s", bare(who).text);
	if (people->first)
		person_end(people);
	return true;
}

/* Take a row of a tier, or of a rule. */
static void
take_setting(struct people *people, const struct row *row, bool is_tier)
{
	if (!is_before_people(people, row))
		return;
	if (is_tier)
		settings_take_tier(&people->settings, row);
	else
		settings_take_rule(&people->settings, row);
}

/* Take a row. */
static void
take_row(struct people *people, struct row *row)
{
	struct str record = row->cell[PARSE_RECORD];
	bool is_entry = str_eq(record, STR("entry")), is_tier = str_eq(record, STR("tier"));

	if (is_tier || str_eq(record, STR("rule")))
		take_setting(people, row, is_tier);
	else if (!is_entry && !str_eq(record, STR("person")))
		error_expected(row_place(row), "a row of the record entry, person, tier or rule", record);
	else if (row->cell[PARSE_WHO].n == 0)
		error_expected(row_place(row), "a row that says who", row->cell[PARSE_WHO]);
	else if (!is_in_its_group(people, row))
		return;
	else if (is_entry)
		take_entry(people, row);
	else
		take_field(people, row);
}

/* Take a line. */
static void
take_line(void *context, struct str file, const struct line *line)
{
	struct people *people = context;
	struct place at = {file, line->number, 0};
	struct row row; /* cleared member by member: it is large, and there is one for each line */
	bool good;

	row.file = file;
	row.number = line->number;
	if (!table_row(&people->reader, line->text, &at, row.cell))
		return;
	expect_person(people, row.cell[PARSE_WHO]);
	row.at.day = row.day = DAY_NONE;
	row.at.cells = cells_of(&row);
	row.sources = &people->sources;
	row.at.source = source_parse(&people->sources, &row.cell[PARSE_SOURCE], &good);
	if (good)
		take_row(people, &row);
	else
		error_expected(at, "a source such as journal.txt:12, or none", row.cell[PARSE_SOURCE]);
}

/* Read all. */
void
people_read(struct people *people, struct cli *cli, const struct table_writer *table)
{
	if (people->done)
		cli_write_header(cli, table);
	cli_read(cli, IN_NO_LIMIT, NULL, take_line, people);
	if (!people->done)
		cli_write_header(cli, table);
	people_settle(people);
}
