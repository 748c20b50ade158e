#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# mail2journal: which messages become lines for the journal, what these say, and what is left out.
# shellcheck disable=SC2154 # capture sets out, err, status
# shellcheck disable=SC2016 # what is quoted is to stay as it is
# shellcheck disable=SC2030,SC2031 # each test has its own people

load helper

setup() {
	PATH=$(cd "$BATS_TEST_DIRNAME/../examples" && pwd):$PATH
	unset RC_DIR RC_TODAY
	people=$BATS_TEST_DIRNAME/mail2journal/people.txt
	inbox=$BATS_TEST_DIRNAME/mail2journal/inbox.mbox
	cd "$BATS_TEST_TMPDIR" || return 1
	: >journal.txt
}

# mail [ARG ...]: mail2journal with the people of these tests, and an address of mine.
mail() {
	mail2journal -p "$people" -j journal.txt -a me@example.net "$@"
}

# message [HEADER ...]: a message with these headers as a file of its own.
message() {
	printf '%s\n' "$@" '' 'The text.'
}

# sound FILE: rc-parse has nothing to say of these lines, and they are as many entries.
sound() {
	rc-parse -c "$people" "$1" 2>&1
	[ "$(rc-parse -H -o record,source "$people" "$1" | grep '^entry' | sort -u | wc -l)" -eq "$(wc -l <"$1")" ]
}

expected_lines() {
	cat <<-'EOF'
		2026-11-10 @bob wrote: <third@example.org>
		2026-11-10 @ada wrote: The engine, in two lines <first@example.org>
		2026-11-10 wrote @ada, @bob, @ελένη: Re: The engine <second@example.net>
	EOF
}

@test "an mbox becomes lines in order of time, and every message is counted" {
	capture mail "$inbox"
	[ "$status" -eq 0 ]
	same <(expected_lines) "$out"
	same <(echo 'mail2journal: 8 messages: 3 written, 5 left out (1 from lists, 1 automatic, 1 of strangers, 1 undated, 1 repeated)') "$err"
	sound "$out"
}

@test "a second run adds nothing, whatever became of the lines meanwhile" {
	mail "$inbox" >>journal.txt
	capture mail "$inbox"
	same /dev/null "$out"
	grep -qF '8 messages: 0 written, 8 left out (1 from lists, 1 automatic, 1 of strangers, 1 undated, 4 in the journal)' "$err"
	# Edited, split over two journals, or made a comment: the id is there.
	sed -e '1s/wrote/asked paper/' -e '3s/^/# not that: /' -e 2d journal.txt >one.txt
	sed -n 2p journal.txt >two.txt
	capture mail -j one.txt -j two.txt "$inbox"
	same /dev/null "$out"
}

@test "without -a nothing is mine, and what could be is named" {
	capture mail2journal -p "$people" -j journal.txt "$inbox"
	same <(expected_lines | grep -v 'wrote @ada') "$out"
	same <(cat <<-'EOF'
		mail2journal: 2 of strangers were sent to people in people.txt: if they are mine, name my addresses with -a
		mail2journal: 8 messages: 2 written, 6 left out (1 from lists, 1 automatic, 2 of strangers, 1 undated, 1 repeated)
	EOF
	) "$err"
	# Mine is mine under each of my addresses, even where one stands with a person.
	capture mail -a ada@example.org "$inbox"
	grep -qF '2026-11-10 wrote @bob, @ελένη, @ada: Re: The engine' "$out"
	[ "$(grep -c '@ada wrote' "$out")" -eq 0 ]
}

# One message with these headers: what is written and why not.
headers() {
	printf '%b\n\ntext\n' "$1" >"$BATS_TEST_TMPDIR/one.eml"
	mail "$BATS_TEST_TMPDIR/one.eml" 2>&1 | sed -e 's/^mail2journal: 1 messages: 0 written, 1 left out //' -e '/^mail2journal: 1 messages: 1 written, 0 left out$/d'
}

