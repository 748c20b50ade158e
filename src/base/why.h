/* SPDX-License-Identifier: ISC
 *
 * What `why` says where a draft goes by it: rc-due writes these words, and rc-draft looks for them, since no column holds more
 * (spec: tables, "rc-due", "rc-draft").
 */
#ifndef BASE_WHY_H
#define BASE_WHY_H

/* How the `why` of a waiting row begins: an ask of mine, or a promise of theirs. */
#define WHY_I_ASKED "I asked"
#define WHY_THEY_PROMISED "they promised it"

/* How it ends where one more message in vain is as many as they get for now. */
#define WHY_LAST_NUDGE "; the last nudge"

#endif
