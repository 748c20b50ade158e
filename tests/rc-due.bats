#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-due: what it makes of people and journal. The cases themselves stand in due/, a file for each reason or rule; run-cases says
# how they are written. A case more is a few lines there, and nothing here.
# shellcheck disable=SC2030,SC2031,SC2154 # capture sets out, err, status, for the test at hand

load helper

# cases NAME ...: run those of due/NAME.cases.
cases() {
	local files=("${@/#/$BATS_TEST_DIRNAME/due/}")
	sh "$BATS_TEST_DIRNAME/run-cases" rc-due "${files[@]/%/.cases}"
}

@test "class 1: what I owe, by word or for what they did, is shown until it is settled; after half a year it is stale" {
	# My promises; their asks, and messages that wait for a word of mine; thanks for what they gave or kept; a kind word after a no;
	# what was only said to guarded people is to be written down.
	cases promise answer reply thanks gracious document stale
}

@test "class 2: days, news good and hard, what is ahead, a first meeting, help, a busy time call for a word at their time" {
	# Birthdays and days to mark come every year, and are kept up belatedly; after hard news comes a word when everyone else has
	# stopped; who helped hears what came of it; appointments are shown ahead, and afterwards until they are logged or called off.
	cases days news aftercare luck follow outcome season meeting
}

@test "class 3: what they owe me is waited for; a wish is an ask, a soft ask or to be held, until I ask, or they offer" {
	# Each reason for holding it is tried at its edge.
	cases waiting wish standing
}

@test "class 4: of gifts, check-ins, drift and old ties the first is shown, more rarely in vain, and not where it is to rest" {
	# Drift is a rhythm that is lost; a tie without a cadence comes back on the anniversary of its last contact; upkeep comes half as
	# often where I came in vain; it rests in a pause, in busy times, before an appointment, unanswered, and beside other rows.
	cases upkeep drift reconnect in-vain rest
}

# The table.

@test "every rule and every tier does what it says; -d says from which day, -w how far ahead; past 9999 there is nothing" {
	cases rules window far
}

@test "a row says who it is about, how to greet and to reach them, whether formally, their tags, what for, and what they told me" {
	# It counts the contacts that are mine, too; and rows stand in one order, whatever that of the input.
	cases columns greet formal tags recall out order
}

@test "what lies ahead or closes nothing is warned of; a faulty row is named at its source, and of two values the first holds" {
	# A row without a source is named where it stands, the others count, and an error about two values names both.
	cases warnings clashes faulty
}

@test "the header names twenty-three columns" {
	capture rc-due -d 2026-11-21 </dev/null
	[ "$status" -eq 0 ]
	tr '\t' '\n' <"$out" | same <(printf '%s\n' due over_days who name tier status reason object why text recall last pct greet formal \
		via to topic tags hours out rank source) -
}

@test "every reason is shown in every wording" {
	cases wordings
	# All reasons are among them.
	awk '/^# / { shown = 0 } shown && /./ { print $1 } /^---$/ { shown = 1 }' "$BATS_TEST_DIRNAME/due/wordings.cases" | sort -u |
		same <(printf '%s\n' aftercare anniversary answer ask ask-soft birthday checkin document drift follow give gracious hold luck \
			meeting news outcome promise reconnect reply season thanks waiting) -
}

# The number of a row's class: rank without what follows it.
classes_of() {
	cut -f 7,22 | awk -F '\t' '{ print int($2 / 10000000), $1 }' | sort -u
}