@test "people are known by their addresses, in whatever form these stand" {
	who() { headers "$1\nDate: 1 Nov 2026 12:00 +0000\nMessage-ID: <1@x>"; }
	each_case who <<-'EOF'
		From: ada@example.org                                        | 2026-11-01 @ada wrote: <1@x>
		FROM : ADA@Example.ORG                                       | 2026-11-01 @ada wrote: <1@x>
		from: <ada@example.org>                                      | 2026-11-01 @ada wrote: <1@x>
		From: Ada <a.lovelace@engines.example>                       | 2026-11-01 @ada wrote: <1@x>
		From: ada@example.org (Ada (nested), x@y)                    | 2026-11-01 @ada wrote: <1@x>
		From: "bob@example.org" <ada@example.org>                    | 2026-11-01 @ada wrote: <1@x>
		From: bob@example.org <ada@example.org>                      | 2026-11-01 @ada wrote: <1@x>
		From: "A \\\\"quoted\\\\", <bob@example.org>" <ada@example.org> | 2026-11-01 @ada wrote: <1@x>
		From: =?iso-8859-1?Q?Ad=E0,?= <ada@example.org>              | 2026-11-01 @ada wrote: <1@x>
		From: "unbalanced <ada@example.org>                          | 2026-11-01 @ada wrote: <1@x>
		From: Ada,\n\t<ada@example.org>                              | 2026-11-01 @ada wrote: <1@x>
		From: ada@example.org, bob@example.org                       | 2026-11-01 @ada, @bob wrote: <1@x>
		From: Me <me@example.net>\nTo: ada@example.org               | 2026-11-01 wrote @ada: <1@x>
		From: me@example.net\nTo: x@y\nTo: ada@example.org           | 2026-11-01 wrote @ada: <1@x>
		From: me@example.net\nTo: ada@example.org\nCc: ada@example.org, A.Lovelace@engines.example | 2026-11-01 wrote @ada: <1@x>
		From: me@example.net\nTo: All: ada@example.org, bob@example.org;, eleni@example.org | 2026-11-01 wrote @ada, @bob, @ελένη: <1@x>
		From: me@example.net\nTo: undisclosed-recipients:;\nBcc: bob@example.org | 2026-11-01 wrote @bob: <1@x>
		From: me@example.net\nTo: me@example.net                     | (1 of strangers)
		From: "ada@example.org" <x@example.com>                      | (1 of strangers)
		From: ada@example.org.example.com                            | (1 of strangers)
		From: Ada                                                    | (1 of strangers)
		To: ada@example.org                                          | (1 of strangers)
	EOF
}

@test "lists and machines are left out, and counted as such" {
	kind() { headers "From: ada@example.org\nDate: 1 Nov 2026 12:00 +0000\nMessage-ID: <1@x>\n$1"; }
	each_case kind <<-'EOF'
		List-Id: <a.lists.example>                    | (1 from lists)
		List-Post: <mailto:a@lists.example>           | (1 from lists)
		list-post: NO                                 | (1 from lists)
		Precedence: bulk                              | (1 from lists)
		Precedence: List                              | (1 from lists)
		Precedence: junk                              | (1 from lists)
		Precedence: first-class                       | 2026-11-01 @ada wrote: <1@x>
		Auto-Submitted: auto-generated                | (1 automatic)
		Auto-Submitted: auto-replied (vacation)       | (1 automatic)
		Auto-Submitted: no                            | 2026-11-01 @ada wrote: <1@x>
		Auto-Submitted: No; x                         | 2026-11-01 @ada wrote: <1@x>
		X-List-Id: <a.lists.example>                  | 2026-11-01 @ada wrote: <1@x>
	EOF
}

