#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# The files for editors, each in the real editor, without a screen: what it takes for ours, colours, completes and checks.
# shellcheck disable=SC2154 # capture sets out, err, status
# shellcheck disable=SC2016 # what is quoted is to stay as it is

load helper

# A folder with a name that no shell may get hold of, with people and a journal in it; nothing of the user's is read.
setup() {
	root=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	given=$BATS_TEST_DIRNAME/editors
	PATH=$root/examples:$PATH
	folder="$BATS_TEST_TMPDIR/a b%c#d!e|f'g;\$(touch ran)"
	export HOME=$BATS_TEST_TMPDIR/home TMPDIR=$BATS_TEST_TMPDIR FOUND=$BATS_TEST_TMPDIR/found
	export XDG_CONFIG_HOME=$HOME XDG_DATA_HOME=$HOME XDG_STATE_HOME=$HOME XDG_RUNTIME_DIR=$HOME
	mkdir -p "$folder" "$HOME"
	cd "$folder" || return 1
	printf '@ada Ada Lovelace\n  tier: A\n@adam Adam\n@eleni Ελένη\n' >people.txt
	printf '2026-11-10 met @ada\n2026-11-12 promised @ada paper: x\n' >journal.txt
}

needs() {
	local program
	for program; do
		command -v "$program" >/dev/null || skip "$program is not here"
	done
}

# nothing_ran: no part of a name was taken for a command.
nothing_ran() {
	[ -z "$(find "$BATS_TEST_TMPDIR" -name ran)" ]
}

# found_is LINE ...: these are the lines of $FOUND.
found_is() {
	printf '%s\n' "$@" | same - "$FOUND"
}

# names KIND: the words of a kind that the program knows, as its tables have them, in order.
names() {
	case $1 in
	verbs) sed -n 's/^    {WORD("\([a-z]*\)").*/\1/p' "$root/src/base/verbs.c" ;;
	keys) sed -n 's/^\tFIELD([A-Z]*, "\([a-z]*\)", .*/\1/p' "$root/src/base/fields.h" ;;
	rules) sed -n 's/^\tRULE([A-Z_]*, "\([a-z-]*\)", .*/\1/p' "$root/src/base/rules.h" ;;
	attributes) sed -n 's/^    \[TIER_[A-Z]*\] = WORD("\([a-z]*\)").*/\1/p' "$root/src/base/rules.c" ;;
	esac | sort
}

# taken KIND <WORDS: those of the words that rc-parse takes in the place of that kind, in some form, without a word about it.
taken() {
	local forms
	case $1 in
	verbs) forms='2026-11-10 WORD @a1 object|2026-11-10 @a1 WORD object' ;;
	keys) forms='  WORD: A|  WORD: 6w|  WORD: active|  WORD: 2026-11-10|  WORD: yes|  WORD: 12-20..01-06|  WORD: 11-10 day' ;;
	rules) forms='rule WORD 5|rule WORD 5d|rule WORD 5m' ;;
	attributes) forms='tier T WORD 5|tier T WORD 5w' ;;
	esac
	# Each line has a person above it, so that what one says is no second value of another.
	awk -v forms="$forms" -v words="$FOUND.words" '
		BEGIN { n = split(forms, form, "|") }
		{ for (i = 1; i <= n; i++) { line = form[i]; sub(/WORD/, $0, line); print "@a" ++lines "\n" line; print $0 >words } }
	' >"$FOUND.lines"
	rc-parse -c "$FOUND.lines" 2>"$FOUND.said" || :
	! grep -q 'more not shown' "$FOUND.said" || return 1
	awk -F : '
		FILENAME == ARGV[1] { said[$2] = 1; next }
		!((2 * FNR) in said) { print }' "$FOUND.said" "$FOUND.words" | sort -u
}

# lists_of FILE ...: their words as they are between parentheses, with one blank between, whatever the language has there.
lists_of() {
	cat "$@" | tr '\n' ' ' | sed -e 's/[\\|" \t][\\|" \t]*/ /g' -e 's/(\(?:\)\{0,1\} */\n(/g' | sed -n -e 's/ *).*/)/' -e '/^([a-z -]*)$/p'
}

