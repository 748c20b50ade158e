/* SPDX-License-Identifier: ISC
 * rc-due: who needs me, why, and by when. The manual page is rc-due(1). */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli.h"
#include "diag.h"
#include "history.h"
#include "occasion.h"
#include "out.h"
#include "owing.h"
#include "people.h"
#include "standing.h"
#include "table.h"

enum { DAYS_AHEAD = 7, DAYS_AHEAD_MOST = 99999, APPOINTMENT_WITHIN = 30 };

static const struct option options[] = {
    {'d', "DATE", "today is DATE"},
    {'w', "DAYS", "show what is due up to DAYS ahead (default 7; 0: now)"},
    {'H', NULL, "no header line"},
    {0, NULL, NULL},
};

static const struct tool rc_due = {
    "rc-due",
    {"[-H] [-d DATE] [-w DAYS] [FILE ...]", NULL},
    "Read rc-parse's table, write who needs me, why, and by when.",
    options,
};

enum reason {
	PROMISE,
	ANSWER,
	REPLY,
	THANKS,
	GRACIOUS,
	DOCUMENT,
	BIRTHDAY,
	ANNIVERSARY,
	NEWS,
	SEASON,
	MEETING,
	WAITING,
	ASK,
	ASK_SOFT,
	HOLD,
	GIVE,
	CHECKIN,
	DRIFT,
	REASONS
};

enum { UPKEEP = 4 };

/* Of each reason its class, which orders the rows, and whether it is shown of guarded people, too. */
static const struct {
	struct str name;
	int class;
	bool of_guarded;
} reasons[REASONS] = {
    [PROMISE] = {{"promise", 7}, 1, true},
    [ANSWER] = {{"answer", 6}, 1, true},
    [REPLY] = {{"reply", 5}, 1, true},
    [THANKS] = {{"thanks", 6}, 1, true},
    [GRACIOUS] = {{"gracious", 8}, 1, true},
    [DOCUMENT] = {{"document", 8}, 1, true},
    [BIRTHDAY] = {{"birthday", 8}, 2, false},
    [ANNIVERSARY] = {{"anniversary", 11}, 2, false},
    [NEWS] = {{"news", 4}, 2, false},
    [SEASON] = {{"season", 6}, 2, false},
    [MEETING] = {{"meeting", 7}, 2, true},
    [WAITING] = {{"waiting", 7}, 3, true},
    [ASK] = {{"ask", 3}, 3, true},
    [ASK_SOFT] = {{"ask-soft", 8}, 3, true},
    [HOLD] = {{"hold", 4}, 3, true},
    [GIVE] = {{"give", 4}, UPKEEP, false},
    [CHECKIN] = {{"checkin", 7}, UPKEEP, true},
    [DRIFT] = {{"drift", 5}, UPKEEP, false},
};

/* What a row is about, where it comes from: an entry that is kept whole, a field, or only a source. */
struct origin {
	struct str object, text;
	struct source source;
};

/* A row to be shown. */
struct due_row {
	const struct person *person;
	enum reason reason;
	day due, last;
	struct origin origin;
	struct str why;
	int64_t pct; /* -1: none */
	const struct sources *sources;
};

/* All rows, and what is needed to find them. */
struct run {
	struct people people;
	day until; /* the last day that is shown */
	struct arena arena;
	struct due_row *rows;
	size_t count, room;
};

/* One person's case. */
struct subject {
	struct run *run;
	const struct people *people;
	const struct person *person;
	const struct past *past;
	enum status status;
	size_t first_row; /* where the person's rows begin */
	bool busy;
};

/* A day as text. */
struct day_text {
	char text[DAY_TEXT + 1];
};

static struct day_text
iso(day d)
{
	struct day_text t = {""};

	day_format(d, t.text);
	return t;
}

/* What stands behind a row: a kept entry; a field. */
static struct origin
of_entry(const struct kept_row *kept)
{
	return (struct origin){kept_field(kept, COL_OBJECT), kept_field(kept, COL_TEXT), kept->source};
}