@test "a date is read in whatever order its parts stand, and a false one is none" {
	when() { headers "From: ada@example.org\nMessage-ID: <1@x>\n$1" | sed 's/ @ada wrote: <1@x>//'; }
	each_case when <<-'EOF'
		Date: Sat, 21 Nov 2026 23:59:59 +0000           | 2026-11-21
		Date: Sat, 21 Nov 2026 23:59:59 -0100           | 2026-11-22
		Date: Sun, 22 Nov 2026 00:30:00 +0100 (CET)     | 2026-11-21
		Date: 21 Nov 2026 23:30 EST                     | 2026-11-22
		Date: 21 Nov 2026 23:30 GMT                     | 2026-11-21
		Date: 21 Nov 2026 23:30 Mars                    | 2026-11-21
		Date: Sat,\n 21 Nov\n\t2026 23:30:00\n +0000    | 2026-11-21
		Date: Sat Nov 21 23:30:00 2026                  | 2026-11-21
		Date: 21-Nov-97 10:00:00 +0000                  | 1997-11-21
		Date: 21 Nov 49 10:00:00 +0000                  | 2049-11-21
		Date: 21 Nov 106 10:00:00 +0000                 | 2006-11-21
		Date: Thu, 13 Feb 1969 23:32:54 -0330           | 1969-02-14
		Date: Sat, 29 Feb 2020 10:00:60 +0000           | 2020-02-29
		Date: 21 Nov 2026                               | 2026-11-21
		Date: 21 Nov 2026 (a (b) 3 Mar 1999) 10:00 +0000 | 2026-11-21
		# A comment may hold others, to twenty deep; what goes deeper is not one.
		Date: (3 Mar 1999 ((((((((((((((((((())))))))))))))))))) ) 21 Nov 2026 | 2026-11-21
		Date: (3 Mar 1999 (((((((((((((((((((( )))))))))))))))))))) ) 21 Nov 2026 | 1999-03-03
		Date: Sun, 29 Feb 2026 10:00:00 +0000           | (1 undated)
		Date: 31 Apr 2026 10:00:00 +0000                | (1 undated)
		Date: 21 Nov 2026 24:00:00 +0000                | (1 undated)
		Date: 21 Nov 2026 10:60:00 +0000                | (1 undated)
		Date: Nov 2026                                  | (1 undated)
		Date: tomorrow                                  | (1 undated)
		Date:                                           | (1 undated)
		Subject: x                                      | (1 undated)
	EOF
}

@test "the day is the one where I am, as date(1) has it, in every form of TZ" {
	date -u -d @0 >/dev/null 2>&1 || skip 'no date -d @SECONDS'
	for second in 1795303800 488763000 2509014600 -1 1325239140; do
		message 'From x@y Tue Nov 10 12:00:00 2026' 'From: ada@example.org' "Date: $(date -u -d "@$second" '+%d %b %Y %H:%M:%S +0000')" "Message-ID: <$second@x>"
	done >days.mbox
	for zone in UTC0 Asia/Tokyo :America/New_York Pacific/Apia EST5EDT JST-9 '<+0330>-3:30' 'CET-1CEST,M3.5.0,M10.5.0/3' \
		'NZST-12NZDT,M9.5.0,M4.1.0/3' 'AAA3BBB,J100/2,300' /usr/share/zoneinfo/Europe/Berlin '' nonsense; do
		TZ=$zone mail days.mbox 2>/dev/null | sed 's/ .*<\(.*\)@x>/ \1/' >found
		[ "$(wc -l <found)" -eq 5 ]
		while read -r day second; do
			[ "$(TZ=$zone date -d "@$second" +%F)" = "$day" ] || { echo "$zone, $second: $day"; return 1; }
		done <found
	done
}

# The text that a subject becomes.
subject() {
	local one=$BATS_TEST_TMPDIR/one
	printf 'From: ada@example.org\nDate: 1 Nov 2026 12:00 +0000\nMessage-ID: <1@x>\nSubject: %b\n\n' "$1" >"$one.eml"
	mail "$one.eml" >"$one.lines" 2>/dev/null
	rc-parse -c "$people" "$one.lines" 2>&1
	rc-parse -H -o tags "$one.lines" | grep -v '^$'
	sed -e 's/^2026-11-01 @ada wrote: //' -e 's/ *<1@x>$//' "$one.lines"
}

