#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# What make installs, takes away again and packs: the same files with the same modes, wherever, by whom and with which make.

load helper

# The root that all of it goes into: a place with blanks, quotes and what else a shell might read.
root() {
	cd "$BATS_TEST_DIRNAME/.." || return 1
	# shellcheck disable=SC2016 # what it must not read
	printf -v root '%s/a b/c%sd%se;`f $(g) &' "$BATS_FILE_TMPDIR" "'" '"'
}

# One installation for all tests, beside the files of others, under a umask that lets nobody else in.
setup_file() {
	root
	mkdir -p "$root/usr/share/man/man1" "$root/usr/share/doc/rc-tools-old" "$root/usr/bin"
	chmod 775 "$root/usr/share/man/man1"
	echo theirs | tee "$root/usr/bin/rc" "$root/usr/share/man/man1/rc.1" "$root/usr/share/doc/rc-tools-old/examples" >/dev/null
	listing "$root" >"$BATS_FILE_TMPDIR/before"
	(umask 077 && made make install DESTDIR="${root//\$/\$\$}" PREFIX=/usr) 3>&-
	listing "$root" >"$BATS_FILE_TMPDIR/after"
}

setup() {
	root
}

# made MAKE [ARG ...]: that make on the programs under test, without what a make around the suite has left for its like.
made() {
	env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS -u DESTDIR -u PREFIX -u CFLAGS -u CPPFLAGS -u LDFLAGS -u INSTALL "$@" B="$RC_BIN"
}

# listing FOLDER: all that is in it, with its kind and mode, and of links where they point. Of a file what it holds, too.
listing() {
	(cd "$1" && find . -printf '%y %m %p %l\n' | sort && find . -type f -exec cksum {} + | sort -k 3)
}

# rows LIST: the words of one of the lists in the Makefile.
rows() {
	# shellcheck disable=SC2016 # make's
	printf 'include Makefile\nwords: ; @echo $(%s)\n' "$1" | made make -s -f - words
}

@test "pages with tables begin with the line that asks for tbl, and no others do" {
	for page in man/*.[157]; do
		case $(grep -c '^\.TS' "$page") in
		0) [ "$(head -n 1 "$page")" = '.\" SPDX-License-Identifier: ISC' ] ;;
		*) [ "$(head -n 1 "$page")" = "'\\\" t" ] ;;
		esac || { echo "$page: $(head -n 1 "$page")"; return 1; }
	done
}

# broken_tables PAGE <RENDERED: the rows of the page's tables whose first two cells do not stand in one line, as they should.
broken_tables() {
	awk '
		function words(text) { gsub(/[ \t]+/, " ", text); return text }
		FILENAME == "-" { shown = shown "\n" words($0) " "; next }
		/^\.TS/ { on = 1; next }
		/^\.TE/ { on = 0 }
		/\.$/ && on == 1 { on = 2; next }
		on == 2 && /^T}/ { next }
		on == 2 && /\t/ && !/\\/ {
			n = split($0, cell, "\t")
			split(cell[2], second, " ")
			if (n > 1 && cell[1] != "" && cell[1] !~ / / && second[1] != "T{" && second[1] != "") {
				rows++
				if (!index(shown, "\n " cell[1] " " second[1] " ")) print FILENAME ": " cell[1] " " second[1]
			}
		}
		END { if (!rows) print FILENAME ": no table with rows" }
	' - "$1"
}

@test "mandoc, man and groff show the tables, row by row, and nothing is too wide" {
	for page in man/*.[157]; do
		grep -q '^\.TS' "$page" || continue
		if command -v mandoc >/dev/null; then
			mandoc -T utf8 -O width=80 "$page" | sed 's/.\x08//g' | broken_tables "$page"
		fi
		if command -v groff >/dev/null; then
			groff -t -mdoc -Tutf8 -P-c "$page" 2>&1 | sed 's/.\x08//g' | broken_tables "$page"
		fi
		# man-db reads the first line, and runs tbl only where that says so.
		if man --warnings -l /dev/null >/dev/null 2>&1; then
			MANWIDTH=80 MANROFFOPT='' LC_ALL=C.UTF-8 man --warnings -E UTF-8 -l "$page" 2>&1 | tee "$BATS_TEST_TMPDIR/shown" |
				broken_tables "$page"
			grep 'warning: ' "$BATS_TEST_TMPDIR/shown" || true
		fi
	done >"$BATS_TEST_TMPDIR/found"
	same /dev/null "$BATS_TEST_TMPDIR/found"
	command -v mandoc || command -v groff || skip 'neither mandoc nor groff'
}

@test "every program, page and example is there, with its mode whatever the umask, and nothing else is new" {
	{
		for tool in $(rows TOOLS) $(rows SCRIPTS); do echo "f 755 bin/$tool"; done
		for page in $(rows PAGES); do echo "f 644 share/man/man${page##*.}/$page"; done
		for page in $(rows PAGE_NAMES); do echo "l 777 share/man/man${page##*.}/${page%%:*}"; done
		for file in $(rows DOC_SCRIPTS); do echo "f 755 share/doc/rc-tools/examples/$file"; done
		for file in $(rows DOCS); do echo "f 644 share/doc/rc-tools/examples/$file"; done
		for file in $(rows SHARED); do echo "f 644 share/${file#*:}"; done
		for tool in $(rows TOOLS) $(rows SCRIPTS); do
			echo "l 777 share/bash-completion/completions/$tool"
			echo "l 777 share/fish/vendor_completions.d/$tool.fish"
		done
		printf 'f 644 %s\n' bin/rc share/man/man1/rc.1 share/doc/rc-tools-old/examples
	} | sort >"$BATS_TEST_TMPDIR/wanted"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/wanted")" -gt 50 ]
	(cd "$root/usr" && find . ! -type d -printf '%y %m %P\n' | sort) | same "$BATS_TEST_TMPDIR/wanted" -
	# New folders let everybody in, an old one is as it was.
	[ "$(find "$root/usr" -type d ! -perm 755 -printf '%m %P\n')" = '775 share/man/man1' ]
	# The page of each command, by its name.
	for tool in "$root"/usr/bin/*; do
		tool=${tool##*/}
		[ "$tool" = rc ] || grep -q "^\.Nm $tool\( ,\)*\$" "$root/usr/share/man/man1/$tool.1" || { echo "no page tells of $tool"; return 1; }
	done
}

