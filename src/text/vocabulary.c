/* SPDX-License-Identifier: ISC
 * The words of the lenient reader's tables: an open-addressed table, which is filled at the first search. */
#include "vocabulary.h"

/* There are some seven hundred words; a table without a free slot would be searched for ever, which no test would survive. */
enum { SLOT_BITS = 11 };

static struct {
	bool filled;
	struct known_word slot[1 << SLOT_BITS]; /* without a word: free */
} all;

/* The slot of a word, or the free one where it would go. The hash takes bytes that differ by case alone for the same. */
static struct known_word *
slot_of(struct str word)
{
	uint64_t start = eight_start(word.p, word.n) | EIGHT_ONES * ('a' ^ 'A');
	size_t i = eight_slot(start + word.n, SLOT_BITS);

	while (all.slot[i].word.n && !str_eq_any_case(word, all.slot[i].word))
		i = (i + 1) & ((1 << SLOT_BITS) - 1);
	return &all.slot[i];
}

/* Find or add a word. */
static struct known_word *
add_word(struct str word)
{
	struct known_word *known = slot_of(word);

	known->word = word;
	return known;
}

/* Add the words of a list. */
static void
add_list(enum word_list list)
{
	struct str rest = str_of(word_lists[list]), word;

	while ((word = str_cut_word(&rest)).n)
		add_word(word)->lists |= UINT32_C(1) << list;
}

/* Add the nouns of an occasion. */
static void
add_nouns(const struct occasion *occasion)
{
	struct str rest = str_of(occasion->words), word;

	while ((word = str_cut_word(&rest)).n) {
		struct known_word *known = add_word(word);

		if (!known->occasion)
			known->occasion = occasion;
	}
}

/* Add the words that a phrase must begin with, if it must: "a|b". */
static void
add_first_words(struct str pattern)
{
	struct str words = str_cut_word(&pattern);

	if (!strchr("[@*$", *words.p))
		while (words.n)
			add_word(cut_alternative(&words))->begins_phrase = true;
}

/* Add all there are. */
static COLD void
fill(void)
{
	for (int list = 0; list < WORD_LISTS; list++)
		add_list((enum word_list)list);
	for (size_t i = 0; i < occasion_count; i++)
		add_nouns(&occasions[i]);
	for (size_t i = 0; i < phrase_count; i++)
		add_first_words(str_of(phrases[i].words));
	all.filled = true;
}

/* Find. */
const struct known_word *
known_word(struct str word)
{
	const struct known_word *known;

	if (!all.filled)
		fill();
	known = slot_of(word);
	return known->word.n ? known : NULL;
}
