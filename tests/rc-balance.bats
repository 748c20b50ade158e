#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-balance: the ledger, the standing, the summary. The cases themselves stand in balance/, as those of rc-due do in due/.
# shellcheck disable=SC2030,SC2031,SC2154 # capture sets out, err, status, for the test at hand

load helper

# cases NAME ...: run those of balance/NAME.cases.
cases() {
	local files=("${@/#/$BATS_TEST_DIRNAME/balance/}")
	sh "$BATS_TEST_DIRNAME/run-cases" rc-balance "${files[@]/%/.cases}"
}

@test "everybody has a row, most owed first: days, entries, gifts and minutes of either side, and how asks and promises ended" {
	# The days to a reply are the median over what I answered; -b and -e bound what is counted, and nothing else.
	cases people counts outcomes replies window
}

@test "whether I may ask is said with every reason, and every pattern holds, each from its edge on" {
	cases standing pattern
}

@test "-s sums up the network, closed people in or out as each line has it" {
	cases summary
}

@test "the header names thirty-three columns" {
	capture rc-balance -d 2026-11-21 </dev/null
	[ "$status" -eq 0 ]
	tr '\t' '\n' <"$out" | same <(printf '%s\n' who name tier status tags days out in gave gave_min got got_min net_min asked \
		granted declined they_asked helped refused kept late dropped open reply_days last last_out last_in last_give last_ask ask \
		ask_from why pattern) -
}

@test "the header of -s names three columns, and -H leaves it out" {
	capture rc-balance -s -d 2026-11-21 </dev/null
	[ "$status" -eq 0 ]
	head -n 1 "$out" | same <(printf 'metric\tvalue\ttarget\n') -
	tail -n +2 "$out" >"$BATS_TEST_TMPDIR/wanted"
	for options in -Hs -sH '-H -s'; do
		# shellcheck disable=SC2086 # one is two words
		capture rc-balance $options -d 2026-11-21 </dev/null
		[ "$status" -eq 0 ]
		same "$BATS_TEST_TMPDIR/wanted" "$out"
	done
}

# refuses TEXT ARG ...: wrong usage is one line, nothing is read or written, and the status is 2.
refuses() {
	local text=$1
	shift
	capture rc-balance "$@" </dev/null
	[ "$status" -eq 2 ] && [ ! -s "$out" ] && holds "$err" "rc-balance: $text"$'\n'
}

@test "-d takes a day of the calendar, -b and -e a day, a month or a year, and nothing else" {
	for value in '' 2026-02-29 2026-11-1 11-21 today 10000-01-01 2026-11 2026; do
		refuses "option -d: expected a date like 2026-11-21, found '$value'; try rc-balance -h" -d "$value"
	done
	for option in b e; do
		for value in '' 2026-02-29 2026-11-1 11-21 today 10000-01-01 2026-13 2026-00 2026-1 2026- 2026/11 2026-11- 0000 0000-01 202 20261 \
			--11; do
			refuses "option -$option: expected a date like 2026-11-21, a month like 2026-11 or a year like 2026, found '$value'; try rc-balance -h" \
				"-$option" "$value"
		done
	done
	for option in b e d; do
		refuses "option -$option needs a value, DATE; try rc-balance -h" "-$option"
	done
	refuses "unknown option '-w'; try rc-balance -h" -w 7
}

@test "large sums are whole" {
	awk 'BEGIN {
		for (i = 1; i <= 5000; i++) print "2026-11-01 gave @a x 10000h\n2026-11-01 @b gave x 10000h"
		print "2026-11-02 thanked @b"
	}' | rc-parse >"$BATS_TEST_TMPDIR/table"
	capture rc-balance -H -d 2026-11-21 "$BATS_TEST_TMPDIR/table"
	[ "$status" -eq 0 ]
	cut -f 1,9-13 "$out" | same <(printf '%s\t%s\t%s\t%s\t%s\t%s\n' b 0 0 5000 3000000000 -3000000000 a 5000 3000000000 0 0 3000000000) -
	rc-balance -s -d 2026-11-21 "$BATS_TEST_TMPDIR/table" | grep _min | same <(printf '%s\t3000000000\t\n' gave_min got_min) -
}

@test "every file of cases is run" {
	sed -n 's/^	cases //p' "$BATS_TEST_FILENAME" | tr ' ' '\n' | sort |
		same <(cd "$BATS_TEST_DIRNAME/balance" && printf '%s\n' *.cases | sed 's/\.cases$//' | sort) -
}
