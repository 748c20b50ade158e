#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# What rc-tools(7) says under SECURITY of what is around the tools, tried: security.bats has the rest.
# Hostile words are to stay as they are, in formats, too; and `capture` sets out, err and status.
# shellcheck disable=SC1003,SC2016,SC2059,SC2094,SC2154

load helper
load security

@test "A mark of direction" {
	marks='\330\234 \342\200\216 \342\200\217 \342\200\250 \342\200\256 \342\201\246 \342\201\251'
	all=$(printf %b "${marks// /}")
	printf '@ada Ada%s evil\n  tier: A\n  topic: bees%s\n2026-11-01 promised @ada paper by 2026-11-05: x%sy\n' "$all" "$all" "$all" >people.txt
	for mark in $marks; do
		printf '2026-11-01 mett @ada: x%by\n2026-11-02 met @ad%ba\n2026-11-03 kept @ada other: x%by\n' "$mark" "$mark" "$mark"
	done >journal.txt
	rc-parse people.txt journal.txt >table 2>messages || [ $? -eq 1 ]
	grep -qF "$all" table
	is_text table
	is_straight messages
	[ "$(wc -l <messages)" -eq 14 ]
	run -1 grep '; write: ' messages
	# No reader is misled by it, of what is shown to be read.
	rc-due -d 2026-11-21 table >due 2>messages
	is_straight messages
	rc-draft due >drafts
	for shown in 'rc-show due' 'rc-read drafts' 'rc-who ada' 'rc-who evil' 'rc-year table' 'rc-words -l kept\ @' 'rc-words ids'; do
		eval "$shown" >shown 2>messages || [ $? -eq 1 ]
		grep -q . shown messages
		is_straight shown
		is_straight messages
	done
}

@test "A table" {
	printf '@ada Ada\n2026-11-01 promised @ada paper by 2026-11-05\n2026-11-02 gave @ada intro\n' | rc-parse >good
	last=$(tail -n 1 good)
	printf '%s\n' "$last"$'\t' "${last%$'\t'*}" "${last/ada/a$'\033[2J'a}" "${last/ada/a$'\302\233'a}" "${last/ada/a$'\377'a}" "${last/ada/a\\x1b}" \
		"${last/ada/a\\}" "${last/ada/a$'\r'}" >rows
	for tool in tsv2csv tsv2json; do
		"$tool" good >wanted
		capture "$tool" <(cat good rows)
		[ "$status" -eq 1 ]
		same wanted "$out"
		is_straight "$err"
		[ "$(grep -c ': error: ' "$err")" -eq 8 ]
	done
}

@test "The name of a file" {
	# Whether there is one, or not: what is said and written of it all is text, and no line of it is the name's own.
	for name in $'no\033[31m' $'no\302\23331m' $'no\342\200\256x' $'no\nerror: x'; do
		for command in rc-show rc-read rc-year rc-match tsv2csv people2vcf vcf2people mail2journal; do
			$command "$name" || :
			! echo broken >"$name" || $command "$name" || :
			rm -f "$name"
		done
	done >written 2>said </dev/null
	is_straight said
	[ "$(wc -l <said)" -gt 50 ]
	run -1 grep '^error: x' said
	tr -d '\r' <written >lines
	is_straight lines
	# What looks like an option, an assignment of awk, or a command is a name.
	for name in ./-x a=b '$(touch ran)' '`touch ran`' ';touch ran' '|touch ran' '%s%n' '*'; do
		printf '@ada Ada\n2026-11-01 promised @ada paper by 2026-11-05\n' >"$name"
		rc-parse "$name" >table
		mv table "$name"
		for command in rc-show rc-year rc-match tsv2csv tsv2json; do
			capture "$command" "$name"
			[ "$status" -eq 0 ]
			grep -q ada "$out" || [ "$command" = rc-match ]
		done
	done
	[ ! -e ran ]
}

