#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# What rc-tools(7) says under SECURITY, tried: each item of it has a test of its name here or, as to what is around the tools, in
# security-around.bats, and the table at the end has what other files try of it. Hostile words are to stay as they are, in formats,
# too; and `capture` sets out, err and status.
# shellcheck disable=SC1003,SC2016,SC2059,SC2086,SC2094,SC2154

load helper
load security

@test "A line" {
	# Each kind of line with each kind of byte in it; none is taken, the good lines are, and nothing reaches a terminal.
	for byte in '\0' '\x1b[2J' '\x1b]0;x\x07' '\r' '\b' '\x7f' '\xc2\x9b31m' '\xc2\x85' '\xff' '\x9b' '\xc0\xaf' '\xed\xa0\x80'; do
		printf "@ada Ada$byte x\n@bob Bob\n  note: a${byte}b\n  topic: a$byte#\n@a${byte}b\n2026-11-01 met @bob: a${byte}b\n" >text
		printf "2026-11-02 promised @bob a${byte}b\ntier A$byte every 6w\nrule re${byte}ply 2d\n${byte}x\n2026-11-03 met @bob: kept\n" >>text
		capture rc-parse -H -o source,text text
		[ "$status" -eq 1 ]
		printf 'text:2\tBob\ntext:11\tkept\n' | same - "$out"
		is_straight "$err"
		[ "$(wc -l <"$err")" -eq 9 ]
	done
	# What looks like the end of a line is none: as many rows as lines.
	printf '%s\n' '@ada Ada\n@eve Eve\r\n' '  note: x\n2026-11-01 kept @ada paper' '2026-11-02 met @ada: a\n2026-11-03 asked @ada money\t\\' >text
	printf '2026-11-04 met @ada: b\342\200\2502026-11-03 asked @ada money\tx\ty\n' >>text
	capture rc-parse -H text
	[ "$status" -eq 0 ]
	[ "$(wc -l <"$out")" -eq 4 ]
	[ "$(awk -F '\t' 'NF == 12' "$out" | wc -l)" -eq 4 ]
	[ "$(rc-parse text | rc-balance -H -d 2026-11-21 -o who,asked,kept | tr '\t' ' ')" = 'ada 0 0' ]
}

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
}

@test "An id" {
	# None of these is one, declared or used.
	printf '%s\n' .. . -x --help _ '' a/b ../x /etc/passwd 'a;b' 'a|b' 'a$b' '$(x)' '`x`' 'a*' '?' '[a]' '~' 'a=b' '=1+1' '+1' "a'b" 'a"b' 'a\b' 'a<b' 'a>b' 'a&b' \
		'a(b)' 'a{b' '!x' '%s' 'a%b' '#a' a. a- >bad
	printf 'a\342\200\213b\na\342\200\256b\na\302\240b\na\302\255b\na\357\273\277b\na\363\240\201\201b\na\343\205\244\n' >>bad
	sed 's/^/@/' bad >people.txt
	sed 's/^/2026-11-01 met @/' bad >journal.txt
	capture rc-parse -H people.txt journal.txt
	[ "$status" -eq 1 ]
	same empty "$out"
	is_straight "$err"
	[ "$(grep -c ': error: ' "$err")" -eq $((2 * $(wc -l <bad))) ]
	# And of two that look the same one is named; I, l and 1 are others.
	printf '@ada\n@\320\260da\n@zo\303\253\n@zoe\314\210\n@lil\n@Iil\n@1il\n' >people.txt
	capture rc-parse -c people.txt
	[ "$status" -eq 1 ]
	sed 's/^\([^:]*:[0-9]*: warning:\) .* looks like .*/\1/' "$err" | same <(printf 'people.txt:%d: warning:\n' 2 4) -
}

