/* SPDX-License-Identifier: ISC
 * A directive: "tier NAME ..." and "rule NAME VALUE". */
#include "note-parts.h"

/* A value in the form that the table has. */
struct value {
	char text[24];
};

/* Write a number and what stands behind it. */
static struct value
value_of(uint32_t number, const char *unit)
{
	struct value v = {""};
	char *p = v.text + sizeof v.text - 1 - strlen(unit), *end = v.text + sizeof v.text - 1;

	memcpy(p, unit, strlen(unit));
	do
		*--p = (char)('0' + number % 10);
	while (number /= 10);
	memmove(v.text, p, (size_t)(end - p));
	memset(v.text + (end - p), 0, (size_t)(p - v.text));
	return v;
}

/* Read what an attribute is set to. */
static bool
take_attribute(struct note *note, enum tier_attribute attribute, struct str word, struct value *value)
{
	struct span span = {SPAN_NEVER, 0};
	uint32_t number;

	if (attribute == TIER_MAX) {
		if (!str_number(word, NUMBER_MAX, &number) || number == 0)
			return FAULT(note, word.p, "expected a number of people, 1 to 999999, found %s", quoted(word).text);
		*value = value_of(number, "");
		return true;
	}
	if (!str_eq(word, STR("never")) && !span_parse(word, &span))
		return FAULT(note, word.p, "expected a span such as 6w, 3mo or quarterly, or never, found %s",
		    quoted(word).text);
	span_format(span, value->text);
	return true;
}

/* Find an attribute by its name, or say which is near. */
static bool
find_attribute(struct note *note, struct str word, enum tier_attribute *attribute)
{
	int near;

	for (int i = 0; i < TIER_ATTRIBUTES; i++)
		if (str_eq(word, tier_attribute_names[i])) {
			*attribute = (enum tier_attribute)i;
			return true;
		}
	near = nearest(word, tier_attribute_names, TIER_ATTRIBUTES, sizeof *tier_attribute_names, 2);
	return near < 0 ? FAULT(note, word.p, "expected every, give or max, found %s", quoted(word).text)
			: FAULT(note, word.p, "expected every, give or max, found %s: did you mean '%s'?", quoted(word).text,
			      tier_attribute_names[near].p);
}

/* Whether two values are the same, however written: 4w is 28d. */
static bool
same_value(struct str a, struct str b)
{
	struct span one, other;

	return str_eq(a, b) || (span_parse(a, &one) && span_parse(b, &other) && span_same(one, other));
}

/* What a setting was set to before, if it was: an error where that was something else. */
static bool
agrees(struct note *note, const char *at, struct str name, struct place set, struct str before, const char *now)
{
	if (!set.line || same_value(before, str_of(now)))
		return true;
	return FAULT(note, at, "expected %s to be set once, found %s; it is %s at %s:%llu", quoted(name).text,
	    quoted(str_of(now)).text, quoted(before).text, bare(set.file).text, (unsigned long long)set.line);
}

/* Warn of a setting that stands twice. */
static void
warn_repeated(struct note *note, const char *at, struct str name, struct place set)
{
	warn_at(note_place(note, at), "%s is set to the same at %s:%llu already: delete one", quoted(name).text,
	    bare(set.file).text, (unsigned long long)set.line);
}

/* A tier directive as it is read: the attributes in the order in which they stand. */
struct tier_read {
	struct str name;
	int count;
	enum tier_attribute order[TIER_ATTRIBUTES];
	struct str word[TIER_ATTRIBUTES];
	struct value value[TIER_ATTRIBUTES];
};

/* Read the attributes. */
static bool
take_attributes(struct note *note, struct tier_read *read, struct str rest)
{
	struct str word;

	while ((word = str_cut_word(&rest)).n) {
		enum tier_attribute attribute;
		struct str value;

		if (!find_attribute(note, word, &attribute))
			return false;
		for (int i = 0; i < read->count; i++)
			if (read->order[i] == attribute)
				return FAULT(note, word.p, "expected '%s' once, found it a second time",
				    tier_attribute_names[attribute].p);
		value = str_cut_word(&rest);
		if (value.n == 0)
			return FAULT(note, word.p, "expected a value behind '%s', found none", tier_attribute_names[attribute].p);
		if (!take_attribute(note, attribute, value, &read->value[read->count]))
			return false;
		read->word[read->count] = word;
		read->order[read->count++] = attribute;
	}
	return read->count > 0 || FAULT(note, rest.p, "expected every, give or max behind the tier's name, found none");
}

