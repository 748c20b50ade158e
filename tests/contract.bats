#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# What all the tools have in common: how they read, write, fail, and answer to options. Every test goes through all of them.
# shellcheck disable=SC2154 # capture sets out, err, status

load helper

# What fails anywhere in a pipe fails the test.
set -o pipefail

tools=()
for tool in rc-parse rc-due rc-balance rc-draft; do
	[ ! -x "$RC_BIN/$tool" ] || tools+=("$tool")
done

# Those of them that read a table: all but the one that reads text.
readers=("${tools[@]:1}")

# The table that a tool reads, by the tool that writes it, and the number of its columns.
reads() {
	case $1 in
	rc-draft) echo rc-due ;;
	*) echo rc-parse ;;
	esac
}
width() {
	head -n 1 "${in[$1]}" | awk -F '\t' '{ print NF }'
}

# Files of the whole suite, by tool: a small input that nobody complains of, and one whose output is larger than any pipe.
declare -gA in big
name_inputs() {
	local tool
	for tool in rc-parse rc-due rc-balance rc-draft; do
		in[$tool]=$BATS_FILE_TMPDIR/$tool.in
		big[$tool]=$BATS_FILE_TMPDIR/$tool.big
	done
}

# on_day TOOL: set `day` to the options that fix its day, none where it has no clock.
on_day() {
	day=()
	[ "$1" = rc-parse ] || day=(-d 2026-11-21)
}

# work TOOL [ARG ...]: run it on that day.
work() {
	local day
	on_day "$1"
	"$1" "${day[@]}" "${@:2}"
}

# make_inputs KIND: write that kind of input of each tool, made of the text that is read, for the tools further down.
make_inputs() {
	local to=$BATS_FILE_TMPDIR
	cat >"$to/rc-parse.$1"
	rc-parse "$to/rc-parse.$1" >"$to/rc-due.$1"
	cp "$to/rc-due.$1" "$to/rc-balance.$1"
	[ ! -x "$RC_BIN/rc-due" ] || work rc-due "$to/rc-due.$1" >"$to/rc-draft.$1"
}

setup_file() {
	make_inputs in <<'END'
# a small network
@ada Ada
  tier: A
  email: ada@example.org
  met: 2026-01-01 at a talk

@bob Bob \ Sons
  birthday: 11-25
tier A every 5w
rule reply 3d
2026-09-01 met @ada, @bob lunch: with zoë
2026-11-10 promised @ada paper by 2026-11-20: the "paper"
2026-11-15 @bob wrote: can we talk?
2026-11-16 @bob gave intro 20m: to Cy
END
	awk 'BEGIN {
		for (i = 0; i < 4000; i++) print "@p" i " Person " i "\n2026-11-10 promised @p" i " paper: the one on our topic"
	}' | make_inputs big
}

setup() {
	name_inputs
	cd "$BATS_TEST_TMPDIR" || return
}

# says [TEXT ...]: standard error is "TOOL: TEXT", a line each, and nothing else; without a TEXT there is none.
says() {
	local wanted='' message
	for message in "$@"; do
		[[ $message =~ :\ (error|warning):\  ]] || message="$tool: $message"
		printf -v wanted '%s%s\n' "$wanted" "$message"
	done
	holds "$err" "$wanted"
}

# writes_nothing: nothing was on standard output.
writes_nothing() {
	same /dev/null "$out"
}

@test "each tool, rc-parse among them, makes something of its input and has nothing to complain of" {
	[ -x "$RC_BIN/rc-parse" ]
	[ "${tools[0]}" = rc-parse ]
	for tool in "${tools[@]}"; do
		echo "$tool:"
		capture work "$tool" "${in[$tool]}"
		[ "$status" -eq 0 ]
		says
		[ "$(wc -l <"$out")" -gt 2 ]
		[ "$(tail -c 1 "$out" | od -An -c | tr -d ' ')" = '\n' ]
		awk -F '\t' 'NR == 1 { n = NF } NF != n { exit 1 }' "$out"
	done
}

# Writing.

# capture_full, capture_closed COMMAND [ARG ...]: as capture, but on a full disk, or with standard output closed; there is
# no $out.
capture_full() {
	err=$BATS_TEST_TMPDIR/err status=0
	"$@" >/dev/full 2>"$err" || status=$?
}
capture_closed() {
	err=$BATS_TEST_TMPDIR/err status=0
	"$@" >&- 2>"$err" || status=$?
}

