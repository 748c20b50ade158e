/* SPDX-License-Identifier: ISC
 *
 * Put in front of each file of src/ where the tools run inside another program: what they ask of the system goes to run.c, which
 * answers from memory. System headers then declare these names with the types of the real ones. That program keeps its rights.
 */
#ifndef FUZZ_INSIDE_H
#define FUZZ_INSIDE_H

#define RC_ALL_RIGHTS
#define open inside_open
#define close inside_close
#define read inside_read
#define write inside_write
#define poll inside_poll
#define exit inside_exit
#define malloc inside_malloc
#define calloc inside_calloc
#define realloc inside_realloc
#define free inside_free

#endif
