/* SPDX-License-Identifier: ISC
 * How to address somebody: is the first word of a name a first name? */
#include "greeting.h"

#include "base/utf8.h"

/* The first word of a name, in which a tab is escaped. */
static struct str
first_word(struct str name)
{
	size_t n = 0;

	while (n < name.n && name.p[n] != ' ' && !str_starts(str_from(name, n), STR("\\t")))
		n += name.p[n] == '\\' ? 2 : 1;
	return (struct str){name.p, n};
}

/* Whether a character may be in a first name. */
static bool
may_be_in_name(uint32_t c)
{
	if (c < 0x80)
		return is_letter((char)c) || c == '-' || c == '\'';
	return c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7;
}

/* Whether a word is a title or a particle. */
static bool
is_title(struct str word)
{
	static const struct str titles[] = {
	    WORD("mr"), WORD("mrs"), WORD("ms"), WORD("miss"), WORD("mx"), WORD("dr"), WORD("prof"), WORD("sir"),
	    WORD("dame"), WORD("lord"), WORD("lady"), WORD("rev"), WORD("fr"), WORD("van"), WORD("von"), WORD("de"),
	    WORD("der"), WORD("den"), WORD("del"), WORD("della"), WORD("di"), WORD("da"), WORD("du"), WORD("la"),
	    WORD("le"), WORD("el"), WORD("al"), WORD("bin"), WORD("ibn"), WORD("abu"),
	};

	for (size_t i = 0; i < COUNT(titles); i++)
		if (str_eq_any_case(word, titles[i]))
			return true;
	return false;
}

/* Choose. */
struct str
greeting(struct str name)
{
	struct str word = first_word(name);
	size_t characters = 0;

	for (struct str rest = word; rest.n; characters++) {
		uint32_t c;
		size_t n = utf8_decode(rest, &c);

		if (n == 0 || !may_be_in_name(c))
			return name;
		rest = str_from(rest, n);
	}
	return word.n == name.n || characters < 2 || is_title(word) ? name : word;
}