@test "every editor has the verbs, keys, attributes and rules that the program has, and no other" {
	for kind in verbs keys attributes rules; do
		names "$kind" >"$FOUND.names"
		[ "$(wc -l <"$FOUND.names")" -gt 2 ]
		# Any other key is one of the user's own.
		{ cat "$FOUND.names"; [ "$kind" = keys ] || echo nonesuch; } | taken "$kind" | same "$FOUND.names" -
		echo "($(paste -s -d ' ' "$FOUND.names"))" >"$FOUND.$kind"
	done
	cd "$root/examples"
	for file in vim/syntax/rctext.vim emacs/rc-text.el nano/rc-text.nanorc kakoune/rc-text.kak vscode/syntaxes/rctext.tmLanguage.json; do
		lists_of "$file" >"$FOUND"
		for kind in verbs keys attributes rules; do
			grep -qxF -f "$FOUND.$kind" "$FOUND" || { echo "$file: $kind"; cat "$FOUND"; return 1; }
		done
	done
	# Wherever else there are verbs, they are all there.
	for file in vim/*/*.vim emacs/rc-text.el nano/rc-text.nanorc kakoune/rc-text.kak vscode/package.json; do
		lists_of "$file" | grep ' gave ' | grep -vxF -f "$FOUND.verbs" && { echo "$file"; return 1; }
	done
	grep -q acked vim/autoload/rctext.vim vscode/package.json
}

# with_every_word: as people.txt, sample.txt, and below it lines for each word that the program knows, and for some that it does
# not. What the colours are to be is in $FOUND.wanted: of the lines below the sample, those of words that are known.
with_every_word() {
	local n word
	n=$(wc -l <"$given/sample.txt")
	cp "$given/colours" "$FOUND.wanted"
	{
		cat "$given/sample.txt"
		for word in $(names verbs) xmet metx; do echo "2026-11-10 $word @ada x"; done
		for word in $(names keys) xtier tierx; do echo "  $word: x"; done
		for word in $(names rules) xreply replyx ask; do echo "rule $word 5"; done
		for word in $(names attributes) xmax maxx; do echo "tier T $word 5"; done
	} >people.txt
	{
		names verbs | sed 's/^/known /' && echo && echo
		names keys | sed 's/^/known /' && echo && echo
		names rules | sed 's/^/known /' && echo && echo && echo
		names attributes | sed 's/^/word /'
	} | awk -v n="$n" '{ n++ } /./ { print n, $0 }' >>"$FOUND.wanted"
}

# coloured_as_wanted: what is in $FOUND is what with_every_word wants. What joins people is no matter.
coloured_as_wanted() {
	awk -v sample="$(wc -l <"$given/sample.txt")" '
		{ line = $1; class = $2; sub(/^[^ ]+ [^ ]+ /, "") }
		line > sample && class != "known" && class != "word" { next }
		class == "actor" { gsub(/,? (and|&) |, /, "\n" line " actor ") }
		{ print line, class, $0 }' "$FOUND" >"$FOUND.plain"
	same "$FOUND.wanted" "$FOUND.plain"
}

# in_vim PROGRAM SCRIPT [FILE]: have vim or neovim run a script with our plugins and no others.
in_vim() {
	local program=$1 script=$2 silent='vim -N -es'
	shift 2
	[ "$program" = vim ] || silent='nvim --headless -es'
	printf '%s\n' 'set encoding=utf-8 noswapfile' "set runtimepath^=$root/examples/vim" 'filetype plugin indent on' 'syntax on' >"$HOME/vimrc"
	# shellcheck disable=SC2086 # words are meant
	timeout "${limit:-30}" $silent -u "$HOME/vimrc" -i NONE -S "$script" -c qa! -- "$@" </dev/null >"$FOUND.said" 2>&1 ||
		{ cat "$FOUND.said"; return 1; }
}

# each_vim TEST: for vim and neovim, whichever is here.
each_vim() {
	local program some=
	for program in vim nvim; do
		command -v "$program" >/dev/null || continue
		some=yes
		rm -f "$FOUND"
		"$1" "$program" || { echo "in $program"; return 1; }
	done
	[ -n "$some" ] || skip 'neither vim nor nvim is here'
}

vim_colours() {
	in_vim "$1" "$given/colours.vim" people.txt && coloured_as_wanted
}

@test "vim and neovim: colours" {
	with_every_word
	each_vim vim_colours
}

# looks_like TYPE TEXT [NAME]: a file for vim_types: its type is to be this one.
looks_like() {
	n=$((n + 1))
	mkdir "$n"
	printf %b "$2" >"$n/${3-notes.txt}"
	echo "$n/${3-notes.txt} $1" >>"$FOUND.wanted"
}

vim_types() {
	cat >script.vim <<-'EOF'
		let found = []
		for file in map(readfile($FOUND . '.wanted'), 'matchstr(v:val, ".*\\.[a-z]*")')
			execute 'edit' file
			call add(found, file . ' ' . &filetype)
		endfor
		call writefile(found, $FOUND)
		edit new.txt
		call setline(1, '2026-11-10 met @ada')
		write
		call writefile([&filetype . ' ' . &omnifunc], $FOUND . '.new')
	EOF
	rm -f new.txt
	in_vim "$1" script.vim && same "$FOUND.wanted" "$FOUND" && [ "$(cat "$FOUND.new")" = 'rctext rctext#Complete' ]
}

@test "vim and neovim: the type is found by content, and text is not in the way" {
	n=0
	looks_like rctext '2026-11-10 met @ada\n'
	looks_like rctext '\357\273\277# mine\n\n; x\n2026-11-10 gvae @ada\n2026-11-10 @ada, @b and @c gave map: x\n'
	looks_like rctext 'tier A every 6w\n' people.txt
	looks_like rctext 'rule ask-gap 5d\n'
	looks_like rctext '@ada Ada\n\n@bob\n# x\n\ttier: A\n'
	looks_like rctext '@ada Ada\n# x\n\n@bob\n' people.txt
	looks_like text '@ada Ada\n@bob\n'
	looks_like text '# nobody yet\n' people.txt
	looks_like text 'People are strange\n' people.txt
	looks_like text '2026-11-10 Dear diary, I met @ada\n' journal.txt
	looks_like text '2026-11-10 met: @ada\n' journal.txt
	looks_like text 'tier of every sort\n' people.txt
	looks_like text '@ada said so\nand went\n  away: far\n' journal.txt
	looks_like text '@ada said so\n@bob did not\n\nThey went.\n'
	looks_like text '' journal.txt
	looks_like robots '2026-11-10 met @ada\n' robots.txt
	looks_like cmake '2026-11-10 met @ada\n' CMakeLists.txt
	looks_like c '2026-11-10 met @ada\n' notes.c
	each_vim vim_types
}

vim_edits() {
	cat >script.vim <<-'EOF'
		set textwidth=40 formatoptions=tcqa wrapmargin=9 synmaxcol=0 | edit
		execute 'normal! Go2026-11-20 met @ada: ' . repeat('words ', 60)
		let found = [line('$')]
		call cursor(1, 17)
		call add(found, expand('<cword>'))
		call add(found, printf(&commentstring, &synmaxcol))
		set filetype=
		for option in ['textwidth', 'formatoptions', 'iskeyword', 'synmaxcol', 'omnifunc', 'makeprg', 'errorformat', 'commentstring', 'comments']
			execute 'call add(found, &l:' . option . ' ==# &g:' . option . ' ? "" : option)'
		endfor
		call add(found, get(b:, 'current_compiler', 'none'))
		call writefile(filter(found, 'v:val !=# ""'), $FOUND)
	EOF
	in_vim "$1" script.vim journal.txt && found_is 3 @ada '# 3000' none
}

@test "vim and neovim: an entry is not wrapped, an id is a word, and another type undoes it all" {
	each_vim vim_edits
}

vim_makes() {
	cat >"$HOME/script.vim" <<-'EOF'
		silent make!
		let found = []
		for e in getqflist()
			call add(found, join([e.bufnr ? bufname(e.bufnr) : '', e.lnum, e.col, e.type, e.text[:13]], '|'))
		endfor
		cc 3
		call add(found, expand('%:t') . ' ' . line('.') . ' ' . col('.'))
		call writefile(found, $FOUND)
	EOF
	in_vim "$1" "$HOME/script.vim" "$2" && sed "s/^.*ran)'*\///" "$FOUND" | same "$FOUND.wanted" -
}

vim_makes_here_and_there() {
	vim_makes "$1" journal.txt && (cd .. && vim_makes "$1" "$folder/journal.txt")
}

@test "vim and neovim: :make checks people.txt and every journal, jumps, and runs no name" {
	printf '2026-11-10 met @ada\n2026-11-11 gvae @ada\n2026-11-10 met @ada\n' >journal.txt
	printf '2026-11-12 met @ελένη\n2026-11-12 met @ada, @bob\n' >'journal 2 $(touch ran) %#.txt'
	cat >"$FOUND.wanted" <<-'EOF'
		journal.txt|2|12|e|expected a ver
		journal.txt|3|0|w|the same entry
		journal 2 $(touch ran) %#.txt|1|16|w|no @ line decl
		journal 2 $(touch ran) %#.txt|2|22|w|no @ line decl
		journal 2 $(touch ran) %#.txt 1 16
	EOF
	each_vim vim_makes_here_and_there
	nothing_ran
}

vim_makes_other() {
	vim_makes "$1" 'our people; x.txt'
}

@test "vim and neovim: :make checks a file of another name with them, and does without people.txt" {
	rm people.txt journal.txt
	printf '2026-11-10 met @ada\n2026-11-11 gvae @ada\n2026-11-10 had @ada x\n2026-11-10 @ada want x\n' >'our people; x.txt'
	cat >"$FOUND.wanted" <<-'EOF'
		our people; x.txt|2|12|e|expected a ver
		our people; x.txt|3|12|e|expected 'had'
		our people; x.txt|4|17|e|expected 'want
		our people; x.txt 4 17
	EOF
	each_vim vim_makes_other
}

vim_completes() {
	cat >script.vim <<-'EOF'
		set completeopt=menu
		execute "normal! Go2026-11-20 met @ada, @el\<C-X>\<C-O>"
		execute "normal! o2026-11-20 kept @ada pa\<C-X>\<C-O>: it's \"$(touch ran)\""
		execute "normal! o2026-11-20 it's\"$(touch ran)`touch ran`\\!!%#! @el\<C-X>\<C-O>"
		call writefile(getline(3, '$'), $FOUND)
		call setline(1, '2026-11-20 met x')
		call cursor(1, 99)
		call writefile(map(rctext#Complete(0, '@ad'), 'v:val.word . "|" . v:val.menu[:2]'), $FOUND, 'a')
		let $PATH = '/nonexistent'
		call writefile([string(rctext#Complete(0, '@ad'))], $FOUND, 'a')
	EOF
	in_vim "$1" script.vim journal.txt &&
		sed -n '1,2p' "$FOUND" | same <(printf '2026-11-20 met @ada, @eleni\n2026-11-20 kept @ada paper: it'\''s "$(touch ran)"\n') - &&
		sed -n '4,$p' "$FOUND" | same <(printf '@ada|Ada\n@adam|Ada\n[]\n') -
}

@test "vim and neovim: ids and what is open are completed from the files of the folder" {
	each_vim vim_completes
	nothing_ran
}

# long_lines: lines at the limit, of each kind that a regular expression may be slow on.
long_lines() {
	awk '
		function times(s, n,    r) { while (length(r) < n) r = r s; return substr(r, 1, n) }
		BEGIN {
			print "2026-11-10 met @ada"
			print "2026-11-10 met " times("@ada ", 65500)
			print "2026-11-10 " times("@ada, ", 65500)
			print "2026-11-10 " times("@ada and ", 65500)
			print "2026-11-10 met @ada: " times(" #", 65500)
			print "2026-11-10 met @ada: #" times("a.", 65500)
			print "2026-11-10 met @ada:" times(":", 65500)
			print "2026-11-10 met " times("by ", 65500)
			print "tier A " times("every 6w ", 65500)
			print "  " times("a-", 65500)
			print "  tags:" times(" ", 65500) "x"
			print times("@", 65500)
			print times(" ", 65500) "#"
		}'
}

vim_bears_long_lines() {
	cat >script.vim <<-'EOF'
		let found = []
		for i in range(1, line('$'))
			call add(found, synIDattr(synID(i, 1, 1), 'name') . synIDattr(synID(i, col([i, '$']) - 2, 1), 'name')[:0])
		endfor
		call writefile(found, $FOUND)
	EOF
	in_vim "$1" script.vim people.txt && [ "$(wc -l <"$FOUND")" -eq 13 ]
}

@test "vim and neovim: lines of 64 KiB keep nobody waiting" {
	long_lines >people.txt
	limit=10
	each_vim vim_bears_long_lines
}

# in_emacs FILE ...: load our mode and these.
in_emacs() {
	needs emacs
	timeout 30 emacs -Q --batch -l "$root/examples/emacs/rc-text.el" "$@" >"$FOUND.said" 2>&1 </dev/null || { cat "$FOUND.said"; return 1; }
}

@test "emacs: the mode compiles without a warning, and its words of help are as they should be" {
	needs emacs
	cp "$root/examples/emacs/rc-text.el" .
	emacs -Q --batch --eval '(setq byte-compile-error-on-warn t)' -f batch-byte-compile rc-text.el 2>"$FOUND"
	emacs -Q --batch --eval "(checkdoc-file \"$PWD/rc-text.el\")" 2>>"$FOUND"
	same /dev/null "$FOUND"
}

@test "emacs: colours" {
	with_every_word
	FILE=people.txt in_emacs -l "$given/colours.el"
	coloured_as_wanted
}

@test "emacs: type, completion, checks, compile, and nothing is broken" {
	in_emacs -l "$given/rc-text-tests.el" -f ert-run-tests-batch-and-exit
	[ "$(grep -c '^   passed ' "$FOUND.said")" -eq "$(grep -c '^(ert-deftest' "$given/rc-text-tests.el")" ]
	nothing_ran
}

# in_nano FILE KEY PATTERN [ROWS]: open it in nano on a terminal, wait for the pattern, and keep the screen in $FOUND. A key is
# pressed before where there is one.
in_nano() {
	local tries=1000
	needs nano tmux
	printf 'include "%s"\n' "$root/examples/nano/rc-text.nanorc" >"$HOME/nanorc"
	echo 'set -g default-terminal screen' >"$HOME/tmux.conf"
	in_tmux -u -f "$HOME/tmux.conf" new-session -d -x 160 -y "${4-40}" nano --rcfile="$HOME/nanorc" -c "$1"
	until in_tmux capture-pane -p 2>/dev/null | grep -q 'GNU nano'; do
		sleep 0.02
		[ $((tries -= 1)) -gt 0 ] || return 1
	done
	[ -z "$2" ] || in_tmux send-keys "$2"
	until in_tmux capture-pane -e -p >"$FOUND.screen" && grep -q "$3" "$FOUND.screen"; do
		sleep 0.02
		[ $((tries -= 1)) -gt 0 ] || { cat "$FOUND.screen"; return 1; }
	done
}

in_tmux() {
	env -u TMUX LC_ALL=C.UTF-8 tmux -S "$BATS_TEST_TMPDIR/tmux" "$@" 3>&-
}

teardown() {
	[ ! -S "$BATS_TEST_TMPDIR/tmux" ] || in_tmux kill-server 2>/dev/null || :
	rm -f "$BATS_TEST_TMPDIR/tmux"
}

@test "nano: colours" {
	with_every_word
	in_nano people.txt '' 'tier .*maxx' 140
	# A tag directly after the colon is beyond what nano's expressions can say.
	sed -i '/^27 tag /d' "$FOUND.wanted"
	awk '
		BEGIN {
			split("134 time 132 actor 131 known 032 id 031 word 033 object 133 channel 035 tag 137 name 036 comment 137/41 conflict", all, " ")
			for (i = 1; i in all; i += 2) class[all[i]] = all[i + 1]
			back = bold = 0
			fore = 39
		}
		NR == 1 { sub(/.*/, "") }
		{
			n = split($0, part, /\033\[/)
			for (i = 1; i <= n; i++) {
				text = part[i]
				if (i > 1) {
					codes = split(substr(text, 1, index(text, "m") - 1), code, ";")
					text = substr(text, index(text, "m") + 1)
					if (codes == 0) bold = back = 0
					for (k = 1; k <= codes; k++) {
						if (code[k] == 0) { bold = back = 0; fore = 39 }
						if (code[k] == 1) bold = 1
						if (code[k] >= 30 && code[k] <= 39) fore = code[k]
						if (code[k] >= 40 && code[k] <= 49) back = code[k] % 49 
					}
				}
				gsub(/^ +|[ :,]+$/, "", text)
				how = bold fore (back ? "/" back : "")
				if (text != "" && how in class) print NR - 1, class[how], text
			}
		}' "$FOUND.screen" >"$FOUND"
	coloured_as_wanted
}