@test "what is installed runs, without the folder that it was built in" {
	PATH=$root/usr/bin:/usr/bin:/bin
	[ "$(command -v rc-parse)" = "$root/usr/bin/rc-parse" ]
	examples=$root/usr/share/doc/rc-tools/examples
	cd "$BATS_TEST_TMPDIR"
	rc-parse "$examples/people.txt" "$examples/journal.txt" | rc-due -d 2026-11-21 >table
	[ "$(wc -l <table)" -gt 20 ]
	due2org <table | grep -q '^\* TODO '
	rc-draft -1 -t "$examples/templates.de.txt" <table | rc-read | grep -q '^    Hallo '
}

@test "install again changes nothing, and uninstall leaves what was there before" {
	cp -a "$root" "$BATS_TEST_TMPDIR/root"
	copy=$BATS_TEST_TMPDIR/root
	made make install DESTDIR="$copy" PREFIX=/usr
	listing "$copy" | same "$BATS_FILE_TMPDIR/after" -
	made make uninstall DESTDIR="$copy" PREFIX=/usr
	# Folders for everybody's files stay; there is nothing of ours in them, and none is called rc-tools.
	(cd "$copy" && find . -type d -empty) | sed 's/^\.//' | while read -r folder; do
		case $folder in
		*rc-tools*) echo "$folder is left" && false ;;
		*) rmdir "$copy$folder" ;;
		esac
	done
	(cd "$copy" && find . -depth -type d -empty -delete)
	listing "$copy" | same "$BATS_FILE_TMPDIR/before" -
	# Once more is no fault, nor is a folder in which a user has put something.
	mkdir -p "$copy/usr/share/doc/rc-tools/examples"
	echo mine >"$copy/usr/share/doc/rc-tools/examples/people.txt.mine"
	made make uninstall DESTDIR="$copy" PREFIX=/usr
	[ "$(cat "$copy/usr/share/doc/rc-tools/examples/people.txt.mine")" = mine ]
}

