/* SPDX-License-Identifier: ISC
 *
 * News of theirs, good and hard: the object of a `had` tells (spec: tables, "rc-draft").
 */
#ifndef DRAFT_NEWS_H
#define DRAFT_NEWS_H

#include "base/str.h"

enum news_kind { NEWS_UNKNOWN, NEWS_GOOD, NEWS_HARD };

/*
 * Judge an object by the words in it ("job-loss" is of job and loss), in any case of ASCII letters. Where words speak for both,
 * the news is hard ("no-promotion"): condolences are less out of place than cheers. Only "free" of a hard thing is good.
 */
enum news_kind news_kind(struct str object);

#endif
