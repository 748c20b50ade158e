/* SPDX-License-Identifier: ISC
 * Templates: reading and finding sections. */
#include "template.h"

#include <stdlib.h>

#include "base/spelling.h"
#include "base/utf8.h"
#include "template-lex.h"

/* Say what is wrong at a byte of a line of the text that is read, at a byte of a line. */
#define FAULT(t, line, at, ...)                                                                                        \
	((t)->faulty = true,                                                                                           \
	    error_at((struct place){(t)->file, (t)->line, (uint64_t)((at) - (line).p) + 1}, __VA_ARGS__))

/* Check that a field is one. */
static void
check_field(struct templates *t, struct str line, struct str name)
{
	struct str names[DRAFT_FIELDS];
	const struct str *near;

	if (find_field(name) != DRAFT_FIELDS)
		return;
	for (int i = 0; i < DRAFT_FIELDS; i++)
		names[i] = field_name(i);
	near = nearest(name, names, DRAFT_FIELDS, sizeof *names, 2);
	if (near)
		FAULT(t, line, name.p, "expected a field, found %s: did you mean {%s}?", quoted(name).text, near->p);
	else
		FAULT(t, line, name.p, "expected a column of rc-due, slots, me or today between braces, found %s", quoted(name).text);
}

/* Check what stands between `text`'s ends, which lies in a line; a fallback holds no fields and, in a gap, no gaps. */
static void
check_text(struct templates *t, struct str line, struct str text, bool in_gap)
{
	struct str rest = text;
	const char *open = NULL;

	while (rest.n) {
		struct piece piece = cut_piece(&rest);

		if (piece.kind == PIECE_BROKEN) {
			FAULT(t, line, piece.text.p, "expected {field} or {field|other} on one line, found %s", quoted(piece.text).text);
			return;
		}
		if (piece.kind == PIECE_OPEN) {
			if (open || in_gap)
				FAULT(t, line, piece.text.p, "expected ']]' before another '[['");
			open = piece.text.p;
		} else if (piece.kind == PIECE_CLOSE) {
			if (!open)
				FAULT(t, line, piece.text.p, "expected '[[' before ']]'");
			open = NULL;
		} else if (piece.kind == PIECE_FIELD) {
			check_field(t, line, piece.name);
			check_text(t, line, piece.fallback, open || in_gap);
		}
	}
	if (open)
		FAULT(t, line, open, "expected ']]' after '[[' on the same line");
}

/* The first words of keys in [dates], and where their values go. */
static bool
split_names(struct str value, struct str *names, size_t count)
{
	size_t n = 0;

	for (;;) {
		const char *comma = value.n ? memchr(value.p, ',', value.n) : NULL;
		struct str name = str_trim(comma ? str_between(value.p, comma) : value);

		if (name.n == 0 || n == count)
			return false;
		names[n++] = name;
		if (!comma)
			return n == count;
		value = str_between(comma + 1, value.p + value.n);
	}
}

/* Whether a form of a date is well made. */
static bool
form_is_good(struct str form)
{
	if (form.n == 0)
		return false;
	while (form.n) {
		struct piece piece = cut_piece(&form);

		if (piece.kind != PIECE_TEXT &&
		    (piece.kind != PIECE_FIELD || piece.has_fallback || find_part(piece.name) == DATE_PARTS))
			return false;
	}
	return true;
}

/* Take a line of [dates]. */
static void
take_date_line(struct templates *t, struct str line)
{
	struct str text = str_trim(line), key, value;
	struct date_words *w = &t->words;
	const char *colon = text.n ? memchr(text.p, ':', text.n) : NULL;
	bool good;

	if (text.n == 0 || *text.p == '#')
		return;
	key = colon ? str_between(text.p, colon) : text;
	value = arena_copy(&t->arena, colon ? str_trim(str_between(colon + 1, text.p + text.n)) : (struct str){text.p, 0});
	if (str_eq(key, STR("months")))
		good = split_names(value, w->months, 12);
	else if (str_eq(key, STR("weekdays")))
		good = split_names(value, w->weekdays, 7);
	else if (str_eq(key, STR("date")))
		good = form_is_good(w->date = value);
	else if (str_eq(key, STR("slot")))
		good = form_is_good(w->slot = value);
	else
		good = str_eq(key, STR("or")) && (w->conjunction = value).n > 0;
	if (!good)
		FAULT(t, line, text.p, "expected 'months:' and 12 names with commas between, 'weekdays:' and 7, 'date:' or 'slot:' "
		    "with {day} {month} {year} {weekday}, or 'or:' and a word, found %s", quoted(text).text);
}

