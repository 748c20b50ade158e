/* SPDX-License-Identifier: ISC
 * Templates: reading sections, finding them, filling them in. */
#include "template.h"

#include <stdlib.h>

#include "lexicon.h"
#include "out.h"
#include "utf8.h"

/* What a section still lacks while it is read. */
enum lacks { LACKS_SUBJECT, LACKS_GAP_LINE, LACKS_BODY, LACKS_NOTHING };

struct section {
	struct str name;
	struct place at;
	bool built_in;
	enum lacks lacks;
	struct str subject;
	struct str *lines;
	size_t count, room;
	struct section *next; /* in the order in which they were read */
};

static const char *const own_fields[DRAFT_FIELDS - DUE_COLUMNS] = {
    [FIELD_SLOTS - DUE_COLUMNS] = "slots", [FIELD_ME - DUE_COLUMNS] = "me", [FIELD_TODAY - DUE_COLUMNS] = "today",
};

/* The name of a field. */
static struct str
field_name(int field)
{
	return str_of(field < DUE_COLUMNS ? due_table.names[field] : own_fields[field - DUE_COLUMNS]);
}

/* A line of a template, piece by piece. */
enum piece_kind { PIECE_TEXT, PIECE_FIELD, PIECE_OPEN, PIECE_CLOSE, PIECE_BROKEN };

struct piece {
	enum piece_kind kind;
	struct str text;   /* all of it, as it stands in the line */
	struct str name;   /* of a field */
	bool has_other;    /* a fallback is given, maybe an empty one */
	struct str other;
};

/* Whether a piece of another kind than text begins at p. */
static bool
begins_piece(const char *p, const char *end)
{
	if (*p == '{' || *p == '}')
		return true;
	return p + 1 < end && ((p[0] == '[' && p[1] == '[') || (p[0] == ']' && p[1] == ']'));
}

/* Cut "{name|other}" off the front; broken where it does not end. */
static struct piece
cut_field(struct str *rest)
{
	const char *end = memchr(rest->p, '}', rest->n), *bar;
	struct piece piece = {.kind = PIECE_FIELD, .text = *rest};

	if (!end || *rest->p == '}') {
		piece.kind = PIECE_BROKEN;
		return piece;
	}
	piece.text = str_between(rest->p, end + 1);
	piece.name = str_between(rest->p + 1, end);
	bar = memchr(piece.name.p, '|', piece.name.n);
	if (bar) {
		piece.has_other = true;
		piece.other = str_between(bar + 1, end);
		piece.name = str_between(piece.name.p, bar);
	}
	*rest = str_between(end + 1, rest->p + rest->n);
	return piece;
}

/* Cut the next piece off the front of a line that is not empty. */
static struct piece
cut_piece(struct str *rest)
{
	const char *p = rest->p, *end = rest->p + rest->n;
	struct piece piece = {.kind = PIECE_TEXT};

	if (*p == '{' || *p == '}')
		return cut_field(rest);
	if (begins_piece(p, end)) {
		piece.kind = *p == '[' ? PIECE_OPEN : PIECE_CLOSE;
		p += 2;
	} else {
		while (p < end && !begins_piece(p, end))
			p++;
	}
	piece.text = str_between(rest->p, p);
	*rest = str_between(p, end);
	return piece;
}

/* Find a field by its name; DRAFT_FIELDS where there is none. */
static int
find_field(struct str name)
{
	int field = 0;

	while (field < DRAFT_FIELDS && !str_eq(name, field_name(field)))
		field++;
	return field;
}

/* Say a fault of the text that is read, at a byte of a line. */
#define FAULT(t, line, at, ...)                                                                                        \
	((t)->faulty = true,                                                                                           \
	    error_at((struct place){(t)->file, (t)->line, (uint64_t)((at) - (line).p) + 1}, __VA_ARGS__))

/* Check that a field is one. */
static void
check_field(struct templates *t, struct str line, struct str name)
{
	struct str names[DRAFT_FIELDS];
	int near;

	if (find_field(name) != DRAFT_FIELDS)
		return;
	for (int i = 0; i < DRAFT_FIELDS; i++)
		names[i] = field_name(i);
	near = nearest(name, names, DRAFT_FIELDS, sizeof *names, 2);
	if (near >= 0)
		FAULT(t, line, name.p, "expected a field, found %s: did you mean {%s}?", quoted(name).text, names[near].p);
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
				FAULT(t, line, piece.text.p, "expected ']]' before another '[[', found none");
			open = piece.text.p;
		} else if (piece.kind == PIECE_CLOSE) {
			if (!open)
				FAULT(t, line, piece.text.p, "expected '[[' before ']]', found none");
			open = NULL;
		} else if (piece.kind == PIECE_FIELD) {
			check_field(t, line, piece.name);
			check_text(t, line, piece.other, open || in_gap);
		}
	}
	if (open)
		FAULT(t, line, open, "expected ']]' behind '[[' on the same line, found none");
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