@test "a full disk is named, with status 2, also where a message comes first" {
	[ -w /dev/full ] || skip 'there is no /dev/full'
	for tool in "${tools[@]}"; do
		echo "$tool:"
		for input in "${in[$tool]}" "${big[$tool]}" /dev/null; do
			capture_full work "$tool" "$input"
			[ "$status" -eq 2 ]
			says 'cannot write standard output: No space left on device'
		done
		for option in -h -V --help --version; do
			capture_full "$tool" "$option"
			[ "$status" -eq 2 ]
			says 'cannot write standard output: No space left on device'
		done
	done
	[ -w /dev/full ] || skip 'there is no /dev/full'
	for tool in "${tools[@]}"; do
		echo "$tool:"
		printf 'X\n' | cat "${in[$tool]}" - >faulty
		capture_full work "$tool" faulty nothing
		[ "$status" -eq 2 ]
		grep -qx "$tool: cannot write standard output: No space left on device" "$err"
	done
}

@test "a closed standard output is named, with status 2" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		# With a file, which takes the place of standard output, and without.
		for input in "${in[$tool]}" - "${big[$tool]}"; do
			capture_closed work "$tool" "$input" <"${in[$tool]}"
			[ "$status" -eq 2 ]
			says 'cannot write standard output: Bad file descriptor'
		done
	done
}

@test "nothing to write is no failure, whatever standard output is" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		capture_closed work "$tool" -H /dev/null
		[ "$status" -eq 0 ]
		says
		[ -w /dev/full ] || continue
		capture_full work "$tool" -H /dev/null
		[ "$status" -eq 0 ]
		says
	done
}

@test "a pipe that is closed ends a tool by SIGPIPE, even where its parent ignores that" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		for trap in : 'trap "" PIPE'; do
			# shellcheck disable=SC2016 # the inner shell's
			capture bash -c "$trap"'; "$@" | head -n 1 >/dev/null; echo "${PIPESTATUS[*]}"' - "$tool" "${big[$tool]}"
			echo '141 0' | same - "$out"
			says
		done
	done
}

@test "a closed standard error changes nothing but that nobody is told" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		printf 'X\n' | cat "${in[$tool]}" - >faulty
		capture work "$tool" faulty
		[ "$status" -eq 1 ]
		cp "$out" wanted
		status=0
		work "$tool" faulty 2>&- >found || status=$?
		[ "$status" -eq 1 ]
		same wanted found
	done
}

# Reading.

@test "standard input is read where no file is named, and where - is; several files are one input" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		work "$tool" "${in[$tool]}" | sed "s|${in[$tool]}:|<stdin>:|" >wanted
		work "$tool" <"${in[$tool]}" | same wanted -
		work "$tool" - <"${in[$tool]}" | same wanted -
		work "$tool" /dev/null - /dev/null <"${in[$tool]}" | same wanted -
	done
	for tool in "${readers[@]}"; do
		echo "$tool:"
		work "$tool" "${in[$tool]}" >wanted
		head -n 5 "${in[$tool]}" >one
		tail -n +6 "${in[$tool]}" >two
		work "$tool" one two | same wanted -
		work "$tool" one - <two | same wanted -
	done
}

@test "a file that is missing, or a folder, is named, and the others are worked on, with status 2, which weighs more than a rejected line" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		work "$tool" "${in[$tool]}" >wanted
		capture work "$tool" nothing "${in[$tool]}" 'no file'
		[ "$status" -eq 2 ]
		says 'cannot open nothing: No such file or directory' 'cannot open no file: No such file or directory'
		same wanted "$out"
		capture work "$tool" ''
		[ "$status" -eq 2 ]
		says 'cannot open : No such file or directory'
	done
	for tool in "${tools[@]}"; do
		echo "$tool:"
		echo X >faulty
		capture work "$tool" nothing faulty
		[ "$status" -eq 2 ]
		[ "$(wc -l <"$err")" -eq 2 ]
	done
	mkdir folder
	for tool in "${tools[@]}"; do
		echo "$tool:"
		work "$tool" "${in[$tool]}" >wanted
		capture work "$tool" folder "${in[$tool]}"
		[ "$status" -eq 2 ]
		says 'cannot read folder: Is a directory'
		same wanted "$out"
	done
}