@test "subjects are decoded, in each charset and however they were cut" {
	each_case subject <<-'EOF'
		plain                                                       | plain
		=?UTF-8?Q?Caf=C3=A9_au_lait?=                               | Café au lait
		=?utf-8?b?Q2Fmw6k=?=                                        | Café
		=?utf-8*en?B?Q2Fmw6k?=                                      | Café
		=?ISO-8859-1?Q?Andr=E9?= Pirard                             | André Pirard
		=?iso-8859-2?Q?=A3=F3d=BC?=                                 | Łódź
		=?windows-1252?Q?=93quoted=94?=                             | “quoted”
		=?iso-8859-1?Q?=93quoted=94?=                               | “quoted”
		=?windows-1251?B?z/Do4uXy?=                                 | Привет
		=?KOI8-R?B?8NLJ18XU?=                                       | Привет
		=?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?=                          | テスト
		=?EUC-KR?B?x9Gxub7u?=                                       | 한국어
		=?ks_c_5601-1987?B?x9Gxub7u?=                               | 한국어
		=?Shift_JIS?B?g2WDWINn?=                                    | テスト
		=?GB2312?B?1tDOxA==?=                                       | 中文
		# Words side by side have no blank between them, others do.
		=?utf-8?Q?a?= =?utf-8?Q?b?=                                 | ab
		=?utf-8?Q?a?=\n =?iso-8859-1?B?YuQ=?=                       | abä
		=?utf-8?Q?a?= and =?utf-8?Q?b?=                             | a and b
		x=?utf-8?Q?a?=y                                             | xay
		# A character cut in two.
		=?utf-8?Q?Caf=C3?= =?utf-8?Q?=A9?=                          | Café
		=?euc-kr?Q?=C7=D1=B1?=\n\t=?euc-kr?Q?=B9?=                  | 한국
		=?iso-2022-jp?B?GyRCJUYlOSVI?= tail                         | テスト tail
		folded\n  over\n\tthree                                     | folded over three
		# What is broken stays as it is, and what is not text is seen to be none.
		=?utf-8?Q?no end                                            | =?utf-8?Q?no end
		=?no-such-charset?Q?abc?=                                   | =?no-such-charset?Q?abc?=
		=?-c?Q?abc?= =?x';touch_y;'?Q?abc?=                         | =?-c?Q?abc?= =?x';touch_y;'?Q?abc?=
		=?utf-8?X?abc?=                                             | =?utf-8?X?abc?=
		=?utf-8?B?Q2Fm?= =?utf-8?Q?=XX=4?=                          | Caf=XX=4
		caf\0303\0251, raw                                          | café, raw
		caf\0351, raw                                               | caf�, raw
	EOF
	[ ! -e y ]
}

@test "a subject is text of one entry, whatever it holds" {
	each_case subject <<-'EOF'
		#acme first                            | # acme first
		fix #123 and #urgent: now              | fix #123 and # urgent: now
		a#b ##c (#d                            | a#b ##c (#d
		#\0303\0251t\0303\0251                 | # été
		=?utf-8?Q?=23tag_=23tag?=              | # tag # tag
		=?utf-8?Q?=0A2026-11-02_gave_@bob_x?=  | 2026-11-02 gave @bob x
		=?utf-8?Q?=0D=0A@eve_Eve?=             | @eve Eve
		@bob: not from him                     | @bob: not from him
		: colon first                          | : colon first
		a\tb \tc                               | a b c
		\033[31mred\007 \0177                  | [31mred
		=?utf-8?Q?=1B]0;x=07?=                 | ]0;x
		c1 \0302\0233 and more                 | c1 and more
		bidi \0342\0200\0256gnp.exe            | bidi gnp.exe
		lines \0342\0200\0250 apart            | lines apart
		<fake@example.org> id                  | (fake@example.org) id
		a -> b < c                             | a -> b < c
		\\\\n \\\\t $(touch y) `touch y`       | \n \t $(touch y) `touch y`
		1234 %s %n                             | 1234 %s %n
	EOF
	[ ! -e y ]
}