/* A matter goes by its affair's object, also where the entry names none: of a bare acked that is "reply". */
static struct origin
of_matter(const struct affair *affair, enum matter_kind kind)
{
	struct origin origin = of_entry(&affair->matter[kind]->opening);

	origin.object = affair->object;
	return origin;
}

static struct origin
of_field(const struct field_row *field)
{
	return (struct origin){{NULL, 0}, field->cell[COL_TEXT], field->source};
}

/* Add a row, with the phrase that says why, if it is due soon enough and to be shown of this person. */
__attribute__((format(printf, 5, 6))) static void
add_row(struct subject *s, enum reason reason, day due, struct origin origin, const char *why, ...)
{
	char phrase[256];
	struct due_row row = {s->person, reason, due, s->past->last, origin, {phrase, 0}, -1, &s->people->sources};
	va_list args;
	int n;

	if (!day_exists(due) || due > s->run->until || (s->status == STATUS_GUARDED && !reasons[reason].of_guarded))
		return;
	va_start(args, why);
	n = vsnprintf(phrase, sizeof phrase, why, args);
	va_end(args);
	row.why.n = n < 0 ? 0 : (size_t)n < sizeof phrase ? (size_t)n : sizeof phrase - 1;
	row.why = arena_copy(&s->run->arena, row.why);
	ARRAY_PUSH(s->run->rows, s->run->count, s->run->room, row);
}

/* What an entry's deadline adds to the phrase. */
struct phrase {
	char text[32];
};

static struct phrase
for_day(day by)
{
	struct phrase p = {", without a day"};

	if (by)
		snprintf(p.text, sizeof p.text, ", for %s", iso(by).text);
	return p;
}

/* Class 1: my open promises. */
static void
find_promises(struct subject *s)
{
	for (size_t i = 1; i < s->person->affair_count; i++) {
		const struct affair *affair = &s->person->affairs[i];
		struct owed owed = owes_promise(s->people, s->person, affair);

		if (owed.first)
			add_row(s, PROMISE, owed.due, of_matter(affair, MY_PROMISE), "I promised it on %s%s",
			    iso(owed.first->day).text, for_day(owed.first->by).text);
	}
}

/* Class 1: their open asks. */
static void
find_answers(struct subject *s)
{
	for (size_t i = 1; i < s->person->affair_count; i++) {
		const struct affair *affair = &s->person->affairs[i];
		struct owed owed = owes_answer(s->people, s->person, affair);

		if (owed.first)
			add_row(s, ANSWER, owed.due, of_matter(affair, THEIR_ASK), "they asked on %s%s",
			    iso(owed.first->day).text, for_day(owed.first->by).text);
	}
}

/* Class 1: what they wrote since. */
static void
find_reply(struct subject *s)
{
	struct owed owed = owes_reply(s->people, s->person, s->past);

	if (!owed.first)
		return;
	if (owed.count == 1)
		add_row(s, REPLY, owed.due, of_entry(owed.row), "no word from me since they wrote on %s",
		    iso(owed.first->day).text);
	else
		add_row(s, REPLY, owed.due, of_entry(owed.row), "no word from me since they wrote on %s, %u times",
		    iso(owed.first->day).text, (unsigned)owed.count);
}

/* Class 1: thanks. */
static void
find_thanks(struct subject *s)
{
	struct owed owed = owes_thanks(s->people, s->person, s->past);

	if (owed.first)
		add_row(s, THANKS, owed.due, of_entry(owed.row), "they %s it on %s, no thanks since",
		    verbs[owed.first->verb].name.p, iso(owed.first->day).text);
}

/* Class 1: a kind answer to a no. */
static void
find_gracious(struct subject *s)
{
	struct owed owed = owes_grace(s->people, s->person, s->past);

	if (owed.first)
		add_row(s, GRACIOUS, owed.due, of_entry(owed.row), "they declined on %s, no kind word since",
		    iso(owed.first->day).text);
}

