/* SPDX-License-Identifier: ISC
 * A journal entry: DATE, then people, a verb, its parts in any order, and after the first ':' free text. */
#include "note-parts.h"
#include "repeats.h"

/* An entry as it is read, word by word. */
struct entry {
	struct note *note;
	struct str date;
	day day;
	enum verb_id verb;     /* VERBS until it came */
	const char *verb_at;
	bool them, me;         /* people stood before it, after it */
	struct str by, via, object, duration, text;
	day by_day;
	int32_t minutes;
	struct str joint;      /* "and" or "&" that waits for an id */
};

/* What should stand in an entry, for messages. */
static const char example[] = "as in '2026-11-21 gave @ada intro: to the team'";

/* The first id behind a word, for a remedy that can be copied; "someone" where there is none. */
static struct str
id_in(struct str rest)
{
	struct str word = str_cut_word(&rest), id = {word.p + 1, word.n - 1};
	const char *at;

	if (id.n && id.p[id.n - 1] == ',')
		id.n--;
	if (word.n == 0 || *word.p != '@' || id_check(id, &at) != WORD_GOOD)
		return STR("someone");
	return id;
}

/* Say of a word in the verb's place what to write instead, or which verb is near. */
static bool
unknown_verb(const struct entry *e, struct str word, struct str rest)
{
	struct str verb, behind;
	int near;

	if (verb_instead_of(word, &verb, &behind)) {
		struct shown who = bare(e->them ? e->note->people[0] : id_in(rest));
		const char *gap = behind.n ? " " : "";

		if (e->them && verbs[verb_find(verb)].sides & BY_THEM)
			return FAULT(e->note, word.p, "expected a verb, found %s: write '@%s %s%s%s'", quoted(word).text, who.text,
			    verb.p, gap, behind.p);
		return FAULT(e->note, word.p, "expected a verb, found %s: write '%s @%s%s%s'", quoted(word).text, verb.p, who.text,
		    gap, behind.p);
	}
	near = nearest(word, &verbs[0].name, VERBS, sizeof *verbs, 2);
	if (near >= 0)
		return FAULT(e->note, word.p, "expected a verb, found %s: did you mean '%s'?", quoted(word).text,
		    verbs[near].name.p);
	return FAULT(e->note, word.p, "expected a verb (met, called, wrote, gave, asked, promised, ...), found %s",
	    quoted(word).text);
}

/* "@id", perhaps with a comma. */
static bool
take_person(struct entry *e, struct str word)
{
	struct note *note = e->note;
	struct str id = {word.p + 1, word.n - 1};

	if (id.n && id.p[id.n - 1] == ',')
		id.n--;
	if (!note_id(note, id, "an id behind '@'"))
		return false;
	if (e->verb == VERBS)
		e->them = true;
	else if (e->them)
		return FAULT(note, word.p, "expected people on one side of the verb, found %s on the other: "
		    "before it they act, after it I do", quoted(word).text);
	else
		e->me = true;
	e->joint.n = 0;
	ARRAY_PUSH(note->people, note->people_count, note->people_room, id);
	return true;
}

/* "and" or "&": an id must have come, and another must follow. */
static bool
take_joint(struct entry *e, struct str word)
{
	if (e->note->people_count == 0 || e->joint.n)
		return FAULT(e->note, word.p, "expected an @id before %s, found none", quoted(word).text);
	e->joint = word;
	return true;
}

/* Set a part that may be there once. */
static bool
take_once(struct entry *e, struct str *part, struct str word, const char *what)
{
	if (part->n)
		return FAULT(e->note, word.p, "expected one %s, found a second, %s", what, quoted(word).text);
	*part = word;
	return true;
}

/* The WHEN behind "by". */
static bool
take_by(struct entry *e, struct str by, struct str when)
{
	struct note *note = e->note;

	if (!verbs[e->verb].may_have_by)
		return FAULT(note, by.p, "expected no 'by' with '%s', found one: it goes with asked, promised, acked and want",
		    verbs[e->verb].name.p);
	if (when.n == 0)
		return FAULT(note, by.p, "expected a day behind 'by', found none");
	if (!take_once(e, &e->by, when, "'by'"))
		return false;
	if (!when_parse(when, e->day, &e->by_day))
		return FAULT(note, when.p,
		    "expected a day (2026-11-21, today, tomorrow, fri, +2w) behind 'by', found %s%s", quoted(when).text,
		    no_such_day(when).text);
	if (e->by_day < e->day)
		return FAULT(note, when.p, "expected a day from the entry's on, found %s, before %.*s", quoted(when).text,
		    (int)e->date.n, e->date.p);
	if (e->by_day > DAY_MAX)
		return FAULT(note, when.p, "expected a day up to 9999-12-31, found %s, which lies past it",
		    quoted(when).text);
	return true;
}

