#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# What the tools take: their instructions on fixed inputs are counted (valgrind), which come out the same on any day, however busy
# the machine is, and compared with those in tests/instructions. That a change made a tool slower is seen here first; how fast it
# is by the clock is for `make bench`. UPDATE=1 bats tests/instructions.bats writes that file anew, after a change that is worth it.

load helper

written=$BATS_TEST_DIRNAME/instructions

# The commands that are counted, a row each, as they stand in tests/instructions.
commands() {
	cat <<'EOT'
rc-parse text
rc-parse -c text
rc-due -d 2026-12-01 table
rc-balance -d 2026-12-01 table
rc-draft -d 2026-12-01 -f Robin due
EOT
}

# made: 2,000 lines by 80 people; each kind of entry, with what belongs to it, and no fault. The same bytes with every awk.
made() {
	awk '
	function random(n) { seed = (seed * 16807 + 11) % 2147483647; return int(seed / 7) % n }
	BEGIN {
		seed = 1815
		people = split("ada bob cleo dora emil fay gus hana ivo jun kaja lou mia ned ole pia quin rosa sam tove", name, " ")
		objects = split("paper intro review slides advice", object, " ")
		forms = split("wrote @%s: about the %s, and what came of it|met @%s %s 1h30m via video: coffee by the lake #acme" \
			"|called @%s 20m: on the %s|@%s wrote %s via signal: na\303\257ve, but kind|gave @%s %s 45m: read it twice" \
			"|@%s gave %s 2h: with all of the figures in it #grant #acme|@%s asked %s by fri: for the panel" \
			"|asked @%s %s by +2w: if it is not too much|promised @%s %s by +10d: the whole of it|thanked @%s %s" \
			"|acked @%s %s: fine by me|noted @%s: likes the %s", form, "|")
		print "tier A every 6w give 3mo max 40\nrule ask-gap 90d"
		for (p = 0; p < 80; p++) {
			id[p] = name[p % people + 1] (p < people ? "" : int(p / people))
			print "@" id[p] " " toupper(substr(id[p], 1, 1)) substr(id[p], 2) " Lindqvist"
			print "  tier: " substr("ABC", p % 3 + 1, 1)
			print "  email: " id[p] "@example.org"
			if (p % 2) printf "  birthday: %02d-%02d\n", 1 + random(12), 1 + random(28)
			if (p % 4 == 1) print "  topic: compilers\n  tags: acme, grant"
		}
		for (i = 0; i < 1678; i++)
			printf "%d-%02d-%02d " form[random(forms) + 1] "\n", 2024 + int(i / 600), 1 + int(i % 600 / 50), \
				1 + int(i % 50 / 2), id[random(80)], object[random(objects) + 1]
	}'
}

# What the figures hold for: the compiler, the loader, the libc and the processor, as far as they can be told from a program.
made_with() {
	LC_ALL=C grep -aoE 'GCC: \([^)]*\) [0-9.]+|clang version [0-9.]+|/ld-[a-zA-Z0-9_.-]+' "$RC_BIN/rc-parse" |
		sed -e 's/^GCC: (\([A-Za-z]*\)[^)]*)/GCC (\1)/' -e 's|^/||' | sort -u | tr '\n' ' '
	getconf GNU_LIBC_VERSION 2>/dev/null || echo 'another libc'
}

# count LOG COMMAND [ARG ...]: a row of its instructions, a tab, and the command.
count() {
	valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null --log-file="$1" \
		"$RC_BIN/$2" "${@:3}" >/dev/null 2>"$1.said" || cat "$1.said"
	awk -v command="${*:2}" '/I +refs:/ { gsub(/,/, "", $NF); print $NF "\t" command }' "$1"
}

# count_all: a row for each command, two at a time.
count_all() {
	local lines one
	mapfile -t lines < <(commands)
	# shellcheck disable=SC2086 # commands are words
	for one in "${!lines[@]}"; do
		count "log.$one" ${lines[one]} >"row.$one" 3>&- &
		[ $((one % 2)) -eq 0 ] || wait
	done
	wait
	cat row.*
}

@test "no tool takes more than a tenth more instructions than are written down" {
	command -v valgrind >/dev/null || skip 'no valgrind'
	! LC_ALL=C grep -aqE '__(asan|ubsan|gcov)_' "$RC_BIN/rc-parse" || skip 'the programs watch or count what they do themselves'
	[ -z "${CFLAGS-}${CPPFLAGS-}${LDFLAGS-}" ] && [ -z "${HARDEN+set}" ] || skip 'the flags are not those of a plain make'
	cd "$BATS_TEST_TMPDIR"
	made >text
	[ "$(wc -l <text)" -eq 2000 ]
	rc-parse text >table
	rc-due -d 2026-12-01 table >due
	[ "$(wc -l <due)" -gt 200 ]
	count_all >found

	if [ -n "${UPDATE-}" ]; then
		{
			echo '# The instructions of each command on the inputs of instructions.bats, which says how to write this file anew.'
			echo "# Made with: $(made_with)"
			cat found
		} >"$written"
	fi
	made=$(sed -n 's/^# Made with: //p' "$written")
	[ "$made" = "$(made_with)" ] || skip "counted with $made, and this is $(made_with)"
	commands | same - <(cut -f 2 found)
	commands | same - <(sed '/^#/d' "$written" | cut -f 2)
	awk -F '\t' '
		/^#/ { next }
		FNR == NR { before[$2] = $1; next }
		{ percent = 100 * $1 / before[$2] - 100 }
		percent > 10 { bad = 1 }
		percent > 10 || percent < -10 {
			printf "# %s: %d instructions, %.0f %% %s than are written down\n", $2, $1, percent < 0 ? -percent : percent, \
				percent < 0 ? "fewer" : "more"
		}
		END { exit bad }' "$written" found >said || bad=1
	[ ! -s said ] || echo '# Is that as it should be? UPDATE=1 bats tests/instructions.bats, with programs of a plain make' >>said
	cat said >&3
	[ -z "${bad-}" ]
}
