#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-log: what it puts into a journal, what it refuses, and what it asks on a terminal.
# shellcheck disable=SC2154 # capture sets out, err, status
# shellcheck disable=SC2016 # what is quoted is to stay as it is

load helper

# Each test has a folder of its own. Today is a Wednesday.
setup() {
	PATH=$(cd "$BATS_TEST_DIRNAME/../examples" && pwd):$PATH
	export RC_TODAY=2026-11-18
	fresh
}

fresh() {
	export RC_DIR=$BATS_TEST_TMPDIR/folder
	rm -rf "$RC_DIR"
	mkdir -p "$RC_DIR"
	printf '@tom Tom\n@lena Lena\n@Ελένη\n@nina\n' >"$RC_DIR/people.txt"
	printf '# what was\n2026-11-10 met @tom\n' >"$RC_DIR/journal.txt"
	cp "$RC_DIR/journal.txt" "$BATS_TEST_TMPDIR/before"
}

# added [LINE ...]: the journal is what it was before, to the byte, and then these lines.
added() {
	cp "$BATS_TEST_TMPDIR/before" "$BATS_TEST_TMPDIR/wanted"
	[ $# -eq 0 ] || printf '%s\n' "$@" >>"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$RC_DIR/journal.txt"
}

# shows TEXT: it is somewhere in what was shown.
shows() {
	grep -qF -- "$1" "$BATS_TEST_TMPDIR/out" "$BATS_TEST_TMPDIR/err" && return
	cat "$BATS_TEST_TMPDIR/out" "$BATS_TEST_TMPDIR/err"
	return 1
}

needs_script() {
	script -qec true /dev/null </dev/null >/dev/null 2>&1 || skip 'no script(1) as util-linux has it'
}

# typed KEYS COMMAND [ARG ...]: run it with these keys and ^D on standard input, which stays open: script(1) is slow to end else.
typed() {
	local keys=$1
	shift
	rm -f "$BATS_TEST_TMPDIR/keys"
	mkfifo "$BATS_TEST_TMPDIR/keys"
	exec 4<>"$BATS_TEST_TMPDIR/keys"
	printf '%b\004' "$keys" >&4
	"$@" <&4 4>&-
	exec 4>&-
}

# on_terminal KEYS [WORD ...]: as capture, of rc-log on a terminal where somebody types these keys (printf's %b) and then ^D.
on_terminal() {
	local keys=$1 command='rc-log'
	shift
	[ $# -eq 0 ] || command="rc-log $(printf '%q ' "$@")"
	needs_script
	typed "$keys" capture script -qec "$command" /dev/null
	tr -d '\r' <"$out" >"$out.plain"
	mv "$out.plain" "$out"
}

# Until rc-parse gives remedies, and whatever it learns later: one that says these things of these lines, else is the real one.
stand_in() {
	mkdir -p "$BATS_TEST_TMPDIR/early"
	cat >"$BATS_TEST_TMPDIR/early/rc-parse" <<-EOF
		#!/bin/sh
		IFS= read -r line
		say() {
			printf '<stdin>:1:12: error: expected %s\n' "\$1" >&2
			exit 1
		}
		case \$line in
		'2026-11-18 coffee with @tom')
			say "a verb, found 'coffee'; write: 2026-11-18 met @tom: coffee" ;;
		'2026-11-17 coffee with @tom')
			say "a verb, found 'coffee'; write: 2026-11-17 met @tom: coffee" ;;
		'2026-11-18 coffee with @tom on friday')
			say "a verb, found 'coffee'; write: 2026-11-18 met @tom: coffee on friday" ;;
		'2026-11-18 coffee with @tom yesterday')
			say "a verb, found 'coffee'; write: 2026-11-18 met @tom: coffee yesterday" ;;
		'2026-11-18 will send @tom the paper tomorrow')
			say "a verb, found 'will'; write: 2026-11-18 promised @tom paper by tomorrow" ;;
		'2026-11-18 coffee with @tmo')
			say "a verb, found 'coffee'; write: 2026-11-18 met @tmo: coffee" ;;
		'2026-11-18 asked @nina: budget?')
			say "an object; write: 2026-11-18 asked @nina ...: budget?" ;;
		'2026-11-18 asked: budget?')
			say "people; write: 2026-11-18 asked ... ...: budget?" ;;
		'2026/11/02 met @tom')
			say "a date, found '2026/11/02'; write: 2026-11-02 met @tom" ;;
		'2026-11-18 hm @tom; write: error: x')
			say "a verb, found 'hm'; write: 2026-11-18 noted @tom: warning: a; write: error: x" ;;
		'2026-11-18 wrong @tom')
			say "a verb, found 'wrong'; write: 2026-11-18 still wrong @tom" ;;
		'2026-11-18 same @tom')
			say "a verb, found 'same'; write: 2026-11-18 same @tom" ;;
		'2026-11-18 long @tom')
			say "a verb; write: 2026-11-18 met @tom: $(printf '%09000d' 0)" ;;
		'2026-11-18 silent @tom') exit 1 ;;
		'2026-11-18 many @tom')
			echo 'rc-parse: 20 more not shown (errors: 20, warnings: 0)' >&2
			exit 1 ;;
		esac
		printf '%s\n' "\$line" | "$RC_BIN/rc-parse" "\$@"
	EOF
	chmod 755 "$BATS_TEST_TMPDIR/early/rc-parse"
	PATH=$BATS_TEST_TMPDIR/early:$PATH
}

