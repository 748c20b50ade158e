/* SPDX-License-Identifier: ISC
 *
 * The whole network in some figures (spec: tables, "rc-balance", -s).
 */
#ifndef PAST_SUMMARY_H
#define PAST_SUMMARY_H

#include "account.h"

/* A number that may be none. */
struct figure {
	bool known;
	int64_t value;
};

/* A figure of the network, and what it should be. The name is prefix and name together. */
struct metric {
	struct str prefix, name;
	struct figure value, target;
};

typedef void metric_sink(void *context, const struct metric *metric);

/* Add up the accounts of all people and give the metrics out in their order. Sorts the accounts. */
void summary_of(const struct people *people, struct account *accounts, metric_sink *take, void *context);

#endif
