/* SPDX-License-Identifier: ISC
 * What the parts of the parser share: places, words, ids and tiers seen, the tags of a line. */
#include "parser.h"

#include "base/spelling.h"
#include "base/utf8.h"

/* Place a byte of the line. */
struct place
place_of(const struct parser *p, const char *at)
{
	return (struct place){p->file, p->number, at ? (uint64_t)(at - p->line.p) + 1 : 0};
}

/* Say why a line is rejected, and what to write, if it can be shown as it is. */
bool
reject(const struct parser *p, const char *at, const char *format, ...)
{
	char bytes[2048];
	struct text why = TEXT_IN(bytes);
	struct str remedy = text_str(&p->remedy);
	va_list args;

	if (p->quiet)
		return false;
	if (utf8_turns(remedy))
		remedy.n = 0;
	va_start(args, format);
	text_add_args(&why, format, args);
	va_end(args);
	return error_at(place_of(p, at), "%.*s%s%.*s", (int)why.used, why.bytes,
	    p->two_lines ? "; if it says two things, write two lines" : remedy.n ? "; write: " : "", (int)remedy.n, remedy.p);
}

/* Forget it. */
void
forget_remedy(struct parser *p)
{
	p->remedy.used = 0;
	p->two_lines = false;
}

/* Say what is wrong with an id or a word. */
static bool
say_word_fault(const struct parser *p, struct str s, enum word_fault fault, const char *at, const char *expected,
    const char *or_digit)
{
	struct str rest = str_between(at, s.p + s.n);
	uint32_t c;

	switch (fault) {
	case WORD_GOOD:
		return true;
	case WORD_EMPTY:
		return REJECT(p, at, "expected %s", expected);
	case WORD_BAD_START:
		return REJECT(p, at, "expected %s, which starts with a letter%s, found %s", expected, or_digit, quoted(s).text);
	case WORD_BAD_BYTE:
		return REJECT(p, at, "expected %s of letters, digits, '.', '_' and '-', found %s in %s", expected,
		    quoted((struct str){at, 1}).text, quoted(s).text);
	case WORD_UNSEEN:
		utf8_decode(rest, &c);
		return REJECT(p, at, "expected %s, found the invisible character U+%04X in %s: delete it", expected,
		    (unsigned)c, quoted(s).text);
	case WORD_TOO_LONG:
		return REJECT(p, at, "expected %s of at most %d bytes, found %s", expected, WORD_MOST, quoted(s).text);
	case WORD_BAD_END:
		return REJECT(p, at, "expected %s, which does not end in '.' or '-', found %s", expected, quoted(s).text);
	}
	return false;
}

/* Check an id. */
bool
check_id(const struct parser *p, struct str s, const char *expected)
{
	const char *at;
	enum word_fault fault = id_check(s, &at);

	return fault == WORD_GOOD || say_word_fault(p, s, fault, at, expected, " or a digit");
}

/* Check a word. */
bool
check_word(const struct parser *p, struct str s, const char *expected)
{
	const char *at;
	enum word_fault fault = word_check(s, &at);

	return fault == WORD_GOOD || say_word_fault(p, s, fault, at, expected, "");
}

/* Say why a date of the right form is none. A month without a year may have the days that a leap year gives it. */
struct shown
no_such_day(struct str word)
{
	struct shown why = {""};
	struct text t = {.bytes = why.text, .room = sizeof why.text - 1};
	struct str year = {word.p, word.n == DAY_TEXT ? 4 : 0}, month_day = {word.p + (year.n ? 5 : 0), word.n - (year.n ? 5 : 0)};
	int32_t y = year.n ? digits_value(year) : 4, month, mday;

	if (month_day.n != 5 || month_day.p[2] != '-' || (year.n && word.p[4] != '-'))
		return why;
	month = digits_value((struct str){month_day.p, 2});
	mday = digits_value((struct str){month_day.p + 3, 2});
	if (y < 0 || month < 0 || mday < 0)
		return why;
	if (y == 0)
		text_add(&t, STR(": years go from 0001 on"));
	else if (month < 1 || month > 12)
		text_add(&t, STR(": months go from 01 to 12"));
	else if (mday < 1 || mday > month_length(y, month))
		text_add_format(&t, ": %s%.*s has %d days", year.n ? "" : "month ", (int)(month_day.p + 2 - word.p), word.p,
		    month_length(y, month));
	return why;
}

