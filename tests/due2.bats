#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# due2ics, due2remind, due2todotxt, due2task, due2org, tsv2csv, tsv2json: exact, the same for the same table, and nothing forged.
# shellcheck disable=SC2154 # capture sets out, err, status
# shellcheck disable=SC2016,SC1003 # what is quoted is to stay as it is

load helper

all='due2ics due2remind due2todotxt due2task due2org tsv2csv tsv2json'

setup() {
	PATH=$(cd "$BATS_TEST_DIRNAME/../examples" && pwd):$PATH
	export PATH
	fixtures=$BATS_TEST_DIRNAME/due2
	table=$BATS_TEST_TMPDIR/table
}

# due ROW ...: a table as rc-due's: `due over_days who name reason object why text` for each, with a bar between two.
due() {
	printf 'due|over_days|who|name|reason|object|why|text\n%s\n' "$(printf '%s\n' "$@")" | tr '|' '\t'
}

# with_text TEXT: a table of one row with that text, as it stands in a table.
with_text() {
	due "2026-11-16|5|ada|Ada Lovelace|promise|paper|I promised it|$1"
}

needs() {
	command -v "$1" >/dev/null || skip "no $1 here"
}

@test "each writes what its page shows" {
	for name in $all; do
		capture "$name" "$fixtures/plain.tsv"
		[ "$status" -eq 0 ]
		same /dev/null "$err"
		same "$fixtures/plain.$name" "$out"
	done
}

@test "hostile texts and names come out as they did when each was looked at" {
	for name in $all; do
		"$name" "$fixtures/hostile.tsv" | same "$fixtures/hostile.$name" -
	done
}

@test "the columns are found by their names, in any order, and others are no matter" {
	awk -F '\t' -v OFS='\t' '{ print "x" NR, $8, $7, $6, $5, $4, $3, $2, $1 }' "$fixtures/plain.tsv" | sed '1s/^x1/other/' >"$table"
	for name in due2ics due2remind due2todotxt due2task due2org; do
		"$name" "$table" | same "$fixtures/plain.$name" -
	done
}

@test "a table that lacks a column is refused, with the column, and nothing is written" {
	for column in due over_days who name reason object why text; do
		sed "1s/\\b$column\\b/x$column/" "$fixtures/plain.tsv" >"$table"
		case $column in text) names='due2ics due2remind due2todotxt due2task due2org' ;; *) names=due2org ;; esac
		for name in $names; do
			capture "$name" "$table"
			[ "$status" -eq 1 ]
			same <(echo "$table:1: error: expected the table of rc-due with its header, found no column $column") "$err"
			[ ! -s "$out" ]
		done
	done
	# So are tables of the other tools, and one without its header.
	rc-parse </dev/null >"$BATS_TEST_TMPDIR/parse"
	tail -n +2 "$fixtures/plain.tsv" >"$BATS_TEST_TMPDIR/headless"
	for other in parse headless; do
		capture due2ics "$BATS_TEST_TMPDIR/$other"
		[ "$status" -eq 1 ]
		grep -q 'found no column due$' "$err"
	done
}

