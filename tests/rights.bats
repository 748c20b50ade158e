#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# Least rights (src/base/rights.h): what a tool has given up does not get in its way. That it is given up, security.bats tries.

load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	printf '@ada Ada\n2026-11-01 promised @ada paper by 2026-11-05: the first\n' >text
	rc-parse text >table
}

# A library to be loaded before those of the system, from one of the files here.
library() {
	! LC_ALL=C grep -aq __asan_ "$RC_BIN/rc-parse" || skip 'the programs watch what they do themselves, by a library of their own'
	${CC:-cc} -O1 -shared -fPIC -o library.so "$BATS_TEST_DIRNAME/$1" -ldl 2>said || skip 'no library can be made here'
}

@test "a tool that was stopped while it waited goes on" {
	[ -e /proc/self/stat ] || skip 'no /proc'
	library faults.c
	mkfifo pipe
	LD_PRELOAD=$PWD/library.so RC_FAULTS=nonblock "$RC_BIN/rc-parse" <pipe >found 2>said 3>&- &
	tool=$!
	exec 9>pipe
	in_state() { until [[ $(cat "/proc/$tool/stat") == *") $1 "* ]]; do [ -e "/proc/$tool" ] || return 1; done; }
	head -n 1 text >&9
	in_state S
	kill -STOP "$tool"
	in_state T
	kill -CONT "$tool"
	in_state S
	tail -n 1 text >&9
	exec 9>&-
	wait "$tool"
	sed 's/text:\([12]\)$/<stdin>:\1/' table | same - found
}

@test "a check that a compiler put in can still end a tool by the signal for it" {
	grep -aq '/ld-' "$RC_BIN/rc-parse" || skip 'no library can be loaded before those of the system here'
	library rights/tried.c
	for tool in rc-parse rc-due rc-balance rc-draft; do
		TRIED_ABORT=1 LD_PRELOAD=$PWD/library.so capture "$tool" table
		[ "$status" -eq 134 ]
	done
}

@test "files are unveiled where there are some, and nothing is where there are too many" {
	${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -D__OpenBSD__ -U__linux__ -I"$BATS_TEST_DIRNAME/../src" -o openbsd "$BATS_TEST_DIRNAME/rights/openbsd.c"
	[ "$(./openbsd)" = 'pledge stdio' ]
	[ "$(./openbsd - -)" = 'pledge stdio' ]
	[ "$(./openbsd -a -)" = 'pledge stdio' ]
	[ "$(./openbsd a - b)" = $'unveil a r\nunveil b r\npledge stdio rpath' ]
	[ "$(./openbsd -a t)" = $'unveil t r\npledge stdio rpath' ]
	[ "$(./openbsd -a t b)" = $'unveil t r\nunveil b r\npledge stdio rpath' ]
	[ "$(seq 100 | xargs ./openbsd | grep -c unveil)" -eq 100 ]
	[ "$(seq 101 | xargs ./openbsd)" = 'pledge stdio rpath' ]
}