@test "nano: the linter jumps to line and column" {
	printf '2026-11-10 met @ada\n2026-11-11 gvae @ada\n' >'journal-2026.txt'
	in_nano journal-2026.txt M-B "error: expected a verb"
	in_tmux send-keys C-c
	in_nano_cursor '2 12'
	nothing_ran
}

# in_nano_cursor LINE COLUMN: it stands there, below the bar at the top.
in_nano_cursor() {
	in_tmux display-message -p '#{cursor_y} #{e|+:#{cursor_x},1}' | same <(echo "$1") -
}

@test "nano: what is ours by its name or its first line" {
	needs nano
	printf '2026-11-10 met @ada\n' | tee notes.txt journal-2026-11.txt >my-journal.txt
	printf 'Dear diary\n2026-11-10 met @ada\n' >diary.txt
	in_nano diary.txt '' 2026-11-10
	run grep '\[34m[^2]*2026-11-10' "$FOUND.screen"
	[ "$status" -eq 1 ]
	teardown
	for file in notes.txt journal-2026-11.txt my-journal.txt; do
		in_nano "$file" '' 2026-11-10
		grep -q '\[34m[^2]*2026-11-10' "$FOUND.screen"
		teardown
	done
}

# in_kak UI COMMANDS: run kak with those of its own files that ours needs, with ours, and with these commands, which open a
# file: those that are named on the command line are opened before.
in_kak() {
	local tools
	tools=$(dirname "$(dirname "$(command -v kak)")")/share/kak/rc/tools
	[ -e "$tools/lint.kak" ] || skip "no lint.kak in $tools"
	LC_ALL=C.UTF-8 timeout 30 kak -n -ui "$1" -e "source $tools/comment.kak; source $tools/lint.kak; source $root/examples/kakoune/rc-text.kak; $2" 2>"$FOUND.said" 3>&-
}

