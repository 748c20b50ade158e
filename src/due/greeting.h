/* SPDX-License-Identifier: ISC
 *
 * How to address somebody whose name is known and nothing else (spec: tables, "rc-due", greet).
 */
#ifndef DUE_GREETING_H
#define DUE_GREETING_H

#include "base/str.h"

/*
 * The first word of a name, where it may be taken for a first name: the name has two words or more, and the first has two
 * characters or more, all of them letters, '-' or an apostrophe, and is no title or particle. Else the whole name. The name
 * is escaped, as in a table.
 */
struct str greeting(struct str name);

#endif