# What the words of a case come to: the line that was added, or what was said instead. Nothing else may have changed.
log() {
	local result=0
	fresh
	rc-log "$1" </dev/null 2>&1 || result=$?
	[ "$result" = 0 ] || added
	return "$result"
}

@test "a line is added with today in front, and shown" {
	capture rc-log met @tom 30m: lunch
	[ "$status" -eq 0 ]
	same <(echo 'added: 2026-11-18 met @tom 30m: lunch') "$out"
	same /dev/null "$err"
	added '2026-11-18 met @tom 30m: lunch'
}

@test "a day in front is the day of the entry, and no other word is" {
	each_case log <<-'EOF'
		met @tom                          | added: 2026-11-18 met @tom
		today met @tom                    | added: 2026-11-18 met @tom
		Today: met @tom                   | added: 2026-11-18 met @tom
		yesterday met @tom                | added: 2026-11-17 met @tom
		Yesterday, @tom wrote: today?     | added: 2026-11-17 @tom wrote: today?
		tomorrow meet @tom                | added: 2026-11-19 meet @tom
		# The latest such day; today counts.
		wed met @tom                      | added: 2026-11-18 met @tom
		thu met @tom                      | added: 2026-11-12 met @tom
		fri met @tom                      | added: 2026-11-13 met @tom
		Friday met @tom                   | added: 2026-11-13 met @tom
		sat met @tom                      | added: 2026-11-14 met @tom
		sun met @tom                      | added: 2026-11-15 met @tom
		mon met @tom                      | added: 2026-11-16 met @tom
		tuesday met @tom                  | added: 2026-11-17 met @tom
		on tue met @tom                   | added: 2026-11-17 met @tom
		# The one before today.
		last wed met @tom                 | added: 2026-11-11 met @tom
		last tue met @tom                 | added: 2026-11-17 met @tom
		last night met @tom               | added: 2026-11-17 met @tom
		# An appointment lies ahead; today counts.
		fri meet @tom: lunch              | added: 2026-11-20 meet @tom: lunch
		on tuesday meet @tom              | added: 2026-11-24 meet @tom
		wed meet @tom                     | added: 2026-11-18 meet @tom
		on mon meet @tom                  | added: 2026-11-23 meet @tom
		2026-11-02 met @tom               | added: 2026-11-02 met @tom
		\x20 2026-11-02 met @tom \t       | added: 2026-11-02 met @tom
		met @tom: on friday, or yesterday | added: 2026-11-18 met @tom: on friday, or yesterday
		promised @tom paper by friday     | added: 2026-11-18 promised @tom paper by friday
		want @tom paper by today          | added: 2026-11-18 want @tom paper by today
		met @tom  \x20 two:  blanks       | added: 2026-11-18 met @tom    two:  blanks
		2026-11-02 gave @tom friday       | added: 2026-11-02 gave @tom friday
	EOF
}

