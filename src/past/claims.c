/* SPDX-License-Identifier: ISC
 * Claims: in order, and those that lose by name. */
#include "claims.h"

#include "base/sort.h"

/* Compare claims by where they are. */
static int
claim_cmp(const void *a, const void *b, const void *sources)
{
	return position_cmp(sources, &((const struct claim *)a)->at, &((const struct claim *)b)->at);
}

/* Settle. */
void
claims_settle(struct claims *claims, const struct sources *sources, const char *kind, struct str of, struct str what)
{
	const struct claim *first = claims->items;
	struct arena arena = {0};
	struct map said = {0};

	sort_items(claims->items, claims->count, sizeof *claims->items, claim_cmp, sources);
	for (size_t i = 1; i < claims->count; i++) {
		const struct claim *c = &claims->items[i];
		struct map_item *item;

		if (str_eq(c->value, first->value) || (item = map_put(&said, &arena, c->value))->value)
			continue;
		item->value = &said;
		error_at(source_place(sources, c->at.source), "%s%s%s%s is %s here, but %s at %s, which counts: keep the right one", kind,
		    bare(of).text, what.n ? " " : "", what.n ? what.p : "", quoted(c->value).text, quoted(first->value).text,
		    shown_place(source_place(sources, first->at.source)).text);
	}
	arena_free(&arena);
}
