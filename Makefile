# SPDX-License-Identifier: ISC
# rc-tools: a POSIX make (GNU make and bmake are tried), a C11 compiler and nothing else. What is built is in build/.
# Set CC, CFLAGS, CPPFLAGS, LDFLAGS, INSTALL, PREFIX and DESTDIR in the environment or after make.
.SUFFIXES:

CC ?= cc
CFLAGS ?=
CPPFLAGS ?=
LDFLAGS ?=
INSTALL ?= install

B = build
TOOLS = rc-parse rc-due rc-balance rc-draft
PAGES = rc-parse.1 rc-due.1 rc-balance.1 rc-draft.1 rc-log.1 rc-show.1 rc-who.1 rc-year.1 rc-match.1 due2ics.1 \
	tsv2csv.1 mail2journal.1 ics2journal.1 vcf2people.1 people2vcf.1 rc-read.1 rc-send.1 rc-words.1 rc-text.5 rc-tsv.5 \
	rc-templates.5 rc-tools.7 rc-pieces.7 rc-editors.7 rc-git.7
# Written in sh, in examples/, and installed beside the tools.
SCRIPTS = rc-log rc-show rc-who rc-year rc-match due2ics due2remind due2todotxt due2task due2org tsv2csv tsv2json \
	mail2journal ics2journal vcf2people people2vcf rc-read rc-send rc-words
# Further names of pages, one for each command that shares a page: name:page.
PAGE_NAMES = due2remind.1:due2ics.1 due2todotxt.1:due2ics.1 due2task.1:due2ics.1 due2org.1:due2ics.1 tsv2json.1:tsv2csv.1
# What people look for below share/doc/rc-tools/examples, where it stands as it does in examples/.
DOCS = people.txt journal.txt templates.de.txt git/attributes git/config \
	shell/rc-tools.bash shell/_rc-tools shell/rc-tools.fish vim/ftdetect/rctext.vim vim/ftplugin/rctext.vim \
	vim/syntax/rctext.vim vim/compiler/rctext.vim vim/autoload/rctext.vim emacs/rc-text.el nano/rc-text.nanorc \
	kakoune/rc-text.kak vscode/package.json vscode/language-configuration.json vscode/tasks.json \
	vscode/syntaxes/rctext.tmLanguage.json
# The same, to be run.
DOC_SCRIPTS = git/pre-commit git/rc-merge
# What other programs look for in places of their own, a row a file: from, below examples/, and to, below PREFIX/share.
SHARED = \
	shell/rc-tools.bash:bash-completion/completions/rc-tools \
	shell/_rc-tools:zsh/site-functions/_rc-tools \
	shell/rc-tools.fish:fish/vendor_completions.d/rc-tools.fish \
	vim/ftdetect/rctext.vim:vim/vimfiles/ftdetect/rctext.vim vim/ftdetect/rctext.vim:nvim/site/ftdetect/rctext.vim \
	vim/ftplugin/rctext.vim:vim/vimfiles/ftplugin/rctext.vim vim/ftplugin/rctext.vim:nvim/site/ftplugin/rctext.vim \
	vim/syntax/rctext.vim:vim/vimfiles/syntax/rctext.vim vim/syntax/rctext.vim:nvim/site/syntax/rctext.vim \
	vim/compiler/rctext.vim:vim/vimfiles/compiler/rctext.vim vim/compiler/rctext.vim:nvim/site/compiler/rctext.vim \
	vim/autoload/rctext.vim:vim/vimfiles/autoload/rctext.vim vim/autoload/rctext.vim:nvim/site/autoload/rctext.vim \
	emacs/rc-text.el:emacs/site-lisp/rc-text.el \
	nano/rc-text.nanorc:nano/rc-text.nanorc \
	kakoune/rc-text.kak:kak/rc/filetype/rc-text.kak

all: $B/rc-parse $B/rc-due $B/rc-balance $B/rc-draft

