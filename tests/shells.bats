#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# Completion in bash, zsh and fish: the options are those of the commands, and real shells complete words from one's own files.
# shellcheck disable=SC2016 # what is quoted is to stay as it is
# shellcheck disable=SC2030,SC2031 # each test is a process of its own

load helper

setup() {
	PATH=$(cd "$BATS_TEST_DIRNAME/../examples" && pwd):$PATH
	shell=$BATS_TEST_DIRNAME/../examples/shell
	export RC_TODAY=2026-11-21 RC_DIR=$BATS_TEST_DIRNAME/rc-words
	export LC_ALL=C.UTF-8 HOME=$BATS_TEST_TMPDIR XDG_CONFIG_HOME=$BATS_TEST_TMPDIR
}

needs() {
	command -v "$1" >/dev/null || skip "no $1 here"
}

# The commands that make installs.
commands() {
	sed -e ':a' -e '/\\$/N; s/\\\n//; ta' "$BATS_TEST_DIRNAME/../Makefile" | sed -n 's/^\(TOOLS\|SCRIPTS\) = //p' | tr -s ' \t' '\n'
}

# COMMAND LETTER of each option of each usage, with = after those that take a value; --help and --version as they are.
usages() {
	commands | while read -r command; do
		$command -h | sed -n "
			s/^  -\\(.\\) [A-Z].*/$command -\\1=/p
			s/^  -\\(.\\)  .*(also \\(--[a-z]*\\)).*/$command -\\1 \\2/p
			/(also/!s/^  -\\(.\\)  .*/$command -\\1/p"
	done | awk '{ for (i = 2; i <= NF; i++) print $1, $i }' | sort
}

@test "bash knows each command, and its options as its usage has them" {
	usages >"$BATS_TEST_TMPDIR/usages"
	[ "$(cut -d ' ' -f 1 "$BATS_TEST_TMPDIR/usages" | uniq | wc -l)" -eq "$(commands | wc -l)" ]
	bash -c '. "$1"; printf "%s" "$_rc_tools_table"' - "$shell/rc-tools.bash" |
		awk '{ for (i = 2; i < NF; i++) { sub(/=.*/, "=", $i); print $1, $i } }' | sort | diff "$BATS_TEST_TMPDIR/usages" -
	bash -c '. "$1"; complete -p' - "$shell/rc-tools.bash" | sed 's/.* //' | sort | diff <(commands | sort) -
}

@test "zsh knows each command, and its options as its usage has them" {
	needs zsh
	usages >"$BATS_TEST_TMPDIR/usages"
	head -n 1 "$shell/_rc-tools" | tr ' ' '\n' | sed 1d | sort | diff <(commands | sort) -
	# The specifications that each command's part hands on: '(- *)-h[...]', '-d+[...]:date: '.
	commands | zsh -f -c '
		_arguments() { local spec; for spec; do print -r -- "$service ${${spec#\(- \*\)}#\*}"; done }
		while read -r service; do . "$1"; done' - "$shell/_rc-tools" |
		sed -n 's/^\([^ ]*\) \(-[^[+]*\)+\[.*/\1 \2=/p; s/^\([^ ]*\) \(-[^[+]*\)\[.*/\1 \2/p' | sort | diff "$BATS_TEST_TMPDIR/usages" -
}

@test "fish knows each command, and its options as its usage has them" {
	needs fish
	usages >"$BATS_TEST_TMPDIR/usages"
	fish -c '. $argv[1]; complete' "$shell/rc-tools.fish" | awk '
		/^complete/ {
			name = command = ""
			for (i = 2; i <= NF; i++) {
				if ($i == "-s" || $i == "-l") name = ($i == "-s" ? "-" : "--") $++i
				else if ($i ~ /^(rc-|due2|tsv2|mail2|ics2|vcf2|people2)/ && command == "") command = $i
				else if ($i == "-d") break
			}
			takes = $0 ~ / (--exclusive|--require-parameter|--force-files) / ? "=" : ""
			if (name != "" && command != "") print command, name takes
		}' | sort | diff "$BATS_TEST_TMPDIR/usages" -
}

# reply LINE [WORD]: what the function gives bash for a line with the cursor at its end; WORD is what bash would replace.
reply() {
	local table='
		COMP_LINE=$2 COMP_POINT=${#2}
		. "$1"
		_rc_tools "${2%% *}" "$3" - 2>/dev/null
		[ ${#COMPREPLY[@]} -eq 0 ] || printf "%s\n" "${COMPREPLY[@]}"'
	bash -c "$table" - "$shell/rc-tools.bash" "$1" "${2-${1##* }}" | paste -s -d ' ' -
}

@test "bash: words, options and their values, whatever bash takes for a word" {
	cd "$BATS_TEST_DIRNAME"
	each_case reply <<-'EOF'
		rc-log kept @a               | @ada
		rc-log kept @ada \x20        | paper review via and \#mill \#chess \#choir \#firm \#sand
		rc-log met @él               | @élise
		rc-log -C nowhere ke         | kept
		rc-log -Cnowhere kept @a     |
		rc-log -C /dev -C shells k   | kept
		rc-log -d 2026-11-30 asked @ada x by 2026-12-3 | 2026-12-30 2026-12-31
		rc-log -d \x20               |
		rc-log -- ke                 | kept
		rc-log tie                   |
		rc-log met @ada: \x20        |
		rc-log met @ada: \\#mi       | \#mill
		rc-log met @ada #mi          | \#mill
		rc-log -                     | -C -d -h --help
		rc-log met -                 |
		rc-who é                     | élise
		rc-who @é                    | @élise
		rc-who @ada @                |
		rc-who -p rc-words/people.txt -d 2026-01-01 @é | @élise
		rc-due -                     | -d -g -w -o -H -h --help -V --version
		rc-due -o due,wh             | due,who due,why
		rc-due -gHo who,na           | who,name
		rc-due -d \x20               |
		rc-balance -s -o m           | metric
		rc-balance -o net            | net_min
		rc-show -o ask_              | ask_from
		rc-draft -k check            | checkin
		rc-words ta                  | tags
		rc-words -l ta               |
		rc-words ids ta              |
		./here/rc-log kept @b        | @bob
	EOF
	[ "$(reply "rc-log 'met @bo" 'met @bo')" = 'met @bob' ]
	[ "$(reply 'rc-log "a \$5 @bo' 'a \$5 @bo')" = 'a \$5 @bob' ]
	[ "$(reply 'rc-log met\ @bo' @bo)" = @bob ]
	[ "$(reply 'rc-log met\ @bo' 'met\ @bo')" = 'met\ @bob' ]
	[ "$(reply 'rc-log met @bob:#mi' '#mi')" = '#mill' ]
	[ "$(reply 'rc-log met @bo' bo)" = bob ]
}

# bash_session FILE LINE ...: a bash on a terminal, in which FILE is loaded when it is first asked for rc-log, as the package
# bash-completion does. rc-log itself prints what it is given.
bash_session() {
	cat >"$BATS_TEST_TMPDIR/rc" <<-EOF
		PS1='ready> '
		unset HISTFILE
		bind 'set enable-bracketed-paste off'
		bind 'set bell-style none'
		rc-log() { printf 'got'; printf ' <%s>' "\$@"; echo; }
		load_it() { . '$1' && return 124; }
		complete -D -F load_it
		set -u
		${BREAKS-}
	EOF
	shift
	expect "$BATS_TEST_DIRNAME/shells/bash-session" "$BATS_TEST_TMPDIR/rc" "$@" | tr -d '\r'
}

@test "bash on a terminal: the id comes back with one @, in quotes and after a colon, too" {
	needs expect
	cat >"$BATS_TEST_TMPDIR/wanted" <<-'EOF'
		got <kept> <@ada>
		got <met> <@élise>
		got <met> <@ada> <#mill>
		got <met @ada>
		got <met> <@ada:> <hi> <@zoe.k>
		got <met> <@ada>
		got <-d> <2026-11-01> <promised>
		got <a $5 @ada>
	EOF
	for BREAKS in ':' 'COMP_WORDBREAKS=${COMP_WORDBREAKS//[@:]}'; do
		bash_session "$shell/rc-tools.bash" 'rc-log kept @a' 'rc-log met @él' 'rc-log met @ada \#mi' "rc-log 'met @ad" 'rc-log met @ada: hi @z' \
			'true; RC_X=1 rc-log  met   @ad' 'rc-log -d 2026-11-01 pro' 'rc-log "a \$5 @ad' | same "$BATS_TEST_TMPDIR/wanted" -
	done
}

@test "zsh on a terminal: words with what is open first, in quotes, too" {
	needs zsh
	zsh -f -c 'zmodload zsh/zpty' 2>/dev/null || skip 'no module zsh/zpty'
	mkdir "$BATS_TEST_TMPDIR/functions"
	cp "$shell/_rc-tools" "$BATS_TEST_TMPDIR/functions/"
	cat >"$BATS_TEST_TMPDIR/wanted" <<-'EOF'
		@ada => rc-log kept @ada 
		@élise => rc-log met @élise 
		#mill => rc-log met @ada \#mill 
		@ada => rc-log 'met @ada' 
		paper review via and #mill #chess #choir #firm #sand => rc-log kept @ada 
		=> rc-log met @ada: 
		tomorrow => rc-log -d 2026-11-30 asked @ada x by tomorrow 
		kept => rc-log -C nowhere kept 
		who why => rc-due -o due,wh
		metric => rc-balance -s -o metric
		name => rc-due -o who,name
		élise => rc-who élise 
		tags => rc-words tags 
		checkin => rc-draft -k checkin 
	EOF
	zsh -f "$BATS_TEST_DIRNAME/shells/zsh-session" "$BATS_TEST_TMPDIR/functions" 'rc-log kept @a' 'rc-log met @él' 'rc-log met @ada \#mi' \
		"rc-log 'met @ad" 'rc-log kept @ada ' 'rc-log met @ada: ' 'rc-log -d 2026-11-30 asked @ada x by tomo' 'rc-log -C nowhere ke' \
		'rc-due -o due,wh' 'rc-balance -s -o m' 'rc-due -o who,na' 'rc-who é' 'rc-words ta' 'rc-draft -k check' >"$BATS_TEST_TMPDIR/found"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

# fish_lines FILE: the completions of each line of standard input, with what they are.
fish_lines() {
	fish -c '. $argv[1]; . $argv[1]; while read -l line; echo "$line | $(string join " + " -- (complete -C "$line" | string replace \t =))"; end' "$1"
}

@test "fish: words with what they are, options and their values, also where the file is read twice" {
	needs fish
	cd "$BATS_TEST_DIRNAME"
	cat >"$BATS_TEST_TMPDIR/table" <<-'EOF'
		rc-log kept @a | @ada=Ada Lindqvist; review: they asked on 2026-09-04, for 2026-11-30
		rc-log met @él | @élise=Élise Moreau
		rc-log kept @ada p | paper=I promised it on 2026-09-03, for 2026-12-01: the short one
		rc-log 'met @ad | met @ada=Ada Lindqvist
		rc-log met @ada \#mi | #mill=2 times, last on 2026-10-01
		rc-log -C nowhere ke | kept=that promise is kept
		rc-log -C ../none -C rc-words met @é | @élise=Élise Moreau
		rc-log -d 2026-11-30 asked @ada x by tod | today=2026-11-30
		rc-log tie | 
		rc-log met @ada: hi | 
		rc-log -C sh | shells/=Directory
		rc-who é | élise=Élise Moreau
		rc-who @é | @élise=Élise Moreau
		rc-who -p rc-words/people.txt @é | @élise=Élise Moreau
		rc-due -o due,wh | due,who=these columns only, in this order + due,why=these columns only, in this order
		rc-balance -s -o m | metric=these columns only, in this order
		rc-show -o ask_ | ask_from=these columns only, in this order
		rc-draft -k check | checkin=use this template for all rows
		rc-words ta | tags=all of a kind
		rc-words ids ta | 
		rc-due -d x | 
		rc-parse shells.b | shells.bats
	EOF
	sed 's/ | .*//' "$BATS_TEST_TMPDIR/table" | fish_lines "$shell/rc-tools.fish" | same "$BATS_TEST_TMPDIR/table" -
}

@test "nothing from the files is run by a shell, nor what is on the line" {
	export RC_DIR=$BATS_TEST_TMPDIR/hostile
	mkdir -p "$RC_DIR" "$BATS_TEST_TMPDIR/here"
	cd "$BATS_TEST_TMPDIR/here"
	printf '%s\n' '@ada $(touch a)`touch b`"'\''; touch c; %F{red}%(?.x.y)' '@bob \ b' '@$(touch d)' '  tier: `touch e`' '@ann [x]:y(touch f)' >"$RC_DIR/people.txt"
	printf '%s\n' '2026-11-01 promised @ada paper: $(touch g)`touch h`"; touch i' '2026-11-01 promised @ada $(touch j)' \
		'2026-11-02 met @ada via `touch k` #$(touch l)' >"$RC_DIR/journal.txt"
	lines=('rc-log met @a' 'rc-log kept @a' 'rc-log kept @ada ' 'rc-log met @ada via ' 'rc-log met @ada \#' 'rc-who a' 'rc-log met $(touch m) @a' 'rc-log -C $(touch n) k')
	for line in "${lines[@]}"; do reply "$line"; done >"$BATS_TEST_TMPDIR/all"
	grep -qx '@ada @ann' "$BATS_TEST_TMPDIR/all"
	grep -q '^paper via' "$BATS_TEST_TMPDIR/all"
	! command -v fish >/dev/null || printf '%s\n' "${lines[@]:0:6}" | fish_lines "$shell/rc-tools.fish" >>"$BATS_TEST_TMPDIR/all"
	if zsh -f -c 'zmodload zsh/zpty' 2>/dev/null; then
		mkdir "$BATS_TEST_TMPDIR/functions"
		cp "$shell/_rc-tools" "$BATS_TEST_TMPDIR/functions/"
		zsh -f "$BATS_TEST_DIRNAME/shells/zsh-session" "$BATS_TEST_TMPDIR/functions" "${lines[@]}" >"$BATS_TEST_TMPDIR/zsh"
		grep -q '^@ada @ann => ' "$BATS_TEST_TMPDIR/zsh"
	fi
	[ -z "$(find . -type f)" ]
}
