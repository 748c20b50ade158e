#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-who and rc-year: what is known of one person, and of a year with everybody.
# shellcheck disable=SC2154 # capture sets out, err, status

load helper

setup() {
	PATH=$(cd "$BATS_TEST_DIRNAME/../examples" && pwd):$PATH
	export PATH RC_TODAY=2026-11-21
	unset RC_DIR COLUMNS
	cd "$BATS_TEST_TMPDIR" || return 1
	fixtures=$BATS_TEST_DIRNAME/rc-who
	examples=$BATS_TEST_DIRNAME/../examples
}

# section TITLE: the lines of a section of $out.
section() {
	awk -v title="$1" '/^[A-Z]/ { on = $0 == title; next } on && NF' "$out"
}

@test "all of one person: the whole page" {
	capture rc-who -p "$fixtures/people.txt" -j "$fixtures/journal.txt" @ada
	[ "$status" -eq 0 ]
	same "$fixtures/ada" "$out"
	# With or without the @, from RC_DIR, from the folder.
	RC_DIR=$fixtures rc-who ada 2>/dev/null | same "$fixtures/ada" -
	(cd "$fixtures" && rc-who ada 2>/dev/null) | same "$fixtures/ada" -
	rc-who -p "$fixtures/people.txt" -j - ada <"$fixtures/journal.txt" 2>/dev/null | same "$fixtures/ada" -
}

@test "somebody of whom there is nothing but a line, and somebody whom only the journal knows" {
	printf '@bob Bob\n@cy\n' >people.txt
	capture rc-who bob
	[ "$status" -eq 0 ]
	[ "$(head -n 1 "$out")" = '@bob Bob' ]
	[ "$(grep -c '^[A-Z]' "$out")" -eq 1 ]
	section Standing | grep -qx '  may I ask   no: passing,unproven,cold,dormant'
	rc-who cy | head -n 1 | same <(echo @cy) -
	printf '2026-11-01 met @dee\n' >journal.txt
	capture rc-who dee
	[ "$status" -eq 0 ]
	[ "$(head -n 1 "$out")" = '@dee' ]
	section Entries | grep -q 'met'
}

@test "ids are texts: 7, 007 and 7.0 are three people" {
	printf '@7 Bond\n  note: licence to kill\n@007 Mallory\n@7.0 Third\n' >people.txt
	printf '2026-11-01 noted @7: SECRET\n2026-11-02 promised @007 report\n' >journal.txt
	capture rc-who 007
	[ "$status" -eq 0 ]
	[ "$(head -n 1 "$out")" = '@007 Mallory' ]
	grep -q report "$out"
	run -1 grep -E 'licence|SECRET|Bond|Third' "$out"
}

@test "nobody has the id: the nearest is named, or who bears that name" {
	printf '@tom Tom Baker\n@lena Lena Berg\n@ben Ben Lind\xe2\x80\xaeevil\n' >people.txt
	for half in half.0 half.1; do mkdir -p "$half" && cp people.txt "$half"; done
	unknown() { rc-who -p "$BATS_TEST_TMPDIR/people.txt" "$1" 2>&1; }
	each_case unknown <<-'EOF'
		tmo       | rc-who: no @ line declares @tmo: did you mean @tom? + status 1
		@lenna    | rc-who: no @ line declares @lenna: did you mean @lena? + status 1
		Berg      | rc-who: no @ line declares @Berg: did you mean @lena (Lena Berg)? + status 1
		lind      | rc-who: no @ line declares @lind: did you mean @ben (Ben Lindevil)? + status 1
		be        | rc-who: no @ line declares @be: did you mean @lena (Lena Berg), @ben (Ben Lindevil)? + status 1
		bne       | rc-who: no @ line declares @bne: did you mean @ben? + status 1
		nobody    | rc-who: no @ line declares @nobody + status 1
		%s.*      | rc-who: expected an id after '@', which starts with a letter or a digit, found '%s.*' + status 1
	EOF
}

