/* SPDX-License-Identifier: ISC
 *
 * Mail: drafts as messages of RFC 5322 in an mbox (mboxrd), ready for a Drafts folder.
 *
 * Headers are built from checked parts alone: an address is an addr-spec of ASCII (RFC 5322, 3.4.1, without quoted strings and
 * literals), names and subjects are printable ASCII or encoded words (RFC 2047, UTF-8 in base64), folded at blanks. So
 * nothing that a field holds can begin or end a header. Bodies are UTF-8, 8bit, or quoted-printable (RFC 2045) where a line is
 * too long for mail or might be taken for the start of another message.
 */
#ifndef DRAFT_MAIL_H
#define DRAFT_MAIL_H

#include "base/date.h"
#include "base/text.h"

/* A name and an address; either may be empty. */
struct mailbox {
	struct str name, address;
};

/*
 * Take "Ada Lovelace <ada@example.org>" or "ada@example.org" apart. The address is empty where there is none that a header can
 * carry.
 */
struct mailbox mailbox_parse(struct str s);

/* A message id (RFC 5322, 3.6.4), with its angle brackets, somewhere in a text: one that a header can carry. Empty: none. */
struct str find_message_id(struct str text);

struct message {
	struct mailbox from, to; /* without an address in from there is no From header */
	struct str subject, body;
	struct str in_reply_to;  /* a message id, or nothing */
	uint32_t gaps;
	day date, not_before;    /* DAY_NONE: any day will do */
};

/* Write a message as one of an mbox. message->to.address must not be empty. */
void text_add_message(struct text *to, const struct message *message);

#endif
