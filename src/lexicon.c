/* SPDX-License-Identifier: ISC
 * The words of the text: the tables, and finding a word in them or near them. */
#include "lexicon.h"

#define WORD(s) {(s), sizeof(s) - 1}

const struct str actor_names[ACTORS] = {
    [ACTOR_BOTH] = WORD("both"), [ACTOR_ME] = WORD("me"), [ACTOR_THEM] = WORD("them"),
};

enum { EITHER = BY_ME | BY_THEM };

/* clang-format off */
const struct verb verbs[VERBS] = {
                     /* name               sides    object  by     contact warm */
    [VERB_ACKED]    = {WORD("acked"),    EITHER,  false, true,  true,  false},
    [VERB_ASKED]    = {WORD("asked"),    EITHER,  true,  true,  true,  false},
    [VERB_CALLED]   = {WORD("called"),   EITHER,  false, false, true,  true},
    [VERB_DECLINED] = {WORD("declined"), EITHER,  true,  false, true,  false},
    [VERB_DROPPED]  = {WORD("dropped"),  EITHER,  true,  false, true,  false},
    [VERB_GAVE]     = {WORD("gave"),     EITHER,  false, false, true,  true},
    [VERB_HAD]      = {WORD("had"),      BY_THEM, true,  false, false, false},
    [VERB_KEPT]     = {WORD("kept"),     EITHER,  true,  false, true,  true},
    [VERB_MEET]     = {WORD("meet"),     BY_ME,   false, false, false, false},
    [VERB_MET]      = {WORD("met"),      BY_BOTH, false, false, true,  true},
    [VERB_NOTED]    = {WORD("noted"),    BY_ME,   false, false, false, false},
    [VERB_PROMISED] = {WORD("promised"), EITHER,  true,  true,  true,  false},
    [VERB_THANKED]  = {WORD("thanked"),  EITHER,  false, false, true,  true},
    [VERB_WANT]     = {WORD("want"),     BY_ME,   true,  true,  false, false},
    [VERB_WROTE]    = {WORD("wrote"),    EITHER,  false, false, true,  true},
};

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

const struct field fields[FIELDS] = {
    [FIELD_TIER] = {WORD("tier"), FORM_WORD},
    [FIELD_EVERY] = {WORD("every"), FORM_CADENCE},
    [FIELD_STATUS] = {WORD("status"), FORM_STATUS},
    [FIELD_PAUSE] = {WORD("pause"), FORM_UNTIL},
    [FIELD_GREET] = {WORD("greet"), FORM_TEXT},
    [FIELD_BIRTHDAY] = {WORD("birthday"), FORM_YEARLY},
    [FIELD_VIA] = {WORD("via"), FORM_WORD},
    [FIELD_HOURS] = {WORD("hours"), FORM_TEXT},
    [FIELD_KNOWS] = {WORD("knows"), FORM_TEXT},
    [FIELD_MET] = {WORD("met"), FORM_SINCE},
    [FIELD_ON] = {WORD("on"), FORM_YEARLY_TEXT},
    [FIELD_BUSY] = {WORD("busy"), FORM_RANGE},
    [FIELD_JOB] = {WORD("job"), FORM_JOB},
    [FIELD_EMAIL] = {WORD("email"), FORM_TEXT},
    [FIELD_PHONE] = {WORD("phone"), FORM_TEXT},
    [FIELD_TOPIC] = {WORD("topic"), FORM_TEXT},
    [FIELD_TAGS] = {WORD("tags"), FORM_TAGS},
    [FIELD_TAG] = {WORD("tag"), FORM_TAGS},
    [FIELD_NOTE] = {WORD("note"), FORM_TEXT},
};

const struct str status_names[STATUSES] = {
    [STATUS_ACTIVE] = WORD("active"), [STATUS_GUARDED] = WORD("guarded"), [STATUS_CLOSED] = WORD("closed"),
};

const struct str tier_attribute_names[TIER_ATTRIBUTES] = {
    [TIER_EVERY] = WORD("every"), [TIER_GIVE] = WORD("give"), [TIER_MAX] = WORD("max"),
};

const struct built_in_tier built_in_tiers[BUILT_IN_TIERS] = {
    {WORD("A"), {WORD("6w"), WORD("3mo"), WORD("15")}},
    {WORD("B"), {WORD("3mo"), WORD(""), WORD("")}},
    {WORD("C"), {WORD("6mo"), WORD(""), WORD("")}},
};

