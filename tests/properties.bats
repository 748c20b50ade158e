#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# What holds of any input: the same again gives the same, the order of rows means nothing, and each person is worked out alone.
# The inputs are the golden cases, the examples, and a network made up at random, but always the same one.

load helper

# What fails anywhere in a pipe fails the test.
set -o pipefail

today=2026-11-21

# Numbers that look random and are the same with every awk: random(n) is below n.
random='function random(n) { seed = (seed * 16807 + 11) % 2147483647; return int(seed / 7) % n }'

# made: a network in which everything happens to somebody.
made() {
	awk "$random"'
	function date() { return sprintf("%d-%02d-%02d", 2025 + random(2), 1 + random(11), 1 + random(28)) }
	BEGIN {
		seed = 4242
		split("met called wrote gave asked promised kept dropped declined thanked acked noted want meet had", verb, " ")
		split("paper intro talk review ref", object, " ")
		split("tier: A,tier: B,tier: inner,status: guarded,every: 5w,knows: my work,birthday: 11-25,busy: 11-10..11-19", field, ",")
		print "tier inner every 2w give 5w\ntier A max 9\nrule ask-gap 90d"
		for (p = 0; p < 40; p++) {
			print "@p" p " Person " p
			# Keys that there is one of come at most once: take each with even odds.
			for (i = p % 3 + 1; i <= 8; i += i < 3 ? 3 : 1) if (random(2)) print "  " field[i]
		}
		for (i = 0; i < 900; i++) {
			v = verb[1 + random(15)]
			who = "@p" random(40)
			o = object[1 + random(5)]
			by = v ~ /^(asked|promised|acked|want)$/ && random(2) ? " by +" 1 + random(60) "d" : ""
			time = v == "gave" || v == "kept" ? " " 5 + random(90) "m" : ""
			if (v == "had" || v !~ /^(noted|want|meet)$/ && random(2)) print date() " " who " " v " " o by time ": " i
			else print date() " " v " " who " " o by time ": " i
		}
	}'
}

# shuffled SEED: the lines of standard input in another order, always the same one.
shuffled() {
	awk -v seed="$1" "$random"' { printf "%010d\t%s\n", random(1000000000), $0 }' | sort | cut -f 2-
}

# The inputs stand in folders: text in *.txt, and its table, cut up and mixed in some ways that are to make no difference.
setup_file() {
	local dir table
	mkdir "$BATS_FILE_TMPDIR/of"
	cd "$BATS_FILE_TMPDIR/of" || return
	cp -R "$BATS_TEST_DIRNAME"/golden/. .
	mkdir made
	made >made/network.txt
	if ls "$BATS_TEST_DIRNAME"/../examples/*.txt >/dev/null 2>&1; then
		mkdir examples
		cp "$BATS_TEST_DIRNAME"/../examples/*.txt examples
	fi
	for dir in */; do
		ls "$dir"*.txt >/dev/null 2>&1 || {
			rm -r "$dir"
			continue
		}
		table=$dir/table
		rc-parse "$dir"*.txt >"$table" 2>/dev/null || [ $? -eq 1 ]
		shuffled 1 <"$table" >"$table.shuffled"
		sort <"$table" >"$table.sorted"
		sort -t $'\t' -k 12,12 -r <"$table" >"$table.backwards"
		awk 'NR == 1 { header = $0 } NR % 3 == 1 { print header } { print }' "$table" >"$table.headers"
		# In seven pieces by person, with the rows that belong to nobody in each.
		awk -F '\t' -v piece="$dir/piece" 'FNR == 1 { next }
			$3 == "" { for (i = 0; i < 7; i++) print >(piece i); next }
			!($3 in at) { at[$3] = n++ % 7 }
			{ print >(piece at[$3]) }' "$table"
	done
}

setup() {
	cd "$BATS_FILE_TMPDIR/of" || return
	inputs=(*/)
}