/* The word behind "via". */
static bool
take_via(struct entry *e, struct str via, struct str channel)
{
	if (channel.n == 0)
		return FAULT(e->note, via.p, "expected a channel behind 'via', found none");
	return take_once(e, &e->via, channel, "'via'") && note_word(e->note, channel, "a channel behind 'via'");
}

/* A word that starts with a digit. */
static bool
take_duration(struct entry *e, struct str word)
{
	if (!take_once(e, &e->duration, word, "duration"))
		return false;
	if (!duration_parse(word, &e->minutes))
		return FAULT(e->note, word.p, "expected ':' before free text, or a duration such as 45m, 2h, 1h05m or 1.5h, found %s",
		    quoted(word).text);
	return true;
}

/* A word that may be the object. */
static bool
take_object(struct entry *e, struct str word)
{
	enum verb_id verb = verb_find(word);

	if (verb != VERBS)
		return FAULT(e->note, word.p, "expected one verb, found a second, %s: put ':' before free text", quoted(word).text);
	if (!note_word(e->note, word, "':' before free text, or an object"))
		return false;
	if (e->object.n)
		return FAULT(e->note, word.p, "expected ':' before free text, found %s: %s is the object already",
		    quoted(word).text, quoted(e->object).text);
	e->object = word;
	return true;
}

/* "#word". */
static bool
take_tag(struct entry *e, struct str word)
{
	struct str tag = {word.p + 1, word.n - 1};

	if (!note_word(e->note, tag, "a word behind '#'"))
		return false;
	note_tag(e->note, tag);
	return true;
}

/* Before the verb: people, and the verb itself. */
static bool
take_before_verb(struct entry *e, struct str word, struct str rest)
{
	enum verb_id verb;

	if (*word.p == '@')
		return take_person(e, word);
	if (str_eq(word, STR("and")) || str_eq(word, STR("&")))
		return take_joint(e, word);
	verb = verb_find(word);
	if (verb == VERBS)
		return unknown_verb(e, word, rest);
	e->verb = verb;
	e->verb_at = word.p;
	return true;
}

/* After the verb: everything else, in any order. */
static bool
take_after_verb(struct entry *e, struct str word, struct str *rest)
{
	if (*word.p == '@')
		return take_person(e, word);
	if (*word.p == '#')
		return take_tag(e, word);
	if (is_digit(*word.p))
		return take_duration(e, word);
	if (str_eq(word, STR("by")))
		return take_by(e, word, str_cut_word(rest));
	if (str_eq(word, STR("via")))
		return take_via(e, word, str_cut_word(rest));
	if (str_eq(word, STR("and")) || str_eq(word, STR("&")))
		return take_joint(e, word);
	return take_object(e, word);
}

/* All words of the head. */
static bool
take_words(struct entry *e, struct str head)
{
	for (;;) {
		struct str word = str_cut_word(&head);

		if (e->joint.n && (word.n == 0 || *word.p != '@'))
			return FAULT(e->note, e->joint.p, "expected an @id behind %s, found %s", quoted(e->joint).text,
			    word.n ? quoted(word).text : "none");
		if (word.n == 0)
			return true;
		if (!(e->verb == VERBS ? take_before_verb(e, word, head) : take_after_verb(e, word, &head)))
			return false;
	}
}

/* Whether all that the verb needs is there; `end` is where it might still stand. */
static bool
is_whole(const struct entry *e, const char *end)
{
	const struct verb *verb = &verbs[e->verb];
	struct note *note = e->note;

	if (e->verb == VERBS)
		return FAULT(note, end, "expected a verb, found none, %s", example);
	if (note->people_count == 0)
		return FAULT(note, end, "expected an @id, found none, %s", example);
	if (e->them && !(verb->sides & (BY_THEM | BY_BOTH)))
		return FAULT(note, e->verb_at, "expected '%s' before the people, found it behind: only I do that",
		    verb->name.p);
	if (e->me && !(verb->sides & (BY_ME | BY_BOTH)))
		return FAULT(note, e->verb_at, "expected '%s' behind the people, found it before: only they do that",
		    verb->name.p);
	if (verb->needs_object && e->object.n == 0)
		return FAULT(note, end, "expected an object of '%s' (one word: what it is about) before ':', found none",
		    verb->name.p);
	return true;
}

