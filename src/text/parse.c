/* SPDX-License-Identifier: ISC
 * The parser's frame: what kind a line is, whose fields follow, and what can only be said at the end. */
#include "parse.h"

#include <stdlib.h>

#include "base/look-alike.h"
#include "base/spelling.h"
#include "base/table.h"
#include "base/utf8.h"
#include "parser.h"
#include "remedy.h"
#include "repeats.h"

/* Make a parser; the tiers that are built in count as defined. */
struct parser *
parser_new(record_sink *sink, void *context)
{
	struct parser *p = memory_zeroed(1, sizeof *p);

	p->sink = sink;
	p->context = context;
	p->remedy = text_growing();
	p->last_id = &p->first_id;
	p->last_tier = &p->first_tier;
	for (size_t i = 0; i < BUILT_IN_TIERS; i++)
		see_tier(p, built_in_tiers[i].name)->defined = true;
	return p;
}

/* Start to look for entry lines that stand twice. */
void
parser_watch_repeats(struct parser *p)
{
	p->repeats = repeats_new();
}

/* Free it. */
void
parser_free(struct parser *p)
{
	arena_free(&p->kept);
	arena_free(&p->stanza);
	arena_free(&p->scratch);
	repeats_free(p->repeats);
	free(p->remedy.bytes);
	free(p->foreign);
	free(p->people);
	free(p->seen);
	free(p->tags);
	free(p);
}

/* Start a file: the end of the last one ended everything in it. */
void
parser_begin_file(struct parser *p, struct str file)
{
	p->file = file;
	p->state = STANZA_NONE;
}

/* "@id", then the name: a person begins. */
static bool
person_line(struct parser *p, struct str line)
{
	struct str name = line, word = str_cut_word(&name), id = str_from(word, 1);
	struct id_seen *seen;

	if (!remedy_person(line, &p->remedy))
		forget_remedy(p);
	if (!check_id(p, id, "an id after '@'"))
		return false;
	name = str_trim(name);
	if (name.n > SHORT_TEXT)
		return REJECT(p, name.p, "expected a name of at most %d bytes, found %zu", SHORT_TEXT, name.n);
	seen = see_id(p, id);
	if (seen->declared.line)
		return REJECT(p, line.p, "a second @%s: the first is at %s; put their fields together", bare(id).text,
		    shown_place(seen->declared).text);
	seen->declared = place_of(p, NULL);
	p->declared++;
	p->person = seen->id;
	if (name.n == 0)
		name = id;
	if (name.p[name.n - 1] == '>' && str_find(name, '@'))
		warn_at(place_of(p, name.p), "an address is no part of a name: write 'email: ...' on a line of its own below @%s",
		    bare(id).text);
	p->sink(p->context, &(struct record){.kind = RECORD_PERSON, .who = &seen->id, .whos = 1, .verb = STR("name"), .text = name,
	    .line = p->number});
	return true;
}

/* Begin a person, or leave out the fields of one that has no good @ line. */
static void
begin_person(struct parser *p, struct str line, bool good)
{
	arena_reset(&p->stanza);
	memset(p->fields, 0, sizeof p->fields);
	p->topics = p->tags_before = 0;
	p->state = good && person_line(p, line) ? STANZA_PERSON : STANZA_LEFT_OUT;
}

/* An indented line: a field of the person above. */
static void
take_field(struct parser *p, struct str line)
{
	struct str field = str_trim(line);

	if (p->state == STANZA_PERSON)
		field_line(p, field);
	else if (p->state == STANZA_ENTRY)
		REJECT(p, field.p, "expected an @id line above a field, found an entry: an entry is one line, and a field is under its person");
	else if (p->state == STANZA_NONE)
		REJECT(p, field.p, "expected an @id line above this field: a field is under its person, and a journal entry starts "
		    "at the margin");
}

/* A line that begins with none of the bytes that a line may begin with. */
static void
stray_line(struct parser *p, struct str line)
{
	static const struct str markers[] = {{"<<<<<<<", 7}, {"=======", 7}, {">>>>>>>", 7}, {"|||||||", 7}};

	for (size_t i = 0; i < COUNT(markers); i++)
		if (str_starts(line, markers[i])) {
			REJECT(p, line.p, "unresolved merge conflict: keep the lines that are right, delete '%.7s'", line.p);
			return;
		}
	find_remedy(p, line);
	REJECT(p, line.p, "expected a date, an @id, an indented field, 'tier', 'rule' or '#', found %s", quoted(line).text);
	forget_remedy(p);
}