@test "what is open is shown even where rc-due keeps quiet about it" {
	cat >people.txt <<-'EOF'
		rule fade 10d
		rule unanswered 1
		@ada Ada
		  status: closed
		  busy: 2026-11-01..2026-12-01
	EOF
	cat >journal.txt <<-'EOF'
		2025-01-10 asked @ada intro: to the mill
		2025-01-11 @ada asked review: chapter one
		2025-01-12 promised @ada paper
		2025-01-13 @ada promised data by 2025-02-01
		2025-01-14 want @ada quote
		2025-01-15 promised @ada poem
		2025-02-15 kept @ada poem
		2026-11-20 wrote @ada
	EOF
	capture rc-who ada
	[ -z "$(section Due)" ]
	[ "$(section Open | awk '{ print $2 }' | sort | tr '\n' ' ')" = 'data intro paper quote review ' ]
}

@test "the running balance ends at the net_min of rc-balance, for everybody in the examples" {
	rc-parse "$examples/people.txt" "$examples/journal.txt" | rc-balance -d "$RC_TODAY" -H -o who,net_min >balance
	[ "$(wc -l <balance)" -gt 20 ]
	while IFS=$'\t' read -r who net; do
		case $who in joao | ruth | gordon | ελένη | noam | greta) ;; *) continue ;; esac
		capture rc-who -p "$examples/people.txt" -j "$examples/journal.txt" -n 0 "$who"
		[ "$status" -eq 0 ]
		# Numbers stand at the right of their column. What lies ahead has no balance.
		section Entries >entries
		awk -v today="$RC_TODAY" '
			NR == 1 { at = index($0, "balance") + 6 }
			NR > 1 && $1 <= today { n = split(substr($0, 1, at), part, " "); last = part[n] }
			END { print last + 0 }' entries >last
		[ "$(cat last)" = "$net" ] || { echo "$who: $(cat last), not $net"; cat "$out"; return 1; }
	done <balance
}

@test "-n says how many entries, and they are in the order of time, whatever that of the lines" {
	printf '@ada Ada\n' >people.txt
	printf '2026-11-03 met @ada: three\n2026-11-01 met @ada: one\n2026-11-02 met @ada: two\n' >journal.txt
	printf '2026-11-03 wrote @ada: four\n2026-11-02 gave @ada x 10m: two and a half\n' >>journal.txt
	texts() { capture rc-who "$@" ada && section Entries | tail -n +2 | sed 's/.*  //' | tr '\n' ','; }
	[ "$(texts)" = 'one,two,two and a half,three,four,' ]
	[ "$(texts -n 0)" = 'one,two,two and a half,three,four,' ]
	[ "$(texts -n 2)" = 'three,four,' ]
}

@test "nothing that a terminal would obey gets through, and escapes are undone" {
	printf '@ada Ada \xe2\x80\xaeevil\n  note: C:\\new\\table \xe2\x81\xa6x\n' >people.txt
	printf '2026-11-03 met @ada: a\xe2\x80\x8fb\n' >journal.txt
	capture rc-who ada
	grep -qF 'C:\new\table \xe2\x81\xa6x' "$out"
	grep -qF '@ada Ada \xe2\x80\xaeevil' "$out"
	grep -qF 'a\xe2\x80\x8fb' "$out"
	run ! grep -q '[^ -~]' "$out"
}

@test "slips in the files are named, and the person is shown all the same" {
	printf '@ada Ada\n' >people.txt
	printf '2026-11-03 met @ada: fine\n2026-11-31 met @ada\n' >journal.txt
	capture rc-who ada
	[ "$status" -eq 1 ]
	grep -q '^\./journal.txt:2:1: error: ' "$err"
	section Entries | grep -q fine
}