@test "every reason has its class, and those of class 1 have class 5 when they are stale" {
	for name in $(golden_cases); do
		rc-due -H -d 2026-11-21 "$BATS_TEST_DIRNAME/golden/$name/parse.tsv" 2>/dev/null || true
	done | classes_of | same - <(printf '%s\n' '1 answer' '1 document' '1 gracious' '1 promise' '1 reply' '1 thanks' \
		'2 aftercare' '2 anniversary' '2 birthday' '2 follow' '2 luck' '2 meeting' '2 news' '2 outcome' '2 season' \
		'3 ask' '3 ask-soft' '3 hold' '3 waiting' '4 checkin' '4 drift' '4 give' '4 reconnect' '5 answer' '5 promise')
	printf '%s\n' 'rule stale 1d' '2026-11-10 @a wrote' '2026-11-10 @b gave cake' '2026-11-09 asked @c key' \
		'2026-11-10 @c declined key' '@d' ' status: guarded' '2026-11-10 met @d' | rc-parse 2>/dev/null | rc-due -H -d 2026-11-21 |
		classes_of | same - <(printf '%s\n' '5 document' '5 gracious' '5 reply' '5 thanks')
}

# in_order: rows sorted by rank as a number, then as the contract says: due, tier (none last), who, reason, object, source.
in_order() {
	awk -F '\t' -v OFS='\t' '{
		line = $23; sub(/.*:/, "", line); file = $23; sub(/:[0-9]*$/, "", file)
		print $22, $1, $5 == "" ? "~" : $5, $3, $7, $8, file, line, $0
	}' | sort -t $'\t' -k 1,1n -k 2,7 -k 8,8n | cut -f 9-
}

@test "rows of several runs on parts of a table, sorted by rank, are the rows of one run" {
	local table=$BATS_TEST_TMPDIR/table
	# All golden cases in one table: a person's id has the case's name before it. Tiers and rules are those of none.
	for name in $(golden_cases); do
		awk -F '\t' -v OFS='\t' -v name="$name" '$1 == "entry" || $1 == "person" { $3 = name "." $3; print }' \
			"$BATS_TEST_DIRNAME/golden/$name/parse.tsv"
	done >"$BATS_TEST_TMPDIR/people"
	printf 'tier\t\t\t\tevery\tC\t\t\t\t\t2w\tp:1\nrule\t\t\t\tstale\t\t\t\t\t\t60d\tp:2\n' >"$BATS_TEST_TMPDIR/settings"
	cat "$BATS_TEST_TMPDIR/settings" "$BATS_TEST_TMPDIR/people" >"$table"
	rc-due -H -d 2026-11-21 -w 30 "$table" >"$BATS_TEST_TMPDIR/wanted" 2>/dev/null || true
	[ "$(wc -l <"$BATS_TEST_TMPDIR/wanted")" -gt 150 ]
	[ "$(classes_of <"$BATS_TEST_TMPDIR/wanted" | cut -c 1 | sort -u | wc -l)" -eq 5 ]
	# Rank rises, as a number: sorted by it alone, one run stays as it is.
	sort -t $'\t' -s -k 22,22n "$BATS_TEST_TMPDIR/wanted" | same "$BATS_TEST_TMPDIR/wanted" -
	for part in 0 1 2 3 4; do
		awk -F '\t' -v part=$part '!($3 in at) { at[$3] = n++ } at[$3] % 5 == part' "$BATS_TEST_TMPDIR/people" |
			cat "$BATS_TEST_TMPDIR/settings" - | rc-due -H -d 2026-11-21 -w 30 2>/dev/null || true
	done >"$BATS_TEST_TMPDIR/parts"
	run ! same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/parts"
	in_order <"$BATS_TEST_TMPDIR/parts" | same "$BATS_TEST_TMPDIR/wanted" -
}

# Messages.

@test "what a message takes from the table cannot drive a terminal" {
	# A newline in a name is escaped in the table; what turns the direction of writing is no control character.
	capture rc-due -d 2026-11-21 < <(printf 'entry\t2026-11-01\ta\tme\tkept\tx[2J\xe2\x80\xae\t\t\t\t\t\tj\\n\\t:1\n')
	[ "$status" -eq 0 ]
	printf '%s\n' "j\\x0a\\x09:1: warning: kept 'x[2J\\xe2\\x80\\xae' closes nothing with @a; open is: nothing" | same - "$err"
}

