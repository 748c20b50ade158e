/* SPDX-License-Identifier: ISC
 * A journal entry: DATE, then people, a verb, its parts in any order, and after the first ':' free text. */
#include <stdlib.h>

#include "base/marks.h"
#include "base/verbs.h"
#include "parser.h"
#include "remedy.h"
#include "repeats.h"

enum { PEOPLE_MOST = 500 };

/* An entry as it is read, word by word. */
struct entry {
	struct parser *p;
	struct str date;
	bool is_bare;          /* there is nothing else */
	day day;
	unsigned verb;         /* NO_VERB until it came */
	const char *verb_at;
	bool them, me;         /* people came before it, after it */
	struct str by, via, object, duration, text;
	day by_day;
	int32_t minutes;
	struct str joint;      /* "and" or "&" that waits for an id */
};

/* Begin an entry: member by member, since compilers would clear the whole with an instruction that is slow to start. */
static void
start(struct entry *e, struct parser *p)
{
	static const struct str none;

	e->p = p;
	e->verb = NO_VERB;
	e->them = e->me = false;
	e->minutes = 0;
	e->by = e->via = e->object = e->duration = e->text = e->joint = none;
}

/* Say of a word in the verb's place that it is none. */
static bool
unknown_verb(const struct entry *e, struct str word)
{
	return REJECT(e->p, word.p, "expected a verb (met, called, wrote, gave, asked, promised, ...), found %s", quoted(word).text);
}

/* "@id", perhaps with a comma. */
static bool
take_person(struct entry *e, struct str word)
{
	struct parser *p = e->p;
	struct str id = str_from(word, 1);
	struct id_seen *seen;

	if (id.n && id.p[id.n - 1] == ',')
		id.n--;
	seen = recent_id(p, id);
	if (!seen && !check_id(p, id, "an id after '@'"))
		return false;
	if (e->verb == NO_VERB)
		e->them = true;
	else if (e->them)
		return REJECT(p, word.p, "expected people on one side of the verb, found %s on the other: before it they act, after it I do",
		    quoted(word).text);
	else
		e->me = true;
	e->joint.n = 0;
	name_person(p, id, seen);
	return true;
}

/* "and" or "&": an id must have come, and another must follow. */
static bool
take_joint(struct entry *e, struct str word)
{
	if (e->p->people_count == 0 || e->joint.n)
		return REJECT(e->p, word.p, "expected an @id before %s", quoted(word).text);
	e->joint = word;
	return true;
}

/* Set a part that may be there once. */
static bool
take_once(struct entry *e, struct str *part, struct str word, const char *what)
{
	if (part->n)
		return REJECT(e->p, word.p, "expected one %s, found a second, %s", what, quoted(word).text);
	*part = word;
	return true;
}

/* The WHEN after "by". */
static bool
take_by(struct entry *e, struct str by, struct str when)
{
	struct parser *p = e->p;

	if (!verb_is(e->verb, MAY_HAVE_BY))
		return REJECT(p, by.p, "expected no 'by' with '%s', found one: it goes with asked, promised, acked and want",
		    verbs[e->verb].name.p);
	if (when.n == 0)
		return REJECT(p, by.p, "expected a day after 'by'");
	if (!take_once(e, &e->by, when, "'by'"))
		return false;
	if (!when_parse(when, e->day, &e->by_day))
		return REJECT(p, when.p, "expected a day (2026-11-21, today, tomorrow, fri, +2w) after 'by', found %s%s",
		    quoted(when).text, no_such_day(when).text);
	if (e->by_day < e->day)
		return REJECT(p, when.p, "expected a day no earlier than the entry's, found %s, before %.*s", quoted(when).text,
		    (int)e->date.n, e->date.p);
	if (e->by_day > DAY_MAX)
		return REJECT(p, when.p, "expected a day up to 9999-12-31, found %s, which is past it", quoted(when).text);
	return true;
}

/* The word after "via". */
static bool
take_via(struct entry *e, struct str via, struct str channel)
{
	if (channel.n == 0)
		return REJECT(e->p, via.p, "expected a channel after 'via'");
	return take_once(e, &e->via, channel, "'via'") && check_word(e->p, channel, "a channel after 'via'");
}

/* A word that starts with a digit. */
static bool
take_duration(struct entry *e, struct str word)
{
	if (!take_once(e, &e->duration, word, "duration"))
		return false;
	if (!duration_parse(word, &e->minutes))
		return REJECT(e->p, word.p, "expected ':' before free text, or a duration such as 45m, 2h, 1h05m or 1.5h, found %s",
		    quoted(word).text);
	return true;
}

