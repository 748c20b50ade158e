/* SPDX-License-Identifier: ISC
 * A field of a person: "key: value", and what the value must be for that key. */
#include "base/spelling.h"
#include "parser.h"
#include "remedy.h"

/* A field as it is read. */
struct field_read {
	struct parser *p;
	struct str key, value;
	enum field_id id;                      /* FIELDS: a key of the user's own */
	struct str date, by, object, via, text; /* as the table has them */
	struct span span;                      /* what object means, of a cadence */
	char short_form[SPAN_TEXT + 1];
};

/* Nothing more may follow a value. */
static bool
ends_here(const struct field_read *f, struct str rest)
{
	rest = str_trim(rest);
	if (rest.n == 0)
		return true;
	return REJECT(f->p, rest.p, "expected nothing after the value of '%s', found %s", fields[f->id].key.p,
	    quoted(rest).text);
}

/* The text after a value; `needed` says what it is where it must be there. */
static bool
take_text(struct field_read *f, struct str rest, const char *needed)
{
	f->text = str_trim(rest);
	if (f->text.n == 0 && needed)
		return REJECT(f->p, rest.p, "expected %s after the day", needed);
	return true;
}

/* A date. */
static bool
take_date(const struct field_read *f, struct str word, struct str *part)
{
	day d;

	*part = word;
	return day_parse(word, &d) ||
	    REJECT(f->p, word.p, "expected a date like 2026-11-21, found %s%s", quoted(word).text, no_such_day(word).text);
}

/* Write a date or a month and a day as the table has it: "2026-11-21" or "--11-21". */
static struct str
yearly_text(struct parser *p, struct str word)
{
	char bytes[2 + DAY_TEXT];
	struct text text = TEXT_IN(bytes);

	if (word.n == DAY_TEXT)
		return word;
	text_add(&text, STR("--"));
	text_add(&text, word);
	return arena_text(&p->stanza, &text);
}

/* A date, or a month and a day. */
static bool
take_yearly(const struct field_read *f, struct str word, struct str *part)
{
	struct civil date;

	if (!yearly_parse(word, &date))
		return REJECT(f->p, word.p, "expected a date like 2026-11-21 or a month and day like 11-21, found %s%s",
		    quoted(word).text, no_such_day(word).text);
	*part = yearly_text(f->p, word);
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
		return REJECT(f->p, word.p, "expected FROM..TO, as in 12-20..01-06, found %s", quoted(word).text);
	from.n = n;
	to = str_between(word.p + n + 2, word.p + word.n);
	if (!take_yearly(f, from, &f->date) || !take_yearly(f, to, &f->by))
		return false;
	if (from.n != to.n)
		return REJECT(f->p, to.p, "expected two dates or two month-days, found one of each in %s", quoted(word).text);
	if (from.n == DAY_TEXT && str_cmp(from, to) > 0)
		return REJECT(f->p, to.p, "expected the first day before the last, found %s", quoted(word).text);
	return true;
}

/* Whether a word has the shape of a date: four digits, '-', two digits, '-', two digits. */
static bool
has_shape_of_date(struct str s)
{
	if (!s.p || s.n != DAY_TEXT)
		return false;
	for (size_t i = 0; i < DAY_TEXT; i++)
		if (i == 4 || i == 7 ? s.p[i] != '-' : !is_digit(s.p[i]))
			return false;
	return true;
}

/* A date or none, then text. */
static bool
take_job(struct field_read *f, struct str value)
{
	struct str rest = value, word = str_cut_word(&rest);

	if (!has_shape_of_date(word)) {
		f->text = value;
		return true;
	}
	return take_date(f, word, &f->date) && take_text(f, rest, "a job");
}

/* A cadence, put in its short form. */
static bool
take_cadence(struct field_read *f, struct str word)
{
	if (!cadence_parse(word, &f->span))
		return REJECT(f->p, word.p, "expected a span such as 6w, 3mo or quarterly, or never, found %s", quoted(word).text);
	span_format(f->span, f->short_form);
	f->object = str_of(f->short_form);
	return true;
}

/* One of the statuses. */
static bool
take_status(struct field_read *f, struct str word)
{
	f->object = word;
	return status_find(word) != STATUSES ||
	    REJECT(f->p, word.p, "expected active, guarded or closed, found %s%s", quoted(word).text,
		did_you_mean(word, status_names, STATUSES, sizeof *status_names, 1).text);
}

/* Yes or no. */
static bool
take_yes_no(struct field_read *f, struct str word)
{
	f->object = word;
	return str_eq(word, STR("yes")) || str_eq(word, STR("no")) ||
	    REJECT(f->p, word.p, "expected yes or no, found %s", quoted(word).text);
}

