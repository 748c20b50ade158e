/* SPDX-License-Identifier: ISC
 * A field of a person: "key: value", and what the value must be for that key. */
#include "note-parts.h"

/* A field as it is read. */
struct field_read {
	struct note *note;
	struct str key;
	enum field_id id;      /* FIELDS: a key of the user's own */
	struct str date, by, object, via, text;
	char span[8];
};

/* Nothing more may stand behind a value. */
static bool
ends_here(const struct field_read *f, struct str rest)
{
	rest = str_trim(rest);
	if (rest.n == 0)
		return true;
	return FAULT(f->note, rest.p, "expected nothing behind the value of '%s', found %s", fields[f->id].name.p,
	    quoted(rest).text);
}

/* The text behind a value; `needed` says what it is where it must be there. */
static bool
take_text(struct field_read *f, struct str rest, const char *needed)
{
	f->text = str_trim(rest);
	if (f->text.n == 0 && needed)
		return FAULT(f->note, rest.p, "expected %s behind the day, found nothing", needed);
	return true;
}

/* A date. */
static bool
take_date(const struct field_read *f, struct str word, struct str *part)
{
	day d;

	*part = word;
	return day_parse(word, &d) ||
	    FAULT(f->note, word.p, "expected a date like 2026-11-21, found %s%s", quoted(word).text, no_such_day(word).text);
}

/* Write a date or a month and a day as the table has it: "2026-11-21" or "--11-21". */
static struct str
yearly_text(struct note *note, struct str word)
{
	char text[7] = "--";

	if (word.n == DAY_TEXT)
		return word;
	memcpy(text + 2, word.p, 5);
	return arena_copy(&note->stanza, (struct str){text, 7});
}

/* A date, or a month and a day. */
static bool
take_yearly(const struct field_read *f, struct str word, struct str *part)
{
	struct civil date;

	if (!yearly_parse(word, &date))
		return FAULT(f->note, word.p, "expected a date like 2026-11-21 or a month and day like 11-21, found %s%s",
		    quoted(word).text, no_such_day(word).text);
	*part = yearly_text(f->note, word);
	return true;
}

/* FROM..TO: two dates in order, or two month-days. */
static bool
take_range(struct field_read *f, struct str word)
{
	struct str from = word, to;
	size_t n = 0;

	while (n + 1 < word.n && memcmp(word.p + n, "..", 2) != 0)
		n++;
	if (n + 1 >= word.n)
		return FAULT(f->note, word.p, "expected FROM..TO, as in 12-20..01-06, found %s", quoted(word).text);
	from.n = n;
	to = str_between(word.p + n + 2, word.p + word.n);
	if (!take_yearly(f, from, &f->date) || !take_yearly(f, to, &f->by))
		return false;
	if (from.n != to.n)
		return FAULT(f->note, to.p, "expected two dates or two month-days, found one of each in %s", quoted(word).text);
	if (from.n == DAY_TEXT && str_cmp(from, to) > 0)
		return FAULT(f->note, to.p, "expected the first day before the last, found %s", quoted(word).text);
	return true;
}

/* Whether a word that is no date was meant as one: it starts like one, or is three numbers with one mark between. */
static bool
looks_like_date(struct str s)
{
	size_t digits = 0, marks = 0, i;
	char mark = 0;

	for (i = 0; i < s.n && (is_digit(s.p[i]) || (i && strchr("-/.", s.p[i]))); i++) {
		if (is_digit(s.p[i])) {
			digits++;
			continue;
		}
		marks += !mark || mark == s.p[i];
		mark = s.p[i];
		if (mark == '-' && i == 4 && digits == 4 && i + 1 < s.n && is_digit(s.p[i + 1]))
			return true;
	}
	return i == s.n && marks == 2 && digits + marks == s.n && is_digit(s.p[s.n - 1]);
}

/* A date or none, then text. */
static bool
take_job(struct field_read *f, struct str value)
{
	struct str rest = value, word = str_cut_word(&rest);

	if (!looks_like_date(word)) {
		f->text = value;
		return true;
	}
	return take_date(f, word, &f->date) && take_text(f, rest, "a job");
}

/* A span or never, put in its short form. */
static bool
take_cadence(struct field_read *f, struct str word)
{
	struct span span = {SPAN_NEVER, 0};

	if (!str_eq(word, STR("never")) && !span_parse(word, &span))
		return FAULT(f->note, word.p, "expected a span such as 6w, 3mo or quarterly, or never, found %s", quoted(word).text);
	span_format(span, f->span);
	f->object = str_of(f->span);
	return true;
}

