# SPDX-License-Identifier: ISC
# shellcheck shell=bash
#
# What all suites share. Each begins with `load helper`. Nothing is written but below $BATS_TEST_TMPDIR.

bats_require_minimum_version 1.5.0

# The programs under test: those in $RC_BIN, as tests/run-bats sets it, else those that make leaves in build/.
RC_BIN=${RC_BIN:-$(cd "$BATS_TEST_DIRNAME/../build" && pwd)}
PATH=$RC_BIN:$PATH

# What sort, awk and the shell do is to be the same everywhere. A test that wants another locale or zone sets it itself.
LC_ALL=C
TZ=UTC0
export RC_BIN PATH LC_ALL TZ
unset LANG LC_CTYPE LC_COLLATE LC_MESSAGES

# Before every command of a test bats writes down where it is, in a trap on DEBUG that takes longer than most commands do. Here it
# looks when one has failed (in its trap on ERR), which says the same and spares a test up to half of its time. The functions are
# those of bats; a bats that has others goes on in its own way.
if declare -F bats_debug_trap bats_check_status_from_trap bats_capture_stack_trace >/dev/null; then
	bats_debug_trap() { trap - DEBUG; }
	bats_error_trap() {
		bats_check_status_from_trap
		[ -n "$BATS_DEBUG_LAST_STACK_TRACE_IS_VALID" ] || bats_capture_stack_trace
		BATS_DEBUG_LAST_STACK_TRACE_IS_VALID=1
	}
fi

# same EXPECTED FOUND: two files hold the same bytes; the difference is shown where they do not. Better than to compare
# $output, which has lost NULs and newlines at the end.
same() {
	are_same_text "$1" "$2" || diff -u "$1" "$2"
}

# Whether two files are there to be read again, hold text that is not too long, and the same: this takes no process, as diff does.
are_same_text() {
	local expected='' found
	[ "$1" = /dev/null ] || { [ -f "$1" ] && [ -r "$1" ] && ! IFS= read -r -d '' -n 65536 expected <"$1"; } || return 1
	[ -f "$2" ] && [ -r "$2" ] && ! IFS= read -r -d '' -n 65536 found <"$2" && [ "$expected" = "$found" ]
}

# holds FILE TEXT: it holds just that text.
holds() {
	local found
	if [ ! -r "$1" ] || IFS= read -r -d '' -n 65536 found <"$1" || [ "$found" != "$2" ]; then
		printf %s "$2" | diff -u - "$1"
	fi
}

# capture COMMAND [ARG ...]: run it and keep all of it: standard output in the file $out, standard error in $err, the exit
# status in $status. Standard input is the caller's, so `capture rc-parse <FILE` and here-documents work. Always succeeds.
# shellcheck disable=SC2034 # the test reads them
capture() {
	out=$BATS_TEST_TMPDIR/out err=$BATS_TEST_TMPDIR/err status=0
	"$@" >"$out" 2>"$err" || status=$?
}

# golden_cases: the names of the folders below tests/golden, one a line.
golden_cases() {
	local dir
	for dir in "$BATS_TEST_DIRNAME"/golden/*/; do
		basename "$dir"
	done
}

# golden CASE NAME COMMAND [ARG ...]: run the command in the folder of that case and compare what it gives with files there:
# standard output with NAME.tsv, standard error with NAME.err (where it is missing: nothing), the exit status with
# NAME.status (where it is missing: 0). The difference names the case. So: golden text parse rc-parse people.txt journal.txt
golden() {
	local dir=$BATS_TEST_DIRNAME/golden/$1 found=$BATS_TEST_TMPDIR/$1.$2 name=$2 got=0 wanted=0 differ=0
	shift 2
	(cd "$dir" && "$@") >"$found.tsv" 2>"$found.err" || got=$?
	same "$dir/$name.tsv" "$found.tsv" || differ=1
	if [ -e "$dir/$name.err" ]; then
		same "$dir/$name.err" "$found.err" || differ=1
	else
		same /dev/null "$found.err" || differ=1
	fi
	[ ! -e "$dir/$name.status" ] || wanted=$(cat "$dir/$name.status")
	[ "$got" = "$wanted" ] || {
		echo "$dir: $name: status $got, expected $wanted"
		differ=1
	}
	return "$differ"
}

# each_case FUNCTION <TABLE: a table of small cases, one a line, padded at will:
#
#     input | expected
#
# Empty lines and those that begin with '#' are passed over. FUNCTION is called with the input, in which printf's escapes
# are undone (\t, \n, \\, \x7c; \x20 for a blank at the end), and prints what it found. Of that, lines are joined with
# ' + ', and a status but 0 is put after. The whole table is worked through; what differs is shown as a diff, by input.
# FUNCTION must not count on the calls before it: two processes share the table, each with a $BATS_TEST_TMPDIR of its own.
each_case() {
	local wanted=$BATS_TEST_TMPDIR/cases.expected found=$BATS_TEST_TMPDIR/cases.found table failed=0
	mapfile -t table
	mkdir -p "$BATS_TEST_TMPDIR"/half.{0,1}
	each_case_of "$1" 0 $((${#table[@]} / 2)) 3>&- &
	each_case_of "$1" 1 "${#table[@]}" || failed=1
	wait $! && [ "$failed" -eq 0 ] || return 1
	cat "$BATS_TEST_TMPDIR"/half.{0,1}/expected >"$wanted"
	cat "$BATS_TEST_TMPDIR"/half.{0,1}/found >"$found"
	[ -s "$wanted" ] || {
		echo 'each_case: no case in the table' >&2
		return 1
	}
	same "$wanted" "$found"
}

# each_case_of FUNCTION HALF END: work through one half of each_case's table, the one before line END. In a subshell without
# bats' own trap on every command, which takes longer than the cases do.
each_case_of() (
	trap - DEBUG
	set +eET
	BATS_TEST_TMPDIR=$BATS_TEST_TMPDIR/half.$2
	exec 8>"$BATS_TEST_TMPDIR/expected" 9>"$BATS_TEST_TMPDIR/found" </dev/null
	for line in "${table[@]:$2 * (${#table[@]} / 2):$3 - $2 * (${#table[@]} / 2)}"; do
		[[ -n $line && $line != '#'* ]] || continue
		[[ $line == *' | '* || $line == *' |' ]] || {
			echo "not a case, there is no ' | ' in it: $line" >&2
			exit 1
		}
		written=${line%% |*} rest=${line#* |}
		written=${written%"${written##*[! ]}"} rest=${rest#"${rest%%[! ]*}"}
		printf -v input %b "$written"
		"$1" "$input" >"$BATS_TEST_TMPDIR/one" 2>&1 || echo "status $?" >>"$BATS_TEST_TMPDIR/one"
		IFS= read -r -d '' result <"$BATS_TEST_TMPDIR/one"
		result=${result%"${result##*[!$'\n']}"}
		printf '%s | %s\n' "$written" "${rest%"${rest##*[! ]}"}" >&8
		printf '%s | %s\n' "$written" "${result//$'\n'/ + }" >&9
	done
)
