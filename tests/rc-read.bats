#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-read: what it shows of a table of drafts, and what it never lets through to a terminal.
# shellcheck disable=SC2154 # capture sets out, err, status

load helper

setup() {
	PATH=$(cd "$BATS_TEST_DIRNAME/../examples" && pwd):$PATH
	fixtures=$BATS_TEST_DIRNAME/rc-read
	cd "$BATS_TEST_TMPDIR" || return 1
}

# body TEXT: a table of one draft with this body, read. What is shown of the body.
body() {
	printf 'body\n%s\n' "$1" | rc-read 2>&1 | sed -e 1,2d -e 's/^    //'
	return "${PIPESTATUS[1]}"
}

@test "each draft has a heading, its subject and its body" {
	capture rc-read "$fixtures/drafts.tsv"
	[ "$status" -eq 0 ]
	same "$fixtures/drafts.txt" "$out"
	same /dev/null "$err"
}

@test "standard input is read without a file, and where - stands for one" {
	rc-read <"$fixtures/drafts.tsv" | same "$fixtures/drafts.txt" -
	rc-read - <"$fixtures/drafts.tsv" | same "$fixtures/drafts.txt" -
}

@test "what rc-draft writes of the examples is shown, draft by draft" {
	examples=$BATS_TEST_DIRNAME/../examples
	rc-parse "$examples/people.txt" "$examples/journal.txt" | rc-due -d 2026-11-21 | rc-draft -d 2026-11-21 >drafts.tsv
	capture rc-read drafts.tsv
	[ "$status" -eq 0 ]
	same /dev/null "$err"
	[ "$(grep -c '^== ' "$out")" -eq "$(($(wc -l <drafts.tsv) - 1))" ]
	[ "$(grep -c '^    Subject: .' "$out")" -eq "$(($(wc -l <drafts.tsv) - 1))" ]
	# Those without e-mail too.
	[ "$(grep -c '^   email ' "$out")" -lt "$(grep -c '^== ' "$out")" ]
}

@test "columns are known by their names, in any order, and some are enough" {
	printf 'body\tname\nHello\\n\tAna\n' | rc-read >found
	printf '== Ana\n\n    Hello\n' | same - found
	printf 'source\tsubject\twho\nj.txt:1\tHi\tana\n' | rc-read >found
	printf '== @ana\n   j.txt:1\n\n    Subject: Hi\n' | same - found
	# Each file has a header of its own, and one may come again.
	printf 'who\tgaps\nana\t1\nwho\tgaps\nben\t2\n' >one
	printf 'gaps\twho\n0\tcy\n' >two
	rc-read one two >found
	printf '== @%s\n   %s\n\n' ana '1 gap' ben '2 gaps' cy '0 gaps' | same - <(cat found; echo)
}

@test "an empty table is nothing to read" {
	for table in '' 'who\tname\treason\tvia\tto\tsubject\tbody\tgaps\tsource\n'; do
		# shellcheck disable=SC2059 # a format
		printf "$table" >empty
		capture rc-read empty
		[ "$status" -eq 0 ]
		same /dev/null "$out"
		same /dev/null "$err"
	done
}

