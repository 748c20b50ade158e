#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# The four tools together, on the examples, as a person would use them.
#
# shellcheck disable=SC2154,SC2016 # capture sets out, err and status; what stands between single quotes is for another shell

load helper

setup() {
	cd "$BATS_TEST_DIRNAME/../examples" || return 1
	table=$BATS_TEST_TMPDIR/table due=$BATS_TEST_TMPDIR/due
	rc-parse people.txt journal.txt >"$table"
	rc-due -d 2026-11-21 "$table" >"$due"
}

# Print a column of a table by its name: column NAME FILE.
column() {
	awk -F'\t' -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) c = i; next } { print $c }' "$2"
}

@test "the examples are without a slip" {
	capture rc-parse -c people.txt journal.txt
	[ "$status" -eq 0 ]
	[ ! -s "$out" ] && [ ! -s "$err" ]
}

@test "the examples use every verb, every key and every directive, and show all twenty-three reasons" {
	column verb "$table" | sort -u >"$BATS_TEST_TMPDIR/used"
	{
		sed -n 's/^    {WORD("\([a-z]*\)").*/\1/p' ../src/base/verbs.c
		sed -n 's/^\tFIELD([A-Z]*, "[a-z]*", "\([a-z]*\)", .*/\1/p; s/^\tFIELD([A-Z]*, "\([a-z]*\)", write.*/\1/p' ../src/base/fields.h
		sed -n 's/^    \[TIER_[A-Z]*\] = WORD("\([a-z]*\)").*/\1/p' ../src/base/rules.c
	} | sort -u >"$BATS_TEST_TMPDIR/known"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/known")" -ge 30 ]
	comm -13 "$BATS_TEST_TMPDIR/used" "$BATS_TEST_TMPDIR/known" >"$BATS_TEST_TMPDIR/unused"
	same /dev/null "$BATS_TEST_TMPDIR/unused"
	[ "$(column reason "$due" | sort -u | wc -l)" -eq 23 ]
}

@test "the whole chain says nothing on standard error, and drafts every row that there is something to send for" {
	cat people.txt journal.txt | rc-parse 2>"$BATS_TEST_TMPDIR/1" | rc-due -d 2026-11-21 2>"$BATS_TEST_TMPDIR/2" |
		rc-draft -d 2026-11-21 >"$BATS_TEST_TMPDIR/drafts" 2>"$BATS_TEST_TMPDIR/3"
	cat "$BATS_TEST_TMPDIR"/[12] | same /dev/null -
	# But that two of them get something else beside a request.
	sed 's/.*\(@[a-z]*\) goes out beside another.*/\1/' "$BATS_TEST_TMPDIR/3" | same <(printf '@agnes\n@hugh\n') -
	awk -F'\t' 'NR > 1 && !($7 == "meeting" && $2 > 0) { print $3, $7 }' "$due" >"$BATS_TEST_TMPDIR/wanted"
	awk -F'\t' 'NR > 1 { print $1, $3 }' "$BATS_TEST_TMPDIR/drafts" | same "$BATS_TEST_TMPDIR/wanted" -
	[ "$(awk -F'\t' '$6 == "" || $7 == ""' "$BATS_TEST_TMPDIR/drafts" | wc -l)" -eq 0 ]
}

@test "an mbox has a message for every row with an e-mail address, and the others are named" {
	capture rc-draft -m -d 2026-11-21 -f 'Robin <robin@example.org>' "$due"
	[ "$status" -eq 0 ]
	with=$(awk -F'\t' 'NR > 1 && $17 ~ /@/ && !($7 == "meeting" && $2 > 0)' "$due" | wc -l)
	without=$(awk -F'\t' 'NR > 1 && $17 !~ /@/ && !($7 == "meeting" && $2 > 0)' "$due" | wc -l)
	[ "$with" -gt 0 ] && [ "$without" -gt 0 ]
	[ "$(grep -c '^From ' "$out")" -eq "$with" ]
	[ "$(grep -c 'no message to @' "$err")" -eq "$without" ]
}

@test "the templates in another language draft the same rows" {
	capture rc-draft -d 2026-11-21 -t templates.de.txt "$due"
	[ "$status" -eq 0 ] && [ "$(grep -vc 'goes out beside another' "$err")" -eq 0 ]
	rc-draft -d 2026-11-21 "$due" 2>/dev/null | cut -f 1-5,9 | same - <(cut -f 1-5,9 "$out")
	grep -q '21\. November\|November 2026' "$out"
	# And they have every section that is built in, and more where the language tells formal words from others.
	[ -z "$(comm -23 <(rc-draft -p | grep '^\[[a-z]' | LC_ALL=C sort) <(grep '^\[[a-z]' templates.de.txt | LC_ALL=C sort))" ]
}

@test "tables pass through sort, grep, awk and cat on their way" {
	sort -r "$table" | rc-due -d 2026-11-21 | same "$due" -
	cat "$table" "$table" | awk 'NR == 1 || !seen[$0]++' | rc-due -d 2026-11-21 | same "$due" -
	grep -v '	noted	' "$table" | rc-balance -d 2026-11-21 | same <(rc-balance -d 2026-11-21 "$table") -
}

@test "a file may have any name that is text, and the tools after rc-parse tell of it" {
	cd "$BATS_TEST_TMPDIR"
	name='jé :7\.txt'
	printf '2026-11-20 kept @ada x\n' >"$name"
	capture bash -o pipefail -c 'rc-parse "$1" | rc-due -d 2026-11-21' - "$name"
	[ "$status" -eq 0 ]
	printf '%s\n' "jé :7\\.txt:1: warning: kept 'x' closes nothing with @ada; open is: nothing" |
		same - "$err"
}

@test "the demonstration runs, and shows what it says" {
	capture sh "$BATS_TEST_DIRNAME/demo" "$RC_BIN"
	[ "$status" -eq 0 ] && [ ! -s "$err" ]
	grep -q '^due  *who  *reason  *object  *why$' "$out"
	grep -q '^goodwill_pct  *[0-9]* *50$' "$out"
	grep -q '^    Subject: ' "$out"
	grep -q '^Entries$' "$out"
}