@test "what was meant as a date is left to rc-parse, and today is not put before it" {
	judged() { log "$1" | sed -e 's/; write: .*//' -e "s/^rc-log: .*found \('[^']*'\).*/found \1/"; return "${PIPESTATUS[0]}"; }
	each_case judged <<-'EOF'
		2026/11/02 met @tom    | found '2026/11/02' + status 1
		2026.11.02 met @tom    | found '2026.11.02' + status 1
		20261102 met @tom      | found '20261102' + status 1
		18.11. met @tom        | found '18.11.' + status 1
		11-18 met @tom         | found '11-18' + status 1
		2 Nov met @tom         | found '2' + status 1
		2026-02-30 met @tom    | found '2026-02-30' + status 1
	EOF
	for line in 'Nov 2, 2026 met @tom' '* 2026-11-02 met @tom' '- 2026-11-02 met @tom' 'may 5 met @tom' '2nd Nov 2026 met @tom'; do
		run -1 --separate-stderr rc-log <<<"$line"
		[[ $stderr != *2026-11-18* ]]
	done
	# A duration is no date.
	run -1 --separate-stderr rc-log 1.5h met @tom </dev/null
	[[ $stderr == *"found '1.5h'"* ]]
	added
}

@test "a day further on is neither an object nor text under today's date, unseen" {
	each_case log <<-'EOF'
		met @tom yesterday           | rc-log: expected the day first, found 'yesterday' further on; write: 2026-11-17 met @tom + status 1
		met @tom yesterday: lunch    | rc-log: expected the day first, found 'yesterday' further on; write: 2026-11-17 met @tom: lunch + status 1
		met @tom today               | rc-log: expected the day first, found 'today' further on; write: 2026-11-18 met @tom + status 1
		promised @tom paper today    | rc-log: expected the day first, found 'today' further on (for a deadline, put 'by' before it; if it is text, ':') + status 1
		coffee yesterday with @nobody | rc-log: expected the day first, found 'yesterday' further on; write: 2026-11-17 coffee with @nobody + status 1
		met @tom 3 days ago          | rc-log: expected the day first, found 'ago' further on (for a deadline, put 'by' before it; if it is text, ':') + status 1
		met @tom last week           | rc-log: expected the day first, found 'last' further on (for a deadline, put 'by' before it; if it is text, ':') + status 1
		hm about yesterday with @tom | rc-log: expected the day first, found 'yesterday' further on (for a deadline, put 'by' before it; if it is text, ':') + status 1
		gave @tom friday             | rc-log: expected the day first, found 'friday' further on (for a deadline, put 'by' before it; if it is text, ':') + status 1
		meet @tom tomorrow           | rc-log: expected the day first, found 'tomorrow' further on (for a deadline, put 'by' before it; if it is text, ':') + status 1
	EOF
	stand_in
	run -1 --separate-stderr rc-log coffee with @tom yesterday </dev/null
	[ "$stderr" = "rc-log: expected the day first, found 'yesterday' further on; write: 2026-11-17 coffee with @tom" ]
	run -1 --separate-stderr rc-log coffee with @tom on friday </dev/null
	[[ $stderr == "rc-log: expected the day first, found 'friday' further on ("* ]]
	run -1 --separate-stderr rc-log will send @tom the paper tomorrow </dev/null
	[ "$stderr" = "rc-log: expected a verb, found 'will'; write: 2026-11-18 promised @tom paper by tomorrow" ]
	added
}

