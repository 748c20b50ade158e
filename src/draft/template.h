/* SPDX-License-Identifier: ISC
 *
 * Templates of drafts: sections, fields, gaps (spec: tables, "rc-draft"; the manual page is rc-templates(5)).
 *
 * A template is a section of a text:
 *
 *     [thanks.late]
 *     Subject: Thank you for the {object|[[what they gave]]}
 *
 *     Hello {greet},
 *
 * {field} is put in, {field|other} falls back on other text; a line with an empty field and no fallback is left out.
 * [[text]] is a gap, which the person who sends the draft is to write. Everything is checked when a text is read; filling
 * in can't fail.
 */
#ifndef DRAFT_TEMPLATE_H
#define DRAFT_TEMPLATE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/table.h"

/* What may stand between braces: the columns of rc-due's table, and these. */
enum draft_field { DRAFT_SLOTS = DUE_WIDTH, DRAFT_ME, DRAFT_TODAY, DRAFT_FIELDS };

/* Of each field its text, ready to be put in, and whether it may stand outside a gap. */
struct filling {
	struct str text[DRAFT_FIELDS];
	bool only_in_gap[DRAFT_FIELDS];
};

struct section;

/* How days are written: the section [dates]. */
struct date_words {
	struct str months[12], weekdays[7], date, slot, conjunction;
};

struct templates {
	struct arena arena;
	struct map map;
	struct section *sections, **last;
	struct date_words words;
	/* While a text is read: */
	struct str file;
	bool built_in, faulty;
	struct section *section;
	bool in_dates;
	uint64_t line;
};

/* Start with the built-in templates. */
void templates_start(struct templates *templates);

/* The lines of the built-in templates, with their newlines; NULL ends them. */
extern const char *const template_lines[];

/* Begin a text of the user's; take its lines; end it. False at the end where a fault was said (at its place). */
void templates_begin(struct templates *templates, struct str file);
void templates_line(struct templates *templates, struct str line, uint64_t number);
bool templates_end(struct templates *templates);

/* A section by its name, or NULL. */
const struct section *templates_find(const struct templates *templates, struct str name);

/* Whether it is built in, not the user's. */
bool template_is_built_in(const struct section *section);

/* A draft: its subject and body, and how many gaps are in them. Lives in the arena given. */
struct draft {
	struct str subject, body;
	uint32_t gaps;
};

/* Fill a section in. */
struct draft template_fill(const struct section *section, const struct filling *filling, struct arena *arena);

/* A day in words: "13 November 2026", and as an offer: "Friday 13 November 2026". */
struct str template_date(const struct templates *templates, day d, struct arena *arena);
struct str template_slot(const struct templates *templates, day d, struct arena *arena);

void templates_free(struct templates *templates);

#endif
