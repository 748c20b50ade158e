#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-parse: what it makes of text. Most of it stands in tables of small cases, parse/*.cases: a case more is a line more there.
# shellcheck disable=SC2154 # capture sets out, err, status
# shellcheck disable=SC1003 # a backslash before a quote is a backslash

load helper

# What fails anywhere in a pipe fails the test.
set -o pipefail

# cases NAME ...: all is as the tables parse/NAME have it.
cases() {
	"$BATS_TEST_DIRNAME/parse/run-tables" "${@/#/$BATS_TEST_DIRNAME/parse/}"
}

# The tables.

@test "every verb is taken on the sides it has, with its parts in any order; another word is named with its place" {
	cases verbs.cases entries.cases objects.cases
}

@test "durations, deadlines, spans and days are taken in every form that they have, and in no other" {
	cases durations.cases whens.cases text-deadlines.cases spans.cases days.cases month-days.cases
}

@test "ids, words and tags begin and end with what they may, and hold nothing that cannot be seen, which may stand in text" {
	cases ids.cases words.cases text-tags.cases unseen.cases
}

@test "nothing is longer than it may be, and of nothing there is more than there may be" {
	cases lengths.cases counts.cases
}

@test "a field's value is what its key wants, and a key that may stand for one of those known is asked about" {
	cases fields.cases
}

@test "tiers and rules take the values they can have, once; a field belongs to the person above; each line is told by its first byte" {
	cases directives.cases stanzas.cases lines.cases
}

@test "once all is read, ids that nobody declares, tiers that nobody defines, and ids that look the same are warned of" {
	cases end.cases look-alikes.cases
}

@test "every table is run, and a case that comes out otherwise fails, and is shown" {
	local file
	for file in "$BATS_TEST_DIRNAME"/parse/*.cases; do
		grep -qE "^	cases (.* )?${file##*/}( |\$)|/parse/${file##*/}" "$BATS_TEST_FILENAME" || { echo "$file"; return 1; }
	done
	cd "$BATS_TEST_TMPDIR"
	# A right one, then one with a row too many, another value, a row too few, and a message too many.
	cat >lines.cases <<-'END'
		2026-11-12 met @a     | entry date=2026-11-12 who=a actor=both verb=met
		2026-11-13 met @a     |
		2026-11-14 met @a     | entry date=2026-11-12 who=a actor=both verb=met
		2026-11-12 mett @a    | entry date=2026-11-12 who=a actor=both verb=met + j:1:12: error: expected a verb
		2026-11-15 met @a @a  | entry date=2026-11-15 who=a actor=both verb=met
	END
	cp lines.cases entries.cases
	printf '%s\n' 'a an | none' 'lunch | taken' 'the | taken' 'paper | none' >objects.cases
	printf '%s\n' '\xc3\xa9 | seen' '\xc2\xa0 | U+00A0' '\xc3\xa8 | U+00E8' '\xc2\xad | seen' >unseen.cases
	printf '%s\n' '@{i*3} | person who={i*3} verb=name text={i*3}' '@{i*4} | person who={i*3} verb=name text={i*4}' >lengths.cases
	capture "$BATS_TEST_DIRNAME/parse/run-tables" lines.cases entries.cases objects.cases unseen.cases lengths.cases
	[ "$status" -eq 1 ]
	same /dev/null "$err"
	sed -n 's/^-\([a-z]*: .*[^ ]\) *| .*/\1/p' "$out" | same <(
		printf '%s\n' {lines,entries}': 2026-11-1'{'3 met @a','4 met @a','2 mett @a','5 met @a @a'} objects:\ {the,paper} \
			'unseen: \xc3\xa8 in an id' 'unseen: \xc2\xad in an id' 'lengths: @{i*4}') -
	for table in '' '# nothing' 'no case'; do
		echo "$table" >ids.cases
		run -2 "$BATS_TEST_DIRNAME/parse/run-tables" ids.cases
	done
	run -2 "$BATS_TEST_DIRNAME/parse/run-tables" none.cases
}

# With these, awk writes a character by its number.
as_bytes='function byte(n) { return sprintf("\\0%o", n) }
	function character(n) {
		if (n < 128) return byte(n)
		if (n < 2048) return byte(192 + int(n / 64)) byte(128 + n % 64)
		return byte(224 + int(n / 4096)) byte(128 + int(n / 64) % 64) byte(128 + n % 64)
	}'

# number WORD: the number of a character as the source has it: 'a', 0xe9, ACUTE.
number() {
	case $1 in
	"'"*) printf '%d\n' "$1" ;;
	0x*) echo $(($1)) ;;
	0) echo 0 ;;
	*) echo $(($(sed -n "s/^\t$1 = \(0x[0-9a-f]*\).*/\1/p" "$BATS_TEST_DIRNAME/../src/base/look-alike.c"))) ;;
	esac
}

# pairs: the table of look-alikes, a line each: the number of a character, and those of what it looks like; and the wide letters.
pairs() {
	local c letter accent word i
	declare -A known
	while IFS=' ' read -r c letter accent; do
		for word in "$letter" "$accent"; do
			[ -n "${known[$word]-}" ] || known[$word]=$(number "$word")
		done
		echo "$((c)) ${known[$letter]} ${known[$accent]}"
	done < <(grep -o '{0x[^}]*}' "$BATS_TEST_DIRNAME/../src/base/look-alike.c" | tr -d '{},')
	for i in 45 46 {48..57} {65..90} 95 {97..122}; do
		echo "$((i + 0xff01 - 0x21)) $i 0"
	done
}