# of_all COMMAND [ARG ...]: run it in each input's folder, and print the standard output and the status of each; of_all_said:
# what is said on standard error instead, sorted, but of very many messages, of which the first are shown. Both go without bats'
# own trap on every command: there are very many.
of_all() (
	trap - DEBUG
	set +eET
	for dir in "${inputs[@]}"; do
		cd "$dir" || exit
		echo "$dir:"
		"$@" 2>/dev/null
		echo "status $?"
		cd ..
	done
)
of_all_said() (
	trap - DEBUG
	set +eET
	for dir in "${inputs[@]}"; do
		cd "$dir" || exit
		echo "$dir:"
		"$@" 2>&1 >/dev/null | sort >"$BATS_TEST_TMPDIR/said"
		grep -q ' more not shown ' "$BATS_TEST_TMPDIR/said" || cat "$BATS_TEST_TMPDIR/said"
		cd ..
	done
)

# The ways in which the tools are asked, as far as the tools are there.
questions=()
[ ! -x "$RC_BIN/rc-due" ] || questions+=("rc-due -w 400 -d $today")
[ ! -x "$RC_BIN/rc-balance" ] || questions+=("rc-balance -d $today" "rc-balance -s -b 2026-03-01 -d $today")

@test "there are inputs, and most are of some size" {
	[ "${#inputs[@]}" -ge 10 ]
	[ "$(cat ./*/table | wc -l)" -gt 1000 ]
	run -0 bash -c "rc-due -d $today made/table 2>/dev/null | cut -f 7 | sort -u | wc -l"
	[ "$output" -gt 12 ]
}

# shellcheck disable=SC2016 # the inner shell's
parse='rc-parse *.txt 2>&1'

@test "the same input gives the same bytes again" {
	for question in "bash -c '$parse'" "${questions[@]/%/ table}"; do
		echo "$question:"
		eval "of_all $question" >"$BATS_TEST_TMPDIR/once"
		eval "of_all $question" | same "$BATS_TEST_TMPDIR/once" -
	done
}

@test "files that are parsed one by one give the rows that they give together" {
	for dir in "${inputs[@]}"; do
		tail -n +2 "$dir/table" >"$BATS_TEST_TMPDIR/together"
		for file in "$dir"*.txt; do
			rc-parse -H "$file" 2>/dev/null || [ $? -eq 1 ]
		done >"$BATS_TEST_TMPDIR/alone"
		same "$BATS_TEST_TMPDIR/together" "$BATS_TEST_TMPDIR/alone"
	done
}

