/* SPDX-License-Identifier: ISC
 * A directive: "tier NAME ..." and "rule NAME VALUE". */
#include "base/spelling.h"
#include "base/verbs.h"
#include "parser.h"
#include "remedy.h"

/* A value in the form that the table has. */
struct value {
	char bytes[24];
	struct text text;
};

/* Write a number and its unit. */
static bool
set_number(struct text *value, uint32_t number, struct str unit)
{
	text_add_number(value, number);
	text_add(value, unit);
	return true;
}

/* Read what an attribute is set to. */
static bool
take_attribute(struct parser *p, enum tier_attribute attribute, struct str word, struct text *value)
{
	char short_form[SPAN_TEXT + 1];
	struct span span;
	uint32_t number;

	if (attribute == TIER_MAX)
		return str_number(word, NUMBER_MAX, &number) && number
		    ? set_number(value, number, STR(""))
		    : REJECT(p, word.p, "expected a number of people, 1 to 999999, found %s", quoted(word).text);
	if (!cadence_parse(word, &span))
		return REJECT(p, word.p, "expected a span such as 6w, 3mo or quarterly, or never, found %s", quoted(word).text);
	span_format(span, short_form);
	text_add(value, str_of(short_form));
	return true;
}

/* Find an attribute by its name, or say which is near. */
static bool
find_attribute(struct parser *p, struct str word, enum tier_attribute *attribute)
{
	*attribute = tier_attribute_find(word);
	return *attribute != TIER_ATTRIBUTES ||
	    REJECT(p, word.p, "expected every, give or max, found %s%s", quoted(word).text,
		did_you_mean(word, tier_attribute_names, TIER_ATTRIBUTES, sizeof *tier_attribute_names, 2).text);
}

/* Whether two values are the same, however written: 4w is 28d. */
static bool
same_value(struct str a, struct str b)
{
	struct span one, other;

	return str_eq(a, b) || (span_parse(a, &one) && span_parse(b, &other) && span_same(one, other));
}

/* A setting of the line at hand: its name there, where it is kept, what it is set to. */
struct setting {
	struct str name;
	struct set_once *kept;
	struct str value;
};

/* Whether a setting may be set: not where it was set to something else. */
static bool
may_set(struct parser *p, const struct setting *s)
{
	const struct set_once *first = s->kept;

	return !first->at.line || same_value(first->text, s->value) ||
	    REJECT(p, s->name.p, "expected %s to be set once, found %s; it is %s at %s", quoted(s->name).text, quoted(s->value).text,
		quoted(first->text).text, shown_place(first->at).text);
}

/* Set it; false, with a warning, where it was set to the same before. */
static bool
set_first(struct parser *p, const struct setting *s)
{
	if (s->kept->at.line) {
		warn_at(place_of(p, s->name.p), "%s is set to the same at %s already: delete one", quoted(s->name).text,
		    shown_place(s->kept->at).text);
		return false;
	}
	*s->kept = (struct set_once){.at = place_of(p, NULL), .text = arena_copy(&p->kept, s->value)};
	return true;
}

/* A tier directive as it is read: its attributes in the order in which they come. */
struct tier_read {
	struct str name;
	int count;
	enum tier_attribute attribute[TIER_ATTRIBUTES];
	struct str word[TIER_ATTRIBUTES];
	struct value value[TIER_ATTRIBUTES];
};

/* Read one attribute and its value. */
static bool
take_pair(struct parser *p, struct tier_read *read, struct str word, struct str value)
{
	enum tier_attribute attribute;
	struct value *to;

	if (!find_attribute(p, word, &attribute))
		return false;
	for (int i = 0; i < read->count; i++)
		if (read->attribute[i] == attribute)
			return REJECT(p, word.p, "expected '%s' once, found it a second time", tier_attribute_names[attribute].p);
	if (value.n == 0)
		return REJECT(p, word.p, "expected a value after '%s'", tier_attribute_names[attribute].p);
	to = &read->value[read->count];
	to->text = TEXT_IN(to->bytes);
	read->word[read->count] = word;
	read->attribute[read->count++] = attribute;
	return take_attribute(p, attribute, value, &to->text);
}

/* Read the attributes. */
static bool
take_attributes(struct parser *p, struct tier_read *read, struct str rest)
{
	struct str word;

	while ((word = str_cut_word(&rest)).n)
		if (!take_pair(p, read, word, str_cut_word(&rest)))
			return false;
	return read->count > 0 || REJECT(p, rest.p, "expected every, give or max after the tier's name");
}

/* Read "tier NAME" and attributes. */
static bool
read_tier(struct parser *p, struct str rest, struct tier_read *read)
{
	read->name = str_cut_word(&rest);
	if (read->name.n == 0)
		return REJECT(p, read->name.p, "expected a tier's name, as in 'tier A every 6w'");
	return check_word(p, read->name, "a tier's name: one word") && take_attributes(p, read, rest);
}

