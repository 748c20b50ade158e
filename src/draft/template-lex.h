/* SPDX-License-Identifier: ISC
 *
 * What a line of a template is made of: text, fields, the marks of gaps; and the names of fields. What the reader and the
 * filler of templates share.
 */
#ifndef DRAFT_TEMPLATE_LEX_H
#define DRAFT_TEMPLATE_LEX_H

#include "template.h"

/* A section, from its header to the next. */
enum lacks { LACKS_SUBJECT, LACKS_GAP_LINE, LACKS_BODY, LACKS_NOTHING };

struct section {
	struct str name;
	struct place at;
	bool built_in;
	bool chosen;         /* its name is one by which a row finds it: */
	struct str base;
	unsigned qualifiers; /* a bit each */
	uint32_t number;     /* of the variant, 1 for the plain one */
	bool replaced;       /* by one of the user's */
	struct section *next_of_base;
	enum lacks lacks;    /* what it still lacks while it is read */
	struct str subject;
	struct str *lines;   /* of the body; good, once it is read */
	uint32_t count, room;
	struct section *next; /* in the order in which they were read */
};

/* A line of a template, piece by piece. */
enum piece_kind { PIECE_TEXT, PIECE_FIELD, PIECE_OPEN, PIECE_CLOSE, PIECE_BROKEN };

struct piece {
	enum piece_kind kind;
	struct str text;   /* all of it, as in the line */
	struct str name;   /* of a field */
	bool has_fallback; /* maybe an empty one */
	struct str fallback;
};

/* Cut the next piece off the front of a line that is not empty. */
struct piece cut_piece(struct str *rest);

/* The name of a field, and a field by its name; DRAFT_FIELDS where there is none. */
struct str field_name(int field);
int find_field(struct str name);

/* What may stand between braces in the forms of a date. */
enum date_part { PART_DAY, PART_MONTH, PART_YEAR, PART_WEEKDAY, DATE_PARTS };

/* A part by its name; DATE_PARTS where there is none. */
enum date_part find_part(struct str name);

#endif
