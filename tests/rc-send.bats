#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-send: which messages it lets through, what it leaves out of them, and what the mailers in front of it make of that.
# shellcheck disable=SC2154 # capture sets out, err, status
# shellcheck disable=SC2016 # what is quoted is to stay as it is
# shellcheck disable=SC2030,SC2031 # each test is on its own

load helper

# What stands in for sendmail: it keeps its message and its arguments.
setup() {
	PATH=$(cd "$BATS_TEST_DIRNAME/../examples" && pwd):$PATH
	fixtures=$BATS_TEST_DIRNAME/rc-send
	export RC_TODAY=2026-11-21
	cd "$BATS_TEST_TMPDIR" || return 1
	export TMPDIR=$BATS_TEST_TMPDIR/tmp HOME=$BATS_TEST_TMPDIR
	mkdir "$TMPDIR"
	printf '#!/bin/sh\ncat >"%s/sent"\nprintf "<%%s>" "$@" >"%s/args"\n' "$PWD" "$PWD" >keep
	chmod 755 keep
}

# Nothing is left behind.
teardown() {
	[ -z "$(ls -A "$TMPDIR")" ]
}

# lets_through FILE [WANTED]: it is sent, and is then this file (else the same to the byte).
lets_through() {
	rm -f sent
	capture rc-send ./keep <"$1"
	[ "$status" -eq 0 ] || { cat "$err"; return 1; }
	cmp "${2-$1}" sent || diff "${2-$1}" sent
}

# stops STATUS [MESSAGE ...] <MESSAGE: it is not sent, and this is said.
stops() {
	local wanted=$1
	shift
	rm -f sent
	capture rc-send ./keep
	printf 'rc-send: %s\n' "$@" 'not sent' | same - "$err"
	[ "$status" -eq "$wanted" ]
	[ ! -e sent ]
}

# body TEXT: what is sent of a message with this body, or what is said instead; ^ stands for a line's end.
body() {
	{ printf 'Subject: x\n\n'; printf '%s\n' "$1" | tr '^' '\n'; } | shown_of sed 1,2d
}

# shown_of COMMAND [ARGUMENT ...] <MESSAGE: what is sent of it, after this filter, in one line; or what is said instead.
shown_of() {
	if rc-send cat >"$BATS_TEST_TMPDIR/sent" 2>"$BATS_TEST_TMPDIR/said"; then
		"$@" <"$BATS_TEST_TMPDIR/sent" | tr '\n' '^' | sed 's/\^$//'
	else
		sed '/not sent/d; s/rc-send: //' "$BATS_TEST_TMPDIR/said"
	fi
}

# subject TEXT: the same of a subject; ^ is where its header goes on in the next line.
subject() {
	{ printf 'Subject: %s\n' "$1" | tr '^' '\n'; printf 'To: ada@example.org\n\nHello.\n'; } | shown_of sed '/^To: ada/,$d'
}

# part TYPE ENCODING TEXT...: a message of that type, its text (printf's escapes undone) in that encoding.
part() {
	printf 'Subject: x\nMIME-Version: 1.0\nContent-Type: %s\nContent-Transfer-Encoding: %s\n\n' "$1" "$2"
	case $2 in
	base64) printf '%b' "$3" | base64 ;;
	*) printf '%b' "$3" ;;
	esac
}

@test "a message without a gap goes through to the byte" {
	printf 'From: Robin <robin@example.org>\nTo: ada@example.org\nSubject: Hi\n\nHi Ada, [1] a[b[0] ] and so on \n\n\n' >plain
	sed 's/$/\r/' plain >crlf
	printf 'Subject: x\n\nno end of the line' >unended
	printf 'Subject: x\n' >no-body
	printf 'Subject: x\n\n' >empty-body
	printf 'Just words,\nand no header\n' >no-header
	printf 'From robin Sat Nov 21 00:00:00 2026\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\n\t=?utf-8?B?w7w=?=\n\n\351\200\303\303\n' >bytes
	printf 'Subject: x\n\n\0a\0b\0\n\0\377' >nul
	printf 'Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nLong=\nline=C3=BC=3D= \nx=\n' >quoted
	part 'text/plain; charset=utf-8' base64 'Gr\303\274\303\237e\r\n\0' >coded
	{ part text/plain base64 abc | tr -d '\n='; printf '\n\nYQ\n=\n'; } >odd64
	for message in plain crlf unended no-body empty-body no-header bytes nul quoted coded odd64; do
		lets_through "$message"
		same /dev/null "$err"
	done
}

@test "a gap in the body stops it, and is named with its place" {
	stops 65 "body, line 3: found the gap '[[What they opened]]'" <<-'EOF'
		To: ada@example.org
		X-RC-Gaps: 1

		Dear Ada,

		Thank you: [[What they opened]]
	EOF
}