@test "each row of the table of look-alikes, and each wide letter, is found; no letter of a script looks like another of the same" {
	cd "$BATS_TEST_TMPDIR"
	pairs >table
	[ "$(wc -l <table)" -gt 400 ]
	# Ninety at a time, since the first hundred messages are shown.
	split -l 90 table part.
	for part in part.*; do
		printf %b "$(awk "$as_bytes"'
			{ print "@a" NR "." character($2) ($3 ? character($3) : "") "x\n@a" NR "." character($1) "x" }' "$part")" >ids
		capture rc-parse -c ids
		[ "$status" -eq 1 ]
		awk 'BEGIN { FS = ":" } / looks like / { print int(($2 + 1) / 2) }' "$err" | sort -n >found
		awk '{ print NR }' "$part" | same - found
	done

	while read -r from to more; do
		printf %b "$(awk -v from=$((from)) -v to=$((to)) -v more="$more" "$as_bytes"'
			BEGIN {
				for (c = from; c <= to; c++) print "@x" character(c)
				for (i = 1; more != "" && i <= 26; i++) print "@x" substr("abcdefghijklmnopqrstuvwxyz", i, 1) "\n@x" \
					substr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", i, 1)
				for (c = 7680; more != "" && c < 7936; c++) print "@x" character(c)
			}')" >ids
		[ "$(wc -l <ids)" -gt 90 ]
		capture rc-parse -c ids
		same /dev/null "$err"
		[ "$status" -eq 0 ]
	done <<-'EOF'
		0xc0 0x24f and ASCII
		0x370 0x3ff
		0x400 0x52f
		0x531 0x58f
		0xff01 0xff5e
	EOF
}

@test "the golden cases come out to the letter, with their messages and status" {
	local name count=0 differ=0
	for name in $(golden_cases); do
		[ -e "$BATS_TEST_DIRNAME/golden/$name/people.txt" ] || continue
		golden "$name" parse rc-parse people.txt journal.txt || differ=1
		count=$((count + 1))
	done
	[ "$count" -gt 0 ]
	[ "$differ" -eq 0 ]
}

# The table as a whole.

# expect FORMAT [TEXT ...], expect_err: what printf makes of it was on standard output, on standard error, to the byte.
# shellcheck disable=SC2059 # the format is what is given
expect() {
	printf "$@" >"$BATS_TEST_TMPDIR/expected" && same "$BATS_TEST_TMPDIR/expected" "$out"
}
# shellcheck disable=SC2059
expect_err() {
	printf "$@" >"$BATS_TEST_TMPDIR/expected" && same "$BATS_TEST_TMPDIR/expected" "$err"
}

header=$'record\tdate\twho\tactor\tverb\tobject\tminutes\tby\tvia\ttags\ttext\tsource'

@test "the table begins with its header, also where nothing follows; every column has its place in a row; -H leaves the header out" {
	capture rc-parse </dev/null
	[ "$status" -eq 0 ]
	expect '%s\n' "$header"
	expect_err ''

	capture rc-parse <<'END'
@ada Ada
  busy: 2026-12-20..2027-01-06 trip
  via: email
tier A max 9
rule reply 3d
2026-11-12 promised @ada paper 20m by fri via email #b #a: the text
END
	[ "$status" -eq 0 ]
	expect '%s\n' "$header" \
		$'person\t\tada\t\tname\t\t\t\t\t\tAda\t<stdin>:1' \
		$'person\t2026-12-20\tada\t\tbusy\t\t\t2027-01-06\t\t\ttrip\t<stdin>:2' \
		$'person\t\tada\t\tvia\t\t\t\temail\t\t\t<stdin>:3' \
		$'tier\t\t\t\tmax\tA\t\t\t\t\t9\t<stdin>:4' \
		$'rule\t\t\t\treply\t\t\t\t\t\t3d\t<stdin>:5' \
		$'entry\t2026-11-12\tada\tme\tpromised\tpaper\t20\t2026-11-13\temail\tb a\tthe text\t<stdin>:6'

	capture rc-parse -H <<<'@ada'
	[ "$status" -eq 0 ]
	expect 'person\t\tada\t\tname\t\t\t\t\t\tada\t<stdin>:1\n'
}