/* Tags stand in free text as well: at its start or after a blank, as much as is a word. */
static void
take_text_tags(struct note *note, struct str text)
{
	const char *p = text.p, *end = text.p + text.n;

	while (p < end && (p = memchr(p, '#', (size_t)(end - p)))) {
		struct str tag = word_prefix(str_between(p + 1, end));

		if (tag.n && (p == text.p || is_blank(p[-1])))
			note_tag(note, tag);
		p++;
	}
}

/* Note the ids as used here; one that is named twice counts once, with a warning. */
static void
settle_people(struct note *note)
{
	size_t count = 0;

	note->entries++;
	for (size_t i = 0; i < note->people_count; i++) {
		struct str id = note->people[i];
		struct id_seen *seen = note_id_seen(note, id);

		if (seen->in_line == note->entries) {
			warn_at(note_place(note, id.p - 1), "@%s is named twice: it counts once", bare(id).text);
			continue;
		}
		seen->in_line = note->entries;
		if (!seen->used.line)
			seen->used = note_place(note, id.p - 1);
		note->people[count++] = id;
	}
	note->people_count = count;
}

/* Warn of an entry that stands twice, where that is watched. */
static void
watch_repeats(struct note *note, struct str line)
{
	struct place first;

	if (note->repeats && repeats_note(note->repeats, line, note_place(note, NULL), &first))
		warn_at(note_place(note, NULL), "the same entry stands at %s:%llu: delete one, unless it happened twice",
		    bare(first.file).text, (unsigned long long)first.line);
}

/* Hand the entry out. */
static void
emit(const struct entry *e)
{
	struct note *note = e->note;
	enum actor actor = verbs[e->verb].sides & BY_BOTH ? ACTOR_BOTH : e->them ? ACTOR_THEM : ACTOR_ME;
	char by[DAY_TEXT + 1] = "";
	struct record record = {
	    .kind = RECORD_ENTRY, .date = e->date, .who = note->people, .whos = note->people_count,
	    .actor = actor_names[actor], .verb = verbs[e->verb].name, .object = e->object, .minutes = e->minutes,
	    .by = {by, 0}, .via = e->via, .tags = note->tags, .tag_count = note->tag_count, .text = e->text,
	    .line = note->number,
	};

	if (e->by.n) {
		day_format(e->by_day, by);
		record.by.n = DAY_TEXT;
	}
	note->sink(note->context, &record);
}

/* The date that the line starts with, up to a blank or ':'. Most often it is that of the entry before. */
static bool
take_date(struct entry *e, struct str line)
{
	struct note *note = e->note;
	size_t n = line.n > DAY_TEXT && memcmp(line.p, note->day_text, DAY_TEXT) == 0 ? DAY_TEXT : 0;
	bool same = n;

	while (n < line.n && !is_blank(line.p[n]) && line.p[n] != ':')
		n++;
	e->date = (struct str){line.p, n};
	if (same && n == DAY_TEXT) {
		e->day = note->day;
		return true;
	}
	if (!day_parse(e->date, &e->day))
		return false;
	memcpy(note->day_text, line.p, DAY_TEXT);
	note->day = e->day;
	return true;
}

/* Read an entry. */
bool
entry_line(struct note *note, struct str line)
{
	struct entry e = {.note = note, .verb = VERBS};
	struct str head;
	const char *colon;

	if (!take_date(&e, line))
		return FAULT(note, line.p, "expected a date like 2026-11-21, found %s%s", quoted(e.date).text,
		    no_such_day(e.date).text);
	head = (struct str){line.p + e.date.n, line.n - e.date.n};
	colon = head.n ? memchr(head.p, ':', head.n) : NULL;
	if (colon) {
		e.text = str_trim(str_between(colon + 1, line.p + line.n));
		head.n = (size_t)(colon - head.p);
	}
	note->people_count = 0;
	note_clear_tags(note);
	if (!take_words(&e, head) || !is_whole(&e, head.p + head.n))
		return false;
	take_text_tags(note, e.text);
	settle_people(note);
	watch_repeats(note, line);
	emit(&e);
	return true;
}
