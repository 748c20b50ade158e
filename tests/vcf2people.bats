#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# vcf2people and people2vcf: what becomes of vCards, who is known, and the way back. Each NAME.vcf in tests/vcf2people/ has its
# people in NAME.txt and what is said about it in NAME.err.
# shellcheck disable=SC2154 # capture sets out, err, status
# shellcheck disable=SC2016,SC1003 # what is quoted is to stay as it is
# shellcheck disable=SC2030,SC2031 # each test has a PATH of its own

load helper

setup() {
	PATH=$(cd "$BATS_TEST_DIRNAME/../examples" && pwd):$PATH
	cd "$BATS_TEST_DIRNAME/vcf2people" || return 1
	unset RC_DIR
	cards=$BATS_TEST_TMPDIR/cards.vcf
	people=$BATS_TEST_TMPDIR/people.txt
	: >"$people"
}

needs_iconv() {
	[ "$(printf '\203\134' | iconv -f SHIFT_JIS -t UTF-8 2>/dev/null)" = ソ ] || skip 'no iconv that knows Shift_JIS'
}

# last_line TEXT: what standard error ends with.
last_line() {
	tail -n 1 "$err" | same <(printf '%s\n' "$1") -
}

# people_are [LINE ...]: the output is these lines.
people_are() {
	same <(printf '%s\n' "$@") "$out"
}

# golden_cards NAME: as its .txt and .err have it; rc-parse accepts it, and importing it again changes nothing.
golden_cards() {
	capture vcf2people -p "$people" "$1.vcf"
	same "$1.txt" "$out"
	same "$1.err" "$err"
	cp "$out" "$people"
	rc-parse -c "$people"
	capture vcf2people -m -p "$people" "$1.vcf"
	same "$people" "$out"
	grep -q ' cards: 0 new, ' "$err"
}

@test "folding, escapes, quoted-printable, base64, parameters, groups and labels of vCard 2.1, 3 and 4" {
	golden_cards forms
}

@test "days: real ones, without a year, and what is none is kept as birth" {
	golden_cards days
}

@test "names from FN, N, NICKNAME, ORG, mail or phone; ids that can be read; groups are left out" {
	golden_cards names
}

@test "charsets are those of each value, and bogus ones fall back with a warning" {
	needs_iconv
	golden_cards charsets
	[ ! -e forged ]
}

@test "a missing END, nested cards, pictures and keys without an indent, and lines that are no property cost nothing else" {
	golden_cards broken
}

@test "nothing in a card becomes a field, a person or an entry that it is not" {
	golden_cards hostile
	[ ! -e x ]
	grep -qx '  im-status: closed' "$people"
	[ "$(rc-parse "$people" | awk -F '\t' '$5 ~ /^(status|tier|every)$/ || $1 == "entry"' | wc -l)" -eq 0 ]
	[ "$(grep -c '^@' "$people")" -eq "$(grep -c BEGIN:VCARD hostile.vcf)" ]
	[ "$(tr -d '\n' <"$people" | tr -dc '\000-\037\177' | wc -c)" -eq 0 ]
}

@test "the charset that a file names is that of its other values, and of no other file" {
	needs_iconv
	capture vcf2people -p "$people" greek.vcf western.vcf
	people_are '@γιώργος Γιώργος' '  note: αβ' '' '@jörg Jörg'
	capture vcf2people -p "$people" western.vcf greek.vcf
	people_are '@jörg Jörg' '' '@γιώργος Γιώργος' '  note: αβ'
	grep -qF "greek.vcf:1: warning: not UTF-8, and no CHARSET: read as 'WINDOWS-1253'" "$err"
}

