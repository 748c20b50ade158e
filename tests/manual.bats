#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# The manual of the tools tells the truth: every command of the EXAMPLES runs, and flags, columns, reasons and rules are those of the
# programs. The pages of what is around them: manual-around.bats.

load helper
load manual

setup() {
	cd "$BATS_TEST_DIRNAME/.." || return 1
}

@test "every example of the pages of the tools runs and says nothing on standard error" {
	run_examples man/{rc-parse,rc-due,rc-balance,rc-draft}.1 man/*.5 man/rc-tools.7
	# Each tool has examples, and they show something.
	for tool in rc-parse rc-due rc-balance rc-draft; do
		[ -s "$BATS_TEST_TMPDIR/$tool.1.printed" ]
	done
}

@test "the first day in rc-tools(7) prints what the page shows" {
	awk 'BEGIN { for (i = 1; i <= 60; i++) printf "@p%02d\n  tier: %s\n", i, i % 10 == 0 ? "A" : i % 3 == 0 ? "B" : "C" }' \
		>"$BATS_TEST_TMPDIR/people.txt"
	awk '{ print } /tier/ { n++; printf "  met: 2026-%02d-%02d\n", 1 + n % 10, 1 + n % 28 }' \
		"$BATS_TEST_TMPDIR/people.txt" >"$BATS_TEST_TMPDIR/met.txt"
	awk '
		/^\.Sh/ { inside = $0 ~ /THE FIRST DAY/ }
		inside && /^\.Bd -literal/ { on = 1; next }
		/^\.Ed/ { on = 0 }
		on && /^\$/ { shows = 1 }
		on && shows { print }
		!on { shows = 0 }
	' man/rc-tools.7 >"$BATS_TEST_TMPDIR/shown"
	cd "$BATS_TEST_TMPDIR"
	grep '^\$ ' shown | while read -r _ command; do
		echo "\$ $command"
		today=$(echo "$command" | sed 's/rc-due /&-d 2026-11-21 /; s/rc-balance /&-d 2026-11-21 /')
		sh -c "$today"
	done >found
	[ "$(grep -c '^\$' found)" -eq 5 ]
	same shown found
}

@test "the rename in rc-tools(7) hits one id, and the promise in parts is kept in time" {
	examples man/rc-tools.7 "$BATS_TEST_TMPDIR/scripts"
	rename=$(grep -l 'sed -E' "$BATS_TEST_TMPDIR"/scripts/*)
	printf '%s\n' '@robert Bob Brandt' '  email: mail@bob' '@bob.brandt' \
		'2026-11-20 met @robert, @bob.brandt and @robert: not @bobby' >"$BATS_TEST_TMPDIR/renamed"
	sh "$rename" | same "$BATS_TEST_TMPDIR/renamed" -
	parts=$(grep -l 'promised @ada report' "$BATS_TEST_TMPDIR"/scripts/*)
	printf 'who\tkept\tlate\topen\nada\t1\t0\t0\n' >"$BATS_TEST_TMPDIR/kept"
	sh "$parts" | same "$BATS_TEST_TMPDIR/kept" -
	# The recipe in the text is the same as the one that is run.
	[ "$(grep -c 'sed -E .s/(^|\[\[:blank:]])@bob(\[\[:blank:],:]|\$)/.e1@robert.e2/g' man/rc-tools.7)" -eq 2 ]
}

@test "the recipe that runs rc-balance in pieces gives the rows of one run" {
	awk '
		/^\.Sh/ { inside = $0 ~ /LARGE TABLES/ }
		inside && /^\.Bd -literal/ && !seen++ { print_it = 1; next }
		/^\.Ed/ { print_it = 0 }
		print_it { sub(/^\$ /, ""); gsub(/\\e/, "\\"); print }
	' man/rc-balance.1 >"$BATS_TEST_TMPDIR/recipe"
	[ -s "$BATS_TEST_TMPDIR/recipe" ]
	cp -R examples "$BATS_TEST_TMPDIR/examples"
	(cd "$BATS_TEST_TMPDIR" && sh recipe) >"$BATS_TEST_TMPDIR/pieces"
	rc-parse examples/people.txt examples/journal.txt | rc-balance -d 2026-11-21 >"$BATS_TEST_TMPDIR/once"
	diff -u "$BATS_TEST_TMPDIR/once" "$BATS_TEST_TMPDIR/pieces"
}

@test "the recipe that runs rc-due in pieces gives the rows of one run" {
	awk '
		/^\.Sh/ { inside = $2 == "ORDER" }
		inside && /^\.Bd -literal/ { script = ""; print_it = 1; next }
		/^\.Ed/ { print_it = 0 }
		print_it { gsub(/\\e/, "\\"); script = script $0 "\n" }
		END { printf "%s", script }
	' man/rc-due.1 >"$BATS_TEST_TMPDIR/recipe"
	cp -R examples "$BATS_TEST_TMPDIR/examples"
	(cd "$BATS_TEST_TMPDIR" && sh recipe) >"$BATS_TEST_TMPDIR/pieces"
	rc-parse examples/people.txt examples/journal.txt | rc-due -d 2026-11-21 >"$BATS_TEST_TMPDIR/once"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/once")" -gt 10 ]
	diff -u "$BATS_TEST_TMPDIR/once" "$BATS_TEST_TMPDIR/pieces"
}

@test "the words that make news hard, and those that do not, are those of the program" {
	awk '
		/^\.Ss/ { inside = $0 ~ /Hard news/ }
		inside && /^\.Bd/ { on = 1; next }
		/^\.Ed/ { on = 0 }
		on { for (i = 1; i <= NF; i++) print $i }
	' man/rc-due.1 >"$BATS_TEST_TMPDIR/page"
	grep -o '"[a-z ]*"' src/base/hard-news.c | tr -d '"' | tr ' ' '\n' | grep . >"$BATS_TEST_TMPDIR/words"
	[ -s "$BATS_TEST_TMPDIR/words" ]
	same "$BATS_TEST_TMPDIR/words" "$BATS_TEST_TMPDIR/page"
}

@test "the option letters of page, usage and program are the same" {
	for tool in rc-parse rc-due rc-balance rc-draft; do
		sed -n '/^\.Sh DESCRIPTION/,/^\.Sh [A-CE-Z]/s/^\.It Fl \([A-Za-z]\).*/\1/p' "man/$tool.1" | sort -u >"$BATS_TEST_TMPDIR/page"
		"$tool" -h | sed -n 's/^  -\([A-Za-z]\) .*/\1/p' | sort -u >"$BATS_TEST_TMPDIR/usage"
		[ -s "$BATS_TEST_TMPDIR/usage" ]
		diff -u "$BATS_TEST_TMPDIR/usage" "$BATS_TEST_TMPDIR/page"
		# And each of them is one that the program takes.
		while read -r letter; do
			"$tool" "-$letter" 2026-11-21 </dev/null >/dev/null 2>>"$BATS_TEST_TMPDIR/said" || :
		done <"$BATS_TEST_TMPDIR/usage"
	done
	run -1 grep 'unknown option' "$BATS_TEST_TMPDIR/said"
}