# A tool is its main and the folders of src/ that stand under it: these lines are the architecture. One command makes a tool.
PARSE = src/rc-parse.c src/text/*.c src/base/*.c
DUE = src/rc-due.c src/due/*.c src/past/*.c src/base/*.c
BALANCE = src/rc-balance.c src/past/*.c src/base/*.c
DRAFT = src/rc-draft.c src/draft/*.c $B/templates.c src/base/*.c

# Sizes of files and times past 2038 where a program is of 32 bits, if the libc has them; elsewhere they are so anyway.
WIDE = -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64
SOURCES != echo src/*.c src/*/*.c src/*/*.h
COMPILE = $(CC) -std=c11 $(WIDE) -D_POSIX_C_SOURCE=200809L -O3 -Isrc $$(cat $B/hardening) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS)

$B/rc-parse: $(SOURCES) $B/hardening
	$(COMPILE) -o $@ $(PARSE)
$B/rc-due: $(SOURCES) $B/hardening
	$(COMPILE) -o $@ $(DUE)
$B/rc-balance: $(SOURCES) $B/hardening
	$(COMPILE) -o $@ $(BALANCE)
$B/rc-draft: $(SOURCES) $B/hardening $B/templates.c
	$(COMPILE) -o $@ $(DRAFT)

$B/.there:
	mkdir -p $B
	touch $@

# Should a fault in the parsing of hostile text be left, these make it a crash at most. Each is taken if the compiler, with what
# the user set and the ones before, knows it and has nothing to say against it, and the program runs (unless none does, as when
# cross-compiling). What the user set comes after and wins; HARDEN= goes without. The cost is some 4 % more instructions.
HARDEN = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection \
	-fcf-protection -fPIE -pie -Wl,-z,relro -Wl,-z,now
$B/hardening: $B/.there
	@echo 'probing for hardening flags'; : >$@; \
	printf '%s\n' '#include <stdio.h>' 'int main(void)' '{' '	char line[80];' \
	'	return fgets(line, sizeof line, stdin) != NULL;' '}' >$B/probe.c; \
	probe() { $(COMPILE) -Werror $$1 -o $B/probe $B/probe.c 2>/dev/null && $$run; }; \
	run=; probe && $B/probe </dev/null 2>/dev/null && run="$B/probe"; \
	for flag in $(HARDEN); do probe $$flag </dev/null && echo "$$flag" >>$@; done; rm -f $B/probe $B/probe.c

# The built-in templates are text, and become a C string a line.
$B/templates.c: src/draft/templates.txt $B/.there
	{ echo '#include "draft/template.h"' && echo 'const char *const template_lines[] = {' && \
	sed -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n",/' src/draft/templates.txt && echo 'NULL};'; } > $@

# A short show of the main job, on the examples and a fixed day.
demo: all
	@sh tests/demo $B

# The suite of the four tools. BATS names another bats.
check: all $B/inside/replay $B/eight
	@sh tests/run-bats $B tools

# The suite of all that is around them: commands under every shell and awk that is here, editors, readers of mail, git,
# packages, and their pages.
check-around: all
	@sh tests/run-bats $B around

# The tools inside one program, and what must hold of them for any input: tests/fuzz/.
INSIDE != echo tests/fuzz/*
$B/inside/replay: $(SOURCES) $(INSIDE) $B/.there
	CC='$(CC)' CFLAGS='-O1 $(CFLAGS) $(LDFLAGS)' sh tests/fuzz/build $B/inside replay

# The words and vectors of src/base/eight.h and marks.h, and plain twins of them.
$B/eight: tests/eight.c $(SOURCES) $B/hardening
	$(COMPILE) -o $@ tests/eight.c

# Look for inputs that break it, with clang's libFuzzer: $FUZZ_RUNS inputs a target (default 20000, which take some minutes).
fuzz: all $B/inside/replay
	@sh tests/fuzz/run $B

# Whatever the system refuses: memory, reads, writes, descriptors, one by one. FAULTS_LONG=1 adds 4 GB through a pipe.
check-faults: all
	@CC='$(CC)' sh tests/check-faults $B

# The suite of the tools again, on programs that watch their own memory and arithmetic.
SANITIZE = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
check-asan:
	@$(MAKE) B=$B/asan HARDEN= CFLAGS='$(SANITIZE)' LDFLAGS='-fsanitize=address,undefined' all $B/asan/inside/replay $B/asan/eight
	@sh tests/run-bats $B/asan tools

# The same bytes with other compilers, flags and processors: tests/builds. BUILDS names some; BUILDS_ALL=1 asks for all of them.
check-builds: all $B/inside/replay
	@MAKE='$(MAKE)' sh tests/builds $B

# What of src/ is run by all of these (gcc and its gcov); what is not, and why, is in tests/cover.allow.
cover:
	@$(MAKE) B=$B/cover CC=gcc CFLAGS='-O0 --coverage -DRC_ALL_RIGHTS' all $B/cover/inside/replay $B/cover/eight
	@CC=gcc sh tests/cover $B/cover

# What of src/ could be changed without the suite noticing: $MUTANTS changes (default 300) chosen by $SEED (python3, bats).
mutants: all
	@CC='$(CC)' python3 tests/mutants $B

# What grows twice as long takes about twice the instructions (valgrind).
check-growth: all
	@CC='$(CC)' sh tests/growth $B

lint:
	@sh tests/lint $B

bench: all
	@sh tests/bench $B

# Each file that is installed, handed to a function of the shell: its mode (or link), where from, where to. (bash and fish look
# for a file with the name of the command whose words they are to complete.)
EACH = \
	for f in $(TOOLS); do each 755 $B/$$f bin/$$f; done; \
	for f in $(SCRIPTS); do each 755 examples/$$f bin/$$f; done; \
	for f in $(PAGES); do each 644 man/$$f share/man/man$${f\#\#*.}/$$f; done; \
	for f in $(PAGE_NAMES); do each link $${f\#*:} share/man/man$${f\#\#*.}/$${f%%:*}; done; \
	for f in $(DOC_SCRIPTS); do each 755 examples/$$f share/doc/rc-tools/examples/$$f; done; \
	for f in $(DOCS); do each 644 examples/$$f share/doc/rc-tools/examples/$$f; done; \
	for f in $(SHARED); do each 644 examples/$${f%%:*} share/$${f\#*:}; done; \
	for f in $(TOOLS) $(SCRIPTS); do \
		each link rc-tools share/bash-completion/completions/$$f; \
		each link rc-tools.fish share/fish/vendor_completions.d/$$f.fish; \
	done
# DESTDIR and PREFIX come to the shell from the environment, where make puts what stands after it, too: whatever bytes they
# hold, the shell does not read them as its own.
TO = to="$${DESTDIR-}$${PREFIX-/usr/local}"

# Modes are the same whatever the umask is, and those of folders that are there stay.
install: all
	@$(TO); umask 022; \
	each() { \
		[ -d "$$to/$${3%/*}" ] || $(INSTALL) -d -m 755 "$$to/$${3%/*}" || exit 1; \
		case $$1 in \
		link) ln -sf "$$2" "$$to/$$3" || exit 1 ;; \
		*) $(INSTALL) -m "$$1" "$$2" "$$to/$$3" || exit 1 ;; \
		esac; \
	}; $(EACH)

# What install put there, and then the folders called rc-tools and those in them, unless something else is in them. Folders that
# are for everybody's files stay.
uninstall:
	@$(TO); each() { rm -f "$$to/$$3" || exit 1; }; $(EACH); \
	each() { \
		d=$${3%/*}; \
		while case $$d in */rc-tools | */rc-tools/*) rmdir "$$to/$$d" 2>/dev/null ;; *) false ;; esac; do d=$${d%/*}; done; \
	}; $(EACH)

# What a release holds, the same bytes whoever packs it and when.
dist:
	@sh tests/dist $B

clean:
	rm -rf $B
