/* SPDX-License-Identifier: ISC
 * The parser's frame: what kind a line is, whose fields follow, and what can only be said at the end. */
#include "note.h"

#include <stdlib.h>

#include "in.h"
#include "note-parts.h"
#include "repeats.h"
#include "utf8.h"

/* Make a parser; the tiers that are built in count as defined. */
struct note *
note_new(record_sink *sink, void *context)
{
	struct note *note = memory_resize(NULL, 1, sizeof *note);

	*note = (struct note){.sink = sink, .context = context};
	note->last_id = &note->first_id;
	note->last_tier = &note->first_tier;
	for (size_t i = 0; i < BUILT_IN_TIERS; i++)
		note_tier_seen(note, built_in_tiers[i].name)->defined = true;
	return note;
}

/* Start to look for entry lines that stand twice. */
void
note_watch_repeats(struct note *note)
{
	note->repeats = repeats_new();
}

/* Free it. */
void
note_free(struct note *note)
{
	arena_free(&note->kept);
	arena_free(&note->stanza);
	arena_free(&note->scratch);
	repeats_free(note->repeats);
	free(note->people);
	free(note->tags);
	free(note);
}

/* Start a file: the end of the last one ended everything in it. */
void
note_file(struct note *note, struct str file)
{
	note->file = file;
	note->state = STANZA_NONE;
}

/* "@id", then the name: a person begins. */
static bool
person_line(struct note *note, struct str line)
{
	struct str name = line, word = str_cut_word(&name), id = {word.p + 1, word.n - 1};
	struct id_seen *seen;

	if (!note_id(note, id, "an id behind '@'"))
		return false;
	seen = note_id_seen(note, id);
	if (seen->declared.line)
		return FAULT(note, line.p, "a second @%s: the first stands at %s:%llu; put their fields together",
		    bare(id).text, bare(seen->declared.file).text, (unsigned long long)seen->declared.line);
	seen->declared = note_place(note, NULL);
	note->declared++;
	note->person = seen->id;
	name = str_trim(name);
	if (name.n == 0)
		name = id;
	note->sink(note->context, &(struct record){.kind = RECORD_PERSON, .who = &seen->id, .whos = 1,
	    .verb = STR("name"), .text = name, .line = note->number});
	return true;
}

/* Begin a person, or leave out the fields of one that has no good @ line. */
static void
begin_person(struct note *note, struct str line, bool good)
{
	arena_reset(&note->stanza);
	memset(note->fields, 0, sizeof note->fields);
	note->state = good && person_line(note, line) ? STANZA_PERSON : STANZA_LEFT_OUT;
}

/* An indented line: a field of the person above. */
static void
take_field(struct note *note, struct str line)
{
	struct str field = str_trim(line);

	if (note->state == STANZA_PERSON)
		field_line(note, field);
	else if (note->state == STANZA_NONE)
		FAULT(note, field.p, "expected an @id line above this field, found none: a field stands under its person, "
		    "and a journal entry starts at the margin");
}

/* A line that begins with none of the bytes that a line may begin with. */
static void
stray_line(struct note *note, struct str line)
{
	static const struct str markers[] = {{"<<<<<<<", 7}, {"=======", 7}, {">>>>>>>", 7}, {"|||||||", 7}};

	for (size_t i = 0; i < COUNT(markers); i++)
		if (str_starts(line, markers[i])) {
			FAULT(note, line.p, "unresolved merge conflict: keep the lines that are right, delete '%.7s'", line.p);
			return;
		}
	FAULT(note, line.p, "expected a date, an @id, an indented field, 'tier', 'rule' or '#', found %s",
	    quoted(line).text);
}