/* A word that may be the object, but was none lately. */
static COLD bool
take_new_object(struct entry *e, struct str word)
{
	if (verb_find(word) != NO_VERB)
		return REJECT(e->p, word.p, "expected one verb, found a second, %s: put ':' before free text", quoted(word).text);
	if (!check_word(e->p, word, "':' before free text, or an object"))
		return false;
	if (is_small_word(word))
		return REJECT(e->p, word.p, "expected ':' before free text, or an object, found the word %s", quoted(word).text);
	if (e->object.n)
		return REJECT(e->p, word.p, "expected ':' before free text, found %s: %s is the object already", quoted(word).text,
		    quoted(e->object).text);
	e->object = word;
	return true;
}

/* A word that may be the object. Journals have few: one of up to eight bytes that was good lately is not checked again. */
static bool
take_object(struct entry *e, struct str word)
{
	uint64_t packed = word.n <= 8 ? eight_of(word.p, word.n) : 0;
	uint64_t *recent = &e->p->objects[eight_slot(packed, RECENT_OBJECT_BITS)];

	if (packed && packed == *recent && e->object.n == 0) {
		e->object = word;
		return true;
	}
	if (!take_new_object(e, word))
		return false;
	*recent = packed;
	return true;
}

/* "#word". */
static bool
take_tag(struct entry *e, struct str word)
{
	struct str tag = str_from(word, 1);

	if (!check_word(e->p, tag, "a word after '#'"))
		return false;
	add_tag(e->p, tag);
	return true;
}

/* Before the verb: people, and the verb itself. */
static bool
take_before_verb(struct entry *e, struct str word)
{
	if (*word.p == '@')
		return take_person(e, word);
	if (str_eq(word, STR("and")) || str_eq(word, STR("&")))
		return take_joint(e, word);
	e->verb = verb_find(word);
	e->verb_at = word.p;
	return e->verb != NO_VERB || unknown_verb(e, word);
}

/* After the verb: everything else, in any order. */
static bool
take_after_verb(struct entry *e, struct str word, struct words *words)
{
	if (*word.p == '@')
		return take_person(e, word);
	if (*word.p == '#')
		return take_tag(e, word);
	if (is_digit(*word.p))
		return take_duration(e, word);
	if (str_eq(word, STR("by")))
		return take_by(e, word, words_next(words));
	if (str_eq(word, STR("via")))
		return take_via(e, word, words_next(words));
	if (str_eq(word, STR("and")) || str_eq(word, STR("&")))
		return take_joint(e, word);
	return take_object(e, word);
}

/* All words before the colon. */
static bool
take_words(struct entry *e, struct words *words)
{
	for (;;) {
		struct str word = words_next(words);

		if (e->joint.n && (word.n == 0 || *word.p != '@'))
			return REJECT(e->p, e->joint.p, "expected an @id after %s%s%s", quoted(e->joint).text, word.n ? ", found " : "",
			    word.n ? quoted(word).text : "");
		if (word.n == 0)
			return true;
		if (!(e->verb == NO_VERB ? take_before_verb(e, word) : take_after_verb(e, word, words)))
			return false;
	}
}

/* Whether all that the verb needs is there; `end` is where it might still come. */
static bool
is_whole(const struct entry *e, const char *end)
{
	static const char example[] = "as in '2026-11-21 gave @ada intro: to the team'";
	const struct verb *verb = &verbs[e->verb];
	struct parser *p = e->p;

	if (e->verb == NO_VERB && e->is_bare)
		return REJECT(p, end, "expected a verb and an @id after the date: an entry is one line, %s", example);
	if (e->verb == NO_VERB)
		return REJECT(p, end, "expected a verb, %s", example);
	if (p->people_count == 0)
		return REJECT(p, end, "expected an @id, %s", example);
	if (e->them && !(verb->sides & (BY_THEM | BY_BOTH)))
		return REJECT(p, e->verb_at, "expected '%s' before the people, found it after: only I do that", verb->name.p);
	if (e->me && !(verb->sides & (BY_ME | BY_BOTH)))
		return REJECT(p, e->verb_at, "expected '%s' after the people, found it before: only they do that", verb->name.p);
	if (verb_is(e->verb, NEEDS_OBJECT) && e->object.n == 0)
		return REJECT(p, end, "expected an object of '%s' (one word: what it is about) before ':'", verb->name.p);
	return true;
}

