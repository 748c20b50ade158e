/* SPDX-License-Identifier: ISC
 *
 * Hard news: what stays hard for long, and what nobody is to be congratulated on (spec: tables, "What counts").
 */
#ifndef BASE_HARD_NEWS_H
#define BASE_HARD_NEWS_H

#include "str.h"

/*
 * Whether the object of somebody's news is hard, in any case of ASCII letters: it, or one of its parts between '-', '_' and
 * '.', or it without those, is one of the hard words; unless a part says that it is over ("cancer-free", "tumor-benign").
 */
bool is_hard_news(struct str object);

/* Whether a word is one of the hard ones. */
bool is_hard_word(struct str word);

#endif