@test "months, years and leap days are crossed, and only a real day can be today" {
	for days in '2026-03-01 2026-02-28' '2024-03-01 2024-02-29' '2000-03-01 2000-02-29' '1900-03-01 1900-02-28' \
		'2027-01-01 2026-12-31' '2026-05-01 2026-04-30' '0001-03-01 0001-02-28' '9999-12-31 9999-12-30'; do
		fresh
		rc-log -d "${days% *}" yesterday met @tom </dev/null
		added "${days#* } met @tom"
	done
	for day in 2026-02-29 2026-13-01 2026-00-10 2026-11-00 2026-11-31 0000-01-01 26-11-18 2026-11-18x $'2026-11-18\n' '' today; do
		capture rc-log -d "$day" met @tom
		[ "$status" -eq 2 ]
		shows 'expected a date like 2026-11-21 as today'
	done
	RC_TODAY=tuesday capture rc-log met @tom
	[ "$status" -eq 2 ]
}

@test "every weekday of a year is found as date(1) has it" {
	date -d 2026-11-18 +%a >/dev/null 2>&1 || skip "no date -d"
	for ((n = 0; n < 366; n += 13)); do
		day=$(date -d "2026-11-18 +$n days" +%F)
		fresh
		rc-log -d "$day" "$(date -d "$day -4 days" +%A)" met @tom </dev/null
		added "$(date -d "$day -4 days" +%F) met @tom"
	done
}

@test "without a day to go by, today is the clock's" {
	unset RC_TODAY
	before=$(date +%Y-%m-%d)
	capture rc-log met @tom
	[[ $(cat "$out") == "added: $before met @tom" || $(cat "$out") == "added: $(date +%Y-%m-%d) met @tom" ]]
}

@test "a line on standard input is kept as it is, whatever a shell would make of it" {
	capture rc-log <<-'EOF'
		@Ελένη asked paper #acme: who's (really) in? $HOME `id` \n \\ %s * ~ "q" ; | & Łódź à É ₤
	EOF
	[ "$status" -eq 0 ]
	same /dev/null "$err"
	added '2026-11-18 @Ελένη asked paper #acme: who'"'"'s (really) in? $HOME `id` \n \\ %s * ~ "q" ; | & Łódź à É ₤'
	fresh
	printf 'met @tom\r\n' | rc-log
	added '2026-11-18 met @tom'
	fresh
	printf 'met @tom: no line feed' | rc-log
	added '2026-11-18 met @tom: no line feed'
	fresh
	printf '2026-11-02\tmet @tom:\ta\t\tb\t\n' | rc-log
	added $'2026-11-02\tmet @tom:\ta\t\tb'
}

@test "every byte that text may hold comes through words and standard input" {
	local all=''
	for ((c = 0xa0; c < 0x800; c++)); do
		printf -v char '\\x%02x\\x%02x' $((0xc0 | c >> 6)) $((0x80 | c & 63))
		printf -v char %b "$char"
		all+=$char
	done
	for ((c = 33; c < 127; c++)); do
		printf -v char '\\x%02x' "$c"
		printf -v char %b "$char"
		all+=$char
	done
	rc-log "met @tom: $all" </dev/null >"$BATS_TEST_TMPDIR/shown"
	printf '%s\n' "met @tom: $all" | rc-log >>"$BATS_TEST_TMPDIR/shown"
	added "2026-11-18 met @tom: $all" "2026-11-18 met @tom: $all"
	same <(printf 'added: %s\n' "2026-11-18 met @tom: $all" "2026-11-18 met @tom: $all") "$BATS_TEST_TMPDIR/shown"
}