@test "a file that may not be read is named, and the others are worked on, with status 2" {
	: >secret
	chmod 0 secret
	[ ! -r secret ] || skip 'nothing is unreadable to root'
	for tool in "${tools[@]}"; do
		echo "$tool:"
		work "$tool" "${in[$tool]}" >wanted
		capture work "$tool" secret "${in[$tool]}"
		[ "$status" -eq 2 ]
		says 'cannot open secret: Permission denied'
		same wanted "$out"
	done
}

@test "a closed standard input is named, with status 2" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		capture work "$tool" <&-
		[ "$status" -eq 2 ]
		says 'cannot read <stdin>: Bad file descriptor'
		# A file that is opened before does not take its place.
		capture work "$tool" "${in[$tool]}" - <&-
		[ "$status" -eq 2 ]
		says 'cannot read <stdin>: Bad file descriptor'
	done
}

@test "of empty input comes a header; -H leaves it out, and nothing else" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		work "$tool" "${in[$tool]}" | head -n 1 >wanted
		capture work "$tool" </dev/null
		[ "$status" -eq 0 ]
		same wanted "$out"
		says
		capture work "$tool" -H </dev/null
		[ "$status" -eq 0 ]
		writes_nothing
		says
	done
	for tool in "${tools[@]}"; do
		echo "$tool:"
		work "$tool" "${in[$tool]}" | tail -n +2 >wanted
		work "$tool" -H "${in[$tool]}" | same wanted -
	done
}

@test "the last line may lack its newline; lines may end as on Windows, after a byte order mark" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		work "$tool" <"${in[$tool]}" >wanted
		printf %s "$(cat "${in[$tool]}")" >in
		capture work "$tool" <in
		[ "$status" -eq 0 ]
		same wanted "$out"
	done
	for tool in "${tools[@]}"; do
		echo "$tool:"
		work "$tool" <"${in[$tool]}" >wanted
		awk 'BEGIN { printf "\357\273\277" } { printf "%s\r\n", $0 }' "${in[$tool]}" >in
		capture work "$tool" <in
		[ "$status" -eq 0 ]
		same wanted "$out"
		says
	done
}

@test "a line with a control character or bad UTF-8 is rejected at its place, and no other with it" {
	for tool in "${tools[@]}"; do
		work "$tool" <"${in[$tool]}" >wanted
		count=$(wc -l <"${in[$tool]}")
		for bytes in '\0' '\x1b' '\x7f' '\xc2\x85' 'caf\xe9' '\xc0\x80' '\xed\xa0\x80'; do
			echo "$tool: $bytes:"
			{
				cat "${in[$tool]}"
				printf %b "$bytes"
				tail -n 1 "${in[$tool]}"
			} >in
			capture work "$tool" <in
			[ "$status" -eq 1 ]
			same wanted "$out"
			at=1
			[ "$bytes" != 'caf\xe9' ] || at=4
			[[ $(<"$err") == "<stdin>:$((count + 1)):$at: error: expected "* && $(<"$err") != *$'\n'* ]]
		done
	done
}

@test "a row whose source is no place in a file is rejected, and the others are taken" {
	for tool in rc-due rc-balance; do
		work "$tool" "${in[$tool]}" >wanted
		count=$(wc -l <"${in[$tool]}")
		for source in x x: :1 x:0 x:01 x:1a : 1 x:99999999999; do
			echo "$tool: $source:"
			{
				cat "${in[$tool]}"
				tail -n 1 "${in[$tool]}" | awk -F '\t' -v OFS='\t' -v source="$source" '{ $12 = source } { print }'
			} >in
			capture work "$tool" in
			[ "$status" -eq 1 ]
			says "in:$((count + 1)): error: expected a source such as journal.txt:12, or none, found '$source'"
			same wanted "$out"
		done
	done
}

