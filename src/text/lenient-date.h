/* SPDX-License-Identifier: ISC
 *
 * Days and durations as people write them (spec: text, Remedies). Not: days without a year, or of which nobody can tell the
 * month.
 */
#ifndef TEXT_LENIENT_DATE_H
#define TEXT_LENIENT_DATE_H

#include "base/date.h"
#include "base/text.h"

/*
 * Cut a day off the start of a line: "2026/11/02", "20261102", "2026-11-2", "2026-11-02:", "2 Nov 2026", "Nov 2, 2026", after a
 * bullet or not; a time after 'T' stays. False where there is none.
 */
bool lenient_date(struct str *line, day *d);

/* The words, of `count`, that are a duration at the start: "90 min", "1h 30m", "half an hour". 0 where there is none. */
size_t lenient_duration(const struct str *words, size_t count, int32_t *minutes);

/*
 * The words that are a deadline at the start, said on a day: "by Friday", "until 6 Nov", "in 2 weeks", "tomorrow"; it is
 * written as WHEN. 0 where there is none, LENIENT_UNCLEAR where there is one of which the day is not plain. *clock is the word
 * among them that is a time of the day, for the text ("by noon on Friday"); 0: none.
 */
enum { LENIENT_UNCLEAR = 99 };

size_t lenient_deadline(const struct str *words, size_t count, day from, size_t *clock, struct text *when);

/* Cut a day off a value, with its year or without, and write it as a field has it: "1970-05-03", "05-03". */
bool lenient_yearly(struct str *value, struct text *to);

/* Cut a span off a value, "6 weeks", "2 months", "every 6w", and write its short form. */
bool lenient_span(struct str *value, struct text *to);

/* The words, of `count`, that name a day of their own at the start ("1 Dec", "fri"), written as WHEN; 0 where they are none. */
size_t lenient_day(const struct str *words, size_t count, day from, struct text *when);

/* Write minutes as an entry has them: "1h30m". */
void text_add_minutes(struct text *to, int32_t minutes);

#endif