/* Class 1: with guarded people, what was only said is written down. */
static void
find_undocumented(struct subject *s)
{
	for (size_t i = 0; i < s->person->event_count && s->status == STATUS_GUARDED; i++) {
		const struct event *e = &s->person->events[i];
		struct origin origin = {s->person->affairs[e->object].object, {NULL, 0}, e->source};

		if ((e->verb == VERB_MET || e->verb == VERB_CALLED) && !e->has_text && e->day > s->person->documented &&
		    s->people->today - e->day <= s->people->settings.rule[RULE_AFTERMATH])
			add_row(s, DOCUMENT, e->day + 1, origin, "%s on %s, nothing written down since", verbs[e->verb].name.p,
			    iso(e->day).text);
	}
}

/* The day of my latest warm contact, or DAY_NONE. */
static day
warm_day(const struct subject *s)
{
	return s->past->warm == NO_EVENT ? DAY_NONE : s->person->events[s->past->warm].day;
}

/* The occurrence of a day of the year that is to be marked: the latest, while it is not too late, or the next. */
static struct occurrence
to_mark(const struct subject *s, struct str date)
{
	struct occurrence latest = occasion_latest(date, s->people->today);

	if (latest.day && s->people->today - latest.day <= s->people->settings.rule[RULE_BELATED] && warm_day(s) < latest.day)
		return latest;
	return occasion_next(date, s->people->today);
}

/* Add a row for a day of the year; the object is the number of years. */
static void
add_yearly(struct subject *s, enum reason reason, struct occurrence at, struct origin origin)
{
	char *digits = arena_zeroed(&s->run->arena, PUT_NUMBER_MOST);

	if (!at.years) {
		add_row(s, reason, at.day, origin, "%.*s on %s", (int)reasons[reason].name.n, reasons[reason].name.p,
		    day_exists(at.day) ? iso(at.day).text : "");
		return;
	}
	origin.object = str_between(digits, put_number(digits, at.years));
	add_row(s, reason, at.day, origin, at.years == 1 ? "%d year on %s" : "%d years on %s", (int)at.years,
	    day_exists(at.day) ? iso(at.day).text : "");
}

/* Class 2: birthday, and days to mark. */
static void
find_days(struct subject *s)
{
	struct str birthday = person_field(s->person, FIELD_BIRTHDAY, COL_DATE);

	if (birthday.n)
		add_yearly(s, BIRTHDAY, to_mark(s, birthday),
		    (struct origin){{NULL, 0}, person_field(s->person, FIELD_BIRTHDAY, COL_TEXT),
			s->person->one[FIELD_BIRTHDAY].source});
	for (size_t i = 0; i < s->person->on.count; i++)
		add_yearly(s, ANNIVERSARY, to_mark(s, s->person->on.rows[i].cell[COL_DATE]), of_field(&s->person->on.rows[i]));
}

/* Class 2: news of theirs. */
static void
find_news(struct subject *s)
{
	for (size_t i = 1; i < s->person->affair_count; i++) {
		const struct kept_row *news = s->person->affairs[i].news;

		if (news && s->people->today - news->day <= s->people->settings.rule[RULE_FADE] && warm_day(s) < news->day)
			add_row(s, NEWS, news->day + s->people->settings.rule[RULE_NEWS], of_entry(news),
			    "news of %s, no word from me since", iso(news->day).text);
	}
}

/* Class 2: after a busy time. */
static void
find_season(struct subject *s)
{
	struct busy_time busy = busy_latest(s->person, s->people->today);

	if (busy.field && s->people->today - busy.to <= s->people->settings.rule[RULE_AFTERMATH] && warm_day(s) <= busy.to)
		add_row(s, SEASON, busy.to + 1, of_field(busy.field), "busy until %s",
		    day_exists(busy.to) ? iso(busy.to).text : "");
}

/* Class 2: appointments, ahead or to be logged. */
static void
find_meetings(struct subject *s)
{
	for (size_t i = 0; i < s->person->meet_count; i++) {
		const struct kept_row *meet = &s->person->meets[i];
		bool past = meet->day < s->people->today;

		if (meet->day > s->past->met && s->people->today - meet->day <= s->people->settings.rule[RULE_AFTERMATH])
			add_row(s, MEETING, meet->day, of_entry(meet), past ? "planned for %s: log it, or delete the plan"
									     : "appointment on %s", iso(meet->day).text);
	}
}