@test "gaps are found however they are left in the body" {
	each_case body <<-'EOF'
		a [[b]] c [[d]]                  | body, line 1: found the gap '[[b]]' + body, line 1: found the gap '[[d]]'
		one^[[a gap that an^editor wrapped]]^two | body, line 2: found the gap '[[a gap that an editor wrapped]]'
		[[]]                             | body, line 1: found the gap '[[]]'
		[[[a]]]                          | body, line 1: found the gap '[[[a]]'
		[[ ? a]]                         | body, line 1: found the gap '[[ ? a]]'
		# What is left of one that was half deleted.
		a [[b                            | body, line 1: expected ']]' after '[[b'
		a [[b^^c]]                       | body, line 1: expected ']]' after '[[b' + body, line 3: expected '[[' before ']]' (is a gap half deleted?)
		a b]] c                          | body, line 1: expected '[[' before ']]' (is a gap half deleted?)
		a [[b [[c]]                      | body, line 1: expected ']]' after '[[b ' + body, line 1: found the gap '[[c]]'
		[[?a^> b]]                       | body, line 1: expected ']]' after '[[?a'
		# In Latin-1 by mistake, and made to drive a terminal.
		[[\x1b]0;x\x07\xc2\x9b\xe2\x80\xae\xe9 ü]] | body, line 1: found the gap '[[\x1B]0;x\x07\xC2\x9B\xE2\x80\xAE\xE9 ü]]'
	EOF
	long=$(printf '%070d' 0)
	body "[[${long}1]]" >found
	echo "body, line 1: found the gap '[[$long...'" | same - found
}

@test "what others wrote and the hunks of a patch are not looked at" {
	each_case body <<-'EOF'
		> [[a]]^>> [[?b]]^c              | > [[a]]^>> [[?b]]^c
		# A mailer puts > before a line of mine that begins so.
		>From [[a]]                      | body, line 1: found the gap '[[a]]'
		@@ -1,2 +1,2 @@ [[ -a x ]]^ [[ b ]]^-[[ c ]]^+[[ d ]]^e | @@ -1,2 +1,2 @@ [[ -a x ]]^ [[ b ]]^-[[ c ]]^+[[ d ]]^e
		@@ -0,0 +1 @@^+[[ -f a ]]^\\ No newline at end of file | @@ -0,0 +1 @@^+[[ -f a ]]^\ No newline at end of file
		@@ -1 +1,3 @@^^+[[a]]^+[[b]]^    | @@ -1 +1,3 @@^^+[[a]]^+[[b]]^
		# After as many lines as it says, a hunk is over; so it is before a line that cannot be one of its own.
		@@ -0,0 +1 @@^+[[a]]^+[[b]]      | body, line 3: found the gap '[[b]]'
		@@ -1,9 +1,9 @@^ [[a]]^Bye, [[b]] | body, line 3: found the gap '[[b]]'
		@@ nothing @@^+[[a]]             | body, line 2: found the gap '[[a]]'
	EOF
}

@test "gaps in a subject stop it, whatever it is encoded in and wherever it is folded" {
	each_case subject <<-'EOF'
		[[a]]                            | subject: found the gap '[[a]]'
		About^ [[the^	keys]]         | subject: found the gap '[[the keys]]'
		=?utf-8?B?R3LDvMOfZSBbW2FuIHdlbl1d?= | subject: found the gap '[[an wen]]'
		=?utf-8?q?=5B=5Ba_b=5D=5D?=      | subject: found the gap '[[a b]]'
		=?utf-8?Q?[?=^ =?utf-8?Q?[a]]?=  | subject: found the gap '[[a]]'
		=?iso-8859-1?Q?[[f=FCr]]?=       | subject: found the gap '[[für]]'
		half]]                           | subject: expected '[[' before ']]' (is a gap half deleted?)
		=?utf-8?Q?[1]_fine?= [x]         | Subject: =?utf-8?Q?[1]_fine?= [x]
	EOF
	printf 'subject : [[a]]\nSubject: b\nSUBJECT:[[c]]\n\n' | stops 65 "subject: found the gap '[[a]]'" "subject: found the gap '[[c]]'"
}

@test "optional gaps are left out of a subject, but not the whole of it" {
	each_case subject <<-'EOF'
		Hello [[?again]] there           | Subject: Hello there
		Hello^ [[?again^	Tom]]       | Subject: Hello
		=?utf-8?Q?Gr=C3=BC=C3=9Fe_[[=3Fvon_mir]]?= | Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=
		=?utf-8?B?SGkgW1s/w7xdXQ==?=     | Subject: Hi
		=?utf-8?Q?=E2=82=AC=E2=82=AC=E2=82=AC=E2=82=AC=E2=82=AC=E2=82=AC[[=3Fa]]?= | Subject: =?utf-8?Q?=E2=82=AC=E2=82=AC=E2=82=AC=E2=82=AC=E2=82=AC?=^ =?utf-8?Q?=E2=82=AC?=
		[[?a]]!                          | subject: expected some text beside optional gaps
		=?iso-2022-jp?B?YWI=?= [[?a]] b  | subject: found the optional gap '[[?a]]', which cannot be left out here
	EOF
}