# kak_until JQ KEYS COMMANDS: have kak run the commands in a large window, type the keys, and write to $FOUND what the
# expression first finds in what kak tells its user interface.
kak_until() {
	local line
	needs kak jq
	rm -f "$BATS_TEST_TMPDIR/keys"
	mkfifo "$BATS_TEST_TMPDIR/keys"
	exec 4<>"$BATS_TEST_TMPDIR/keys"
	jq -cn --arg keys "$2" '{jsonrpc: "2.0", method: "resize", params: [200, 160]}, {jsonrpc: "2.0", method: "keys", params: [$keys]}' >&4
	exec 5< <(in_kak json "$3" <&4 4>&-)
	while IFS= read -r -t 20 line <&5; do
		jq -r "$1" <<<"$line" >"$FOUND"
		[ ! -s "$FOUND" ] || break
	done
	jq -cn '{jsonrpc: "2.0", method: "keys", params: ["<esc>:quit!<ret>"]}' >&4
	cat <&5 >/dev/null
	exec 4>&- 5>&-
	[ -s "$FOUND" ]
}

@test "kakoune: colours" {
	with_every_word
	kak_until 'select(.method == "draw").params[0] | select(length > 100) | to_entries[] | .key as $n | .value[] |
		"\($n + 1) \(.face.fg) \(.contents | gsub("^[ \t]+|[ \t\n:,]+$"; ""))"' '' "source '$given/colours.kak'; edit people.txt"
	awk '
		BEGIN {
			split("1 time 2 actor 3 known 4 id 5 word 6 object 7 channel 8 tag 9 name a comment b conflict", all, " ")
			for (i = 1; i in all; i += 2) class["rgb:00000" all[i]] = all[i + 1]
		}
		$2 in class && NF > 2 { how = class[$2]; sub(/ [^ ]+/, " " how); print }' "$FOUND" >"$FOUND.classes"
	mv "$FOUND.classes" "$FOUND"
	coloured_as_wanted
}

