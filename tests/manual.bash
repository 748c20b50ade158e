# SPDX-License-Identifier: ISC
# shellcheck shell=bash
#
# The examples of manual pages, run.

# examples PAGE FOLDER: write each literal display in the section EXAMPLES of a page as a script of its own.
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

# run_examples PAGE ...: all of them run and say nothing on standard error. What those of a page print goes to PAGE.printed.
run_examples() {
	local page folder script
	for page in "$@"; do
		folder=$BATS_TEST_TMPDIR/${page##*/}
		examples "$page" "$folder"
		for script in "$folder"/*; do
			[ -e "$script" ] || continue
			sh -u "$script" >>"$folder.printed" 2>"$BATS_TEST_TMPDIR/err" </dev/null || echo "status $?" >>"$BATS_TEST_TMPDIR/err"
			[ ! -s "$BATS_TEST_TMPDIR/err" ] || { echo "$page:"; cat "$script" "$BATS_TEST_TMPDIR/err"; return 1; }
		done
	done
}
