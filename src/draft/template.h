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
 * in can't fail. A section of the user's takes the place of the built-in one of its name, and with the plain one of its variants
 * of all of them.
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

/*
 * What may follow the base of a section's name, each at most once and in this order: the section is for rows of which all of them
 * hold. QUALIFIER(ID, "name", the test of a row in due-row.c).
 */
#define QUALIFIERS(QUALIFIER)                       \
	QUALIFIER(GUARDED, "guarded", is_guarded)   \
	QUALIFIER(FORMAL, "formal", is_formal)      \
	QUALIFIER(HARD, "hard", is_hard)            \
	QUALIFIER(LATE, "late", is_late)            \
	QUALIFIER(LONG, "long", is_long)

#define QUALIFIER(id, name, fits) QUALIFIER_##id,
enum qualifier { QUALIFIERS(QUALIFIER) QUALIFIER_COUNT };
#undef QUALIFIER

struct section;

/* How days are written: the section [dates]. */
struct date_words {
	struct str months[12], weekdays[7], date, slot, conjunction;
};

struct templates {
	struct arena arena;
	struct map map;      /* sections by their names */
	struct map bases;    /* the first section of each base */
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

/* A section by its whole name, or NULL. */
const struct section *templates_find(const struct templates *templates, struct str name);

/*
 * The section of a base for a row: the one with the most qualifiers, all of which hold (a bit each), and of as many the one with
 * the earlier ones. Of its numbered variants the one whose turn it is. NULL where there is none.
 */
const struct section *templates_choose(const struct templates *templates, struct str base, unsigned qualifiers, uint32_t turn);

/* Whether it is built in, not the user's. */
bool template_is_built_in(const struct section *section);

/*
 * A draft: its subject and body, and how many gaps in them must be filled; those that begin with "[[?" may be left out, and do
 * not count. Lives in the arena given.
 */
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
