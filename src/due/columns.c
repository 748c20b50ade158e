/* SPDX-License-Identifier: ISC
 * The cells of rc-due's table. */
#include "columns.h"

#include "greeting.h"

static const struct due_row *
row_of(const void *row)
{
	return row;
}

static const struct person *
person_of(const void *row)
{
	return row_of(row)->person;
}

/* The text of a field that a person has one of; empty where it is not given. */
static struct str
text_of(const struct person *person, enum field_id id)
{
	const struct field_row *field = person_field(person, id);

	return field ? field_text(field) : (struct str){NULL, 0};
}

static void
write_due(struct text *to, const void *row)
{
	text_add_day(to, row_of(row)->due);
}

static void
write_over(struct text *to, const void *row)
{
	text_add_number(to, person_of(row)->people->today - row_of(row)->due);
}

static void
write_who(struct text *to, const void *row)
{
	text_add(to, person_of(row)->id);
}

static void
write_name(struct text *to, const void *row)
{
	text_add(to, person_of(row)->name);
}

static void
write_tier(struct text *to, const void *row)
{
	text_add(to, person_of(row)->tier_name);
}

static void
write_status(struct text *to, const void *row)
{
	text_add(to, status_names[person_of(row)->status]);
}

static void
write_reason(struct text *to, const void *row)
{
	text_add(to, row_of(row)->reason->name);
}

static void
write_object(struct text *to, const void *row)
{
	text_add(to, row_of(row)->origin.object);
}

static void
write_why(struct text *to, const void *row)
{
	text_add(to, row_of(row)->why);
}

static void
write_text(struct text *to, const void *row)
{
	text_add(to, row_of(row)->origin.text);
}

static void
write_last(struct text *to, const void *row)
{
	text_add_day(to, row_of(row)->last);
}

static void
write_pct(struct text *to, const void *row)
{
	if (row_of(row)->pct >= 0)
		text_add_number(to, row_of(row)->pct);
}

/* What they told me last, or else the last note about them. */
static void
write_recall(struct text *to, const void *row)
{
	const struct saved_row *fact = person_of(row)->saved[FACT];
	struct field_list notes = person_fields(person_of(row), FIELD_NOTE);

	if (fact)
		text_add(to, saved_text(fact));
	else if (notes.count)
		text_add(to, field_text(&notes.rows[notes.count - 1]));
}

static void
write_greet(struct text *to, const void *row)
{
	struct str greet = text_of(person_of(row), FIELD_GREET);

	text_add(to, greet.n ? greet : greeting(person_of(row)->name));
}

static void
write_formal(struct text *to, const void *row)
{
	const struct field_row *formal = person_field(person_of(row), FIELD_FORMAL);

	if (formal && formal->value.yes)
		text_add(to, STR("yes"));
}

/* The channel to reach somebody by: the one named, else what there is. */
static struct str
channel(const struct person *person)
{
	const struct field_row *via = person_field(person, FIELD_VIA);

	if (via)
		return via->value.word;
	if (text_of(person, FIELD_EMAIL).n)
		return fields[FIELD_EMAIL].key;
	if (person->status != STATUS_GUARDED && text_of(person, FIELD_PHONE).n)
		return fields[FIELD_PHONE].key;
	return (struct str){NULL, 0};
}

static void
write_via(struct text *to, const void *row)
{
	text_add(to, channel(person_of(row)));
}

static void
write_to(struct text *to, const void *row)
{
	text_add(to, person_value(person_of(row), channel(person_of(row))));
}

/* The topics, comma between. */
static void
write_topics(struct text *to, const void *row)
{
	struct field_list topics = person_fields(person_of(row), FIELD_TOPIC);

	for (size_t i = 0; i < topics.count; i++) {
		if (i)
			text_add(to, STR(", "));
		text_add(to, field_text(&topics.rows[i]));
	}
}

static void
write_tags(struct text *to, const void *row)
{
	text_add_tags(to, person_of(row));
}

/* The fields that are passed on as they are. */
#define FIELD(id, key, writer)                                      \
	static void writer(struct text *to, const void *row)        \
	{                                                           \
		text_add(to, text_of(person_of(row), FIELD_##id));  \
	}
PASSED_ON_FIELDS(FIELD)
#undef FIELD

static void
write_out(struct text *to, const void *row)
{
	text_add_number(to, (int64_t)row_of(row)->out);
}

static void
write_rank(struct text *to, const void *row)
{
	text_add_number(to, due_rank(row));
}

static void
write_source(struct text *to, const void *row)
{
	text_add_source(to, &person_of(row)->people->sources, row_of(row)->origin.source);
}

#define COLUMN(id, name, writer) writer,
cell_writer *const due_cells[DUE_WIDTH] = {DUE_COLUMNS(COLUMN)};
#undef COLUMN
