# SPDX-License-Identifier: ISC
# shellcheck shell=bash
#
# What the tests of SECURITY share: those of the tools, and those of what is around them.

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	examples=$BATS_TEST_DIRNAME/../examples
	PATH=$examples:$PATH
	export RC_TODAY=2026-11-21
	touch empty
}

# No control character but tab and line feed in a file: neither as a byte nor in UTF-8; nor a byte that is no UTF-8.
is_text() {
	tr -d '\n\t -~\200-\377' <"$1" | cmp empty - && run -1 grep -a $'\302[\200-\237]' "$1" &&
		iconv -f UTF-8 -t UTF-16 "$1" >/dev/null
}

# The same, and no mark that turns the direction of writing, or ends a line.
is_straight() {
	is_text "$1" && run -1 grep -aE $'\342\200[\216\217\250-\256]|\342\201[\246-\251]|\330\234' "$1"
}

# due_of FILE: what is due by a text.
due_of() { rc-parse "$@" 2>/dev/null | rc-due -d 2026-11-21 2>/dev/null; }