/* Class 3: one thing of theirs that I wait for. My latest word after its deadline moves the next one on. */
static void
add_waiting(struct subject *s, const struct affair *affair, enum matter_kind kind, const char *what)
{
	const struct matter *matter = affair->matter[kind];
	const int32_t *rule = s->people->settings.rule;
	day deadline = matter_deadline(s->people, matter, RULE_WAITING);
	day mine = s->past->mine == NO_EVENT ? DAY_NONE : s->person->events[s->past->mine].day;

	if (s->people->today - deadline > rule[RULE_FADE])
		return;
	if (mine > deadline)
		add_row(s, WAITING, mine + rule[RULE_NUDGE], of_matter(affair, kind), "%s on %s%s; my last word %s", what,
		    iso(matter->day).text, for_day(matter->by).text, iso(mine).text);
	else
		add_row(s, WAITING, deadline, of_matter(affair, kind), "%s on %s%s", what, iso(matter->day).text,
		    for_day(matter->by).text);
}

/* Class 3: my open asks, and their open promises. */
static void
find_waiting(struct subject *s)
{
	for (size_t i = 1; i < s->person->affair_count && !s->past->unanswered && !s->busy; i++) {
		const struct affair *affair = &s->person->affairs[i];

		if (ask_is_followed(affair, MY_ASK))
			add_waiting(s, affair, MY_ASK, "I asked");
		if (affair_is_open(affair, THEIR_PROMISE))
			add_waiting(s, affair, THEIR_PROMISE, "they promised it");
	}
}

/* Class 3: one wish, in the light of my standing. */
static void
add_wish(struct subject *s, const struct affair *affair, const struct may_ask *ask)
{
	const struct matter *wish = affair->matter[MY_WISH];
	struct origin origin = of_matter(affair, MY_WISH);
	char whys[STANDING_WHY_MOST];
	day due = wish->by ? wish->by : wish->day;

	*standing_put_why(ask, whys) = '\0';
	if (ask->standing == STANDING_YES)
		add_row(s, ASK, due, origin, "wanted since %s: I may ask", iso(wish->day).text);
	else if (ask->standing == STANDING_SOFT)
		add_row(s, ASK_SOFT, due, origin, "wanted since %s: ask for advice first (%s)", iso(wish->day).text, whys);
	else if (ask->from)
		add_row(s, HOLD, due > ask->from ? due : ask->from, origin, "asked %s: wait until %s",
		    iso(s->person->events[s->past->asked].day).text, iso(ask->from).text);
	else
		add_row(s, HOLD, due, origin, "wanted since %s: not yet (%s)", iso(wish->day).text, whys);
}

/* Class 3: my wishes. */
static void
find_wishes(struct subject *s)
{
	struct may_ask ask = {STANDING_NO, 0, DAY_NONE};
	bool judged = false;

	for (size_t i = 1; i < s->person->affair_count && !s->busy; i++) {
		if (!affair_is_open(&s->person->affairs[i], MY_WISH))
			continue;
		if (!judged)
			ask = may_ask(s->people, s->person, s->past);
		judged = true;
		add_wish(s, &s->person->affairs[i], &ask);
	}
}

/* A reason for upkeep: what it counts from, and when it is due. */
struct upkeep {
	enum reason reason;
	day from, due; /* from is DAY_NONE where nothing is there to count from */
	char why[128];
};

/* Where upkeep counts from: the latest day of its kind, else the day we met, if that is not ahead. */
static day
upkeep_start(const struct subject *s, day latest)
{
	day met;

	if (latest)
		return latest;
	return day_parse(person_field(s->person, FIELD_MET, COL_DATE), &met) && met <= s->people->today ? met : DAY_NONE;
}

/* Upkeep by a span from a day on; due today where there is nothing to count from. */
static bool
upkeep_every(const struct subject *s, struct upkeep *u, struct span span, day latest, const char *what)
{
	char short_form[8];

	if (span.unit == SPAN_NEVER)
		return false;
	u->from = upkeep_start(s, latest);
	u->due = u->from ? day_add(u->from, span) : s->people->today;
	span_format(span, short_form);
	if (latest)
		snprintf(u->why, sizeof u->why, "%s %s, last %s", what, short_form, iso(latest).text);
	else if (u->from)
		snprintf(u->why, sizeof u->why, "%s %s, not yet since we met on %s", what, short_form, iso(u->from).text);
	else
		snprintf(u->why, sizeof u->why, "%s %s, not yet", what, short_form);
	return true;
}