@test "optional gaps are left out, with the line that held nothing else, and no blank is doubled" {
	each_case body <<-'EOF'
		a^[[?b]]^c                       | a^c
		a^^[[?b]]^^c                     | a^^c
		a^^[[?b]]^[[?c]]^^^d             | a^^d
		a^[[?b]]^^c                      | a^^c
		a^[[?b]]^^[[?c]]^^d              | a^^d
		a^^[[?b]]                        | a
		a^^[[?b]]^^-- ^me                | a^^-- ^me
		[[?a]]^^b                        | b
		a^^^b^^[[?c]]^^d                 | a^^^b^^d
		# In a line with other text.
		I am well. [[?News]] See you.    | I am well. See you.
		a [[?b]], c [[?d]].              | a, c.
		I am well. [[?News]]. See you.   | I am well. See you.
		a [[?b]]                         | a
		a [[?b]] [[?c]][[?d]] e          | a e
		a [[?b]][[?c]]d                  | a d
		a (and [[?b]])                   | a (and)
		a[[?b]]c                         | ac
		a^  [[?b]]: c                    | a^  c
		# What says nothing without its gap.
		a^- [[?b]]^[[?c]].^([[?d]])      | a
		# Over two lines.
		a^[[?b^c]]^d                     | a^d
		a [[?b^c]] d                     | a^d
		a [[?b^c^d]], e^f                | a^, e^f
		# What is not mine may hold them.
		a^> [[?b]]                       | a^> [[?b]]
		# Nothing but them is no message.
		[[?a]]^^                         | body, line 3: expected some text beside optional gaps
		a [[b]]^[[?c]]                   | body, line 1: found the gap '[[b]]'
	EOF
}

@test "what was left out is said" {
	printf 'Subject: x\n\na\n[[?b]] [[?c]]\nd [[?e]]\n' >message
	printf 'Subject: x\n\na\nd\n' >wanted
	lets_through message wanted
	echo 'rc-send: left out 3 optional gaps (body, line 2; body, line 3)' | same - "$err"
}

@test "only the lines that had to change did, in every encoding and with every line end" {
	printf 'Subject: x\r\n\r\na \r\n\r\n[[?b]]\r\n\r\nc\xff\r\nlast' >message
	printf 'Subject: x\r\n\r\na \r\n\r\nc\xff\r\nlast' >wanted
	lets_through message wanted
	# Quoted-printable: other lines keep theirs, however it was made.
	part 'text/plain; charset=utf-8' quoted-printable 'Gr=C3=bc=\n=C3=9fe =41=  \n[\n[[?d=C3=BC \nb]]\n=5B=5B=3Fx=5D=5D=C3=A4=20\n' >message
	part 'text/plain; charset=utf-8' quoted-printable 'Gr=C3=bc=\n=C3=9fe =41=  \n[\n=C3=A4=20\n' >wanted
	lets_through message wanted
	# A line that comes to more than 76 is broken; one that ends in = is one line.
	long=$(printf '%080d' 0)
	part text/plain quoted-printable "${long%??????}=\n000000 [=\n[?a]]\n" >message
	part text/plain quoted-printable "${long%?????}=\n00000\n" >wanted
	lets_through message wanted
	# Wherever it is broken, nothing begins a message in an mbox, or ends one on its way.
	long=$(printf '%075d' 0)
	part text/plain quoted-printable "[[?a]]${long}From b@c\n[[?a]]$long.\n" >message
	part text/plain quoted-printable "$long=\n=46rom b@c\n$long=\n=2E\n" >wanted
	lets_through message wanted
	# Base64 is encoded anew.
	text=$(printf 'Gr\\303\\274\\303\\237e to %s [1]\\r\\n' Ada Ben Cy Dora Emil Fay)
	part 'text/plain; charset=utf-8' base64 "${text}a [[?b]]\r\n\r\n[[?c]]\r\n\r\nd" >message
	part 'text/plain; charset=utf-8' base64 "${text}a\r\n\r\nd" >wanted
	lets_through message wanted
}

