#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-match: who could be introduced to whom, and who not; and what it keeps to itself.
# shellcheck disable=SC2154 # capture sets out, err, status

load helper

setup() {
	PATH=$(cd "$BATS_TEST_DIRNAME/../examples" && pwd):$PATH
	export PATH RC_TODAY=2026-11-21
	cd "$BATS_TEST_TMPDIR" || return 1
}

# match TEXT: what rc-match says of a text where a ; ends a line: `who+with: why (strength)`.
match() {
	printf '%s\n' "$1" | tr ';' '\n' | sed 's/^[a-z]*: /  &/' | rc-parse 2>/dev/null | rc-match -H 2>&1 | awk -F '\t' '{ print $1 "+" $2 ": " $3 " (" $4 ")" }'
}

@test "topics, tags and asks meet, and each counts for itself" {
	each_case match <<-'EOF'
		@a A;topic: bees;@b B;topic: bees                                    | a+b: both care about bees (2)
		@b B;topic: bees;@a A;topic: bees                                    | a+b: both care about bees (2)
		@a A;topic: Her father's Bees;@b B;topic: a bee, and moss            | a+b: both care about bee (2)
		@a A;topic: cast iron;@b B;topic: old cast iron                      | a+b: both care about cast; both care about iron (4)
		@a A;tags: chess lab;@b B;tag: #chess                                | a+b: both are tagged chess (1)
		@a A;tags: chess;@b B;topic: chess                                   | a+b: both care about chess (2)
		@a A;topic: C++;@b B;topic: C++                                      | a+b: both care about c++ (2)
		@a A;topic: Go;@b B;topic: go                                        | a+b: both care about go (2)
		@a A;topic: wie Öl fließt;@b B;topic: Öl                             | a+b: both care about Öl (2)
		@a A;topic: all of this, and the other thing;@b B;topic: the thing   |
		@a A;topic: glass;@b B;topic: glas                                   |
		@a A;topic: bees;@b B;note: bees                                     |
		# Ids are texts, even those that look like the same number.
		@10 A;topic: bees;@1e1 B;topic: bees                                 | 10+1e1: both care about bees (2)
		@10 A;topic: bees;@1e1 B;topic: bees;@x C;topic: bees                | 10+1e1: both care about bees (2) + 10+x: both care about bees (2) + 1e1+x: both care about bees (2)
		2026-10-01 @b gave moulds;2026-11-01 @a asked moulds;@a A;@b B       | a+b: a asked for moulds, b gave it to me (3)
		2026-10-01 @a gave moulds;2026-11-01 @b asked moulds;@a A;@b B       | b+a: b asked for moulds, a gave it to me (3)
		2026-11-01 @b asked moulds;@a A;topic: moulds and bees;@b B          | b+a: b asked for moulds, a cares about it (3)
		2026-11-01 @b asked moulds;@a A;tags: moulds;@b B;tags: x            | b+a: b asked for moulds, a is tagged with it (3)
		# Settled, long ago, withdrawn, said no to by me, promised by me, and one that says nothing.
		2026-11-01 @b asked bees;2026-11-02 gave @b bees;@a A;topic: bees;@b B     |
		2025-11-01 @b asked bees;@a A;topic: bees;@b B                             |
		2026-11-01 @b asked bees;2026-11-02 @b dropped bees;@a A;topic: bees;@b B  |
		2026-11-01 @b asked bees;2026-11-02 declined @b bees;@a A;topic: bees;@b B | b+a: b asked for bees, a cares about it (3)
		2026-11-01 @b asked advice;2026-10-01 @a gave advice;@a A;@b B             |
		2026-12-01 @b asked bees;@a A;topic: bees;@b B                             |
	EOF
}

@test "the strongest come first, and who would be helped is in front" {
	cat >people.txt <<-'EOF'
		@ada Ada
		  topic: bees
		  tags: chess
		@bob Bob
		  topic: bees
		  topic: moss
		@cy Cy
		  topic: moss
		@dee Dee
		  tags: chess
		2026-11-01 @bob asked map
		2026-11-02 @dee kept map
	EOF
	rc-parse people.txt 2>/dev/null | rc-match >found
	printf 'who\twith\twhy\tstrength\tname\twith_name\nbob\tdee\tbob asked for map, dee gave it to me\t3\tBob\tDee\n' >wanted
	printf 'ada\tbob\tboth care about bees\t2\tAda\tBob\nbob\tcy\tboth care about moss\t2\tBob\tCy\nada\tdee\tboth are tagged chess\t1\tAda\tDee\n' >>wanted
	same wanted found
	# Whatever the order of rows.
	rc-parse people.txt 2>/dev/null >table
	{ head -n 1 table && tail -n +2 table | sort -r; } | rc-match | same wanted -
	rc-match -H table | same <(tail -n +2 wanted) -
}

