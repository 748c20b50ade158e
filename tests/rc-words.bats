#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-words: what it offers at each place of a line, that this is what the tools hold to be open, and that nothing gets out of hand.
# shellcheck disable=SC2154 # capture sets out, err, status
# shellcheck disable=SC2016 # what is quoted is to stay as it is
# shellcheck disable=SC2030,SC2031 # each test is a process of its own

load helper

# Today is a Saturday.
setup() {
	PATH=$(cd "$BATS_TEST_DIRNAME/../examples" && pwd):$PATH
	export RC_TODAY=2026-11-21 RC_DIR=$BATS_TEST_DIRNAME/rc-words
}

# A folder with these lines as people.txt and as journal.txt.
folder() {
	export RC_DIR=$BATS_TEST_TMPDIR/folder
	mkdir -p "$RC_DIR"
	printf '%b' "$1" >"$RC_DIR/people.txt"
	printf '%b' "${2-}" >"$RC_DIR/journal.txt"
}

# The words for a line, on one line; with what they are.
words() { rc-words -l "$1" | cut -f 1 | paste -s -d ' ' -; }
what() { rc-words -l "$1" | tr '\t' '='; }

@test "in an entry, each place gets what may stand there" {
	each_case words <<-'EOF'
		2026-11-21 k           | kept
		2026-11-21 @ada k      | kept
		k                      | kept
		2026-11-21 @ada w      | wrote
		2026-11-21 w           | wrote want
		@ada ha                | had
		ha                     |
		@ada me                | met
		me                     | met meet
		@ada a                 | asked acked and
		@ada and               | and
		@ada and \x20          | @bob @eve @élise @zoe.k
		@ada, @b               | @bob
		met @e                 | @eve
		met @                  | @ada @bob @eve @élise @zoe.k
		met @ada and \x20      | @bob @eve @élise @zoe.k
		met @ada, @ada, @a     |
		@ada gave @            |
		had @                  |
		emailed @a             | @ada
		gave intro @a          | @ada
		gave @ada i            | intro
		@ada gave i            | intro
		gave @ada intro m      |
		gave @ada v            | via
		gave @ada via v        | video
		gave @ada via \x20     | signal video phone
		@ada wrote via s       | signal
		gave @ada via phone v  |
		gave @ada b            |
		asked @ada x b         | by
		asked @ada x by mon b  |
		asked @ada x by to     | today tomorrow
		asked @ada x by s      | sunday saturday
		asked @ada x by 2026-12-0 | 2026-12-01 2026-12-02 2026-12-03 2026-12-04 2026-12-05 2026-12-06 2026-12-07 2026-12-08 2026-12-09
		asked @ada x by +1     | +1w +1mo
		gave @ada #            | #mill #chess #choir #firm #sand
		#m                     |
		gave @ada: #m          | #mill
		gave @ada:#m           | @ada:#mill
		gave @ada: for @b      | @bob
		gave @ada: on sunday m |
		gave @ada: \x20        |
		gave @ada 30m: via v   |
		2026-11-21 gave @ada\tvia v | video
		ye                     | yesterday
		2026-11-2              | 2026-11-21 2026-11-20 2026-11-22 2026-11-23 2026-11-24 2026-11-25 2026-11-26 2026-11-27 2026-11-28 2026-11-29
		last n                 | night
		on we                  | wednesday
		on wed me              | met meet
		last night me          | met meet
		Yesterday: me          | met meet
		Fri, @ada gave i       | intro
	EOF
}

@test "in people.txt, a field gets its key and its values, a directive its parts" {
	each_case words <<-'EOF'
		\x20 ti             | tier:
		\tt                 | tier: topic: tags:
		\x20 s              | status: shoe-size: signal:
		\x20 tier: \x20     | A B C inner
		\x20 tier: i        | inner
		\x20 tier: A \x20   |
		\x20 tier:i         |
		\x20 status: \x20   | active guarded closed
		\x20 formal: \x20   | yes no
		\x20 every: \x20    | 3w 5w 6w never weekly monthly quarterly yearly
		\x20 via: \x20      | video phone signal email
		\x20 tags: c        | chess choir
		\x20 tags: #c       | #chess #choir
		\x20 tags: firm, c  | chess choir
		\x20 tags: firm,c   | firm,chess firm,choir
		\x20 tags: a,#c     | a,#chess a,#choir
		\x20 tag: c         | chess choir
		\x20 met: 2         | 2026-11-21
		\x20 note: see @b   | @bob
		\x20 note: @b       | @bob
		\x20 knows: @b      |
		\x20 note: \x20     |
		\x20 # t            |
		\x20 Tier: \x20     |
		ti                  | tier
		ru                  | rule
		tier \x20           | A B C inner
		tier inner \x20     | every give max
		tier inner max 3 e  | every
		tier inner every \x20 | 3w 5w 6w never weekly monthly quarterly yearly
		tier inner max \x20 |
		rule ask-           | ask-gap ask-days
		rule ask-gap \x20   | 180d
		rule ask-gap 1d \x20 |
		# ti                |
		;                   |
	EOF
}