/* Tags are found in free text as well: at its start or after a blank, as much as is a word. */
static void
take_text_tags(struct parser *p, struct str text)
{
	struct str rest = text;
	const char *hash;

	while ((hash = str_find(rest, '#'))) {
		struct str tag;

		rest = str_rest(rest, hash + 1);
		tag = word_prefix(rest);
		if (tag.n && (hash == text.p || is_blank(hash[-1])))
			add_tag(p, tag);
	}
}

/* Whether the people are not too many; a name that comes twice counts once. */
static bool
are_few(struct parser *p)
{
	size_t different = 0;

	if (p->people_count <= PEOPLE_MOST)
		return true;
	arena_reset(&p->scratch);
	p->tag_map = (struct map){0};
	for (size_t i = 0; i < p->people_count; i++) {
		struct map_item *item = map_put(&p->tag_map, &p->scratch, p->people[i]);

		if (!item->value && ++different > PEOPLE_MOST)
			return REJECT(p, p->people[i].p - 1, "expected at most %d people, found more: make it several entries", PEOPLE_MOST);
		item->value = p;
	}
	p->tag_map = (struct map){0};
	return true;
}

/*
 * Mark the ids as used here; one that is named twice counts once, with a warning. Most lines name one, which an entry named not
 * long ago: then there is nothing to do.
 */
static void
settle_people(struct parser *p)
{
	uint32_t count = 0;

	p->entries++;
	if (p->people_count == 1 && p->seen[0])
		return;
	for (uint32_t i = 0; i < p->people_count; i++) {
		struct str id = p->people[i];
		struct id_seen *seen = p->seen[i] ? p->seen[i] : see_id(p, id);

		if (seen->in_line == p->entries) {
			warn_at(place_of(p, id.p - 1), "@%s is named twice: it counts once", bare(id).text);
			continue;
		}
		seen->in_line = p->entries;
		if (!seen->used.line)
			seen->used = place_of(p, id.p - 1);
		p->people[count++] = id;
	}
	p->people_count = count;
}

/* Cut the last run of non-blanks off the end of *s, and the blanks before it. */
static struct str
cut_last_word(struct str *s)
{
	size_t n = s->n;
	struct str word;

	while (n && !is_blank(s->p[n - 1]))
		n--;
	word = str_from(*s, n);
	*s = str_trim_end((struct str){s->p, n});
	return word;
}

/* Whether a word is "by", and the one after it a WHEN. */
static bool
is_deadline(const struct entry *e, struct str by, struct str when)
{
	day d;

	return str_eq(by, STR("by")) && when_parse(when, e->day, &d);
}

/* Warn of a deadline that is in the text, where it does nothing: at its start or at its end. */
static void
warn_late_deadline(const struct entry *e)
{
	struct str start = e->text, end = e->text, first, last;

	if (!verb_is(e->verb, MAY_HAVE_BY) || e->by.n || e->text.n == 0)
		return;
	first = str_cut_word(&start);
	last = cut_last_word(&end);
	if (!is_deadline(e, first, str_cut_word(&start)) && !is_deadline(e, (first = cut_last_word(&end)), last))
		return;
	warn_at(place_of(e->p, first.p), "a deadline does nothing in the text: did you mean it before the ':'?");
}

/* Warn of an entry that is there twice, where that is watched. */
static void
watch_repeats(struct parser *p, struct str line)
{
	struct place first;

	if (p->repeats && repeats_add(p->repeats, line, place_of(p, NULL), &first))
		remind_at(place_of(p, NULL), "the same entry is at %s: delete one, unless it happened twice", shown_place(first).text);
}

/* Hand the entry out. */
static void
emit(const struct entry *e)
{
	struct parser *p = e->p;
	enum actor actor = verbs[e->verb].sides & BY_BOTH ? ACTOR_BOTH : e->them ? ACTOR_THEM : ACTOR_ME;
	char by[DAY_TEXT + 1] = "";
	struct record record = {
	    .kind = RECORD_ENTRY, .date = e->date, .who = p->people, .whos = p->people_count, .actor = actor_names[actor],
	    .verb = verbs[e->verb].name, .object = e->object, .minutes = e->minutes, .by = {by, 0}, .via = e->via, .tags = p->tags,
	    .tag_count = p->tag_count, .text = e->text, .plain = p->plain, .line = p->number,
	};

	if (e->by.n) {
		day_format(e->by_day, by);
		record.by.n = DAY_TEXT;
	}
	p->sink(p->context, &record);
}