@test "without iconv, what has a charset is read as windows-1252, and nothing else is lost" {
	mkdir "$BATS_TEST_TMPDIR/bin"
	printf '#!/bin/sh\nexit 127\n' >"$BATS_TEST_TMPDIR/bin/iconv"
	chmod +x "$BATS_TEST_TMPDIR/bin/iconv"
	PATH=$BATS_TEST_TMPDIR/bin:$PATH
	capture vcf2people -p "$people" charsets.vcf western.vcf
	last_line 'vcf2people: 13 cards: 13 new, 0 known, 0 left out'
	grep -qx '@jürgen-eins Jürgen Eins' "$out"
	grep -qx '@fünf Fünf😀' "$out"
	rc-parse -c "$out"
}

@test "iconv runs once for each charset, whatever the number of values" {
	needs_iconv
	mkdir "$BATS_TEST_TMPDIR/bin"
	printf '#!/bin/sh\necho >>"%s/runs"\nexec "%s" "$@"\n' "$BATS_TEST_TMPDIR" "$(command -v iconv)" >"$BATS_TEST_TMPDIR/bin/iconv"
	chmod +x "$BATS_TEST_TMPDIR/bin/iconv"
	awk 'BEGIN {
		for (i = 1; i <= 300; i++)
			printf "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-%d;ENCODING=QUOTED-PRINTABLE:N=E4%d\nEND:VCARD\n", 1 + i % 2, i
	}' >"$cards"
	PATH=$BATS_TEST_TMPDIR/bin:$PATH capture vcf2people -p "$people" "$cards"
	last_line 'vcf2people: 300 cards: 300 new, 0 known, 0 left out'
	[ "$(wc -l <"$BATS_TEST_TMPDIR/runs")" -eq 2 ]
}

@test "a value in one charset cannot pass itself off as another value" {
	needs_iconv
	printf '%s\n' BEGIN:VCARD VERSION:2.1 'FN;CHARSET=UTF-7:a+AAo-2 forged+AAo-3 x' END:VCARD BEGIN:VCARD VERSION:2.1 \
		'FN;CHARSET=UTF-7:second' END:VCARD BEGIN:VCARD VERSION:2.1 'FN;CHARSET=UTF-7:third' END:VCARD >"$cards"
	capture vcf2people -p "$people" "$cards"
	grep -qx '@second' "$out"
	grep -qx '@third' "$out"
	[ "$(grep -c '^@' "$out")" -eq 3 ]
}

@test "UTF-16 files with and without a byte order mark, UTF-8 with one, and NULs" {
	needs_iconv
	printf 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Wide\r\nNOTE:łódź 東\r\nEND:VCARD\r\n' >"$cards"
	vcf2people -p "$people" "$cards" >"$BATS_TEST_TMPDIR/wanted" 2>/dev/null
	grep -qx '  note: łódź 東' "$BATS_TEST_TMPDIR/wanted"
	for charset in UTF-16LE UTF-16BE UTF-32LE UTF-32BE; do
		case $charset in
		UTF-16LE) mark='\377\376' ;;
		UTF-16BE) mark='\376\377' ;;
		UTF-32LE) mark='\377\376\000\000' ;;
		UTF-32BE) mark='\000\000\376\377' ;;
		esac
		{ printf '%b' "${mark//\\/\\0}"; iconv -f UTF-8 -t $charset "$cards"; } >"$BATS_TEST_TMPDIR/wide.vcf"
		capture vcf2people -p "$people" "$BATS_TEST_TMPDIR/wide.vcf"
		same "$BATS_TEST_TMPDIR/wanted" "$out"
	done
	for charset in UTF-16LE UTF-16BE; do
		iconv -f UTF-8 -t $charset "$cards" >"$BATS_TEST_TMPDIR/wide.vcf"
		capture vcf2people -p "$people" - <"$BATS_TEST_TMPDIR/wide.vcf"
		same "$BATS_TEST_TMPDIR/wanted" "$out"
	done
	{ printf '\357\273\277'; cat "$cards"; } >"$BATS_TEST_TMPDIR/marked.vcf"
	capture vcf2people -p "$people" "$BATS_TEST_TMPDIR/marked.vcf"
	same "$BATS_TEST_TMPDIR/wanted" "$out"
	sed 's/Wide/W\x00i\x00de/' "$cards" >"$BATS_TEST_TMPDIR/nul.vcf"
	[ "$(tr -dc '\000' <"$BATS_TEST_TMPDIR/nul.vcf" | wc -c)" -eq 2 ]
	capture vcf2people -p "$people" "$BATS_TEST_TMPDIR/nul.vcf" western.vcf
	head -n 2 "$out" | same "$BATS_TEST_TMPDIR/wanted" -
	last_line 'vcf2people: 2 cards: 2 new, 0 known, 0 left out'
}

