/* SPDX-License-Identifier: ISC
 * Hard news: the words that tell. */
#include "hard-news.h"

#include "text.h"

static const char hard_words[] =
    "accident assault bankruptcy bereavement breakup burglary burnout cancer chemo coma dead death dementia demotion "
    "depression diagnosis died dismissal dismissed divorce divorced eviction fire fired flood foreclosure funeral furlough "
    "furloughed grief hospice hospital hospitalized illness injured injury insolvency laidoff layoff layoffs loss lost "
    "miscarriage mourning obituary operation passedaway redundancy redundant rehab relapse robbery sacked separated "
    "separation sick sickness stillbirth stillborn stroke suicide surgery terminated theft tumor tumour unemployed "
    "unemployment widow widowed widower";

/* What takes the hardness out of any of them. */
static const char relief[] = "no not free benign over cleared recovered survived beaten";

/* Look a word up. */
bool
is_hard_word(struct str word)
{
	return str_list_has(hard_words, word);
}

/* Cut a part off the front, up to a divider, which goes with it. Empty parts are parts. */
struct str
cut_news_part(struct str *rest)
{
	size_t n = 0;
	struct str part;

	while (n < rest->n && !strchr("-_.", rest->p[n]))
		n++;
	part = (struct str){rest->p, n};
	*rest = str_from(*rest, n < rest->n ? n + 1 : n);
	return part;
}

/* Whether an object without its dividers is a hard word: "burn-out", "passed-away". */
static bool
is_hard_joined(struct str object)
{
	char bytes[32];
	struct text joined = TEXT_IN(bytes);

	while (object.n)
		text_add(&joined, cut_news_part(&object));
	return !joined.cut && is_hard_word(text_str(&joined));
}

/* Judge an object. */
bool
is_hard_news(struct str object)
{
	bool hard = is_hard_word(object) || is_hard_joined(object);

	while (object.n) {
		struct str part = cut_news_part(&object);

		if (str_list_has(relief, part))
			return false;
		hard |= is_hard_word(part);
	}
	return hard;
}