/* Say what a section lacks when it ends. */
static void
end_section(struct templates *t)
{
	static const char *const lacking[] = {
	    [LACKS_SUBJECT] = "a line 'Subject: ...'", [LACKS_GAP_LINE] = "an empty line and a body", [LACKS_BODY] = "a body",
	};
	struct section *s = t->section;

	if (s && s->lacks != LACKS_NOTHING) {
		t->faulty = true;
		error_at(s->at, "expected %s in [%s]", lacking[s->lacks], bare(s->name).text);
	}
	t->section = NULL;
	t->in_dates = false;
}

/* Whether a name is well made: words of a-z, 0-9 and '-', points between. */
static bool
name_is_good(struct str name)
{
	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];

		if (!is_lower(c) && (i == 0 || !(is_digit(c) || c == '-' || c == '.')))
			return false;
	}
	return name.n > 0 && name.p[name.n - 1] != '.';
}

/* Cut a word up to the next point off a name, and the point with it. */
static struct str
cut_name_word(struct str *name)
{
	const char *point = str_find(*name, '.');
	struct str word = point ? str_between(name->p, point) : *name;

	*name = point ? str_rest(*name, point + 1) : str_from(*name, name->n);
	return word;
}

/* Take a section's name apart. Its qualifiers must be known and in their order, and a number, of 2 or more, comes last. */
static void
read_name(struct section *s)
{
#define QUALIFIER(id, name, fits) WORD(name),
	static const struct str names[QUALIFIER_COUNT] = {QUALIFIERS(QUALIFIER)};
#undef QUALIFIER
	struct str rest = s->name, word;
	int next = 0;

	s->base = cut_name_word(&rest);
	s->number = 1;
	for (word = cut_name_word(&rest); word.n && next < QUALIFIER_COUNT; next++)
		if (str_eq(word, names[next])) {
			s->qualifiers |= 1U << next;
			word = cut_name_word(&rest);
		}
	s->chosen = word.n == 0 || (rest.n == 0 && str_number(word, 999, &s->number) && s->number > 1);
}

/* What a section of the user's stands for is no longer used: the built-in one of its name, and with a plain one its variants. */
static void
replace_built_in(const struct section *by, struct section *first)
{
	for (struct section *s = first; s; s = s->next_of_base)
		if (s->built_in && s->chosen && s->qualifiers == by->qualifiers && (by->number == 1 || by->number == s->number))
			s->replaced = true;
}

/* Put a section among those of its base. */
static void
add_to_base(struct templates *t, struct section *s)
{
	struct map_item *item = map_put(&t->bases, &t->arena, s->base);

	if (!s->built_in && s->chosen)
		replace_built_in(s, item->value);
	s->next_of_base = item->value;
	item->value = s;
}

/* Begin a section. One of the user's takes the place of a built-in one. */
static void
begin_section(struct templates *t, struct str line)
{
	struct str name = {line.p + 1, line.n > 1 ? line.n - 2 : 0};
	struct section *s;
	const struct section *before;

	end_section(t);
	if (line.p[line.n - 1] != ']' || !name_is_good(name)) {
		FAULT(t, line, line.p, "expected a section such as [thanks] or [thanks.late], found %s", quoted(line).text);
		return;
	}
	if (str_eq(name, STR("dates"))) {
		t->in_dates = true;
		return;
	}
	before = map_get(&t->map, name);
	if (before && before->built_in == t->built_in) {
		FAULT(t, line, line.p, "expected [%s] once, found it a second time; the first is in line %llu", bare(name).text,
		    (unsigned long long)before->at.line);
		return;
	}
	s = ARENA_NEW(&t->arena, struct section);
	s->name = arena_copy(&t->arena, name);
	s->at = (struct place){t->file, t->line, 1};
	s->built_in = t->built_in;
	read_name(s);
	add_to_base(t, s);
	map_put(&t->map, &t->arena, s->name)->value = s;
	*t->last = s;
	t->last = &s->next;
	t->section = s;
}