@test "gaps are found in every encoding" {
	for encoding in 7bit 8bit binary BASE64 base64 unheard-of; do
		part text/plain "$encoding" 'a\n\n\303\274 [[b]]\n' | tr -d '\r' >message
		[ "$encoding" != BASE64 ] || part text/plain base64 'a\n\n\303\274 [[b]]\n' | sed 's/: base64/: BASE64/' >message
		stops 65 "body, line 3: found the gap '[[b]]'" <message
	done
	part text/plain Quoted-Printable 'a =\n\nb\n[=\n[b=5d=5D\n' | stops 65 "body, line 3: found the gap '[[b]]'"
	# Base64 in lines of any length, with what is no digit, padded halfway.
	{ part text/plain base64 '' && printf 'W\n1 t h\r\nX\nV 0K!\n'; } | stops 65 "body, line 1: found the gap '[[a]]'"
	{ part text/plain base64 '' && printf 'YWI=W1th\nXV0=\n'; } | stops 65 "body, line 1: found the gap '[[a]]'"
	# UTF-16, in base64 and as it is.
	for encoding in base64 8bit; do
		part 'text/plain; charset=utf-16le' "$encoding" '[\0[\0a\0]\0]\0\n\0' | stops 65 "body, line 1: found the gap '[[a]]'"
	done
	part 'text/plain; charset=utf-16le' base64 'a\0\n\0[\0[\0?\0a\0]\0]\0\n\0' |
		stops 65 'body, line 2: found a NUL, so that optional gaps cannot be left out here'
	part 'text/html' 8bit '<p>&#91;&#x5B;a&rbrack;]</p>\n>[[b]]\n' |
		stops 65 "body, line 1: found the gap '[[a]]'" "body, line 2: found the gap '[[b]]'"
	# A type that says nothing is text.
	for type in text nonsense '(x) image/png' 'TEXT/Plain ; x=y' $'image/png\nContent-Type: text/plain'; do
		part "$type" 8bit '[[a]]\n' | stops 65 "body, line 1: found the gap '[[a]]'"
	done
	# So is an encoding however it is written.
	for encoding in 'base64 (it is)' '"base64"' $'base64\nContent-Transfer-Encoding: 8bit'; do
		{ part text/plain "$encoding" '' && echo W1thXV0K; } | stops 65 "body, line 1: found the gap '[[a]]'"
	done
	part multipart/mixed 8bit '' | stops 65 'Content-Type: found parts without a boundary, which cannot be told apart'
}

@test "every text of a message in parts is looked at, and nothing else is" {
	stops 65 "part 1, line 3: found the gap '[[mine]]'" "part 2, line 1: found the gap '[[in HTML]]'" \
		"part 4, line 2: found the gap '[[in a file of mine]]'" <"$fixtures/parts.eml"
	sed 's/\[\[mine]]/[[?mine]]/; s/\[\[in HTML]]/words/; s/\[\[in a file of mine]]/words/' "$fixtures/parts.eml" >message
	grep -vF '[[?mine]]' message | awk '!/^$/ { empty = 0 } /^$/ && empty++ { next } 1' >wanted
	lets_through message wanted
	grep -cF '[[theirs]]' sent
	# So it is with CR LF.
	sed 's/$/\r/' message >crlf
	sed 's/$/\r/' wanted >crlf.wanted
	lets_through crlf crlf.wanted
	# A text in a file is not changed.
	sed 's/\[\[mine]]/words/; s/\[\[in HTML]]/words/; s/\[\[in a/[[?in a/' "$fixtures/parts.eml" |
		stops 65 "part 4, line 2: found the optional gap '[[?in a file of mine]]', which cannot be left out of an attached file"
}

@test "what is signed is never changed, and what is encrypted cannot be judged" {
	printf 'X-RC-Gaps: 1\nContent-Type: multipart/signed; boundary=b\n\n--b\n\nHello\n[[?x]]\n--b\n\nsig\n--b--\n' >message
	stops 65 "part 1, line 2: found the optional gap '[[?x]]', which cannot be left out of a signed text" <message
	sed '/\[\[/d' message >filled
	sed 1d filled >wanted
	lets_through filled wanted
	printf 'Subject: x\n\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\na\n[[?b]]\n' |
		stops 65 "body, line 5: found the optional gap '[[?b]]', which cannot be left out of a signed text"
	printf 'X-RC-Gaps: 12\nContent-Type: multipart/encrypted; boundary="b c"\n\n--b c\nContent-Type: application/octet-stream\n\nx\n--b c--\n' >message
	stops 65 'X-RC-Gaps: found 12 in a message that is encrypted: once they are filled in, delete this header' <message
	printf 'X-RC-Gaps: 1\n\n-----BEGIN PGP MESSAGE-----\nabc\n' |
		stops 65 'X-RC-Gaps: found 1 in a message that is encrypted: once they are filled in, delete this header'
	printf 'X-RC-Gaps: 1\nContent-Type: application/pkcs7-mime\n\nabc\n' |
		stops 65 'X-RC-Gaps: found 1 in a message that is encrypted: once they are filled in, delete this header'
	sed 's/12/0/' message >filled
	sed 1d filled >wanted
	lets_through filled wanted
	lets_through wanted
}

@test "format=flowed goes on where it did" {
	printf 'Content-Type: text/plain; Format="Flowed"\n\nDear Tom, [[?I shall \nbe there]] and so \non. [[?x]] \nb [[?c \nd]]\ne\n' >message
	printf 'Content-Type: text/plain; Format="Flowed"\n\nDear Tom, \nand so \non. \nb\ne\n' >wanted
	lets_through message wanted
	sed 's/\[\[?/[[/' message | stops 65 "body, line 1: found the gap '[[I shall be there]]'" "body, line 3: found the gap '[[x]]'" \
		"body, line 4: found the gap '[[c d]]'"
}