/* One of the statuses. */
static bool
take_status(struct field_read *f, struct str word)
{
	int near;

	for (int i = 0; i < STATUSES; i++)
		if (str_eq(word, status_names[i])) {
			f->object = word;
			return true;
		}
	near = nearest(word, status_names, STATUSES, sizeof *status_names, 2);
	return near < 0 ? FAULT(f->note, word.p, "expected active, guarded or closed, found %s", quoted(word).text)
			: FAULT(f->note, word.p, "expected active, guarded or closed, found %s: did you mean '%s'?",
			      quoted(word).text, status_names[near].p);
}

/* A word: a tier's name, or a channel. */
static bool
take_word(struct field_read *f, struct str word)
{
	if (f->id == FIELD_VIA) {
		f->via = word;
		return note_word(f->note, word, "a channel: one word");
	}
	f->object = word;
	return note_word(f->note, word, "a tier: one word");
}

/* Words, with '#' or without, split by blanks or commas. */
static bool
take_tags(struct field_read *f, struct str value)
{
	const char *p = value.p, *end = value.p + value.n;

	while (p < end) {
		struct str tag = {p, 0};

		while (p < end && !is_blank(*p) && *p != ',')
			p++;
		tag = str_between(tag.p, p);
		while (p < end && (is_blank(*p) || *p == ','))
			p++;
		if (tag.n == 0)
			continue;
		if (*tag.p == '#')
			tag = (struct str){tag.p + 1, tag.n - 1};
		if (!note_word(f->note, tag, "a tag: one word"))
			return false;
		note_tag(f->note, tag);
	}
	if (f->note->tag_count == 0)
		return FAULT(f->note, value.p, "expected tags, found %s", quoted(value).text);
	return true;
}

/* The value, as the key wants it. */
static bool
take_value(struct field_read *f, struct str value)
{
	struct str rest = value, word = str_cut_word(&rest);

	switch (f->id == FIELDS ? FORM_TEXT : fields[f->id].form) {
	case FORM_TEXT:
		f->text = value;
		return true;
	case FORM_WORD:
		return take_word(f, word) && ends_here(f, rest);
	case FORM_CADENCE:
		return take_cadence(f, word) && ends_here(f, rest);
	case FORM_STATUS:
		return take_status(f, word) && ends_here(f, rest);
	case FORM_YEARLY:
		return take_yearly(f, word, &f->date) && ends_here(f, rest);
	case FORM_YEARLY_TEXT:
		return take_yearly(f, word, &f->date) && take_text(f, rest, "a text");
	case FORM_SINCE:
		return take_date(f, word, &f->date) && take_text(f, rest, NULL);
	case FORM_UNTIL:
		return take_date(f, word, &f->by) && take_text(f, rest, NULL);
	case FORM_JOB:
		return take_job(f, value);
	case FORM_RANGE:
		return take_range(f, word) && take_text(f, rest, NULL);
	case FORM_TAGS:
		return take_tags(f, value);
	}
	return false;
}

/* Take the key and the colon off the line; what is left is the value. */
static bool
take_key(struct field_read *f, struct str line, struct str *value)
{
	struct note *note = f->note;
	struct str rest = line, first = str_cut_word(&rest);
	size_t n = 0;
	day d;

	while (n < line.n && (is_lower(line.p[n]) || (n && (is_digit(line.p[n]) || line.p[n] == '-'))))
		n++;
	f->key = (struct str){line.p, n};
	if (n == 0 && day_parse(first, &d))
		return FAULT(note, line.p, "expected a field of @%s, found the date %s: an entry starts at the margin",
		    bare(note->person).text, quoted(first).text);
	if (n < line.n && line.p[n] != ':' && !is_blank(line.p[n]))
		return FAULT(note, line.p + n, "expected a key of a-z, 0-9 and '-', such as 'email:', found %s",
		    quoted(first).text);
	if (n && n < line.n && is_blank(line.p[n]) && *str_trim(str_between(line.p + n, line.p + line.n)).p == ':')
		return FAULT(note, line.p + n, "expected ':' directly behind the key %s, found a blank before it",
		    quoted(f->key).text);
	if (n == line.n || line.p[n] != ':')
		return FAULT(note, line.p + n, "expected ':' behind the key %s, found %s", quoted(f->key).text,
		    n < line.n ? quoted(str_between(line.p + n, line.p + line.n)).text : "none");
	if (n == 0)
		return FAULT(note, line.p, "expected a key before ':', found none");
	*value = str_between(line.p + n + 1, line.p + line.n);
	if (value->n && !is_blank(*value->p))
		return FAULT(note, value->p, "expected a blank behind '%s:', found %s", bare(f->key).text, quoted(*value).text);
	*value = str_trim(*value);
	if (str_eq(f->key, STR("name")))
		return FAULT(note, line.p, "expected the name behind the id, as in '@%s %s', found it as a field",
		    bare(note->person).text, bare(value->n ? *value : STR("Name")).text);
	if (value->n == 0)
		return FAULT(note, line.p + n + 1, "expected a value behind '%s:', found none: delete the line, or fill it in",
		    bare(f->key).text);
	return true;
}