@test "a file whose name is not text is not read, and the others are" {
	for tool in "${tools[@]}"; do
		work "$tool" "${in[$tool]}" >wanted
		for name in $'a\nb' $'a\tb' $'a\x7f' $'caf\xe9' $'\xc2\x9b'; do
			cp "${in[$tool]}" "./$name"
			capture work "$tool" "${in[$tool]}" "$name"
			[ "$status" -eq 2 ]
			[ "$(wc -l <"$err")" -eq 1 ]
			grep -q "^$tool: cannot read .*: expected a name in UTF-8 without control characters$" "$err"
			same wanted "$out"
			rm "./$name"
		done
	done
}

@test "what a message shows of the input cannot drive a terminal" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		printf 'X\x1b]0;x\x07\x9b31m\xe2\x80\xae\r\x7f\n' >faulty
		capture work "$tool" faulty $'no\x1b[31mfile\n'
		[ "$status" -eq 2 ]
		[ "$(wc -l <"$err")" -eq 2 ]
		LC_ALL=C tr -d '\n -~' <"$err" | same /dev/null -
		grep -qFx "$tool: cannot read no\\x1b[31mfile\\x0a: expected a name in UTF-8 without control characters" "$err"
	done
}

@test "a very long line takes none of the others with it" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		head -c 3000000 /dev/zero | tr '\0' x >long
		case $tool in
		rc-parse)
			work "$tool" <"${in[$tool]}" >wanted
			{ cat "${in[$tool]}" && printf '2026-11-12 met @ada: ' && cat long && echo; } >in
			capture work "$tool" <in
			[ "$status" -eq 1 ]
			[ "$(wc -l <"$err")" -eq 1 ]
			same wanted "$out"
			;;
		*)
			# A table's rows may be of any length: the text, which stands in the last column but a few, grows with it.
			awk -v OFS='\t' -F '\t' 'NR == FNR { long = $0; next }
				{ for (i = 1; i <= NF; i++) if ($i ~ /"paper"/) $i = long; print }' long "${in[$tool]}" >in
			[ "$(wc -c <in)" -gt 3000000 ]
			capture work "$tool" <in
			[ "$status" -eq 0 ]
			says
			[ "$(wc -l <"$out")" -eq "$(work "$tool" <"${in[$tool]}" | wc -l)" ]
			[ "$tool" != rc-due ] || [ "$(wc -c <"$out")" -gt 3000000 ]
			;;
		esac
	done
}

@test "the same input gives the same bytes in every locale, time zone and environment" {
	for tool in "${tools[@]}"; do
		work "$tool" <"${in[$tool]}" >wanted
		on_day "$tool"
		for setting in LC_ALL=C.UTF-8 LC_ALL=tr_TR.UTF-8 LC_ALL=de_DE.ISO-8859-1 LC_ALL=ja_JP.eucJP LANG=fr_FR.UTF-8 \
			LC_TIME=th_TH.UTF-8 TZ=Pacific/Kiritimati TZ=Pacific/Pago_Pago TZ=ABC+23:59 TZ=none TERM=dumb COLUMNS=1 POSIXLY_CORRECT=1; do
			echo "$tool: $setting:"
			env -u LC_ALL "$setting" "$tool" "${day[@]}" <"${in[$tool]}" >found 2>&1
			same wanted found
		done
		env -i "$RC_BIN/$tool" "${day[@]}" <"${in[$tool]}" >found 2>&1
		same wanted found
	done
}

@test "today is the local day, unless -d says another" {
	for tool in "${readers[@]}"; do
		for zone in ABC+23 ABC-23 UTC0; do
			echo "$tool: $zone:"
			# The day may change between the two clocks: then look again.
			for _ in 1 2; do
				TZ=$zone "$tool" -d "$(TZ=$zone date +%Y-%m-%d)" "${in[$tool]}" >wanted
				TZ=$zone "$tool" "${in[$tool]}" >found
				! cmp -s wanted found || break
			done
			same wanted found
		done
	done
	# The days of the two are never the same, and rc-due counts them.
	for tool in "${readers[@]}"; do
		[ "$tool" = rc-due ] || continue
		TZ=ABC+23 "$tool" "${in[$tool]}" >early
		TZ=ABC-23 "$tool" "${in[$tool]}" >late
		run -1 cmp -s early late
	done
}

# Tables.

