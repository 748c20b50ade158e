#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# The tricks with words and vectors (src/base/eight.h, marks.h), next to loops over bytes that do the same: tests/eight.c.

load helper

@test "words and vectors give what loops over bytes do" {
	[ -x "$RC_BIN/eight" ] || skip 'the program is not built: make check does that'
	run -0 "$RC_BIN/eight"
	[[ $output == *' compared' && ${output%% *} -gt 1000000 ]]
}