@test "line ends: LF, CR LF, CR CR LF, CR alone; soft breaks and folds hold in all of them" {
	printf '%s\n' BEGIN:VCARD VERSION:2.1 'FN:Ann Lines' 'NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo =' 'three=0Dfour' 'ADR;HOME:;;Mill' \
		'  Lane;;;;' 'PHOTO;ENCODING=BASE64:' ' AAAA' '' 'TEL:1' END:VCARD BEGIN:VCARD 'FN:Bo Lines' END:VCARD >"$cards"
	printf '%s\n' '@ann-lines Ann Lines' '  phone: 1' '  address: Mill Lane' '  note: one' '  note: two three' '  note: four' '' \
		'@bo-lines Bo Lines' >"$BATS_TEST_TMPDIR/wanted"
	for end in '' '\r' '\r\r'; do
		awk -v end="$end" '{ printf "%s%s\n", $0, end }' "$cards" >"$BATS_TEST_TMPDIR/ends.vcf"
		capture vcf2people -p "$people" "$BATS_TEST_TMPDIR/ends.vcf"
		same "$BATS_TEST_TMPDIR/wanted" "$out"
	done
	tr '\n' '\r' <"$cards" >"$BATS_TEST_TMPDIR/ends.vcf"
	capture vcf2people -p "$people" "$BATS_TEST_TMPDIR/ends.vcf"
	same "$BATS_TEST_TMPDIR/wanted" "$out"
	last_line 'vcf2people: 2 cards: 2 new, 0 known, 0 left out'
}

@test "pictures of five megabytes, in one line or in many, and a note that long" {
	awk 'BEGIN {
		picture = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
		print "BEGIN:VCARD\nVERSION:3.0\nFN:One\nPHOTO;ENCODING=b:"
		for (i = 0; i < 70000; i++) print " " picture
		printf "TEL:1\nEND:VCARD\nBEGIN:VCARD\nVERSION:2.1\nFN:Two\nPHOTO;ENCODING=BASE64:"
		for (i = 0; i < 70000; i++) printf "%s", picture
		printf "\n\nTEL:2\nNOTE:"
		for (i = 0; i < 70000; i++) printf "words and %s ", picture
		print "\nEND:VCARD"
	}' >"$cards"
	capture vcf2people -p "$people" "$cards"
	[ "$status" -eq 0 ]
	last_line 'vcf2people: 2 cards: 2 new, 0 known, 0 left out'
	grep -q 'a value of more than 262144 bytes: its end is left out' "$err"
	[ "$(grep -c '^  phone: [12]$' "$out")" -eq 2 ]
	[ "$(grep -c '^  note: ' "$out")" -eq 5 ]
	rc-parse -c "$out"
}

@test "a value of many lines under a head of many bytes costs no more than its bytes" {
	awk 'BEGIN {
		printf "BEGIN:VCARD\nVERSION:3.0\nFN:A\nNOTE;X="
		for (i = 0; i < 40000; i++) printf "aaa"
		print ":x"
		for (i = 0; i < 40000; i++) print " b"
		print "END:VCARD"
	}' >"$cards"
	capture timeout 20 "$(command -v vcf2people)" -p "$people" "$cards"
	[ "$status" -eq 0 ]
	last_line 'vcf2people: 1 cards: 1 new, 0 known, 0 left out'
	[ "$(tr -dc b <"$out" | wc -c)" -eq 40000 ]
}