@test "other makes and shells install and uninstall the same" {
	to=$BATS_TEST_TMPDIR/"to 'it"
	mkdir "$BATS_TEST_TMPDIR/shell"
	ln -s "$(command -v busybox)" "$BATS_TEST_TMPDIR/shell/sh"
	(cd "$root/usr" && find bin share ! -type d ! -name rc ! -name rc.1 ! -path '*-old/*' -printf '%y %m %p %l\n' | sort) >"$BATS_TEST_TMPDIR/wanted"
	for way in bmake 'make SHELL=/bin/dash' "make SHELL=$BATS_TEST_TMPDIR/shell/sh" "make INSTALL=install\ -p"; do
		command -v "${way%% *}" >/dev/null || continue
		case $way in */dash) [ -x /bin/dash ] || continue ;; */shell/sh) command -v busybox >/dev/null || continue ;; esac
		eval "made $way install PREFIX=\"\$to\""
		(cd "$to" && find . ! -type d -printf '%y %m %P %l\n' | sort) | same "$BATS_TEST_TMPDIR/wanted" -
		eval "made $way uninstall PREFIX=\"\$to\""
		[ -z "$(find "$to" ! -type d -o -name rc-tools)" ]
		rm -r "$to"
	done
	# PREFIX and DESTDIR may come from the environment as well.
	made env DESTDIR="$to" PREFIX=/opt/x make install
	(cd "$to/opt/x" && find . ! -type d -printf '%y %m %P %l\n' | sort) | same "$BATS_TEST_TMPDIR/wanted" -
}

@test "a step that fails ends make with its failure, and the next run mends what is half done" {
	to=$BATS_TEST_TMPDIR/to
	mkdir -p "$to/share/man"
	# A file where a folder is to be.
	: >"$to/share/man/man5"
	run made make install PREFIX="$to"
	[ "$status" -ne 0 ]
	rm "$to/share/man/man5"
	made make install PREFIX="$to"
	[ "$(find "$to" ! -type d | wc -l)" -eq "$(find "$root" ! -type d ! -name rc ! -name rc.1 ! -path '*-old/*' | wc -l)" ]
	# A folder where a file is: install and rm refuse.
	rm "$to/bin/rc-log"
	mkdir -p "$to/bin/rc-log/rc-log"
	run made make install PREFIX="$to"
	[ "$status" -ne 0 ]
	run made make uninstall PREFIX="$to"
	[ "$status" -ne 0 ]
	for failing in false 'sh -c "exit 1"'; do
		run made make INSTALL="$failing" install PREFIX="$to"
		[ "$status" -ne 0 ]
	done
}

@test "a release has the same bytes from here, from another clone, from itself, by anybody and at any time" {
	command -v git >/dev/null && tar --version | grep -q GNU || skip 'no git, or no GNU tar'
	first=$(made make -s dist)
	cp "$first" "$BATS_TEST_TMPDIR/first.tar.gz"
	cd "$BATS_TEST_TMPDIR"
	tar -xzf first.tar.gz
	cd rc-tools-*
	# No owner, one day, three kinds of modes, all below one folder; no product, no copy of an editor.
	tar -tvzf ../first.tar.gz --numeric-owner | awk '{ print $1, $2, $4, substr($6, 1, 9) }' | sort -u >../kinds
	[ "$(cut -d ' ' -f 1 ../kinds)" = $'-rw-r--r--\n-rwxr-xr-x\nlrwxrwxrwx' ]
	[ "$(cut -d ' ' -f 2- ../kinds | sort -u | wc -l)" -eq 1 ]
	[ "$(cut -d ' ' -f 2,4 ../kinds | sort -u)" = '0/0 rc-tools-' ]
	[ -z "$(find . -path ./build -o -name '*~' -o -name '*.o')" ]
	# From itself: with other things around, another umask, zone, locale, and hour of its files.
	touch strange.txt README.md~ tests/.x.swp
	(umask 077 && TZ=Asia/Tokyo LC_ALL=C.UTF-8 GZIP=-1 TAR_OPTIONS=--owner=7 env -u RC_BIN make -s dist) >/dev/null
	cmp build/rc-tools-*.tar.gz ../first.tar.gz
	# From a clone, whose files are newer and let nobody else in.
	rm -r build MANIFEST strange.txt README.md~ tests/.x.swp
	git -c init.defaultBranch=main init -q
	git add -Af
	git -c user.name=x -c user.email=x@example.org commit -qm x
	(umask 077 && git clone -q . ../clone)
	cd ../clone
	touch strange.txt
	env -u RC_BIN make -s dist >/dev/null
	cmp build/rc-tools-*.tar.gz ../first.tar.gz
	# By another user, who has a folder to read and one to write.
	[ "$(id -u)" = 0 ] && command -v setpriv >/dev/null || return 0
	theirs=$(mktemp -d /tmp/rc-dist.XXXXXX)
	tar -xzf ../first.tar.gz -C "$theirs"
	chown -R 65534:65534 "$theirs"
	(cd "$theirs"/rc-tools-* && setpriv --reuid 65534 --regid 65534 --clear-groups env -u RC_BIN make -s dist >/dev/null) &&
		cmp "$theirs"/rc-tools-*/build/rc-tools-*.tar.gz ../first.tar.gz || { rm -rf "$theirs" && false; }
	rm -rf "$theirs"
}