@test "a long subject and a long list of people are one line or some, and sound" {
	long=$(printf '%050000d' 0)
	message 'From: ada@example.org' 'Date: 1 Nov 2026 12:00 +0000' "Subject: ${long//0/é }" 'Message-ID: <1@x>' >one.eml
	mail one.eml >lines
	sound lines
	[ "$(wc -c <lines)" -lt 400 ]
	grep -q '^2026-11-01 @ada wrote: é é .*é \?\.\.\. <1@x>$' lines
	# As many people as an entry may have are on a line.
	awk 'BEGIN { for (i = 1; i <= 1001; i++) printf "@p%d\n  email: p%d@example.org\n", i, i }' >many.txt
	awk 'BEGIN { print "From: me@example.net\nDate: 1 Nov 2026 12:00 +0000\nMessage-ID: <1@x>"
		for (i = 1; i <= 1001; i++) print (i == 1 ? "To: " : "  ") "p" i "@example.org," }' >one.eml
	people=many.txt
	capture mail one.eml
	sound "$out"
	[ "$(wc -l <"$out")" -eq 3 ]
	[ "$(grep -o '@p[0-9]*' "$out" | sort -u | wc -l)" -eq 1001 ]
	grep -qx 'mail2journal: 1 messages: 1 written, 0 left out' "$err"
}

@test "of a header 8192 bytes count, wherever its lines end" {
	# The made-up id tells what was read: what differs after that is one message, what differs before it is two.
	long=$(printf '%08200d' 0)
	for subject in "$long" " $long" $'words\n '"$long"; do
		for text in "$subject" "${subject}1" "${subject/0/1}"; do
			printf 'From x@y\nFrom: ada@example.org\nDate: 21 Nov 2026 12:00 +0000\nSubject:%s\n\n' "$text"
		done >long.mbox
		capture mail long.mbox
		grep -q '3 messages: 2 written, 1 left out (1 repeated)$' "$err"
		sound "$out"
	done
}

@test "a message without an id that can be kept has one made for it, which is no message id" {
	for id in 'X-None: 1' 'Message-ID: <a b@c>' "Message-ID: <$(printf '%02000d' 0)@x>" 'Message-ID: <>' $'Message-ID: <é@x>'; do
		message 'From: ada@example.org' 'Date: 1 Nov 2026 12:00 +0000' "$id" 'Subject: x' >one.eml
		: >journal.txt
		mail one.eml >lines
		grep -qE '^2026-11-01 @ada wrote: x <mail:[0-9a-f]{16}>$' lines
		cp lines journal.txt
		capture mail one.eml
		same /dev/null "$out"
	done
	# Of two that say different things, each has its own.
	for n in 1 2; do message 'From: ada@example.org' 'Date: 1 Nov 2026 12:00 +0000' "Subject: $n"; done >two
	{ echo 'From x@y'; sed 's/^The text.$/&\n\nFrom x@y/' two; } >two.mbox
	: >journal.txt
	[ "$(mail two.mbox | cut -d '<' -f 2 | sort -u | wc -l)" -eq 2 ]
}

@test "a file is an mbox, or a message, by its first line; CR LF and a missing end do not matter" {
	message 'From: ada@example.org' 'Date: 1 Nov 2026 12:00 +0000' 'Message-ID: <1@x>' 'Subject: x' >one.eml
	echo '2026-11-01 @ada wrote: x <1@x>' >wanted
	mail one.eml 2>/dev/null | same wanted -
	sed 's/$/\r/' one.eml >crlf.eml
	mail crlf.eml 2>/dev/null | same wanted -
	{ echo 'From ada@example.org'; cat one.eml; } >one.mbox
	mail one.mbox 2>/dev/null | same wanted -
	printf 'Message-ID: <1@x>\nDate: 1 Nov 2026 12:00 +0000\nSubject: x\nFrom: ada@example.org' >bare.eml
	mail bare.eml 2>/dev/null | same wanted -
	{ printf '\357\273\277'; cat one.eml; } >mark.eml
	mail mark.eml 2>/dev/null | same wanted -
	mail <one.eml 2>/dev/null | same wanted -
	mail - <one.mbox 2>/dev/null | same wanted -
	# A From line in a single message is text.
	printf '\nFrom x Tue Nov 10 12:00:00 2026\nFrom: bob@example.org\n' >>one.eml
	mail one.eml 2>/dev/null | same wanted -
	# Each file begins anew.
	: >empty
	printf '\n\n' >blank
	capture mail bare.eml empty blank one.mbox crlf.eml
	same wanted "$out"
	grep -qx 'mail2journal: 3 messages: 1 written, 2 left out (2 repeated)' "$err"
}

