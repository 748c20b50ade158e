#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-show: columns in line for whoever looks, at any width, and nothing that a terminal would obey.
# shellcheck disable=SC2154 # capture sets out, err, status

load helper

setup() {
	PATH=$(cd "$BATS_TEST_DIRNAME/../examples" && pwd):$PATH
	export PATH
	unset COLUMNS NO_COLOR
}

# table LINE ...: a table, printf's escapes undone, one blank between two columns.
table() {
	printf '%b\n' "$@" | tr ' ' '\t'
}

# shown ARG ...: what rc-show makes of standard input is on descriptor 5.
is_shown_as() {
	rc-show "$@" | same /dev/fd/5 -
}

# on_terminal [NAME=VALUE ...] COMMAND: as capture, of a command whose output is a terminal.
on_terminal() {
	script -qec true /dev/null </dev/null >/dev/null 2>&1 || skip 'no script(1) as util-linux has it'
	capture script -qec "$1" /dev/null </dev/null
	tr -d '\r' <"$out" >"$out.plain"
	mv "$out.plain" "$out"
}

@test "columns stand in line, numbers at their right, and no line ends in blanks" {
	table 'who minutes text by' 'ada 5 x 2026-11-21' 'grace -120 a_longer_text ' 'b  c ' >"$BATS_TEST_TMPDIR/table"
	is_shown_as <"$BATS_TEST_TMPDIR/table" 5<<-'EOF'
		who    minutes  text           by
		ada          5  x              2026-11-21
		grace     -120  a_longer_text
		b               c
	EOF
}

@test "what takes two columns, none or one is measured as a terminal does" {
	table 'name end' 'Ada |' '陳美玲 |' '森はるか |' '박민준 |' 'Zoë |' 'Zoe\xcc\x88 |' 'נועם |' 'हिन्दी |' '🎉🎉 |' '❤️ |' '👨‍👩‍👧 |' '👍🏽 |' '🇩🇪 |' 'ｗ |' 'ก็ |' '‌a |' \
		>"$BATS_TEST_TMPDIR/table"
	is_shown_as <"$BATS_TEST_TMPDIR/table" 5<<-'EOF'
		name      end
		Ada       |
		陳美玲    |
		森はるか  |
		박민준    |
		Zoë       |
		Zoë       |
		נועם      |
		हिन्दी     |
		🎉🎉      |
		❤️        |
		👨‍👩‍👧        |
		👍🏽        |
		🇩🇪        |
		ｗ        |
		ก็         |
		‌a         |
	EOF
}

@test "at every edge of its tables, what Unicode has is measured as they say" {
	python3 -c 'import unicodedata' 2>/dev/null || skip 'no python3'
	python3 - >"$BATS_TEST_TMPDIR/table" 2>"$BATS_TEST_TMPDIR/widths" <<-'EOF'
		import sys, unicodedata as u
		print("character\tend", flush=True)
		before, was = "\u00a0", 1
		for code in range(0xa0, 0x40000):
		    c = chr(code)
		    if u.category(c) in ("Cn", "Co", "Cs", "Cf") or 0x1f3fb <= code <= 0x1f3ff or c in "\u2028\u2029":
		        continue
		    none = u.category(c) in ("Mn", "Me") or 0x1160 <= code <= 0x11ff or 0xd7b0 <= code <= 0xd7ff
		    width = 0 if none else 2 if u.east_asian_width(c) in "WF" else 1
		    for one, its in ((before, was), (c, width)) if width != was else ((c, width),) if code % 97 == 0 else ():
		        sys.stdout.buffer.write((one + "\t|\n").encode())
		        print(its, file=sys.stderr)
		    before, was = c, width
	EOF
	rc-show <"$BATS_TEST_TMPDIR/table" | tail -n +2 | python3 -c '
import sys
for line in sys.stdin.buffer:
    print(11 - line.decode()[1:].count(" "))' >"$BATS_TEST_TMPDIR/found"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/found")" -gt 2000 ]
	# A newer Python knows some characters that the table does not know yet, an older one fewer.
	[ "$(diff "$BATS_TEST_TMPDIR/widths" "$BATS_TEST_TMPDIR/found" | grep -c '^>')" -lt 50 ]
}

