#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# The manual tells the truth: every command of the EXAMPLES runs, and flags, columns, reasons and rules are those of the programs.

load helper

setup() {
	cd "$BATS_TEST_DIRNAME/.." || return 1
}

# Write each literal display in the section EXAMPLES of a page as a script of its own: examples PAGE FOLDER.
examples() {
	mkdir -p "$2"
	awk -v to="$2" '
		/^\.Sh/ { inside = $2 == "EXAMPLES" }
		!inside { next }
		/^\.Bd -literal/ { name = sprintf("%s/%02d", to, ++n); next }
		/^\.Ed/ { name = ""; next }
		name { sub(/^\$ /, ""); gsub(/\\e/, "\\"); print > name }
	' "$1"
}

@test "every example of every page runs and says nothing on standard error" {
	for page in man/*.[157]; do
		folder=$BATS_TEST_TMPDIR/$(basename "$page")
		examples "$page" "$folder"
		for script in "$folder"/*; do
			[ -e "$script" ] || continue
			sh -u "$script" >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/err" </dev/null ||
				{ echo "$page:"; cat "$script" "$BATS_TEST_TMPDIR/err"; return 1; }
			[ ! -s "$BATS_TEST_TMPDIR/err" ] || { echo "$page:"; cat "$script" "$BATS_TEST_TMPDIR/err"; return 1; }
			cat "$BATS_TEST_TMPDIR/out" >>"$folder.printed"
		done
	done
	# Each tool has examples, and they show something.
	for tool in rc-parse rc-due rc-balance rc-draft; do
		[ -s "$BATS_TEST_TMPDIR/$tool.1.printed" ]
	done
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

@test "the option letters of page, usage and program are the same" {
	for tool in rc-parse rc-due rc-balance rc-draft; do
		sed -n '/^\.Sh DESCRIPTION/,/^\.Sh [A-CE-Z]/s/^\.It Fl \([A-Za-z]\).*/\1/p' "man/$tool.1" | sort -u >"$BATS_TEST_TMPDIR/page"
		"$tool" -h | sed -n 's/^  -\([A-Za-z]\) .*/\1/p' | sort -u >"$BATS_TEST_TMPDIR/usage"
		[ -s "$BATS_TEST_TMPDIR/usage" ]
		diff -u "$BATS_TEST_TMPDIR/usage" "$BATS_TEST_TMPDIR/page"
		# And each of them is one that the program takes.
		while read -r letter; do
			run --separate-stderr "$tool" "-$letter" 2026-11-21 </dev/null
			# shellcheck disable=SC2154 # bats sets stderr
			[[ "$stderr" != *"unknown option"* ]] || { echo "$tool -$letter"; return 1; }
		done <"$BATS_TEST_TMPDIR/usage"
	done
}

@test "the columns of every table stand in rc-tsv(5)" {
	for tool in rc-parse rc-due rc-balance 'rc-balance -s' rc-draft; do
		$tool </dev/null | head -n 1 | tr '\t' '\n' >"$BATS_TEST_TMPDIR/columns"
		while read -r column; do
			grep -qw -- "$column" man/rc-tsv.5 || { echo "rc-tsv(5) lacks $column of $tool"; return 1; }
		done <"$BATS_TEST_TMPDIR/columns"
	done
}

@test "every rule of the program stands in rc-due(1) with its default" {
	grep -o 'WORD("[a-z-]*"), *RULE_[A-Z]*, *[0-9]*' src/lexicon.c |
		sed 's/WORD("\([a-z-]*\)"), *RULE_\([A-Z]\)[A-Z]*, *\([0-9]*\)/\1 \2 \3/' >"$BATS_TEST_TMPDIR/rules"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/rules")" -eq 18 ]
	awk '/^\.Sh/ { inside = $2 == "RULES" } inside' man/rc-due.1 >"$BATS_TEST_TMPDIR/page"
	while read -r name unit value; do
		case $unit in D) value=${value}d ;; M) value=${value}m ;; esac
		[ "$value" != 60m ] || value='\(60m\|1h\)'
		grep -q "^$name	$value	" "$BATS_TEST_TMPDIR/page" || { echo "rc-due(1) lacks $name $value"; return 1; }
	done <"$BATS_TEST_TMPDIR/rules"
}