@test "the X-RC headers are for nobody else" {
	printf 'X-RC-Gaps: 0\nTo: a@example.org\nx-rc-anything : a\n\tb\n [[c]]\nSubject: x\nX-RC: y\nX-Rc-Not-Before: 2026-11-21\n\nX-RC-Gaps: 1\n' >message
	printf 'To: a@example.org\nSubject: x\nX-RC: y\n\nX-RC-Gaps: 1\n' >wanted
	lets_through message wanted
	same /dev/null "$err"
	sed 's/$/\r/' message >crlf
	sed 's/$/\r/' wanted >crlf.wanted
	lets_through crlf crlf.wanted
	printf 'Subject: x\nX-RC-Gaps: 1' >message
	printf 'Subject: x\n' >wanted
	lets_through message wanted
}

@test "X-RC-Gaps: none says that double brackets are text" {
	printf 'Subject: [[bugs]]\nX-RC-Gaps:  None \n\nif [[ -f x ]] [[?y]]; then a[b[0]]\n' >message
	sed /X-RC/d message >wanted
	lets_through message wanted
	sed 's/None/2/' message | stops 65 "subject: found the gap '[[bugs]]'" "body, line 1: found the gap '[[ -f x ]]'" \
		"body, line 1: expected '[[' before ']]' (is a gap half deleted?)"
}

# day VALUE: what a message for that day comes to.
day() {
	printf 'X-RC-Not-Before: %s\nSubject: x\n\nHello\n' "$1" | rc-send cat 2>&1
}

@test "a message waits for its day" {
	each_case day <<-'EOF'
		2026-11-20      | Subject: x +  + Hello
		2026-11-21      | Subject: x +  + Hello
		2026-11-22      | rc-send: X-RC-Not-Before: its day is 2026-11-22, and today is 2026-11-21 + rc-send: not sent + status 75
		\n 2027-01-01\n | rc-send: X-RC-Not-Before: its day is 2027-01-01, and today is 2026-11-21 + rc-send: not sent + status 75
		2028-02-29      | rc-send: X-RC-Not-Before: its day is 2028-02-29, and today is 2026-11-21 + rc-send: not sent + status 75
		2026-02-29      | rc-send: X-RC-Not-Before: expected a date like 2026-11-21, found '2026-02-29' + rc-send: not sent + status 65
		tomorrow\x1b    | rc-send: X-RC-Not-Before: expected a date like 2026-11-21, found 'tomorrow\x1B' + rc-send: not sent + status 65
	EOF
	printf 'X-RC-Not-Before: 2026-12-24\nX-RC-Not-Before: 2026-12-01\n\n[[a]]\n' |
		stops 65 "body, line 1: found the gap '[[a]]'" 'X-RC-Not-Before: its day is 2026-12-24, and today is 2026-11-21'
}

@test "today is RC_TODAY, else the clock's day" {
	day 2026-11-21 | grep -qx Hello
	printf 'X-RC-Not-Before: %s\n\nHello\n' "$(date -d tomorrow +%Y-%m-%d 2>/dev/null || echo 9999-12-31)" >message
	export RC_TODAY=
	capture rc-send cat <message
	[ "$status" -eq 75 ]
	printf 'X-RC-Not-Before: %s\n\nHello\n' "$(date +%Y-%m-%d)" | rc-send cat | grep -qx Hello
	export RC_TODAY=21.11.
	capture rc-send cat <message
	[ "$status" -eq 64 ]
	echo "rc-send: expected a date like 2026-11-21 in RC_TODAY, found '21.11.'" | same - "$err"
}

@test "the command gets its arguments, environment and status as they are" {
	printf 'Subject: x\nX-RC-Gaps: 0\n\nHello\n' >message
	capture rc-send ./keep -t 'a b' '' -- '*' "it's" <message
	[ "$status" -eq 0 ]
	[ "$(cat args)" = "<-t><a b><><--><*><it's>" ]
	capture rc-send sh -c 'cat; echo oops >&2; exit 7' <message
	[ "$status" -eq 7 ]
	printf 'Subject: x\n\nHello\n' | same - "$out"
	echo oops | same - "$err"
	# Killed by a signal, and seen as that by who waits.
	capture perl -e 'system("rc-send", "sh", "-c", "kill -TERM \$\$"); print $? & 127' <message
	[ "$(cat "$out")" = 15 ]
	for shell in sh 'busybox sh' 'bash --posix'; do
		command -v "${shell%% *}" >/dev/null || continue
		# shellcheck disable=SC2086 # two words
		env folder=1 status=2 text=3 lines=4 end=5 last=6 reason=7 today=8 edits=9 LC_ALL=C.UTF-8 $shell "$(command -v rc-send)" \
			sh -c 'echo "$folder $status $text $lines $end $last $reason $today $edits $LC_ALL"' <message >found
		echo '1 2 3 4 5 6 7 8 9 C.UTF-8' | same - found
	done
	# It need not read its message.
	yes 'Hello' | head -n 50000 >long
	capture rc-send true <long
	[ "$status" -eq 0 ]
}