@test "a faulty row is named and counted, and costs no other" {
	{
		due '2026-11-16|5|ada|Ada|promise|paper|why|one' '2026-11-16|5|ada|Ada|promise|paper|why' \
			'2026-02-30|5|ada|Ada|promise|paper|why|no such day' '2026-11-16|x|ada|Ada|promise|paper|why|no number' \
			'2026-11-16|5|a da|Ada|promise|paper|why|no id' '2026-11-16|5|ada|Ada|pro mise|paper|why|no reason' \
			'2026-11-16|5|ada|Ada|promise|paper|why|odd \x escape' '2026-11-16|5|ada|Ada|promise|paper|why|at the end \' \
			'2026-11-16|5|a\n+x|Ada|promise|paper|why|no id' '2026-11-16|5|ada|Ada|promise|a\nb|why|no object' \
			'2026-11-16|-9999999|ada|Ada|promise|paper|why|no calendar'
		printf '2026-11-16\t5\tada\tAda\tpromise\tpaper\twhy\t\377\n2026-11-16\t5\tada\tAda\tpromise\tpaper\twhy\t\033[31m\n'
		printf '2026-11-16\t5\tada\tAda\tpromise\tpaper\twhy\t\302\205\n2026-11-16\t5\tada\tAda\tpromise\tpaper\twhy\ta\000b\n'
		printf '2026-11-16\t5\tada\tAda\tpromise\tpaper2\twhy\tlast, without a line feed'
	} >"$table"
	for name in due2ics due2remind due2todotxt due2task due2org; do
		capture "$name" - <"$table"
		[ "$status" -eq 1 ]
		same - "$err" <<-EOF
			<stdin>:3: error: expected 8 columns, found 7
			<stdin>:4: error: expected a date like 2026-11-21 as due
			<stdin>:5: error: expected a number as over_days
			<stdin>:6: error: expected an id as who, and words as reason and object
			<stdin>:7: error: expected an id as who, and words as reason and object
			<stdin>:8: error: expected \\\\, \\t, \\n or \\r, found another backslash
			<stdin>:9: error: expected \\\\, \\t, \\n or \\r, found another backslash
			<stdin>:10: error: expected an id as who, and words as reason and object
			<stdin>:11: error: expected an id as who, and words as reason and object
			<stdin>:12: error: expected a day of the calendar as due and over_days
			<stdin>:13: error: expected text, found bytes that are not UTF-8, or control characters
			<stdin>:14: error: expected text, found bytes that are not UTF-8, or control characters
			<stdin>:15: error: expected text, found bytes that are not UTF-8, or control characters
			<stdin>:16: error: expected text, found bytes that are not UTF-8, or control characters
			$name: rows left out: 14
		EOF
		grep -q 'one' "$out"
		grep -q 'last, without a line feed\|last\\, without a line feed' "$out"
		run ! grep -q 'escape\|calendar\|no ' "$out"
	done
	for name in tsv2csv tsv2json; do
		capture "$name" "$table"
		[ "$status" -eq 1 ]
		[ "$(grep -c ': error: ' "$err")" -eq 7 ]
		python3 -c 'open("/dev/stdin", "rb").read().decode()' <"$out"
	done
}

@test "no table, no rows, several files, files that are not there" {
	for name in $all; do
		capture "$name" </dev/null
		[ "$status" -eq 0 ]
		same /dev/null "$err"
		head -n 1 "$fixtures/plain.tsv" >"$BATS_TEST_TMPDIR/header"
		capture "$name" "$BATS_TEST_TMPDIR/header"
		[ "$status" -eq 0 ]
		"$name" "$fixtures/plain.tsv" >"$BATS_TEST_TMPDIR/once"
		head -n 2 "$fixtures/plain.tsv" | tr -d '\n' | sed 's/text2/text\n2/' >"$BATS_TEST_TMPDIR/one"
		{ head -n 1 "$fixtures/plain.tsv" && tail -n +3 "$fixtures/plain.tsv"; } >"$BATS_TEST_TMPDIR/rest"
		"$name" "$BATS_TEST_TMPDIR/one" "$BATS_TEST_TMPDIR/rest" | same "$BATS_TEST_TMPDIR/once" -
		capture "$name" "$BATS_TEST_TMPDIR/none" "$fixtures/plain.tsv"
		[ "$status" -eq 2 ]
		same <(echo "$name: cannot read $BATS_TEST_TMPDIR/none") "$err"
		same "$BATS_TEST_TMPDIR/once" "$out"
	done
	[ "$(due2task </dev/null | tr -d '\n')" = '[]' ]
	[ "$(tsv2json </dev/null | tr -d '\n')" = '[]' ]
	[ "$(tsv2csv </dev/null | wc -c)" -eq 0 ]
}