@test "two who know each other are not introduced" {
	each_case match <<-'EOF'
		2026-10-01 met @a, @b;@a A;topic: bees;@b B;topic: bees                        |
		2026-10-01 gave @a, @b intro;@a A;topic: bees;@b B;topic: bees                 |
		2026-12-01 meet @a, @b;@a A;topic: bees;@b B;topic: bees                       |
		@a A;topic: bees;met: 2026-03-18 by video, through @b;@b B;topic: bees         |
		@a A;topic: bees;@b B;topic: bees;note: (@a's brother)                         |
		@a A;topic: bees;@b B;topic: bees;note: brother of @a.                         |
		@a A;topic: bees;@b B;topic: bees;knows: from the time with @a, in Bergen      |
		@a A;topic: bees;@b B;topic: bees;knows: from the time with @ab                | a+b: both care about bees (2)
		@a Ada Berg;topic: bees;@b B;topic: bees;job: 2019-01-01 at Berg, for Ada Berg |
		@a Ada Berg;topic: bees;@b B;topic: bees;met: 2019-01-01 at a lunch of Ada's   |
		2026-10-01 gave @b intro: to Ada, about bees;@a Ada Berg;topic: bees;@b B;topic: bees        |
		@a A;topic: bees;@b B;topic: bees;note: has a dog                              | a+b: both care about bees (2)
		2026-10-01 @b gave lunch: with @a;@a A;topic: bees;@b B;topic: bees            |
		2026-10-01 met @a;2026-10-01 met @b;@a A;topic: bees;@b B;topic: bees          | a+b: both care about bees (2)
	EOF
}

@test "people who are guarded, closed, paused, busy, unwilling or difficult are left in peace" {
	each_case match <<-'EOF'
		@a A;topic: bees;status: active;@b B;topic: bees                          | a+b: both care about bees (2)
		@a A;topic: bees;status: guarded;@b B;topic: bees                         |
		@a A;topic: bees;@b B;topic: bees;status: closed                          |
		@a A;topic: bees;@b B;topic: bees;pause: 2026-11-22                       |
		@a A;topic: bees;@b B;topic: bees;pause: 2026-11-21                       | a+b: both care about bees (2)
		@a A;topic: bees;@b B;topic: bees;busy: 2026-11-01..2026-11-21            |
		@a A;topic: bees;@b B;topic: bees;busy: 2026-11-01..2026-11-20            | a+b: both care about bees (2)
		@a A;topic: bees;@b B;topic: bees;busy: 11-01..12-01                      |
		@a A;topic: bees;@b B;topic: bees;busy: 11-01..02-01                      |
		@a A;topic: bees;@b B;topic: bees;busy: 12-01..02-01                      | a+b: both care about bees (2)
		2026-10-01 @a declined intro;@a A;topic: bees;@b B;topic: bees            |
		2026-10-01 @a dropped introductions;@a A;topic: bees;@b B;topic: bees     |
		2026-01-01 @a asked x;2026-01-02 @a asked x;2026-01-03 @a asked x;2026-01-04 @a asked x;@a A;topic: bees;@b B;topic: bees |
		2026-01-01 @a asked x;2026-01-02 @a asked x;2026-01-03 @a asked x;@a A;topic: bees;@b B;topic: bees                       | a+b: both care about bees (2)
		# Who is in the journal and nowhere else is nobody to introduce.
		2026-11-01 @a asked bees;@b B;topic: bees                                 |
	EOF
}

@test "a word that more than twenty share says nothing, also among thousands of people" {
	for ((n = 1; n <= 21; n++)); do printf '@p%02d\n  tags: work\n  topic: t%d\n' $n $((n % 11)); done >people.txt
	rc-parse people.txt | rc-match -H >found
	[ "$(wc -l <found)" -eq 10 ]
	run ! grep -q work found
	awk 'BEGIN { for (i = 0; i < 20000; i++) printf "@p%d\n  tags: work\n  topic: word%d x%d\n", i, i % 9000, i }' | rc-parse >table
	[ "$(rc-match -H table | wc -l)" -eq 13000 ]
}

@test "nothing private gets out: no note, no text, no field but topics' words, tags and names" {
	cat >people.txt <<-'EOF'
		@ada Ada Lovelace
		  topic: bees
		  tags: lab
		  note: SECRET one
		  email: SECRET@example.org
		  phone: SECRET
		  greet: SECRET
		  hours: SECRET
		  knows: SECRET
		  met: 2020-01-01 SECRET
		  job: SECRET bees
		  on: 01-01 SECRET
		  signal: SECRET
		@bob Bob Brandt
		  topic: bees
		  note: SECRET bees
		2026-11-01 @ada asked bees: SECRET
		2026-11-02 noted @ada: SECRET
		2026-11-02 @bob gave bees: SECRET
		2026-11-03 @ada had layoff: SECRET
	EOF
	rc-parse people.txt | rc-match >found
	[ "$(wc -l <found)" -eq 2 ]
	run ! grep -qi 'secret\|layoff' found
}

@test "other tables, faulty rows and wrong usage are told; the rest is worked out" {
	printf '@a A\n  topic: bees\n@b B\n  topic: bees\n' | rc-parse >table
	rc-balance table >other
	capture rc-match other
	[ "$status" -eq 1 ]
	same <(echo 'other:1: error: expected the table of rc-parse with its header, found no column record') "$err"
	{ cat table && printf 'entry\t2026-11-01\ta\nperson\t\tc\t\ttopic\t\t\t\t\t\tbees \033[31m\t\n' && cat table; } >faulty
	capture rc-match faulty
	[ "$status" -eq 1 ]
	[ "$(grep -c '^faulty:[67]: error: expected' "$err")" -eq 2 ]
	[ "$(wc -l <"$out")" -eq 2 ]
	capture rc-match none table
	[ "$status" -eq 2 ]
	[ "$(wc -l <"$out")" -eq 2 ]
	capture rc-match </dev/null
	[ "$status" -eq 0 ]
	[ "$(wc -l <"$out")" -eq 1 ]
	for arguments in -x -d '-d tomorrow'; do
		# shellcheck disable=SC2086 # several words are meant
		capture rc-match $arguments
		[ "$status" -eq 2 ]
		[ "$(wc -l <"$err")" -eq 1 ]
	done
	rc-match -h >usage
	rc-match --help | same usage -
	grep -q '^usage: rc-match ' usage
	[ -c /dev/full ] || skip 'no /dev/full'
	run -2 bash -c 'rc-match table >/dev/full 2>&1'
}

@test "every shell and every awk here gives the same bytes" {
	examples=$BATS_TEST_DIRNAME/../examples
	rc-parse "$examples/people.txt" "$examples/journal.txt" >table
	printf '@z1 Z\n  topic: bees, of cast iron\n@z2 Ż\n  topic: C++\n@z3\n  topic: c++\n2026-11-01 @z1 asked scour\n' | rc-parse -H 2>/dev/null >>table
	rc-match table >wanted
	[ "$(wc -l <wanted)" -gt 5 ]
	found=0
	for other in 'sh mawk' 'sh gawk' 'sh original-awk' 'sh busybox' 'dash awk' 'busybox sh awk'; do
		shell=${other% *}
		awk=$(command -v "${other##* }") && command -v "${shell%% *}" >/dev/null || continue
		found=$((found + 1))
		mkdir -p bin
		ln -sf "$awk" bin/awk
		PATH=$PWD/bin:$PATH $shell "$examples/rc-match" table | same wanted -
	done
	[ "$found" -gt 0 ]
}

@test "what several scripts have to have is the same text in each" {
	cd "$BATS_TEST_DIRNAME/../examples"
	# part FIRST LAST SCRIPT: the lines from the one that begins so to the one that is so.
	part() {
		awk -v first="$1" -v last="$2" 'index($0, first) == 1 { on = 1 } on { print } on && $0 == last { exit }' "$3"
	}
	[ "$(part 'feed()' '}' table2 | wc -l)" -gt 8 ]
	for script in rc-show rc-year rc-match; do
		part 'feed()' '}' "$script" | same <(part 'feed()' '}' table2) -
	done
	[ "$(part "reader='" "'" rc-year | wc -l)" -gt 40 ]
	part "reader='" "'" rc-match | same <(part "reader='" "'" rc-year) -
}