/* What may stand between braces in the forms of a date. */
enum date_part { PART_DAY, PART_MONTH, PART_YEAR, PART_WEEKDAY, DATE_PARTS };

static const struct str date_parts[DATE_PARTS] = {{"day", 3}, {"month", 5}, {"year", 4}, {"weekday", 7}};

/* Find a part by its name; DATE_PARTS where there is none. */
static int
find_part(struct str name)
{
	int part = 0;

	while (part < DATE_PARTS && !str_eq(name, date_parts[part]))
		part++;
	return part;
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
		    (piece.kind != PIECE_FIELD || piece.has_other || find_part(piece.name) == DATE_PARTS))
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

	if (text.n == 0)
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
		good = str_eq(key, STR("or")) && (w->joint = value).n > 0;
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
		error_at(s->at, "expected %s in [%s], found none", lacking[s->lacks], bare(s->name).text);
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

/* Begin a section. One of the user's takes the place of a built-in one. */
static void
begin_section(struct templates *t, struct str line)
{
	struct str name = {line.p + 1, line.n > 1 ? line.n - 2 : 0};
	struct section *s, *before;
	void **value;

	end_section(t);
	if (line.p[line.n - 1] != ']' || !name_is_good(name)) {
		FAULT(t, line, line.p, "expected a section such as [thanks] or [thanks.late], found %s", quoted(line).text);
		return;
	}
	if (str_eq(name, STR("dates"))) {
		t->in_dates = true;
		return;
	}
	value = map_put(&t->map, &t->arena, name);
	before = *value;
	if (before && before->built_in == t->built_in) {
		FAULT(t, line, line.p, "expected [%s] once, found it a second time; the first stands in line %llu", bare(name).text,
		    (unsigned long long)before->at.line);
		return;
	}
	*value = s = ARENA_NEW(&t->arena, struct section);
	s->name = arena_copy(&t->arena, name);
	s->at = (struct place){t->file, t->line, 1};
	s->built_in = t->built_in;
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
			FAULT(t, line, line.p, "expected an empty line behind the subject, found %s", quoted(line).text);
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

	t->line = number;
	if (bad) {
		FAULT(t, line, bad, "expected text in UTF-8, found %s", quoted((struct str){bad, 1}).text);
		return;
	}
	if (line.n && line.p[0] == '[' && !(line.n > 1 && line.p[1] == '['))
		begin_section(t, line);
	else if (t->in_dates)
		take_date_line(t, line);
	else if (t->section)
		take_section_line(t, line);
	else if (line.n && line.p[0] != '#' && !t->faulty)
		FAULT(t, line, line.p, "expected a section such as [thanks], or a comment behind '#', found %s", quoted(line).text);
}

/* Begin a text of the user's. */
void
templates_begin(struct templates *t, struct str file)
{
	t->file = file;
	t->built_in = false;
}