/* A tier's name. */
static bool
take_tier(struct field_read *f, struct str word)
{
	f->object = word;
	return check_word(f->p, word, "a tier: one word");
}

/* A channel. */
static bool
take_channel(struct field_read *f, struct str word)
{
	f->via = word;
	return check_word(f->p, word, "a channel: one word");
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
		if (!check_word(f->p, tag, "a tag: one word"))
			return false;
		add_tag(f->p, tag);
	}
	if (f->p->tag_count == 0)
		return REJECT(f->p, value.p, "expected tags, found %s", quoted(value).text);
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
	case FORM_TIER:
		return take_tier(f, word) && ends_here(f, rest);
	case FORM_CHANNEL:
		return take_channel(f, word) && ends_here(f, rest);
	case FORM_CADENCE:
		return take_cadence(f, word) && ends_here(f, rest);
	case FORM_STATUS:
		return take_status(f, word) && ends_here(f, rest);
	case FORM_YES_NO:
		return take_yes_no(f, word) && ends_here(f, rest);
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

/* The key that the line starts with; empty where it starts with none. */
static struct str
key_of(struct str line)
{
	size_t n = 0;

	while (n < line.n && (is_lower(line.p[n]) || (n && (is_digit(line.p[n]) || line.p[n] == '-'))))
		n++;
	return (struct str){line.p, n};
}

/* Take the key and the colon off the line; what is left is the value. */
static bool
take_key(struct field_read *f, struct str line, struct str *value)
{
	struct parser *p = f->p;
	struct str rest = line, first = str_cut_word(&rest), key = key_of(line), after = str_from(line, key.n);
	day d;

	f->key = key;
	if (key.n == 0 && day_parse(first, &d))
		return REJECT(p, line.p, "expected a field of @%s, found the date %s: an entry starts at the margin",
		    bare(p->person).text, quoted(first).text);
	if (after.n && *after.p != ':' && !is_blank(*after.p))
		return REJECT(p, after.p, "expected a key of a-z, 0-9 and '-', such as 'email:', found %s", quoted(first).text);
	if (key.n && after.n && is_blank(*after.p) && *str_trim(after).p == ':')
		return REJECT(p, after.p, "expected ':' directly after the key %s, found a blank before it", quoted(key).text);
	if (after.n == 0)
		return REJECT(p, after.p, "expected ':' after the key %s", quoted(key).text);
	if (*after.p != ':')
		return REJECT(p, after.p, "expected ':' after the key %s, found %s", quoted(key).text, quoted(after).text);
	if (key.n == 0)
		return REJECT(p, line.p, "expected a key before ':'");
	*value = str_from(after, 1);
	return true;
}

/* Check that there is a value, and that the key may have one. */
static bool
check_value(const struct field_read *f, struct str line, struct str *value)
{
	struct str raw = *value;

	if (raw.n && !is_blank(*raw.p))
		return REJECT(f->p, raw.p, "expected a blank after '%s:', found %s", bare(f->key).text, quoted(raw).text);
	*value = str_trim(raw);
	if (str_eq(f->key, STR("name")))
		return REJECT(f->p, line.p, "expected the name after the id, as in '@%s %s', found it as a field", bare(f->p->person).text,
		    bare(value->n ? *value : STR("Name")).text);
	if (value->n == 0)
		return REJECT(f->p, raw.p, "expected a value after '%s:': delete the line, or fill it in", bare(f->key).text);
	return true;
}

/* Whether a field is what it was when it was given first; cadences count by what they mean, 4w is 28d. */
static bool
says_the_same(const struct field_read *f, const struct set_once *first)
{
	struct span span;
	bool same_object = str_eq(f->object, first->object);

	if (fields[f->id].form == FORM_CADENCE && cadence_parse(first->object, &span))
		same_object = span_same(f->span, span);
	return same_object && str_eq(f->date, first->date) && str_eq(f->by, first->by) && str_eq(f->via, first->via) &&
	    str_eq(f->text, first->text);
}

/* Keep what a person may have one of. */
static void
keep_first(struct field_read *f, struct set_once *first)
{
	struct arena *a = &f->p->stanza;

	*first = (struct set_once){place_of(f->p, NULL), arena_copy(a, f->date), arena_copy(a, f->by), arena_copy(a, f->object),
	    arena_copy(a, f->via), arena_copy(a, f->text)};
}

