/* SPDX-License-Identifier: ISC
 * The lenient reader of fields and directives: days, spans and ranges as people write them. */
#include "base/fields.h"
#include "base/rules.h"
#include "lenient-date.h"
#include "remedy.h"
#include "token.h"

/* Write the rest of a value, a blank before it. */
static void
add_after(struct text *to, struct str rest)
{
	while (rest.n && (is_blank(*rest.p) || strchr(",;:", *rest.p)))
		rest = str_from(rest, 1);
	if (rest.n == 0)
		return;
	text_add_char(to, ' ');
	text_add(to, rest);
}

/* A day, with its year or without, and what follows it. */
static bool
mend_day(struct str value, struct text *to)
{
	return lenient_yearly(&value, to) && (add_after(to, value), true);
}

/* A span, written "6 weeks", and what follows it. */
static bool
mend_span(struct str value, struct text *to)
{
	return lenient_span(&value, to) && (add_after(to, value), true);
}

/* Two days with a dash, "to" or "until" between, and what follows them. */
static bool
mend_range(struct str value, struct text *to)
{
	static const struct str between[] = {
	    WORD(".."), WORD("-"), WORD("\xe2\x80\x93"), WORD("\xe2\x80\x94"), WORD("to"), WORD("until"), WORD("till"),
	};

	if (!lenient_yearly(&value, to))
		return false;
	value = str_trim(value);
	for (size_t i = 0; i < COUNT(between); i++)
		if (str_starts(value, between[i])) {
			value = str_from(value, between[i].n);
			text_add(to, STR(".."));
			return mend_day(value, to);
		}
	return false;
}

/* What mends a value of a form; NULL where nothing is plain. */
static bool (*mender_of(enum field_form form))(struct str value, struct text *to)
{
	switch (form) {
	case FORM_CADENCE:
		return mend_span;
	case FORM_YEARLY:
	case FORM_YEARLY_TEXT:
	case FORM_SINCE:
	case FORM_UNTIL:
	case FORM_JOB:
		return mend_day;
	case FORM_RANGE:
		return mend_range;
	case FORM_TEXT:
	case FORM_TIER:
	case FORM_CHANNEL:
	case FORM_STATUS:
	case FORM_YES_NO:
	case FORM_TAGS:
		break;
	}
	return NULL;
}

/* Write an @ line. False where the name is too long for one. */
static bool
write_person(struct text *to, struct str id, struct str name)
{
	size_t before;

	text_add_char(to, '@');
	text_add(to, id);
	before = to->used + 1;
	add_after(to, name);
	return to->used <= before + SHORT_TEXT;
}

/* Write the field that a line was meant to be. */
bool
remedy_field(struct str line, struct str person, struct text *to)
{
	struct str rest = line, key = str_cut_word(&rest), value = str_trim(rest), known = {NULL, 0};
	bool (*mend)(struct str value, struct text *to);
	char lower[32];
	struct text letters = TEXT_IN(lower);
	enum field_id id;

	if (key.n && key.p[key.n - 1] == ':')
		key.n--;
	if (value.n && *value.p == ':')
		value = str_trim(str_from(value, 1));
	for (size_t i = 0; i < key.n; i++)
		text_add_char(&letters, key.p[i] >= 'A' && key.p[i] <= 'Z' ? (char)(key.p[i] | ' ') : key.p[i]);
	known = text_str(&letters);
	if (value.n == 0 || letters.cut)
		return false;
	if (str_eq(known, STR("name")))
		return write_person(to, person, value);
	if ((id = field_find(known)) == FIELDS && (id = field_by_other_name(known)) == FIELDS)
		return false;
	text_add(to, fields[id].key);
	text_add(to, STR(": "));
	if (str_eq(key, fields[id].key) && line.p[key.n] == ':' && (mend = mender_of(fields[id].form)))
		return mend(value, to);
	text_add(to, value);
	return true;
}

/* Write the directive that a line was meant to be: its spans and days in the short form. */
bool
remedy_directive(struct str line, struct text *to)
{
	struct str rest = line, word;
	bool mended = false;

	text_add(to, str_cut_word(&rest));
	while (str_trim(rest).n) {
		text_add_char(to, ' ');
		rest = str_trim(rest);
		if (is_digit(*rest.p) && lenient_span(&rest, to)) {
			mended = true;
			continue;
		}
		word = str_cut_word(&rest);
		text_add(to, word);
	}
	return mended;
}

/* Write the @ line that a line was meant to be: without a colon after the id. */
bool
remedy_person(struct str line, struct text *to)
{
	struct str rest = line, word = str_cut_word(&rest), id;
	const char *at;

	if (word.n < 3 || !strchr(":,;", word.p[word.n - 1]))
		return false;
	id = str_between(word.p + 1, word.p + word.n - 1);
	return id_check(id, &at) == WORD_GOOD && write_person(to, id, rest);
}