@test "backslashes, tabs and nothing else are escaped in text, of every length and at every place in it" {
	printf '%s' '2026-11-12 met @a: \ \t "q" '"'"'  é' >"$BATS_TEST_TMPDIR/j"
	printf '\t|\\\\\t\\' >>"$BATS_TEST_TMPDIR/j"
	cd "$BATS_TEST_TMPDIR"
	capture rc-parse -H j
	[ "$status" -eq 0 ]
	expect '%s\n' $'entry\t2026-11-12\ta\tboth\tmet\t\t\t\t\t\t\\\\ \\\\t "q" \'  é\\t|\\\\\\\\\\t\\\\\tj:1'

	# Escapes are looked for eight bytes at a time: what stands at the seams is what could go wrong.
	awk 'BEGIN { for (n = 0; n <= 40; n++) for (at = 0; at <= n; at++) {
		line = ""
		for (i = 1; i <= n; i++) line = line (i == at ? "\\" : i == 1 || i == n ? "x" : sprintf("%c", 32 + (i * 7 + at) % 60))
		print line } }' >"$BATS_TEST_TMPDIR/texts"
	sed 's/^/2026-11-12 met @a:/' "$BATS_TEST_TMPDIR/texts" >"$BATS_TEST_TMPDIR/j"
	sed 's/\\/\\\\/g' "$BATS_TEST_TMPDIR/texts" >"$BATS_TEST_TMPDIR/wanted"
	bash -o pipefail -c 'rc-parse -H "$0" | cut -f 11' "$BATS_TEST_TMPDIR/j" >"$BATS_TEST_TMPDIR/found"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "the source is the file as it was named, and its line, past every count of digits" {
	cd "$BATS_TEST_TMPDIR"
	mkdir sub
	printf '@a\n\n# c\n@b\n' >sub/p.txt
	printf '\n\n\n@c\n@d\n' >'a name'
	capture rc-parse -H sub/p.txt ./sub/../'a name' - <<<'@e'
	[ "$status" -eq 0 ]
	cut -f 12 "$out" >sources
	printf '%s\n' sub/p.txt:1 sub/p.txt:4 './sub/../a name:4' './sub/../a name:5' '<stdin>:1' >wanted
	same wanted sources

	awk 'BEGIN { for (i = 1; i <= 1005; i++) print i % 3 ? "2026-11-12 met @a" : "" }' >"$BATS_TEST_TMPDIR/j"
	awk 'BEGIN { for (i = 1; i <= 1005; i++) if (i % 3) print "<stdin>:" i }' >"$BATS_TEST_TMPDIR/wanted"
	bash -o pipefail -c 'rc-parse -H <"$0" | cut -f 12' "$BATS_TEST_TMPDIR/j" >"$BATS_TEST_TMPDIR/found"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "a file's odd name is escaped in the source, and shown as safe bytes in messages; of a very long one the beginning is shown" {
	local name=$'a\\b | é: \xe2\x80\x8bx'
	cd "$BATS_TEST_TMPDIR"
	printf '@a\nX\n' >"$name"
	capture rc-parse -H "$name"
	[ "$status" -eq 1 ]
	expect '%s\n' $'person\t\ta\t\tname\t\t\t\t\t\ta\ta\\\\b | é: \xe2\x80\x8bx:1'
	expect_err '%s: %s\n' 'a\b | é: \xe2\x80\x8bx:2:1' \
		"error: expected a date, an @id, an indented field, 'tier', 'rule' or '#', found 'X'"
	capture rc-parse "$name-"
	[ "$status" -eq 2 ]
	expect_err '%s\n' 'rc-parse: cannot open a\b | é: \xe2\x80\x8bx-: No such file or directory'

	name=$(printf '%0250d' 0)
	capture rc-parse "$name"
	[ "$status" -eq 2 ]
	printf 'rc-parse: cannot open %0188d...: No such file or directory\n' 0 | same - "$err"
}

@test "a file whose name is not text is not read, and the others are, with status 2, where nothing else is said and with -c, too" {
	local name shown
	cd "$BATS_TEST_TMPDIR"
	printf '@b\n' >good
	while read -r shown; do
		printf -v name %b "$shown"
		# Some file systems have no such names; what is said is the same without a file.
		printf '@a\nX\n' 2>/dev/null >"$name" || :
		capture rc-parse -H "$name" good "./$name"
		echo "$shown:"
		[ "$status" -eq 2 ]
		expect 'person\t\tb\t\tname\t\t\t\t\t\tb\tgood:1\n'
		expect_err 'rc-parse: cannot read %s: expected a name in UTF-8 without control characters\n' "$shown" "./$shown"
	done <<'END'
a\x0ab
a\x0a
\x0da
a\x09b
\x01
a\x1bb
a\x1f
a\x7fb
\xc2\x80
a\xc2\x9fb
\xff
caf\xe9
a\xc3
\xc0\xaf
\xed\xa0\x80
\xf4\x90\x80\x80
END

	capture rc-parse -c $'no\nsuch' <<<'@a'
	[ "$status" -eq 2 ]
	expect ''
	expect_err '%s\n' 'rc-parse: cannot read no\x0asuch: expected a name in UTF-8 without control characters'
}

@test "rows come in the order of the files; the end of one ends the person in it, and what was said in one holds in the next" {
	cd "$BATS_TEST_TMPDIR"
	echo '@b' >second
	echo '@a' >first
	capture rc-parse -H second - first <<<'@c'
	[ "$status" -eq 0 ]
	cut -f 3,12 "$out" >found
	printf '%s\t%s\n' b second:1 c '<stdin>:1' a first:1 >wanted
	same wanted found

	printf '@a\n  tier: A\n' >one
	printf '  via: email\n' >two
	printf '@-x\n' >faulty
	capture rc-parse -H one two
	[ "$status" -eq 1 ]
	[ "$(wc -l <"$out")" -eq 2 ]
	expect_err '%s: a field is under its person, and a journal entry starts at the margin\n' \
		'two:1:3: error: expected an @id line above this field'
	capture rc-parse -H faulty two
	[ "$status" -eq 1 ]
	[ "$(wc -l <"$err")" -eq 2 ]

	printf '\n@a\n  tier: D\n  via: email\nrule reply 3d\ntier A max 3\n2026-11-12 met @bb\n' >one
	printf '@a\n@b\n  via: phone\ntier D max 3\ntier A max 3\nrule reply 4d\n2026-11-12 met @bb\n' >two
	capture rc-parse -H one two
	[ "$status" -eq 1 ]
	expect_err '%s\n' \
		"two:1:1: error: a second @a: the first is at one:2; put their fields together" \
		"two:5:8: warning: 'max' is set to the same at one:6 already: delete one" \
		"two:6:6: error: expected 'reply' to be set once, found '4d'; it is '3d' at one:5" \
		"one:7:16: warning: no @ line declares @bb: did you mean @b?"

	printf '@a\n2026-11-12 met @b\n' >z
	printf '\n2026-11-12 met @b\n' >y
	capture rc-parse -H z y
	[ "$status" -eq 0 ]
	expect_err '%s\n' "z:2:16: warning: no @ line declares @b: add one, with a name"
}

# Ends of lines and of files.

@test "a character that is cut off at the end of a file is none, whatever stood there in the file before" {
	cd "$BATS_TEST_TMPDIR"
	printf '@a\xc3\xa9\n' >whole.txt
	printf '@a\xc3' >cut.txt
	capture rc-parse -H whole.txt cut.txt
	[ "$status" -eq 1 ]
	[ "$(wc -l <"$out")" -eq 1 ]
	grep -q "^cut.txt:1:3: error: expected UTF-8, found '.xc3'" "$err"
}

@test "the last line may lack its newline; a carriage return is dropped before one and at the end of the input, one and no other" {
	capture rc-parse -H < <(printf '@a\n  tier: A\n2026-11-12 met @a')
	[ "$status" -eq 0 ]
	[ "$(wc -l <"$out")" -eq 3 ]
	tail -n 1 "$out" >"$BATS_TEST_TMPDIR/last"
	printf 'entry\t2026-11-12\ta\tboth\tmet\t\t\t\t\t\t\t<stdin>:3\n' | same - "$BATS_TEST_TMPDIR/last"

	capture rc-parse -H < <(printf '@a A\r\n\r\n \t\r\n  tier: A \r\n2026-11-12 met @a: x\r')
	[ "$status" -eq 0 ]
	expect 'person\t\ta\t\tname\t\t\t\t\t\tA\t<stdin>:1\n%s\n%s\n' \
		$'person\t\ta\t\ttier\tA\t\t\t\t\t\t<stdin>:4' $'entry\t2026-11-12\ta\tboth\tmet\t\t\t\t\t\tx\t<stdin>:5'
	capture rc-parse -H < <(printf '\r')
	[ "$status" -eq 0 ]
	expect ''
	expect_err ''
	capture rc-parse -H < <(printf '\r\r\n@a\r\r')
	[ "$status" -eq 1 ]
	expect ''
	expect_err '%s\n' '<stdin>:1:1: error: expected text, found the control character U+000D: delete it' \
		'<stdin>:2:3: error: expected text, found the control character U+000D: delete it'
}

@test "a byte order mark is skipped at the start of every file, once, and counts for no column" {
	cd "$BATS_TEST_TMPDIR"
	printf '\xef\xbb\xbf@a\n' >one
	printf '\xef\xbb\xbf2026-11-12 mit @a\n' >two
	printf '\xef\xbb\xbf' >empty
	printf '\xef\xbb\xbf\xef\xbb\xbf@b\n' >twice
	printf '@c\n\xef\xbb\xbf@d\n' >inside
	printf '\xef\xbb' >half
	capture rc-parse -H one two empty twice inside half - < <(printf '\xef\xbb\xbf@e')
	[ "$status" -eq 1 ]
	cut -f 3,12 "$out" >found
	printf '%s\t%s\n' a one:1 c inside:1 e '<stdin>:1' >wanted
	same wanted found
	expect_err '%s\n' "two:1:12: error: expected a verb (met, called, wrote, gave, asked, promised, ...), found 'mit'" \
		"twice:1:1: error: expected a date, an @id, an indented field, 'tier', 'rule' or '#', found '\xef\xbb\xbf@b'" \
		"inside:2:1: error: expected a date, an @id, an indented field, 'tier', 'rule' or '#', found '\xef\xbb\xbf@d'" \
		"half:1:1: error: expected UTF-8, found '\xef': convert the file, as with iconv -f ISO-8859-1 -t UTF-8"
}

@test "NUL is an error outside comments, wherever it stands" {
	capture rc-parse -H < <(printf '# \0\n@a A\0\n@b\n  no\0te: x\n2026-11-12 met @b: x\0y\n\0\n2026-11-12 met @b: x\0\n  \0')
	[ "$status" -eq 1 ]
	cut -f 3,12 "$out" | same <(printf 'b\t<stdin>:3\n') -
	expect_err '<stdin>:%s: error: expected text, found the control character U+0000: delete it\n' 2:5 4:5 5:21 6:1 7:21 8:3
}

# Long lines.

limit=65536

# long N BYTE: N times that byte.
long() {
	head -c "$1" /dev/zero | tr '\0' "$2"
}

@test "a line may be 64 KiB long, its end and a byte order mark not counted, and so may a comment and a line of blanks" {
	cd "$BATS_TEST_TMPDIR"
	{
		printf '\xef\xbb\xbf2026-11-12 met @a:'
		long $((limit - 18)) x
		printf '\r\n2026-11-12 met @b:'
		long $((limit - 18)) '\\'
		printf '\n2026-11-12 met @c:'
		long $((limit - 18)) ' '
		printf '\n2026-11-12 met @d:'
		long $((limit - 20)) x
		printf 'é'
	} >j
	capture rc-parse -H j
	[ "$status" -eq 0 ]
	expect_err ''
	{
		printf 'entry\t2026-11-12\ta\tboth\tmet\t\t\t\t\t\t'
		long $((limit - 18)) x
		printf '\tj:1\nentry\t2026-11-12\tb\tboth\tmet\t\t\t\t\t\t'
		long $((2 * (limit - 18))) '\\'
		printf '\tj:2\nentry\t2026-11-12\tc\tboth\tmet\t\t\t\t\t\t\tj:3\nentry\t2026-11-12\td\tboth\tmet\t\t\t\t\t\t'
		long $((limit - 20)) x
		printf 'é\tj:4\n'
	} >wanted
	cmp wanted "$out"

	{
		printf '@a\n#'
		long $((limit - 1)) '\377'
		printf '\n'
		long "$limit" ' '
		printf '\r\n'
		long "$limit" '\t'
		printf '\n  via: email\n ;'
		long $((limit - 2)) x
	} >j
	capture rc-parse -H j
	[ "$status" -eq 0 ]
	expect_err ''
	cut -f 5,12 "$out" | same <(printf '%s\t%s\n' name j:1 via j:5) -
}

@test "a line of more than 64 KiB is an error, be it for a blank at its end, and is not looked at further; the next is read" {
	cd "$BATS_TEST_TMPDIR"
	{
		printf '2026-11-12 met @a:'
		long $((limit - 17)) x
		printf '\r\n2026-11-12 met @b:'
		long $((limit - 18)) x
		printf ' \n@c\n  note: '
		long $((3 * limit)) x
		printf '\n  via: email\n@d '
		long "$limit" x
		printf '\n  via: email\ntier '
		long "$limit" x
		printf '\n-'
		long "$limit" x
		printf '\n2026-11-12 met @e:'
		long $((limit - 19)) x
		printf 'é\n2026-11-12 met @c\n2026-11-12 met @d:'
		long "$limit" x
	} >j
	capture rc-parse -H j
	[ "$status" -eq 1 ]
	cut -f 3,5,12 "$out" | same <(printf '%s\t%s\t%s\n' c name j:3 c via j:5 c met j:11) -
	expect_err 'j:%s:65537: error: expected a line of at most 64 KiB, found a longer one\n' 1 2 4 6 8 9 10 12

	{
		printf '2026-11-12 met @a: \x01'
		long "$limit" x
		printf '\n@-x\n  note: '
		long "$limit" x
		printf '\n'
		long $((2 * limit)) '\0'
		printf '\n#'
		long "$limit" '\377'
		printf '\n'
		long $((limit + 1)) ' '
		printf '\r\n'
		long $((2 * limit)) '\t'
		printf '\n@b\n  via: email\n ;'
		long "$limit" x
	} >j
	capture rc-parse -H j
	[ "$status" -eq 1 ]
	cut -f 3,5,12 "$out" | same <(printf '%s\t%s\t%s\n' b name j:8 b via j:9) -
	sed '2d' "$err" | same <(printf 'j:%s:65537: error: expected a line of at most 64 KiB, found a longer one\n' 1 3 4 5 6 7 10) -
	sed -n '2p' "$err" | same <(echo "j:2:2: error: expected an id after '@', which starts with a letter or a digit, found '-x'") -
}

# Messages.

@test "a message begins with its place as compilers write it, without one with the tool's name, and stands after the rows before it" {
	cd "$BATS_TEST_TMPDIR"
	printf '@a\nX\n  bday: x\n2026-11-12 met @b\n2026-11-12 met @b\n' >j
	capture rc-parse -c j nothing - <<<$'\xc3\xa9\n2026-11-12 met @a \xff'
	[ "$status" -eq 2 ]
	expect_err '%s\n' "j:2:1: error: expected a date, an @id, an indented field, 'tier', 'rule' or '#', found 'X'" \
		"j:3:3: warning: 'bday' is a key of your own: did you mean 'birthday'?" \
		'j:5: warning: the same entry is at j:4: delete one, unless it happened twice' \
		'rc-parse: cannot open nothing: No such file or directory' \
		"<stdin>:1:1: error: expected a date, an @id, an indented field, 'tier', 'rule' or '#', found 'é'" \
		"<stdin>:2:19: error: expected UTF-8, found '\xff': convert the file, as with iconv -f ISO-8859-1 -t UTF-8" \
		'j:4:16: warning: no @ line declares @b: add one, with a name'

	rc-parse -H < <(printf '@a\nX\n@b\n@c c\n') >"$BATS_TEST_TMPDIR/both" 2>&1 || [ $? -eq 1 ]
	cut -c 1-10 "$BATS_TEST_TMPDIR/both" | same <(printf '%s\n' $'person\t\ta\t' '<stdin>:2:' $'person\t\tb\t' $'person\t\tc\t') -
}

@test "100 messages are shown, of more their count; errors that are not make the status 1, and a file that cannot be read is named" {
	cd "$BATS_TEST_TMPDIR"
	awk 'BEGIN { print "@a"; for (i = 1; i <= 60; i++) print "X\n2026-11-12 met @a @a" }' >j
	capture rc-parse j
	[ "$status" -eq 1 ]
	[ "$(wc -l <"$out")" -eq 62 ]
	[ "$(wc -l <"$err")" -eq 101 ]
	sed -n '1p; 100,$p' "$err" | same <(printf '%s\n' \
		"j:2:1: error: expected a date, an @id, an indented field, 'tier', 'rule' or '#', found 'X'" \
		"j:101:19: warning: @a is named twice: it counts once" \
		"rc-parse: 20 more not shown (errors: 60, warnings: 60)") -

	capture rc-parse < <(awk 'BEGIN { for (i = 1; i <= 100; i++) print "X" }')
	[ "$status" -eq 1 ]
	[ "$(wc -l <"$err")" -eq 100 ]
	[ "$(grep -c "found 'X'" "$err")" -eq 100 ]

	capture rc-parse < <(awk 'BEGIN { for (i = 1; i <= 100; i++) print "2026-11-12 met @a @a"; print "X" }')
	[ "$status" -eq 1 ]
	tail -n 1 "$err" | same <(printf 'rc-parse: 1 more not shown (errors: 1, warnings: 100)\n') -

	awk 'BEGIN { for (i = 1; i <= 100; i++) print "X" }' >j
	capture rc-parse j nothing
	[ "$status" -eq 2 ]
	tail -n 1 "$err" | same <(printf 'rc-parse: cannot open nothing: No such file or directory\n') -
}

# -c.

@test "-c writes no table, and says the same; -c and -H go together, in any form" {
	cd "$BATS_TEST_TMPDIR"
	printf '@a\n  tier A\n2026-11-12 met @a @a\n' >j
	rc-parse j >rows 2>messages || [ $? -eq 1 ]
	capture rc-parse -c j
	[ "$status" -eq 1 ]
	expect ''
	same messages "$err"
	[ "$(wc -l <messages)" -eq 2 ]

	local options
	for options in -cH -Hc '-c -H' '-H -c' '-cc' '-c -c'; do
		# shellcheck disable=SC2086 # some are two words
		capture rc-parse $options -- <<<'2026-11-12 met @a @a'
		[ "$status" -eq 1 ]
		expect ''
		expect_err '<stdin>:1:19: warning: @a is named twice: it counts once\n'
	done
}

@test "-c has status 0 where there is nothing to say but that lines stand twice, however many, and 1 for any other warning" {
	capture rc-parse -c <<<'2026-11-12 met @a'
	[ "$status" -eq 0 ]
	expect ''
	expect_err ''
	for text in '2026-11-12 met @a @a' '2026-11-12 asked @a ref: by fri' $'@a\n knows: @b' $'@a\n bday: 12-10' $'@a\n tier: A\n tier: A' \
		$'rule reply 3d\nrule reply 3d' $'@a\n2026-11-12 met @b' $'@a\n tier: D'; do
		echo "$text:"
		capture rc-parse -c <<<"$text"
		[ "$status" -eq 1 ]
		[[ $(<"$err") == '<stdin>:'*': warning: '* ]]
		capture rc-parse <<<"$text"
		[ "$status" -eq 0 ]
		[[ $(<"$err") == '<stdin>:'*': warning: '* ]]
	done

	local twice=$'2026-11-12 met @a\n2026-11-12 met @a'
	capture rc-parse -c <<<"$twice"
	[ "$status" -eq 0 ]
	expect_err '<stdin>:2: warning: the same entry is at <stdin>:1: delete one, unless it happened twice\n'
	capture rc-parse -c <<<"$twice"$'\n2026-11-12 met @a @a'
	[ "$status" -eq 1 ]
	[ "$(wc -l <"$err")" -eq 2 ]
	capture rc-parse -c <<<$'2026-11-12 met @a @a\n2026-11-12 met @a @a'
	[ "$status" -eq 1 ]
	[ "$(wc -l <"$err")" -eq 3 ]
	capture rc-parse -c <<<"$twice"$'\nX'
	[ "$status" -eq 1 ]
	capture rc-parse -c - nothing <<<"$twice"
	[ "$status" -eq 2 ]

	capture rc-parse -c < <(awk 'BEGIN { for (i = 0; i < 131; i++) print "2026-11-12 met @a" }')
	[ "$status" -eq 0 ]
	[ "$(wc -l <"$err")" -eq 101 ]
	tail -n 1 "$err" | same <(printf 'rc-parse: 30 more not shown (errors: 0, warnings: 130)\n') -
}

@test "-c warns of each entry that stands twice to the letter, in one file or in two, among very many, and of nothing else" {
	cd "$BATS_TEST_TMPDIR"
	printf '2026-11-12 met @a: x\n2026-11-12 met @a: y\n\n2026-11-12 met @a: x  \r\n2026-11-12 met  @a: x\n' >one
	printf '2026-11-12 met @a: y' >two
	capture rc-parse -c one two two -
	[ "$status" -eq 0 ]
	expect_err '%s\n' 'one:4: warning: the same entry is at one:1: delete one, unless it happened twice' \
		'two:1: warning: the same entry is at one:2: delete one, unless it happened twice' \
		'two:1: warning: the same entry is at one:2: delete one, unless it happened twice'
	capture rc-parse one two
	[ "$status" -eq 0 ]
	expect_err ''

	capture rc-parse -c <<'END'
@a
  note: x
  note: x
# c
# c
2026-11-12 whant @a
2026-11-12 whant @a
END
	[ "$status" -eq 1 ]
	expect_err "<stdin>:%d:12: error: expected a verb (met, called, wrote, gave, asked, promised, ...), found 'whant'; write: 2026-11-12 want @a ...\n" 6 7

	awk 'BEGIN {
		for (i = 0; i < 40000; i++) print "2026-11-12 met @a: " i
		for (i = 0; i < 40000; i += 800) print "2026-11-12 met @a: " i
	}' >j
	capture rc-parse -c j
	[ "$status" -eq 0 ]
	awk 'BEGIN { for (i = 0; i < 50; i++) print "j:" 40001 + i ": warning: the same entry is at j:" i * 800 + 1 \
		": delete one, unless it happened twice" }' >wanted
	same wanted "$err"

	# Lines whose hashes all begin with twenty bits that are 1 (found by trying): each is put where a table ends, and
	# is there found again.
	printf '2026-11-12 met @a: %s\n' 19b09 13b563 37f5fd 553b7e 59ff1a 725120 76da70 87d916 b8487b d42ab7 e39dbf e9ff57 >j
	capture rc-parse -c j j
	[ "$status" -eq 0 ]
	expect_err 'j:%d: warning: the same entry is at j:%d: delete one, unless it happened twice\n' \
		1 1 2 2 3 3 4 4 5 5 6 6 7 7 8 8 9 9 10 10 11 11 12 12
}