@test "A name or an address" {
	# They come with a table, too, where a field can hold the end of a line. Each in a name, in a text, and as the address.
	for field in 'Eve\r\nBcc: victim@example.org' 'Eve\n\nFrom x\nTo: v@example.org' 'Eve, victim@example.org' '"Eve" <victim@example.org>, x' \
		'Eve\nFrom MAILER-DAEMON Sat Nov 21 00:00:00 2026' '=?utf-8?q?a=0D=0ABcc:_v?=' "$(printf 'Eve\342\200\256, v@example.org')" 'Eve;victim@example.org:' '\tBcc: x'; do
		due='2026-11-05\t16\teve\t%s\tA\tactive\tpromise\tpaper\twhy\t%s\t\t\t\t%s\t\temail\t%s\t\t\t\t\t1\tj:1\n'
		printf "$due" "$field" x "$field" eve@example.org Eve "$field" Eve eve@example.org Eve x Eve "$field"
	done >due
	capture rc-draft -m due
	[ "$status" -eq 0 ]
	is_text "$out"
	is_straight "$err"
	[ "$(grep -c 'no message to @eve' "$err")" -eq 9 ]
	# The messages, as mail has them: headers of known names, To with one address behind what is at the most a name in quotes.
	awk '
		/^From / { messages++; head = 1; next }
		head && /^$/ { head = 0 }
		head && !/^[ \t]/ && $1 !~ /^(From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|Content-Transfer-Encoding|X-RC-[A-Za-z]+):$/
		head && $1 == "To:" && /^To: ([^",;:<>]*|"([^"\\]|\\.)*") <eve@example\.org>$/ { whole++; next }
		head && $1 == "To:" { cut++; next }
		head && cut && /^ .*<eve@example\.org>$/ { cut--; whole++ }
		END { print messages, whole }' "$out" | same <(echo 18 18) -
}

@test "A table" {
	printf '@ada Ada\n2026-11-01 promised @ada paper by 2026-11-05\n2026-11-02 gave @ada intro\n' | rc-parse >good
	due_of <(printf '@ada Ada\n2026-11-01 promised @ada paper by 2026-11-05\n') >due
	for tool in rc-due rc-balance rc-draft; do
		table=good
		[ "$tool" != rc-draft ] || table=due
		last=$(tail -n 1 $table)
		printf '%s\n' "$last"$'\t' "${last%$'\t'*}" "${last/ada/a$'\033[2J'a}" "${last/ada/a$'\302\233'a}" "${last/ada/a$'\377'a}" "${last/ada/a\\x1b}" \
			"${last/ada/a\\}" "${last/ada/a$'\r'}" >rows
		"$tool" $table >wanted
		capture "$tool" $table rows
		[ "$status" -eq 1 ]
		same wanted "$out"
		is_straight "$err"
		[ "$(grep -c ': error: ' "$err")" -eq 8 ]
	done
	# A source may name a file of any length: half of a message is for it.
	printf 'entry\t2026-11-01\tada\tme\tlunched\t\t\t\t\t\t\t%0*d:7\n' 20000 0 >rows
	capture rc-due good rows
	[ "$status" -eq 1 ]
	[ "$(cut -c 1-4095 "$err" | tr -d 0)$(cut -c 4096- "$err")" = ":7: error: expected an entry with a verb, found 'lunched'" ]
}

@test "A template" {
	printf '@ada Ada\n  email: ada@example.org\n2026-11-01 promised @ada paper by 2026-11-05: secret-text\n' >text
	due_of text >due
	# It is data, whatever it looks like ...
	printf '[promise]\nSubject: $(touch ran) {object}\n\n`touch ran` %%s %%n \\\\n {name}\nFrom me\n.\nBcc: victim@example.org\n' >t
	capture rc-draft -m -t t due
	[ "$status" -eq 0 ] || { cat "$err"; return 1; }
	[ "$(grep -c '^From ' "$out")" -eq 1 ]
	[ ! -e ran ]
	awk 'NF == 0 { exit } 1' "$out" >headers
	grep -q '^To: Ada <ada@example.org>$' headers
	run -1 grep -i bcc headers
	# ... and this is none.
	for template in '[promise]\nSubject: a\nBcc: victim@example.org\n\nb\n' '[promise]\nBcc: victim@example.org\nSubject: a\n\nb\n' '[promise]\nSubject: a\n\n\x1b[2J\n' \
		'[promise]\nSubject: a\rBcc: v\n\nb\n' '[promise]\nSubject: a\n\n{path}\n' '[promise]\nSubject: a\n\n{HOME}\n' '[../x]\nSubject: a\n\nb\n'; do
		printf %b "$template" >t
		capture rc-draft -m -t t due
		[ "$status" -eq 2 ]
		is_straight "$err"
		run -1 grep -i '^bcc\|root:' "$out"
	done
}

@test "The name of a file" {
	# Whether there is one, or not: what is said and written of it all is text, and no line of it is the name's own.
	for name in $'no\033[31m' $'no\302\23331m' $'no\342\200\256x' $'no\nerror: x'; do
		for command in rc-parse rc-due rc-balance rc-draft 'rc-draft -t'; do
			$command "$name" || :
			! echo broken >"$name" || $command "$name" || :
			rm -f "$name"
		done
	done >written 2>said </dev/null
	is_straight said
	[ "$(wc -l <said)" -ge 40 ]
	run -1 grep '^error: x' said
	tr -d '\r' <written >lines
	is_straight lines
	# What looks like an option, an assignment of awk, or a command is a name.
	for name in ./-x a=b '$(touch ran)' '`touch ran`' ';touch ran' '|touch ran' '%s%n' '*'; do
		printf '@ada Ada\n2026-11-01 promised @ada paper by 2026-11-05\n' >"$name"
		rc-parse "$name" >table
		[ "$(rc-due -H -d 2026-11-21 -o source <table)" = "$name:2" ]
		mv table "$name"
		for command in rc-due rc-balance; do
			capture "$command" "$name"
			[ "$status" -eq 0 ]
			grep -q ada "$out"
		done
	done
	[ ! -e ran ]
}

@test "Disk and memory" {
	# 40 MiB in one line of text, in memory for a part of that: nothing of it is kept.
	! grep -q __asan_init "$RC_BIN/rc-parse" || skip 'built with a sanitizer'
	(ulimit -v 20000) 2>/dev/null || skip 'no limit of memory here'
	capture bash -o pipefail -c "head -c 41943040 /dev/zero | tr '\\0' x | (ulimit -v 20000 && exec rc-parse -H)"
	[ "$status" -eq 1 ]
	same empty "$out"
	[ "$(wc -c <"$err")" -lt 300 ]
	# Many people, in the memory of one.
	awk 'BEGIN { for (i = 100000; i < 140000; i++) print "entry\t2026-11-01\tp" i "\tme\tpromised\tx\t\t2026-11-05\t\t\t\tj:" i }' >people
	for tool in rc-due rc-balance; do
		capture bash -o pipefail -c "(ulimit -v 20000 && exec $tool -g -H -d 2026-11-21 -o who people) | uniq | wc -l"
		[ "$status" -eq 0 ]
		[ "$(cat "$out")" -eq 40000 ]
		same empty "$err"
		# Wherever the limit is met there is a message, as there is stack for it.
		for limit in 12000 14000 16000 18000 20000 22000; do
			capture bash -c "ulimit -v $limit && exec $tool -H people"
			[ "$status" -eq 2 ]
			holds "$err" "$tool: out of memory"$'\n'
		done
	done
}

@test "A fault in a tool" {
	# Somebody who has taken a tool over: tests/rights/tried.c tries all that is worth having, at the first read.
	[ -e /proc/sys/kernel/seccomp ] && echo '#include <linux/seccomp.h>' | ${CC:-cc} -E - >/dev/null || skip 'no filters of system calls here'
	! LC_ALL=C grep -aqE '__(asan|gcov)_' "$RC_BIN/rc-parse" || skip 'the programs watch or count what they do themselves'
	${CC:-cc} -O1 -shared -fPIC -o tried.so "$BATS_TEST_DIRNAME/rights/tried.c" -ldl || skip 'no library can be made here'
	echo x >there
	printf '@ada Ada\n2026-11-01 promised @ada paper by 2026-11-05\n' >text
	rc-parse text >table
	due_of text >due
	rc-draft -p >templates
	tried() { LD_PRELOAD=$PWD/tried.so capture "$@" 9>other; }
	tried tr a b <text
	[ "$(grep -c ': let through$' "$err")" -gt 15 ] && grep -aq '/ld-' "$RC_BIN/rc-parse" || skip 'no library can be loaded before those of the system here'
	attempts=$(wc -l <"$err")
	rm -rf made here
	echo x >there
	for command in 'rc-parse text' 'rc-parse -c text' 'rc-due table' 'rc-due -g -d 2026-11-21 table' 'rc-balance table' 'rc-balance -s table' 'rc-draft due' \
		'rc-draft -m -d 2026-11-21 -f robin@example.org due' 'rc-draft -t templates'; do
		input=${command##* }
		[ "$input" != templates ] || input=due
		# Of what was named, and of a pipe: no file at all.
		tried $command <due
		[ "$status" -ne 159 ] || skip 'built so that what is refused kills'
		[ "$status" -eq 0 ] || { echo "$command"; cat "$err"; return 1; }
		[ "$(grep -c ': refused$' "$err")" -eq $((attempts - 1)) ]
		grep -qx 'read a file: let through' "$err"
		[[ $command != *' templates' ]] || continue
		tried ${command% *} <"$input"
		[ "$status" -eq 0 ]
		[ "$(grep -c ': refused$' "$err")" -eq "$attempts" ]
	done
	[ "$(cat there)" = x ]
	[ ! -e made ]
	[ ! -e here ]
	[ ! -s other ]
}

# Item of the page | file: what the names of its tests begin with.
elsewhere='
A line | contract: a line with a control character or bad UTF-8 is rejected
A line | contract: what a message shows of the input cannot drive a terminal
A line | rc-parse: NUL is an error outside comments
A line | rc-due: what a message takes from the table cannot drive a terminal
A line | vcf2people: nothing in a card becomes a field
A line | mail2journal: a subject is text of one entry, whatever it holds
A line | ics2journal: a summary is text of one entry, whatever it holds
A mark of direction | rc-show: controls, escapes of terminals, marks of direction
A mark of direction | rc-who: nothing that a terminal would obey gets through
A mark of direction | rc-read: nothing that controls a terminal gets through
An id | rc-parse: once all is read, ids that nobody declares, tiers that nobody defines, and ids that look the same
An id | rc-parse: each row of the table of look-alikes, and each wide letter, is found
An id | rc-parse: ids, words and tags begin and end with what they may, and hold nothing that cannot be seen
A name or an address | rc-draft: names are atoms, quoted, or encoded
A name or an address | rc-draft: fields of any bytes break out of no header
A name or an address | fuzz: messages have the headers that they should have
A table | rc-due: control characters and what is no UTF-8 are errors
A table | contract: a row with a column too few or too many, or an escape that is none of the four, is rejected
A template | rc-draft: each fault of a file of templates, a control character too, is said
The name of a file | rc-parse: a file whose name is not text is not read
The name of a file | rc-git: a name that git can only quote is refused
A cell | due2: CSV: the cells are the fields for every reader
A task | due2: todo.txt: no text forges
A task | due2: Org: one headline
A task | due2: Taskwarrior: texts forge nothing
A word for the shell | rc-log: a line on standard input is kept as it is
A word for the shell | vcf2people: mutt reads the aliases, and runs nothing
A word for the shell | shells: nothing from the files is run by a shell
A word for the shell | rc-words: nothing from the files is run
A word for the shell | editors: vim and neovim: :make checks people.txt and every journal, jumps, and runs no name
Disk and memory | rc-parse: memory does not grow with the number of entries
Disk and memory | contract: a very long line takes none of the others with it
A fault in a tool | install: the tools are hardened where the compiler can
A fault in a tool | eight: words and vectors give what loops
A fault in a tool | rights: files are unveiled where there are some
A fault in a tool | fuzz: people and journal: the table is accepted
Disk and memory | rc-git: the staged text lies where only its owner can read it
'

@test "each item of the page has its tests, and there is no other" {
	awk '/^\.Sh/ { on = $2 == "SECURITY" } on && sub(/^\.It /, "")' "$BATS_TEST_DIRNAME/../man/rc-tools.7" >items
	[ "$(wc -l <items)" -gt 8 ]
	sed -n 's/^@test "\([A-Z].*\)" {$/\1/p' "$BATS_TEST_DIRNAME"/security{,-around}.bats | sort -u | same <(sort items) -
	while IFS= read -r row; do
		item=${row%% | *} rest=${row#* | }
		[[ $'\n'$(<items)$'\n' == *$'\n'"$item"$'\n'* ]] || { echo "no item: $item"; return 1; }
		[[ $(<"$BATS_TEST_DIRNAME/${rest%%: *}.bats") == *"@test \"${rest#*: }"* ]] || { echo "no test: $rest"; return 1; }
	done < <(grep ' | ' <<<"$elsewhere")
}