@test "nothing, more than one line, and bytes that are not text are refused" {
	for input in '' '\n' '  \t\n' 'met @tom\nmet @lena\n' '\nmet @tom\n' 'met @tom: a\0b\n' 'met @tom: \033[31m\n' 'met @tom: \377\n' \
		'met @tom: a\rb\n' 'met @tom \033[31m yesterday\n' 'met @tom \302\233 yesterday\n'; do
		capture rc-log < <(printf '%b' "$input")
		[ "$status" -eq 1 ]
		[ -s "$err" ]
		run ! grep -q $'[\033\302]' "$err"
		[ ! -s "$out" ]
	done
	capture rc-log $'met @tom\n2026-11-18 met @lena'
	[ "$status" -eq 1 ]
	added
}

@test "the longest line is added whole, and a longer one is not" {
	text=$(printf '%065515d' 0)
	printf 'met @tom: %s\n' "${text:0:65515}" | rc-log >/dev/null
	added "2026-11-18 met @tom: ${text:0:65515}"
	fresh
	capture rc-log < <(printf 'met @tom: %s0\n' "$text")
	[ "$status" -eq 1 ]
	added
}

@test "an id that nobody has is refused, with the nearest" {
	each_case log <<-'EOF'
		met @tmo: x            | rc-log: no @ line declares @tmo: did you mean @tom?; write: 2026-11-18 met @tom: x + status 1
		met @tom and @lenna    | rc-log: no @ line declares @lenna: did you mean @lena?; write: 2026-11-18 met @tom and @lena + status 1
		@Ελέν wrote            | rc-log: no @ line declares @Ελέν: did you mean @Ελένη?; write: 2026-11-18 @Ελένη wrote + status 1
		met @somebody-else     | rc-log: no @ line declares @somebody-else: add one, with a name + status 1
	EOF
	# What is wrong with the people is shown then: it may be why.
	printf '@raj\001 Raj\n' >>"$RC_DIR/people.txt"
	capture rc-log met @raj
	[ "$status" -eq 1 ]
	shows 'people.txt:5:5: error:'
	capture rc-log met @tom
	[ "$status" -eq 0 ]
	same /dev/null "$err"
}

@test "where people.txt declares nobody, everybody is known" {
	echo '# nobody yet' >"$RC_DIR/people.txt"
	rc-log met @anybody </dev/null
	added '2026-11-18 met @anybody'
}

@test "without a terminal a remedy is shown, and nothing is added" {
	stand_in
	each_case log <<-'EOF'
		coffee with @tom                     | rc-log: expected a verb, found 'coffee'; write: 2026-11-18 met @tom: coffee + status 1
		asked @nina: budget?                 | rc-log: expected an object; write: 2026-11-18 asked @nina ...: budget? + status 1
		2026/11/02 met @tom                  | rc-log: expected a date, found '2026/11/02'; write: 2026-11-02 met @tom + status 1
		hm @tom; write: error: x             | rc-log: expected a verb, found 'hm'; write: 2026-11-18 noted @tom: warning: a; write: error: x + status 1
		same @tom                            | rc-log: expected a verb, found 'same' + status 1
		silent @tom                          | rc-log: rc-parse failed + status 2
	EOF
	# The end of a message that is too long is not there; so is none of its remedy.
	capture rc-log long @tom
	[ "$status" -eq 1 ]
	same <(echo 'rc-log: expected a verb') "$err"
	added
	capture rc-log many @tom
	[ "$status" -eq 2 ]
	shows 'people.txt needs correction first'
	# A line on standard input leaves nothing to ask with, even where the screen is one.
	needs_script
	typed '' script -qec "echo coffee with @tom | rc-log" /dev/null >"$out" || true
	shows 'write: 2026-11-18 met @tom: coffee'
	added
}

@test "a warning is shown, and the line is added as it is" {
	capture rc-log met @tom and @tom
	[ "$status" -eq 0 ]
	shows 'rc-log: @tom is named twice: it counts once'
	added '2026-11-18 met @tom and @tom'
}