/* Say what is wrong with a line's bytes; true where nothing is. */
static bool
bytes_are_good(struct parser *p, struct str line)
{
	const char *bad = p->plain ? NULL : utf8_forbidden(line);
	uint32_t c;

	if (!bad)
		return true;
	if (utf8_decode(str_rest(line, bad), &c))
		return REJECT(p, bad, "expected text, found the control character U+%04X: delete it", (unsigned)c);
	return REJECT(p, bad, "expected UTF-8, found %s: convert the file, as with iconv -f ISO-8859-1 -t UTF-8",
	    quoted((struct str){bad, 1}).text);
}

/* Whether a line means nothing: blanks alone, or a comment, which is not looked at further. Its end is trimmed already. */
static bool
means_nothing(struct str line)
{
	while (line.n && is_blank(*line.p))
		line = str_from(line, 1);
	return line.n == 0 || *line.p == '#' || *line.p == ';';
}

/* Whether the first blank is a tab, as it is in a row of a table. */
static bool
may_be_table(struct str line)
{
	size_t n = 0;

	while (n < line.n && !is_blank(line.p[n]))
		n++;
	return n < line.n && line.p[n] == '\t';
}

/* Take a line: its first byte decides what it is. */
void
parser_take_line(struct parser *p, struct str text, uint64_t number, bool too_long)
{
	struct str line = str_trim_end(text);
	char first = line.n ? *line.p : 0;
	bool good;

	p->line = text;
	p->plain = utf8_is_plain(line);
	p->number = number;
	if (p->stopped || (!too_long && means_nothing(line)))
		return;
	if ((is_lower(first) || (is_digit(first) && number == 1)) && may_be_table(text) && table_is_any(text)) {
		p->stopped = true;
		REJECT(p, NULL, "expected people and journal, found a table, such as rc-parse writes: it is parsed already");
		return;
	}
	forget_remedy(p);
	good = too_long ? REJECT(p, text.p + text.n, "expected a line of at most 64 KiB, found a longer one") : bytes_are_good(p, line);
	if (first == '@') {
		begin_person(p, line, good);
	} else if (is_blank(first)) {
		if (good)
			take_field(p, line);
	} else if (is_digit(first) || is_lower(first)) {
		p->state = is_digit(first) ? STANZA_ENTRY : STANZA_NONE;
		if (good && is_digit(first))
			entry_line(p, line);
		else if (good)
			directive_line(p, line);
	} else if (good) {
		stray_line(p, line);
	}
}

/*
 * Find the group of an id: those that look the same, as the item of their skeleton, whose value is the one that the others are to
 * be written like: of those that are declared, or else of all, the one in ASCII, or else the first. NULL of an id that is its own
 * skeleton: it is in a group if another id is.
 */
static struct map_item *
look_alikes_of(struct parser *p, struct map *groups, struct id_seen *seen)
{
	char bytes[SKELETON_GROWTH * WORD_MOST];
	struct text skeleton = TEXT_IN(bytes);
	struct map_item *group;
	struct id_seen *same, *model;

	add_skeleton(&skeleton, seen->id);
	if (str_eq(text_str(&skeleton), seen->id))
		return NULL;
	group = map_put(groups, &p->kept, text_str(&skeleton));
	same = map_get(&p->ids, group->key);
	model = group->value ? group->value : same;
	if (!model || (seen->declared.line && !model->declared.line))
		model = seen;
	/* Of two that are both declared, or both not: accents that are apart from their letters are the rarer form. */
	if (model == same && !utf8_is_plain(same->id) && !same->declared.line == !seen->declared.line)
		model = seen;
	group->value = model;
	return group;
}

/* Find the first character in which two ids differ that look the same; neither is the beginning of the other. */
static void
find_difference(struct str a, struct str b, uint32_t *in_a, uint32_t *in_b)
{
	do {
		a = str_from(a, utf8_decode(a, in_a));
		b = str_from(b, utf8_decode(b, in_b));
	} while (*in_a == *in_b);
}