/* Set what a tier directive says, all of it or nothing. */
static void
set_tier(struct parser *p, const struct tier_read *read)
{
	struct setting setting[TIER_ATTRIBUTES];
	struct tier_seen *tier = see_tier(p, read->name);

	for (int i = 0; i < read->count; i++) {
		setting[i] = (struct setting){read->word[i], &tier->set[read->attribute[i]], text_str(&read->value[i].text)};
		if (!may_set(p, &setting[i]))
			return;
	}
	tier->defined = true;
	for (int i = 0; i < read->count; i++)
		if (set_first(p, &setting[i]))
			p->sink(p->context, &(struct record){.kind = RECORD_TIER, .verb = tier_attribute_names[read->attribute[i]],
			    .object = read->name, .text = setting[i].kept->text, .line = p->number});
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
take_rule(struct parser *p, enum rule_id rule, struct str word, struct text *value)
{
	uint32_t number;
	int32_t minutes;

	switch (rules[rule].unit) {
	case RULE_DAYS:
		return take_days(word, &number)
		    ? set_number(value, number, STR("d"))
		    : REJECT(p, word.p, "expected days such as 5d or 2w, found %s", quoted(word).text);
	case RULE_MINUTES:
		return duration_parse(word, &minutes)
		    ? set_number(value, (uint32_t)minutes, STR("m"))
		    : REJECT(p, word.p, "expected a duration such as 45m or 1h, found %s", quoted(word).text);
	case RULE_NUMBER:
		return str_number(word, NUMBER_MAX, &number) && number
		    ? set_number(value, number, STR(""))
		    : REJECT(p, word.p, "expected a number, 1 to 999999, found %s", quoted(word).text);
	}
	return false;
}

/* Find a rule, or say which is near. */
static bool
find_rule(struct parser *p, struct str name, enum rule_id *rule)
{
	struct shown hint;

	*rule = rule_find(name);
	if (*rule != RULES)
		return true;
	hint = did_you_mean(name, &rules[0].name, RULES, sizeof *rules, 2);
	return REJECT(p, name.p, "expected a rule's name%s, found %s%s", *hint.text ? "" : " (rc-text(5) lists them)", quoted(name).text,
	    hint.text);
}

/* A rule directive as it is read. */
struct rule_read {
	struct str name;
	enum rule_id rule;
	struct value value;
};

/* Read "rule NAME VALUE". */
static bool
read_rule(struct parser *p, struct str rest, struct rule_read *read)
{
	struct str name = str_cut_word(&rest), word = str_cut_word(&rest), more = str_cut_word(&rest);

	if (word.n == 0)
		return REJECT(p, word.p, "expected a rule's name and a value, as in 'rule ask-gap 180d'");
	read->name = name;
	read->value.text = TEXT_IN(read->value.bytes);
	if (!find_rule(p, name, &read->rule) || !take_rule(p, read->rule, word, &read->value.text))
		return false;
	return more.n == 0 || REJECT(p, more.p, "expected nothing after the rule's value, found %s", quoted(more).text);
}

/* Set a rule. */
static void
set_rule(struct parser *p, const struct rule_read *read)
{
	struct setting setting = {read->name, &p->rule[read->rule], text_str(&read->value.text)};

	if (may_set(p, &setting) && set_first(p, &setting))
		p->sink(p->context, &(struct record){.kind = RECORD_RULE, .verb = rules[read->rule].name, .text = setting.kept->text,
		    .line = p->number});
}

/* A directive as it is read: one of these. */
struct directive {
	bool is_tier, is_rule;
	struct tier_read tier;
	struct rule_read rule;
};

/* Say of a first word that it begins no directive. */
static bool
unknown_directive(struct parser *p, struct str line, struct str word)
{
	static const struct str kinds[] = {WORD("tier"), WORD("rule")};
	struct shown hint = did_you_mean(word, kinds, COUNT(kinds), sizeof *kinds, 2);

	if (*hint.text)
		return REJECT(p, word.p, "expected 'tier' or 'rule', found %s%s", quoted(word).text, hint.text);
	if (verb_find(word) != NO_VERB)
		return REJECT(p, word.p, "expected a date before %s: an entry starts with its day", quoted(word).text);
	if (!p->quiet)
		find_remedy(p, line);
	return REJECT(p, word.p, "expected 'tier', 'rule', or a date or @id at the start of the line, found %s", quoted(word).text);
}

/* Read a directive, and say what is wrong with it unless the parser is quiet. Nothing else comes of it. */
static bool
read_directive(struct parser *p, struct str line, struct directive *d)
{
	struct str rest = line, word = str_cut_word(&rest);

	*d = (struct directive){.is_tier = str_eq(word, STR("tier")), .is_rule = str_eq(word, STR("rule"))};
	if (d->is_tier)
		return read_tier(p, rest, &d->tier);
	if (d->is_rule)
		return read_rule(p, rest, &d->rule);
	return unknown_directive(p, line, word);
}

/* Find the directive that a rejected line was meant to be. */
static void
find_directive_remedy(struct parser *p, struct str line)
{
	struct directive d;
	bool good;

	if (!diag_shows() || line.n > REMEDY_MOST || !remedy_directive(line, &p->remedy)) {
		p->remedy.used = 0;
		return;
	}
	p->quiet = true;
	good = read_directive(p, text_str(&p->remedy), &d);
	p->quiet = false;
	if (!good)
		p->remedy.used = 0;
}

/* Take a directive. */
void
directive_line(struct parser *p, struct str line)
{
	struct directive d;
	bool good;

	p->quiet = true;
	good = read_directive(p, line, &d);
	p->quiet = false;
	if (!good)
		find_directive_remedy(p, line);
	if (read_directive(p, line, &d)) {
		if (d.is_tier)
			set_tier(p, &d.tier);
		else
			set_rule(p, &d.rule);
	}
	p->remedy.used = 0;
}
