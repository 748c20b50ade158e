/* SPDX-License-Identifier: ISC
 *
 * UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing past U+10FFFF) and the characters that the text's
 * grammar forbids or does not take for visible (spec: text, Lines).
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "str.h"

/*
 * The length of the well-formed character that begins at s.p, 1 to 4, and the character itself in `*c`; 0 where the
 * bytes are not well-formed. s is not empty.
 */
size_t utf8_decode(struct str s, uint32_t *c);

/*
 * The first place in s that may be neither in a line, comments aside, nor in a table: bytes that are not UTF-8, NUL, a
 * control character but tab, U+007F to U+009F. NULL where all is well.
 */
const char *utf8_forbidden(struct str s);

/*
 * Whether s holds nothing but printable ASCII and no backslash, as most lines do: then all of it may stand, and nothing has to
 * be escaped in a table.
 */
bool utf8_is_plain(struct str s);

/* Whether a character that is not ASCII can be seen; those that can't may stand in text but not in ids and words. */
bool utf8_visible(uint32_t c);

/* Whether some character of s turns the direction of writing or ends a line: what follows may look like else. */
bool utf8_turns(struct str s);

#endif
