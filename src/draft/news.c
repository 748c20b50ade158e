/* SPDX-License-Identifier: ISC
 * News of theirs: the words that tell. */
#include "news.h"

#include "base/hard-news.h"
#include "base/text.h"

/* What is good to have come to somebody, as far as anybody can say. Neither move nor exam nor result is. */
static const char good_words[] =
    "accepted acceptance accreditation adoption album allclear anniversary approved approval award awarded baby babies "
    "bestseller betrothal birth birthday boy breakthrough bride certificate certification champion championship citizenship "
    "comeback commission daughter debut degree diploma distinction doctorate engaged engagement exhibition fellowship "
    "fiance fiancee funded funding girl gold graduated graduation grandbaby grandchild grandchildren granddaughter grandson "
    "grant groom hired honor honors honour honours housewarming ipo jubilee keynote knighthood launch launched licence "
    "license marathon marriage married masters matriculation medal milestone nomination newborn offer partnership patent "
    "phd postdoc pregnancy pregnant premiere prize professorship promoted promotion publication published qualification "
    "raise recovered recovery remission residency retired retirement sabbatical scholarship silver son startup success "
    "successful tenure tenured triplets triumph twins victory visa wedding win winner won";

/* What may stand beside it, or in the text, and takes nothing away. Of a word that is not here nobody knows what it does. */
static const char neutral_words[] =
    "a also an and arrived as ask at autumn beach beautiful became been big book born both boyfriend bride brother brought "
    "business called came celebrate celebrated celebrates celebrating celebration chair cheers chief church city company "
    "conference congratulations country cum dad deal dear delighted department design director doing ecstatic engineer "
    "engineering every everybody everyone exam excellent excited faculty fantastic father film finally finance fine "
    "firm first five for four fourth full full-time fulltime funds garden gets girlfriend glad going good got "
    "grams great greencard guests had happily happy has have he head healthy her his hooray hours hundred hurrah husband "
    "international is isn it its job just kilo kilogram kilos lab laude lead leader little lovely made magna main mainly "
    "major manager marketing marvellous marvelous master me merit million minutes mom month months mother much mum my "
    "national new next nice nine novel now of officer official officially old on one open opened opening our own paper "
    "parents part partner party perfect permit pilot position post pounds president product prof professor project proud "
    "record regional research role run sales school second seconds senior series seven she shop show sister site six "
    "sleeping smoothly solo spring state studio summa summer super teaching team ten thank thanks the their thesis they "
    "third this thousand thrilled to today together tomorrow top tour two university university's us very vice vp was we "
    "website week weekend weekends weeks were wife will winter with wonderful work worked world yay year years yesterday";

static bool
is_in_word(char c)
{
	return is_letter(c) || c == '\'' || (unsigned char)c >= 0x80;
}

/* Cut a word of letters off the front of a text; empty at its end. What is not ASCII counts as letters. */
static struct str
cut_letters(struct str *text)
{
	size_t n = 0;
	struct str word;

	while (text->n && !is_in_word(*text->p))
		*text = str_from(*text, 1);
	while (n < text->n && is_in_word(text->p[n]))
		n++;
	word = (struct str){text->p, n};
	*text = str_from(*text, n);
	return word;
}

/* Whether two words are a hard one when they are written as one. */
static bool
is_hard_pair(struct str a, struct str b)
{
	char bytes[32];
	struct text joined = TEXT_IN(bytes);

	text_add(&joined, a);
	text_add(&joined, b);
	return !joined.cut && is_hard_word(text_str(&joined));
}

/* Look for a hard word. */
bool
has_hard_word(struct str text)
{
	struct str word, before = {NULL, 0};

	while ((word = cut_letters(&text)).n) {
		if (is_hard_word(word) || (before.n && is_hard_pair(before, word)))
			return true;
		before = word;
	}
	return false;
}

/* Whether a part is digits, "30", "2nd", or nothing. */
static bool
is_number(struct str part)
{
	return part.n == 0 || is_digit(*part.p);
}

/* Whether every word of a text is known to take nothing away from good news. */
static bool
is_harmless(struct str text)
{
	struct str word;

	while ((word = cut_letters(&text)).n)
		if (!str_list_has(good_words, word) && !str_list_has(neutral_words, word))
			return false;
	return true;
}

/* Judge it. */
bool
is_good_news(struct str object, struct str text)
{
	bool good = false;

	if (!is_harmless(text))
		return false;
	while (object.n) {
		struct str part = cut_news_part(&object);

		if (str_list_has(good_words, part))
			good = true;
		else if (!str_list_has(neutral_words, part) && !is_number(part))
			return false;
	}
	return good;
}
