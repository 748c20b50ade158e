# SPDX-License-Identifier: ISC
# rc-tools: a POSIX make (GNU make and bmake are tried), a C11 compiler and nothing else. What is built is in build/.
# Set CC, CFLAGS, CPPFLAGS, LDFLAGS, PREFIX and DESTDIR in the environment or after make.
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

B = build
TOOLS = rc-parse rc-due rc-balance rc-draft
PAGES = rc-parse.1 rc-due.1 rc-balance.1 rc-draft.1 rc-log.1 rc-show.1 rc-who.1 rc-year.1 rc-match.1 due2ics.1 \
	tsv2csv.1 mail2journal.1 ics2journal.1 vcf2people.1 people2vcf.1 rc-read.1 rc-send.1 rc-words.1 rc-text.5 rc-tsv.5 \
	rc-templates.5 rc-tools.7 rc-editors.7 rc-git.7
# Written in sh, in examples/, and installed beside the tools.
SCRIPTS = rc-log rc-show rc-who rc-year rc-match due2ics due2remind due2todotxt due2task due2org tsv2csv tsv2json \
	mail2journal ics2journal vcf2people people2vcf rc-read rc-send rc-words
EXAMPLES = people.txt journal.txt templates.de.txt

all: $B/rc-parse $B/rc-due $B/rc-balance $B/rc-draft

# A tool is its main and the folders of src/ that stand under it: these lines are the architecture. One command makes a tool.
PARSE = src/rc-parse.c src/text/*.c src/base/*.c
DUE = src/rc-due.c src/due/*.c src/past/*.c src/base/*.c
BALANCE = src/rc-balance.c src/past/*.c src/base/*.c
DRAFT = src/rc-draft.c src/draft/*.c $B/templates.c src/base/*.c

SOURCES != echo src/*.c src/*/*.c src/*/*.h
COMPILE = $(CC) -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -Isrc $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@

$B/rc-parse: $(SOURCES) $B/.there
	$(COMPILE) $(PARSE)
$B/rc-due: $(SOURCES) $B/.there
	$(COMPILE) $(DUE)
$B/rc-balance: $(SOURCES) $B/.there
	$(COMPILE) $(BALANCE)
$B/rc-draft: $(SOURCES) $B/templates.c
	$(COMPILE) $(DRAFT)

$B/.there:
	mkdir -p $B
	touch $@

# The built-in templates are text, and become a C string a line.
$B/templates.c: src/draft/templates.txt $B/.there
	{ echo '#include "draft/template.h"' && echo 'const char *const template_lines[] = {' && \
	sed -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n",/' src/draft/templates.txt && echo 'NULL};'; } > $@

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
	for f in $(SCRIPTS); do to=$(DESTDIR)$(BINDIR)/$$f && cp examples/$$f $$to && chmod 755 $$to || exit 1; done
	for f in $(PAGES); do to=$(DESTDIR)$(MANDIR)/man$${f##*.}/$$f && cp man/$$f $$to && chmod 644 $$to || exit 1; done
	for f in $(EXAMPLES); do to=$(DESTDIR)$(EXAMPLESDIR)/$$f && cp examples/$$f $$to && chmod 644 $$to || exit 1; done

uninstall:
	for f in $(TOOLS) $(SCRIPTS); do rm -f $(DESTDIR)$(BINDIR)/$$f; done
	for f in $(PAGES); do rm -f $(DESTDIR)$(MANDIR)/man$${f##*.}/$$f; done
	for f in $(EXAMPLES); do rm -f $(DESTDIR)$(EXAMPLESDIR)/$$f; done
	-rmdir $(DESTDIR)$(EXAMPLESDIR) $(DESTDIR)$(PREFIX)/share/doc/rc-tools

# What a release holds, under a folder of its name.
dist:
	v=rc-tools-$$(sed -n 's/^#define RC_TOOLS_VERSION "\(.*\)"/\1/p' src/base/cli.h) && rm -rf $B/$$v && mkdir -p $B/$$v && \
	cp -R Makefile README.md src tests examples man $B/$$v/ && \
	(cd $B && tar cf - $$v | gzip -9 > $$v.tar.gz) && rm -rf $B/$$v

clean:
	rm -rf $B