@test "iCalendar: any text comes out exactly, folded within 75 bytes and between characters" {
	needs python3
	{
		printf '%s\n' 'C:\\new\\table' 'a,b;c:d "e" \\, \\; \\n END:VTODO' '\nBEGIN:VALARM\n DUE:1' 'END:VCALENDAR'
		for ((length = 40; length < 120; length++)); do
			printf '%0*d陳ü🎉%s\n' "$length" 0 "$(printf 'ü%.0s' $(seq "$length"))"
		done
	} >"$BATS_TEST_TMPDIR/texts"
	mapfile -t texts < <(sed 's/^/2026-11-16|5|ada|Ada|promise|paper|why|/' "$BATS_TEST_TMPDIR/texts")
	due "${texts[@]}" | due2ics >"$BATS_TEST_TMPDIR/ics"
	# Taken apart as RFC 5545 has it, and written as a table again.
	python3 - "$BATS_TEST_TMPDIR/ics" >"$BATS_TEST_TMPDIR/found" <<-'EOF'
		import re, sys
		data = open(sys.argv[1], "rb").read()
		assert data.endswith(b"END:VCALENDAR\r\n") and b"\n" not in data.replace(b"\r\n", b"")
		for line in data.split(b"\r\n"):
		    assert len(line) <= 75 and line.decode() is not None
		for line in data.replace(b"\r\n ", b"").decode().split("\r\n"):
		    name, _, value = line.partition(":")
		    if name == "DESCRIPTION":
		        value = re.sub(r"\\(.)", lambda m: "\n" if m.group(1) in "nN" else m.group(1), value)
		        print(value[len("why\n"):].replace("\\", "\\\\").replace("\n", "\\n"))
	EOF
	same "$BATS_TEST_TMPDIR/texts" "$BATS_TEST_TMPDIR/found"
	# Some readers end lines at these, too.
	due "2026-11-16|5|ada|Ada|promise|paper|why|$(printf 'a\342\200\250b\342\200\251c')" | due2ics >"$BATS_TEST_TMPDIR/ics"
	grep -qF 'DESCRIPTION:why\na\nb\nc' "$BATS_TEST_TMPDIR/ics"
}

@test "iCalendar: the same table gives the same bytes, and a matter keeps its UID" {
	uid() { due "$1" | due2ics | tr -d '\r' | sed -n 's/^UID://p'; }
	paper=$(uid '2026-11-16|5|ada|Ada|promise|paper|why|text')
	[[ $paper =~ ^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ ]]
	# Another day of looking, another name, another deadline of the same promise.
	for row in '2026-11-16|6|ada|Ada|promise|paper|why|text' '2026-11-16|5|ada|Ada L.|promise|paper|why|text' '2026-12-01|-3|ada|Ada|promise|paper|moved|other'; do
		[ "$(uid "$row")" = "$paper" ]
	done
	for row in '2026-11-16|5|adb|Ada|promise|paper|why|text' '2026-11-16|5|ada|Ada|answer|paper|why|text' '2026-11-16|5|ada|Ada|promise|pape|why|text'; do
		[ "$(uid "$row")" != "$paper" ]
	done
	# A wish is one, whether I may ask or not.
	[ "$(uid '2026-11-16|5|ada|Ada|hold|drone|why|text')" = "$(uid '2026-11-20|1|ada|Ada|ask|drone|why|text')" ]
	# A check-in is one of its day, and two days of the same kind are two.
	[ "$(uid '2026-11-16|5|ada|Ada|checkin||why|')" != "$(uid '2026-12-16|5|ada|Ada|checkin||why|')" ]
	due '2026-11-16|5|ada|Ada|checkin||why|' '2026-11-16|5|ada|Ada|checkin||why|' | due2ics | grep '^UID' | sort | uniq -d | same /dev/null -
	# No clock: the stamp is the day of the table.
	[ "$(due2ics "$fixtures/plain.tsv" | grep '^DTSTAMP' | sort -u | tr -d '\r')" = DTSTAMP:20261121T000000Z ]
}

