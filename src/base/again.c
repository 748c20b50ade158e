/* SPDX-License-Identifier: ISC
 * Trying again: after an interruption, and once a non-blocking descriptor is ready. */
#include "again.h"

#include <errno.h>
#include <poll.h>

/* Wait, if that is all that is needed. */
bool
again(int fd, short events)
{
	struct pollfd one = {.fd = fd, .events = events};
	int ready;

	if (errno == EINTR)
		return true;
	if (errno != EAGAIN && errno != EWOULDBLOCK)
		return false;
	do
		ready = poll(&one, 1, -1);
	while (ready < 0 && errno == EINTR);
	return ready >= 0;
}