/* Something that asks for nothing, as often as the tier says. */
static bool
upkeep_give(const struct subject *s, struct upkeep *u)
{
	const struct tier *tier = person_tier(s->people, s->person);

	u->reason = GIVE;
	return tier && upkeep_every(s, u, tier->give, s->past->goodwill, "goodwill every");
}

/* Something given back, where I got more than I gave. */
static bool
upkeep_return(const struct subject *s, struct upkeep *u)
{
	const struct past *past = s->past;

	if (!past->in_debt || past->gift == NO_EVENT || past->gave > past->gift)
		return false;
	u->reason = GIVE;
	u->from = s->person->events[past->gift].day;
	u->due = u->from + s->people->settings.rule[RULE_RETURN];
	snprintf(u->why, sizeof u->why, "got %lld minutes more than I gave, last on %s", (long long)past->debt_minutes,
	    iso(u->from).text);
	return true;
}

/* The person's own cadence, or the tier's. */
static bool
upkeep_checkin(const struct subject *s, struct upkeep *u)
{
	const struct tier *tier = person_tier(s->people, s->person);
	struct str own = person_field(s->person, FIELD_EVERY, COL_OBJECT);
	struct span span = {SPAN_NEVER, 0};

	u->reason = CHECKIN;
	if (own.n)
		span_parse(own, &span);
	else if (tier)
		span = tier->every;
	return upkeep_every(s, u, span, warm_day(s), "every");
}

/* A rhythm that is lost. */
static bool
upkeep_drift(const struct subject *s, struct upkeep *u)
{
	if (!s->past->drifts)
		return false;
	u->reason = DRIFT;
	u->from = s->past->last;
	u->due = u->from + s->past->drift_limit;
	snprintf(u->why, sizeof u->why, "once every %d days, silent for %d", (int)s->past->drift_median,
	    (int)(s->people->today - u->from));
	return true;
}

/* The kinds of upkeep; of two that are due on one day the first counts. */
static bool (*const upkeeps[])(const struct subject *s, struct upkeep *u) = {
    upkeep_give, upkeep_return, upkeep_checkin, upkeep_drift,
};

/* Whether upkeep is out of place: paused, busy, an appointment near, or they leave me without an answer. */
static bool
upkeep_rests(const struct subject *s)
{
	day pause;

	if (s->busy || s->past->unanswered ||
	    (day_parse(person_field(s->person, FIELD_PAUSE, COL_BY), &pause) && pause > s->people->today))
		return true;
	for (size_t i = 0; i < s->person->meet_count; i++) {
		day ahead = s->person->meets[i].day - s->people->today;

		if (ahead >= 0 && ahead <= APPOINTMENT_WITHIN)
			return true;
	}
	return false;
}

/* Whether another row brings us together by then, hold and waiting aside. */
static bool
is_forestalled(const struct subject *s, day by)
{
	for (size_t i = s->first_row; i < s->run->count; i++) {
		const struct due_row *row = &s->run->rows[i];

		if (row->reason != HOLD && row->reason != WAITING && row->due <= by)
			return true;
	}
	return false;
}

/* What an upkeep row points at: the last contact, or else the @ line. */
static struct origin
of_upkeep(const struct person *person)
{
	struct origin origin = {{NULL, 0}, {NULL, 0}, person->one[ONE_NAME].source};

	if (person->last.set) {
		origin = of_entry(&person->last);
		origin.object.n = 0;
	}
	return origin;
}

