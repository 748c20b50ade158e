/* SPDX-License-Identifier: ISC
 * Entries that close nothing. */
#include "idle.h"

/* What is open by an affair's object, in words; NULL where nothing is. */
static const char *
what_is_open(const struct affair *affair)
{
	static const char *const kinds[MATTERS] = {
	    [MY_PROMISE] = "my promise", [THEIR_PROMISE] = "their promise", [MY_ASK] = "my ask", [THEIR_ASK] = "their ask",
	    [MY_WISH] = "my wish",
	};

	for (int kind = 0; kind < MATTERS; kind++)
		if (affair_is_open(affair, (enum matter_kind)kind))
			return kinds[kind];
	return NULL;
}

/* The affair in which something is open, after the object `last` (from the start: empty), byte by byte; or NULL. */
static const struct affair *
next_open(const struct person *person, struct str last)
{
	const struct affair *next = NULL;

	for (size_t i = 1; i < person->affair_count; i++) {
		const struct affair *affair = &person->affairs[i];

		if (str_cmp(affair->object, last) > 0 && (!next || str_cmp(affair->object, next->object) < 0) && what_is_open(affair))
			next = affair;
	}
	return next;
}

/* Warn. */
void
warn_idle(const struct person *person, const struct event *e)
{
	enum { NAMED = 5 };
	char bytes[NAMED * (sizeof(struct shown) + 24) + 8];
	struct text names = {.bytes = bytes, .room = sizeof bytes - 1};
	const struct affair *open = NULL;
	int named = 0;

	while (diag_shows() && (open = next_open(person, open ? open->object : (struct str){NULL, 0}))) {
		if (named++ == NAMED) {
			text_add(&names, STR(", ..."));
			break;
		}
		text_add_format(&names, "%s%s (%s)", names.used ? ", " : "", bare(open->object).text, what_is_open(open));
	}
	bytes[names.used] = '\0';
	warn_at(source_place(&person->people->sources, e->source), "%s %s closes nothing with @%s; open is: %s", verbs[e->verb].name.p,
	    quoted(person->affairs[e->object].object).text, bare(person->id).text, names.used ? bytes : "nothing");
}