@test "all rows of a year have UIDs of their own" {
	cd "$BATS_TEST_DIRNAME/.."
	rc-parse examples/people.txt examples/journal.txt | rc-due -d 2026-11-21 -w 365 >"$table"
	due2ics "$table" | grep '^UID' >"$BATS_TEST_TMPDIR/uids"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/uids")" -eq $(($(wc -l <"$table") - 1)) ]
	sort "$BATS_TEST_TMPDIR/uids" | uniq -d | same /dev/null -
}

# reminded DATE TEXT: what remind shows on a day of a row with that text.
reminded() {
	with_text "$2" | due2remind >"$BATS_TEST_TMPDIR/reminders"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/reminders")" -eq 1 ]
	(cd "$BATS_TEST_TMPDIR" && remind -q -h reminders "$1" | grep -v '^$' | tail -n +2)
}

@test "remind shows a text exactly, and runs nothing" {
	needs remind
	for text in 'plain' 'C:\new\table' '[shell("touch ran")]' '["["]shell("touch ran")]' '%b %" %% %_ 100%' '] [ [[ ]] "x" `touch ran` $(touch ran) ; # \' \
		'x %"[shell("touch ran")]%"' "it's ✓ 陳美玲" 'MSG x %' 'REM 1 RUN touch ran' '[' '%' '\'; do
		escaped=${text//\\/\\\\}
		[ "$(reminded 2026-11-21 "$escaped")" = "promise paper: Ada Lovelace: $text (I promised it)" ]
		[ ! -e "$BATS_TEST_TMPDIR/ran" ]
	done
	# A line feed is none in the file.
	run -0 reminded 2026-11-21 'a\nREM MSG forged\nRUN touch ran'
	[ "${lines[1]}" = 'REM MSG forged' ]
	[ ! -e "$BATS_TEST_TMPDIR/ran" ]
	run -0 reminded 2026-11-21 "$(printf '%060000d' 7)"
	[ "${#output}" -gt 60000 ]
}

@test "remind shows what lies ahead on its day, and what is past on the day of the table" {
	needs remind
	due '2026-11-16|5|ada|Ada|promise|paper|why|' '2026-11-24|-3|bob|Bob|birthday||why|' | due2remind >"$table"
	[ "$(remind -q -h "$table" 2026-11-21 | grep -v '^$' | tail -n +2)" = 'promise paper: Ada (why)' ]
	[ "$(remind -q -h "$table" 2026-11-24 | grep -v '^$' | tail -n +2)" = 'birthday: Bob (why)' ]
	[ -z "$(remind -q -h "$table" 2026-11-16)" ]
}

# tags: all that a line of todo.txt could be read to say beside its words: +x, @x, x:y, (A), x and dates in front.
tags() {
	python3 -c '
import re, sys
for line in open("/dev/stdin", encoding="utf-8", newline="\n"):
    found = re.findall(r"(?:^|(?<=\s))[+@]\S+|[^\s:]*[^\s:\d][^\s:]*:(?!//)\S+", line[11:])
    print(line[:11] + " ".join(found))'
}

@test "todo.txt: no text forges a project, a context, a key or a second line" {
	needs python3
	for text in '+x @y due:2027-01-01 t:2027-01-01 rec:1d pri:A' 'x (A) done' '@y' '+' 'a\n(A) 2026-01-01 forged +x' 'a\r@b' '+x+y @x@y x:y:z ::a:b' \
		"$(printf 'a\302\240+x\302\240@y\343\200\200+z\342\200\250@w')" '(due:2027-01-01)' '"@y" (+x) [@z]' 'http://e.org/?due:2027-01-01 https://a@b.org/+x' '+@+x @+@y'; do
		with_text "$text" | due2todotxt
	done >"$BATS_TEST_TMPDIR/lines"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/lines")" -gt 10 ]
	tags <"$BATS_TEST_TMPDIR/lines" >"$BATS_TEST_TMPDIR/tags"
	sed 's/.*/2026-11-21 @ada due:2026-11-16/' "$BATS_TEST_TMPDIR/lines" | same - "$BATS_TEST_TMPDIR/tags"
	due '2026-11-16|5|ada|@boss +work due:2027-01-01|promise|paper|why|' | due2todotxt | tags | same <(echo '2026-11-21 @ada due:2026-11-16') -
	# What is none stays as it is.
	with_text 'mail a+b@example.org at 14:00, https://example.org, 5+5' | due2todotxt |
		same <(echo '2026-11-21 promise paper: Ada Lovelace: mail a+b@example.org at 14:00, https://example.org, 5+5 @ada due:2026-11-16') -
}

