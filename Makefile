# SPDX-License-Identifier: ISC
# rc-tools: a POSIX make (GNU make and bmake are tried), a C11 compiler and nothing else. What is built stands in build/.
# Set CC, CFLAGS, CPPFLAGS, LDFLAGS, PREFIX and DESTDIR in the environment or behind make.
.SUFFIXES:

CC ?= cc
CFLAGS ?=
CPPFLAGS ?=
LDFLAGS ?=
PREFIX ?= /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
EXAMPLESDIR = $(PREFIX)/share/doc/rc-tools/examples
DESTDIR ?=

VERSION = 1.0
B = build
TOOLS = rc-parse rc-due rc-balance rc-draft
PROGRAMS = $B/rc-parse $B/rc-due $B/rc-balance $B/rc-draft
PAGES = rc-parse.1 rc-due.1 rc-balance.1 rc-draft.1 rc-text.5 rc-tsv.5 rc-templates.5 rc-tools.7
EXAMPLES = people.txt journal.txt templates.de.txt

all: $(PROGRAMS)

# The link lines are the architecture: what stands behind a tool is all that it is made of.
GROUND = $B/cli.o $B/in.o $B/out.o $B/diag.o $B/arena.o $B/map.o $B/str.o $B/utf8.o $B/date.o $B/table.o
NOTE = $B/note.o $B/note-parts.o $B/entry.o $B/field.o $B/directive.o $B/repeats.o $B/words.o $B/lexicon.o
PAST = $B/sort.o $B/people.o $B/people-rows.o $B/settings.o $B/source.o $B/history.o $B/rhythm.o $B/owing.o \
	$B/standing.o $B/lexicon.o

PARSE = $B/rc-parse.o $(NOTE) $(GROUND)
DUE = $B/rc-due.o $B/reasons.o $B/upkeep.o $B/due-row.o $B/occasion.o $(PAST) $(GROUND)
BALANCE = $B/rc-balance.o $B/ledger.o $(PAST) $(GROUND)

DRAFT = $B/rc-draft.o $B/template.o $B/fill.o $B/pieces.o $B/templates.o $B/news.o $B/mail.o $B/lexicon.o $(GROUND)

$B/rc-parse: $(PARSE)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(PARSE)
$B/rc-due: $(DUE)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(DUE)
$B/rc-balance: $(BALANCE)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(BALANCE)
$B/rc-draft: $(DRAFT)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(DRAFT)

HEADERS = src/arena.h src/cli.h src/date.h src/diag.h src/due-row.h src/history.h src/in.h src/ledger.h \
	src/lexicon.h src/mail.h src/map.h src/news.h src/note-parts.h src/note.h src/occasion.h src/out.h \
	src/owing.h src/people.h src/pieces.h src/reasons.h src/repeats.h src/rhythm.h src/settings.h src/sort.h \
	src/source.h src/standing.h src/str.h src/table.h src/template.h src/upkeep.h src/utf8.h src/words.h
NEEDS = $(HEADERS) $B/.there
COMPILE = $(CC) -std=c11 -D_POSIX_C_SOURCE=200809L -O2 $(CPPFLAGS) $(CFLAGS) -c -o $@

$B/.there:
	mkdir -p $B
	touch $@

$B/cli.o: src/cli.c $(NEEDS)
	$(COMPILE) src/cli.c
$B/in.o: src/in.c $(NEEDS)
	$(COMPILE) src/in.c
$B/out.o: src/out.c $(NEEDS)
	$(COMPILE) src/out.c
$B/diag.o: src/diag.c $(NEEDS)
	$(COMPILE) src/diag.c
$B/arena.o: src/arena.c $(NEEDS)
	$(COMPILE) src/arena.c
$B/map.o: src/map.c $(NEEDS)
	$(COMPILE) src/map.c
$B/str.o: src/str.c $(NEEDS)
	$(COMPILE) src/str.c
$B/utf8.o: src/utf8.c $(NEEDS)
	$(COMPILE) src/utf8.c
$B/date.o: src/date.c $(NEEDS)
	$(COMPILE) src/date.c
$B/table.o: src/table.c $(NEEDS)
	$(COMPILE) src/table.c
$B/note.o: src/note.c $(NEEDS)
	$(COMPILE) src/note.c
$B/note-parts.o: src/note-parts.c $(NEEDS)
	$(COMPILE) src/note-parts.c
$B/entry.o: src/entry.c $(NEEDS)
	$(COMPILE) src/entry.c
$B/field.o: src/field.c $(NEEDS)
	$(COMPILE) src/field.c
$B/directive.o: src/directive.c $(NEEDS)
	$(COMPILE) src/directive.c
$B/repeats.o: src/repeats.c $(NEEDS)
	$(COMPILE) src/repeats.c
$B/words.o: src/words.c $(NEEDS)
	$(COMPILE) src/words.c
$B/lexicon.o: src/lexicon.c $(NEEDS)
	$(COMPILE) src/lexicon.c
