#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-due: what it makes of people and journal. The cases themselves stand in due/, a file for each reason or rule; run-cases says
# how they are written. A case more is a few lines there, and nothing here.
# shellcheck disable=SC2030,SC2031,SC2154 # capture sets out, err, status, for the test at hand

load helper

# cases NAME: run those of due/NAME.cases.
cases() {
	sh "$BATS_TEST_DIRNAME/run-cases" rc-due "$BATS_TEST_DIRNAME/due/$1.cases"
}

# Class 1.

@test "my promises are shown until they are kept, declined, dropped, or freed by them" {
	cases promise
}

@test "their asks are shown until they are answered, or my promise stands in their place" {
	cases answer
}

@test "their messages and asks wait for a word of mine" {
	cases reply
}

@test "what they gave or kept calls for thanks" {
	cases thanks
}

@test "a no calls for a kind word" {
	cases gracious
}

@test "what was only said to guarded people is to be written down" {
	cases document
}

# Class 2.

@test "birthdays and days to mark come every year, and are kept up belatedly" {
	cases days
}

@test "news of theirs call for a word" {
	cases news
}

@test "a busy time that is over calls for a word" {
	cases season
}

@test "appointments are shown ahead, and afterwards until they are logged" {
	cases meeting
}

# Class 3.

@test "what they owe me is waited for, with patience" {
	cases waiting
}

@test "wishes are shown until I ask, or they offer" {
	cases wish
}

@test "a wish is an ask, a soft ask or to be held, each reason for it at its edge" {
	cases standing
}

# Class 4.

@test "of gifts, check-ins and drift the one that is due first is shown" {
	cases upkeep
}

@test "drift is a rhythm that is lost" {
	cases drift
}

@test "upkeep rests in a pause, in busy times, before an appointment, unanswered, and beside other rows" {
	cases rest
}

# The table.

@test "every rule and every tier does what it says" {
	cases rules
}

@test "a row says who it is about, how to reach them, and what for" {
	cases columns
}

@test "rows stand in one order, whatever that of the input" {
	cases order
}

@test "-d says from which day, -w how far ahead" {
	cases window
}

@test "a day past 9999 that comes of adding gives no row" {
	cases far
}

@test "the header names eighteen columns" {
	capture rc-due -d 2026-11-21 </dev/null
	[ "$status" -eq 0 ]
	tr '\t' '\n' <"$out" | same <(printf '%s\n' due over_days who name tier status reason object why text last pct greet via to \
		topic hours source) -
}

@test "every reason is shown in its class, in every wording" {
	golden reasons due.full rc-due -d 2026-11-21 parse.tsv
	cut -f 7 "$BATS_TEST_DIRNAME/golden/reasons/due.full.tsv" | tail -n +2 | sort -u | same <(printf '%s\n' anniversary answer ask \
		ask-soft birthday checkin document drift give gracious hold meeting news promise reply season thanks waiting) -
}

# Messages.

@test "what lies ahead, and what closes nothing, is warned of" {
	cases warnings
}

@test "of two values for one thing the first by source holds, and the error names both" {
	cases clashes
}

@test "a faulty row is named at its source, or else where it stands, and the others count" {
	cases faulty
}

@test "what a message takes from the table cannot drive a terminal" {
	capture rc-due -d 2026-11-21 < <(printf 'entry\t2026-11-01\ta\tme\tkept\tx\x1b[2J\xe2\x80\xae\t\t\t\t\t\tj\x07\\n:1\n')
	[ "$status" -eq 0 ]
	# shellcheck disable=SC1003 # a backslash is meant
	printf '%s\n' "rc-due: j\\x07\\x0a:1: warning: kept 'x\\x1b[2J\\xe2\\x80\\xae' closes nothing with @a; open is: nothing" |
		same - "$err"
}

@test "up to 100 warnings are shown, then a count, and the rows are all there" {
	awk 'BEGIN {
		print "2026-11-01 promised @a paper by 2026-11-10"
		for (i = 0; i < 60; i++) print "2026-11-02 kept @a slides\n2026-11-22 wrote @a"
	}' >"$BATS_TEST_TMPDIR/journal"
	rc-parse "$BATS_TEST_TMPDIR/journal" >"$BATS_TEST_TMPDIR/table"
	capture rc-due -d 2026-11-21 "$BATS_TEST_TMPDIR/table"
	[ "$status" -eq 0 ]
	[ "$(wc -l <"$out")" -eq 2 ]
	[ "$(wc -l <"$err")" -eq 101 ]
	tail -n 1 "$err" | same <(echo 'rc-due: 20 more not shown (errors: 0, warnings: 120)') -
}