# warrior ARG ...: Taskwarrior with data of its own.
warrior() {
	: >"$BATS_TEST_TMPDIR/taskrc"
	mkdir -p "$BATS_TEST_TMPDIR/tasks"
	TASKRC=$BATS_TEST_TMPDIR/taskrc TASKDATA=$BATS_TEST_TMPDIR/tasks task rc.confirmation:no rc.verbose:nothing rc.json.array:on "$@" </dev/null 2>/dev/null
}

@test "Taskwarrior: importing twice leaves one of each, with text and day exact" {
	needs task
	needs jq
	due2task "$fixtures/plain.tsv" >"$BATS_TEST_TMPDIR/tasks.json"
	rows=$(($(wc -l <"$fixtures/plain.tsv") - 1))
	warrior import "$BATS_TEST_TMPDIR/tasks.json" >/dev/null
	[ "$(warrior export | jq length)" -eq "$rows" ]
	warrior export | jq -r '.[] | [.uuid, .description, .status] | @tsv' | sort >"$BATS_TEST_TMPDIR/first"
	warrior import "$BATS_TEST_TMPDIR/tasks.json" >/dev/null
	warrior export | jq -r '.[] | [.uuid, .description, .status] | @tsv' | sort | same "$BATS_TEST_TMPDIR/first" -
	# The next day: the same tasks.
	awk -F '\t' -v OFS='\t' 'NR > 1 { $2++ } { print }' "$fixtures/plain.tsv" | due2task >"$BATS_TEST_TMPDIR/tasks.json"
	warrior import "$BATS_TEST_TMPDIR/tasks.json" >/dev/null
	[ "$(warrior export | jq length)" -eq "$rows" ]
}

@test "Taskwarrior: texts forge nothing, and the day is the day in any zone" {
	needs task
	needs jq
	with_text 'C:\\new\\table [x] "q" +tag project:forged due:2030-01-01 \ttab' >"$table"
	export TZ
	for TZ in UTC0 EST5 NZST-12; do
		rm -rf "$BATS_TEST_TMPDIR/tasks"
		due2task "$table" >"$BATS_TEST_TMPDIR/tasks.json"
		warrior import "$BATS_TEST_TMPDIR/tasks.json" >/dev/null
		[ "$(warrior export | jq -r '.[0] | .description, .project, (.tags | join(" "))')" = \
			$'promise paper: Ada Lovelace: C:\\new\\table [x] "q" +tag project:forged due:2030-01-01  tab\npeople\npromise' ]
		warrior rc.dateformat:Y-M-D rc.report.d.columns:due rc.report.d.labels:due rc.detection:off d | grep -q 2026-11-16
	done
}