# names SOURCE: the names in the rows of a table of the domain in src/, one a line; none at all is a fault of this test.
names() {
	case $1 in
	verbs) sed -n 's/^    {WORD("\([a-z]*\)").*/\1/p' src/base/verbs.c ;;
	fields) sed -n 's/^\tFIELD([A-Z]*, "\([a-z]*\)", .*/\1/p' src/base/fields.h | grep -vx tag ;;
	rules) sed -n 's/^\tRULE([A-Z_]*, "\([a-z-]*\)", .*/\1/p' src/base/rules.h ;;
	reasons) sed -n 's/^\t[A-Z]*("\([a-z-]*\)", .*/\1/p' src/due/reasons.h | sort -u ;;
	esac >"$BATS_TEST_TMPDIR/names"
	[ -s "$BATS_TEST_TMPDIR/names" ] && cat "$BATS_TEST_TMPDIR/names"
}

# section PAGE NAME: the lines of a section (.Sh or .Ss) of a page.
section() {
	awk -v name="$2" '/^\.S[hs] / { on = substr($0, 5) ~ "^\"?" name || (on && /^\.Ss/ && level == ".Sh"); if (on) level = level ? level : $1; else level = "" } on' "$1"
}

# has_rows PAGE SECTION NAMES: the names are those that start a line of a table in that section of the page.
has_rows() {
	names "$3" | sort -u >"$BATS_TEST_TMPDIR/wanted"
	section "$1" "$2" | sed -n 's/^\([a-z][a-z-]*\)	.*/\1/p' | grep -vxE 'verb|key|rule|reason|T' | sort -u | same "$BATS_TEST_TMPDIR/wanted" -
}