/* Say what is wrong with a line's bytes; true where nothing is. */
static bool
bytes_are_good(struct note *note, struct str line, bool too_long)
{
	const char *bad = utf8_forbidden(line);
	uint32_t c;

	if (bad && utf8_decode(str_between(bad, line.p + line.n), &c))
		return FAULT(note, bad, "expected text, found the control character U+%04X: delete it", (unsigned)c);
	/* The first bytes of a long line may end inside a character. */
	if (bad && !(too_long && line.p + line.n - bad < 4))
		return FAULT(note, bad, "expected UTF-8, found %s: convert the file, as with iconv -f ISO-8859-1 -t UTF-8",
		    quoted((struct str){bad, 1}).text);
	if (too_long)
		return FAULT(note, line.p + line.n, "expected a line of at most 1 MiB, found a longer one");
	return true;
}

/* Take a line: its first byte decides what it is. */
void
note_line(struct note *note, struct str text, uint64_t number, bool too_long, int mark)
{
	struct str line = too_long ? text : str_trim_end(text);
	char first = line.n ? *line.p : 0;
	bool good;

	note->line = text;
	note->number = number;
	if (!too_long)
		mark = line.n == 0 ? NO_MARK : (unsigned char)(is_blank(first) ? *str_trim(line).p : first);
	if (mark == NO_MARK)
		return;
	if (mark == '#' || mark == ';')
		return;
	good = bytes_are_good(note, line, too_long);
	if (first == '@') {
		begin_person(note, line, good);
	} else if (is_blank(first)) {
		if (good)
			take_field(note, line);
	} else if (is_digit(first) || is_lower(first)) {
		note->state = STANZA_NONE;
		if (good && is_digit(first))
			entry_line(note, line);
		else if (good)
			directive_line(note, line);
	} else if (good) {
		stray_line(note, line);
	}
}

/* Warn of an id that no @ line declares, with the nearest that one does. Two slips in a short id must leave its start alone. */
static void
warn_undeclared(const struct note *note, const struct id_seen *seen)
{
	enum { LONG_ENOUGH_FOR_TWO_SLIPS = 6 };
	const struct id_seen *near = NULL;
	int most = 2;

	for (const struct id_seen *other = note->first_id; other && diag_shows(); other = other->next) {
		int edits = other->declared.line ? edits_between(seen->id, other->id, most) : most + 1;

		if (edits <= most && (size_t)edits < seen->id.n &&
		    (edits < 2 || seen->id.n >= LONG_ENOUGH_FOR_TWO_SLIPS || *seen->id.p == *other->id.p)) {
			near = other;
			most = edits - 1;
			if (most < 1)
				break;
		}
	}
	if (near)
		warn_at(seen->used, "no @ line declares @%s: did you mean @%s?", bare(seen->id).text, bare(near->id).text);
	else
		warn_at(seen->used, "no @ line declares @%s: add one, with a name", bare(seen->id).text);
}

/* Whether a tier's name is near another: one edit away; of a single letter, the same in the other case. */
static bool
is_near_tier(struct str name, struct str other)
{
	if (name.n == 1)
		return other.n == 1 && (*name.p ^ *other.p) == ('a' ^ 'A');
	return edits_between(name, other, 1) <= 1;
}

/* Warn of a tier that nobody defined. */
static void
warn_undefined(const struct note *note, const struct tier_seen *seen)
{
	for (const struct tier_seen *other = note->first_tier; other && diag_shows(); other = other->next)
		if (other->defined && is_near_tier(seen->name, other->name)) {
			warn_at(seen->used, "no tier %s is defined: did you mean %s?", quoted(seen->name).text,
			    quoted(other->name).text);
			return;
		}
	warn_at(seen->used, "no tier %s is defined: define it, as in 'tier NAME every 6w'", quoted(seen->name).text);
}

/* Say what can only be said at the end. */
void
note_finish(struct note *note)
{
	for (struct id_seen *seen = note->first_id; seen && note->declared; seen = seen->next)
		if (seen->used.line && !seen->declared.line)
			warn_undeclared(note, seen);
	for (struct tier_seen *seen = note->first_tier; seen; seen = seen->next)
		if (seen->used.line && !seen->defined)
			warn_undefined(note, seen);
}