@test "errors that are not shown make the status 1 all the same" {
	awk -v OFS='\t' 'BEGIN {
		for (i = 0; i < 100; i++) print "entry", "2026-11-22", "a", "me", "wrote", "", "", "", "", "", "", "j:1"
		print "note", "", "a", "", "", "", "", "", "", "", "", "j:2"
	}' >"$BATS_TEST_TMPDIR/table"
	capture rc-due -d 2026-11-21 "$BATS_TEST_TMPDIR/table"
	[ "$status" -eq 1 ]
	tail -n 1 "$err" | same <(echo 'rc-due: 1 more not shown (errors: 1, warnings: 100)') -
}

# Options.

# refuses TEXT ARG ...: wrong usage is one line, nothing is read or written, and the status is 2.
refuses() {
	local text=$1
	shift
	capture rc-due "$@" </dev/null
	[ "$status" -eq 2 ] && same /dev/null "$out" && same <(echo "rc-due: $text") "$err"
}

@test "-d takes a day of the calendar and nothing else" {
	for value in '' 2026-02-29 2026-11-1 11-21 --11-21 today ' 2026-11-21' 2026-11-21x 10000-01-01; do
		refuses "option -d: expected a date like 2026-11-21, found '$value'; try rc-due -h" -d "$value"
	done
	refuses 'option -d needs a value, DATE; try rc-due -h' -d
}

@test "-w takes a whole number and nothing else" {
	for value in '' -1 1.5 7d 07 100000 99999999999999999999 week; do
		refuses "option -w: expected a whole number up to 99999, found '$value'; try rc-due -h" -w "$value"
	done
	refuses 'option -w needs a value, DAYS; try rc-due -h' -w
}

@test "a value may stand in the option's word or after it, options may be drawn together, the last value counts" {
	printf '2026-11-01 promised @a x by 2026-11-22\n2026-11-01 promised @a y by 2026-11-23\n' | rc-parse >"$BATS_TEST_TMPDIR/table"
	rc-due -H -d 2026-11-21 -w 1 "$BATS_TEST_TMPDIR/table" >"$BATS_TEST_TMPDIR/wanted"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/wanted")" -eq 1 ]
	for options in '-Hd2026-11-21 -w1' '-Hw1 -d2026-11-21' '-w 5 -H -d 2020-01-01 -d 2026-11-21 -w 1 --'; do
		# shellcheck disable=SC2086 # some are several words
		capture rc-due $options "$BATS_TEST_TMPDIR/table"
		[ "$status" -eq 0 ]
		same "$BATS_TEST_TMPDIR/wanted" "$out"
	done
}

# The cases.

@test "every file of cases is run" {
	for file in "$BATS_TEST_DIRNAME"/due/*.cases; do
		grep -qx "	cases $(basename "$file" .cases)" "$BATS_TEST_FILENAME"
	done
}

@test "a case that comes out otherwise fails, and is shown by its title" {
	cat >"$BATS_TEST_TMPDIR/wrong.cases" <<'END'
columns: who reason due

# this one is right
2026-11-01 promised @a paper by 2026-11-10
---
a promise 2026-11-10

# another day
2026-11-01 promised @a paper by 2026-11-10
---
a promise 2026-11-11

# a row too many
2026-11-01 promised @a paper by 2026-11-10
---

# a row too few
---
a promise 2026-11-10

# a message too many
2026-11-01 kept @a paper
---

# a message too few
---
! rc-due: nothing

# another status
---
= 1
END
	run -1 sh "$BATS_TEST_DIRNAME/run-cases" rc-due "$BATS_TEST_TMPDIR/wrong.cases"
	printf '%s\n' "${lines[@]}" | grep '^ # ' | same <(printf ' # %s\n' 'another day' 'a row too many' 'a row too few' \
		'a message too many' 'a message too few' 'another status') -
	[[ $output == *'-a promise 2026-11-11'*'+a promise 2026-11-10'* ]]
	echo '# a case without its rows' >"$BATS_TEST_TMPDIR/wrong.cases"
	run -2 sh "$BATS_TEST_DIRNAME/run-cases" rc-due "$BATS_TEST_TMPDIR/wrong.cases"
	run -2 sh "$BATS_TEST_DIRNAME/run-cases" rc-due /dev/null
	run -2 sh "$BATS_TEST_DIRNAME/run-cases" rc-due "$BATS_TEST_TMPDIR/none.cases"
}