@test "entries in another order give the same rows" {
	grep -ah '^[0-9]' ./*/*.txt >"$BATS_TEST_TMPDIR/text"
	shuffled 5 <"$BATS_TEST_TMPDIR/text" >"$BATS_TEST_TMPDIR/mixed"
	for text in text mixed; do
		rc-parse "$BATS_TEST_TMPDIR/$text" >"$BATS_TEST_TMPDIR/$text.rows" 2>/dev/null || [ $? -eq 1 ]
		# Without the place that they come from.
		cut -f 1-11 "$BATS_TEST_TMPDIR/$text.rows" | sort >"$BATS_TEST_TMPDIR/$text.sorted"
	done
	same "$BATS_TEST_TMPDIR/text.sorted" "$BATS_TEST_TMPDIR/mixed.sorted"
}

@test "-c says what is said without it, but for entries that are there twice" {
	for dir in "${inputs[@]}"; do
		rc-parse "$dir"*.txt 2>"$BATS_TEST_TMPDIR/said" >/dev/null || [ $? -eq 1 ]
		rc-parse -c "$dir"*.txt 2>"$BATS_TEST_TMPDIR/checked" || [ $? -eq 1 ]
		sed '/: the same entry is at /d' "$BATS_TEST_TMPDIR/checked" | same "$BATS_TEST_TMPDIR/said" -
	done
}

@test "the order of a table's rows, and headers among them, make no difference to the result" {
	for question in "${questions[@]}"; do
		# shellcheck disable=SC2086 # the question is words
		of_all $question table >"$BATS_TEST_TMPDIR/wanted"
		for variant in shuffled sorted backwards headers; do
			echo "$question, $variant:"
			# shellcheck disable=SC2086
			of_all $question "table.$variant" | same "$BATS_TEST_TMPDIR/wanted" -
		done
	done
}

@test "the order of a table's rows makes no difference to what is said of them" {
	for question in "${questions[@]}"; do
		# shellcheck disable=SC2086 # the question is words
		of_all_said $question table >"$BATS_TEST_TMPDIR/wanted"
		for variant in shuffled backwards; do
			echo "$question, $variant:"
			# shellcheck disable=SC2086
			of_all_said $question "table.$variant" | same "$BATS_TEST_TMPDIR/wanted" -
		done
	done
}

# merged COMMAND [ARG ...]: what it gives of each piece, without headers and in the order of bytes.
merged() {
	for piece in piece*; do
		"$@" -H "$piece"
	done | sort
}

# whole COMMAND [ARG ...]: what it gives of the table that the pieces were cut from, the same way.
whole() {
	"$@" -H table | sort
}

@test "a table that is cut up by person and merged gives the same rows" {
	for question in "${questions[@]}"; do
		[[ $question != *' -s '* ]] || continue
		echo "$question:"
		# shellcheck disable=SC2086 # the question is words
		of_all whole $question | grep -v '^status' >"$BATS_TEST_TMPDIR/wanted"
		# shellcheck disable=SC2086
		of_all merged $question | grep -v '^status' | same "$BATS_TEST_TMPDIR/wanted" -
	done
}

# grouped COMMAND [ARG ...]: what it gives with -g of the table, its rows by who, those of tiers and rules first; as merged.
grouped() {
	sort -t "$(printf '\t')" -k 3,3 table | "$@" -gH | sort
}

@test "a table that is grouped by person gives the same rows with -g" {
	for question in "${questions[@]}"; do
		[[ $question != *' -s '* ]] || continue
		echo "$question:"
		# shellcheck disable=SC2086 # the question is words
		of_all whole $question >"$BATS_TEST_TMPDIR/wanted"
		# shellcheck disable=SC2086
		of_all grouped $question | same "$BATS_TEST_TMPDIR/wanted" -
	done
}

# shellcheck disable=SC2154 # capture sets out, err, status
@test "with -g a row out of its group is an error, and the others give their rows" {
	t=$BATS_TEST_TMPDIR/t
	printf '%s\n' 'tier B every 3mo' '@a' '@b' '2026-01-01 wrote @a' '2026-01-01 wrote @b' '2026-01-02 wrote @a' 'tier A every 2w' |
		rc-parse -H >"$t"
	for tool in rc-due rc-balance; do
		capture "$tool" -g -d "$today" -o who "$t"
		[ "$status" -eq 1 ]
		printf '%s\n' '<stdin>:4: error: expected the rows of each person together (-g), found more of @a' \
			'<stdin>:6: error: expected the rows of each person together (-g), found more of @a' \
			'<stdin>:7: error: expected tiers and rules before all people (-g), found one after them' | same - "$err"
	done
	printf 'who\na\nb\n' | same - "$out"
	# A rule is one by its record, whatever else its row has.
	{ printf 'rule\t\ta\t\treply\t\t\t\t\t\t9d\tp:1\n' && awk '$3 == "a" || $2 == "a"' "$t"; } >"$t.rule"
	capture rc-balance -g -d "$today" -o who "$t.rule"
	[ "$status" -eq 0 ]
	printf 'who\na\n' | same - "$out"
	capture rc-balance -gs "$t"
	[ "$status" -eq 2 ]
	same <(echo 'rc-balance: option -g: expected no -s, which needs all people at once; try rc-balance -h') "$err"
}

@test "rc-draft writes the same drafts, whatever the order of rows" {
	[ -x "$RC_BIN/rc-draft" ] || skip 'there is no rc-draft yet'
	for dir in "${inputs[@]}"; do
		echo "$dir:"
		rc-due -d "$today" "$dir/table" >"$BATS_TEST_TMPDIR/due" 2>/dev/null
		rc-draft -d "$today" "$BATS_TEST_TMPDIR/due" | sort >"$BATS_TEST_TMPDIR/wanted"
		shuffled 9 <"$BATS_TEST_TMPDIR/due" | rc-draft -d "$today" | sort | same "$BATS_TEST_TMPDIR/wanted" -
	done
}