const struct rule rules[RULES] = {
    [RULE_REPLY]      = {WORD("reply"),      RULE_DAYS,    2},
    [RULE_ANSWER]     = {WORD("answer"),     RULE_DAYS,    7},
    [RULE_THANKS]     = {WORD("thanks"),     RULE_DAYS,    3},
    [RULE_PROMISE]    = {WORD("promise"),    RULE_DAYS,    14},
    [RULE_WAITING]    = {WORD("waiting"),    RULE_DAYS,    14},
    [RULE_NUDGE]      = {WORD("nudge"),      RULE_DAYS,    7},
    [RULE_NEWS]       = {WORD("news"),       RULE_DAYS,    3},
    [RULE_BELATED]    = {WORD("belated"),    RULE_DAYS,    7},
    [RULE_AFTERMATH]  = {WORD("aftermath"),  RULE_DAYS,    14},
    [RULE_RETURN]     = {WORD("return"),     RULE_DAYS,    30},
    [RULE_FADE]       = {WORD("fade"),       RULE_DAYS,    90},
    [RULE_ASK_GAP]    = {WORD("ask-gap"),    RULE_DAYS,    180},
    [RULE_ASK_DAYS]   = {WORD("ask-days"),   RULE_NUMBER,  3},
    [RULE_COLD]       = {WORD("cold"),       RULE_DAYS,    90},
    [RULE_DORMANT]    = {WORD("dormant"),    RULE_DAYS,    365},
    [RULE_UNANSWERED] = {WORD("unanswered"), RULE_NUMBER,  3},
    [RULE_DEBT]       = {WORD("debt"),       RULE_MINUTES, 60},
    [RULE_EFFORT]     = {WORD("effort"),     RULE_MINUTES, 15},
};
/* clang-format on */

/* Find a verb: they stand in order, and lengths and first letters leave hardly any to compare in full. */
enum verb_id
verb_find(struct str name)
{
	for (int i = 0; i < VERBS && name.n && *name.p >= *verbs[i].name.p; i++)
		if (name.n == verbs[i].name.n && *name.p == *verbs[i].name.p && str_eq(name, verbs[i].name))
			return (enum verb_id)i;
	return VERBS;
}

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

/* Find a field. */
enum field_id
field_find(struct str key)
{
	for (int i = 0; i < FIELDS; i++)
		if (str_eq(key, fields[i].name))
			return (enum field_id)i;
	return FIELDS;
}

/* Find a rule. */
enum rule_id
rule_find(struct str name)
{
	for (int i = 0; i < RULES; i++)
		if (str_eq(name, rules[i].name))
			return (enum rule_id)i;
	return RULES;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/*
 * The usual table of the optimal string alignment distance, but only the band of cells about its diagonal that can come to
 * no more than `most`. Row i holds the edits from the first i bytes of a; column j stands at index j - i + most.
 */
struct band {
	int most;
	int rows[3][2 * 3 + 2]; /* rows i - 2, i - 1 and i, at i % 3; the last index stays too far */
};

/* The edits of cell (i, j), from its neighbours. */
static int
band_cell(struct band *band, struct str a, struct str b, ptrdiff_t i, ptrdiff_t j)
{
	ptrdiff_t k = j - i + band->most;
	const int *row = band->rows[i % 3], *above = band->rows[(i + 2) % 3], *before = band->rows[(i + 1) % 3];
	int edits;

	if (j < 0 || j > (ptrdiff_t)b.n)
		return band->most + 1;
	if (i == 0 || j == 0)
		return least((int)(i + j), band->most + 1);
	edits = least(above[k] + (a.p[i - 1] != b.p[j - 1]), above[k + 1] + 1);
	if (k > 0)
		edits = least(edits, row[k - 1] + 1);
	if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1])
		edits = least(edits, before[k] + 1);
	return least(edits, band->most + 1);
}

/* Count the edits, row by row, until a row has no cell within reach. */
int
edits_between(struct str a, struct str b, int most)
{
	struct band band = {.most = most};
	ptrdiff_t difference = (ptrdiff_t)b.n - (ptrdiff_t)a.n;

	if (difference > most || -difference > most)
		return most + 1;
	for (ptrdiff_t i = 0; i <= (ptrdiff_t)a.n; i++) {
		int *row = band.rows[i % 3], best = most + 1;

		row[2 * most + 1] = most + 1;
		for (ptrdiff_t k = 0; k <= 2 * most; k++) {
			row[k] = band_cell(&band, a, b, i, i + k - most);
			best = least(best, row[k]);
		}
		if (best > most)
			return best;
	}
	return band.rows[a.n % 3][difference + most];
}

/* How many bytes two words share at their start. */
static size_t
shared_start(struct str a, struct str b)
{
	size_t n = 0;

	while (n < a.n && n < b.n && a.p[n] == b.p[n])
		n++;
	return n;
}

/* Find the nearest name. */
int
nearest(struct str word, const struct str *names, size_t count, size_t stride, int most)
{
	size_t most_alike = 0;
	int found = -1;

	if (word.n == 0)
		return -1;
	if ((size_t)most >= word.n)
		most = (int)word.n - 1;
	for (size_t i = 0; i < count && most >= 0; i++) {
		const struct str *name = (const struct str *)(const void *)((const char *)names + i * stride);
		int edits = edits_between(word, *name, most);
		size_t alike = shared_start(word, *name);

		/* Of two that are equally near, the one that starts more like the word: people slip late in it. */
		if (edits < most || (edits == most && (found < 0 || alike > most_alike))) {
			found = (int)i;
			most = edits;
			most_alike = alike;
		}
	}
	return found;
}