$B/sort.o: src/sort.c $(NEEDS)
	$(COMPILE) src/sort.c
$B/people-rows.o: src/people-rows.c $(NEEDS)
	$(COMPILE) src/people-rows.c
$B/people.o: src/people.c $(NEEDS)
	$(COMPILE) src/people.c
$B/settings.o: src/settings.c $(NEEDS)
	$(COMPILE) src/settings.c
$B/source.o: src/source.c $(NEEDS)
	$(COMPILE) src/source.c
$B/history.o: src/history.c $(NEEDS)
	$(COMPILE) src/history.c
$B/rhythm.o: src/rhythm.c $(NEEDS)
	$(COMPILE) src/rhythm.c
$B/owing.o: src/owing.c $(NEEDS)
	$(COMPILE) src/owing.c
$B/standing.o: src/standing.c $(NEEDS)
	$(COMPILE) src/standing.c
$B/occasion.o: src/occasion.c $(NEEDS)
	$(COMPILE) src/occasion.c
$B/ledger.o: src/ledger.c $(NEEDS)
	$(COMPILE) src/ledger.c
$B/rc-parse.o: src/rc-parse.c $(NEEDS)
	$(COMPILE) src/rc-parse.c
$B/due-row.o: src/due-row.c $(NEEDS)
	$(COMPILE) src/due-row.c
$B/reasons.o: src/reasons.c $(NEEDS)
	$(COMPILE) src/reasons.c
$B/upkeep.o: src/upkeep.c $(NEEDS)
	$(COMPILE) src/upkeep.c
$B/rc-due.o: src/rc-due.c $(NEEDS)
	$(COMPILE) src/rc-due.c
$B/rc-balance.o: src/rc-balance.c $(NEEDS)
	$(COMPILE) src/rc-balance.c

$B/rc-draft.o: src/rc-draft.c $(NEEDS)
	$(COMPILE) src/rc-draft.c
$B/template.o: src/template.c $(NEEDS)
	$(COMPILE) src/template.c
$B/fill.o: src/fill.c $(NEEDS)
	$(COMPILE) src/fill.c
$B/pieces.o: src/pieces.c $(NEEDS)
	$(COMPILE) src/pieces.c
$B/news.o: src/news.c $(NEEDS)
	$(COMPILE) src/news.c
$B/mail.o: src/mail.c $(NEEDS)
	$(COMPILE) src/mail.c
$B/templates.o: $B/templates.c $(NEEDS)
	$(COMPILE) $B/templates.c

# The built-in templates are text, and become a C string a line.
$B/templates.c: src/templates.txt $(NEEDS)
	{ echo '#include <stddef.h>' && echo 'extern const char *const template_lines[];' && \
	echo 'const char *const template_lines[] = {' && \
	sed -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n",/' src/templates.txt && echo 'NULL};'; } > $@

# A short show of the main job, on the examples and a fixed day.
demo: all
	@sh tests/demo $B

# The suite; its length is a matter of seconds. BATS names another bats.
check: all
	@sh tests/run-bats $B

# The suite again, on programs that watch their own memory and arithmetic.
SANITIZE = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
check-asan:
	@$(MAKE) B=$B/asan CFLAGS='$(SANITIZE)' LDFLAGS='-fsanitize=address,undefined' all
	@sh tests/run-bats $B/asan

lint:
	@sh tests/lint $B

bench: all
	@sh tests/bench $B

install: all
	mkdir -p $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(MANDIR)/man7
	mkdir -p $(DESTDIR)$(EXAMPLESDIR)
	for f in $(TOOLS); do to=$(DESTDIR)$(BINDIR)/$$f && cp $B/$$f $$to && chmod 755 $$to || exit 1; done
	for f in $(PAGES); do to=$(DESTDIR)$(MANDIR)/man$${f##*.}/$$f && cp man/$$f $$to && chmod 644 $$to || exit 1; done
	for f in $(EXAMPLES); do to=$(DESTDIR)$(EXAMPLESDIR)/$$f && cp examples/$$f $$to && chmod 644 $$to || exit 1; done

uninstall:
	for f in $(TOOLS); do rm -f $(DESTDIR)$(BINDIR)/$$f; done
	for f in $(PAGES); do rm -f $(DESTDIR)$(MANDIR)/man$${f##*.}/$$f; done
	for f in $(EXAMPLES); do rm -f $(DESTDIR)$(EXAMPLESDIR)/$$f; done
	-rmdir $(DESTDIR)$(EXAMPLESDIR) $(DESTDIR)$(PREFIX)/share/doc/rc-tools

# What a release holds, under a folder of its name.
dist:
	rm -rf $B/rc-tools-$(VERSION)
	mkdir -p $B/rc-tools-$(VERSION)
	cp -R Makefile README.md src tests examples man $B/rc-tools-$(VERSION)/
	cd $B && tar cf - rc-tools-$(VERSION) | gzip -9 > rc-tools-$(VERSION).tar.gz
	rm -rf $B/rc-tools-$(VERSION)

clean:
	rm -rf $B