@test "nothing to send, and nothing to send it with, are said" {
	capture rc-send ./keep </dev/null
	[ "$status" -eq 66 ]
	echo 'rc-send: expected a message on standard input, found nothing' | same - "$err"
	capture rc-send ./keep <&-
	[ "$status" -eq 74 ]
	grep -q '^rc-send: cannot read the message: ' "$err"
	[ ! -e sent ]
	capture rc-send no-such-command -t <<<'Subject: x'
	[ "$status" -eq 127 ]
	echo "rc-send: cannot find the command 'no-such-command'; not sent" | same - "$err"
	capture rc-send
	[ "$status" -eq 64 ]
	echo 'rc-send: expected a command that sends, such as sendmail -oi -t; try rc-send -h' | same - "$err"
	TMPDIR=/nonexistent capture rc-send ./keep <<<'Subject: x'
	[ "$status" -eq 73 ]
	echo 'rc-send: cannot make a folder in /nonexistent; not sent' | same - "$err"
}

@test "while it judges, nobody else can read the message" {
	umask 022
	mkfifo pipe
	rc-send ./keep <pipe &
	exec 5>pipe
	for _ in {1..100}; do
		[ -z "$(ls "$TMPDIR")" ] || break
		sleep 0.05
	done
	[ -n "$(find "$TMPDIR" -name 'rc-send.*' -perm 700)" ]
	exec 5>&-
	wait $! || true
	# A name that is taken is left alone, whatever it is.
	ln -s /nonexistent "$TMPDIR/link"
	sh -c 'ln -s "$TMPDIR/link" "$TMPDIR/rc-send.$$"; exec rc-send ./keep' <<<'Subject: x'
	[ -e sent ]
	rm "$TMPDIR"/*
}

@test "told to end while it reads, it leaves nothing behind" {
	mkfifo pipe
	rc-send ./keep <pipe &
	exec 5>pipe
	for _ in {1..100}; do
		[ -z "$(ls "$TMPDIR")" ] || break
		sleep 0.05
	done
	kill -TERM $!
	exec 5>&-
	capture wait $!
	[ "$status" -eq 143 ]
	[ ! -e sent ]
}

@test "a disk that is full stops it" {
	printf 'Subject: x\n\nHello\n' >message
	mkdir full early
	printf '#!/bin/sh\nexec >/dev/full\nexec /bin/cat\n' >full/cat
	chmod 755 full/cat
	PATH=$PWD/full:$PATH capture rc-send ./keep <message
	[ "$status" -eq 74 ]
	[ ! -e sent ]
	# An awk that ends early, or is killed, has judged nothing.
	for end in 'exit 0' 'exit 2' 'kill -KILL $$'; do
		printf '#!/bin/sh\n%s\n' "$end" >early/awk
		chmod 755 early/awk
		PATH=$PWD/early:$PATH capture rc-send ./keep <message
		[ "$status" -eq 70 ] || [ "$status" -eq 74 ]
		[ -s "$err" ]
		[ ! -e sent ]
	done
}

@test "a large message is sent whole" {
	{
		printf 'X-RC-Gaps: 1\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n[[?x]]\n--b\n'
		printf 'Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n'
		head -c 7000000 /dev/zero | base64
		printf '%s\n' --b-- ''
	} >message
	sed '1d; /\[\[?x]]/d' message >wanted
	lets_through message wanted
	{ part text/plain 8bit ''; yes 'Lines of words, [1], and no end of them.' | head -n 100000; } >message
	lets_through message
	{ part text/plain base64 ''; yes 'Lines of words, [1], and no end of them.' | head -n 5000 | base64; } >message
	lets_through message
}

@test "the first hundred gaps are shown" {
	{ echo; yes '[[a]]' | head -n 120; } >message
	capture rc-send ./keep <message
	[ "$status" -eq 65 ]
	[ "$(wc -l <"$err")" -eq 102 ]
	printf 'rc-send: %s\n' 'and more' 'not sent' | same - <(tail -n 2 "$err")
}

# A draft as rc-draft -m writes it, for a day ahead.
draft() {
	cat <<-'EOF'
		From robin@example.org Sat Nov 21 00:00:00 2026
		From: Robin <robin@example.org>
		To: ines@example.org
		Subject: =?utf-8?B?RsO8ciBJbsOocw==?=
		Date: Sat, 21 Nov 2026 00:00:00 -0000
		X-RC-Gaps: 1
		X-RC-Not-Before: 2026-12-10
		MIME-Version: 1.0
		Content-Type: text/plain; charset=utf-8
		Content-Transfer-Encoding: 8bit

		Dear Ines,

		[[One thing about the boat]]

		[[?A line of news]]

		Robin

	EOF
}

needs_mutt() {
	command -v mutt >/dev/null || skip 'mutt is not here'
	cat >muttrc <<-EOF
		set sendmail="$(command -v rc-send) $PWD/keep -oem -oi"
		set editor=true postponed=$PWD/drafts folder=$PWD copy=no wait_key=no
	EOF
}

@test "mutt sends a draft that is ready, and says what is not" {
	needs_mutt
	draft | sed 1d >message
	RC_TODAY=2026-12-10 capture mutt -n -F muttrc -H message </dev/null
	[ "$status" -eq 1 ]
	grep -q "rc-send: body, line 3: found the gap '\[\[One thing about the boat\]\]'" "$err"
	grep -q 'child exited 65' "$err"
	sed 's/\[\[One.*/Is she afloat?/' message >filled
	capture mutt -n -F muttrc -H filled </dev/null
	[ "$status" -eq 1 ]
	grep -q 'rc-send: X-RC-Not-Before: its day is 2026-12-10, and today is 2026-11-21' "$err"
	grep -q 'child exited 75' "$err"
	[ ! -e sent ]
	RC_TODAY=2026-12-10 capture mutt -n -F muttrc -H filled </dev/null
	[ "$status" -eq 0 ]
	[ "$(cat args)" = '<-oem><-oi><--><ines@example.org>' ]
	[ "$(grep -ci '^x-rc' sent)" -eq 0 ]
	printf '%s\n' 'Dear Ines,' '' 'Is she afloat?' '' Robin '' | same - <(sed '1,/^$/d' sent)
}

