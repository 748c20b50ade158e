/* SPDX-License-Identifier: ISC
 * Hints: the words, and finding one. */
#include "hints.h"

/* clang-format off */
/* What people write in a verb's place, and what this text has for it. */
static const struct {
	struct str word, verb, rest;
} instead[] = {
    {WORD("acknowledged"), WORD("acked"), WORD("")},
    {WORD("advised"), WORD("gave"), WORD("advice")},
    {WORD("agreed"), WORD("promised"), WORD("OBJECT")},
    {WORD("answered"), WORD("wrote"), WORD("")},
    {WORD("apologised"), WORD("wrote"), WORD("apology")},
    {WORD("apologized"), WORD("wrote"), WORD("apology")},
    {WORD("cancelled"), WORD("dropped"), WORD("OBJECT")},
    {WORD("chatted"), WORD("called"), WORD("")},
    {WORD("committed"), WORD("promised"), WORD("OBJECT")},
    {WORD("confirmed"), WORD("acked"), WORD("")},
    {WORD("congratulated"), WORD("wrote"), WORD("congratulations")},
    {WORD("connected"), WORD("gave"), WORD("intro")},
    {WORD("delivered"), WORD("kept"), WORD("OBJECT")},
    {WORD("emailed"), WORD("wrote"), WORD("via email")},
    {WORD("fulfilled"), WORD("kept"), WORD("OBJECT")},
    {WORD("heard"), WORD("noted"), WORD("")},
    {WORD("helped"), WORD("gave"), WORD("help")},
    {WORD("intend"), WORD("want"), WORD("OBJECT")},
    {WORD("introduced"), WORD("gave"), WORD("intro")},
    {WORD("invited"), WORD("wrote"), WORD("invitation")},
    {WORD("learned"), WORD("noted"), WORD("")},
    {WORD("lent"), WORD("gave"), WORD("OBJECT")},
    {WORD("mailed"), WORD("wrote"), WORD("via email")},
    {WORD("mentored"), WORD("gave"), WORD("advice")},
    {WORD("messaged"), WORD("wrote"), WORD("")},
    {WORD("offered"), WORD("promised"), WORD("OBJECT")},
    {WORD("paid"), WORD("gave"), WORD("OBJECT")},
    {WORD("phoned"), WORD("called"), WORD("")},
    {WORD("praised"), WORD("gave"), WORD("praise")},
    {WORD("pinged"), WORD("wrote"), WORD("")},
    {WORD("rang"), WORD("called"), WORD("")},
    {WORD("recommended"), WORD("gave"), WORD("recommendation")},
    {WORD("referred"), WORD("gave"), WORD("referral")},
    {WORD("refused"), WORD("declined"), WORD("OBJECT")},
    {WORD("rejected"), WORD("declined"), WORD("OBJECT")},
    {WORD("remembered"), WORD("noted"), WORD("")},
    {WORD("replied"), WORD("wrote"), WORD("")},
    {WORD("requested"), WORD("asked"), WORD("OBJECT")},
    {WORD("responded"), WORD("wrote"), WORD("")},
    {WORD("reviewed"), WORD("gave"), WORD("review")},
    {WORD("saw"), WORD("met"), WORD("")},
    {WORD("sent"), WORD("gave"), WORD("OBJECT")},
    {WORD("shared"), WORD("gave"), WORD("OBJECT")},
    {WORD("spoke"), WORD("called"), WORD("")},
    {WORD("supported"), WORD("gave"), WORD("help")},
    {WORD("talked"), WORD("called"), WORD("")},
    {WORD("texted"), WORD("wrote"), WORD("via text")},
    {WORD("thanks"), WORD("thanked"), WORD("")},
    {WORD("told"), WORD("wrote"), WORD("")},
    {WORD("visited"), WORD("met"), WORD("")},
    {WORD("wanted"), WORD("want"), WORD("OBJECT")},
    {WORD("wish"), WORD("want"), WORD("OBJECT")},
    {WORD("withdrew"), WORD("dropped"), WORD("OBJECT")},
};
/* clang-format on */

/* Find what to write for a word that is no verb. */
bool
verb_instead_of(struct str word, struct str *verb, struct str *rest)
{
	for (size_t i = 0; i < COUNT(instead); i++)
		if (str_eq(word, instead[i].word)) {
			*verb = instead[i].verb;
			*rest = instead[i].rest;
			return true;
		}
	return false;
}