/* Whether two objects are the same: cadences count by what they come to, 4w is 28d. */
static bool
same_object(const struct field_read *f, struct str other)
{
	struct span a, b;

	if (f->id == FIELD_EVERY && span_parse(f->object, &a) && span_parse(other, &b))
		return span_same(a, b);
	return str_eq(f->object, other);
}

/* Whether a field is what it was when it was given first. */
static bool
says_the_same(const struct field_read *f, const struct field_seen *first)
{
	return str_eq(f->date, first->date) && str_eq(f->by, first->by) && same_object(f, first->object) &&
	    str_eq(f->via, first->via) && str_eq(f->text, first->text);
}

/* Keep what a person may have one of. */
static void
keep_first(struct field_read *f, struct field_seen *first)
{
	struct arena *a = &f->note->stanza;

	*first = (struct field_seen){note_place(f->note, NULL), arena_copy(a, f->date), arena_copy(a, f->by),
	    arena_copy(a, f->object), arena_copy(a, f->via), arena_copy(a, f->text)};
}

/* Whether the field may go out: the first of its kind, or of a kind that a person may have many of. */
static bool
is_first(struct field_read *f, struct str line, bool *repeated)
{
	struct field_seen *first = &f->note->fields[f->id < FIELDS_ONE ? f->id : 0];

	*repeated = false;
	if (f->id >= FIELDS_ONE)
		return true;
	if (!first->at.line) {
		keep_first(f, first);
		return true;
	}
	*repeated = says_the_same(f, first);
	if (*repeated)
		warn_at(note_place(f->note, line.p), "'%s' stands at %s:%llu already, with the same value: delete one",
		    fields[f->id].name.p, bare(first->at.file).text, (unsigned long long)first->at.line);
	else
		FAULT(f->note, line.p, "expected one '%s' of a person, found a second; the first stands at %s:%llu: keep the right one",
		    fields[f->id].name.p, bare(first->at.file).text, (unsigned long long)first->at.line);
	return false;
}

/* Ask whether a key was meant that is one edit away. */
static void
warn_near_miss(const struct field_read *f)
{
	for (int i = 0; f->id == FIELDS && i < FIELDS; i++)
		if (edits_between(f->key, fields[i].name, 1) <= 1) {
			warn_at(note_place(f->note, f->key.p), "%s is a key of your own: did you mean '%s'?",
			    quoted(f->key).text, fields[i].name.p);
			return;
		}
}

/* Read a field. */
bool
field_line(struct note *note, struct str line)
{
	struct field_read f = {.note = note};
	struct str value;
	bool repeated;

	note_clear_tags(note);
	if (!take_key(&f, line, &value))
		return false;
	f.id = field_find(f.key);
	if (!take_value(&f, value))
		return false;
	warn_near_miss(&f);
	if (!is_first(&f, line, &repeated))
		return repeated;
	if (f.id == FIELD_TIER) {
		struct tier_seen *tier = note_tier_seen(note, f.object);

		if (!tier->used.line)
			tier->used = note_place(note, f.object.p);
	}
	note->sink(note->context, &(struct record){.kind = RECORD_PERSON, .date = f.date, .who = &note->person, .whos = 1,
	    .verb = f.id == FIELD_TAG ? fields[FIELD_TAGS].name : f.key, .object = f.object, .by = f.by, .via = f.via,
	    .tags = note->tags, .tag_count = note->tag_count, .text = f.text, .line = note->number});
	return true;
}