@test "who is known: by uid, by name and address, by the name alone with a warning, never by a guess" {
	capture vcf2people -m -p merge.people merge.vcf
	[ "$status" -eq 1 ]
	same merge.txt "$out"
	same merge.err "$err"
}

@test "-m keeps every line of people.txt, and a second -m adds nothing" {
	capture vcf2people -m -p merge.people merge.vcf
	# The last line of people.txt lacks its end; nothing else is taken away.
	{ cat merge.people && echo; } | diff - "$out" >"$BATS_TEST_TMPDIR/diff" || true
	[ "$(grep -c '^<' "$BATS_TEST_TMPDIR/diff")" -eq 0 ]
	[ "$(grep -c '^>' "$BATS_TEST_TMPDIR/diff")" -gt 20 ]
	cp "$out" "$people"
	capture vcf2people -m -p "$people" merge.vcf
	same "$people" "$out"
	last_line 'vcf2people: 12 cards: 0 new, 10 known, 2 left out'
	capture vcf2people -p "$people" merge.vcf
	[ ! -s "$out" ]
}

@test "without anything new, -m gives people.txt back to the byte: CR LF, no last line end, a byte order mark, bytes that are no text" {
	printf '\357\273\277@ann Ann\r\n\t x: \303\r\n\r\n@bo Bo' >"$people"
	printf 'BEGIN:VCARD\nFN:Ann\nEND:VCARD\n' >"$cards"
	capture vcf2people -m -p "$people" "$cards"
	same "$people" "$out"
	last_line 'vcf2people: 1 cards: 0 new, 1 known, 0 left out'
	printf 'BEGIN:VCARD\nFN:Bo\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:Cy\nTEL:1\nEND:VCARD\n' >"$cards"
	capture vcf2people -m -p "$people" "$cards"
	{ cat "$people" && printf '\r\n  phone: 1\n\r\n@cy Cy\r\n  phone: 1\r\n'; } | same - "$out"
}

@test "people of the examples are known by what people.txt says of them" {
	printf '%s\n' BEGIN:VCARD VERSION:3.0 'FN:Ben Okafor' EMAIL:BEN.OKAFOR@example.com 'TEL:+44 20 7946 0188' END:VCARD BEGIN:VCARD VERSION:3.0 \
		'FN:Marit Ø.' UID:5B1C8F0E-6A0D-4C53-9D0E-2F6F3F1F7A21 END:VCARD >"$cards"
	capture vcf2people -p ../../examples/people.txt "$cards"
	[ ! -s "$out" ]
	grep -q 'fields of known people that people.txt lacks: 1; -m merges them' "$err"
	last_line 'vcf2people: 2 cards: 0 new, 2 known, 0 left out'
	cd "$BATS_TEST_TMPDIR"
	cp "$BATS_TEST_DIRNAME/../examples/people.txt" people.txt
	vcf2people -m "$cards" >merged 2>/dev/null
	diff people.txt merged | grep -v '^[0-9a]*$' | same <(echo '>   phone: +44 20 7946 0188') -
	RC_DIR=$BATS_TEST_TMPDIR
	export RC_DIR
	cd /
	capture vcf2people <"$cards"
	last_line 'vcf2people: 2 cards: 0 new, 2 known, 0 left out'
}

@test "files that cannot be read are named, the others are still read, and the last line counts them" {
	mkdir "$BATS_TEST_TMPDIR/folder"
	cp western.vcf "$BATS_TEST_TMPDIR/-m=x.vcf"
	cd "$BATS_TEST_TMPDIR"
	mkfifo pipe
	cat "$BATS_TEST_DIRNAME/vcf2people/days.vcf" >pipe &
	capture vcf2people -p people.txt -- missing.vcf folder -m=x.vcf pipe
	[ "$status" -eq 2 ]
	grep -qx 'vcf2people: cannot read missing.vcf' err
	grep -qx 'vcf2people: cannot read folder' err
	grep -q '^-m=x.vcf:1: warning: ' err
	grep -q '^pipe:1: warning: ' err
	last_line 'vcf2people: 27 cards: 27 new, 0 known, 0 left out'
}

