# SPDX-License-Identifier: ISC
# rc-tools: POSIX make, a C11 compiler, nothing else. Everything that is built stands in build/.
.POSIX:
.SUFFIXES:

CC = cc
CFLAGS = -O2
LDFLAGS =
CPPFLAGS =
PREFIX = /usr/local
DESTDIR =

VERSION = 1.0
B = build
STANDARD = -std=c11 -D_POSIX_C_SOURCE=200809L

# The link lines are the architecture: what stands to the right of a tool is all that it is made of.
GROUND = $B/cli.o $B/in.o $B/out.o $B/diag.o $B/arena.o $B/map.o $B/str.o $B/utf8.o $B/date.o
TABLE = $B/table.o $B/lexicon.o $B/words.o
NOTE = $B/note.o $B/entry.o $B/field.o $B/directive.o $B/repeats.o
PARSE = $B/rc-parse.o $(NOTE) $(TABLE) $(GROUND)

PROGRAMS = $B/rc-parse

all: $(PROGRAMS)

$B/rc-parse: $(PARSE)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(PARSE)

clean:
	rm -rf $B
