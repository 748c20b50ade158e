/* SPDX-License-Identifier: ISC
 *
 * Entries that close nothing, which may be slips (spec: tables, "rc-due", Warnings).
 */
#ifndef DUE_IDLE_H
#define DUE_IDLE_H

#include "past/history.h"

/*
 * Warn of an entry that closes nothing though it should, and say what is open at that moment; and of a gift that misses
 * what is open by one letter. Only while it matters: `fade`.
 */
void warn_idle(const struct past *past, const struct event *e);

#endif
