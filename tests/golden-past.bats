#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-due and rc-balance on whole networks: golden/CASE/parse.tsv gives due.tsv, balance.tsv and summary.tsv, where they are there.
# due.tsv lacks the column why, whose wording is free; due.full.tsv has it, with due.full.err and due.full.status beside it.
# shellcheck disable=SC2154 # capture sets out, err, status

load helper

# cases_with FILE: the golden cases that hold it.
cases_with() {
	local name
	for name in $(golden_cases); do
		[ ! -e "$BATS_TEST_DIRNAME/golden/$name/$1" ] || echo "$name"
	done
}

# compare FILE FUNCTION: of each case that holds FILE, compare it with what FUNCTION makes of the table on standard input.
# Fails where any differs, and where there is no case at all.
compare() {
	local dir name got count=0 differ=0
	for name in $(cases_with "$1"); do
		dir=$BATS_TEST_DIRNAME/golden/$name got=0
		"$2" <"$dir/parse.tsv" >"$BATS_TEST_TMPDIR/$name.$1" 2>"$BATS_TEST_TMPDIR/err" || got=$?
		[ "$got" -eq 0 ] || {
			echo "$dir: $1: status $got, expected 0"
			differ=1
		}
		same "$dir/$1" "$BATS_TEST_TMPDIR/$name.$1" || differ=1
		count=$((count + 1))
	done
	[ "$count" -gt 0 ] && [ "$differ" -eq 0 ]
}

due_without_why() {
	rc-due -d 2026-11-21 >"$BATS_TEST_TMPDIR/with" && awk -F '\t' -v OFS='\t' 'NR > 1 { $9 = "" } { print }' "$BATS_TEST_TMPDIR/with"
}

balance() {
	rc-balance -d 2026-11-21
}

summary() {
	rc-balance -s -d 2026-11-21
}

@test "rc-due gives the golden tables, but for the wording of why" {
	compare due.tsv due_without_why
}

@test "why is never empty in the golden tables" {
	for name in $(cases_with due.tsv); do
		rc-due -H -d 2026-11-21 "$BATS_TEST_DIRNAME/golden/$name/parse.tsv" >"$BATS_TEST_TMPDIR/due"
		awk -F '\t' '$9 == "" { exit 1 }' "$BATS_TEST_TMPDIR/due"
	done
}

@test "rc-balance gives the golden ledgers" {
	compare balance.tsv balance
}

@test "rc-balance -s gives the golden summaries" {
	compare summary.tsv summary
}

@test "rc-due says what it says in the golden tables, messages, and status" {
	local name differ=0
	[ -n "$(cases_with due.full.tsv)" ]
	for name in $(cases_with due.full.tsv); do
		golden "$name" due.full rc-due -d 2026-11-21 parse.tsv || differ=1
	done
	[ "$differ" -eq 0 ]
}
