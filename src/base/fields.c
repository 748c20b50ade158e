/* SPDX-License-Identifier: ISC
 * Fields of a person: the table, and finding one in it. */
#include "fields.h"

const struct field fields[FIELDS] = {
#define FIELD(id, key, written, form, times, most) {WORD(key), WORD(written), form, times, most},
    ALL_FIELDS(FIELD)
#undef FIELD
#define FIELD(id, key, writer) {WORD(key), WORD(key), FORM_TEXT, ONCE, SHORT_TEXT},
    PASSED_ON_FIELDS(FIELD)
#undef FIELD
};

const struct str status_names[STATUSES] = {
    [STATUS_ACTIVE] = WORD("active"), [STATUS_GUARDED] = WORD("guarded"), [STATUS_CLOSED] = WORD("closed"),
};

/* Find a field. */
enum field_id
field_find(struct str key)
{
	int i = 0;

	while (i < FIELDS && !str_eq(key, fields[i].key))
		i++;
	return (enum field_id)i;
}

/* Find a field by another name of its key. */
enum field_id
field_by_other_name(struct str key)
{
	static const struct {
		struct str name;
		enum field_id id;
	} others[] = {
	    {WORD("bday"), FIELD_BIRTHDAY}, {WORD("born"), FIELD_BIRTHDAY}, {WORD("birthdate"), FIELD_BIRTHDAY},
	    {WORD("dob"), FIELD_BIRTHDAY}, {WORD("mobile"), FIELD_PHONE}, {WORD("cell"), FIELD_PHONE}, {WORD("tel"), FIELD_PHONE},
	    {WORD("telephone"), FIELD_PHONE}, {WORD("mail"), FIELD_EMAIL}, {WORD("e-mail"), FIELD_EMAIL},
	    {WORD("cadence"), FIELD_EVERY}, {WORD("frequency"), FIELD_EVERY}, {WORD("interval"), FIELD_EVERY},
	    {WORD("snooze"), FIELD_PAUSE}, {WORD("topics"), FIELD_TOPIC}, {WORD("interests"), FIELD_TOPIC},
	    {WORD("notes"), FIELD_NOTE}, {WORD("circle"), FIELD_TIER}, {WORD("group"), FIELD_TIER},
	};

	for (size_t i = 0; i < COUNT(others); i++)
		if (str_eq(key, others[i].name))
			return others[i].id;
	return FIELDS;
}

/* Find a status. */
enum status
status_find(struct str name)
{
	int i = 0;

	while (i < STATUSES && !str_eq(name, status_names[i]))
		i++;
	return (enum status)i;
}
