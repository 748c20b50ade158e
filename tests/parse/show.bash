# SPDX-License-Identifier: ISC
# shellcheck shell=bash
#
# What rc-parse makes of a few lines, in a form that fits on one line of a table of cases (parse/*.cases, see each_case).

columns=(record date who actor verb object minutes by via tags text)

# show BEFORE TEXT [COLUMN]: hand a file "j" of the lines BEFORE and of TEXT to rc-parse; print the rows that come of TEXT as
# "record column=value ...", columns without a value and the source left out, then the messages, to the letter. With
# COLUMN, a row is that column's value alone. The exit status must be what the messages say: 1 where one is an error, else 0.
show() {
	local before=$1 text=$2 only=${3-} skip=${1//[!$'\n']/} line status=0 due=0 i cells shown
	cd "$BATS_TEST_TMPDIR" || return
	printf '%s%s\n' "$before" "$text" >j
	rc-parse -H j >rows 2>messages || status=$?
	while IFS= read -r line; do
		[ "${line##*:}" -gt "${#skip}" ] || continue
		cells=()
		while [[ $line == *$'\t'* ]]; do
			cells+=("${line%%$'\t'*}")
			line=${line#*$'\t'}
		done
		[ "${#cells[@]}" -eq "${#columns[@]}" ] || echo "a row of $((${#cells[@]} + 1)) columns:"
		shown=${cells[0]}
		for ((i = 1; i < ${#cells[@]}; i++)); do
			[ "${columns[i]}" != "$only" ] || {
				shown=${cells[i]}
				break
			}
			[ -z "${cells[i]}" ] || shown+=" ${columns[i]}=${cells[i]}"
		done
		printf '%s\n' "$shown"
	done <rows
	while IFS= read -r line; do
		[[ $line =~ ^j:[0-9]+(:[0-9]+)?:\ warning:\  ]] || due=1
		printf '%s\n' "$line"
	done <messages
	[ "$status" -eq "$due" ] || echo "status $status, expected $due"
}

# spread TEXT: set `spread` to the text in which each {X*N} is X, N times over; %d in X counts them from 1. What stands for what
# is kept for `fold`.
spread() {
	local all i
	spread=$1 short=() long=()
	while [[ $spread =~ \{([^{}]*)\*([0-9]+)\} ]]; do
		all=
		for ((i = 1; i <= BASH_REMATCH[2]; i++)); do
			all+=${BASH_REMATCH[1]//%d/$i}
		done
		short+=("${BASH_REMATCH[0]}") long+=("$all")
		spread=${spread%%"${BASH_REMATCH[0]}"*}$all${spread#*"${BASH_REMATCH[0]}"}
	done
}

# fold <TEXT: print it with {X*N} again for what came of that.
fold() {
	local text i
	IFS= read -r -d '' text || :
	for ((i = 0; i < ${#long[@]}; i++)); do
		text=${text//"${long[i]}"/"${short[i]}"}
	done
	printf %s "$text"
}

# tally <LINES: print each once, with "*N" behind one that comes N times in a row.
tally() {
	uniq -c | sed 's/^ *1 //; s/^ *\([0-9][0-9]*\) \(.*\)/\2*\1/'
}