@test "what each word is stands after it" {
	each_case what <<-'EOF'
		2026-11-21 me        | met=we talked face to face, or by video + meet=an appointment on that day
		met @é               | @élise=Élise Moreau
		met @z               | @zoe.k=
		gave @ada i          | intro=2 times, last on 2026-06-03
		gave @ada via vi     | video=2 times, last on 2026-06-04
		wrote @ada via s     | signal=@ada prefers it
		gave @ada #mi        | #mill=2 times, last on 2026-10-01
		asked @ada x by f    | friday=2026-11-27
		2026-11-24 asked @ada x by f | friday=2026-11-27
		2026-11-27 asked @ada x by f | friday=2026-12-04
		tomorrow asked @ada x by tod | today=2026-11-22
		mon asked @ada x by f | friday=the next one after the entry
		yes                  | yesterday=2026-11-20
		fri                  | friday=2026-11-20, or with meet 2026-11-27
		last f               | friday=2026-11-20
		\x20 tier: i         | inner=every 3w give 6w, 1 person
		\x20 tier: A         | A=every 6w give 3mo max 12, 1 person
		\x20 sh              | shoe-size:=1 time
		rule ask-g           | ask-gap=112d here, 180d by default: from one ask of mine to the next
		rule co              | cold=90d by default: days without goodwill until an ask is cold
	EOF
}

@test "what is open with the people named comes first, the likeliest on top, and since when" {
	open() { rc-words -l "$1" | grep -v -e '	[0-9]* time' -e '^via	' -e '^and	' -e '^by	' | tr '\t' '=' ; }
	each_case open <<-'EOF'
		kept @ada \x20     | paper=I promised it on 2026-09-03, for 2026-12-01: the short one + review=they asked on 2026-09-04, for 2026-11-30
		kept @ada p        | paper=I promised it on 2026-09-03, for 2026-12-01: the short one
		@ada kept \x20     | tea=they promised it on 2026-09-06, without a day + drawing=I asked on 2026-09-05, without a day + advice=wanted since 2026-09-07, by 2026-12-24: whom to ask
		declined @ada m    | meeting=appointment on 2026-11-27: not said what for
		declined @ada l    | lunch=appointment on 2026-12-03
		asked @ada \x20    | advice=wanted since 2026-09-07, by 2026-12-24: whom to ask + drawing=I asked on 2026-09-05, without a day
		@ada asked r       | review=they asked on 2026-09-04, for 2026-11-30
		thanked @bob \x20  | lift=they gave it on 2026-11-18, no thanks since
		@ada had \x20      | exam=ahead of them on 2026-12-05
		kept @ada @bob s   | survey=@bob: I promised it on 2024-01-10, for 2024-02-01: of the roof
		kept @ada @bob r   | review=@ada: they asked on 2026-09-04, for 2026-11-30
		kept @ada paper r  |
		# An appointment is called off up to its day, and held from it on.
		2026-12-01 dropped @ada me |
		2026-11-27 dropped @ada me | meeting=appointment on 2026-11-27: not said what for
		met @ada l         | lunch=planned for 2026-11-10
		2026-11-09 met @ada l |
		# In an entry that stands in people.txt, too.
		kept @zoe.k \x20   | list=I promised it on 2026-11-02, without a day
	EOF
	first() { words "$1" | sed 's/ via .*//'; }
	each_case first <<-'EOF'
		dropped @ada \x20    | paper review tea drawing advice meeting lunch
		@ada dropped \x20    | tea drawing paper review meeting lunch
		declined @ada \x20   | review paper tea meeting lunch
		@ada declined \x20   | drawing tea paper meeting lunch
		kept @ada @bob \x20  | paper survey review
	EOF
	# And before anybody is named, those with whom something is open.
	printf '%s\n' '@zoe.k	list: I promised it on 2026-11-02, without a day' \
		'@ada	Ada Lindqvist; review: they asked on 2026-09-04, for 2026-11-30' \
		'@eve	Eve Sand; key: I promised it on 2024-01-11, without a day' \
		'@bob	Bob Okafor; survey: I promised it on 2024-01-10, for 2024-02-01: of the roof' \
		'@élise	Élise Moreau' >"$BATS_TEST_TMPDIR/wanted"
	rc-words -l 'kept ' | same "$BATS_TEST_TMPDIR/wanted" -
	rc-words -l 'kept @' | same "$BATS_TEST_TMPDIR/wanted" -
	[ "$(words 'kept @e')" = '@eve' ]
}