@test "kakoune: the type is found by content" {
	needs kak
	n=0
	looks_like rctext '2026-11-10 met @ada\n'
	looks_like rctext '# mine\n\n; x\n2026-11-10 gvae @ada\n2026-11-10 @ada, @b and @c gave map: x\n'
	looks_like rctext 'tier A every 6w\n' people.txt
	looks_like rctext 'rule ask-gap 5d\n'
	looks_like rctext '@ada Ada\n\n@bob\n# x\n\ttier: A\n'
	looks_like rctext '@ada Ada\n# x\n\n@bob\n' people.txt
	looks_like none '@ada Ada\n@bob\n'
	looks_like none '# nobody yet\n' people.txt
	looks_like none 'People are strange\n' people.txt
	looks_like none '2026-11-10 Dear diary, I met @ada\n' journal.txt
	looks_like none '2026-11-10 met: @ada\n' journal.txt
	looks_like none 'tier of every sort\n' people.txt
	looks_like none '@ada said so\nand went\n  away: far\n' journal.txt
	looks_like none '@ada said so\n@bob did not\n\nThey went.\n'
	looks_like none '' journal.txt
	looks_like none '2026-11-10 met @ada\n' notes.md
	commands=
	while read -r file _; do
		commands="$commands edit $file; nop %sh{ echo \"$file \${kak_opt_filetype:-none}\" >>\"\$FOUND\" };"
	done <"$FOUND.wanted"
	in_kak dummy "$commands quit!"
	same "$FOUND.wanted" "$FOUND"
}