@test "on a terminal, Enter takes the remedy, and nothing else but yes does" {
	stand_in
	on_terminal '\n' coffee with @tom
	[ "$status" -eq 0 ]
	shows "rc-log: expected a verb, found 'coffee'"
	shows '  2026-11-18 met @tom: coffee'
	shows 'added: 2026-11-18 met @tom: coffee'
	added '2026-11-18 met @tom: coffee'
	for keys in 'n\n' 'no\n' '' 'x\n' ' \n' 'met @tom\n'; do
		fresh
		on_terminal "$keys" coffee with @tom
		[ "$status" -eq 1 ]
		shows 'nothing added'
		added
	done
	fresh
	on_terminal 'y\n' yesterday coffee with @tom
	added '2026-11-17 met @tom: coffee'
}

@test "on a terminal, one remedy can follow another, and each is taken on its own" {
	stand_in
	on_terminal '\n\n' coffee with @tmo
	[ "$status" -eq 0 ]
	added '2026-11-18 met @tom: coffee'
	fresh
	on_terminal '\nn\n' coffee with @tmo
	[ "$status" -eq 1 ]
	added
	on_terminal '\n\n' coffee with @tom yesterday
	added '2026-11-17 met @tom: coffee'
	# A remedy that is wrong itself, or none at all, ends it.
	fresh
	on_terminal '\n\n\n' wrong @tom
	[ "$status" -eq 1 ]
	on_terminal '\n\n\n' same @tom
	[ "$status" -eq 1 ]
	added
}

@test "on a terminal, a missing word is asked for and put into its place" {
	stand_in
	on_terminal 'numbers\n' asked @nina: budget?
	[ "$status" -eq 0 ]
	shows 'What is missing at ...?'
	added '2026-11-18 asked @nina numbers: budget?'
	fresh
	on_terminal '@nina\nnumb&\\\\1\n' asked: budget?
	[ "$status" -eq 1 ]
	added
	on_terminal '@nina\nnumbers\n' asked: budget?
	added '2026-11-18 asked @nina numbers: budget?'
	# Enter alone is no word, and dots are none.
	for keys in '\n' '' '...\n' '@nina\n\n'; do
		fresh
		on_terminal "$keys" asked: budget?
		[ "$status" -eq 1 ]
		added
	done
}

@test "on a terminal, no words at all are asked for" {
	on_terminal "@lena wrote #news: what's new (if anything)?\n"
	[ "$status" -eq 0 ]
	shows 'What happened?'
	added "2026-11-18 @lena wrote #news: what's new (if anything)?"
	fresh
	on_terminal 'yesterday met @tom\n'
	added '2026-11-17 met @tom'
	for keys in '\n' ''; do
		fresh
		on_terminal "$keys"
		[ "$status" -eq 1 ]
		added
	done
}

@test "on a terminal, a warning asks whether it was meant" {
	on_terminal '\n' met @tom @tom
	added '2026-11-18 met @tom @tom'
	fresh
	on_terminal 'n\n' met @tom @tom
	[ "$status" -eq 1 ]
	added
}

@test "a line without words on a terminal without a screen is read and never asked about" {
	stand_in
	needs_script
	typed '\n' script -qec "rc-log coffee with @tom 2>'$BATS_TEST_TMPDIR/err'" /dev/null >"$BATS_TEST_TMPDIR/out" || true
	shows 'write: 2026-11-18 met @tom: coffee'
	added
}

@test "a last line without its line feed stays an entry of its own" {
	printf '2026-11-11 met @lena: the last' >>"$RC_DIR/journal.txt"
	rc-log met @tom </dev/null
	same <(cat "$BATS_TEST_TMPDIR/before" && printf '2026-11-11 met @lena: the last\n2026-11-18 met @tom\n') "$RC_DIR/journal.txt"
}