@test "what is in a release builds, and works as what is here does" {
	first=$(made make -s dist)
	cd "$BATS_TEST_TMPDIR"
	tar -xzf "$first"
	cd rc-tools-*
	env -u MAKEFLAGS -u MAKELEVEL make -s CFLAGS=-O1 LDFLAGS='' CPPFLAGS='' build/rc-parse 3>&-
	build/rc-parse examples/people.txt examples/journal.txt >"$BATS_TEST_TMPDIR/theirs"
	rc-parse examples/people.txt examples/journal.txt | same - "$BATS_TEST_TMPDIR/theirs"
	if sees_hardening; then sh tests/hardened build/rc-parse; fi
	# Without git and without MANIFEST nobody knows what the project is.
	rm MANIFEST
	run make dist
	[ "$status" -ne 0 ]
	[[ $output == *'no .git and no MANIFEST here'* ]]
}

# Whether it is known here what hardens a program, and how to see it. $why says why not.
sees_hardening() {
	why='no readelf'
	command -v readelf >/dev/null || return 1
	why='the compilers of this system are not known here'
	case $(uname -sm) in 'Linux x86_64' | 'Linux aarch64') ;; *) return 1 ;; esac
}

@test "the tools are hardened where the compiler can, and those that are installed are the same" {
	sees_hardening || skip "$why"
	[ "$(readelf -sW "$RC_BIN/rc-parse" | grep -c __asan_init)" -eq 0 ] || skip 'built with sanitizers'
	for tool in rc-parse rc-due rc-balance rc-draft; do
		sh tests/hardened "$RC_BIN/$tool"
		cmp "$RC_BIN/$tool" "$root/usr/bin/$tool"
	done
	# And where it is told not to, it is seen.
	cc -O1 -fno-stack-protector -no-pie -Wl,-z,norelro -Wl,-z,lazy -Wl,-z,execstack -o "$BATS_TEST_TMPDIR/soft" -x c - <<<'int main(void) { return 0; }'
	run -1 sh tests/hardened "$BATS_TEST_TMPDIR/soft"
	[ "${#lines[@]}" -eq 5 ]
}

@test "flags that the compiler refuses, or the user has set, are left to it, and none are tried where none are wanted" {
	cat >"$BATS_TEST_TMPDIR/cc" <<-'END'
		#!/bin/sh
		case " $* " in *" -fcf-protection "* | *" -pie "*) exit 1 ;; esac
		exec cc "$@"
	END
	chmod +x "$BATS_TEST_TMPDIR/cc"
	probed() {
		env -u MAKEFLAGS -u MAKELEVEL make -s B="$BATS_TEST_TMPDIR/b" "$@" "$BATS_TEST_TMPDIR/b/hardening" >/dev/null
		cat "$BATS_TEST_TMPDIR/b/hardening"
		rm -r "$BATS_TEST_TMPDIR/b"
	}
	probed CC=cc CFLAGS='' CPPFLAGS='' LDFLAGS='' >"$BATS_TEST_TMPDIR/all"
	probed CC="$BATS_TEST_TMPDIR/cc" CFLAGS='' CPPFLAGS='' LDFLAGS='' >"$BATS_TEST_TMPDIR/some"
	grep -vx -e -fcf-protection -e -pie "$BATS_TEST_TMPDIR/all" | same - "$BATS_TEST_TMPDIR/some"
	[ -z "$(probed HARDEN=)" ]
	[ -z "$(probed CC=false)" ]
	# Their own setting of the same macro is not set twice.
	[ "$(probed CPPFLAGS=-D_FORTIFY_SOURCE=1 | grep -c 'SOURCE=[23]')" -eq 0 ]
}
