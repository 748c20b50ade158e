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

/* Cut a part off the front of an object that is not empty, and what divides it from the next. The part may be empty. */
struct str cut_news_part(struct str *rest);

#endif