/* Class 4: at most one row, of the upkeep that is due first. */
static void
find_upkeep(struct subject *s)
{
	struct upkeep best = {.due = DAY_NONE}, u = {.due = DAY_NONE};
	day today = s->people->today;
	size_t before = s->run->count;

	for (size_t i = 0; i < COUNT(upkeeps); i++)
		if (upkeeps[i](s, &u) && (s->status != STATUS_GUARDED || reasons[u.reason].of_guarded) &&
		    (!best.due || u.due < best.due))
			best = u;
	if (!best.due || upkeep_rests(s) || is_forestalled(s, best.due > today ? best.due : today))
		return;
	add_row(s, best.reason, best.due, of_upkeep(s->person), "%s", best.why);
	if (s->run->count > before && best.from)
		s->run->rows[before].pct = (int64_t)(today - best.from) * 100 / (best.due - best.from);
}

/* The questions asked of each person; upkeep comes last, since it yields to the others. */
static void (*const finders[])(struct subject *s) = {
    find_promises, find_answers, find_reply, find_thanks, find_gracious, find_undocumented, find_days, find_news,
    find_season, find_meetings, find_waiting, find_wishes, find_upkeep,
};

/* Warn of a kept, dropped or declined that finds nothing open, and say what is. */
static void
warn_idle(void *context, const struct event *e)
{
	enum { NAMED = 5 };
	const struct subject *s = context;
	const struct person *person = s->person;
	char names[NAMED * (sizeof(struct shown) + 2) + 8] = "";
	size_t n = 0, named = 0;

	for (size_t i = 1; i < person->affair_count && diag_shows(); i++) {
		bool open = false;

		for (int kind = 0; kind < MATTERS; kind++)
			open |= affair_is_open(&person->affairs[i], (enum matter_kind)kind);
		if (!open)
			continue;
		if (named++ == NAMED) {
			n += (size_t)snprintf(names + n, sizeof names - n, ", ...");
			break;
		}
		n += (size_t)snprintf(names + n, sizeof names - n, "%s%s", n ? ", " : "", bare(person->affairs[i].object).text);
	}
	warn_at(source_place(&s->people->sources, e->source), "%s %s finds nothing open by that word with @%s; open is: %s",
	    verbs[e->verb].name.p, quoted(person->affairs[e->object].object).text, bare(person->id).text,
	    n ? names : "nothing");
}

/* Find all rows of a person. */
static void
find_rows(struct run *run, const struct person *person)
{
	struct subject s = {.run = run, .people = &run->people, .person = person, .status = person_status(person),
	    .first_row = run->count, .busy = is_busy(person, run->people.today)};
	struct past past = history_follow(&run->people, person, &(struct listener){.context = &s, .idle = warn_idle});

	s.past = &past;
	for (size_t i = 0; i < COUNT(finders) && s.status != STATUS_CLOSED; i++)
		finders[i](&s);
}

/* The tier's name; empty where there is none. */
static struct str
tier_name(const struct person *person)
{
	return person_field(person, FIELD_TIER, COL_OBJECT);
}

/* Compare tiers by name, none last. */
static int
tier_cmp(const struct person *a, const struct person *b)
{
	struct str x = tier_name(a), y = tier_name(b);

	if (x.n == 0 || y.n == 0)
		return (x.n == 0) - (y.n == 0);
	return str_cmp(x, y);
}

/* How urgent upkeep is. */
static int64_t
urgency(const struct due_row *row)
{
	return row->pct < 0 ? 100 : row->pct;
}

/* The order of the table. */
static int
row_cmp(const void *one, const void *other)
{
	const struct due_row *a = one, *b = other;
	int class = reasons[a->reason].class, c = class - reasons[b->reason].class;

	if (c)
		return c;
	if (class == UPKEEP && urgency(a) != urgency(b))
		return urgency(a) > urgency(b) ? -1 : 1;
	if (class != UPKEEP && a->due != b->due)
		return a->due < b->due ? -1 : 1;
	if ((c = tier_cmp(a->person, b->person)))
		return c;
	if ((c = str_cmp(a->person->id, b->person->id)))
		return c;
	if ((c = str_cmp(reasons[a->reason].name, reasons[b->reason].name)))
		return c;
	if ((c = str_cmp(a->origin.object, b->origin.object)))
		return c;
	if (a->due != b->due)
		return a->due < b->due ? -1 : 1;
	return source_cmp(a->sources, a->origin.source, b->origin.source);
}

