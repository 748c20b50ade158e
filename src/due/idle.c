/* SPDX-License-Identifier: ISC
 * Entries that close nothing. */
#include "idle.h"

#include "base/spelling.h"

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

/* Say what is open, some of it by name; "nothing" where nothing is. */
static struct str
list_open(const struct person *person, struct text *names)
{
	enum { NAMED = 5 };
	const struct affair *open = NULL;
	int named = 0;

	while ((open = next_open(person, open ? open->object : (struct str){NULL, 0}))) {
		if (named++ == NAMED) {
			text_add(names, STR(", ..."));
			break;
		}
		text_add_format(names, "%s%s (%s)", names->used ? ", " : "", bare(open->object).text, what_is_open(open));
	}
	return names->used ? text_str(names) : STR("nothing");
}

/* Whether help would have closed something of an affair, by whose it is. */
static bool
would_have_closed(const struct affair *affair, const struct event *e)
{
	if (e->actor == ACTOR_ME)
		return affair_is_open(affair, MY_PROMISE) || affair_is_open(affair, THEIR_ASK);
	return affair_is_open(affair, THEIR_PROMISE) || affair_is_open(affair, MY_ASK) || affair_is_open(affair, MY_WISH);
}

/* Warn of a gift that may have been meant for what is open by nearly the same name: of several, the first byte by byte. */
static void
warn_near_gift(const struct person *person, const struct event *e)
{
	struct str object = person->affairs[e->object].object;
	struct str near = {NULL, 0};

	for (size_t i = 1; i < person->affair_count && diag_shows(); i++) {
		const struct affair *affair = &person->affairs[i];

		if (would_have_closed(affair, e) && edits_between(object, affair->object, 1) == 1 &&
		    (!near.n || str_cmp(affair->object, near) < 0))
			near = affair->object;
	}
	if (near.n)
		warn_at(source_place(&person->people->sources, e->source), "%s %s closes nothing with @%s: did you mean %s?",
		    verbs[e->verb].name.p, quoted(object).text, bare(person->id).text, quoted(near).text);
}

/* Warn. */
void
warn_idle(const struct past *past, const struct event *e)
{
	const struct person *person = past->person;
	char bytes[1280];
	struct text names = TEXT_IN(bytes);
	struct str open;

	if (!past_within(past, e->day, RULE_FADE))
		return;
	if (event_is(e, IS_GIFT))
		warn_near_gift(person, e);
	if (!event_is(e, MUST_CLOSE))
		return;
	open = diag_shows() ? list_open(person, &names) : STR("");
	warn_at(source_place(&person->people->sources, e->source), "%s %s closes nothing with @%s; open is: %.*s", verbs[e->verb].name.p,
	    quoted(person->affairs[e->object].object).text, bare(person->id).text, (int)open.n, open.p);
}