@test "nothing open is hidden: not what is old, nor of people closed, guarded, busy, silent or passing" {
	each_case words <<-'EOF'
		kept @bob s          | survey
		kept @eve k          | key
		dropped @bob p       | photos
		dropped @bob r       | reference
		dropped @eve l       | ladder
		@élise gave q        | quote
	EOF
	folder '@ada\nrule fade 1d\nrule stale 1d\nrule aftermath 1d\nrule unanswered 1\n' \
		'0901-01-01 promised @ada one\n0901-01-01 @ada promised two by 9999-12-31\n0901-01-01 want @ada three by 9999-12-31\n0901-01-01 promised @ada four by 9999-12-31\n'
	[ "$(words 'dropped @ada ' | cut -d ' ' -f 1-4)" = 'four one two three' ]
}

# A journal at random: one seed, one journal. With `apart`, no ask has an object that a promise has.
random_journal() {
	awk -v seed="$1" -v apart="$2" 'BEGIN {
		srand(seed)
		split("promised asked promised asked want gave kept dropped declined acked meet wrote met", verb, " ")
		split("paper tea drum flute", object, " ")
		split("@a @b.c", who, " ")
		for (day = 0; day < 70; day++) {
			v = verb[1 + int(rand() * 13)]
			k = 1 + int(rand() * 4)
			if (apart == "apart" && v ~ /promised|acked/) k = 1 + k % 2
			if (apart == "apart" && v == "asked") k = 3 + k % 2
			w = who[1 + int(rand() * 2)]
			line = rand() < 0.5 || v ~ /want|meet/ ? v " " w : w " " v
			if (v != "wrote" && v != "met") line = line " " object[k]
			if (v ~ /asked|promised|want|acked/ && rand() < 0.5) line = line " by +2w"
			printf "2026-%02d-%02d %s\n", 9 + int(day / 28) + (v == "meet"), 1 + day % 28, line
		}
	}'
}

# In journals where no promise takes the place of an ask, the two are the same. Where one did and is closed, the ask that it
# stood for is followed by nobody any more, and not offered; a line for it would still close it in the ledger.
@test "what is offered as open is what a line with it closes, to the tools, in journals at random" {
	export RC_DIR=$BATS_TEST_TMPDIR
	printf '@a\n@b.c\n' >"$RC_DIR/people.txt"
	for seed in 1 2; do
		apart=mixed
		[ $((seed % 2)) -eq 0 ] || apart=apart
		random_journal $seed $apart >"$RC_DIR/journal.txt"
		for entry in 'kept @a' '@b.c kept' 'dropped @b.c' '@a dropped' 'declined @a' '@b.c declined'; do
			rc-words -l "$entry " | grep -v -e '	[0-9]* time' -e '^via	' -e '^and	' | cut -f 1 | sort >"$BATS_TEST_TMPDIR/offered"
			# All objects are closed, each in a line of its own: those of which the tool does not say that they close nothing.
			{
				echo 'rule fade 1d'
				cat "$RC_DIR/people.txt" "$RC_DIR/journal.txt"
				for object in paper tea drum flute reply; do echo "$RC_TODAY $entry $object"; done
			} | rc-parse | rc-due -d "$RC_TODAY" 2>&1 >/dev/null | sed -n "s/.* '\([a-z]*\)' closes nothing .*/\1/p" | sort >"$BATS_TEST_TMPDIR/idle"
			printf '%s\n' drum flute paper reply tea | comm -23 - "$BATS_TEST_TMPDIR/idle" >"$BATS_TEST_TMPDIR/closes"
			if [ $apart = mixed ]; then
				comm -12 "$BATS_TEST_TMPDIR/closes" "$BATS_TEST_TMPDIR/offered" >"$BATS_TEST_TMPDIR/both"
				mv "$BATS_TEST_TMPDIR/both" "$BATS_TEST_TMPDIR/closes"
			fi
			diff -u "$BATS_TEST_TMPDIR/closes" "$BATS_TEST_TMPDIR/offered" || { echo "seed $seed: $entry"; return 1; }
			cat "$BATS_TEST_TMPDIR/closes" >>"$BATS_TEST_TMPDIR/all"
		done
	done
	[ "$(wc -l <"$BATS_TEST_TMPDIR/all")" -gt 15 ]
}