@test "A cell" {
	while IFS= read -r text; do
		printf '@ada Ada\n  note: %s\n' "$text" | rc-parse -H -o text | tail -n 1 | { echo text && cat; } | tsv2csv | tail -n 1 >found
		[[ $(cat found) == "'"* || $(cat found) == "\"'"* ]] || { cat found; return 1; }
	done <<-'END'
		=HYPERLINK("http://example.org","x")
		=cmd|' /C calc'!A0
		+1+cmd|' /C calc'!A0
		-2+3
		@SUM(1+1)*cmd
		＝1+1
	END
}

@test "A task" {
	printf '%s\n' '@ada Ada' '2026-11-01 promised @ada paper by 2026-11-05: [shell("touch ran")] %"\ +x @y due:2030-01-01 [[elisp:(x)]] <2030-01-01> \nEND:VTODO\nBEGIN:VALARM' >text
	due_of text >due
	[ "$(wc -l <due)" -eq 2 ]
	[ "$(due2ics due | grep -c '^BEGIN:\|^END:')" -eq 4 ]
	[ "$(due2remind due | wc -l)" -eq 1 ]
	run -1 bash -c 'due2remind due | grep "\[shell"'
	[ "$(due2todotxt due | tr ' ' '\n' | grep -c '^[+@].\|^due:.')" -eq 2 ]
	[ "$(due2org due | grep -c '^\*\|DEADLINE')" -eq 2 ]
	run -1 bash -c 'due2org due | grep -F "[[elisp"'
	[ "$(due2task due | grep -c '"uuid"')" -eq 1 ]
	[ ! -e ran ]
}

@test "A word for the shell" {
	mkdir here
	cd here
	word='$(touch ran) `touch ran` ";touch ran;" '"';touch ran;'"' & touch ran | touch ran > ran \'
	printf '@ada %s\n  tier: A\n  email: ada@example.org\n  note: %s\n  topic: %s\n  greet: %s\n' "$word" "$word" "$word" "${word:0:40}" >people.txt
	printf '2026-11-01 promised @ada paper by 2026-11-05: %s\n2026-11-02 @ada asked tea: %s\n' "$word" "$word" >journal.txt
	capture rc-log "met @ada: $word"
	[ "$status" -eq 0 ]
	[ "$(tail -n 1 journal.txt)" = "2026-11-21 met @ada: $word" ]
	rc-parse people.txt journal.txt >../table
	rc-due -d 2026-11-21 ../table >../due
	rc-draft ../due >../drafts
	rc-draft -m ../due >../mbox
	for command in 'rc-balance ../table' 'rc-show ../due' 'rc-read ../drafts' 'rc-who ada' 'rc-who touch' 'rc-year ../table' 'rc-match ../table' 'rc-words ids' 'rc-words -l met\ @' \
		'people2vcf people.txt' 'people2vcf -a people.txt' 'due2ics ../due' 'due2remind ../due' 'due2todotxt ../due' 'due2task ../due' 'due2org ../due' 'tsv2csv ../due' \
		'tsv2json ../due' 'mail2journal ../mbox'; do
		eval "capture $command"
		[ "$status" -le 1 ] || { echo "$command"; cat "$err"; return 1; }
	done
	people2vcf people.txt | vcf2people >../back
	[ "$(find . -type f | wc -l)" -eq 2 ]
}

@test "Disk and memory" {
	# What lies between is nobody else's, and is gone after.
	mkdir tmp bin
	printf '#!/bin/sh\nls -ld "$TMPDIR"/*/ >>seen\nexec "%s/rc-parse" "$@"\n' "$RC_BIN" >bin/rc-parse
	chmod 755 bin/rc-parse
	printf '@ada Ada\n  email: ada@example.org\n' >people.txt
	umask 000
	PATH=$PWD/bin:$PATH TMPDIR=$PWD/tmp people2vcf people.txt >cards
	PATH=$PWD/bin:$PATH TMPDIR=$PWD/tmp vcf2people cards >/dev/null
	grep -q ^drwx------ seen
	run -1 grep -v ^drwx------ seen
	[ -z "$(ls tmp)" ]
}
