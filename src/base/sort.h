/* SPDX-License-Identifier: ISC
 *
 * Sorting with a context, which the libc's qsort lacks: a merge sort, stable, n log n at worst, n where it is sorted already.
 */
#ifndef BASE_SORT_H
#define BASE_SORT_H

#include <stddef.h>

/* Compares two items; below 0 where a comes first. */
typedef int sort_cmp(const void *a, const void *b, const void *context);

/* Sort `count` items of `size` bytes in place. */
void sort_items(void *items, size_t count, size_t size, sort_cmp *cmp, const void *context);

#endif