@test "headers are skipped wherever they stand" {
	for tool in "${readers[@]}"; do
		echo "$tool:"
		work "$tool" "${in[$tool]}" >wanted
		awk 'NR == 1 { header = $0 } { print; print header }' "${in[$tool]}" >in
		capture work "$tool" in
		[ "$status" -eq 0 ]
		says
		same wanted "$out"
		tail -n +2 "${in[$tool]}" >in
		capture work "$tool" in
		[ "$status" -eq 0 ]
		same wanted "$out"
		head -n 1 "${in[$tool]}" >in
		capture work "$tool" in
		[ "$status" -eq 0 ]
		head -n 1 wanted | same - "$out"
	done
}

@test "another tool's table is named once, for its header, and none of it is taken" {
	for tool in "${readers[@]}"; do
		work "$tool" -H "${in[$tool]}" >wanted
		for writer in "${tools[@]}" 'rc-balance -s'; do
			[ "$writer" != "$(reads "$tool")" ] && [ -x "$RC_BIN/${writer% *}" ] || continue
			echo "$writer | $tool:"
			# shellcheck disable=SC2086 # it may be two words
			work $writer "${in[${writer% *}]}" >other
			[ "$(wc -l <other)" -gt 2 ]
			capture work "$tool" -H "${in[$tool]}" other
			[ "$status" -eq 1 ]
			says "other:1: error: this is $writer output; $tool reads $(reads "$tool") output"
			same wanted "$out"
		done
	done
}

@test "text in the place of a table is named once, and rows among it are taken" {
	for tool in "${readers[@]}"; do
		echo "$tool:"
		work "$tool" "${in[$tool]}" >wanted
		{
			printf '@ada Ada\n\n2026-11-12 met @ada\n'
			cat "${in[$tool]}"
			printf 'tier A every 6w\n'
		} >in
		capture work "$tool" in
		[ "$status" -eq 1 ]
		says "in:1: error: expected $(width "$tool") columns, found a line of text: $tool reads $(reads "$tool") output"
		same wanted "$out"
	done
}

@test "a row with a column too few or too many, or an escape that is none of the four, is rejected, and the others are taken" {
	for tool in "${readers[@]}"; do
		echo "$tool:"
		work "$tool" "${in[$tool]}" >wanted
		n=$(width "$tool")
		count=$(wc -l <"${in[$tool]}")
		{
			cat "${in[$tool]}"
			tail -n 1 "${in[$tool]}" | cut -f "2-"
			tail -n 1 "${in[$tool]}" | sed 's/$/	/'
		} >in
		capture work "$tool" in
		[ "$status" -eq 1 ]
		says "in:$((count + 1)): error: expected $n columns, found $((n - 1)): $tool reads $(reads "$tool") output" \
			"in:$((count + 2)): error: expected $n columns, found $((n + 1)): $tool reads $(reads "$tool") output"
		same wanted "$out"
	done
	for tool in "${readers[@]}"; do
		work "$tool" "${in[$tool]}" >wanted
		at=$(wc -l <"${in[$tool]}")
		at=$((at + 1)):$(tail -n 1 "${in[$tool]}" | wc -c | tr -d ' ')
		for escape in '\x' '\"' '\N' '\0' $'\\'; do
			echo "$tool: $escape:"
			{
				cat "${in[$tool]}"
				tail -n 1 "${in[$tool]}" | tr -d '\n'
				printf '%s\n' "$escape"
			} >in
			capture work "$tool" in
			[ "$status" -eq 1 ]
			says "in:$at: error: expected one of the escapes \\\\ \\t \\n \\r, found '$escape'"
			same wanted "$out"
		done
	done
}

# Options.

# options_of TOOL: the options that its usage lists, a line each: the letter, and the name of the value where it takes one.
options_of() {
	"$1" -h | sed -n 's/^  -\(.\) \([A-Z.,]*\)  *.*/\1 \2/p'
}