/* How many bytes come before the first blank or ':'. Where there are very many, fewer are good enough: it is no date. */
static size_t
date_length(const struct marks *marks)
{
	uint64_t ends = marks->blanks | marks->colons;

	return ends ? first_bit(ends) : MARKS_MOST;
}

/* The date that the line starts with. Most often it is that of the entry before. */
static bool
take_date(struct entry *e, struct str line, const struct marks *marks)
{
	struct parser *p = e->p;

	e->date = (struct str){line.p, date_length(marks)};
	if (e->date.n == DAY_TEXT && same_few(line.p, p->day_text, DAY_TEXT)) {
		e->day = p->day;
		return true;
	}
	if (!day_parse(e->date, &e->day))
		return REJECT(p, line.p, "expected a date like 2026-11-21, found %s%s", quoted(e->date).text, no_such_day(e->date).text);
	memcpy(p->day_text, line.p, DAY_TEXT);
	p->day = e->day;
	return true;
}

/* The first colon of a line; NULL where there is none. */
static const char *
first_colon(struct str line, const struct marks *marks)
{
	if (marks->colons)
		return line.p + first_bit(marks->colons);
	return line.n > MARKS_MOST ? str_find(str_from(line, MARKS_MOST), ':') : NULL;
}

/* Read an entry, and say what is wrong with it unless the parser is quiet. Nothing else comes of it. */
static bool
read_entry(struct entry *e, struct str line)
{
	struct marks marks = marks_of(line);
	const char *colon = first_colon(line, &marks), *end = colon ? colon : line.p + line.n;
	struct words words = words_to(line, marks.blanks, (size_t)(end - line.p));

	e->p->people_count = 0;
	clear_tags(e->p);
	if (!take_date(e, line, &marks))
		return false;
	e->is_bare = line.n == e->date.n;
	if (colon)
		e->text = str_trim(str_rest(line, colon + 1));
	words_skip(&words, e->date.n);
	return take_words(e, &words) && is_whole(e, end) && are_few(e->p);
}

/* Read an entry without a word about it. */
static bool
is_good_entry(struct parser *p, struct str line)
{
	struct entry e;
	bool good;

	start(&e, p);
	p->quiet = true;
	good = read_entry(&e, line);
	p->quiet = false;
	return good;
}

/* Whether a line with a hole before its colon is good but for the hole. */
static bool
is_good_but_for_hole(struct parser *p, struct str line)
{
	struct str head = line, hole = STR(HOLE);
	const char *colon = str_find(str_from(line, DAY_TEXT), ':');
	struct text filled = text_growing();
	bool good;

	if (colon)
		head.n = (size_t)(colon - line.p);
	while (head.n && !str_starts(head, hole))
		head = str_from(head, 1);
	if (head.n) {
		text_add(&filled, str_between(line.p, head.p));
		text_add_char(&filled, 'x');
		text_add(&filled, str_rest(line, head.p + hole.n));
	}
	good = head.n && is_good_entry(p, text_str(&filled));
	free(filled.bytes);
	return good;
}

/* Find the line that a rejected one was meant to be. What is shown is what the strict reader takes, by construction. */
void
find_remedy(struct parser *p, struct str line)
{
	enum remedy found;

	forget_remedy(p);
	if (!diag_shows() || line.n > REMEDY_MOST)
		return;
	found = remedy_entry(line, &p->remedy);
	p->two_lines = found == REMEDY_TWO_LINES;
	if (found != REMEDY_LINE || p->remedy.used > REMEDY_MOST ||
	    !(is_good_entry(p, text_str(&p->remedy)) || is_good_but_for_hole(p, text_str(&p->remedy))))
		p->remedy.used = 0;
}

/* Take an entry. */
void
entry_line(struct parser *p, struct str line)
{
	struct entry e;
	bool good;

	start(&e, p);
	p->quiet = true;
	good = read_entry(&e, line);
	p->quiet = false;
	if (!good) {
		find_remedy(p, line);
		start(&e, p);
		read_entry(&e, line);
		forget_remedy(p);
		return;
	}
	take_text_tags(p, e.text);
	settle_people(p);
	warn_late_deadline(&e);
	watch_repeats(p, line);
	emit(&e);
}