/* The channel to reach somebody by: the one named, else what there is. */
static struct str
channel(const struct person *person)
{
	struct str via = person_field(person, FIELD_VIA, COL_VIA);

	if (via.n)
		return via;
	if (person_value(person, fields[FIELD_EMAIL].name).n)
		return fields[FIELD_EMAIL].name;
	if (person_status(person) != STATUS_GUARDED && person_value(person, fields[FIELD_PHONE].name).n)
		return fields[FIELD_PHONE].name;
	return via;
}

/* How to address somebody: as the field says, else by the first word of the name (in which a tab stands escaped). */
static struct str
greeting(const struct person *person)
{
	struct str greet = person_field(person, FIELD_GREET, COL_TEXT), name = person_name(person);
	size_t n = 0;

	if (greet.n)
		return greet;
	while (n < name.n && name.p[n] != ' ' && !str_starts(str_between(name.p + n, name.p + name.n), STR("\\t")))
		n += name.p[n] == '\\' ? 2 : 1;
	return (struct str){name.p, n};
}

/* Write a field that is escaped already, and a tab. */
static void
write_field(struct str s)
{
	out_str(s);
	out_char('\t');
}

/* Write a day, or nothing. */
static void
write_day(day d)
{
	if (d)
		out_str((struct str){iso(d).text, DAY_TEXT});
	out_char('\t');
}

/* Write the topics, comma between. */
static void
write_topics(const struct person *person)
{
	for (size_t i = 0; i < person->topics.count; i++) {
		if (i)
			out_str(STR(", "));
		out_str(person->topics.rows[i].cell[COL_TEXT]);
	}
	out_char('\t');
}

/* Write a row. */
static void
write_row(const struct run *run, const struct due_row *row)
{
	const struct person *person = row->person;
	const struct sources *sources = &run->people.sources;

	write_day(row->due);
	out_number(run->people.today - row->due);
	out_char('\t');
	write_field(person->id);
	write_field(person_name(person));
	write_field(tier_name(person));
	write_field(status_names[person_status(person)]);
	write_field(reasons[row->reason].name);
	write_field(row->origin.object);
	write_field(row->why);
	write_field(row->origin.text);
	write_day(row->last);
	if (row->pct >= 0)
		out_number(row->pct);
	out_char('\t');
	write_field(greeting(person));
	write_field(channel(person));
	write_field(person_value(person, channel(person)));
	write_topics(person);
	write_field(person_field(person, FIELD_HOURS, COL_TEXT));
	out_end(source_put(sources, row->origin.source, out_begin(source_length(sources, row->origin.source))));
	out_char('\n');
}

/* A line of the input. */
static void
take_line(void *context, struct str file, const struct line *line)
{
	people_line(context, line->text, (struct place){file, line->number, 0});
}

/* Find, sort and write all rows. */
static void
write_rows(struct run *run)
{
	people_settle(&run->people);
	for (size_t i = 0; i < run->people.count; i++)
		find_rows(run, run->people.sorted[i]);
	if (run->count)
		qsort(run->rows, run->count, sizeof *run->rows, row_cmp);
	for (size_t i = 0; i < run->count; i++)
		write_row(run, &run->rows[i]);
}

int
main(int argc, char **argv)
{
	struct cli cli = cli_start(&rc_due, argv);
	struct run run = {0};
	day today = DAY_NONE;
	uint32_t ahead = DAYS_AHEAD;
	bool header = true;
	char letter;

	(void)argc;
	while ((letter = cli_next(&cli))) {
		if (letter == 'd')
			today = cli_day(&cli, letter);
		else if (letter == 'w')
			ahead = cli_number(&cli, letter, DAYS_AHEAD_MOST);
		else
			header = false;
	}
	today = cli_today(today);
	run.until = today + (day)ahead;
	people_start(&run.people, rc_due.name, today);
	cli_read(&cli, IN_NO_LIMIT, NULL, take_line, &run.people);
	if (header)
		table_header(&due_table);
	write_rows(&run);
	people_free(&run.people);
	arena_free(&run.arena);
	free(run.rows);
	return cli_finish(false);
}