@test "-h and --help print the usage on standard output, wherever they stand; -V and --version the version, the same of all" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		for arguments in -h --help -Hh '-h -Z'; do
			# shellcheck disable=SC2086 # some are two words
			capture "$tool" $arguments <&-
			[ "$status" -eq 0 ]
			says
			head -n 1 "$out" | grep -q "^usage: $tool "
			[ "$(tail -n 1 "$out")" = "The manual is $tool(1)." ]
		done
	done
	for tool in "${tools[@]}"; do
		echo "$tool:"
		for arguments in -V --version -HV; do
			# shellcheck disable=SC2086 # some are two words
			capture "$tool" $arguments <&-
			[ "$status" -eq 0 ]
			says
			[ "$(wc -l <"$out")" -eq 1 ]
			grep -Eqx "$tool \(rc-tools\) [0-9]+\.[0-9]+(\.[0-9]+)?" "$out"
			sed "s/^$tool //" "$out" >>versions
		done
	done
	[ "$(sort -u versions | wc -l)" -eq 1 ]
}

@test "an unknown option, one without its value, and a value that is no date or no number are named in one line, with status 2" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		for option in Z HZ ZH -bogus -helpme '?' $'\x1b' $'\xc3'; do
			shown=-${option#H}
			case $option in
			-*) ;;
			$'\x1b') shown='-\x1b' ;;
			$'\xc3') shown='-\xc3' ;;
			*) shown=${shown:0:2} ;;
			esac
			capture "$tool" "-$option" <"${in[$tool]}"
			[ "$status" -eq 2 ]
			writes_nothing
			says "unknown option '$shown'; try $tool -h"
		done
	done
	for tool in "${tools[@]}"; do
		while read -r letter value; do
			[ -n "$value" ] || continue
			echo "$tool -$letter:"
			capture "$tool" "-$letter" </dev/null
			[ "$status" -eq 2 ]
			writes_nothing
			says "option -$letter needs a value, $value; try $tool -h"
			capture "$tool" "-H$letter" </dev/null
			says "option -$letter needs a value, $value; try $tool -h"
		done < <(options_of "$tool")
	done
	for tool in "${tools[@]}"; do
		while read -r letter value; do
			case $value in
			DATE)
				expected='a date like 2026-11-21'
				[ "$letter" = d ] || expected+=', a month like 2026-11 or a year like 2026'
				bad=('' 2026-02-30 2026-13 2026-00 2026-1 0000 20261 today -H $'\x1b')
				;;
			DAYS)
				expected='a number of days up to 99999, or a span such as 2w or 1mo'
				bad=('' -1 1.5 7x 07 100000 99999999999999999999 0w never)
				;;
			*) continue ;;
			esac
			for value in "${bad[@]}"; do
				echo "$tool -$letter '$value':"
				[ "$value" = $'\x1b' ] && shown='\x1b' || shown=$value
				capture "$tool" "-$letter" "$value" <"${in[$tool]}"
				[ "$status" -eq 2 ]
				writes_nothing
				says "option -$letter: expected $expected, found '$shown'; try $tool -h"
			done
		done < <(options_of "$tool")
	done
}

@test "an option's value may stand after it at once, or as the next argument; the last one holds" {
	for tool in "${readers[@]}"; do
		echo "$tool:"
		"$tool" -H -d 2026-11-21 "${in[$tool]}" >wanted
		"$tool" -H -d2026-11-21 "${in[$tool]}" | same wanted -
		"$tool" -Hd2026-11-21 "${in[$tool]}" | same wanted -
		"$tool" -Hd 2026-11-21 -- "${in[$tool]}" | same wanted -
		"$tool" -d 2000-01-01 -H -d 2026-11-21 -H "${in[$tool]}" | same wanted -
	done
}

@test "after -- and after the first file all are files" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		for name in -H --help --; do
			cp "${in[$tool]}" "./$name"
			work "$tool" <"${in[$tool]}" | sed "s|<stdin>:|$name:|" >wanted
			capture work "$tool" -- "$name"
			[ "$status" -eq 0 ]
			same wanted "$out"
			capture work "$tool" /dev/null "$name"
			[ "$status" -eq 0 ]
			same wanted "$out"
			rm "./$name"
		done
		capture work "$tool" /dev/null -H
		[ "$status" -eq 2 ]
		says 'cannot open -H: No such file or directory'
	done
}

# picked FILE N ...: the columns of those numbers of a table, in that order.
picked() {
	awk -F '\t' -v numbers="${*:2}" '{ n = split(numbers, at, " "); for (i = 1; i <= n; i++) printf "%s%s", $at[i], i < n ? "\t" : "\n" }' "$1"
}

