/* SPDX-License-Identifier: ISC
 *
 * News of theirs: whether it is a reason to congratulate (spec: tables, "rc-draft"). Whether it is hard, base/hard-news.h says.
 */
#ifndef DRAFT_NEWS_H
#define DRAFT_NEWS_H

#include "base/str.h"

/*
 * Whether news is good: some part of the object between '-', '_' and '.' is a good word, and each other one, and each word of the
 * text, is good or known to take nothing away. Anything else may be good, hard or neither: only the writer knows. So cheers come
 * too seldom rather than once too often.
 */
bool is_good_news(struct str object, struct str text);

/* Whether a text holds a hard word, alone or written as two: "passed away", "burn-out". */
bool has_hard_word(struct str text);

#endif
