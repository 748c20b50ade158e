/* SPDX-License-Identifier: ISC
 *
 * Upkeep, the reasons of class 4: give, checkin, drift. At most one row a person, and none where something else brings us
 * together or upkeep is out of place (spec: tables, "Upkeep").
 */
#ifndef UPKEEP_H
#define UPKEEP_H

#include "due-row.h"

/* Add the row of the upkeep that is due first, if any. All other rows of the person must be in the list. */
void find_upkeep(struct subject *s);

#endif
