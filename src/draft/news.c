/* SPDX-License-Identifier: ISC
 * News of theirs: the words that tell. */
#include "news.h"

/* clang-format off */
static const struct str hard_words[] = {
    WORD("abuse"), WORD("accident"), WORD("amputation"), WORD("arrest"), WORD("attack"), WORD("bankrupt"),
    WORD("bankruptcy"), WORD("bereavement"), WORD("breakdown"), WORD("breakup"), WORD("burglary"), WORD("burned"),
    WORD("burnout"), WORD("burnt"), WORD("canceled"), WORD("cancelled"), WORD("cancer"), WORD("chemo"),
    WORD("closure"), WORD("coma"), WORD("covid"), WORD("crash"), WORD("crisis"), WORD("death"), WORD("debt"),
    WORD("defeat"), WORD("defect"), WORD("demotion"), WORD("denied"), WORD("depression"), WORD("diagnosis"),
    WORD("died"), WORD("disease"), WORD("dismissal"), WORD("divorce"), WORD("earthquake"), WORD("emergency"),
    WORD("ended"), WORD("eviction"), WORD("failed"), WORD("failure"), WORD("fire"), WORD("fired"), WORD("flood"),
    WORD("folded"), WORD("forced"), WORD("fracture"), WORD("funeral"), WORD("grief"), WORD("heartbreak"),
    WORD("hospital"), WORD("ill"), WORD("illness"), WORD("infarct"), WORD("injury"), WORD("insolvency"),
    WORD("invasion"), WORD("lawsuit"), WORD("layoff"), WORD("layoffs"), WORD("loss"), WORD("lost"),
    WORD("miscarriage"), WORD("missed"), WORD("missing"), WORD("mourning"), WORD("no"), WORD("not"),
    WORD("operation"), WORD("over"), WORD("pain"), WORD("redundancy"), WORD("redundant"), WORD("refused"),
    WORD("rejected"), WORD("rejection"), WORD("revoked"), WORD("robbery"), WORD("separation"), WORD("setback"),
    WORD("shutdown"), WORD("sick"), WORD("sickness"), WORD("split"), WORD("stillbirth"), WORD("stroke"),
    WORD("surgery"), WORD("terminated"), WORD("theft"), WORD("trouble"), WORD("tumor"), WORD("tumour"),
    WORD("unemployment"), WORD("war"), WORD("widowed"), WORD("withdrawn"), WORD("without"),
};

static const struct str good_words[] = {
    WORD("acceptance"), WORD("admission"), WORD("adoption"), WORD("album"), WORD("appointment"), WORD("approval"),
    WORD("award"), WORD("baby"), WORD("birth"), WORD("book"), WORD("chair"), WORD("child"), WORD("citizenship"),
    WORD("contract"), WORD("daughter"), WORD("debut"), WORD("defense"), WORD("defence"), WORD("degree"), WORD("diploma"),
    WORD("doctorate"), WORD("engagement"), WORD("exhibition"), WORD("fellowship"), WORD("flat"), WORD("funding"),
    WORD("graduation"), WORD("grandchild"), WORD("grant"), WORD("hire"), WORD("home"), WORD("honor"), WORD("honour"),
    WORD("house"), WORD("ipo"), WORD("job"), WORD("keynote"), WORD("launch"), WORD("marathon"), WORD("marriage"),
    WORD("married"), WORD("medal"), WORD("milestone"), WORD("move"), WORD("novel"), WORD("opening"), WORD("paper"),
    WORD("partnership"), WORD("patent"), WORD("phd"), WORD("premiere"), WORD("prize"), WORD("professorship"),
    WORD("promotion"), WORD("publication"), WORD("raise"), WORD("record"), WORD("recovery"), WORD("release"),
    WORD("residency"), WORD("retirement"), WORD("sabbatical"), WORD("scholarship"), WORD("son"), WORD("startup"),
    WORD("success"), WORD("talk"), WORD("tenure"), WORD("thesis"), WORD("twins"), WORD("victory"), WORD("visa"),
    WORD("wedding"), WORD("win"),
};
/* clang-format on */

/* Compare a word with a lower-case one, in any case. */
static bool
is_word(struct str s, struct str word)
{
	if (s.n != word.n)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != word.p[i])
			return false;
	}
	return true;
}

/* Whether a word is in a list. */
static bool
is_listed(struct str s, const struct str *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_word(s, words[i]))
			return true;
	return false;
}

/* What makes good news of hard words: debt-free, cancer-free. */
static const struct str relief[] = {WORD("free"), WORD("survived")};

/* Judge an object. */
enum news_kind
news_kind(struct str object)
{
	enum news_kind kind = NEWS_UNKNOWN;
	bool hard = false, relieved = false;
	size_t from = 0;

	for (size_t i = 0; i <= object.n; i++) {
		struct str word = {object.p + from, i - from};

		if (i < object.n && object.p[i] != '-' && object.p[i] != '_' && object.p[i] != '.')
			continue;
		hard |= is_listed(word, hard_words, COUNT(hard_words));
		relieved |= is_listed(word, relief, COUNT(relief));
		if (is_listed(word, good_words, COUNT(good_words)))
			kind = NEWS_GOOD;
		from = i + 1;
	}
	if (hard)
		return relieved ? NEWS_GOOD : NEWS_HARD;
	return kind;
}
