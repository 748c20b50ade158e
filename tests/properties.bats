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

# The tables of all inputs together, a line "FILE tab KEY tab ROW"; mixed SUFFIX puts each row of such lines into FILE.SUFFIX.
rows_of_all() {
	awk -v seed=1 "$random"' { printf "%s\t%010d\t%s\n", FILENAME, random(1000000000), $0 }' ./*/table
}
mixed() {
	awk -F '\t' -v suffix="$1" '
		$1 != file { close(file suffix); file = $1 }
		{ print substr($0, length($1 $2) + 3) > (file suffix) }'
}

# The inputs stand in folders: text in *.txt, and its table, cut up and mixed in some ways that are to make no difference. What the
# tools make of the table as it is stands in "once.N", see of_all, by the number of the question.
setup_file() {
	local dir at
	mkdir "$BATS_FILE_TMPDIR/of"
	cd "$BATS_FILE_TMPDIR/of" || return
	cp -R "$BATS_TEST_DIRNAME"/golden/. .
	mkdir made examples
	made >made/network.txt
	cp "$BATS_TEST_DIRNAME"/../examples/*.txt examples
	for dir in */; do
		if ls "$dir"*.txt >/dev/null 2>&1; then
			(cd "$dir" && rc-parse ./*.txt >table 2>/dev/null) || [ $? -eq 1 ]
		else
			rm -r "$dir"
		fi
	done
	rows_of_all >../rows
	sort -k 1,2 ../rows | mixed .shuffled
	sort -t $'\t' -k 1,1 -k 3 ../rows | mixed .sorted
	sort -t $'\t' -k 1,1 -k 14,14r ../rows | mixed .backwards
	sort -t $'\t' -k 1,1 -k 5,5 ../rows | mixed .grouped
	awk -v header="$(head -n 1 made/table)" '
		FNR % 3 == 1 { print header > (FILENAME ".headers") }
		{ print > (FILENAME ".headers") }' ./*/table.shuffled
	# In four pieces by person, with the rows that belong to nobody in each.
	awk -F '\t' '
		FNR == 1 { next }
		$3 == "" { for (i = 0; i < 4; i++) print > (FILENAME ".piece" i); next }
		!((FILENAME, $3) in at) { at[FILENAME, $3] = n++ % 4 }
		{ print > (FILENAME ".piece" at[FILENAME, $3]) }' ./*/table
	inputs=(*/)
	for at in "${!questions[@]}"; do
		# shellcheck disable=SC2086 # the question is words
		of_all "../once.$at" ${questions[at]} table
	done
}

setup() {
	cd "$BATS_FILE_TMPDIR/of" || return
	inputs=(*/)
	once=$BATS_FILE_TMPDIR/once
}

# of_all INTO COMMAND [ARG ...]: run it in each input's folder. What it writes, with the status, goes to INTO/INPUT, and what it says
# to INTO.said/INPUT.
of_all() (
	set +eET
	mkdir "$1" "$1.said" && into=$(cd "$1" && pwd) || exit
	for dir in "${inputs[@]}"; do
		cd "$dir" || exit
		"${@:2}" >"$into/${dir%/}" 2>"$into.said/${dir%/}"
		echo "status $?" >>"$into/${dir%/}"
		cd ..
	done
)

# said_of INTO: what was said of each input, sorted, but of very many messages, of which the first are shown.
said_of() {
	(cd "$1.said" && awk '/ more not shown / { more[FILENAME] = 1 } { file[NR] = FILENAME; said[NR] = $0 }
		END { for (i = 1; i <= NR; i++) if (!(file[i] in more)) print file[i] ": " said[i] }' ./* | sort)
}

# rows_of INTO [HEADERS]: the rows of each input, sorted, without so many lines at the top; and their status.
rows_of() {
	(cd "$1" && awk -v skip="${2:-0}" 'FNR > skip { print FILENAME ": " $0 }' ./* | sort)
}

# The ways in which the tools are asked.
questions=("rc-due -w 400 -d $today" "rc-balance -d $today" "rc-balance -s -b 2026-03-01 -d $today")

@test "there are inputs, and most are of some size; the same gives the same bytes again" {
	[ "${#inputs[@]}" -ge 10 ]
	[ "$(cat ./*/table | wc -l)" -gt 1000 ]
	run -0 bash -c "rc-due -d $today made/table 2>/dev/null | cut -f 7 | sort -u | wc -l"
	[ "$output" -gt 12 ]
	for at in "${!questions[@]}"; do
		echo "${questions[at]}:"
		# shellcheck disable=SC2086 # the question is words
		of_all "$BATS_TEST_TMPDIR/again.$at" ${questions[at]} table
		diff -ru "$once.$at" "$BATS_TEST_TMPDIR/again.$at"
		diff -ru "$once.$at.said" "$BATS_TEST_TMPDIR/again.$at.said"
	done
}

@test "files that are parsed again, or one by one, give the rows that they gave together; -c says the same but of what stands twice" {
	parse() { rc-parse ./*.txt; }
	check() { rc-parse -c ./*.txt; }
	alone() {
		for file in ./*.txt; do
			rc-parse -H "$file" || [ $? -eq 1 ] || return 2
		done
	}
	for how in parse check alone; do
		of_all "$BATS_TEST_TMPDIR/$how" "$how"
	done
	mkdir "$BATS_TEST_TMPDIR/wanted"
	for dir in "${inputs[@]}"; do
		cp "$dir/table" "$BATS_TEST_TMPDIR/wanted/${dir%/}"
	done
	rows_of "$BATS_TEST_TMPDIR/parse" | grep -v ': status [01]$' >"$BATS_TEST_TMPDIR/rows"
	rows_of "$BATS_TEST_TMPDIR/wanted" | same "$BATS_TEST_TMPDIR/rows" -
	rows_of "$BATS_TEST_TMPDIR/wanted" 1 >"$BATS_TEST_TMPDIR/rows"
	rows_of "$BATS_TEST_TMPDIR/alone" | grep -v ': status 0$' | same "$BATS_TEST_TMPDIR/rows" -
	for how in parse check; do
		(cd "$BATS_TEST_TMPDIR/$how.said" && awk '!/: the same entry is at / { print FILENAME ": " $0 }' ./*) >"$BATS_TEST_TMPDIR/$how.all"
	done
	[ "$(wc -l <"$BATS_TEST_TMPDIR/parse.all")" -gt 50 ]
	same "$BATS_TEST_TMPDIR/parse.all" "$BATS_TEST_TMPDIR/check.all"
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

@test "the order of a table's rows, and headers among them, make no difference to the result, nor to what is said of them" {
	for at in "${!questions[@]}"; do
		said_of "$once.$at" >"$BATS_TEST_TMPDIR/said"
		for variant in sorted backwards shuffled.headers; do
			echo "${questions[at]}, $variant:"
			# shellcheck disable=SC2086 # the question is words
			of_all "$BATS_TEST_TMPDIR/$variant.$at" ${questions[at]} "table.$variant"
			diff -ru "$once.$at" "$BATS_TEST_TMPDIR/$variant.$at"
			said_of "$BATS_TEST_TMPDIR/$variant.$at" | same "$BATS_TEST_TMPDIR/said" -
		done
	done
}

# pieces COMMAND [ARG ...]: what it gives of each piece, without headers.
pieces() {
	local status=0
	for piece in table.piece*; do
		"$@" -H "$piece" || status=$?
	done
	return "$status"
}

@test "a table that is cut up by person and merged, or grouped by person for -g, gives the same rows" {
	for at in 0 1; do
		echo "${questions[at]}:"
		rows_of "$once.$at" 1 >"$BATS_TEST_TMPDIR/wanted"
		[ "$(wc -l <"$BATS_TEST_TMPDIR/wanted")" -gt 100 ]
		# shellcheck disable=SC2086 # the question is words
		of_all "$BATS_TEST_TMPDIR/merged.$at" pieces ${questions[at]}
		rows_of "$BATS_TEST_TMPDIR/merged.$at" | same "$BATS_TEST_TMPDIR/wanted" -
		# shellcheck disable=SC2086
		of_all "$BATS_TEST_TMPDIR/grouped.$at" ${questions[at]} -gH table.grouped
		rows_of "$BATS_TEST_TMPDIR/grouped.$at" | same "$BATS_TEST_TMPDIR/wanted" -
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
	for dir in "${inputs[@]}"; do
		sed -e '/^status /d' -e '1d' "$once.0/${dir%/}"
	done >"$BATS_TEST_TMPDIR/due"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/due")" -gt 500 ]
	rc-draft -d "$today" "$BATS_TEST_TMPDIR/due" 2>/dev/null | sort >"$BATS_TEST_TMPDIR/wanted"
	shuffled 9 <"$BATS_TEST_TMPDIR/due" | rc-draft -d "$today" 2>/dev/null | sort | same "$BATS_TEST_TMPDIR/wanted" -
}
