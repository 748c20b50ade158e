/* SPDX-License-Identifier: ISC
 * The people of a table: reading its rows. */
#include "people.h"

#include "diag.h"
#include "out.h"

/* Find or add a person. */
static struct person *
add_person(struct people *people, struct str id)
{
	void **value = map_put(&people->map, &people->arena, id);
	struct person *person = *value;

	if (!person) {
		*value = person = ARENA_NEW(&people->arena, struct person);
		person->id = arena_copy(&people->arena, id);
		person->next = people->first;
		people->first = person;
		people->count++;
	}
	return person;
}

/* Find or add an affair; its index. */
static uint32_t
add_affair(struct people *people, struct person *person, struct str object)
{
	void **value;
	struct affair affair = {.object = object};

	if (person->affair_count == 0)
		ARRAY_PUSH(person->affairs, person->affair_count, person->affair_room, (struct affair){0});
	if (object.n == 0)
		return 0;
	value = map_put(&person->affair_map, &people->arena, object);
	if (!*value) {
		affair.object = arena_copy(&people->arena, object);
		*value = (void *)(uintptr_t)person->affair_count;
		ARRAY_PUSH(person->affairs, person->affair_count, person->affair_room, affair);
	}
	return (uint32_t)(uintptr_t)*value;
}

/* An entry's row as it is read. */
struct entry_row {
	struct event event;
	struct str line;
	struct str object; /* of a bare acked with a deadline: "reply" */
};

/* Keep the row if it is later than the one kept. Rows that are copied anew take twice the room, so as to move seldom. */
static void
keep_latest(struct people *people, struct kept_row *kept, const struct entry_row *row)
{
	if (kept->set) {
		int order = (row->event.day > kept->day) - (row->event.day < kept->day);

		if (order == 0)
			order = source_cmp(&people->sources, row->event.source, kept->source);
		if (order == 0)
			order = str_cmp(row->line, (struct str){kept->row, kept->length});
		if (order <= 0)
			return;
	}
	if (!kept->row || row->line.n > kept->room) {
		kept->room = row->line.n * (kept->set ? 2 : 1);
		kept->row = arena_zeroed(&people->arena, kept->room);
	}
	memcpy(kept->row, row->line.p, row->line.n);
	kept->length = row->line.n;
	kept->set = true;
	kept->day = row->event.day;
	kept->source = row->event.source;
}

/* The kind of matter that an entry opens, or MATTERS. */
enum matter_kind
matter_opened(const struct event *e)
{
	bool mine = e->actor == ACTOR_ME;

	switch (e->verb) {
	case VERB_ACKED:
		if (!e->by)
			return MATTERS;
		/* fall through */
	case VERB_PROMISED:
		return mine ? MY_PROMISE : THEIR_PROMISE;
	case VERB_ASKED:
		return mine ? MY_ASK : THEIR_ASK;
	case VERB_WANT:
		return MY_WISH;
	default:
		return MATTERS;
	}
}

/* Keep the row where it may be shown. */
static void
keep_row(struct people *people, struct person *person, const struct entry_row *row)
{
	const struct event *e = &row->event;
	struct affair *affair = &person->affairs[e->object];
	enum matter_kind kind = matter_opened(e);

	if (kind != MATTERS) {
		if (!affair->matter[kind])
			affair->matter[kind] = ARENA_NEW(&people->arena, struct matter);
		keep_latest(people, &affair->matter[kind]->opening, row);
	}
	if (e->verb == VERB_HAD) {
		if (!affair->news)
			affair->news = ARENA_NEW(&people->arena, struct kept_row);
		keep_latest(people, affair->news, row);
	}
	if (verbs[e->verb].is_contact)
		keep_latest(people, &person->last, row);
	if (e->actor != ACTOR_THEM)
		return;
	if (e->verb == VERB_WROTE)
		keep_latest(people, &person->their_word, row);
	else if (e->verb == VERB_GAVE || e->verb == VERB_KEPT)
		keep_latest(people, &person->their_gift, row);
	else if (e->verb == VERB_DECLINED)
		keep_latest(people, &person->their_no, row);
}

/* Keep an appointment: each is a row of its own. */
static void
keep_meet(struct people *people, struct person *person, const struct entry_row *row)
{
	struct kept_row kept = {0};

	keep_latest(people, &kept, row);
	ARRAY_PUSH(person->meets, person->meet_count, person->meet_room, kept);
}

/* Take an entry of a person, today or before; appointments of any day. */
static void
take_event(struct people *people, struct person *person, struct entry_row *row)
{
	struct event *e = &row->event;

	if (e->verb == VERB_MEET) {
		keep_meet(people, person, row);
		return;
	}
	if (e->has_text && e->actor == ACTOR_ME && (e->verb == VERB_NOTED || e->verb == VERB_WROTE) &&
	    e->day > person->documented)
		person->documented = e->day;
	if (e->verb == VERB_NOTED)
		return;
	e->object = add_affair(people, person, row->object);
	keep_row(people, person, row);
	if (e->verb != VERB_HAD)
		ARRAY_PUSH(person->events, person->event_count, person->event_room, *e);
}