@test "Org: one headline, one date and one tag for each row, whatever the texts" {
	plainly() {
		awk '/^\*/ { heads++ } { s = $0; while (match(s, /[<[][0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/)) { dates++; s = substr(s, RSTART + 1) } }
			/^[ \t]*#[+]|\[\[|<%%|^[ \t]*[^ \t:]|src_[a-z]*[{[]|[{][{][{]|(elisp|shell):[^ ]/ && !/^\*/ && !/^  DEADLINE: </ { forged++; print > "/dev/stderr" }
			/(elisp|shell|help|man|file[+](sys|emacs)):[^ ]|<[^ ]/ && !/^  DEADLINE: </ { forged++; print > "/dev/stderr" }
			/^[ \t]*:[A-Za-z_]+:/ && !/^  :(PROPERTIES|ID|END):/ { forged++; print > "/dev/stderr" }
			END { print heads, dates, forged + 0 }'
	}
	for text in '* headline' '** TODO x' '<2026-12-01 Tue>' '[2026-12-01]--[2026-12-02]' '<<2026-12-01>>' '<%%(diary-float t 4 2)>' '%%(eval (x))' '#+BEGIN_SRC sh' ':END:' \
		'a\n* b\n:END:\n#+x' 'DEADLINE: <2026-12-01>' '[[elisp:(x)][y]]' 'shell:reboot elisp:(x)' 'src_sh{reboot} src_sh[:x]{y}' '{{{x}}}' '<eshell: touch x>' '<shell:x>' \
		'<elisp:(x)>' 'file+sys:/x file+emacs:/x help:x man:x' "$(printf 'a\342\200\250* b')"; do
		[ "$(with_text "$text" | due2org | plainly)" = '1 1 0' ] || { with_text "$text" | due2org; return 1; }
		[ "$(due "2026-11-16|5|ada|$text|promise|paper|why|" | due2org | plainly)" = '1 1 0' ] || { due "2026-11-16|5|ada|$text|promise|paper|why|" | due2org; return 1; }
	done
	[ "$(due '2026-11-16|5|ada|Ada :work:|ask-soft|paper|why|' | due2org | head -n 2)" = $'* TODO ask-soft paper: Ada :work: :ask_soft:\n  DEADLINE: <2026-11-16 Mon>' ]
	with_text 'C:\\new\\table' | due2org | grep -qx '  : C:\\new\\table'
}

@test "CSV: the cells are the fields for every reader, and none is a formula" {
	needs python3
	printf 'text\tn\n%s\n' '=1+1	-45' >"$table"
	{
		printf '%s\tx\n' '+1 555' '-1+2' '@SUM(1)' '\t=1' '\r=1' '\n=1' ' =1' '-' '--12-10' '-45x' "$(printf '\357\274\235x')" '=cmd|x!A0' '"=1"' '-1.5.2'
		printf '%s\tx\n' 'a;=1;b;-2' 'a\t=1' 'a;b'
		printf '%s\tx\n' '-45' '45' '-0.5' 'a,b' 'say "x"' 'a\nb' 'C:\\new\\table' '' 'a=b' "it's" ' x'
	} >>"$table"
	tsv2csv "$table" | python3 -c '
import csv, io, sys
data = sys.stdin.buffer.read().decode()
rows = list(csv.reader(io.StringIO(data, newline="")))
assert all(len(row) == 2 for row in rows)
for row in rows[1:]:
    print(repr(row[0]))
' >"$BATS_TEST_TMPDIR/found"
	same - "$BATS_TEST_TMPDIR/found" <<-'EOF'
		"'=1+1"
		"'+1 555"
		"'-1+2"
		"'@SUM(1)"
		"'\t'=1"
		"'\r=1"
		"'\n=1"
		"' =1"
		"'-"
		"'--12-10"
		"'-45x"
		"'＝x"
		"'=cmd|x!A0"
		'"=1"'
		"'-1.5.2"
		"a;'=1;b;'-2"
		"a\t'=1"
		'a;b'
		'-45'
		'45'
		'-0.5'
		'a,b'
		'say "x"'
		'a\nb'
		'C:\\new\\table'
		''
		'a=b'
		"it's"
		' x'
	EOF
	# Lines end as the standard wants them, and columns of numbers keep their signs.
	[ "$(tsv2csv "$table" | head -n 2)" = $'text,n\r\n\'=1+1,-45\r' ]
	# Nor for one that divides them at semicolons, or at tabs.
	printf 'text\na;=1\nb\\t=1\n' | tsv2csv | same <(printf 'text\r\n"a;\047=1"\r\n"b\t\047=1"\r\n') -
}

