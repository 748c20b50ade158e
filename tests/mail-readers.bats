#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# The mbox that rc-draft -m writes, as other programs read it: what they show is what stands in the table.
# shellcheck disable=SC2154 # what is loaded sets draft, drafts and mbox

load helper
load draft/show

# In all tests a pipe fails where one of its commands does.
setup() { set -o pipefail; }

@test "Python reads from the mbox what stands in the table" {
	command -v python3 >/dev/null || skip "python3 is not here"
	rows "$draft/mail.rows" "$draft/mail-odd.rows" >"$BATS_TEST_TMPDIR/rows"
	fuzz_rows 600 | grep "$(printf '\tmarkid.ok\t')" | sendable >>"$BATS_TEST_TMPDIR/rows"
	life "$draft"/{people,journal}.txt | grep '@example\.org' >>"$BATS_TEST_TMPDIR/rows"
	mail_of "$BATS_TEST_TMPDIR/rows"
	python3 "$BATS_TEST_DIRNAME/read-mbox.py" "$mbox" >"$BATS_TEST_TMPDIR/found"
	python3 "$BATS_TEST_DIRNAME/read-mbox.py" --drafts "$drafts" >"$BATS_TEST_TMPDIR/wanted"
	[ "$(grep -c . "$BATS_TEST_TMPDIR/wanted")" -gt 400 ]
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "mblaze reads from the mbox what stands in the table" {
	{ command -v mdeliver && command -v mshow; } >/dev/null || skip "mblaze is not here"
	utf8=$(utf8_locale) || skip "there is no locale for UTF-8 here"
	rows "$draft/mail.rows" >"$BATS_TEST_TMPDIR/rows"
	mail_of "$BATS_TEST_TMPDIR/rows"
	mkdir -p "$BATS_TEST_TMPDIR"/box/{cur,new,tmp}
	mdeliver -v -M "$BATS_TEST_TMPDIR/box" <"$mbox" >"$BATS_TEST_TMPDIR/list"
	MBLAZE=$BATS_TEST_TMPDIR LC_ALL=$utf8 bash -c 'while read -r message; do
		mshow -n -N -h to:subject:x-rc-gaps "$message" && echo @@@@
	done' <"$BATS_TEST_TMPDIR/list" >"$BATS_TEST_TMPDIR/shown"
	awk -v keeps=1 -f "$draft/flat.awk" "$BATS_TEST_TMPDIR/shown" >"$BATS_TEST_TMPDIR/found"
	awk -v drafts=1 -f "$draft/flat.awk" "$drafts" >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "mutt reads from the mbox what stands in the table" {
	command -v mutt >/dev/null || skip "mutt is not here"
	script -qec true /dev/null </dev/null >/dev/null 2>&1 || skip "no script(1) that gives mutt a terminal"
	utf8=$(utf8_locale) || skip "there is no locale for UTF-8 here"
	rows "$draft/mail.rows" >"$BATS_TEST_TMPDIR/rows"
	mail_of "$BATS_TEST_TMPDIR/rows"
	mkdir "$BATS_TEST_TMPDIR/home"
	# All messages through a pipe, decoded, each with a mark after it.
	cat >"$BATS_TEST_TMPDIR/muttrc" <<-'EOF'
		set charset=utf-8 wait_key=no quit=yes pipe_split=yes pipe_decode=yes pipe_sep="" wrap=0 folder=. tmpdir=.
		push "<tag-pattern>~A<enter><tag-prefix><pipe-message>cat>>shown; echo @@@@ >>shown<enter><exit>"
	EOF
	cd "$BATS_TEST_TMPDIR"
	HOME=$BATS_TEST_TMPDIR/home TERM=xterm LC_ALL=$utf8 script -qec 'mutt -n -F muttrc -R -f mbox' /dev/null </dev/null >screen 2>&1
	awk -f "$draft/flat.awk" shown >found
	awk -v drafts=1 -f "$draft/flat.awk" "$drafts" >wanted
	same wanted found
}
