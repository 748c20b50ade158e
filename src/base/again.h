/* SPDX-License-Identifier: ISC
 *
 * Whether a read or a write that failed is to be tried again: it was interrupted, or its descriptor is non-blocking (as somebody
 * else who shares it may have made it) and had nothing to give or no room yet; for that it is waited here.
 */
#ifndef BASE_AGAIN_H
#define BASE_AGAIN_H

#include <stdbool.h>

/* To be asked with errno as the call left it; events as for poll(2). False: errno says what is wrong. */
bool again(int fd, short events);

#endif
