/* SPDX-License-Identifier: ISC
 * Fields of a person: the table, and finding one in it. */
#include "fields.h"

const struct field fields[FIELDS] = {
#define FIELD(id, key, written, form, times) {WORD(key), WORD(written), form, times},
    ALL_FIELDS(FIELD)
#undef FIELD
#define FIELD(id, key, writer) {WORD(key), WORD(key), FORM_TEXT, ONCE},
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

/* Find a status. */
enum status
status_find(struct str name)
{
	int i = 0;

	while (i < STATUSES && !str_eq(name, status_names[i]))
		i++;
	return (enum status)i;
}