@test "an empty journal, none, and one at the end of a link are begun" {
	: >"$RC_DIR/journal.txt"
	rc-log met @tom </dev/null
	same <(echo '2026-11-18 met @tom') "$RC_DIR/journal.txt"
	rm "$RC_DIR/journal.txt"
	rc-log met @tom </dev/null
	same <(echo '2026-11-18 met @tom') "$RC_DIR/journal.txt"
	rm "$RC_DIR/journal.txt"
	ln -s ../elsewhere.txt "$RC_DIR/journal.txt"
	rc-log met @tom </dev/null
	same <(echo '2026-11-18 met @tom') "$BATS_TEST_TMPDIR/elsewhere.txt"
	[ -L "$RC_DIR/journal.txt" ]
}

@test "what is in the journal is left as it is, faults and all" {
	printf '\xff\0no text\r\n<<<<<<< ours\n  stray\r' >"$RC_DIR/journal.txt"
	cp "$RC_DIR/journal.txt" "$BATS_TEST_TMPDIR/before"
	rc-log met @tom </dev/null
	same <(cat "$BATS_TEST_TMPDIR/before" && printf '\n2026-11-18 met @tom\n') "$RC_DIR/journal.txt"
	[ "$(ls "$RC_DIR")" = $'journal.txt\npeople.txt' ]
}

@test "fifty at once lose nothing, long lines among them, whoever mends the last line feed" {
	printf 'cut' >"$RC_DIR/journal.txt"
	for ((i = 0; i < 50; i++)); do
		printf '2026-11-18 met @tom: %d %0*d\n' "$i" $((i % 5 * 14000 + 1)) "$i"
	done | sort >"$BATS_TEST_TMPDIR/wanted"
	while IFS= read -r line; do
		printf '%s\n' "$line" | rc-log >/dev/null 3>&- &
	done <"$BATS_TEST_TMPDIR/wanted"
	wait
	[ "$(head -n 1 "$RC_DIR/journal.txt")" = cut ]
	# Several may mend at the same time: an empty line means nothing.
	same "$BATS_TEST_TMPDIR/wanted" <(tail -n +2 "$RC_DIR/journal.txt" | grep . | sort)
}

@test "a line is appended in one write, however long it is" {
	command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null || skip 'no strace'
	printf 'cut' >"$RC_DIR/journal.txt"
	# A traced process cannot look for its own leaks: only with a sanitizer does the setting mean anything.
	printf 'met @tom: %060000d\n' 0 | ASAN_OPTIONS=detect_leaks=0 strace -f -y -e trace=write,writev,pwrite64 -o "$BATS_TEST_TMPDIR/trace" rc-log >/dev/null
	[ "$(grep -c '/journal.txt>' "$BATS_TEST_TMPDIR/trace")" -eq 1 ]
	# Its end may be on a line of its own, "<... write resumed>".
	grep -Eq 'write.* = 60023$' "$BATS_TEST_TMPDIR/trace"
}

@test "the folder is -C, else RC_DIR, else the current one" {
	there=$BATS_TEST_TMPDIR/-t\ h
	mkdir "$there"
	cp "$RC_DIR/people.txt" "$there"
	rc-log -C "$there" met @tom </dev/null
	(cd "$BATS_TEST_TMPDIR" && rc-log -C '-t h' met @tom </dev/null)
	(cd "$there" && CDPATH=$BATS_TEST_TMPDIR RC_DIR='' rc-log met @tom </dev/null)
	(cd "$there" && unset RC_DIR && rc-log met @tom </dev/null)
	[ "$(grep -cx '2026-11-18 met @tom' "$there/journal.txt")" -eq 4 ]
	added
}