# wait_for TEXT: until mutt shows it.
wait_for() {
	for _ in {1..100}; do
		grep -aq "$1" screen && return
		sleep 0.05
	done
	return 1
}

# recall: mutt takes the first draft and sends it with the key y; then, where that fails, postpones it again.
recall() {
	rm -f keys screen
	mkfifo keys
	: >screen
	exec 4<>keys
	TERM=xterm script -qefc 'mutt -n -F muttrc -p' screen <&4 4>&- >/dev/null &
	wait_for 'Mutt: Compose'
	printf y >&4
	wait_for 'child exited\|Mail sent'
	! grep -aq 'child exited' screen || printf 'qqy\n' >&4
	wait $! || true
	exec 4>&-
}

@test "a draft recalled in mutt keeps its headers, is stopped, and is still there" {
	needs_mutt
	script -qec true /dev/null </dev/null >/dev/null 2>&1 || skip 'no script(1) as util-linux has it'
	draft >drafts
	recall
	grep -aq "found the gap '\[\[One thing about the boat\]\]'" screen
	[ ! -e sent ]
	grep -qi '^x-rc-gaps: 1' drafts
	grep -qi '^x-rc-not-before: 2026-12-10' drafts
	sed 's/\[\[One.*/Is she afloat?/' drafts >filled
	cp filled drafts
	recall
	grep -aq 'its day is 2026-12-10, and today is 2026-11-21' screen
	[ ! -e sent ]
	grep -qi '^x-rc-not-before: 2026-12-10' drafts
	export RC_TODAY=2026-12-10
	recall
	[ "$(grep -ci '^x-rc\|\[\[' sent)" -eq 0 ]
	grep -qx 'Is she afloat?' sent
}

@test "mblaze keeps the draft that was stopped, and sends it when it is ready" {
	command -v mcom >/dev/null || skip 'mblaze is not here'
	mkdir .mblaze
	printf 'Sendmail: %s\nSendmail-Args: %s -t\n' "$(command -v rc-send)" "$PWD/keep" >.mblaze/profile
	draft | sed '1d; /^Date/d; /^MIME/,/^Content-Transfer/d' >snd.0
	export MBLAZE=$PWD/.mblaze EDITOR=true
	capture mcom -r ./snd.0 -send </dev/null
	[ "$status" -ne 0 ]
	grep -q "found the gap '\[\[One thing about the boat\]\]'" "$err"
	grep -q 'kept draft' "$err" "$out"
	[ -e snd.0 ]
	[ ! -e sent ]
	sed 's/\[\[One.*/Is she afloat?/' snd.0 >filled
	cp filled snd.0
	export RC_TODAY=2026-12-10
	capture mcom -r ./snd.0 -send </dev/null
	[ "$status" -eq 0 ]
	[ "$(grep -ci '^x-rc\|\[\[' sent)" -eq 0 ]
	grep -qx 'Is she afloat?' sent
}