/* End it. */
bool
templates_end(struct templates *t)
{
	end_section(t);
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

/* A text as it grows. */
struct text {
	char *p;
	size_t n, room;
};

/* Put one byte. */
static void
text_char(struct text *t, char c)
{
	ARRAY_PUSH(t->p, t->n, t->room, c);
}

/* The last byte, or 0. */
static char
text_last(const struct text *t)
{
	return t->n ? t->p[t->n - 1] : 0;
}

/* Put a part of the template as it stands. */
static void
text_put(struct text *t, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		text_char(t, s.p[i]);
}

/*
 * Put what a field holds. It can't begin or end a gap, nor a line: brackets are kept apart, and what is no text (line ends,
 * tabs, other controls) is a blank.
 */
static void
text_put_field(struct text *t, struct str s)
{
	while (s.n) {
		uint32_t c = ' ';
		size_t n = utf8_decode(s, &c);

		if (n == 0 || c < 0x20 || (c >= 0x7f && c <= 0x9f)) {
			text_char(t, ' ');
		} else {
			if ((*s.p == '[' || *s.p == ']') && text_last(t) == *s.p)
				text_char(t, ' ');
			text_put(t, (struct str){s.p, n});
		}
		s = str_between(s.p + (n ? n : 1), s.p + s.n);
	}
}

/* A line as it is filled in. */
struct filler {
	const struct filling *filling;
	struct text *to;
	bool in_gap;
	uint32_t gaps;
};

/* Whether the line has a field that is empty and has no fallback. */
static bool
is_left_out(const struct filling *filling, struct str line)
{
	while (line.n) {
		struct piece piece = cut_piece(&line);

		if (piece.kind == PIECE_FIELD && !piece.has_other && filling->text[find_field(piece.name)].n == 0)
			return true;
	}
	return false;
}

/* Put a field; what may only stand in a gap brings its own. */
static void
fill_field(struct filler *f, int field)
{
	bool own_gap = f->filling->only_in_gap[field] && !f->in_gap;

	if (own_gap)
		text_put(f->to, STR("[["));
	text_put_field(f->to, f->filling->text[field]);
	if (own_gap) {
		text_put(f->to, text_last(f->to) == ']' ? STR(" ]]") : STR("]]"));
		f->gaps++;
	}
}

/* Fill in a piece of text of the template. */
static void
fill_text(struct filler *f, struct str text)
{
	while (text.n) {
		struct piece piece = cut_piece(&text);
		int field;

		switch (piece.kind) {
		case PIECE_FIELD:
			field = find_field(piece.name);
			if (f->filling->text[field].n)
				fill_field(f, field);
			else
				fill_text(f, piece.other);
			break;
		case PIECE_OPEN:
			f->in_gap = true;
			f->gaps++;
			text_put(f->to, piece.text);
			break;
		case PIECE_CLOSE:
			f->in_gap = false;
			if (text_last(f->to) == ']')
				text_char(f->to, ' ');
			text_put(f->to, piece.text);
			break;
		case PIECE_TEXT:
		case PIECE_BROKEN:
			text_put(f->to, piece.text);
			break;
		}
	}
}

/* Fill in the body: lines left out leave no second empty line behind, and none stands at either end. */
static void
fill_body(struct filler *f, const struct section *s)
{
	bool gap = false;

	for (size_t i = 0; i < s->count; i++) {
		if (s->lines[i].n == 0) {
			gap = f->to->n > 0;
			continue;
		}
		if (is_left_out(f->filling, s->lines[i]))
			continue;
		if (gap)
			text_char(f->to, '\n');
		gap = false;
		fill_text(f, s->lines[i]);
		text_char(f->to, '\n');
	}
}

/* Copy what was filled in, and begin anew. */
static struct str
text_take(struct text *t, struct arena *arena)
{
	struct str s = arena_copy(arena, (struct str){t->p, t->n});

	t->n = 0;
	return s;
}

/* Fill a section in. */
struct draft
template_fill(const struct section *section, const struct filling *filling, struct arena *arena)
{
	struct text text = {NULL, 0, 0};
	struct filler f = {filling, &text, false, 0};
	struct draft draft;

	if (!is_left_out(filling, section->subject))
		fill_text(&f, section->subject);
	draft.subject = text_take(&text, arena);
	fill_body(&f, section);
	draft.body = text_take(&text, arena);
	draft.gaps = f.gaps;
	free(text.p);
	return draft;
}

/* Write a day in the words of a form. */
static struct str
day_in_words(const struct date_words *words, struct str form, day d, struct arena *arena)
{
	struct text text = {NULL, 0, 0};
	struct civil date = day_civil(d);
	char number[PUT_NUMBER_MOST];
	struct str s;

	while (form.n) {
		struct piece piece = cut_piece(&form);
		int part = piece.kind == PIECE_FIELD ? find_part(piece.name) : DATE_PARTS;

		if (part == PART_MONTH)
			text_put(&text, words->months[date.month - 1]);
		else if (part == PART_WEEKDAY)
			text_put(&text, words->weekdays[day_weekday(d)]);
		else if (part == DATE_PARTS)
			text_put(&text, piece.text);
		else
			text_put(&text, str_between(number, put_number(number, part == PART_DAY ? date.mday : date.year)));
	}
	s = text_take(&text, arena);
	free(text.p);
	return s;
}

/* Write a day as a date. */
struct str
template_date(const struct templates *t, day d, struct arena *arena)
{
	return day_in_words(&t->words, t->words.date, d, arena);
}

/* Write a day as an offer. */
struct str
template_slot(const struct templates *t, day d, struct arena *arena)
{
	return day_in_words(&t->words, t->words.slot, d, arena);
}

/* Free them. */
void
templates_free(struct templates *t)
{
	for (struct section *s = t->sections; s; s = s->next)
		free(s->lines);
	arena_free(&t->arena);
}
