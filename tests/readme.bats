#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# README.md tells the truth: its session is run, and what it shows is compared to the letter.

load helper

setup() {
	cd "$BATS_TEST_DIRNAME/.." || return 1
	PATH=$PATH:$PWD/examples
}

@test "the session in README.md gives what README.md shows" {
	# shellcheck disable=SC2016 # the backquotes are Markdown's
	sed -n '/^```console$/,/^```$/p' README.md >"$BATS_TEST_TMPDIR/shown"
	[ "$(grep -c '^\$ ' "$BATS_TEST_TMPDIR/shown")" -ge 5 ]
	sh tests/run-console README.md >"$BATS_TEST_TMPDIR/found"
	diff -u "$BATS_TEST_TMPDIR/shown" "$BATS_TEST_TMPDIR/found"
}

@test "the text on one screen in README.md is without a slip" {
	sed -n '/^    # people.txt/,/^    # journal.txt/p' README.md |
		sed -e 's/^    //' -e 's/  \{3,\}[a-z].*$//' >"$BATS_TEST_TMPDIR/people.txt"
	sed -n '/^    # journal.txt/,/^    met called/p' README.md |
		sed -e '/^    met called/d' -e 's/^    //' -e 's/  \{3,\}[a-z].*$//' >"$BATS_TEST_TMPDIR/journal.txt"
	printf '@bob\n@eve\n' >>"$BATS_TEST_TMPDIR/people.txt"
	rc-parse -c "$BATS_TEST_TMPDIR/people.txt" "$BATS_TEST_TMPDIR/journal.txt" 2>"$BATS_TEST_TMPDIR/err"
	[ "$(grep -c '^[0-9]' "$BATS_TEST_TMPDIR/journal.txt")" -ge 4 ]
	[ ! -s "$BATS_TEST_TMPDIR/err" ]
}