# A Maildir with names that a shell would stumble over, drafts, and what is not a message.
maildir() {
	mkdir -p box/cur box/new box/tmp
	for name in 'cur/1:2,S' 'cur/a b$(touch y):2,RS' "cur/it's;2,:2," 'cur/é"\:2,FS' 'new/-n' 'cur/9:2,DS' 'cur/.hidden' 'tmp/7'; do
		message 'From: ada@example.org' "Date: 1 Nov 2026 12:00 +0000" "Message-ID: <$(printf %s "$name" | cksum | cut -d ' ' -f 1)@x>" \
			"Subject: in ${name%%/*}" >"box/$name"
	done
}

@test "a Maildir is read with and without mblaze, to the same bytes" {
	maildir
	mkdir none bin
	for tool in sh awk cat sed sort cut xargs tr rm mktemp date iconv od; do ln -s "$(command -v "$tool")" none/; done
	ln -s "$RC_BIN/rc-parse" "$(command -v mail2journal)" none/
	PATH=$PWD/none capture mail box box/new/-n
	cp "$out" alone.out
	cp "$err" alone.err
	[ "$(wc -l <alone.out)" -eq 5 ]
	same <(echo 'mail2journal: 7 messages: 5 written, 2 left out (1 drafts, 1 repeated)') alone.err
	[ ! -e y ]
	# A stand-in shows that mlist is what lists where it is there, in whatever order.
	printf '#!/bin/sh\necho called >>"%s/called"\nls "$1"/new/* "$1"/cur/* | sort -r\n' "$PWD" >bin/mlist
	chmod 755 bin/mlist
	PATH=$PWD/bin:$PATH capture mail ./box// box/new/-n
	[ -s called ]
	same alone.out "$out"
	same alone.err "$err"
	command -v mlist >/dev/null || skip 'no mblaze: its own mlist is not tried'
	capture mail box box/new/-n
	same alone.out "$out"
	same alone.err "$err"
}

