#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# The manual of what is around the tools tells the truth: every command of the EXAMPLES runs. The pages of the tools: manual.bats.

load helper
load manual

@test "every example of the pages of what is around the tools runs and says nothing on standard error" {
	cd "$BATS_TEST_DIRNAME/.."
	pages=()
	for page in man/*.[17]; do
		case ${page##*/} in rc-parse.1 | rc-due.1 | rc-balance.1 | rc-draft.1 | rc-tools.7) ;; *) pages+=("$page") ;; esac
	done
	[ "${#pages[@]}" -gt 10 ]
	run_examples "${pages[@]}"
	cat "$BATS_TEST_TMPDIR"/*.printed >"$BATS_TEST_TMPDIR/all"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/all")" -gt 20 ]
}