@test "no cards at all, and a file that has none" {
	capture vcf2people -p "$people" </dev/null
	[ "$status" -eq 0 ]
	last_line 'vcf2people: 0 cards: 0 new, 0 known, 0 left out'
	printf 'BEGIN:VCALENDAR\nEND:VCALENDAR\n' >"$cards"
	capture vcf2people -p "$people" "$cards"
	[ "$status" -eq 1 ]
	grep -qF "$cards: warning: no card in it" "$err"
	[ ! -s "$out" ]
}

@test "wrong usage, no people.txt to merge into, a NUL in it, and a full disk are status 2" {
	for arguments in -x -p "-p $BATS_TEST_TMPDIR/none" '-p' "-p $BATS_TEST_TMPDIR"; do
		# shellcheck disable=SC2086 # words are meant
		capture vcf2people $arguments </dev/null
		[ "$status" -eq 2 ]
		[ "$(wc -l <"$err")" -eq 1 ]
		grep -q '^vcf2people: ' "$err"
	done
	cd "$BATS_TEST_TMPDIR"
	rm people.txt
	capture vcf2people -m </dev/null
	[ "$status" -eq 2 ]
	printf '@a\000b\n' >people.txt
	capture vcf2people -m </dev/null
	[ "$status" -eq 2 ]
	grep -q 'holds a NUL' "$err"
	rm people.txt
	[ -w /dev/full ] || skip 'no /dev/full'
	for command in "vcf2people $BATS_TEST_DIRNAME/vcf2people/days.vcf" "people2vcf $BATS_TEST_DIRNAME/../examples/people.txt"; do
		run -2 bash -c "$command >/dev/full"
		[[ "$output" == *'cannot write standard output'* ]]
	done
}

@test "a mark that some readers end a line at is a blank" {
	printf '@ada Ada\n  note: x\342\200\250EMAIL:y\342\200\251z\n' | people2vcf | tr -d '\r' | grep -qx 'NOTE:x EMAIL:y z'
}

@test "nothing is left in the folder for temporary files, even when a pipe closes" {
	mkdir "$BATS_TEST_TMPDIR/tmp"
	export TMPDIR=$BATS_TEST_TMPDIR/tmp
	vcf2people -p "$people" days.vcf 2>/dev/null | head -n 1 >/dev/null
	people2vcf ../../examples/people.txt | head -n 1 >/dev/null
	people2vcf -a ../../examples/people.txt >/dev/null
	[ -z "$(ls "$TMPDIR")" ]
}

# table FILE: what rc-parse makes of people, without the places.
table() {
	rc-parse -H -o record,date,who,actor,verb,object,minutes,by,via,tags,text "$1" | grep ^person | sort
}

@test "people2vcf and vcf2people: ids and fields come back as they went" {
	capture people2vcf ../../examples/people.txt
	[ "$status" -eq 0 ]
	[ ! -s "$err" ]
	cp "$out" "$cards"
	capture vcf2people -p "$people" "$cards"
	table ../../examples/people.txt >"$BATS_TEST_TMPDIR/before"
	table "$out" | same "$BATS_TEST_TMPDIR/before" -
	grep -q '^vcf2people: new people with fields that people2vcf notes (tier, status and others): 29; ' "$err"
	# With people.txt there, nothing is new.
	capture vcf2people -m -p ../../examples/people.txt "$cards"
	same ../../examples/people.txt "$out"
	last_line 'vcf2people: 31 cards: 0 new, 31 known, 0 left out'
}

