/* SPDX-License-Identifier: ISC
 * The pieces of a line of a template, and the names of fields. */
#include "template-lex.h"

static const struct str own_fields[DRAFT_FIELDS - DUE_WIDTH] = {
    [DRAFT_SLOTS - DUE_WIDTH] = WORD("slots"), [DRAFT_ME - DUE_WIDTH] = WORD("me"), [DRAFT_TODAY - DUE_WIDTH] = WORD("today"),
};

/* The name of a field. */
struct str
field_name(int field)
{
	return field < DUE_WIDTH ? due_table.names[field] : own_fields[field - DUE_WIDTH];
}

/* Whether a piece of another kind than text begins at p. */
static bool
begins_piece(const char *p, const char *end)
{
	if (*p == '{' || *p == '}')
		return true;
	return p + 1 < end && ((p[0] == '[' && p[1] == '[') || (p[0] == ']' && p[1] == ']'));
}

/* Cut "{name|fallback}" off the front; broken where it does not end. */
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
		piece.has_fallback = true;
		piece.fallback = str_between(bar + 1, end);
		piece.name = str_between(piece.name.p, bar);
	}
	*rest = str_between(end + 1, rest->p + rest->n);
	return piece;
}

/* Cut the next piece off the front of a line that is not empty. */
struct piece
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

/* Find a field by its name. */
int
find_field(struct str name)
{
	int field = 0;

	while (field < DRAFT_FIELDS && !str_eq(name, field_name(field)))
		field++;
	return field;
}

static const struct str date_parts[DATE_PARTS] = {WORD("day"), WORD("month"), WORD("year"), WORD("weekday")};

/* Find a part of a date by its name. */
enum date_part
find_part(struct str name)
{
	int part = 0;

	while (part < DATE_PARTS && !str_eq(name, date_parts[part]))
		part++;
	return (enum date_part)part;
}