@test "every verb, field, rule and reason of the program has its row in the manual, which has no other" {
	has_rows man/rc-text.5 ENTRIES verbs
	has_rows man/rc-text.5 PEOPLE fields
	has_rows man/rc-text.5 DIRECTIVES rules
	has_rows man/rc-due.1 RULES rules
	has_rows man/rc-due.1 REASONS reasons
}

@test "the verbs are in the order of their names, by which they are found and rows are ordered" {
	names verbs | LC_ALL=C sort -c -u
}

# numbered PAGE SECTION: the columns that a section's table lists by number, in order; the numbers must count from 1.
numbered() {
	section "$1" "$2" | awk -F '\t' '/^[0-9]+\t/ { if ($1 != ++n) exit 1; print $2 }'
}

@test "the columns of every table are in rc-tsv(5), in their order, and nothing else is" {
	for tool in rc-parse rc-due rc-balance rc-draft; do
		$tool </dev/null | head -n 1 | tr '\t' '\n' >"$BATS_TEST_TMPDIR/columns"
		numbered man/rc-tsv.5 "THE TABLE OF ${tool^^}" | same "$BATS_TEST_TMPDIR/columns" -
	done
	rc-balance -s </dev/null | head -n 1 | tr '\t' '\n' | sort >"$BATS_TEST_TMPDIR/columns"
	section man/rc-tsv.5 'The summary' | tr -cs '[:alnum:]_' '\n' | sort -u | comm -23 "$BATS_TEST_TMPDIR/columns" - | same /dev/null -
}

@test "every column of rc-due and rc-balance is explained in its page" {
	for tool in rc-due rc-balance; do
		$tool </dev/null | head -n 1 | tr '\t' '\n' | sort >"$BATS_TEST_TMPDIR/columns"
		sed -nE '/^\.It Ic( [a-z_]+ ,)* [a-z_]+( |$)/{ s/^\.It Ic //; s/ [^a-z_,].*//; s/ ,//g; p; }' "man/$tool.1" | tr ' ' '\n' | sort -u |
			comm -23 "$BATS_TEST_TMPDIR/columns" - | same /dev/null -
	done
}

@test "every rule in rc-due(1) has the default of the program" {
	sed -n 's/^\tRULE([A-Z_]*, "\([a-z-]*\)", RULE_\([A-Z]\)[A-Z]*, *\([0-9]*\)).*/\1 \2 \3/p' src/base/rules.h >"$BATS_TEST_TMPDIR/rules"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/rules")" -eq "$(names rules | wc -l)" ]
	section man/rc-due.1 RULES >"$BATS_TEST_TMPDIR/page"
	while read -r name unit value; do
		case $unit in D) value=${value}d ;; M) value=${value}m ;; esac
		[ "$value" != 60m ] || value='\(60m\|1h\)'
		grep -q "^$name	$value	" "$BATS_TEST_TMPDIR/page" || { echo "rc-due(1) lacks $name $value"; return 1; }
	done <"$BATS_TEST_TMPDIR/rules"
}