# Tables.

# tables: write a table of each tool into a file of its name; `summary` is rc-balance -s.
tables() {
	printf '@ada Ada\n  tier: A\n  email: ada@example.org\n  birthday: 11-25\n' >text
	printf 'tier A every 5w\nrule reply 3d\n2026-11-10 promised @ada paper by 2026-11-20: x\n' >>text
	rc-parse text >rc-parse.tsv
	rc-due -d 2026-11-21 rc-parse.tsv >rc-due.tsv
	rc-balance -d 2026-11-21 rc-parse.tsv >rc-balance.tsv
	rc-balance -s -d 2026-11-21 rc-parse.tsv >summary.tsv
	rc-draft -d 2026-11-21 rc-due.tsv >rc-draft.tsv
}

@test "a table where a text should be is said once, whichever tool's it is, and ends the reading with status 1" {
	local table
	cd "$BATS_TEST_TMPDIR"
	tables
	rc-parse -H text >wanted
	for table in rc-parse.tsv rc-due.tsv rc-balance.tsv summary.tsv rc-draft.tsv; do
		echo "$table:"
		[ "$(wc -l <"$table")" -gt 1 ]
		capture rc-parse -H "$table"
		[ "$status" -eq 1 ]
		expect ''
		[[ $(<"$err") == "$table:1: error: expected people and journal, found a table"* && $(<"$err") != *$'\n'* ]]
		# What stands before it counts, with what is wrong with it; what stands after it is not looked at.
		{ cat text && echo X && cat "$table" && printf '2026-11-12 met @b @b\nY\n'; } >both
		capture rc-parse -H both "$table" text
		[ "$status" -eq 1 ]
		sed 's/both:/text:/' "$out" | same wanted -
		[ "$(wc -l <"$err")" -eq 2 ]
		[[ $(tail -n 1 "$err") == 'both:9: error: expected people and journal, found a table'* ]]
		# Nor is there anything to be said at the end.
		capture rc-parse -H - <<<$'@a\n  tier: D\n2026-11-12 met @b\n'"$(<"$table")"
		[ "$status" -eq 1 ]
		[ "$(wc -l <"$err")" -eq 1 ]
		capture rc-parse -c "$table"
		[ "$status" -eq 1 ]
		[ "$(wc -l <"$err")" -eq 1 ]
		expect ''
		capture rc-parse "$table" nothing
		[ "$status" -eq 2 ]
	done
}