@test "a file whose name is not text is not read, nor what a line of it names, and the others are" {
	mkdir -p box/cur box/new plain bin
	message 'From: ada@example.org' 'Date: 1 Nov 2026 12:00 +0000' 'Message-ID: <in@x>' | tee plain/good >box/cur/good
	message 'From: ada@example.org' 'Date: 2 Nov 2026 12:00 +0000' 'Message-ID: <out@x>' | tee outside $'plain/tab\tname' >$'box/new/a\x7f'
	message 'From: ada@example.org' 'Date: 3 Nov 2026 12:00 +0000' 'Message-ID: <odd@x>' | tee $'m\noutside' $'plain/m\noutside' >$'box/cur/m\noutside'
	printf '#!/bin/sh\nls "$1"/new/* "$1"/cur/*\n' >bin/mlist
	chmod 755 bin/mlist
	PATH=$PWD/bin:$PATH
	for operands in box plain 'plain/good m?outside'; do
		# shellcheck disable=SC2086 # two operands, and a pattern that finds one
		capture mail $operands
		[ "$status" -eq 2 ]
		same <(echo '2026-11-01 @ada wrote: <in@x>') "$out"
		grep -q 'm?outside: expected a name without control characters$' "$err"
		tail -n 1 "$err" | same <(echo 'mail2journal: 1 messages: 1 written, 0 left out') -
	done
	# A link that leads nowhere is no file, but has a name that mlist would give.
	rm box/new/* box/cur/m*
	ln -s nowhere $'box/cur/m\noutside'
	capture mail box
	[ "$status" -eq 0 ]
	same <(echo '2026-11-01 @ada wrote: <in@x>') "$out"
}

@test "a folder that is no Maildir is read file by file" {
	mkdir -p folder/below
	for n in 1 2 3; do message 'From: ada@example.org' "Date: $n Nov 2026 12:00 +0000" "Message-ID: <$n@x>" >"folder/$n"; done
	mv folder/3 folder/below/
	capture mail folder
	same <(printf '2026-11-0%d @ada wrote: <%d@x>\n' 1 1 2 2) "$out"
}

@test "a draft that rc-draft wrote comes back as what I wrote" {
	printf '2026-11-01 @ada wrote: ink\n' |
		rc-parse "$people" - | rc-due -d 2026-11-10 | rc-draft -m -d 2026-11-10 -f 'Me <me@example.net>' >sent.mbox 2>/dev/null
	[ -s sent.mbox ]
	mail sent.mbox 2>/dev/null >lines
	sound lines
	grep -q '^2026-11-10 wrote @ada: ' lines
}

@test "an address of two people says nothing of either, and is named" {
	printf '@eve\n  email: eve@example.org\n  email: home@example.org\n@tom\n  email: home@example.org\n' >people.txt
	message 'From: home@example.org' 'Date: 1 Nov 2026 12:00 +0000' >one.eml
	capture mail2journal one.eml
	same /dev/null "$out"
	same <(cat <<-'EOF'
		mail2journal: home@example.org is an address of @eve and @tom: it says nothing of who it was
		mail2journal: 1 messages: 0 written, 1 left out (1 of strangers)
	EOF
	) "$err"
}

@test "people.txt and journal.txt are those of RC_DIR unless they are named" {
	mkdir dir
	cp "$people" dir/people.txt
	echo '2026-11-10 @bob wrote: <third@example.org>' >dir/journal.txt
	RC_DIR=dir capture mail2journal "$inbox"
	same <(echo '2026-11-10 @ada wrote: The engine, in two lines <first@example.org>') "$out"
	rm dir/journal.txt
	RC_DIR=dir capture mail2journal "$inbox"
	[ "$(wc -l <"$out")" -eq 2 ]
	[ "$(wc -l <"$err")" -eq 2 ]
	capture mail -j dir/journal.txt "$inbox"
	[ "$status" -eq 0 ]
	grep -qx 'mail2journal: there is no dir/journal.txt yet' "$err"
}

@test "what is wrong with people.txt is said by rc-parse, and costs no one else" {
	{ cat "$people"; echo '  email: x@example.org'; echo '@ada again'; echo '  email: again@example.org'; } >people.txt
	capture mail2journal -j journal.txt "$inbox"
	[ "$status" -eq 1 ]
	[ "$(wc -l <"$out")" -eq 2 ]
	grep -q 'people.txt:12:1: error: a second @ada' "$err"
}

@test "wrong usage and what cannot be read are said, and the rest is still read" {
	for arguments in -x -p '-a nobody' "-p nobody.txt $inbox" "-j . $inbox"; do
		# shellcheck disable=SC2086 # words are meant
		capture mail $arguments
		[ "$status" -eq 2 ]
		same /dev/null "$out"
		grep -q '^mail2journal: ' "$err"
	done
	capture mail $'no\033[31m-file' "$inbox"
	[ "$status" -eq 2 ]
	same <(expected_lines) "$out"
	grep -qF 'mail2journal: cannot read no?[31m-file' "$err"
	tail -n 1 "$err" | grep -q '8 messages: 3 written'
	PATH=/usr/bin:/bin run -2 --separate-stderr "$(command -v mail2journal)" -p "$people" "$inbox"
	[ "$stderr" = 'mail2journal: rc-parse is not installed' ]
	[ ! -w /dev/full ] || {
		mail "$inbox" >/dev/full 2>"$BATS_TEST_TMPDIR/full" || status=$?
		[ "$status" -eq 2 ]
		grep -q '^mail2journal: cannot write$' "$BATS_TEST_TMPDIR/full"
	}
}

@test "nothing is left behind, and -h has all options" {
	mkdir tmp
	TMPDIR=$PWD/tmp mail "$inbox" >/dev/null 2>&1
	[ -z "$(ls tmp)" ]
	mail2journal -h | same <(mail2journal --help) -
	sed -n 's/^\.It Fl \([a-z]\).*/\1/p' "$BATS_TEST_DIRNAME/../man/mail2journal.1" | sort >page
	mail2journal -h | sed -n 's/^  -\([a-z]\) .*/\1/p' | sort >usage
	[ -s usage ]
	same usage page
}