@test "all of a kind" {
	[ "$(rc-words ids | cut -f 1 | paste -s -d ' ' -)" = '@ada @bob @eve @élise @zoe.k' ]
	[ "$(rc-words channels | cut -f 1 | paste -s -d ' ' -)" = 'video phone signal' ]
	[ "$(rc-words tags | cut -f 1 | paste -s -d ' ' -)" = '#mill #chess #choir #firm #sand' ]
	[ "$(rc-words tiers | cut -f 1 | paste -s -d ' ' -)" = 'A B C inner' ]
	[ "$(rc-words objects | head -n 2 | paste -s -d ' ' -)" = 'lunch	3 times, last on 2026-12-03 paper	3 times, last on 2026-09-03' ]
	rc-words keys | grep -q '^shoe-size:	1 time$'
	# Only words and what they are; no line without both.
	for kind in ids verbs objects channels tags keys tiers rules; do
		rc-words $kind >"$BATS_TEST_TMPDIR/all"
		[ -s "$BATS_TEST_TMPDIR/all" ]
		run -1 grep -v '^[^	 ][^	 ]*	[^	]*$' "$BATS_TEST_TMPDIR/all"
	done
}

@test "verbs, keys and rules are those of the programs, and so is what a verb may have" {
	cd "$BATS_TEST_DIRNAME/.."
	sed -n 's/^    {WORD("\([a-z]*\)").*/\1/p' src/base/verbs.c | sort >"$BATS_TEST_TMPDIR/verbs"
	[ -s "$BATS_TEST_TMPDIR/verbs" ]
	rc-words verbs | cut -f 1 | sort | same "$BATS_TEST_TMPDIR/verbs" -
	RC_DIR=/dev/null rc-words keys | cut -f 1 | sort >"$BATS_TEST_TMPDIR/found"
	sed -n 's/^\tFIELD([A-Z]*, "\([a-z]*\)", .*/\1:/p' src/base/fields.h | grep -vx tag: | sort | same - "$BATS_TEST_TMPDIR/found"
	sed -n 's/^\tRULE([A-Z_]*, "\([a-z-]*\)", RULE_\(.\)[A-Z]*, *\([0-9]*\)).*/\1 \3\2/p' src/base/rules.h | sed 's/D$/d/; s/M$/m/; s/N$//' >"$BATS_TEST_TMPDIR/rules"
	[ -s "$BATS_TEST_TMPDIR/rules" ]
	RC_DIR=/dev/null rc-words rules | sed 's/	\([0-9]*[dm]*\) by default.*/ \1/' | same "$BATS_TEST_TMPDIR/rules" -
	# On whose side a verb may stand, and whether with `by`, is what rc-parse takes.
	taken() { sed "s/.*/2026-01-01 $1/" "$BATS_TEST_TMPDIR/verbs" | rc-parse -H -o verb 2>/dev/null || true; }
	taken '& @ada x' >"$BATS_TEST_TMPDIR/mine"
	rc-words -l '2026-01-01 ' | cut -f 1 | grep -v @ | sort | same "$BATS_TEST_TMPDIR/mine" -
	taken '@ada & x' >"$BATS_TEST_TMPDIR/theirs"
	rc-words -l '2026-01-01 @ada ' | cut -f 1 | grep -v -e @ -e and | sort | same "$BATS_TEST_TMPDIR/theirs" -
	taken '& @ada x by 2026-02-01' >"$BATS_TEST_TMPDIR/with-by"
	while read -r verb; do
		[ -z "$(words "2026-01-01 $verb @ada x b")" ] || echo "$verb"
	done <"$BATS_TEST_TMPDIR/mine" | same "$BATS_TEST_TMPDIR/with-by" -
}