@test "kakoune: :lint checks the text as it is in the buffer, with people.txt beside it" {
	needs kak
	# Where a name has a quote in it, kak itself would hand the rest to a shell: then there is no command to be run.
	in_kak dummy 'edit journal.txt; nop %sh{ echo "<$kak_opt_lintcmd>" >"$FOUND" }; quit!'
	found_is '<>'
	mkdir "../plain #%"
	cp people.txt journal.txt "../plain #%"
	cd "../plain #%"
	mv journal.txt 'journal;$(touch ran).txt'
	cat >commands.kak <<-'EOF'
		hook global BufSetOption lint_messages=.+ %{ nop %sh{
			eval "set -- $kak_quoted_opt_lint_messages"
			[ $# -lt 2 ] || printf '%.36s\n' "$@" | sed 1d | sort >"$FOUND"
		} }
		hook global BufSetOption lint_warning_count=[^0].* %{ evaluate-commands -client client0 quit! }
		edit 'journal;$(touch ran).txt'
		execute-keys '%|cat;echo 2026-11-12 gvae @ada;echo 2026-11-13 met @bob;echo 2026-11-10 met @ada<ret>'
		lint
	EOF
	in_kak dummy 'source commands.kak'
	found_is '3|error: expected a verb (met, calle' '4|warning: no @ line declares @bob: ' '5|warning: the same entry is at <std'
	nothing_ran
}

@test "kakoune: ids and what is open are completed while one types" {
	printf '%s\n' '@ada Ada Lovelace' "@adam Adam O'Neil {a|b}\\" >people.txt
	kak_until 'select(.method == "menu_show").params[0][] | map(.contents) | join("")' \
		"geo2026-11-20 it's \$(touch ran)\`touch ran\` {|\\ kept @ad" 'edit journal.txt'
	sed -n 's/  */ /g; s/;.*//; s/ $//; 1,2p' "$FOUND" | same <(printf '%s\n' '@ada Ada Lovelace' "@adam Adam O'Neil {a|b}\\") -
	nothing_ran
}

@test "VS Code: the files are strict JSON, and name files that are there" {
	needs jq
	for file in "$root"/examples/vscode/*.json "$root"/examples/vscode/*/*.json; do
		jq -e . "$file" >"$FOUND"
	done
	for file in $(jq -r '.contributes | .languages[].configuration, .grammars[].path' "$root/examples/vscode/package.json"); do
		[ -f "$root/examples/vscode/$file" ]
	done
	[ "$(jq -r '.contributes.problemMatchers[0].name | "$" + .' "$root/examples/vscode/package.json")" = \
		"$(jq -r '.tasks[0].problemMatcher' "$root/examples/vscode/tasks.json")" ]
}

# needs_engine: where the grammars of VS Code are read: in $NODE_PATH, or where npm was told to put it in build/.
needs_engine() {
	needs node
	NODE_PATH=${NODE_PATH:+$NODE_PATH:}$root/build/node_modules
	export NODE_PATH
	node -e 'require("vscode-textmate"); require("vscode-oniguruma")' 2>/dev/null ||
		skip 'no vscode-textmate and vscode-oniguruma here (npm install --prefix build vscode-textmate vscode-oniguruma)'
}

@test "VS Code: colours" {
	needs_engine
	with_every_word
	node "$given/colours.js" "$root/examples/vscode" people.txt >"$FOUND"
	coloured_as_wanted
}

@test "VS Code: the task finds every file, and its matcher what rc-parse says" {
	needs node
	printf '2026-11-10 met @ada\n2026-11-11 gvae @ada\n2026-11-10 met @ada\n' >'journal 2: $(touch ran).txt'
	node -e '
		const read = (name) => JSON.parse(require("fs").readFileSync(process.argv[1] + name, "utf8"));
		const task = read("/tasks.json").tasks[0], matcher = read("/package.json").contributes.problemMatchers[0].pattern;
		const { executable, args } = task.options.shell;
		const { stderr } = require("child_process").spawnSync(executable, [...args, task.command], { encoding: "utf8" });
		for (const line of stderr.trimEnd().split("\n")) {
			const found = line.match(new RegExp(matcher.regexp));
			console.log(["file", "line", "column", "severity", "message"].map((part) => (found[matcher[part]] || "").slice(0, 27)).join("|"));
		}' "$root/examples/vscode" >"$FOUND"
	found_is 'journal 2: $(touch ran).txt|2|12|error|expected a verb (met, calle' \
		'journal 2: $(touch ran).txt|3||warning|the same entry is at journa' 'journal.txt|1||warning|the same entry is at journa'
	nothing_ran
}

@test "VS Code: what is ours by its first line" {
	needs node
	node -e '
		const language = JSON.parse(require("fs").readFileSync(process.argv[1] + "/package.json", "utf8")).contributes.languages[0];
		for (const line of process.argv.slice(2)) console.log(new RegExp(language.firstLine).test(line));
		' "$root/examples/vscode" '2026-11-10 met @ada' '2026-11-10 @ada, @b and @c gave map' 'tier A every 6w' \
		'2026-11-10 met: @ada' 'tier of every sort' 'People are strange' >"$FOUND"
	found_is true true true false false false
}