/* Say that a cell is not what it should be. */
static bool
bad_cell(struct place at, const char *expected, struct str found)
{
	error_at(at, "expected %s, found %s", expected, quoted(found).text);
	return false;
}

/* Read who acted; the verb says who may. */
static bool
read_actor(struct event *e, struct str cell, struct place at)
{
	static const unsigned sides[ACTORS] = {[ACTOR_BOTH] = BY_BOTH, [ACTOR_ME] = BY_ME, [ACTOR_THEM] = BY_THEM};

	for (unsigned i = 0; i < ACTORS; i++)
		if (str_eq(cell, actor_names[i]) && verbs[e->verb].sides & sides[i]) {
			e->actor = i & 3;
			return true;
		}
	error_at(at, "expected the actor of '%s' to be %s, found %s", verbs[e->verb].name.p,
	    verbs[e->verb].sides & BY_BOTH ? "both" : verbs[e->verb].sides == BY_ME ? "me" : verbs[e->verb].sides == BY_THEM
	    ? "them" : "me or them", quoted(cell).text);
	return false;
}

/* Read an entry's cells. */
static bool
read_entry(const struct str *cell, struct place at, struct entry_row *row)
{
	struct event *e = &row->event;
	enum verb_id verb = verb_find(cell[COL_VERB]);
	uint32_t minutes = 0;

	if (!day_parse(cell[COL_DATE], &e->day))
		return bad_cell(at, "an entry with a date like 2026-11-21", cell[COL_DATE]);
	if (verb == VERBS)
		return bad_cell(at, "an entry with a verb", cell[COL_VERB]);
	e->verb = verb & 31;
	if (!read_actor(e, cell[COL_ACTOR], at))
		return false;
	if (verbs[verb].needs_object && cell[COL_OBJECT].n == 0)
		return bad_cell(at, "an object", cell[COL_OBJECT]);
	if (cell[COL_MINUTES].n && (!str_number(cell[COL_MINUTES], MINUTES_MAX, &minutes) || minutes == 0))
		return bad_cell(at, "whole minutes, 1 to 600000", cell[COL_MINUTES]);
	e->minutes = minutes & 0xfffff;
	if (cell[COL_BY].n && !day_parse(cell[COL_BY], &e->by))
		return bad_cell(at, "a deadline like 2026-11-21", cell[COL_BY]);
	e->has_text = cell[COL_TEXT].n > 0;
	row->object = cell[COL_OBJECT];
	e->is_bare = row->object.n == 0;
	if (verb == VERB_ACKED && e->by && e->is_bare)
		row->object = STR("reply");
	return true;
}

/* Take an entry's row. What lies after today is left out; only plans and wishes may. */
static void
take_entry(struct people *people, const struct str *cell, struct str line, struct source source, struct place at)
{
	struct entry_row row = {.line = line, .event = {.source = source}};
	struct person *person;

	if (!read_entry(cell, at, &row))
		return;
	person = add_person(people, cell[COL_WHO]);
	if (row.event.day > people->today && row.event.verb != VERB_MEET) {
		if (row.event.verb != VERB_WANT)
			warn_at(at, "%s lies after today and is left out: a plan is 'meet', a wish is 'want'",
			    quoted(cell[COL_DATE]).text);
		return;
	}
	take_event(people, person, &row);
}

/* A date as the table has it: "2026-11-21", or "--11-21" where the year is open. */
static bool
read_yearly(struct str cell, bool open_year)
{
	struct civil date;

	if (open_year && str_starts(cell, STR("--")))
		return yearly_parse((struct str){cell.p + 2, cell.n - 2}, &date) && date.year == 0;
	return yearly_parse(cell, &date) && date.year != 0;
}

/* Whether the cells of a field are of the form that its key has. */
static bool
field_is_good(enum field_id id, const struct str *cell)
{
	struct span span;

	switch (id == FIELDS ? FORM_TEXT : fields[id].form) {
	case FORM_WORD:
		return cell[id == FIELD_VIA ? COL_VIA : COL_OBJECT].n > 0;
	case FORM_CADENCE:
		return str_eq(cell[COL_OBJECT], STR("never")) || span_parse(cell[COL_OBJECT], &span);
	case FORM_STATUS:
		for (int i = 0; i < STATUSES; i++)
			if (str_eq(cell[COL_OBJECT], status_names[i]))
				return true;
		return false;
	case FORM_YEARLY:
	case FORM_YEARLY_TEXT:
		return read_yearly(cell[COL_DATE], true);
	case FORM_SINCE:
		return read_yearly(cell[COL_DATE], false);
	case FORM_UNTIL:
		return read_yearly(cell[COL_BY], false);
	case FORM_RANGE:
		return read_yearly(cell[COL_DATE], true) && read_yearly(cell[COL_BY], true) &&
		    cell[COL_DATE].n == cell[COL_BY].n;
	case FORM_JOB:
		return cell[COL_DATE].n == 0 || read_yearly(cell[COL_DATE], false);
	case FORM_TEXT:
	case FORM_TAGS:
		return true;
	}
	return false;
}

