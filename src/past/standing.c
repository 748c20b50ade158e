/* SPDX-License-Identifier: ISC
 * My standing: each reason is one question. */
#include "standing.h"

#include "owing.h"

const struct str standing_names[STANDINGS] = {
    [STANDING_YES] = WORD("yes"), [STANDING_SOFT] = WORD("soft"), [STANDING_NO] = WORD("no"),
};

/* Whether a day is further back than a rule says; one that never was is further back than any. */
static bool
is_beyond(const struct past *past, day d, enum rule_id rule)
{
	return !d || !past_within(past, d, rule);
}

static bool
is_closed(const struct past *past)
{
	return past->person->status == STATUS_CLOSED;
}

static bool
is_passing(const struct past *past)
{
	return past->days < (uint32_t)past_rule(past, RULE_ASK_DAYS);
}

static bool
is_unproven(const struct past *past)
{
	return !person_field(past->person, FIELD_KNOWS) && !past->helped;
}

/* The day on which the last ask, but for advice, is long enough ago; DAY_NONE without one. */
static day
ask_gap_over(const struct past *past)
{
	return past->asked_favour ? past->asked_favour->day + past_rule(past, RULE_ASK_GAP) : DAY_NONE;
}

static bool
is_recent(const struct past *past)
{
	return ask_gap_over(past) > past->person->people->today;
}

static bool
is_pending(const struct past *past)
{
	for (size_t i = 1; i < past->person->affair_count; i++)
		if (ask_is_followed(&past->person->affairs[i], MY_ASK))
			return true;
	return false;
}

/* Whether something was due before today. */
static bool
is_overdue(const struct past *past, struct owed owed)
{
	return owed.first && owed.due < past->person->people->today;
}

static bool
is_owing(const struct past *past)
{
	if (owes_thanks(past).first || owes_grace(past).first || is_overdue(past, owes_reply(past)))
		return true;
	for (size_t i = 1; i < past->person->affair_count; i++)
		if (is_overdue(past, owes_promise(past, &past->person->affairs[i])) ||
		    is_overdue(past, owes_answer(past, &past->person->affairs[i])))
			return true;
	return false;
}

static bool
is_unreturned(const struct past *past)
{
	return past->unreturned;
}

static bool
is_unanswered(const struct past *past)
{
	return past->unanswered;
}

static bool
is_in_busy_time(const struct past *past)
{
	return past->busy;
}

static bool
is_cold(const struct past *past)
{
	return is_beyond(past, past->goodwill, RULE_COLD);
}

static bool
is_dormant(const struct past *past)
{
	return is_beyond(past, past->last, RULE_DORMANT);
}

static bool
is_guarded(const struct past *past)
{
	return past->person->status == STATUS_GUARDED;
}

static const struct {
	struct str name;
	bool (*is_so)(const struct past *past);
} reasons[WHYS] = {
    [WHY_CLOSED] = {WORD("closed"), is_closed},
    [WHY_PASSING] = {WORD("passing"), is_passing},
    [WHY_UNPROVEN] = {WORD("unproven"), is_unproven},
    [WHY_RECENT] = {WORD("recent"), is_recent},
    [WHY_PENDING] = {WORD("pending"), is_pending},
    [WHY_OWING] = {WORD("owing"), is_owing},
    [WHY_DEBT] = {WORD("debt"), is_unreturned},
    [WHY_UNANSWERED] = {WORD("unanswered"), is_unanswered},
    [WHY_BUSY] = {WORD("busy"), is_in_busy_time},
    [WHY_COLD] = {WORD("cold"), is_cold},
    [WHY_DORMANT] = {WORD("dormant"), is_dormant},
    [WHY_GUARDED] = {WORD("guarded"), is_guarded},
};

_Static_assert(WHYS <= 32, "a reason is a bit of 32");

/* The first day on which the last ask is long enough ago and no busy time of today goes on. */
static day
all_over(const struct past *past)
{
	day gap = is_recent(past) ? ask_gap_over(past) : DAY_NONE, busy = past->busy ? past->busy_to + 1 : DAY_NONE;

	return gap > busy ? gap : busy;
}

/* Judge: ask every question. */
struct may_ask
may_ask(const struct past *past)
{
	const uint32_t whys_no = (1u << WHYS_NO) - 1;
	struct may_ask ask = {STANDING_YES, 0, DAY_NONE};

	for (int i = 0; i < WHYS; i++)
		if (reasons[i].is_so(past))
			ask.why |= 1u << i;
	if (ask.why & whys_no)
		ask.standing = STANDING_NO;
	else if (ask.why)
		ask.standing = STANDING_SOFT;
	if (ask.why & whys_no && !(ask.why & whys_no & ~(1u << WHY_RECENT | 1u << WHY_BUSY)))
		ask.from = all_over(past);
	return ask;
}

/* List the reasons. */
void
text_add_whys(struct text *to, const struct may_ask *ask)
{
	bool any = false;

	for (int i = 0; i < WHYS; i++) {
		if (!(ask->why & 1u << i))
			continue;
		if (any)
			text_add_char(to, ',');
		text_add(to, reasons[i].name);
		any = true;
	}
}