/* "tier NAME" and attributes. */
static bool
tier_line(struct note *note, struct str rest)
{
	struct tier_read read = {.name = str_cut_word(&rest)};
	struct tier_seen *tier;

	if (read.name.n == 0)
		return FAULT(note, read.name.p, "expected a tier's name, as in 'tier A every 6w', found none");
	if (!note_word(note, read.name, "a tier's name: one word") || !take_attributes(note, &read, rest))
		return false;
	tier = note_tier_seen(note, read.name);
	for (int i = 0; i < read.count; i++)
		if (!agrees(note, read.word[i].p, read.word[i], tier->set[read.order[i]], tier->value[read.order[i]],
			read.value[i].text))
			return false;
	tier->defined = true;
	for (int i = 0; i < read.count; i++) {
		enum tier_attribute attribute = read.order[i];

		if (tier->set[attribute].line) {
			warn_repeated(note, read.word[i].p, read.word[i], tier->set[attribute]);
			continue;
		}
		tier->set[attribute] = note_place(note, NULL);
		tier->value[attribute] = arena_copy(&note->kept, str_of(read.value[i].text));
		note->sink(note->context, &(struct record){.kind = RECORD_TIER, .verb = tier_attribute_names[attribute],
		    .object = read.name, .text = tier->value[attribute], .line = note->number});
	}
	return true;
}

/* Days as "5d" or "2w". */
static bool
take_days(struct str word, uint32_t *days)
{
	struct span span;

	if (word.n == 0 || !is_digit(*word.p) || !span_parse(word, &span) || span.unit > SPAN_WEEKS)
		return false;
	*days = span.count * (span.unit == SPAN_WEEKS ? 7 : 1);
	return true;
}

/* Read what a rule is set to. */
static bool
take_rule(struct note *note, enum rule_id rule, struct str word, struct value *value)
{
	uint32_t number;
	int32_t minutes;

	switch (rules[rule].unit) {
	case RULE_DAYS:
		if (!take_days(word, &number))
			return FAULT(note, word.p, "expected days such as 5d or 2w, found %s", quoted(word).text);
		*value = value_of(number, "d");
		return true;
	case RULE_MINUTES:
		if (!duration_parse(word, &minutes))
			return FAULT(note, word.p, "expected a duration such as 45m or 1h, found %s", quoted(word).text);
		*value = value_of((uint32_t)minutes, "m");
		return true;
	case RULE_NUMBER:
		if (!str_number(word, NUMBER_MAX, &number) || number == 0)
			return FAULT(note, word.p, "expected a number, 1 to 999999, found %s", quoted(word).text);
		*value = value_of(number, "");
		return true;
	}
	return false;
}

/* Find a rule, or say which is near. */
static bool
find_rule(struct note *note, struct str name, enum rule_id *rule)
{
	int near;

	*rule = rule_find(name);
	if (*rule != RULES)
		return true;
	near = nearest(name, &rules[0].name, RULES, sizeof *rules, 2);
	return near < 0 ? FAULT(note, name.p, "expected a rule's name (rc-text(5) lists them), found %s", quoted(name).text)
			: FAULT(note, name.p, "expected a rule's name, found %s: did you mean '%s'?", quoted(name).text,
			      rules[near].name.p);
}

/* "rule NAME VALUE". */
static bool
rule_line(struct note *note, struct str rest)
{
	struct str name = str_cut_word(&rest), word = str_cut_word(&rest), more = str_cut_word(&rest);
	enum rule_id rule;
	struct value value;

	if (word.n == 0)
		return FAULT(note, word.p, "expected a rule's name and a value, as in 'rule ask-gap 180d', found none");
	if (!find_rule(note, name, &rule) || !take_rule(note, rule, word, &value))
		return false;
	if (more.n)
		return FAULT(note, more.p, "expected nothing behind the rule's value, found %s", quoted(more).text);
	if (!agrees(note, name.p, name, note->rule_set[rule], note->rule_value[rule], value.text))
		return false;
	if (note->rule_set[rule].line) {
		warn_repeated(note, name.p, name, note->rule_set[rule]);
		return true;
	}
	note->rule_set[rule] = note_place(note, NULL);
	note->rule_value[rule] = arena_copy(&note->kept, str_of(value.text));
	note->sink(note->context, &(struct record){.kind = RECORD_RULE, .verb = rules[rule].name,
	    .text = note->rule_value[rule], .line = note->number});
	return true;
}

/* Read a directive. */
bool
directive_line(struct note *note, struct str line)
{
	static const struct str kinds[] = {{"tier", 4}, {"rule", 4}};
	struct str rest = line, word = str_cut_word(&rest);
	int near;

	if (str_eq(word, kinds[0]))
		return tier_line(note, rest);
	if (str_eq(word, kinds[1]))
		return rule_line(note, rest);
	near = nearest(word, kinds, 2, sizeof *kinds, 2);
	if (near >= 0)
		return FAULT(note, word.p, "expected 'tier' or 'rule', found %s: did you mean '%s'?", quoted(word).text,
		    kinds[near].p);
	if (verb_find(word) != VERBS)
		return FAULT(note, word.p, "expected a date before %s, found none: an entry starts with its day", quoted(word).text);
	return FAULT(note, word.p, "expected 'tier', 'rule', or a date or @id at the start of the line, found %s",
	    quoted(word).text);
}
