/* SPDX-License-Identifier: ISC
 * What the parts of the parser share: places and faults, words, ids and tiers seen, the tags of a line. */
#include "note-parts.h"

#include <stdio.h>

#include "utf8.h"

/* Place a byte of the line. */
struct place
note_place(const struct note *note, const char *at)
{
	return (struct place){note->file, note->number, at ? (uint64_t)(at - note->line.p) + 1 : 0};
}

/* Say what is wrong with an id or a word. */
static bool
word_fault_said(const struct note *note, struct str s, enum word_fault fault, const char *at, const char *expected,
    const char *or_digit)
{
	struct str rest = str_between(at, s.p + s.n);
	uint32_t c;

	switch (fault) {
	case WORD_GOOD:
		return true;
	case WORD_EMPTY:
		return FAULT(note, at, "expected %s, found none", expected);
	case WORD_BAD_START:
		return FAULT(note, at, "expected %s, which starts with a letter%s, found %s", expected, or_digit, quoted(s).text);
	case WORD_BAD_BYTE:
		return FAULT(note, at, "expected %s of letters, digits, '.', '_' and '-', found %s in %s", expected,
		    quoted((struct str){at, 1}).text, quoted(s).text);
	case WORD_UNSEEN:
		utf8_decode(rest, &c);
		return FAULT(note, at, "expected %s, found the invisible character U+%04X in %s: delete it", expected,
		    (unsigned)c, quoted(s).text);
	case WORD_BAD_END:
		return FAULT(note, at, "expected %s, which does not end in '.' or '-', found %s", expected, quoted(s).text);
	}
	return false;
}

/* Check an id. */
bool
note_id(const struct note *note, struct str s, const char *expected)
{
	const char *at;
	enum word_fault fault = id_check(s, &at);

	return fault == WORD_GOOD || word_fault_said(note, s, fault, at, expected, " or a digit");
}

/* Check a word. */
bool
note_word(const struct note *note, struct str s, const char *expected)
{
	const char *at;
	enum word_fault fault = word_check(s, &at);

	return fault == WORD_GOOD || word_fault_said(note, s, fault, at, expected, "");
}

/* Say why a date of the right form is none. A month without a year may have the days that a leap year gives it. */
struct shown
no_such_day(struct str word)
{
	struct shown why = {""};
	struct str year = {word.p, word.n == DAY_TEXT ? 4 : 0}, month_day = {word.p + (year.n ? 5 : 0), word.n - (year.n ? 5 : 0)};
	int32_t y = year.n ? digits_value(year) : 4, month, mday;

	if (month_day.n != 5 || month_day.p[2] != '-' || (year.n && word.p[4] != '-'))
		return why;
	month = digits_value((struct str){month_day.p, 2});
	mday = digits_value((struct str){month_day.p + 3, 2});
	if (y < 0 || month < 0 || mday < 0)
		return why;
	if (y == 0)
		snprintf(why.text, sizeof why.text, ": years go from 0001 on");
	else if (month < 1 || month > 12)
		snprintf(why.text, sizeof why.text, ": months go from 01 to 12");
	else if (mday < 1 || mday > month_length(y, month))
		snprintf(why.text, sizeof why.text, ": %s%.*s has %d days", year.n ? "" : "month ", (int)(month_day.p + 2 - word.p),
		    word.p, month_length(y, month));
	return why;
}

/* Find or add an id. */
struct id_seen *
note_id_seen(struct note *note, struct str id)
{
	void **value = map_put(&note->ids, &note->kept, id);
	struct id_seen *seen = *value;

	if (!seen) {
		*value = seen = ARENA_NEW(&note->kept, struct id_seen);
		seen->id = arena_copy(&note->kept, id);
		*note->last_id = seen;
		note->last_id = &seen->next;
	}
	return seen;
}

/* Find or add a tier. */
struct tier_seen *
note_tier_seen(struct note *note, struct str name)
{
	void **value = map_put(&note->tiers, &note->kept, name);
	struct tier_seen *seen = *value;

	if (!seen) {
		*value = seen = ARENA_NEW(&note->kept, struct tier_seen);
		seen->name = arena_copy(&note->kept, name);
		*note->last_tier = seen;
		note->last_tier = &seen->next;
	}
	return seen;
}

/* Whether a tag is there already. A line of very many tags is looked up in a map. */
static bool
has_tag(struct note *note, struct str tag)
{
	enum { MANY = 16 };
	void **value;

	if (note->tag_count < MANY) {
		for (size_t i = 0; i < note->tag_count; i++)
			if (str_eq(note->tags[i], tag))
				return true;
		return false;
	}
	if (!note->tag_map.root)
		for (size_t i = 0; i < note->tag_count; i++)
			*map_put(&note->tag_map, &note->scratch, note->tags[i]) = note;
	value = map_put(&note->tag_map, &note->scratch, tag);
	if (*value)
		return true;
	*value = note;
	return false;
}

/* Forget the tags of the line before. */
void
note_clear_tags(struct note *note)
{
	note->tag_count = 0;
	if (note->tag_map.root) {
		note->tag_map.root = NULL;
		arena_reset(&note->scratch);
	}
}

/* Add a tag, once. */
void
note_tag(struct note *note, struct str tag)
{
	if (!has_tag(note, tag))
		ARRAY_PUSH(note->tags, note->tag_count, note->tag_room, tag);
}