@test "controls, escapes of terminals, marks of direction and bytes that are no text are shown as bytes" {
	all=$(for ((c = 1; c < 32; c++)); do [ $c -eq 9 ] || [ $c -eq 10 ] || printf '\\x%02x' $c; done)
	printf '%b' "a\tb\n$all\x7f\t.\n" >"$BATS_TEST_TMPDIR/table"
	printf '%b' '\xc2\x85\xc2\x9b\xd8\x9c\xe2\x80\x8e\xe2\x80\x8f\xe2\x80\xaa\xe2\x80\xae\xe2\x81\xa6\xe2\x81\xa9\xe2\x80\xa8\t.\n' >>"$BATS_TEST_TMPDIR/table"
	printf '%b' '\xff\xc3\xe2\x82\xed\xa0\x80\xc0\xaf\xf5\x80\t.\n\x00\t.\n' >>"$BATS_TEST_TMPDIR/table"
	capture rc-show "$BATS_TEST_TMPDIR/table"
	[ "$status" -eq 0 ]
	same /dev/null "$err"
	run ! grep -q '[^ -~]' "$out"
	for shown in '\x02\x02\x03' '\x1b\x1c' '\x0d' '\x7f' '\xc2\x85\xc2\x9b\xd8\x9c\xe2\x80\x8e' '\xe2\x80\xae\xe2\x81\xa6' '\xff\xc3\xe2\x82\xed\xa0\x80\xc0\xaf\xf5\x80'; do
		grep -qF -- "$shown" "$out" || { echo "not there: $shown"; cat "$out"; return 1; }
	done
	# On a terminal, too, and in the names of columns.
	printf 'a\033[31m\tb\nx\033]0;title\007\t1\n' >"$BATS_TEST_TMPDIR/table"
	TERM=xterm NO_COLOR=1 on_terminal "rc-show $BATS_TEST_TMPDIR/table"
	run ! grep -q '[^ -~]' "$out"
	grep -qF 'a\x1b[31m' "$out"
}

@test "the escapes of a table are undone, and a line stays a line" {
	printf 'text\tend\nC:\\\\new\\\\table\t.\na\\nb\\tc\\rd\t.\nodd \\x\t.\nlast\\\t.\n' >"$BATS_TEST_TMPDIR/table"
	is_shown_as <"$BATS_TEST_TMPDIR/table" 5<<-'EOF'
		text          end
		C:\new\table  .
		a b c d       .
		odd \x        .
		last\         .
	EOF
}

