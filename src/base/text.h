/* SPDX-License-Identifier: ISC
 *
 * Writing text: one writer for memory of any kind and for descriptors, always within its bounds.
 *
 * What does not fit goes to `full`: standard output writes its buffer out and goes on (out.h), a growing text takes more memory
 * (arena.h), a text of fixed size leaves it out and says so in `cut`. So a caller never has to know how much it will write.
 * The bytes belong to whoever made the text; no NUL ends them.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdarg.h>

#include "str.h"

struct text {
	char *bytes;
	size_t used, room;
	void (*full)(struct text *t, struct str s); /* takes s, which does not fit; NULL: s is left out */
	bool cut;                                   /* something was left out */
};

/* A text of fixed size in an array. */
#define TEXT_IN(array) ((struct text){.bytes = (array), .room = sizeof(array)})

/* What is written so far; good until more is. */
static inline struct str
text_str(const struct text *t)
{
	return (struct str){t->bytes, t->used};
}

/* What text_add does where s does not fit. */
void text_overflow(struct text *t, struct str s);

static inline void
text_add(struct text *t, struct str s)
{
	if (s.n > t->room - t->used) {
		text_overflow(t, s);
		return;
	}
	if (s.n)
		memcpy(t->bytes + t->used, s.p, s.n);
	t->used += s.n;
}

static inline void
text_add_char(struct text *t, char c)
{
	if (t->used == t->room)
		text_overflow(t, (struct str){&c, 1});
	else
		t->bytes[t->used++] = c;
}

/* A whole number in decimal. */
void text_add_number(struct text *t, int64_t n);

/* What printf, and vprintf, would print, up to 4,095 bytes of it. */
__attribute__((format(printf, 2, 3))) void text_add_format(struct text *t, const char *format, ...);
__attribute__((format(printf, 2, 0))) void text_add_args(struct text *t, const char *format, va_list args);

#endif