@test "control characters and what is no UTF-8 are errors, wherever they stand in a row" {
	# Each of them, in a row that is right but for it: the row is left out, its place named by line and column.
	for byte in '\x01' '\x07' '\x08' '\x0b' '\x0c' '\x1b' '\x1f' '\x7f' '\x80' '\xff' '\xc0' '\xed\xa0\x80' '\xc2\x85' '\xc2\x9f'; do
		printf 'entry\t2026-11-01\ta\tme\tpromised\tkey\t\t2026-11-10\t\t\tx%by\tj:1\n' "$byte" >"$BATS_TEST_TMPDIR/table"
		capture rc-due -H -d 2026-11-21 <"$BATS_TEST_TMPDIR/table"
		[ "$status" -eq 1 ]
		same /dev/null "$out"
		same <(echo "<stdin>:1:51: error: expected UTF-8 without control characters, found '${byte:0:4}'") "$err"
	done
	# At each byte of a long text.
	awk 'BEGIN {
		for (at = 1; at <= 80; at++) {
			text = sprintf("%80s", ""); gsub(/ /, "x", text)
			printf "entry\t2026-11-01\ta\tme\tpromised\tkey\t\t2026-11-10\t\t\t%s\033%s\tj:%d\n", substr(text, 1, at - 1), substr(text, at), at
		}
	}' >"$BATS_TEST_TMPDIR/table"
	capture rc-due -H -d 2026-11-21 "$BATS_TEST_TMPDIR/table"
	[ "$status" -eq 1 ]
	same /dev/null "$out"
	sed 's|.*/table:||' "$err" | same <(for at in $(seq 80); do
		printf '%s\n' "$at:$((at + 49)): error: expected UTF-8 without control characters, found '\\x1b'"
	done) -
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
	[ "$status" -eq 2 ] && [ ! -s "$out" ] && holds "$err" "rc-due: $text"$'\n'
}

@test "-d takes a day of the calendar and nothing else" {
	for value in '' 2026-02-29 2026-11-1 11-21 --11-21 today ' 2026-11-21' 2026-11-21x 10000-01-01; do
		refuses "option -d: expected a date like 2026-11-21, found '$value'; try rc-due -h" -d "$value"
	done
	refuses 'option -d needs a value, DATE; try rc-due -h' -d
}

@test "-w takes a number of days, or a span, and nothing else" {
	for value in '' -1 1.5 07 100000 99999999999999999999 week 0d 2W 1m 07d 100000d 2w1d '2 w' never; do
		refuses "option -w: expected a number of days up to 99999, or a span such as 2w or 1mo, found '$value'; try rc-due -h" -w "$value"
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
	sed -n 's/^	cases //p' "$BATS_TEST_FILENAME" | tr ' ' '\n' | sort |
		same <(cd "$BATS_TEST_DIRNAME/due" && printf '%s\n' *.cases | sed 's/\.cases$//' | sort) -
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

# a difference far below the title
2026-11-01 promised @a and @b and @c and @d and @e paper by 2026-11-10
---
a promise 2026-11-10
b promise 2026-11-10
c promise 2026-11-10
d promise 2026-11-10
e promise 2026-11-11
END
	run -1 sh "$BATS_TEST_DIRNAME/run-cases" rc-due "$BATS_TEST_TMPDIR/wrong.cases"
	printf '%s\n' "${lines[@]}" | grep '^ # ' | same <(printf ' # %s\n' 'another day' 'a row too many' 'a row too few' \
		'a message too many' 'a message too few' 'another status' 'a difference far below the title') -
	[[ $output == *'-a promise 2026-11-11'*'+a promise 2026-11-10'* ]]
	echo '# a case without its rows' >"$BATS_TEST_TMPDIR/wrong.cases"
	run -2 sh "$BATS_TEST_DIRNAME/run-cases" rc-due "$BATS_TEST_TMPDIR/wrong.cases"
	run -2 sh "$BATS_TEST_DIRNAME/run-cases" rc-due /dev/null
	run -2 sh "$BATS_TEST_DIRNAME/run-cases" rc-due "$BATS_TEST_TMPDIR/none.cases"
}