@test "every kind of field goes to a card and back" {
	printf '%s\n' '@x.y_z-1' '@full Full; Name, "x" \n \' '  tier: A' '  every: never' '  status: guarded' '  pause: 2027-01-02 why, so' '  greet: F\n' \
		'  formal: yes' '  uid: u;1' '  birthday: 02-29' '  via: signal' '  hours: 9, or 10' '  knows: me; well' '  met: 2020-02-29' \
		'  on: 05-06 a day, ours' '  on: 2001-02-03 x' '  busy: 12-20..01-06' '  busy: 2026-01-02..2026-01-03 away' '  job: 2020-01-01 a, b' \
		'  job: c' '  email: z@example.org' '  email: a@example.org' '  phone: 2' '  phone: 1' '  fax: 3' '  pager: 4' '  modem: 5' '  topic: t, u' \
		'  topic: s' '  tags: one two' '  note: a\b' '  note: c, d; e: f' '  signal: +1 2' '  skype: live:me' '  im: a:b' '  im-x: c' '  address: 1 Lane, Town' \
		'  url: http://example.org/a,b' '  birth: circa 1800' '  death: 2000' '  role: r' '  related: Jo, spouse' '  category: 2024' '  nickname: Nick' \
		'  letter: The Cottage' '  interest: i' '@ελένη Ελένη Παπαδάκη, whose name and more is long enough for a line to be folded in it' >"$BATS_TEST_TMPDIR/full.txt"
	people2vcf "$BATS_TEST_TMPDIR/full.txt" >"$cards"
	[ "$(awk '{ sub(/\r$/, "") } length > 75' "$cards" | wc -l)" -eq 0 ]
	[ "$(grep -vc $'\r$' "$cards")" -eq 0 ]
	capture vcf2people -p "$people" "$cards"
	table "$BATS_TEST_TMPDIR/full.txt" >"$BATS_TEST_TMPDIR/before"
	table "$out" | same "$BATS_TEST_TMPDIR/before" -
	cp "$out" "$BATS_TEST_TMPDIR/again.txt"
	people2vcf "$BATS_TEST_TMPDIR/again.txt" | vcf2people -p "$people" 2>/dev/null | same "$BATS_TEST_TMPDIR/again.txt" -
}

@test "people of one name come back as the people that they are" {
	printf '%s\n' '@lee Lee' '@lee-2 Lee' '  phone: 1' '@kim-lee Lee' '  phone: 1' '@d Lee' '  email: lee@example.org' >"$BATS_TEST_TMPDIR/lee.txt"
	people2vcf "$BATS_TEST_TMPDIR/lee.txt" >"$cards"
	capture vcf2people -p "$people" "$cards"
	grep -v '^$' "$out" | same "$BATS_TEST_TMPDIR/lee.txt" -
	capture vcf2people -m -p "$BATS_TEST_TMPDIR/lee.txt" "$cards"
	same "$BATS_TEST_TMPDIR/lee.txt" "$out"
	last_line 'vcf2people: 4 cards: 0 new, 4 known, 0 left out'
}

@test "what people2vcf notes is for new people only" {
	printf '@tom Tom\n  email: tom@example.org\n' >"$people"
	printf '%s\n' BEGIN:VCARD VERSION:4.0 FN:Tom EMAIL:tom@example.org X-RC-ID:boss X-RC-STATUS:closed X-RC-KNOWS:me END:VCARD >"$cards"
	capture vcf2people -m -p "$people" "$cards"
	same "$people" "$out"
	# An id that somebody has is not taken over.
	printf '%s\n' BEGIN:VCARD VERSION:4.0 FN:Other UID:rc-tools:tom END:VCARD >"$cards"
	capture vcf2people -p "$people" "$cards"
	people_are '@tom-2 Other'
}