@test "-o chooses columns and their order, as in the tools" {
	table 'due who reason' '2026-11-21 ada reply' >"$BATS_TEST_TMPDIR/table"
	is_shown_as -o reason,who <"$BATS_TEST_TMPDIR/table" 5<<-'EOF'
		reason  who
		reply   ada
	EOF
	is_shown_as -H -o who <"$BATS_TEST_TMPDIR/table" 5<<<ada
	misused() { printf 'due\twho\treason\n' | rc-show -o "$1" 2>&1; }
	each_case misused <<-'EOF'
		whoo         | rc-show: option -o: expected a column of the table, found 'whoo': did you mean 'who'? + status 2
		raeson       | rc-show: option -o: expected a column of the table, found 'raeson': did you mean 'reason'? + status 2
		who,who      | rc-show: option -o: expected each column once, found 'who' again + status 2
		name         | rc-show: option -o: expected a column of the table, found 'name' + status 2
		who,         | rc-show: option -o: expected a column of the table, found '' + status 2
		a\x1b[31m    | rc-show: option -o: expected a column of the table, found 'a\x1b[31m' + status 2
	EOF
}

@test "the tables of all four tools can be shown, and several files are one table" {
	cd "$BATS_TEST_DIRNAME/.."
	rc-parse examples/people.txt examples/journal.txt >"$BATS_TEST_TMPDIR/parse"
	rc-due -d 2026-11-21 "$BATS_TEST_TMPDIR/parse" >"$BATS_TEST_TMPDIR/due"
	rc-balance -d 2026-11-21 "$BATS_TEST_TMPDIR/parse" >"$BATS_TEST_TMPDIR/balance"
	rc-draft -d 2026-11-21 "$BATS_TEST_TMPDIR/due" >"$BATS_TEST_TMPDIR/draft" 2>/dev/null
	for name in parse due balance draft; do
		rc-show "$BATS_TEST_TMPDIR/$name" >"$BATS_TEST_TMPDIR/shown"
		[ "$(wc -l <"$BATS_TEST_TMPDIR/shown")" -eq "$(wc -l <"$BATS_TEST_TMPDIR/$name")" ]
	done
	# The header again, and a last line without its line feed, are no rows and lose none.
	printf 'a\tb\n1\t2' >"$BATS_TEST_TMPDIR/one"
	printf 'a\tb\n3\t4\n' >"$BATS_TEST_TMPDIR/two"
	is_shown_as "$BATS_TEST_TMPDIR/one" - <"$BATS_TEST_TMPDIR/two" 5<<-'EOF'
		a  b
		1  2
		3  4
	EOF
}

@test "a faulty row is named and counted, and costs no other; so is a file that is not there" {
	printf 'a\tb\n1\t2\n1\n3\t4\n1\t2\t3\n' >"$BATS_TEST_TMPDIR/table"
	capture rc-show - "$BATS_TEST_TMPDIR/none" "$BATS_TEST_TMPDIR" <"$BATS_TEST_TMPDIR/table"
	[ "$status" -eq 2 ]
	same - "$out" <<-'EOF'
		a  b
		1  2
		3  4
	EOF
	same - "$err" <<-EOF
		rc-show: cannot read $BATS_TEST_TMPDIR/none
		rc-show: cannot read $BATS_TEST_TMPDIR
		<stdin>:3: error: expected 2 columns, found 1
		<stdin>:5: error: expected 2 columns, found 3
		rc-show: rows left out: 2
	EOF
	capture rc-show "$BATS_TEST_TMPDIR/table"
	[ "$status" -eq 1 ]
	{ echo a$'\t'b; yes | head -n 150; } | capture rc-show
	[ "$(wc -l <"$err")" -eq 102 ]
	grep -qx 'rc-show: 50 more not shown' "$err"
	printf 'a\n\nx\n' | rc-show | same <(printf 'a\n\nx\n') -
	capture rc-show </dev/null
	[ "$status" -eq 0 ]
	[ ! -s "$out" ]
}

@test "a width cuts each line there, between characters, with an ellipsis" {
	table 'who text' 'ada 0123456789' 'b 陳美玲陳美玲' 'c short' >"$BATS_TEST_TMPDIR/table"
	is_shown_as -w 10 <"$BATS_TEST_TMPDIR/table" 5<<-'EOF'
		who  text
		ada  0123…
		b    陳美…
		c    short
	EOF
	is_shown_as -w 9 <"$BATS_TEST_TMPDIR/table" 5<<-'EOF'
		who  text
		ada  012…
		b    陳 …
		c    sho…
	EOF
	is_shown_as -w 4 <"$BATS_TEST_TMPDIR/table" 5<<-'EOF'
		who…
		ada…
		b  …
		c  …
	EOF
	for ((width = 1; width < 16; width++)); do
		rc-show -w $width "$BATS_TEST_TMPDIR/table" >"$BATS_TEST_TMPDIR/cut"
		run ! grep -q "^.\{$((width + 1))\}" <(sed -e 's/陳\|美\|玲/##/g' -e 's/…/#/g' "$BATS_TEST_TMPDIR/cut")
	done
}

@test "on a terminal the lines are cut to its width, and nowhere else" {
	{ printf 'who\ttext\nada\tx'; printf '%0200d\n' 0; } >"$BATS_TEST_TMPDIR/table"
	COLUMNS=30 TERM=dumb on_terminal "rc-show -o text,who $BATS_TEST_TMPDIR/table"
	same - "$out" <<-'EOF'
		text                         …
		x0000000000000000000000000000…
	EOF
	TERM=dumb on_terminal "stty cols 20; rc-show $BATS_TEST_TMPDIR/table"
	same - "$out" <<-'EOF'
		who  text
		ada  x0000000000000…
	EOF
	TERM=dumb on_terminal "rc-show -w 0 $BATS_TEST_TMPDIR/table"
	[ "$(wc -c <"$out")" -gt 200 ]
	COLUMNS=30 capture rc-show "$BATS_TEST_TMPDIR/table"
	[ "$(wc -c <"$out")" -gt 200 ]
}

@test "colours are for a terminal that has them, and for nobody who wants none" {
	table 'who over_days ask' 'ada 3 no' 'bob -3 yes' >"$BATS_TEST_TMPDIR/table"
	TERM=xterm on_terminal "rc-show $BATS_TEST_TMPDIR/table"
	printf '\033[1mwho\033[0m  \033[1mover_days\033[0m  \033[1mask\033[0m\nada          \033[31m3\033[0m  \033[31mno\033[0m\nbob         -3  \033[32myes\033[0m\n' |
		same - "$out"
	for plain in 'TERM=xterm NO_COLOR=1' 'TERM=dumb' 'TERM='; do
		on_terminal "env $plain rc-show $BATS_TEST_TMPDIR/table"
		run ! grep -q $'\033' "$out"
		grep -q '^ada          3  no$' "$out"
	done
	TERM=xterm capture rc-show "$BATS_TEST_TMPDIR/table"
	run ! grep -q $'\033' "$out"
}

@test "every shell and every awk here gives the same bytes" {
	printf 'who\tn\ttext\nada\t1\tC:\\\\new é 陳\342\200\256\n\xff\t-2\t❤️ 👍🏽 x\n%s\t\t%s\n' "$(printf '%0300d' 1)" 'ü' >"$BATS_TEST_TMPDIR/table"
	rc-show "$BATS_TEST_TMPDIR/table" >"$BATS_TEST_TMPDIR/wanted"
	rc-show -w 40 "$BATS_TEST_TMPDIR/table" >>"$BATS_TEST_TMPDIR/wanted"
	script=$(command -v rc-show) found=0
	for other in 'sh mawk' 'sh gawk' 'sh original-awk' 'sh busybox' 'dash awk' 'busybox sh awk'; do
		shell=${other% *}
		awk=$(command -v "${other##* }") && command -v "${shell%% *}" >/dev/null || continue
		found=$((found + 1))
		mkdir -p "$BATS_TEST_TMPDIR/bin"
		ln -sf "$awk" "$BATS_TEST_TMPDIR/bin/awk"
		{
			PATH=$BATS_TEST_TMPDIR/bin:$PATH $shell "$script" "$BATS_TEST_TMPDIR/table"
			PATH=$BATS_TEST_TMPDIR/bin:$PATH $shell "$script" -w 40 "$BATS_TEST_TMPDIR/table"
		} | same "$BATS_TEST_TMPDIR/wanted" -
	done
	[ "$found" -gt 0 ]
}

@test "the usage, wrong usage, and a full disk" {
	rc-show -h >"$BATS_TEST_TMPDIR/usage"
	rc-show --help | same "$BATS_TEST_TMPDIR/usage" -
	grep -q '^usage: rc-show ' "$BATS_TEST_TMPDIR/usage"
	for arguments in -x -o -w '-w x' '-w -1' '-o ,'; do
		# shellcheck disable=SC2086 # several words are meant
		capture rc-show $arguments <<<a
		[ "$status" -eq 2 ]
		[ "$(wc -l <"$err")" -eq 1 ]
		[ ! -s "$out" ]
	done
	[ -c /dev/full ] || skip 'no /dev/full'
	case $(readlink -f "$(command -v awk)") in *busybox) skip "BusyBox's awk does not notice" ;; esac
	run -2 bash -c 'printf "a\n1\n" | rc-show >/dev/full 2>&1'
	run -2 bash -c 'yes | head -n 100000 | rc-show >/dev/full 2>&1'
}