@test "JSON: every field as it is, numbers where a column counts, and each form is read by jq" {
	needs jq
	cd "$BATS_TEST_DIRNAME/.."
	rc-parse examples/people.txt examples/journal.txt >"$BATS_TEST_TMPDIR/parse"
	rc-due -d 2026-11-21 "$BATS_TEST_TMPDIR/parse" >"$BATS_TEST_TMPDIR/due"
	rc-balance -d 2026-11-21 "$BATS_TEST_TMPDIR/parse" >"$BATS_TEST_TMPDIR/balance"
	rc-balance -s -d 2026-11-21 "$BATS_TEST_TMPDIR/parse" >"$BATS_TEST_TMPDIR/summary"
	rc-draft -d 2026-11-21 "$BATS_TEST_TMPDIR/due" >"$BATS_TEST_TMPDIR/draft" 2>/dev/null
	for name in parse due balance summary draft; do
		# jq writes a table just as the tools do.
		tsv2json "$BATS_TEST_TMPDIR/$name" | jq -r '(.[0] | keys_unsorted | @tsv), (.[] | [.[]] | @tsv)' | same "$BATS_TEST_TMPDIR/$name" -
		tsv2json "$BATS_TEST_TMPDIR/$name" | jq -c '.[]' | same <(tsv2json -l "$BATS_TEST_TMPDIR/$name") -
	done
	[ "$(tsv2json "$BATS_TEST_TMPDIR/balance" | jq -r '[.[] | select(.net_min < 0)] | length')" -eq 7 ]
	printf 'text\tminutes\n12\t\n"\\\\\\t\\n\\r/</script>\t12\né\t012\n' | tsv2json -l | same <(printf '%s\n' '{"text":"12","minutes":null}' \
		'{"text":"\"\\\t\n\r/</script>","minutes":12}' '{"text":"é","minutes":"012"}') -
	printf 'text\n\n' | tsv2json -l | same <(echo '{"text":""}') -
	capture tsv2json < <(printf 'a\ta\n1\t2\n')
	[ "$status" -eq 1 ]
	[ ! -s "$out" ]
}

@test "each stands alone, and knows its name" {
	mkdir "$BATS_TEST_TMPDIR/bin"
	for name in $all; do
		cp "$BATS_TEST_DIRNAME/../examples/$name" "$BATS_TEST_TMPDIR/bin/$name"
		[ ! -L "$BATS_TEST_TMPDIR/bin/$name" ]
		"$BATS_TEST_TMPDIR/bin/$name" "$fixtures/plain.tsv" | same "$fixtures/plain.$name" -
		"$name" -h >"$BATS_TEST_TMPDIR/usage"
		grep -q "^usage: $name " "$BATS_TEST_TMPDIR/usage"
		"$name" --help | same "$BATS_TEST_TMPDIR/usage" -
		run -2 --separate-stderr "$name" -x
		[ "$stderr" = "$name: unknown option '-x'; try $name -h" ]
	done
	run -2 --separate-stderr due2ics -l
	cp "$BATS_TEST_DIRNAME/../examples/due2ics" "$BATS_TEST_TMPDIR/bin/due2else"
	run -2 "$BATS_TEST_TMPDIR/bin/due2else"
	[ -c /dev/full ] || skip 'no /dev/full'
	case $(readlink -f "$(command -v awk)") in *busybox) skip "BusyBox's awk does not notice" ;; esac
	for name in $all; do
		run -2 bash -c '"$1" "$2" >/dev/full 2>&1' - "$name" "$fixtures/plain.tsv"
	done
}

@test "every shell and every awk here gives the same bytes" {
	found=0
	for other in 'sh mawk' 'sh gawk' 'sh original-awk' 'sh busybox' 'dash awk' 'busybox sh awk'; do
		shell=${other% *}
		awk=$(command -v "${other##* }") && command -v "${shell%% *}" >/dev/null || continue
		found=$((found + 1))
		mkdir -p "$BATS_TEST_TMPDIR/bin"
		ln -sf "$awk" "$BATS_TEST_TMPDIR/bin/awk"
		for name in $all; do
			PATH=$BATS_TEST_TMPDIR/bin:$PATH $shell "$BATS_TEST_DIRNAME/../examples/$name" "$fixtures/hostile.tsv" | same "$fixtures/hostile.$name" -
		done
	done
	[ "$found" -gt 0 ]
}