@test "iconv runs once for a charset, and no more than 64 times" {
	mkdir bin
	printf '#!/bin/sh\necho "$*" >>"%s/calls"\nexec %s "$@"\n' "$PWD" "$(command -v iconv)" >bin/iconv
	chmod 755 bin/iconv
	for ((i = 0; i < 100; i++)); do
		printf 'From x@y\nFrom: ada@example.org\nDate: 1 Nov 2026 12:00 +0000\nMessage-ID: <%d@x>\n' "$i"
		printf 'Subject: =?euc-kr?Q?=C7=D1?= =?koi8-r?Q?=F0?= =?bogus%d?Q?x?=\n\n' "$i"
	done >many.mbox
	PATH=$PWD/bin:$PATH capture mail many.mbox
	sound "$out"
	[ "$(wc -l <calls)" -eq 64 ]
	[ "$(grep -c CP949 calls)" -eq 1 ]
	[ "$(grep -c '한П =?bogus[0-9]*?Q?x?= <' "$out")" -eq 100 ]
}

# lines_by AWK SHELL: the same lines and counts as the first time, by this awk and this shell.
lines_by() {
	command -v "$1" >/dev/null && command -v "${2%% *}" >/dev/null || return 0
	[ "${2#busybox }" = "$2" ] || busybox "${2#busybox }" -c : 2>/dev/null || return 0
	rm -f awk/awk
	ln -s "$(command -v "$1")" awk/awk
	# shellcheck disable=SC2086 # a shell may have an argument
	TZ=Europe/Berlin $2 "$(command -v mail2journal)" -p "$people" -j journal.txt -a me@example.net "$inbox" odd.mbox >now 2>&1
	[ -e first ] || cp now first
	same first now || { echo "by $1 and $2"; return 1; }
}

@test "every shell and every awk here writes the same bytes" {
	here=$(readlink -f "$(command -v awk)")
	{
		for text in '=?iso-2022-jp?B?GyRCJUYlOSVIGyhC?= =?windows-1251?B?z/Do4uXy?= =?utf-8?Q?=00=C3=28=F0=9F=8D=BF?=' '#a \\\\ & \t <x@y>' \
			"$(printf '%0400d' 0)" 'nul \0 \377 \300\257 \355\240\200 \342\200\256'; do
			printf 'From x@y\r\nFrom: ada@example.org\r\nDate: Sat, 21 Nov 2026 23:30:00 +0000\r\nSubject: %b\r\n\r\ntext\r\n\r\n' "$text"
		done
	} >odd.mbox
	mkdir awk
	PATH=$PWD/awk:$PATH
	for shell in sh dash 'bash --posix' 'busybox sh' ksh yash; do lines_by "$here" "$shell"; done
	for awk in mawk gawk original-awk busybox; do lines_by "$awk" sh; done
	grep -q '^2026-11-22 @ada wrote: テストПривет' first
	grep -qx 'mail2journal: 12 messages: 7 written, 5 left out (1 from lists, 1 automatic, 1 of strangers, 1 undated, 1 repeated)' first
}
