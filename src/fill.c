/* SPDX-License-Identifier: ISC
 * Templates: filling a section in, and days in words. */
#include "template.h"

#include <stdlib.h>

#include "out.h"
#include "pieces.h"
#include "utf8.h"

/* A text as it grows. */
struct text {
	char *p;
	size_t n, room;
	bool after_field; /* the last byte came from a field, or what follows does from a fallback */
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

/* Keep a bracket that is to follow apart from one like it. */
static void
text_part(struct text *t, char next)
{
	if ((next == '[' || next == ']') && text_last(t) == next)
		text_char(t, ' ');
}

/* Put a part of the template as it stands; but with what a field left behind it makes no mark of a gap. */
static void
text_put(struct text *t, struct str s)
{
	if (t->after_field && s.n)
		text_part(t, *s.p);
	for (size_t i = 0; i < s.n; i++)
		text_char(t, s.p[i]);
	t->after_field = t->after_field && s.n == 0;
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
			text_part(t, *s.p);
			for (size_t i = 0; i < n; i++)
				text_char(t, s.p[i]);
		}
		t->after_field = true;
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
		text_put(f->to, STR("]]"));
		f->gaps++;
	}
}

static void fill_text(struct filler *f, struct str text);

/* Put a fallback. What stands beside it makes no mark of a gap with it, either. */
static void
fill_other(struct filler *f, struct str other)
{
	f->to->after_field = true;
	fill_text(f, other);
	f->to->after_field = true;
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
				fill_other(f, piece.other);
			break;
		case PIECE_OPEN:
			f->in_gap = true;
			f->gaps++;
			text_put(f->to, piece.text);
			break;
		case PIECE_CLOSE:
			f->in_gap = false;
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
	t->after_field = false;
	return s;
}

/* Fill a section in. */
struct draft
template_fill(const struct section *section, const struct filling *filling, struct arena *arena)
{
	struct text text = {NULL, 0, 0, false};
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
	struct text text = {NULL, 0, 0, false};
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