@test "-o writes the columns that it names, in its order, with their header or without" {
	for tool in "${tools[@]}" 'rc-balance -s'; do
		echo "$tool:"
		# shellcheck disable=SC2086 # an option may come with the name
		work $tool <"${in[${tool% *}]}" >all
		names=$(head -n 1 all | awk -F '\t' '{ print $NF "," $1 "," $2 }')
		last=$(head -n 1 all | awk -F '\t' '{ print NF }')
		# shellcheck disable=SC2086
		work $tool -o "$names" <"${in[${tool% *}]}" | same <(picked all "$last" 1 2) -
		# shellcheck disable=SC2086
		work $tool -Ho "${names%%,*}" <"${in[${tool% *}]}" | same <(picked all "$last" | tail -n +2) -
		# shellcheck disable=SC2086
		work $tool -o "$(head -n 1 all | tr '\t' ',')" <"${in[${tool% *}]}" | same all -
	done
}

@test "-o with a name that is no column, twice the same or empty is wrong usage, and the nearest is named" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		for names in whoo 'who,who' '' 'who,' ',who' 'who who' WHO; do
			capture "$tool" -o "$names" <"${in[$tool]}"
			[ "$status" -eq 2 ]
			[ ! -s "$out" ]
			[ "$(wc -l <"$err")" -eq 1 ]
			grep -q "^$tool: option -o: expected " "$err"
		done
		capture "$tool" -o sourec </dev/null
		case $tool in
		rc-balance) grep -q "found 'sourec'" "$err" ;;
		*) grep -q "found 'sourec': did you mean 'source'?" "$err" ;;
		esac
	done
	capture rc-draft -m -o who </dev/null
	[ "$status" -eq 2 ]
	same <(echo 'rc-draft: option -o: expected a table, found -m, which writes messages; try rc-draft -h') "$err"
}

@test "the options in the synopsis, in the usage's list, in the code and in the manual page are the same" {
	for tool in "${tools[@]}"; do
		echo "$tool:"
		options_of "$tool" | sed 's/ $//' | sort >listed
		"$tool" -h | awk '
			sub(/^(usage: |       )[^ ]* /, "") {
				while (match($0, /-[A-Za-z0-9]+( [A-Z.,]+\])?/)) {
					option = substr($0, RSTART + 1, RLENGTH - 1)
					$0 = substr($0, RSTART + RLENGTH)
					if (sub(/\]$/, "", option)) print option
					else for (i = 1; i <= length(option); i++) print substr(option, i, 1)
				}
			}
			END { print "V"; print "h" }' | sort >synopsis
		same synopsis listed
		(for letter in {a..z} {A..Z} {0..9}; do "$tool" "-$letter" </dev/null >/dev/null 2>"$letter.err" || :; done)
		grep -L 'unknown option' ./?.err | cut -c 3 | sort >known
		cut -c 1 listed | same - known
	done
	pages=0
	for tool in "${tools[@]}"; do
		page=$BATS_TEST_DIRNAME/../man/$tool.1
		[ -e "$page" ] || continue
		pages=$((pages + 1))
		echo "$tool:"
		options_of "$tool" | awk '{ print $1 (NF > 1 ? " takes a value" : "") }' | grep -v '^[hV]$' | sort >listed
		# A letter in the page takes a value where an Ar follows: .Op Fl d Ar date. What begins with a second '-' is a long form.
		# shellcheck disable=SC2016 # these are awk's
		flags='{ for (i = 1; i < NF; i++) {
				if ($i != "Fl" && $i != ".Fl" || $(i + 1) ~ /^-/) continue
				if ($(i + 2) == "Ar") print $(i + 1) " takes a value"
				else for (k = 1; k <= length($(i + 1)); k++) print substr($(i + 1), k, 1) } }'
		awk '/^\.Sh/ { on = $2 == "SYNOPSIS"; next } on '"$flags" "$page" | grep -v '^[hV]$' | sort -u >synopsis
		same listed synopsis
		# Each is explained, too.
		awk '/^\.It Fl/ '"$flags" "$page" | grep -v '^[hV]$' | sort -u >explained
		same listed explained
	done
	[ "$pages" -gt 0 ] || skip 'there are no manual pages yet'
}