/* Warn of an id that looks like the model, and of nothing else that is wrong with its use. */
static void
warn_look_alike(struct id_seen *seen, const struct id_seen *model)
{
	uint32_t found, expected;

	find_difference(seen->id, model->id, &found, &expected);
	warn_at(seen->declared.line ? seen->declared : seen->used,
	    "@%s looks like @%s, at %s, but is another id (U+%04X, not U+%04X): write it the same way", bare(seen->id).text,
	    bare(model->id).text, shown_place(model->declared.line ? model->declared : model->used).text, (unsigned)found,
	    (unsigned)expected);
	seen->used.line = 0;
}

/*
 * Warn of the ids that look the same, but are written with letters of different scripts, or with accents of different kinds. One
 * of two such ids at the least is not ASCII.
 */
static void
warn_look_alikes(struct parser *p)
{
	struct map groups = {0};
	struct map_item **group = memory_zeroed(p->foreign_count, sizeof *group);

	for (size_t i = 0; i < p->foreign_count; i++)
		group[i] = look_alikes_of(p, &groups, p->foreign[i]);
	for (size_t i = 0; i < p->foreign_count; i++) {
		struct id_seen *model = group[i] ? group[i]->value : NULL, *skeleton;

		if (model && model != p->foreign[i])
			warn_look_alike(p->foreign[i], model);
		else if (model && (skeleton = map_get(&p->ids, group[i]->key)))
			warn_look_alike(skeleton, model);
	}
	free(group);
}

/* An id that no @ line declares, and the nearest that one does. */
struct stranger {
	const struct id_seen *seen, *near; /* near: NULL, where there is none */
	int most;                          /* only what is nearer than that, or as near, is looked for further */
};

/* Look whether a declared id is nearer than what was found. Two slips in a short id must leave its start alone. */
static void
look_at(struct stranger *s, const struct id_seen *other)
{
	enum { LONG_ENOUGH_FOR_TWO_SLIPS = 6 };
	struct str id = s->seen->id;
	int edits = edits_between(id, other->id, s->most);

	if (edits <= s->most && (size_t)edits < id.n && (edits < 2 || id.n >= LONG_ENOUGH_FOR_TWO_SLIPS || *id.p == *other->id.p)) {
		s->near = other;
		s->most = edits - 1;
	}
}

/* Warn of a stranger. */
static void
warn_stranger(const struct stranger *s)
{
	if (s->near)
		warn_at(s->seen->used, "no @ line declares @%s: did you mean @%s?", bare(s->seen->id).text, bare(s->near->id).text);
	else
		warn_at(s->seen->used, "no @ line declares @%s: add one, with a name", bare(s->seen->id).text);
}

/*
 * Warn of the ids that no @ line declares. Of those that can be shown, the nearest are found in one walk through all ids: there
 * may be many more of these than fit into the caches.
 */
static void
warn_undeclared(const struct parser *p)
{
	struct stranger strangers[MESSAGES_SHOWN];
	size_t count = 0;
	const struct id_seen *next = p->first_id;

	for (; next && diag_shows() && count < COUNT(strangers); next = next->next)
		if (next->used.line && !next->declared.line)
			strangers[count++] = (struct stranger){next, NULL, 2};
	for (const struct id_seen *other = p->first_id; other && count; other = other->next)
		for (size_t i = 0; i < count && other->declared.line; i++)
			if (strangers[i].most > 0)
				look_at(&strangers[i], other);
	for (size_t i = 0; i < count; i++)
		warn_stranger(&strangers[i]);
	for (; next; next = next->next)
		if (next->used.line && !next->declared.line)
			warn_stranger(&(struct stranger){next, NULL, 0});
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
warn_undefined(const struct parser *p, const struct tier_seen *seen)
{
	for (const struct tier_seen *other = p->first_tier; other && diag_shows(); other = other->next)
		if (other->defined && is_near_tier(seen->name, other->name)) {
			warn_at(seen->used, "no tier %s is defined: did you mean %s?", quoted(seen->name).text,
			    quoted(other->name).text);
			return;
		}
	warn_at(seen->used, "no tier %s is defined: define it, as in 'tier NAME every 6w'", quoted(seen->name).text);
}

/* Say what can only be said at the end. */
void
parser_finish(struct parser *p)
{
	if (p->stopped)
		return;
	if (p->foreign_count)
		warn_look_alikes(p);
	if (p->declared)
		warn_undeclared(p);
	for (struct tier_seen *seen = p->first_tier; seen; seen = seen->next)
		if (seen->used.line && !seen->defined)
			warn_undefined(p, seen);
}