@test "git sends patches with shell tests in them, and no words with gaps" {
	git send-email -h >help 2>&1 || true
	grep -q sendmail help || skip 'git send-email is not here'
	git init -q repository
	cd repository
	git config user.name Robin
	git config user.email robin@example.org
	git config sendemail.sendmailCmd "$(command -v rc-send) ../keep -i"
	printf 'if [[ -f x ]]; then\n\techo\nfi\n' >script
	git add script
	git commit -qm 'A script'
	printf 'if [[ -e x ]]; then\n\techo [[\nfi\n' >script
	git commit -qam 'Look for anything'
	send() { git send-email --to=ada@example.org --confirm=never --quiet "$@"; }
	capture send "$(git format-patch -1)"
	[ "$status" -eq 0 ]
	grep -qx '+if \[\[ -e x \]\]; then' ../sent
	rm ../sent
	git commit -q --amend -m 'Look for anything' -m 'As [[ -e x ]] does.'
	capture send "$(git format-patch -1)"
	[ "$status" -eq 65 ]
	grep -q "rc-send: body, line 1: found the gap '\[\[ -e x \]\]'" "$err"
	[ ! -e ../sent ]
	capture send "$(git format-patch --add-header='X-RC-Gaps: none' -1)"
	[ "$status" -eq 0 ]
	grep -qx 'As \[\[ -e x \]\] does.' ../sent
	[ "$(grep -ci '^x-rc' ../sent)" -eq 0 ]
}

@test "what rc-draft writes of the examples is stopped while its gaps are open" {
	examples=$BATS_TEST_DIRNAME/../examples
	rc-parse "$examples/people.txt" "$examples/journal.txt" | rc-due -d 2026-11-21 | sed 12q |
		rc-draft -m -d 2026-11-21 -f 'Robin <robin@example.org>' 2>/dev/null >mbox
	awk '/^From / && last == "" { n++ } { print > ("draft." n); last = $0 }' mbox
	stopped=0
	for message in draft.*; do
		open=$(sed -n 's/^X-RC-Gaps: //p' "$message")
		[ "$open" -gt 0 ] || continue
		capture rc-send ./keep <"$message"
		[ "$status" -eq 65 ]
		[ "$(grep -c 'found the gap' "$err")" -eq "$open" ]
		stopped=$((stopped + 1))
	done
	[ "$stopped" -gt 3 ]
}

@test "the options of page and usage are the same, and a wrong one is status 64" {
	sed -n '/^\.Sh DESCRIPTION/,/^\.Sh [A-CE-Z]/s/^\.It Fl \([A-Za-z]\).*/\1/p' "$BATS_TEST_DIRNAME/../man/rc-send.1" >page
	rc-send -h | sed -n 's/^  -\([A-Za-z]\) .*/\1/p' >usage
	[ -s usage ]
	same usage page
	same <(rc-send -h) <(rc-send --help)
	capture rc-send -x ./keep
	[ "$status" -eq 64 ]
	echo "rc-send: unknown option '-x'; try rc-send -h" | same - "$err"
}

# messages_by: many messages in a row, and what becomes of them.
messages_by() {
	for file in "$fixtures/parts.eml" *.message; do
		capture "$@" "$(command -v rc-send)" cat <"$file"
		echo "$status"
		cat "$out" "$err"
	done
}

@test "every shell and every awk here does the same" {
	sed 's/\[\[mine]]/[[?mine]]/; s/\[\[in HTML]]/words/; s/\[\[in a file of mine]]/words/' "$fixtures/parts.eml" >1.message
	part 'text/plain; charset=utf-8' base64 'Gr\303\274\303\237e \377\376\001\r\n[[?b]] \r\n\t(\303\244) [[?c]]\n' >2.message
	part 'text/plain; charset=utf-8' quoted-printable 'Gr=C3=BC=C3=9Fe \351\n=5B[?b=5D] =FC=00\n' >3.message
	part 'text/plain; charset=iso-8859-1' 8bit '[[\351\200\033 \303\274]]\n]]\n[[\n' >4.message
	printf 'Subject: =?utf-8?Q?=E2=82=AC_[[=3Fa]]?= =?utf-8?B?4oKs?=\nX-RC-Gaps: 1\n\na [[?b\nc]] d' >5.message
	printf 'X-RC-Not-Before: 2026-11-22\n\n\0a\n' >6.message
	here=$PATH
	mkdir awk
	for pair in 'sh awk' 'dash mawk' 'bash gawk' 'sh original-awk' 'busybox busybox'; do
		shell=${pair% *} awk=${pair#* }
		command -v "$shell" >/dev/null && command -v "$awk" >/dev/null || continue
		[ "$shell" != busybox ] || shell='busybox sh'
		ln -sf "$(command -v "$awk")" awk/awk
		# shellcheck disable=SC2086 # two words
		PATH=$PWD/awk:$here messages_by $shell >found
		[ -e first ] || cp found first
		same first found || { echo "$pair"; return 1; }
	done
	[ "$(grep -cxE '0|65|75' first)" -eq 7 ]
}
