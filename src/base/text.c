/* SPDX-License-Identifier: ISC
 * Writing text: what does not fit, numbers, formats. */
#include "text.h"

#include <stdio.h>

/* Hand on what does not fit, or leave it out: all of it, so that no character is cut in two. */
void
text_overflow(struct text *t, struct str s)
{
	if (t->full)
		t->full(t, s);
	else
		t->cut = true;
}

/* Write a number. */
void
text_add_number(struct text *t, int64_t n)
{
	char digits[20], *end = digits + sizeof digits, *p = end;
	uint64_t left = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

	do
		*--p = (char)('0' + left % 10);
	while (left /= 10);
	if (n < 0)
		*--p = '-';
	text_add(t, str_between(p, end));
}

/* Write what vprintf would. */
void
text_add_args(struct text *t, const char *format, va_list args)
{
	char bytes[4096];
	int n = vsnprintf(bytes, sizeof bytes, format, args);

	if (n > 0)
		text_add(t, (struct str){bytes, (size_t)n < sizeof bytes ? (size_t)n : sizeof bytes - 1});
}

/* Write what printf would. */
void
text_add_format(struct text *t, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	text_add_args(t, format, args);
	va_end(args);
}