@test "a folder without people, a journal that is no file, and no rc-parse are said, and status 2" {
	capture rc-log -C "$BATS_TEST_TMPDIR/nowhere" met @tom
	[ "$status" -eq 2 ]
	shows 'rc-log: cannot use the folder'
	mkdir "$BATS_TEST_TMPDIR/empty"
	capture rc-log -C "$BATS_TEST_TMPDIR/empty" met @tom
	[ "$status" -eq 2 ]
	shows 'rc-log: no people.txt in'
	[ ! -e "$BATS_TEST_TMPDIR/empty/journal.txt" ]
	mkdir "$BATS_TEST_TMPDIR/bin"
	for program in sh awk date tr cat; do ln -s "$(command -v "$program")" "$BATS_TEST_TMPDIR/bin"; done
	PATH=$BATS_TEST_TMPDIR/bin capture "$(command -v rc-log)" met @tom
	[ "$status" -eq 2 ]
	shows 'rc-log: rc-parse is not installed'
	rm "$RC_DIR/journal.txt"
	ln -s /dev/full "$RC_DIR/journal.txt"
	capture rc-log met @tom
	[ "$status" -eq 2 ]
	shows 'rc-log: journal.txt is not a file'
}

@test "a write that fails is said, with the reason, and status 2" {
	full=$(printf '%02000d' 0)
	echo "# $full" >>"$RC_DIR/journal.txt"
	cp "$RC_DIR/journal.txt" "$BATS_TEST_TMPDIR/before"
	capture bash -c 'ulimit -f 1; trap "" XFSZ; exec rc-log met @tom'
	[ "$status" -eq 2 ]
	shows 'rc-log: cannot write journal.txt, look at its end: '
	[ ! -s "$out" ]
	added
}

@test "the options of page and usage are the same, and a wrong one is status 2" {
	rc-log -h | sed -n 's/^  -\([A-Za-z]\) .*/\1/p' | sort >"$BATS_TEST_TMPDIR/usage"
	sed -n 's/^\.It Fl \([A-Za-z]\).*/\1/p' "$BATS_TEST_DIRNAME/../man/rc-log.1" | sort |
		same "$BATS_TEST_TMPDIR/usage" -
	same <(rc-log -h) <(rc-log --help)
	for wrong in -x -d -C --version; do
		capture rc-log "$wrong"
		[ "$status" -eq 2 ]
		shows 'try rc-log -h'
	done
	rc-log -- met @tom </dev/null
	added '2026-11-18 met @tom'
}

# lines_by AWK SHELL: what comes of some lines with these two, journal and messages; compared with the first of such runs.
lines_by() {
	command -v "$1" >/dev/null && command -v "${2%% *}" >/dev/null || return 0
	ln -sf "$(command -v "$1")" "$BATS_TEST_TMPDIR/awk/awk"
	fresh
	for words in 'fri met @tom: Łódź \\ %d & à' 'coffee with @tom' 'met @lenna: x' 'met @tom yesterday' 'asked @nina: budget?' \
		'2 Nov met @tom' 'last wed wrote @tom #a' 'tomorrow meet @Ελένη' '1.5h met @tom'; do
		# shellcheck disable=SC2086 # the shell is words
		printf '%s\n' "$words" | $2 "$(command -v rc-log)" 2>&1 || echo "status $?"
	done >"$BATS_TEST_TMPDIR/found"
	cat "$RC_DIR/journal.txt" >>"$BATS_TEST_TMPDIR/found"
	[ -e "$BATS_TEST_TMPDIR/first" ] || cp "$BATS_TEST_TMPDIR/found" "$BATS_TEST_TMPDIR/first"
	same "$BATS_TEST_TMPDIR/first" "$BATS_TEST_TMPDIR/found" || { echo "$1, $2"; return 1; }
}

@test "every shell and every awk here does the same" {
	stand_in
	here=$(readlink -f "$(command -v awk)")
	mkdir "$BATS_TEST_TMPDIR/awk"
	PATH=$BATS_TEST_TMPDIR/awk:$PATH
	for shell in sh dash 'bash --posix' 'busybox sh' ksh yash; do lines_by "$here" "$shell"; done
	for awk in mawk gawk original-awk busybox; do lines_by "$awk" sh; done
	grep -q '^2026-11-13 met @tom: Łódź' "$BATS_TEST_TMPDIR/first"
	[ "$(grep -c '^status 1' "$BATS_TEST_TMPDIR/first")" -eq 6 ]
}