@test "for rc-log, with -r, there is neither a field nor a directive nor today's date at once" {
	[ -z "$(rc-words -r -l tie)" ]
	[ "$(rc-words -r -l '  me' | cut -f 1 | paste -s -d ' ' -)" = 'met meet' ]
	[ "$(rc-words -r -l 'tier ' | cut -f 1 | head -n 1)" != A ]
	[ "$(rc-words -r -l '' | head -n 1 | cut -f 1)" = met ]
	[ "$(rc-words -l '' | head -n 1)" = '2026-11-21	today' ]
	rc-words -l '' | grep -q '^rule	'
	rc-words -l '' | grep -q '^@	'
	run -1 bash -o pipefail -c "rc-words -r -l '' | grep -E '^(rule|tier|@)	'"
}

@test "missing, empty and faulty files are passed over without a word" {
	cd "$BATS_TEST_DIRNAME/rc-words"
	export RC_DIR=$BATS_TEST_TMPDIR/nowhere
	each_case words <<-'EOF'
		2026-11-21 k    | kept
		kept @          |
		kept @ada p     |
		\x20 tier: \x20 | A B C
		\x20 via: \x20  | email phone
	EOF
	folder '@ada Ada' '2026-13-45 gave @ada nonsense\n2026-10-01 gave @ada map via \\001\n2026-10-01 gave @ada intro via letter'
	[ "$(words 'gave @ada ')" = 'intro via and' ]
	[ "$(words 'gave @ada via ')" = letter ]
	# No last line feed in one file, a mark in front of the next, carriage returns, a NUL, people in no file.
	folder '\0357\0273\0277@ada Ada\r\n@bob Bob' '\0357\0273\02772026-10-01 promised @ada map\r\n2026-10-02 promised @ada \0000lost\n2026-10-02 promised @ada ring'
	printf '2025-01-01 promised @ada door' >"$RC_DIR/journal-2025.txt"
	[ "$(words 'met @')" = '@ada @bob' ]
	[ "$(words 'kept @ada ' | cut -d ' ' -f 1-3)" = 'map ring door' ]
	rm "$RC_DIR/people.txt"
	[ "$(words 'met @')" = '@ada' ]
	# Text of more than one line: its last one. A day that is none: the clock's.
	[ "$(words $'met\n2026-11-21 k')" = kept ]
	RC_TODAY=nonsense run -0 rc-words -l k
}

# What is in no file of a friend: names, texts and words that want to be run, to drive the terminal or to turn the line round.
@test "nothing from the files is run, and nothing of it drives a terminal" {
	mkdir -p "$BATS_TEST_TMPDIR/here" && cd "$BATS_TEST_TMPDIR/here"
	journal='2026-11-01 promised @ada $(touch e)\n2026-11-01 promised @ada paper: $(touch f) `touch g` \0342\0201\0247x\n'
	journal+='2026-11-02 promised @ada tea: \0033]0;x\0007\n2026-11-02 met @ada #$(touch h) #ok: via `touch i`\n'
	folder '@ada $(touch a) `touch b` "; touch c; \x27 \\\\ \\t\n@bob\0342\0200\0256 x\n@$(touch d)\n@eve E\0342\0200\0256ve\n@zed \0033[31mred\n@cyd C\0302\0233y\n' "$journal"
	for line in 'met @' 'kept @' 'kept @ada ' 'met @ada #' 'met @ada $(touch k) via ' 'kept @$(touch l) @ada ' '  `touch m`: ' 'rule $(touch n) ' 'met `touch o`' \
		'via * ? [a' "kept @ada ' "; do
		rc-words -l "$line" >>"$BATS_TEST_TMPDIR/all"
	done
	for kind in ids objects channels tags keys; do rc-words $kind >>"$BATS_TEST_TMPDIR/all"; done
	[ "$(find . "$BATS_TEST_TMPDIR/folder" -type f | wc -l)" -eq 2 ]
	grep -qF '@ada	$(touch a) `touch b` "; touch c; '"' \\\\ \\t" "$BATS_TEST_TMPDIR/all"
	grep -q '^@eve	Eve$' "$BATS_TEST_TMPDIR/all"
	run -1 grep -E '^@(bob|zed|cyd|\$)' "$BATS_TEST_TMPDIR/all"
	run -1 grep -a '[^	[:print:]]' "$BATS_TEST_TMPDIR/all"
	# Nor of what is typed.
	run -1 bash -o pipefail -c "rc-words -l $'  tags: \033[31m,' | grep ."
	run -1 bash -o pipefail -c "rc-words -l $'met @ada:\302\233#' | grep ."
}