@test "each kind of row that rc-parse writes tells of a table, also without the header; tabs alone do not" {
	local row
	cd "$BATS_TEST_TMPDIR"
	tables
	while IFS= read -r row; do
		echo "$row:"
		capture rc-parse -H <<<"$row"$'\n'"$row"
		[ "$status" -eq 1 ]
		expect ''
		expect_err '<stdin>:1: error: %s\n' \
			'expected people and journal, found a table, such as rc-parse writes: it is parsed already'
	done < <(tail -n +2 rc-parse.tsv)
	cut -f 1 rc-parse.tsv | sort -u | same <(printf '%s\n' entry person record rule tier) -

	capture rc-parse -H <<<$'rule\treply\t3d\ntier\tA\tevery\t5w\tmax\t3\n2026-11-12\tmet\t@a\tlunch\t30m\tvia\tx\t#a\t#b\t#c\t#d\t:'
	[ "$status" -eq 0 ]
	[ "$(wc -l <"$out")" -eq 4 ]
	expect_err ''
}

# Size.

# A program that watches its own memory reserves terabytes of addresses, and some systems have no limit of them.
skip_without_limits() {
	! grep -q __asan_init "$RC_BIN/rc-parse" || skip 'built with a sanitizer'
	(ulimit -v 12000) 2>/dev/null || skip 'no limit of memory here'
}

