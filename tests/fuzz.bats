#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# The properties that hold of any input (fuzz/targets.c), of all inputs that the suite has, and of those that the fuzzer found. Here
# they are looked at without a fuzzer, in one program that holds the four tools; `make fuzz` looks for inputs that break them.

load helper

# replay TARGET [suite]: the inputs that are kept for a target, with what the suite has as text, too.
replay() {
	local said=$BATS_TEST_TMPDIR/said
	[ -x "$RC_BIN/inside/replay" ] || skip 'the tools are not built into one program: make check does that'
	if [ $# -eq 1 ]; then
		rm -rf "$BATS_TEST_TMPDIR/inputs"
		mkdir "$BATS_TEST_TMPDIR/inputs"
		cp "$BATS_TEST_DIRNAME"/fuzz/*."$1".inputs "$BATS_TEST_TMPDIR/inputs"
	else
		sh "$BATS_TEST_DIRNAME/fuzz/seeds" "$RC_BIN" "$BATS_TEST_TMPDIR/inputs" "$1" lists
	fi
	if ! find "$BATS_TEST_TMPDIR/inputs" -type f -exec "$RC_BIN/inside/replay" "$1" {} + >"$said" 2>&1; then
		cat "$said"
		return 1
	fi
	awk -v target="$1:" '$1 != target { exit 1 } { n += $2 } END { if (n < 50) exit 1 }' "$said"
}

@test "people and journal: the table is accepted, messages have places, remedies are good" { replay text suite; }

@test "lines that are nearly entries: remedies are good" { replay remedy suite; }

@test "any table: the order of rows, and pieces of reading, make no difference; drafts are a table, and their gaps are counted" {
	replay due
	replay balance
	replay draft
}

@test "messages have the headers that they should have, and no other" { replay mail; }

@test "any file of templates: it is faulty as a whole, or its drafts are good" { replay template suite; }

@test "inputs are files, or lines with escapes" {
	[ -x "$RC_BIN/inside/replay" ] || skip 'the tools are not built into one program: make check does that'
	printf '@ada: Ada\n2026-11-12 metg @ada\n' >"$BATS_TEST_TMPDIR/good"
	run -0 "$RC_BIN/inside/replay" text "$BATS_TEST_TMPDIR/good"
	[ "$output" = 'text: 1 inputs' ]
	run -2 "$RC_BIN/inside/replay" nothing "$BATS_TEST_TMPDIR/good"
	[ "$output" = 'replay: no target nothing' ]
	printf '@ada\\n\\x00\\\\\n# a remark\nx\\ty\n' >"$BATS_TEST_TMPDIR/two.inputs"
	run -0 "$RC_BIN/inside/replay" text "$BATS_TEST_TMPDIR/two.inputs"
	[ "$output" = 'text: 2 inputs' ]
	mkdir "$BATS_TEST_TMPDIR/x"
	"$RC_BIN/inside/replay" -x "$BATS_TEST_TMPDIR/x" "$BATS_TEST_TMPDIR/two.inputs"
	# shellcheck disable=SC1003 # a backslash before a quote is a backslash
	printf '@ada\n\0\\' | same - "$BATS_TEST_TMPDIR/x/two.inputs-1"
	"$RC_BIN/inside/replay" -w "$BATS_TEST_TMPDIR"/x/* | same <(sed 2d "$BATS_TEST_TMPDIR/two.inputs") -
}