@test "people2vcf says what rc-parse says, and goes on" {
	printf '@ann Ann\n  email: ann@example.org\n  tier\n' >"$people"
	capture people2vcf "$people"
	[ "$status" -eq 1 ]
	grep -q ':3:.* error: ' "$err"
	grep -q '^EMAIL:ann@example.org' "$out"
	capture people2vcf <"$people"
	[ "$status" -eq 1 ]
	capture people2vcf "$BATS_TEST_TMPDIR/none"
	[ "$status" -eq 2 ]
	capture people2vcf -x
	[ "$status" -eq 2 ]
	grep -qx "people2vcf: unknown option '-x'; try people2vcf -h" "$err"
}

@test "mutt reads the aliases, and runs nothing that stands in a name" {
	command -v mutt >/dev/null || skip 'no mutt'
	cd "$BATS_TEST_TMPDIR"
	printf '%s\n' '@ada Ada "X" `touch forged` $HOME \ y, Jr; # (z)' '  email: ada@example.org' "  email: o'ada@example.org" '  email: ada <x@example.org>' \
		'@ada.2' '  email: two@example.org' '@łucja Łucja' '  email: lucja@example.org' '@none None' >people.txt
	capture people2vcf -a people.txt
	grep -qx 'people2vcf: @ada: no address for an alias: ada <x@example.org>' "$err"
	cp "$out" aliases
	[ "$(wc -l <aliases)" -eq 4 ]
	for key in ada ada.2 ada.3 łucja; do mutt -nF aliases -A "$key"; done >found
	printf '%s\n' '"Ada \"X\" `touch forged` $HOME \\ y, Jr; # (z)" <ada@example.org>' '"ada.2" <two@example.org>' \
		"\"Ada \\\"X\\\" \`touch forged\` \$HOME \\\\ y, Jr; # (z)\" <o'ada@example.org>" 'Łucja <lucja@example.org>' | same - found
	[ ! -e forged ]
}

@test "every shell and every awk here does the same" {
	needs_iconv
	mkdir "$BATS_TEST_TMPDIR/awk"
	old=$PATH
	for awk in awk mawk gawk original-awk busybox; do
		command -v "$awk" >/dev/null || continue
		ln -sf "$(readlink -f "$(command -v "$awk")")" "$BATS_TEST_TMPDIR/awk/awk"
		[ "$awk" != busybox ] || ln -sf "$(command -v busybox)" "$BATS_TEST_TMPDIR/awk/awk"
		for shell in sh dash 'busybox sh'; do
			command -v "${shell%% *}" >/dev/null || continue
			[ "$awk" = mawk ] || [ "$shell" = sh ] || continue
			PATH=$BATS_TEST_TMPDIR/awk:$old
			# shellcheck disable=SC2086 # words are meant
			{
				$shell ../../examples/vcf2people -m -p merge.people ./*.vcf
				$shell ../../examples/people2vcf merge.txt forms.txt names.txt
				$shell ../../examples/people2vcf -a ../../examples/people.txt
			} >"$BATS_TEST_TMPDIR/now" 2>&1 || true
			PATH=$old
			[ -e "$BATS_TEST_TMPDIR/first" ] || cp "$BATS_TEST_TMPDIR/now" "$BATS_TEST_TMPDIR/first"
			same "$BATS_TEST_TMPDIR/first" "$BATS_TEST_TMPDIR/now"
		done
	done
	grep -q '^vcf2people: 1[0-9]* cards: ' "$BATS_TEST_TMPDIR/first"
	grep -q '^alias ' "$BATS_TEST_TMPDIR/first"
}

@test "the options of page, usage and program are the same" {
	for tool in vcf2people people2vcf; do
		sed -n 's/^\.It Fl \([A-Za-z]\).*/\1/p' "../../man/$tool.1" | sort -u >"$BATS_TEST_TMPDIR/page"
		capture "$tool" --help
		[ "$status" -eq 0 ]
		sed -n 's/^  -\([A-Za-z]\) .*/\1/p' "$out" | sort -u | same "$BATS_TEST_TMPDIR/page" -
	done
}