@test "what is open is cut to a line, and never within a character" {
	folder '@ada Ada\n' "2026-11-01 promised @ada paper: $(printf 'ä%.0s' {1..300})\n2026-11-01 promised @ada tea: x$(printf 'ä%.0s' {1..300})\n"
	rc-words -l 'kept @ada ' >"$BATS_TEST_TMPDIR/all"
	iconv -f UTF-8 -t UTF-8 "$BATS_TEST_TMPDIR/all" >/dev/null
	[ "$(grep -c 'ä\.\.\.$' "$BATS_TEST_TMPDIR/all")" -eq 2 ]
	[ "$(awk '{ print length }' "$BATS_TEST_TMPDIR/all" | sort -n | tail -n 1)" -le 110 ]
}

@test "only what a place needs is read: rc-parse and rc-due are not run for the rest" {
	mkdir "$BATS_TEST_TMPDIR/bin"
	for tool in rc-parse rc-due; do
		printf '#!/bin/sh\necho %s >>"%s/ran"\nexec "%s/%s" "$@"\n' $tool "$BATS_TEST_TMPDIR" "$RC_BIN" $tool >"$BATS_TEST_TMPDIR/bin/$tool"
		chmod 755 "$BATS_TEST_TMPDIR/bin/$tool"
	done
	PATH=$BATS_TEST_TMPDIR/bin:$PATH
	ran() { rm -f "$BATS_TEST_TMPDIR/ran"; rc-words -l "$1" >/dev/null; [ ! -e "$BATS_TEST_TMPDIR/ran" ] || sort -u "$BATS_TEST_TMPDIR/ran"; }
	each_case_ran() { while IFS='|' read -r line wanted; do [ "$(ran "$line" | paste -s -d ' ' -)" = "$wanted" ] || { echo "[$line] $wanted"; return 1; }; done; }
	each_case_ran <<-'EOF'
		2026-11-21 k|
		asked @ada x by |
		gave @ada: a long text |
		2026-1|
		@ada a|
		met @|rc-parse
		met @ada via |rc-parse
		met @ada #|rc-parse
		kept @ada |rc-due rc-parse
		kept @|rc-due rc-parse
	EOF
}

@test "wrong usage, a missing rc-parse and a full disk are status 2" {
	for arguments in '' 'nothing' 'ids tags' '-l' '-x ids' '-r ids' '-l x y' '-C'; do
		# shellcheck disable=SC2086 # words
		run -2 --separate-stderr rc-words $arguments
		# shellcheck disable=SC2154 # bats sets stderr
		[[ $stderr == rc-words:* && -z $output ]]
	done
	run -0 rc-words --help
	[[ $output == 'usage: rc-words '* ]]
	mkdir "$BATS_TEST_TMPDIR/few"
	for tool in sh awk grep sed tr sort cut head cat date; do ln -s "$(command -v $tool)" "$BATS_TEST_TMPDIR/few/$tool"; done
	PATH=$BATS_TEST_TMPDIR/few run -2 "$(command -v rc-words)" ids
	[ "$output" = 'rc-words: rc-parse is not installed' ]
	[ ! -w /dev/full ] || run -2 sh -c 'rc-words verbs >/dev/full'
}

@test "the same under every shell and every awk here" {
	lines() {
		for line in '' 'kept ' 'dropped @ada @bob ' 'asked @ada x by ' 'wrote @ada via ' '  ' '  tier: ' '  tags: x,c'; do
			$1 "$(command -v rc-words)" -l "$line"
		done
	}
	lines sh >"$BATS_TEST_TMPDIR/sh"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/sh")" -gt 80 ]
	for shell in dash 'busybox sh' mksh bash; do
		! command -v "${shell%% *}" >/dev/null || lines "$shell" | same "$BATS_TEST_TMPDIR/sh" -
	done
	for awk in mawk gawk original-awk busybox; do
		command -v $awk >/dev/null || continue
		mkdir "$BATS_TEST_TMPDIR/$awk"
		ln -s "$(command -v $awk)" "$BATS_TEST_TMPDIR/$awk/awk"
		PATH=$BATS_TEST_TMPDIR/$awk:$PATH lines sh | same "$BATS_TEST_TMPDIR/sh" -
	done
}

@test "the days are those of rc-log: what both have to have is the same text" {
	cd "$BATS_TEST_DIRNAME/../examples"
	days() { awk '/^# Days since 0000-03-01/ { on = 1 } on { print } on && /^}/ && ++n == 2 { exit }' "$1" | sed 's/ of a date YYYY-MM-DD/ of a date/'; }
	[ "$(days rc-log | wc -l)" -gt 15 ]
	days rc-words | same <(days rc-log) -
}