/* Whether the field goes out: it is the first of its key, or of one that a person may have many of. */
static bool
is_first(struct field_read *f, struct str line)
{
	struct set_once *first;
	const char *key = f->id == FIELDS ? "" : fields[f->id].key.p;

	if (f->id == FIELDS || fields[f->id].times == MANY)
		return true;
	first = &f->p->fields[f->id];
	if (!first->at.line) {
		keep_first(f, first);
		return true;
	}
	if (says_the_same(f, first))
		warn_at(place_of(f->p, line.p), "'%s' is at %s already, with the same value: delete one", key,
		    shown_place(first->at).text);
	else
		REJECT(f->p, line.p, "expected one '%s' of a person, found a second; the first is at %s: keep the right one", key,
		    shown_place(first->at).text);
	return false;
}

/* The field that a key of the user's own may have been meant for: by another name of it, or one edit away; or FIELDS. */
static enum field_id
near_field(struct str key)
{
	enum field_id other = field_by_other_name(key);
	int i = 0;

	if (other != FIELDS)
		return other;
	while (i < FIELDS && edits_between(key, fields[i].key, 1) > 1)
		i++;
	return (enum field_id)i;
}

/* Warn of what may be a slip. */
static void
warn_slips(const struct field_read *f)
{
	enum field_id near = f->id == FIELDS ? near_field(f->key) : FIELDS;

	if (near != FIELDS)
		warn_at(place_of(f->p, f->key.p), "%s is a key of your own: did you mean '%s'?", quoted(f->key).text, fields[near].key.p);
	if (f->id == FIELD_KNOWS && str_starts(f->text, STR("@")))
		warn_at(place_of(f->p, f->text.p), "'knows' is how they know my work or my word, not whom they know");
}

/* Whether a value is no longer than every row of its person can bear. */
static bool
is_short_enough(const struct field_read *f, struct str value)
{
	size_t most = f->id == FIELDS ? ANY_LENGTH : fields[f->id].most;

	return most == ANY_LENGTH || value.n <= most ||
	    REJECT(f->p, value.p, "expected at most %zu bytes of '%s', found %zu", most, fields[f->id].key.p, value.n);
}

/* Whether a person has room for what a field brings, of those that all their rows repeat. */
static bool
has_room(struct field_read *f, struct str value)
{
	struct parser *p = f->p;

	if (f->id == FIELD_TOPIC && p->topics == TOPICS_MOST)
		return REJECT(p, value.p, "expected at most %d topics of a person, found more", TOPICS_MOST);
	if (p->tag_count > TAGS_MOST - p->tags_before)
		return REJECT(p, value.p, "expected at most %d tags of a person, found more", TAGS_MOST);
	p->topics += f->id == FIELD_TOPIC;
	p->tags_before += p->tag_count;
	return true;
}

/* Hand the field out. */
static void
emit(const struct field_read *f)
{
	struct parser *p = f->p;

	p->sink(p->context, &(struct record){.kind = RECORD_PERSON, .date = f->date, .who = &p->person, .whos = 1,
	    .verb = f->id == FIELDS ? f->key : fields[f->id].written, .object = f->object, .by = f->by, .via = f->via,
	    .tags = p->tags, .tag_count = p->tag_count, .text = f->text, .line = p->number});
}

/* Take a field that is well made, if it is the first of its kind. */
static void
take_field_read(struct field_read *f, struct str line)
{
	if (!is_first(f, line))
		return;
	if (f->id == FIELD_TIER) {
		struct tier_seen *tier = see_tier(f->p, f->object);

		if (!tier->used.line)
			tier->used = place_of(f->p, f->object.p);
	}
	emit(f);
}

/* Read a field, and say what is wrong with it unless the parser is quiet. Nothing else comes of it. */
static bool
read_field(struct field_read *f, struct str line)
{
	struct str value = {NULL, 0};

	clear_tags(f->p);
	if (!take_key(f, line, &value) || !check_value(f, line, &value))
		return false;
	f->id = field_find(f->key);
	f->value = value;
	return is_short_enough(f, value) && take_value(f, value);
}

/* Read a field without a word about it. */
static bool
is_good_field(struct parser *p, struct str line)
{
	struct field_read f = {.p = p};
	bool good;

	p->quiet = true;
	good = read_field(&f, line);
	p->quiet = false;
	return good;
}

/* Find the field, or the @ line, that a rejected line was meant to be. */
static void
find_field_remedy(struct parser *p, struct str line)
{
	if (diag_shows() && line.n <= REMEDY_MOST && remedy_field(line, p->person, &p->remedy) &&
	    (*p->remedy.bytes == '@' || is_good_field(p, text_str(&p->remedy))))
		return;
	p->remedy.used = 0;
}

/* Read a field. */
void
field_line(struct parser *p, struct str line)
{
	struct field_read f = {.p = p};

	if (!is_good_field(p, line))
		find_field_remedy(p, line);
	if (read_field(&f, line) && has_room(&f, f.value)) {
		warn_slips(&f);
		take_field_read(&f, line);
	}
	p->remedy.used = 0;
}
