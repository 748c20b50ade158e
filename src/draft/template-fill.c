/* SPDX-License-Identifier: ISC
 * Templates: filling a section in, and days in words. */
#include "template.h"

#include "base/utf8.h"
#include "template-lex.h"

/* A text as it is filled in. */
struct filled {
	struct text text;
	bool after_field; /* the last byte came from a field, or one that is empty stood here, or what follows is a fallback */
};

/* Keep a bracket that is to follow apart from one like it, and a question mark from the brackets that begin a gap. */
static void
keep_apart(struct text *t, char next)
{
	char last = t->used ? t->bytes[t->used - 1] : 0;

	bool begins_gap = last == '[' && t->used > 1 && t->bytes[t->used - 2] == '[';

	if (((next == '[' || next == ']') && last == next) || (next == '?' && begins_gap))
		text_add_char(t, ' ');
}

/* Add a part of the template as it is; but with what a field left before it, it makes no mark of a gap. */
static void
add_part(struct filled *to, struct str s)
{
	if (to->after_field && s.n)
		keep_apart(&to->text, *s.p);
	text_add(&to->text, s);
	to->after_field = to->after_field && s.n == 0;
}

/*
 * Add what a field holds. It can't begin or end a gap, nor a line: brackets are kept apart, and what is no text (line ends,
 * tabs, other controls) is a blank.
 */
static void
add_field(struct filled *to, struct str s)
{
	while (s.n) {
		uint32_t c = ' ';
		size_t n = utf8_decode(s, &c);

		if (n == 0 || c < 0x20 || (c >= 0x7f && c <= 0x9f)) {
			text_add_char(&to->text, ' ');
		} else {
			keep_apart(&to->text, *s.p);
			text_add(&to->text, (struct str){s.p, n});
		}
		to->after_field = true;
		s = str_from(s, n ? n : 1);
	}
}

/* A line as it is filled in. */
struct filler {
	const struct filling *filling;
	struct filled *to;
	bool in_gap;
	uint32_t gaps; /* that must be filled */
};

/* Whether the line has a field that is empty and has no fallback. */
static bool
is_left_out(const struct filling *filling, struct str line)
{
	while (line.n) {
		struct piece piece = cut_piece(&line);

		if (piece.kind == PIECE_FIELD && !piece.has_fallback && filling->text[find_field(piece.name)].n == 0)
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
		add_part(f->to, STR("[["));
	add_field(f->to, f->filling->text[field]);
	if (own_gap) {
		add_part(f->to, STR("]]"));
		f->gaps++;
	}
}

static void fill_text(struct filler *f, struct str text);

/* Put a fallback. What is beside it makes no mark of a gap with it, either. */
static void
fill_fallback(struct filler *f, struct str fallback)
{
	f->to->after_field = true;
	fill_text(f, fallback);
	f->to->after_field = true;
}

/* Where a field gives nothing, nor does the blank before it: "Hello {greet|}," is "Hello,". */
static void
fill_empty(struct filled *to)
{
	if (to->text.used && to->text.bytes[to->text.used - 1] == ' ')
		to->text.used--;
	to->after_field = true;
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
			else if (piece.fallback.n)
				fill_fallback(f, piece.fallback);
			else
				fill_empty(f->to);
			break;
		case PIECE_OPEN:
			f->in_gap = true;
			f->gaps += !(text.n && *text.p == '?');
			add_part(f->to, piece.text);
			break;
		case PIECE_CLOSE:
			f->in_gap = false;
			add_part(f->to, piece.text);
			break;
		case PIECE_TEXT:
		case PIECE_BROKEN:
			add_part(f->to, piece.text);
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
			gap = f->to->text.used > 0;
			continue;
		}
		if (is_left_out(f->filling, s->lines[i]))
			continue;
		if (gap)
			text_add_char(&f->to->text, '\n');
		gap = false;
		fill_text(f, s->lines[i]);
		text_add_char(&f->to->text, '\n');
	}
}

/* Fill a section in. */
struct draft
template_fill(const struct section *section, const struct filling *filling, struct arena *arena)
{
	struct filled subject = {text_growing(), false}, body = {text_growing(), false};
	struct filler f = {filling, &subject, false, 0};
	struct draft draft;

	if (!is_left_out(filling, section->subject))
		fill_text(&f, section->subject);
	draft.subject = arena_take(arena, &subject.text);
	f.to = &body;
	fill_body(&f, section);
	draft.body = arena_take(arena, &body.text);
	draft.gaps = f.gaps;
	return draft;
}

/* Write a day in the words of a form. */
static struct str
day_in_words(const struct date_words *words, struct str form, day d, struct arena *arena)
{
	struct text text = text_growing();
	struct civil date = day_civil(d);

	while (form.n) {
		struct piece piece = cut_piece(&form);

		switch (piece.kind == PIECE_FIELD ? find_part(piece.name) : DATE_PARTS) {
		case PART_DAY:
			text_add_number(&text, date.mday);
			break;
		case PART_MONTH:
			text_add(&text, words->months[date.month - 1]);
			break;
		case PART_YEAR:
			text_add_number(&text, date.year);
			break;
		case PART_WEEKDAY:
			text_add(&text, words->weekdays[day_weekday(d)]);
			break;
		case DATE_PARTS:
			text_add(&text, piece.text);
			break;
		}
	}
	return arena_take(arena, &text);
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