@test "wrong usage, missing files, a full disk" {
	printf '@ada Ada\n' >people.txt
	for arguments in '' 'ada bob' '-x ada' '-n x ada' '-n' '-d 2026-02-30 ada' '-d x ada' @; do
		# shellcheck disable=SC2086 # several words are meant
		capture rc-who $arguments
		[ "$status" -eq 2 ]
		[ "$(wc -l <"$err")" -eq 1 ]
		[ ! -s "$out" ]
	done
	capture rc-who -p none.txt ada
	[ "$status" -eq 2 ]
	capture rc-who -j none.txt ada
	[ "$status" -eq 2 ]
	rc-who -h >usage
	rc-who --help | same usage -
	[ -c /dev/full ] || skip 'no /dev/full'
	run -2 bash -c 'rc-who ada >/dev/full 2>&1'
}

@test "a year: days of contact by month, the sum below, the busiest first" {
	rc-parse "$fixtures/people.txt" "$fixtures/journal.txt" >table
	capture rc-year table
	[ "$status" -eq 0 ]
	same /dev/null "$err"
	same "$fixtures/year" "$out"
	{ head -n 1 table && tail -n +2 table | sort -r; } | rc-year | same "$fixtures/year" -
}

@test "a year: the days are those of rc-balance" {
	rc-parse "$examples/people.txt" "$examples/journal.txt" >table
	rc-balance -d "$RC_TODAY" -b 2025-12 -e 2026-11 -H -o who,days table 2>/dev/null | tr '\t' ' ' | sort >wanted
	rc-year table | tail -n +3 | awk '$1 != "all" { print $1, $14 }' | sort | same wanted -
	rc-year -n 24 table | head -n 1 | same <(echo 'Days in touch, 2024-12 to 2026-11') -
	rc-year -n 1 -d 2026-01-31 table | head -n 1 | same <(echo 'Days in touch, 2026-01 to 2026-01') -
	rc-balance -d "$RC_TODAY" -b 2024-12 -e 2026-11 -H -o who,days table 2>/dev/null | tr '\t' ' ' | sort >wanted
	rc-year -n 24 table | tail -n +3 | awk '$1 != "all" { print $1, $26 }' | sort | same wanted -
}

@test "a year: other tables, faulty rows and wrong usage are told" {
	rc-parse "$fixtures/people.txt" >table
	rc-due <table >other
	capture rc-year other
	[ "$status" -eq 1 ]
	same <(echo 'other:1: error: expected the table of rc-parse with its header, found no column record') "$err"
	[ ! -s "$out" ]
	printf 'entry\t2026-11-01\tada\nentry\t\377\tada\tboth\tmet\t\t\t\t\t\t\t\n' >>table
	capture rc-year table
	[ "$status" -eq 1 ]
	[ "$(grep -c 'error: expected' "$err")" -eq 2 ]
	[ -s "$out" ]
	capture rc-year </dev/null
	[ "$status" -eq 0 ]
	[ ! -s "$out" ]
	for arguments in -x -n '-n 0' '-n x' '-d x' none; do
		# shellcheck disable=SC2086
		capture rc-year $arguments
		[ "$status" -eq 2 ]
	done
	rc-year -h | grep -q '^usage: rc-year '
}

@test "every shell and every awk here gives the same bytes" {
	rc-parse "$examples/people.txt" "$examples/journal.txt" >table
	rc-year table >wanted
	found=0
	for other in 'sh mawk' 'sh gawk' 'sh original-awk' 'sh busybox' 'dash awk' 'busybox sh awk'; do
		shell=${other% *}
		awk=$(command -v "${other##* }") && command -v "${shell%% *}" >/dev/null || continue
		found=$((found + 1))
		mkdir -p bin
		ln -sf "$awk" bin/awk
		PATH=$PWD/bin:$PATH $shell "$examples/rc-year" table | same wanted -
		PATH=$PWD/bin:$PATH $shell "$examples/rc-who" -p "$fixtures/people.txt" -j "$fixtures/journal.txt" ada 2>/dev/null | same "$fixtures/ada" -
	done
	[ "$found" -gt 0 ]
}
