/* SPDX-License-Identifier: ISC
 *
 * Reasons of the classes 1 to 3: promise, answer, reply, thanks, gracious, document; birthday, anniversary, news, season,
 * meeting; waiting, ask, ask-soft, hold (spec: tables, "rc-due").
 */
#ifndef REASONS_H
#define REASONS_H

#include "due-row.h"

/* Add all rows of these classes that a person has. */
void find_reasons(struct subject *s);

#endif
