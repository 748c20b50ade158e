/* SPDX-License-Identifier: ISC
 * Hard news: the words that tell. */
#include "hard-news.h"

#include "text.h"

/* clang-format off */
static const struct str hard_words[] = {
    WORD("accident"), WORD("assault"), WORD("bankruptcy"), WORD("bereavement"), WORD("breakup"), WORD("burglary"),
    WORD("burnout"), WORD("cancer"), WORD("chemo"), WORD("coma"), WORD("dead"), WORD("death"), WORD("dementia"),
    WORD("demotion"), WORD("depression"), WORD("diagnosis"), WORD("died"), WORD("dismissal"), WORD("dismissed"),
    WORD("divorce"), WORD("divorced"), WORD("eviction"), WORD("fire"), WORD("fired"), WORD("flood"),
    WORD("foreclosure"), WORD("funeral"), WORD("furlough"), WORD("furloughed"), WORD("grief"), WORD("hospice"),
    WORD("hospital"), WORD("hospitalized"), WORD("illness"), WORD("injured"), WORD("injury"), WORD("insolvency"),
    WORD("laidoff"), WORD("layoff"), WORD("layoffs"), WORD("loss"), WORD("lost"), WORD("miscarriage"),
    WORD("mourning"), WORD("obituary"), WORD("operation"), WORD("passedaway"), WORD("redundancy"), WORD("redundant"),
    WORD("rehab"), WORD("relapse"), WORD("robbery"), WORD("sacked"), WORD("separated"), WORD("separation"),
    WORD("sick"), WORD("sickness"), WORD("stillbirth"), WORD("stillborn"), WORD("stroke"), WORD("suicide"),
    WORD("surgery"), WORD("terminated"), WORD("theft"), WORD("tumor"), WORD("tumour"), WORD("unemployed"),
    WORD("unemployment"), WORD("widow"), WORD("widowed"), WORD("widower"),
};

/* What takes the hardness out of any of them. */
static const struct str relief[] = {
    WORD("no"), WORD("not"), WORD("free"), WORD("benign"), WORD("over"), WORD("cleared"), WORD("recovered"),
    WORD("survived"), WORD("beaten"),
};
/* clang-format on */

/* Whether a word is in a list. */
static bool
is_listed(struct str s, const struct str *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq_any_case(s, words[i]))
			return true;
	return false;
}

/* Look a word up. */
bool
is_hard_word(struct str word)
{
	return is_listed(word, hard_words, COUNT(hard_words));
}

static bool
divides(char c)
{
	return c == '-' || c == '_' || c == '.';
}

/* Whether an object without its dividers is a hard word: "burn-out", "passed-away". */
static bool
is_hard_joined(struct str object)
{
	char bytes[32];
	struct text joined = TEXT_IN(bytes);

	for (size_t i = 0; i < object.n; i++)
		if (!divides(object.p[i]))
			text_add_char(&joined, object.p[i]);
	return !joined.cut && is_hard_word(text_str(&joined));
}

/* Judge an object. */
bool
is_hard_news(struct str object)
{
	bool hard = is_hard_word(object) || is_hard_joined(object);
	size_t from = 0;

	for (size_t i = 0; i <= object.n; i++) {
		struct str part = {object.p + from, i - from};

		if (i < object.n && !divides(object.p[i]))
			continue;
		if (is_listed(part, relief, COUNT(relief)))
			return false;
		hard |= is_hard_word(part);
		from = i + 1;
	}
	return hard;
}