@test "nothing that controls a terminal gets through" {
	each_case body <<-'EOF'
		caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x90\x9d | café € 🐝
		a\x1b[31mred                        | a\x1B[31mred
		bell\a, back\b, delete\x7f          | bell\x07, back\x08, delete\x7F
		over\\rwritten                    | over\x0Dwritten
		next\xc2\x85line, \xc2\x9b31m       | next\xC2\x85line, \xC2\x9B31m
		\xe2\x80\xaeturned, \xe2\x81\xa6too, \xd8\x9c | \xE2\x80\xAEturned, \xE2\x81\xA6too, \xD8\x9C
		lines\xe2\x80\xa8apart              | lines\xE2\x80\xA8apart
		not UTF-8: \xe9, \xc0\xaf, \xed\xa0\x80, \xf5 | not UTF-8: \xE9, \xC0\xAF, \xED\xA0\x80, \xF5
		cut \xe2\x82                        | cut \xE2\x82
	EOF
}

@test "no text can look like a heading, or add a line to one" {
	printf 'who\tname\treason\tvia\tto\tsubject\tbody\tgaps\tsource\n' >table
	printf 'a\\n== b\tA\\r\\n== B\tr\\nr\tv\\nv\tt\\tt\ts\\n== s\t== C (@c): thanks\\n   email c\t1\\n== g\tj\\n== j\n' >>table
	rc-read table >found
	cat >wanted <<-'EOF'
		== A == B (@a == b): r r
		   v v t t; 1 == g gaps; j == j

		    Subject: s == s

		    == C (@c): thanks
		       email c
	EOF
	same wanted found
	printf 'subject\n\033]0;x\007\n' | rc-read | grep -qxF '    Subject: \x1B]0;x\x07'
}

@test "a row of a wrong shape is named and costs no other" {
	printf 'who\tbody\nana\tx\\qy\nben\nben\tgood\n\ncy\tx\\\n' >'odd=name'
	capture rc-read 'odd=name'
	[ "$status" -eq 1 ]
	printf '== @ben\n\n    good\n' | same - "$out"
	sort "$err" >found
	cat >wanted <<-'EOF'
		odd=name:2: error: expected one of the escapes \\ \t \n \r, found '\q'
		odd=name:3: error: expected 2 columns, found 1
		odd=name:5: error: expected 2 columns, found 0
		odd=name:6: error: expected one of the escapes \\ \t \n \r, found '\'
	EOF
	same wanted found
}

@test "another table, and one without a header, are said once" {
	examples=$BATS_TEST_DIRNAME/../examples
	rc-parse "$examples/people.txt" >parse
	rc-due parse >due
	rc-balance parse >balance
	for tool in parse due balance; do
		capture rc-read "$tool"
		[ "$status" -eq 1 ]
		same /dev/null "$out"
		echo "$tool:1: error: this is rc-$tool output; rc-read reads rc-draft output" | same - "$err"
	done
	sed 1d "$fixtures/drafts.tsv" >headless
	capture rc-read headless "$fixtures/drafts.tsv"
	[ "$status" -eq 1 ]
	same "$fixtures/drafts.txt" "$out"
	[ "$(wc -l <"$err")" -eq 1 ]
	grep -q '^headless:1: error: expected the header of rc-draft output, which names its columns, found ' "$err"
}

@test "the first hundred messages are shown, and the others counted" {
	{ echo who; yes 'a	b' | head -n 120; } >wrong
	capture rc-read wrong
	[ "$status" -eq 1 ]
	[ "$(wc -l <"$err")" -eq 101 ]
	echo 'rc-read: 20 more not shown' | same - <(tail -n 1 "$err")
}

@test "a file that cannot be read is named, and the others are still read" {
	mkdir folder
	capture rc-read missing "$fixtures/drafts.tsv" folder
	[ "$status" -eq 2 ]
	same "$fixtures/drafts.txt" "$out"
	printf 'rc-read: cannot read %s\n' 'missing: there is no such file' 'folder: it is a folder' | same - "$err"
	# Standard input does not take the place of files that are not there.
	capture rc-read missing <"$fixtures/drafts.tsv"
	[ "$status" -eq 2 ]
	same /dev/null "$out"
}

@test "a reader who has seen enough ends it" {
	{ cat "$fixtures/drafts.tsv"; for _ in {1..300}; do sed 1d "$fixtures/drafts.tsv"; done; } >long
	{ rc-read long 2>err || echo $? >code; } | head -n 1 >found
	echo '== Ana Lindqvist (@ana): thanks' | same - found
	same /dev/null err
	[ "$(cat code)" -eq 141 ]
}

@test "the options of page and usage are the same, and a wrong one is status 2" {
	sed -n '/^\.Sh DESCRIPTION/,/^\.Sh [A-CE-Z]/s/^\.It Fl \([A-Za-z]\).*/\1/p' "$BATS_TEST_DIRNAME/../man/rc-read.1" >page
	rc-read -h | sed -n 's/^  -\([A-Za-z]\) .*/\1/p' >usage
	[ -s usage ]
	same usage page
	same <(rc-read -h) <(rc-read --help)
	capture rc-read -x
	[ "$status" -eq 2 ]
	echo "rc-read: unknown option '-x'; try rc-read -h" | same - "$err"
}

@test "every shell and every awk here does the same" {
	printf 'who\tbody\nana\tx\\qy\nben\nbü\t\xff\x1b\xc2\x9b\\n\\\\n\\tü\n' >hostile
	here=$PATH
	mkdir awk
	for pair in 'sh awk' 'dash mawk' 'bash gawk' 'sh original-awk' 'busybox busybox'; do
		shell=${pair% *} awk=${pair#* }
		command -v "$shell" >/dev/null && command -v "$awk" >/dev/null || continue
		[ "$shell" != busybox ] || shell='busybox sh'
		ln -sf "$(command -v "$awk")" awk/awk
		# shellcheck disable=SC2086 # two words
		PATH=$PWD/awk:$here capture $shell "$(command -v rc-read)" "$fixtures/drafts.tsv" hostile missing
		{ cat "$out"; sort "$err"; echo "$status"; } >found
		[ -e first ] || cp found first
		same first found || { echo "$pair"; return 1; }
	done
	grep -qxF '    \xFF\x1B\xC2\x9B' first
	[ "$(tail -n 1 first)" = 2 ]
}