@test "memory does not grow with the number of entries" {
	skip_without_limits
	cd "$BATS_TEST_TMPDIR"
	# shellcheck disable=SC2016 # the inner shell's, and awk's
	capture bash -o pipefail -c '
		awk "BEGIN { for (i = 0; i < 20000; i++)
			print \"2026-11-12 gave @p\" i % 1000 \" intro 20m #t\" i % 50 \": to the team, with a few words more of what it was\" }" >j
		cat j j j j j j j j j j j j j j j j j j j j |
		(ulimit -v 12000 && exec rc-parse -H) | cut -f 3 | awk "!seen[\$0]++ { all++ } END { print all, NR }"'
	expect_err ''
	[ "$status" -eq 0 ]
	[ "$(cat "$out")" = '1000 400000' ]
}

@test "too little memory is named, with status 2" {
	skip_without_limits
	# shellcheck disable=SC2016 # the inner shell's, and awk's
	capture bash -c '
		awk "BEGIN { for (i = 0; i < 1000000; i++) print \"@p\" i }" 2>/dev/null |
		(ulimit -v 12000 && exec rc-parse -c)'
	[ "$status" -eq 2 ]
	expect ''
	expect_err 'rc-parse: out of memory\n'
}

@test "very many people, tags and names on one line are taken" {
	cd "$BATS_TEST_TMPDIR"
	awk 'BEGIN {
		printf "2026-11-12 met"
		for (i = 0; i < 500; i++) printf " @p" i
		for (i = 0; i < 2000; i++) printf " #t" i % 1800
		print ""
	}' >j
	capture rc-parse -H j
	[ "$status" -eq 0 ]
	awk 'BEGIN { for (i = 0; i < 1800; i++) tags = tags (i ? " " : "") "t" i
		for (i = 0; i < 500; i++) printf "entry\t2026-11-12\tp%d\tboth\tmet\t\t\t\t\t%s\t\tj:1\n", i, tags }' >wanted
	same wanted "$out"
}

