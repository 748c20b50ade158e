/* SPDX-License-Identifier: ISC
 *
 * Entries that close nothing, which may be slips (spec: tables, "rc-due", Warnings).
 */
#ifndef DUE_IDLE_H
#define DUE_IDLE_H

#include "past/history.h"

/* Warn of an entry that finds nothing to close, and say what is open at that moment. */
void warn_idle(const struct person *person, const struct event *e);

#endif
