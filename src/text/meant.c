/* SPDX-License-Identifier: ISC
 * The words of a rejected line. */
#include "meant.h"

/* Cut a token out of a word: quotes, brackets and points around it are not of it. */
static struct token
token_of(struct str raw)
{
	struct token t = {.raw = raw, .word = raw};

	while (t.word.n > 1 && strchr("(\"'~[", *t.word.p))
		t.word = str_from(t.word, 1);
	while (t.word.n > 1 && strchr(",;.!?)]:\"", t.word.p[t.word.n - 1])) {
		t.after = t.word.p[t.word.n - 1];
		t.word.n--;
	}
	t.known = known_word(t.word);
	return t;
}

/* What joins two people in one word: "@a/@b", "@a+@b"; NULL where nothing does. */
static const char *
join_in(struct str raw)
{
	for (size_t i = 1; i + 1 < raw.n; i++)
		if (strchr("/+&,", raw.p[i]) && raw.p[i + 1] == '@')
			return raw.p + i;
	return NULL;
}

/* Split. */
bool
meant_split(struct meant *m, struct str text)
{
	struct str raw;

	while ((raw = str_cut_word(&text)).n) {
		const char *joint;

		if (raw.n > 2 && (*raw.p == '&' || *raw.p == '+') && raw.p[1] == '@')
			raw = str_from(raw, 1);
		while (*raw.p == '@' && (joint = join_in(raw)) && m->count < TOKENS_MOST) {
			m->token[m->count++] = token_of(str_between(raw.p, joint));
			raw = str_rest(raw, joint + 1);
		}
		if (m->count == TOKENS_MOST)
			return false;
		m->token[m->count++] = token_of(raw);
	}
	return true;
}

/* Pass over what is used. */
size_t
meant_next(const struct meant *m, size_t i)
{
	while (i < m->stop && m->token[i].used)
		i++;
	return i;
}

/* Gather words. */
size_t
meant_ahead(const struct meant *m, size_t at, struct str *words, size_t most)
{
	size_t n = 0;

	while (n < most && at + n < m->stop && !m->token[at + n].used) {
		words[n] = m->token[at + n].word;
		n++;
	}
	if (n < most)
		words[n] = STR("");
	return n;
}

/* Use tokens. */
void
meant_use(struct meant *m, size_t at, size_t count)
{
	for (size_t i = at; i < at + count; i++)
		m->token[i].used = true;
}