# remedies <LINES: what rc-parse would have written for each, "two lines", "-" for no remedy, or "ok" for a line that is right.
remedies() {
	cd "$BATS_TEST_TMPDIR" || return
	split -l 90 - part
	for part in part*; do
		rc-parse -H "$part" 2>messages >/dev/null || :
		awk -v all="$(wc -l <"$part")" '{
			split($0, place, ":")
			said[place[2]] = /; write: / ? substr($0, match($0, /; write: /) + 9) : /write two lines$/ ? "two lines" : "-"
		}
		END { for (i = 1; i <= all; i++) print i in said ? said[i] : "ok" }' messages
	done
}

@test "natural lines are given back as the entries that they mean" {
	local cases=$BATS_TEST_DIRNAME/parse/natural.cases
	grep -v '^#' "$cases" >"$BATS_TEST_TMPDIR/wanted"
	sed 's/ | .*//' "$BATS_TEST_TMPDIR/wanted" >"$BATS_TEST_TMPDIR/natural"
	remedies <"$BATS_TEST_TMPDIR/natural" >"$BATS_TEST_TMPDIR/given"
	[ "$(grep -c '^2' "$BATS_TEST_TMPDIR/given")" -gt 300 ]
	paste -d '|' "$BATS_TEST_TMPDIR/natural" "$BATS_TEST_TMPDIR/given" | sed 's/|/ | /' >"$BATS_TEST_TMPDIR/found"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "of words in any order, no remedy is rejected, and none loses a word" {
	cd "$BATS_TEST_TMPDIR"
	awk -v seed=26 -v lines=4000 -f "$BATS_TEST_DIRNAME/parse/salad.awk" | split -a 3 -l 80 - part
	for part in part*; do
		rc-parse -H "$part" >rows 2>>messages || :
	done
	sed -n 's/^\(part[a-z]*:[0-9]*\):.*; write: /\1 /p' messages >remedies
	# A hole before the colon is there to be filled.
	sed -e 's/^[^ ]* //' -e 's/^\([^:]*\)\.\.\./\1hole/' -e 's/^\([^:]*\)\.\.\./\1hole/' remedies >given
	rc-parse given >rows 2>said || :
	awk 'FILENAME != "remedies" { line[FILENAME ":" FNR] = $0; next }
		{
			for (rest = line[$1]; match(rest, /zaq[0-9]+x[0-9]/); rest = substr(rest, RSTART + RLENGTH)) {
				word = substr(rest, RSTART, RLENGTH)
				print (index($0, word) ? "there" : "lost"), word, line[$1], "=>", $0
			}
		}' part* remedies >words
	echo "$(wc -l <given) remedies, $(wc -l <words) words"
	[ "$(wc -l <given)" -ge 200 ]
	[ "$(wc -l <words)" -ge 100 ]
	run -1 grep 'more not shown' messages
	[ "$(grep -c error: said)" -eq 0 ]
	[ "$(grep -c ^lost words)" -eq 0 ]
}