/* Copy a row, its cells pointing into the copy. */
static struct field_row
copy_field_row(struct people *people, const struct str *cell, struct str line, struct source source)
{
	struct field_row row = {source, arena_copy(&people->arena, line), {{NULL, 0}}};

	for (int i = 0; i < PARSE_COLUMNS; i++)
		row.cell[i] = (struct str){row.row.p + (cell[i].p - line.p), cell[i].n};
	return row;
}

/* Add a row to a list; people_settle puts it in order. */
static void
add_to_list(struct people *people, struct field_list *list, const struct str *cell, struct str line, struct source source)
{
	ARRAY_PUSH(list->rows, list->count, list->room, copy_field_row(people, cell, line, source));
}

/* Keep the first row of a key. */
static void
keep_first(struct people *people, struct person *person, const struct str *cell, struct str line, struct source source)
{
	const struct field_row row = {.source = source, .row = line};
	void **value = map_put(&person->firsts, &people->arena, cell[COL_VERB]);
	struct field_row *first = *value;

	if (first && field_row_cmp(first, &row, people) <= 0)
		return;
	if (!first)
		*value = first = ARENA_NEW(&people->arena, struct field_row);
	*first = copy_field_row(people, cell, line, source);
}

/* What a field says: its cells, blanks between. Lives until the next call. */
static struct str
said_by(struct people *people, const struct str *cell)
{
	static const enum parse_column columns[] = {COL_DATE, COL_BY, COL_OBJECT, COL_VIA, COL_TAGS, COL_TEXT};
	char *from, *to;

	arena_reset(&people->scratch);
	from = to = arena_zeroed(&people->scratch, (size_t)(cell[COL_SOURCE].p - cell[COL_RECORD].p) + COUNT(columns));
	for (size_t i = 0; i < COUNT(columns); i++) {
		if (to > from && cell[columns[i]].n)
			to = put_char(to, ' ');
		to = put_str(to, cell[columns[i]]);
	}
	return str_between(from, to);
}

/* Take a field's row. */
static void
take_field(struct people *people, const struct str *cell, struct str line, struct source source, struct place at)
{
	enum field_id id = field_find(cell[COL_VERB]);
	bool is_name = str_eq(cell[COL_VERB], STR("name"));
	struct person *person;

	if (cell[COL_VERB].n == 0 || !field_is_good(id, cell)) {
		bad_cell(at, "a field of a person and its value", said_by(people, cell));
		return;
	}
	person = add_person(people, cell[COL_WHO]);
	if (is_name || id < FIELDS_ONE)
		setting_offer(&person->one[is_name ? ONE_NAME : (int)id], &people->arena, &people->sources, source, line,
		    said_by(people, cell));
	else if (id == FIELD_ON)
		add_to_list(people, &person->on, cell, line, source);
	else if (id == FIELD_BUSY)
		add_to_list(people, &person->busy, cell, line, source);
	else if (id == FIELD_TOPIC)
		add_to_list(people, &person->topics, cell, line, source);
	if (!is_name)
		keep_first(people, person, cell, line, source);
}

/* Take a row. */
static void
take_row(struct people *people, const struct str *cell, struct str line, struct place at)
{
	struct str record = cell[COL_RECORD];
	struct source source = source_parse(&people->sources, cell[COL_SOURCE]);

	if (cell[COL_SOURCE].n)
		at = source_place(&people->sources, source);
	if (str_eq(record, STR("tier")))
		settings_tier(&people->settings, &people->sources, cell, line, source, at);
	else if (str_eq(record, STR("rule")))
		settings_rule(&people->settings, &people->sources, cell, line, source, at);
	else if (!str_eq(record, STR("entry")) && !str_eq(record, STR("person")))
		bad_cell(at, "a row of the record entry, person, tier or rule", record);
	else if (cell[COL_WHO].n == 0)
		bad_cell(at, "a row that says who", cell[COL_WHO]);
	else if (str_eq(record, STR("entry")))
		take_entry(people, cell, line, source, at);
	else
		take_field(people, cell, line, source, at);
}

/* Take a line. */
void
people_take_line(void *context, struct str file, const struct line *line)
{
	struct people *people = context;
	struct place at = {file, line->number, 0};
	struct str cell[PARSE_COLUMNS];

	if (table_row(&people->reader, line->text, at, cell))
		take_row(people, cell, line->text, at);
}