/* Take a line of a section. */
static void
take_section_line(struct templates *t, struct str line)
{
	struct section *s = t->section;
	struct str copy = arena_copy(&t->arena, line);

	switch (s->lacks) {
	case LACKS_SUBJECT:
		if (!str_starts(line, STR("Subject:"))) {
			FAULT(t, line, line.p, "expected 'Subject: ...' below [%s], found %s", bare(s->name).text, quoted(line).text);
			t->section = NULL;
			return;
		}
		check_text(t, line, line, false);
		s->subject = str_trim((struct str){copy.p + STR("Subject:").n, copy.n - STR("Subject:").n});
		s->lacks = LACKS_GAP_LINE;
		return;
	case LACKS_GAP_LINE:
		if (line.n) {
			FAULT(t, line, line.p, "expected an empty line after the subject, found %s", quoted(line).text);
			t->section = NULL;
			return;
		}
		s->lacks = LACKS_BODY;
		return;
	case LACKS_BODY:
	case LACKS_NOTHING:
		check_text(t, line, line, false);
		ARRAY_PUSH(s->lines, s->count, s->room, copy);
		if (line.n)
			s->lacks = LACKS_NOTHING;
		return;
	}
}

/* Take a line of a text. */
void
templates_line(struct templates *t, struct str text, uint64_t number)
{
	struct str line = str_trim_end(text);
	const char *bad = utf8_forbidden(line);
	uint32_t c;

	t->line = number;
	if (bad) {
		if (utf8_decode(str_between(bad, line.p + line.n), &c))
			FAULT(t, line, bad, "expected text, found the control character U+%04X", (unsigned)c);
		else
			FAULT(t, line, bad, "expected text in UTF-8, found %s", quoted((struct str){bad, 1}).text);
		if (t->section && t->section->lacks == LACKS_BODY)
			t->section->lacks = LACKS_NOTHING;
		return;
	}
	if (line.n && line.p[0] == '[' && !(line.n > 1 && line.p[1] == '['))
		begin_section(t, line);
	else if (t->in_dates)
		take_date_line(t, line);
	else if (t->section)
		take_section_line(t, line);
	else if (line.n && line.p[0] != '#' && !t->faulty)
		FAULT(t, line, line.p, "expected a section such as [thanks], or a comment after '#', found %s", quoted(line).text);
}

/* Begin a text of the user's. */
void
templates_begin(struct templates *t, struct str file)
{
	t->file = file;
	t->built_in = false;
}

/* Warn of a section that no row will use, where its name is near one that is built in. */
static void
warn_near_miss(const struct templates *t, const struct section *section)
{
	const struct section *near = NULL;
	int most = 2;

	for (const struct section *s = t->sections; s && s->built_in; s = s->next) {
		int edits = edits_between(section->base, s->base, most);

		if (edits == 0 && !section->chosen)
			warn_at(section->at, "[%s] is used with -k alone: after [%s] come guarded, formal, hard, late, long, in this order, "
			    "and a number from 2 on", bare(section->name).text, bare(s->base).text);
		if (edits == 0)
			return;
		if (edits <= most) {
			near = s;
			most = edits;
		}
	}
	if (near)
		warn_at(section->at, "[%s] is used with -k alone: did you mean [%s]?", bare(section->name).text, bare(near->base).text);
}

/* End it. */
bool
templates_end(struct templates *t)
{
	end_section(t);
	for (const struct section *s = t->sections; s; s = s->next)
		if (!s->built_in)
			warn_near_miss(t, s);
	return !t->faulty;
}

/* Read the built-in ones. */
void
templates_start(struct templates *t)
{
	uint64_t number = 0;

	*t = (struct templates){.file = STR("built-in templates"), .built_in = true};
	t->last = &t->sections;
	for (const char *const *line = template_lines; *line; line++) {
		struct str text = str_of(*line);

		templates_line(t, (struct str){text.p, text.n - 1}, ++number);
	}
	end_section(t);
}

/* Find a section. */
const struct section *
templates_find(const struct templates *t, struct str name)
{
	return map_get(&t->map, name);
}

/* Whether a section is built in. */
bool
template_is_built_in(const struct section *section)
{
	return section->built_in;
}

/* Free them. */
void
templates_free(struct templates *t)
{
	for (struct section *s = t->sections; s; s = s->next)
		free(s->lines);
	arena_free(&t->arena);
}