@test "a hundred thousand rows are shown to the last" {
	awk 'BEGIN { print "due\twho\tname\twhy"; for (i = 0; i < 100000; i++) printf "2026-11-21\tp%d\tJosé %d\tI promised it on 2026-06-22\n", i, i % 500 }' >"$BATS_TEST_TMPDIR/table"
	rc-show "$BATS_TEST_TMPDIR/table" | tail -n 1 | grep -q '^2026-11-21  p99999  José 499  I promised'
}

@test "the count for a prompt and the digest for cron are the lines of the manual" {
	cd "$BATS_TEST_DIRNAME/.."
	folder=$BATS_TEST_TMPDIR/people
	mkdir "$folder"
	cp examples/people.txt examples/journal.txt "$folder"
	export RC_DIR=$folder
	# What follows the words prompt: and cron: there, for the day of the examples.
	line() {
		awk -v name="$1" '/^\.\\" / { on = $2 == name ":" } on && /^\.Dl / { sub(/^\.Dl /, ""); gsub(/\\e/, "\\"); gsub(/\\&/, ""); print; exit }' man/rc-show.1
	}
	count=$(line prompt)
	[ -n "$count" ]
	shown=$(bash -c "$(printf '%s' "$count" | sed 's/rc-due /rc-due -d 2026-11-21 /')"'; printf "%s" "${PS1@P}"')
	[ "$shown" = '22 $ ' ]
	digest=$(line cron)
	[[ $digest == '0 7 * * 1-5 '* ]]
	run -0 --separate-stderr sh -c "$(printf '%s' "${digest#'0 7 * * 1-5 '}" | sed -e 's/rc-due /rc-due -d 2026-11-21 /' -e "s,~/people,$folder,")"
	[ -z "$stderr" ]
	[[ ${lines[0]} == 'due         who     reason'* ]]
	[ "${#lines[@]}" -eq 23 ]
}