/* Say which name may have been meant. */
struct shown
did_you_mean(struct str word, const struct str *names, size_t count, size_t stride, int most)
{
	struct shown hint = {""};
	struct text t = {.bytes = hint.text, .room = sizeof hint.text - 1};
	const struct str *near = nearest(word, names, count, stride, word.n < 7 ? 1 : most);

	if (near)
		text_add_format(&t, ": did you mean '%s'?", near->p);
	return hint;
}

/* Find or add an id. */
struct id_seen *
see_id(struct parser *p, struct str id)
{
	struct recent *recent = recent_slot(p->recent, RECENT_BITS, id);
	struct id_seen *seen = recent_value(recent, id);
	struct map_item *item;

	if (seen)
		return seen;
	item = map_put(&p->ids, &p->kept, id);
	seen = item->value;
	if (!seen) {
		item->value = seen = ARENA_NEW(&p->kept, struct id_seen);
		seen->id = item->key;
		*p->last_id = seen;
		p->last_id = &seen->next;
		if (!p->plain && !utf8_is_plain(seen->id))
			ARRAY_PUSH(p->foreign, p->foreign_count, p->foreign_room, seen);
	}
	if (seen->used.line)
		recent_put(recent, seen->id, seen);
	return seen;
}

/* Add a person; both arrays grow together. */
void
name_person(struct parser *p, struct str id, struct id_seen *seen)
{
	if (p->people_count == p->people_room) {
		uint32_t room = p->people_room;

		p->people = array_room(p->people, p->people_count, &p->people_room, sizeof *p->people);
		p->seen = array_room(p->seen, p->people_count, &room, sizeof *p->seen);
	}
	p->people[p->people_count] = id;
	p->seen[p->people_count++] = seen;
}

/* Find or add a tier. */
struct tier_seen *
see_tier(struct parser *p, struct str name)
{
	struct map_item *item = map_put(&p->tiers, &p->kept, name);
	struct tier_seen *seen = item->value;

	if (!seen) {
		item->value = seen = ARENA_NEW(&p->kept, struct tier_seen);
		seen->name = item->key;
		*p->last_tier = seen;
		p->last_tier = &seen->next;
	}
	return seen;
}

/* Whether a tag is there already. A line of very many tags is looked up in a map. */
static bool
has_tag(struct parser *p, struct str tag)
{
	enum { MANY_TAGS = 16 };
	struct map_item *item;

	if (p->tag_count < MANY_TAGS) {
		for (size_t i = 0; i < p->tag_count; i++)
			if (str_eq(p->tags[i], tag))
				return true;
		return false;
	}
	if (!p->tag_map.count)
		for (size_t i = 0; i < p->tag_count; i++)
			map_put(&p->tag_map, &p->scratch, p->tags[i])->value = p;
	item = map_put(&p->tag_map, &p->scratch, tag);
	if (item->value)
		return true;
	item->value = p;
	return false;
}

/* Forget the tags of the line before. */
void
clear_tags(struct parser *p)
{
	p->tag_count = 0;
	if (p->tag_map.count) {
		p->tag_map = (struct map){0};
		arena_reset(&p->scratch);
	}
}

/* Add a tag, once. */
void
add_tag(struct parser *p, struct str tag)
{
	if (!has_tag(p, tag))
		ARRAY_PUSH(p->tags, p->tag_count, p->tag_room, tag);
}
