/* SPDX-License-Identifier: ISC
 *
 * The columns of all tables between the tools, one row a column: COLUMN(ID, "name", writer). (spec: text, "rc-parse"; tables.)
 *
 * The order of the rows is the order in the table. A writer is a function of the tool that writes the table, `void
 * writer(struct text *to, const void *row)` (of rc-parse: see there); it puts one cell, without what ends it. From these rows
 * come the header, the rows, -o, the fields of templates, and the numbers by which a reader finds its cells: PARSE_..., DUE_...
 */
#ifndef BASE_COLUMNS_H
#define BASE_COLUMNS_H

#include "fields.h"

#define PARSE_COLUMNS(COLUMN)                  \
	COLUMN(RECORD, "record", write_record)     \
	COLUMN(DATE, "date", write_date)           \
	COLUMN(WHO, "who", write_who)              \
	COLUMN(ACTOR, "actor", write_actor)        \
	COLUMN(VERB, "verb", write_verb)           \
	COLUMN(OBJECT, "object", write_object)     \
	COLUMN(MINUTES, "minutes", write_minutes)  \
	COLUMN(BY, "by", write_by)                 \
	COLUMN(VIA, "via", write_via)              \
	COLUMN(TAGS, "tags", write_tags)           \
	COLUMN(TEXT, "text", write_text)           \
	COLUMN(SOURCE, "source", write_source)

#define DUE_COLUMNS(COLUMN)                        \
	COLUMN(DUE, "due", write_due)                  \
	COLUMN(OVER_DAYS, "over_days", write_over)     \
	COLUMN(WHO, "who", write_who)                  \
	COLUMN(NAME, "name", write_name)               \
	COLUMN(TIER, "tier", write_tier)               \
	COLUMN(STATUS, "status", write_status)         \
	COLUMN(REASON, "reason", write_reason)         \
	COLUMN(OBJECT, "object", write_object)         \
	COLUMN(WHY, "why", write_why)                  \
	COLUMN(TEXT, "text", write_text)               \
	COLUMN(RECALL, "recall", write_recall)         \
	COLUMN(LAST, "last", write_last)               \
	COLUMN(PCT, "pct", write_pct)                  \
	COLUMN(GREET, "greet", write_greet)            \
	COLUMN(FORMAL, "formal", write_formal)         \
	COLUMN(VIA, "via", write_via)                  \
	COLUMN(TO, "to", write_to)                     \
	COLUMN(TOPIC, "topic", write_topics)           \
	COLUMN(TAGS, "tags", write_tags)               \
	PASSED_ON_FIELDS(COLUMN)                       \
	COLUMN(OUT, "out", write_out)                  \
	COLUMN(RANK, "rank", write_rank)               \
	COLUMN(SOURCE, "source", write_source)

#define BALANCE_COLUMNS(COLUMN)                          \
	COLUMN(WHO, "who", write_who)                        \
	COLUMN(NAME, "name", write_name)                     \
	COLUMN(TIER, "tier", write_tier)                     \
	COLUMN(STATUS, "status", write_status)               \
	COLUMN(TAGS, "tags", write_tags)                     \
	COLUMN(DAYS, "days", write_days)                     \
	COLUMN(OUT, "out", write_out)                        \
	COLUMN(IN, "in", write_in)                           \
	COLUMN(GAVE, "gave", write_gave)                     \
	COLUMN(GAVE_MIN, "gave_min", write_gave_min)         \
	COLUMN(GOT, "got", write_got)                        \
	COLUMN(GOT_MIN, "got_min", write_got_min)            \
	COLUMN(NET_MIN, "net_min", write_net_min)            \
	COLUMN(ASKED, "asked", write_asked)                  \
	COLUMN(GRANTED, "granted", write_granted)            \
	COLUMN(DECLINED, "declined", write_declined)         \
	COLUMN(THEY_ASKED, "they_asked", write_they_asked)   \
	COLUMN(HELPED, "helped", write_helped)               \
	COLUMN(REFUSED, "refused", write_refused)            \
	COLUMN(KEPT, "kept", write_kept)                     \
	COLUMN(LATE, "late", write_late)                     \
	COLUMN(DROPPED, "dropped", write_dropped)            \
	COLUMN(OPEN, "open", write_open)                     \
	COLUMN(REPLY_DAYS, "reply_days", write_reply_days)   \
	COLUMN(LAST, "last", write_last)                     \
	COLUMN(LAST_OUT, "last_out", write_last_out)         \
	COLUMN(LAST_IN, "last_in", write_last_in)            \
	COLUMN(LAST_GIVE, "last_give", write_last_give)      \
	COLUMN(LAST_ASK, "last_ask", write_last_ask)         \
	COLUMN(ASK, "ask", write_ask)                        \
	COLUMN(ASK_FROM, "ask_from", write_ask_from)         \
	COLUMN(WHY, "why", write_why)                        \
	COLUMN(PATTERN, "pattern", write_pattern)

#define SUMMARY_COLUMNS(COLUMN)            \
	COLUMN(METRIC, "metric", write_metric) \
	COLUMN(VALUE, "value", write_value)    \
	COLUMN(TARGET, "target", write_target)

#define DRAFT_COLUMNS(COLUMN)                \
	COLUMN(WHO, "who", write_who)            \
	COLUMN(NAME, "name", write_name)         \
	COLUMN(REASON, "reason", write_reason)   \
	COLUMN(VIA, "via", write_via)            \
	COLUMN(TO, "to", write_to)               \
	COLUMN(SUBJECT, "subject", write_subject) \
	COLUMN(BODY, "body", write_body)         \
	COLUMN(GAPS, "gaps", write_gaps)         \
	COLUMN(SOURCE, "source", write_source)

#endif
