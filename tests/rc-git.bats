#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-git(7): the hook, the attributes and the merge drivers in real repositories, merged, encrypted and copied. The recipes are
# taken from the page itself.
# shellcheck disable=SC2154 # capture sets out, err, status
# shellcheck disable=SC2016 # what is quoted is to stay as it is

load helper

# The repositories that most tests begin with are made once: data/ alone, here/ and its clone there/, and such a pair encrypted.
setup_file() {
	command -v git >/dev/null || return 0
	at_home "$BATS_FILE_TMPDIR"
	mkdir "$HOME" one two crypt
	git config --global user.name Robin
	git config --global user.email robin@example.org
	git config --global init.defaultBranch main
	git config --global protocol.file.allow always
	(cd one && make_data)
	(cd two && make_two)
	! command -v git-crypt >/dev/null || (cd crypt && make_encrypted)
}

# Each test has a home of its own.
setup() {
	command -v git >/dev/null || skip 'no git here'
	at_home "$BATS_TEST_TMPDIR"
	cp -R "$BATS_FILE_TMPDIR/home" "$HOME"
}

# No agent of gpg stays behind.
teardown() {
	[ ! -d "$BATS_TEST_TMPDIR/gnupg" ] || gpgconf --kill all
}

# at_home FOLDER: go there, with a home below it. A suite that runs within a hook must not touch the repository of that.
at_home() {
	project=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	from=$project/examples/git
	PATH=$project/examples:$PATH
	# shellcheck disable=SC2046 # names of variables
	unset $(git rev-parse --local-env-vars) XDG_CONFIG_HOME
	export HOME=$1/home GIT_CONFIG_NOSYSTEM=1 GIT_EDITOR=true
	cd "$1" || return 1
}

# recipe SECTION TEXT: the literal display with TEXT in a section of the page, as a script.
recipe() {
	SECTION=$1 TEXT=$2 awk '
		BEGIN { section = ENVIRON["SECTION"]; text = ENVIRON["TEXT"] }
		/^\.Sh/ { inside = substr($0, 5) == section }
		inside && /^\.Bd -literal/ { on = 1; script = ""; next }
		/^\.Ed/ { if (on && index(script, text)) printf "%s", script; on = 0 }
		on { gsub(/\\e/, "\\"); script = script $0 "\n" }
	' "$project/man/rc-git.7" >"$HOME/recipe"
	[ -s "$HOME/recipe" ] || { echo "rc-git(7), $1: no display with $text"; return 1; }
	cat "$HOME/recipe"
}

# set_up: what SETTING UP says, in this folder, with the files of this project.
set_up() {
	recipe 'SETTING UP' 'git init' | sed "s|^from=.*|from='$from'|" >"$HOME/set-up"
	sh -eu "$HOME/set-up" >/dev/null
}

# make_data: a repository with people and a journal, committed: data/, in which we are then.
make_data() {
	mkdir data
	cd data || return 1
	printf '@tom Tom\n  tier: A\n\n@lena Lena\n  tier: B\n' >people.txt
	printf '2026-11-10 met @tom\n' >journal.txt
	set_up
}

# make_two: a repository and its clone, here/ and there/, both set up.
make_two() {
	make_data
	cd ..
	mv data here
	clone_here
}

# make_encrypted: such a pair whose files are under git-crypt, with the lines that the page gives.
make_encrypted() {
	make_data
	git-crypt init >/dev/null 2>&1
	git-crypt export-key ../key
	recipe GIT-CRYPT merge=rc-journal-filter >.gitattributes
	(eval "$(recipe GIT-CRYPT 'cp "$from/rc-merge"')")
	git rm -q -r --cached .
	git add .
	git commit -q -m 'encrypted from here on'
	cd ..
	mv data here
	clone_here
	git-crypt unlock ../key
}

# clone_here: there/, a clone of here/ with the settings that a clone needs, in which we are then.
clone_here() {
	git clone -q here there
	cd there || return 1
	git remote set-url origin ../here
	settings
}

# settings: those that a clone needs, which we are in.
settings() {
	local hook
	git config include.path "$from/config"
	for hook in pre-commit pre-merge-commit post-rewrite; do
		cp "$from/pre-commit" ".git/hooks/$hook"
	done
	cp "$from/rc-merge" .git/hooks/
}

# data, two, encrypted: a test begins in a copy of data/, or of there/ beside here/.
data() {
	cp -Rp "$BATS_FILE_TMPDIR/one/." .
	cd data || return 1
}

two() {
	cp -Rp "$BATS_FILE_TMPDIR/two/." .
	cd there || return 1
}

encrypted() {
	needs git-crypt
	cp -Rp "$BATS_FILE_TMPDIR/crypt/." .
	cd there || return 1
}

# needs PROGRAM: a test without it is skipped.
needs() {
	command -v "$1" >/dev/null || skip "no $1 here"
}

# pulls: there/ takes in what is in here/.
pulls() {
	capture git pull -q --no-rebase --no-edit
}

# head_is N: there are so many commits.
head_is() {
	[ "$(git rev-list --count HEAD)" -eq "$1" ]
}

# says TEXT: a line of standard error is TEXT.
says() {
	grep -qxF -- "$1" "$err" && return
	cat "$err"
	return 1
}

refusal='pre-commit: nothing is committed: correct these lines and git add them (git commit --no-verify skips this check)'
fault="expected a date like 2026-11-21, found '2026-11-31': 2026-11 has 30 days"

# refused PLACE: a commit failed for one faulty line, and no folder is left.
refused() {
	[ "$status" -ne 0 ]
	printf '%s: error: %s\n%s\n' "$1" "$fault" "$refusal" | same - "$err"
	tidy
}

# tidy: no text is left where it was checked or merged.
tidy() {
	[ -z "$(find "$(git rev-parse --git-dir)" . -name 'rc-check.*' -o -name 'rc-merge.*' -o -name '.merge_file*')" ]
}

# --- the hook -----------------------------------------------------------------------------------------------------------

@test "a faulty line that is staged is refused, as the page shows it" {
	data
	head_is 1
	echo '2026-11-31 gave @tom map' >>journal.txt
	recipe 'THE HOOK' 'git commit' >"$BATS_TEST_TMPDIR/shown"
	capture git commit -q -a -m 'what happened today'
	{ echo "\$ git commit -q -a -m 'what happened today'"; cat "$err"; } | same "$BATS_TEST_TMPDIR/shown" -
	refused journal.txt:2:1
	head_is 1
	# The remedy works.
	sed 's/11-31/11-30/' journal.txt >new && mv new journal.txt
	git commit -q -a -m 'what happened today'
	head_is 2
	echo '2026-11-31 gave @tom map' >>journal.txt
	git commit -q -a --no-verify -m 'as it is'
	head_is 3
}

@test "what is staged counts, not what lies in the work tree" {
	data
	# A fault is staged, and mended in the work tree only.
	echo '2026-11-31 gave @tom map' >>journal.txt
	git add journal.txt
	sed 's/11-31/11-30/' journal.txt >new && mv new journal.txt
	capture git commit -q -m fault
	refused journal.txt:2:1
	# A fault in the work tree is no matter of this commit.
	git add journal.txt
	echo '2026-11-31 gave @lena map' >>journal.txt
	capture git commit -q -m good
	[ "$status" -eq 0 ]
	same /dev/null "$err"
	# git commit FILE commits that file whatever is staged: git says so to the hook with an index of its own.
	git add journal.txt
	echo '# a comment' >>people.txt
	capture git commit -q -m people people.txt
	[ "$status" -eq 0 ]
	capture git commit -q -m journal journal.txt
	refused journal.txt:3:1
	head_is 3
}

@test "git add -p: only the part that is staged is checked" {
	data
	{ echo '# a first line'; cat journal.txt; } >new
	printf '%s\n' '# 1' '# 2' '# 3' '# 4' '# 5' '# 6' '# 7' '2026-11-31 gave @tom map' >>new
	# In two commits, so that there are two hunks.
	sed -e 1d -e '$d' new >journal.txt
	git commit -q -a -m comments
	mv new journal.txt
	printf 'y\nn\n' | git add -p journal.txt >/dev/null
	git commit -q -m 'the first part'
	printf 'y\n' | git add -p journal.txt >/dev/null
	capture git commit -q -m 'the second part'
	refused journal.txt:10:1
}

@test "the first commit of a repository is checked, too" {
	mkdir data
	cd data
	echo '2026-11-31 gave @tom map' >journal.txt
	capture set_up
	[ "$status" -ne 0 ]
	refused journal.txt:1:1
	capture git rev-parse -q --verify HEAD
	[ "$status" -ne 0 ]
}

@test "warnings are shown and let it pass, and so is an entry that is there twice" {
	data
	printf '2026-11-10 met @tom\n2026-11-11 met @lenna\n' >>journal.txt
	capture git commit -q -a -m warnings
	[ "$status" -eq 0 ]
	head_is 2
	printf '%s\n' 'journal.txt:2: warning: the same entry is at journal.txt:1: delete one, unless it happened twice' \
		"journal.txt:3:16: warning: no @ line declares @lenna: did you mean @lena?" | same - "$err"
	tidy
}

@test "errors count behind a hundred warnings" {
	data
	awk 'BEGIN { for (i = 0; i < 150; i++) print "2026-11-10 met @tom" } END { print "2026-11-31 gave @tom map" }' </dev/null >>journal.txt
	capture git commit -q -a -m hidden
	[ "$status" -ne 0 ]
	says "$refusal"
}

@test "people and journals are checked together, though only one of them changed" {
	data
	sed 's/@lena/@helena/' people.txt >new && mv new people.txt
	echo '2026-11-11 met @lena' >>journal.txt
	git commit -q -m journal journal.txt
	capture git commit -q -m people people.txt
	[ "$status" -eq 0 ]
	says 'journal.txt:2:16: warning: no @ line declares @lena: add one, with a name'
	# An id declared twice, in two files.
	echo '@tom Thomas' >people-new.txt
	git add people-new.txt
	capture git commit -q -m twice
	[ "$status" -ne 0 ]
	grep -q '^people.txt:1:1: error: a second @tom: the first is at people-new.txt:1' "$err"
}

@test "which files: any folder, blanks and dashes in names, the attribute rc, and not -rc" {
	data
	mkdir -p 'my folder/deep' contacts fixtures
	fault_in() {
		echo '2026-11-31 gave @tom map' >"$1"
		git add -- "$1"
		capture sh .git/hooks/pre-commit
		git rm -q -f --cached -- "$1"
	}
	printf 'contacts/* rc\n-* rc\n"a b" rc\nfixtures/** -rc\n' >>.gitattributes
	git commit -q -a -m attributes
	for name in 'my folder/deep/journal-20 26.txt' 'people ä.txt' contacts/eve 'a b'; do
		fault_in "$name"
		refused "$name:1:1"
	done
	# What would be an option, and what would be standard input, were it given to rc-parse as it is.
	for name in -c.txt -; do
		fault_in "$name"
		refused "./$name:1:1"
	done
	for name in fixtures/journal.txt other.txt journal.md 'my folder/diary.txt'; do
		fault_in "$name"
		[ "$status" -eq 0 ]
		same /dev/null "$err"
	done
}

@test "a name that git can only quote is refused, and not passed over" {
	data
	echo '2026-11-31 gave @tom map' >$'journal\n\033[1m.txt'
	git add .
	capture git commit -q -m name
	[ "$status" -ne 0 ]
	says 'pre-commit: expected names of files without quotes, backslashes and control characters, found'
	says '"journal\n\033[1m.txt"'
	head_is 1
}

@test "a link is named and not followed" {
	data
	echo 'secret' >"$BATS_TEST_TMPDIR/secret"
	ln -s "$BATS_TEST_TMPDIR/secret" people-link.txt
	git add .
	capture git commit -q -m link
	[ "$status" -eq 0 ]
	echo 'pre-commit: not checked, a link or not merged yet: people-link.txt' | same - "$err"
}

@test "files that were renamed or deleted are checked where they are, and not where they were" {
	data
	echo '2026-11-31 gave @tom map' >>journal.txt
	git commit -q -a --no-verify -m fault
	git mv journal.txt journal-2026.txt
	capture git commit -q -m renamed
	refused journal-2026.txt:2:1
	git rm -q -f journal-2026.txt
	capture git commit -q -m deleted
	[ "$status" -eq 0 ]
	git rm -q people.txt
	capture git commit -q -m 'nothing of ours is left'
	[ "$status" -eq 0 ]
	same /dev/null "$err"
}

@test "in a folder below, a worktree, a submodule, and by core.hooksPath, where other repositories are left alone" {
	data
	git worktree add -q ../tree -b tree
	(
		cd ../tree
		echo '2026-11-31 gave @tom map' >>journal.txt
		capture git commit -q -a -m fault
		refused journal.txt:2:1
	)
	mkdir below
	echo '2026-11-31 gave @tom map' >below/journal.txt
	git add below
	(
		cd below
		capture git commit -q -m fault
		[ "$status" -ne 0 ]
		says "below/journal.txt:1:1: error: $fault"
		# By hand, too.
		capture sh "$from/pre-commit"
		[ "$status" -eq 1 ]
		says "below/journal.txt:1:1: error: $fault"
	)
	git reset -q
	cd ..
	mkdir hooks outer
	cp "$from/pre-commit" hooks/
	git config --global core.hooksPath "$BATS_TEST_TMPDIR/hooks"
	cd outer
	git init -q
	echo 'nothing of ours' >README
	git add README
	capture git commit -q -m readme
	[ "$status" -eq 0 ]
	same /dev/null "$err"
	git submodule --quiet add ../data data
	cd data
	git config --unset core.hooksPath || true
	echo '2026-11-31 gave @tom map' >>journal.txt
	capture git commit -q -a -m fault
	refused journal.txt:2:1
}

@test "patterns taken literally by git do not open the gate" {
	data
	echo '2026-11-31 gave @tom map' >>journal.txt
	capture git --literal-pathspecs commit -q -m fault journal.txt
	refused journal.txt:2:1
	capture env GIT_NOGLOB_PATHSPECS=1 git commit -q -a -m fault
	refused journal.txt:2:1
}

@test "a repository beside its work tree, as for the files of a home" {
	data
	mv .git ../data.git
	git --git-dir=../data.git config core.worktree "$PWD"
	echo '2026-11-31 gave @tom map' >>journal.txt
	capture git --git-dir=../data.git --work-tree=. commit -q -a -m fault
	[ "$status" -ne 0 ]
	printf 'journal.txt:2:1: error: %s\n%s\n' "$fault" "$refusal" | same - "$err"
	[ -z "$(find ../data.git -name 'rc-check.*')" ]
}

@test "every shell here runs the hook and the merge driver alike" {
	data
	echo '2026-11-31 gave @tom map' >>journal.txt
	git add .
	echo a >base
	echo c >theirs
	for shell in sh dash 'busybox sh' 'bash --posix' ksh mksh zsh; do
		command -v "${shell%% *}" >/dev/null || continue
		# shellcheck disable=SC2086 # two words may be meant
		capture $shell "$from/pre-commit"
		refused journal.txt:2:1
		echo b >ours
		# shellcheck disable=SC2086
		capture $shell "$from/rc-merge" --diff3 base ours theirs 'a journal.txt' 7
		[ "$status" -eq 1 ]
		printf '<<<<<<< ours\nb\n||||||| before\na\n=======\nc\n>>>>>>> theirs\n' | same - ours
	done
	tidy
}

@test "without rc-parse, nothing is committed" {
	data
	echo '# a comment' >>journal.txt
	local system
	system=$(dirname "$(command -v git)"):/usr/bin:/bin
	[ -z "$(env PATH="$system" sh -c 'command -v rc-parse')" ] || skip 'rc-parse is among the programs of the system here'
	capture env PATH="$system" git commit -q -a -m comment
	[ "$status" -ne 0 ]
	grep -q '^pre-commit: rc-parse is not on the PATH of git: /' "$err"
	head_is 1
}

@test "another hook can call this one" {
	data
	printf '#!/bin/sh\nsh %s || exit\necho after >&2\n' "'$from/pre-commit'" >.git/hooks/pre-commit
	echo '2026-11-31 gave @tom map' >>journal.txt
	capture git commit -q -a -m fault
	refused journal.txt:2:1
	echo '2026-11-11 gave @tom map' >journal.txt
	capture git commit -q -a -m good
	echo after | same - "$err"
}

@test "the staged text lies where only its owner can read it, and is gone after a signal" {
	data
	# One that looks at where it is, and then has its caller stopped.
	mkdir "$BATS_TEST_TMPDIR/odd"
	cat >"$BATS_TEST_TMPDIR/odd/rc-parse" <<-'EOS'
		#!/bin/sh
		ls -ld "$PWD"
		ls -l
		kill "-$SIGNAL" "$PPID"
	EOS
	chmod 755 "$BATS_TEST_TMPDIR/odd/rc-parse"
	umask 000
	for signal in HUP=129 INT=130 TERM=143; do
		# What was ignored before, as nohup has it, no shell can trap.
		[[ $(trap -p "${signal%=*}") != *" '' "* ]] || continue
		capture env SIGNAL="${signal%=*}" PATH="$BATS_TEST_TMPDIR/odd:$PATH" sh "$from/pre-commit"
		[ "$status" -eq "${signal#*=}" ]
		grep -q '^drwx------ .*/\.git/rc-check\.' "$out"
		grep -q '^-rw------- .*journal.txt$' "$out"
		tidy
	done
}

@test "it is checked as it would lie in the work tree: ends of lines and encodings" {
	data
	printf '2026-11-11 gave @tom map\r\n' >journal.txt
	git commit -q -a -m crlf
	echo 'people*.txt working-tree-encoding=UTF-16LE' >>.gitattributes
	printf '@t\303\266m T\303\266m\n' | iconv -f UTF-8 -t UTF-16LE >people.txt
	capture git commit -q -a -m utf-16
	[ "$status" -ne 0 ]
	says 'people.txt:1:2: error: expected text, found the control character U+0000: delete it'
}

# --- merges -------------------------------------------------------------------------------------------------------------

# diverge FILE HERE THERE: a text is added to the file here and another there (as printf writes them), both are committed, and
# what is here is pulled there.
diverge() {
	# shellcheck disable=SC2059 # they are formats
	printf "$2" >>"../here/$1"
	git -C ../here commit -q -a -m here
	# shellcheck disable=SC2059
	printf "$3" >>"$1"
	git commit -q -a -m there
	pulls
}

@test "two journals: both sides' lines, without a marker, and nothing to complain of" {
	two
	diverge journal.txt '2026-11-11 gave @tom map\n' '2026-11-11 @lena gave book\n'
	[ "$status" -eq 0 ]
	same /dev/null "$err"
	printf '%s\n' '2026-11-10 met @tom' '2026-11-11 @lena gave book' '2026-11-11 gave @tom map' | same - journal.txt
	rc-parse -c people.txt journal.txt
	git diff --quiet HEAD
	tidy
}

@test "the same line on both sides: once at the same place, twice elsewhere, and that is a warning" {
	two
	diverge journal.txt '2026-11-11 gave @tom map\n2026-11-12 met @tom\n' '2026-11-11 gave @tom map\n2026-11-12 met @lena\n'
	[ "$status" -eq 0 ]
	[ "$(grep -c 'gave @tom map' journal.txt)" -eq 1 ]
	[ "$(wc -l <journal.txt)" -eq 4 ]
	# In another order, and with a conflict style.
	git reset -q --hard HEAD^
	printf '2026-11-10 met @tom\n2026-11-12 met @lena\n2026-11-11 gave @tom map\n' >journal.txt
	git commit -q -a -m 'there, in another order'
	pulls
	[ "$status" -eq 0 ]
	[ "$(grep -c 'gave @tom map' journal.txt)" -eq 2 ]
	echo 'journal.txt:4: warning: the same entry is at journal.txt:3: delete one, unless it happened twice' | same - "$err"
	rc-parse -c people.txt journal.txt
	git reset -q --hard HEAD^
	printf '2026-11-10 met @tom\n2026-11-11 gave @tom map\n2026-11-12 met @lena\n' >journal.txt
	git commit -q -a -m 'there, in the first order'
	git config merge.conflictStyle diff3
	pulls
	[ "$(grep -c 'gave @tom map' journal.txt)" -eq 2 ]
}

@test "an id renamed on one side: the other side's new lines have the old one, which is a warning" {
	two
	cd ../here
	sed 's/@tom/@bob/' people.txt >new && mv new people.txt
	printf '2026-11-10 met @bob\n2026-11-10 called @lena\n2026-11-10 @lena wrote\n' >journal.txt
	git commit -q -a -m 'bob, and more lines'
	cd ../there
	pulls
	sed 's/@bob/@robert/' ../here/people.txt >people.txt
	sed 's/@bob/@robert/' ../here/journal.txt >journal.txt
	git commit -q -a -m 'renamed there'
	echo '2026-11-12 met @bob' >>../here/journal.txt
	git -C ../here commit -q -a -m 'an entry here'
	pulls
	[ "$status" -eq 0 ]
	recipe MERGES 'no @ line declares' | same - "$err"
	capture rc-parse -c people.txt journal.txt
	[ "$status" -eq 1 ]
	# Where the lines are next to each other, the changed one stands there in both forms.
	git reset -q --hard HEAD^
	git -C ../here reset -q --hard HEAD^
	sed 's/@lena/@helena/' ../here/people.txt >../here/new && mv ../here/new ../here/people.txt
	sed 's/@lena/@helena/' ../here/journal.txt >../here/new && mv ../here/new ../here/journal.txt
	git -C ../here commit -q -a -m 'renamed here'
	git reset -q --hard HEAD^
	echo '2026-11-13 met @bob' >>journal.txt
	git commit -q -a -m 'an entry there'
	pulls
	[ "$status" -eq 0 ]
	[ "$(grep -c 'called' journal.txt)" -eq 2 ]
	says 'journal.txt:2:19: warning: no @ line declares @lena: add one, with a name'
}

@test "people: both add somebody at the end, and the stanzas stay whole between the markers" {
	two
	diverge people.txt '\n@eve Eve\n  email: eve@example.org\n  tier: B\n' '\n@ada Ada\n  email: ada@example.org\n  tier: B\n'
	[ "$status" -ne 0 ]
	{
		printf '@tom Tom\n  tier: A\n\n@lena Lena\n  tier: B\n<<<<<<< ours\n\n@ada Ada\n  email: ada@example.org\n  tier: B\n'
		printf '||||||| before\n=======\n\n@eve Eve\n  email: eve@example.org\n  tier: B\n>>>>>>> theirs\n'
	} | same - people.txt
	# The markers are errors, and staging them does not help.
	git add people.txt
	capture git commit -q -m 'as it is'
	[ "$status" -ne 0 ]
	says "people.txt:6:1: error: unresolved merge conflict: keep the lines that are right, delete '<<<<<<<'"
	says "$refusal"
	# Without the markers it is right: both are there, with all of theirs.
	grep -v '^[<|=>]' people.txt >new && mv new people.txt
	git add people.txt
	git commit -q -m both
	[ "$(rc-parse people.txt | awk -F '\t' '$5 == "tier" { print $3, $6 }' | sort | tr '\n' ,)" = 'ada B,eve B,lena B,tom A,' ]
	git diff --quiet HEAD
}

@test "people: what union and git by itself would do to two stanzas, as the page shows it" {
	for how in union text; do
		data
		sed "s/^people.*/people*.txt merge=$how/" .gitattributes >new && mv new .gitattributes
		printf '@tom Tom\n  tier: A\n\n' >people.txt
		git commit -q -a -m "$how"
		git checkout -q -b theirs
		recipe MERGES 'ada@example.org            email' >"$BATS_TEST_TMPDIR/sides"
		cut -c 35- "$BATS_TEST_TMPDIR/sides" >>people.txt
		git commit -q -a -m eve
		git checkout -q main
		cut -c -34 "$BATS_TEST_TMPDIR/sides" | sed 's/ *$//' >>people.txt
		git commit -q -a -m ada
		capture git merge -q --no-edit theirs
		sed '1,/^$/d' people.txt >"$BATS_TEST_TMPDIR/$how"
		cd ..
		rm -rf data
	done
	recipe MERGES 'ada@example.org
@eve' | same - "$BATS_TEST_TMPDIR/union"
	recipe MERGES '<<<<<<< HEAD' | same - "$BATS_TEST_TMPDIR/text"
	# Nobody complains of the loss.
	rc-parse -c "$BATS_TEST_TMPDIR/union"
	[ "$(rc-parse "$BATS_TEST_TMPDIR/union" | awk -F '\t' '$5 == "tier" { print $3 }')" = eve ]
}

@test "people: different stanzas merge by themselves; one key changed on both sides does not" {
	two
	sed 's/tier: A/tier: C/' ../here/people.txt >../here/new && mv ../here/new ../here/people.txt
	git -C ../here commit -q -a -m here
	echo '  email: lena@example.org' >>people.txt
	git commit -q -a -m there
	pulls
	[ "$status" -eq 0 ]
	grep -q 'tier: C' people.txt
	grep -q 'email: lena' people.txt
	git reset -q --hard HEAD^
	sed 's/tier: A/tier: B/' people.txt >new && mv new people.txt
	git commit -q -a -m 'there, too'
	pulls
	[ "$status" -ne 0 ]
	# All lines kept: the second value is an error.
	grep -v '^[<|=>]' people.txt >new && mv new people.txt
	git add people.txt
	capture git commit -q -m both
	[ "$status" -ne 0 ]
	grep -q "^people.txt:3:3: error: expected one 'tier' of a person, found a second; the first is at people.txt:2" "$err"
}

@test "a merge without conflict whose result is wrong is stopped before its commit" {
	two
	printf '@eve Eve\n' >people-more.txt
	git add .
	git commit -q -m 'eve in another file'
	printf '\n@eve Eve\n' >>../here/people.txt
	git -C ../here commit -q -a -m eve
	pulls
	[ "$status" -ne 0 ]
	grep -q '^people.txt:7:1: error: a second @eve: the first is at people-more.txt:1' "$err"
	says 'pre-merge-commit: the merge waits for you: correct these lines, git add them, git commit'
	head_is 2
	: >people-more.txt
	git add .
	git commit -q --no-edit
	[ "$(git rev-list --parents -n 1 HEAD | wc -w)" -eq 3 ]
}

@test "after a rebase, errors are shown, and after an amended commit nothing is said twice" {
	two
	printf '@eve Eve\n' >people-more.txt
	git add .
	git commit -q -m 'eve in another file'
	printf '\n@eve Eve\n' >>../here/people.txt
	git -C ../here commit -q -a -m eve
	capture git pull -q --rebase
	grep -q '^people.txt:7:1: error: a second @eve: the first is at people-more.txt:1' "$err"
	says 'post-rewrite: the new commits hold these errors: correct them now, and commit that'
	: >people-more.txt
	echo '2026-11-11 met @lenna' >>journal.txt
	capture git commit -q -a --amend --no-edit
	[ "$status" -eq 0 ]
	[ "$(grep -c warning "$err")" -eq 1 ]
}

# --- differences --------------------------------------------------------------------------------------------------------

@test "a hunk names the person whose field has changed, or the directive" {
	data
	{
		echo 'tier A every 5w'
		printf '# %s\n' 1 2 3 4 5 6 7
		cat people.txt
		printf '  topic: %s\n' 1 2 3 4 5 6
	} >new
	mv new people.txt
	git commit -q -a -m more
	sed -e 's/topic: 6/topic: six/' -e 's/# 6/# six/' people.txt >new && mv new people.txt
	git diff -U1 | sed -n 's/^@@ .* @@ //p' >"$BATS_TEST_TMPDIR/heads"
	printf 'tier A every 5w\n@lena Lena\n' | same - "$BATS_TEST_TMPDIR/heads"
	git checkout -q people.txt
	# All that happened to one person.
	sed 's/tier: B/tier: A/' people.txt >new && mv new people.txt
	git commit -q -a -m 'lena comes closer'
	sed 's/# 6/# six/' people.txt >new && mv new people.txt
	git commit -q -a -m 'a comment'
	git log -s --format=%s -L :@lena:people.txt >"$BATS_TEST_TMPDIR/log"
	grep -qx 'lena comes closer' "$BATS_TEST_TMPDIR/log"
	[ "$(grep -c 'a comment' "$BATS_TEST_TMPDIR/log")" -eq 0 ]
}

# --- git-crypt ----------------------------------------------------------------------------------------------------------

@test "git-crypt: the journals of both sides, merged in plain text and kept encrypted" {
	encrypted
	diverge journal.txt '2026-11-11 gave @tom map\n' '2026-11-11 @lena gave book\n'
	[ "$status" -eq 0 ]
	same /dev/null "$err"
	printf '%s\n' '2026-11-10 met @tom' '2026-11-11 @lena gave book' '2026-11-11 gave @tom map' | same - journal.txt
	for file in journal.txt people.txt; do
		[ "$(git cat-file blob "HEAD:$file" | head -c 9 | tr -d '\000')" = GITCRYPT ]
	done
	git diff --quiet HEAD
	tidy
	# And from scratch, with nothing but the key.
	cd ..
	git clone -q there third
	cd third
	git-crypt unlock ../key
	same ../there/journal.txt journal.txt
}

@test "git-crypt: people in conflict have their markers, in plain text, and the hook reads what is encrypted" {
	encrypted
	diverge people.txt '\n@eve Eve\n  tier: B\n' '\n@ada Ada\n  tier: B\n'
	[ "$status" -ne 0 ]
	printf '@lena Lena\n  tier: B\n<<<<<<< ours\n\n@ada Ada\n  tier: B\n||||||| before\n=======\n\n@eve Eve\n  tier: B\n>>>>>>> theirs\n' |
		same - <(sed 1,3d people.txt)
	git show --textconv :3:people.txt | same ../here/people.txt -
	git add people.txt
	capture git commit -q -m 'as it is'
	[ "$status" -ne 0 ]
	says "people.txt:6:1: error: unresolved merge conflict: keep the lines that are right, delete '<<<<<<<'"
	grep -v '^[<|=>]' people.txt >new && mv new people.txt
	git add people.txt
	git commit -q -m both
	[ "$(git cat-file blob HEAD:people.txt | head -c 9 | tr -d '\000')" = GITCRYPT ]
	git diff -U0 HEAD^1 | grep -q '^@@ .* @@ @ada Ada$'
	tidy
}

@test "git-crypt: with merge=union, git keeps one side and no marker" {
	encrypted
	sed 's/rc-journal-filter/union/' .gitattributes >new && mv new .gitattributes
	git commit -q -a -m union
	diverge journal.txt '2026-11-11 gave @tom map\n' '2026-11-11 @lena gave book\n'
	[ "$status" -ne 0 ]
	[ "$(git status --porcelain journal.txt)" = 'UU journal.txt' ]
	printf '%s\n' '2026-11-10 met @tom' '2026-11-11 @lena gave book' | same - journal.txt
}

@test "git-crypt: the attribute text destroys what is encrypted, and the hook refuses that" {
	encrypted
	printf 'journal*.txt filter=git-crypt text eol=lf\n' >.gitattributes
	# Whether there is a CR LF among the encrypted bytes is chance: in this many it is next to certain, and the key is new each time.
	awk 'BEGIN { for (i = 0; i < 40000; i++) print "2026-11-10 met @tom: number", i }' >journal.txt
	git add . 2>/dev/null
	capture git commit -q -m destroyed
	[ "$status" -ne 0 ]
	recipe GIT-CRYPT tampered | same - <(head -n 1 "$err")
	says 'pre-commit: git cannot write out what is staged'
	tidy
}

@test "git-crypt: a clone that is locked is refused by the hook, and rc-merge fails there and changes nothing" {
	encrypted
	cd ..
	git clone -q there locked
	cd locked
	settings
	echo note >README
	git add README
	capture git commit -q -m readme
	[ "$status" -ne 0 ]
	grep -q '^journal.txt:1:1: error: expected text, found the control character U+0000' "$err"
	for side in base ours theirs; do git cat-file blob HEAD:journal.txt >$side; done
	echo more >>theirs
	echo other >>ours
	cp ours before
	capture sh "$from/rc-merge" --union base ours theirs journal.txt 7
	[ "$status" -eq 129 ]
	says 'rc-merge: cannot merge journal.txt'
	same before ours
	tidy
}

@test "rc-merge takes six arguments and no fewer, and merges files without a filter, too" {
	data
	capture sh "$from/rc-merge" --union base ours theirs
	[ "$status" -eq 129 ]
	says 'rc-merge: expected --union or --diff3, BASE, OURS, THEIRS, PATH and SIZE; see rc-git(7)'
	# What both sides have is there once, whatever style the user likes.
	echo a >base
	printf 'a\nb\nx\n' >ours
	printf 'a\nc\nx\n' >theirs
	cp ours o
	git config merge.conflictStyle diff3
	sh "$from/rc-merge" --union base o theirs 'my journal.txt' 7
	printf 'a\nb\nc\nx\n' | same - o
	printf 'a\nb\n' >ours
	printf 'a\nc\n' >theirs
	cp ours o
	capture sh "$from/rc-merge" --diff3 base o theirs 'my people.txt' 9
	[ "$status" -eq 1 ]
	printf 'a\n<<<<<<<<< ours\nb\n||||||||| before\n=========\nc\n>>>>>>>>> theirs\n' | same - o
	tidy
}

# --- age and gpg --------------------------------------------------------------------------------------------------------

# aged: people.txt, and a journal that is there encrypted only, with the key that the page's recipes take.
aged() {
	needs age
	needs age-keygen
	data
	export RC_AGE_KEY=$HOME/key.txt XDG_RUNTIME_DIR=$BATS_TEST_TMPDIR/run RC_TODAY=2026-11-18
	mkdir "$XDG_RUNTIME_DIR"
	age-keygen -o "$RC_AGE_KEY" 2>/dev/null
	age -r "$(age-keygen -y "$RC_AGE_KEY")" -o journal.txt.age journal.txt
	git rm -q --cached journal.txt
	rm journal.txt
	git add .
	git commit -q -m encrypted
}

@test "age: read through a pipe, written in memory, and compared as text" {
	aged
	recipe 'AGE AND GPG' '| rc-due' | sed -n '/^age/s/| rc-due/| rc-due -d 2026-11-18/p' >pipe
	echo '2026-11-10 met @tom' | rc-parse people.txt - | rc-due -d 2026-11-18 >wanted
	[ "$(wc -l <wanted)" -gt 1 ]
	sh -eu pipe | same wanted -
	recipe 'AGE AND GPG' rc-log >writing
	capture sh -eu writing
	echo 'added: 2026-11-18 met @tom 30m: lunch' | same - "$out"
	printf '2026-11-10 met @tom\n2026-11-18 met @tom 30m: lunch\n' | same - <(age -d -i "$RC_AGE_KEY" journal.txt.age)
	[ -z "$(ls "$XDG_RUNTIME_DIR")" ]
	git diff journal.txt.age | grep -qx -- '+2026-11-18 met @tom 30m: lunch'
	# A line that rc-log refuses leaves the journal as it was.
	cp journal.txt.age before
	sed 's/met @tom/gvae @tom/' writing >refused
	capture sh refused
	same before journal.txt.age
	[ -z "$(ls "$XDG_RUNTIME_DIR")" ]
}

@test "age: a journal in conflict, merged by the recipe" {
	aged
	write() {
		age -d -i "$RC_AGE_KEY" journal.txt.age >"$XDG_RUNTIME_DIR/j"
		echo "$1" >>"$XDG_RUNTIME_DIR/j"
		age -r "$(age-keygen -y "$RC_AGE_KEY")" -o journal.txt.age "$XDG_RUNTIME_DIR/j"
		rm "$XDG_RUNTIME_DIR/j"
		git commit -q -a -m "$1"
	}
	git checkout -q -b theirs
	write '2026-11-11 gave @tom map'
	git checkout -q main
	write '2026-11-11 @lena gave book'
	capture git merge -q theirs
	[ "$status" -ne 0 ]
	recipe 'AGE AND GPG' 'merge-file' >merge
	# With another key nothing is lost.
	cp journal.txt.age before
	age-keygen -o "$HOME/other" 2>/dev/null
	capture env RC_AGE_KEY="$HOME/other" sh merge
	same before journal.txt.age
	sh -u merge
	git commit -q -m merged
	printf '%s\n' '2026-11-10 met @tom' '2026-11-11 @lena gave book' '2026-11-11 gave @tom map' |
		same - <(age -d -i "$RC_AGE_KEY" journal.txt.age)
	[ -z "$(ls "$XDG_RUNTIME_DIR")" ]
}

@test "gpg: read through a pipe, compared as text, and encrypted again" {
	needs gpg
	needs gpgconf
	data
	export GNUPGHOME=$BATS_TEST_TMPDIR/gnupg
	mkdir -m 700 "$GNUPGHOME"
	gpg --batch --quiet --passphrase '' --pinentry-mode loopback --quick-generate-key robin@example.org future-default 2>/dev/null
	gpg -q -e --default-recipient-self -o journal.txt.gpg journal.txt
	git rm -q --cached journal.txt
	git add journal.txt.gpg
	git commit -q -m encrypted
	rc-parse people.txt - <journal.txt | rc-due -d 2026-11-18 >"$BATS_TEST_TMPDIR/wanted"
	rm journal.txt
	recipe 'AGE AND GPG' '| rc-due' | sed -n '/^gpg/s/| rc-due/| rc-due -d 2026-11-18/p' >pipe
	sh -eu pipe | same "$BATS_TEST_TMPDIR/wanted" -
	[ "$(wc -l <"$BATS_TEST_TMPDIR/wanted")" -gt 1 ]
	{ gpg -q -d journal.txt.gpg; echo '2026-11-18 met @lena'; } | gpg -q -e --default-recipient-self -o new
	mv new journal.txt.gpg
	git diff journal.txt.gpg | grep -qx -- '+2026-11-18 met @lena'
}

# --- Syncthing ----------------------------------------------------------------------------------------------------------

copy=journal.sync-conflict-20261121-101010-ABCDEFG.txt

# synced: a folder as Syncthing leaves it when both sides wrote: comments, a common line in another place, a repeat.
synced() {
	mkdir synced
	cd synced || return 1
	printf '@tom Tom\n@lena Lena\n' >people.txt
	printf '%s\n' '# before' '2026-11-10 met @tom' >common
	{ cat common; printf '%s\n' '2026-11-20 asked @tom map' '2026-11-20 @tom gave map' '2026-11-21 met @lena'; } >journal.txt
	{ cat common; printf '%s\n' '# from the telephone' '2026-11-20 called @lena' '2026-11-21 met @lena'; } >"$copy"
}

@test "Syncthing: the copy counts everything twice until it is merged" {
	synced
	capture rc-parse -c people.txt journal*.txt
	[ "$status" -eq 0 ]
	[ "$(grep -c 'warning: the same entry is at journal' "$err")" -eq 2 ]
	[ "$(rc-parse -H journal*.txt | wc -l)" -eq 7 ]
	cp people.txt people.sync-conflict-20261121-101010-ABCDEFG.txt
	capture rc-parse -c people*.txt
	[ "$(grep -c 'error: a second @' "$err")" -eq 2 ]
}

@test "Syncthing: the recipe keeps every line of both, comments too, in the order of each" {
	for style in merge diff3 zdiff3; do
		synced
		git config --global merge.conflictStyle "$style"
		{ recipe SYNCTHING 'copy=journal'; recipe SYNCTHING 'rm "$copy"'; } >"$BATS_TEST_TMPDIR/merge"
		capture sh -u "$BATS_TEST_TMPDIR/merge"
		[ "$status" -eq 0 ]
		same /dev/null "$err"
		{
			cat common
			printf '%s\n' '2026-11-20 asked @tom map' '2026-11-20 @tom gave map' '# from the telephone' '2026-11-20 called @lena' \
				'2026-11-21 met @lena'
		} | same - journal.txt
		printf '%s\n' '4a5,6' '> # from the telephone' '> 2026-11-20 called @lena' | same - "$out"
		[ ! -e "$copy" ]
		cd ..
		rm -r synced
	done
}

@test "Syncthing: the last commit in the place of /dev/null would lose lines" {
	synced
	cp journal.txt base
	git merge-file -p --union journal.txt base "$copy" >merged
	[ "$(grep -c 'gave map' merged)" -eq 0 ]
}

@test "Syncthing: people keep a marker at each difference" {
	synced
	copy=people.sync-conflict-20261121-101010-ABCDEFG.txt
	printf '@tom Tom\n  tier: A\n@lena Lena\n' >people.txt
	printf '@tom Tom\n  tier: B\n@lena Lena\n' >"$copy"
	git config --global merge.conflictStyle diff3
	recipe SYNCTHING 'people.txt /dev/null' | sed '/rc-parse/,$d' >"$BATS_TEST_TMPDIR/merge"
	capture env copy="$copy" sh -u "$BATS_TEST_TMPDIR/merge"
	printf '@tom Tom\n<<<<<<< people.txt\n  tier: A\n=======\n  tier: B\n>>>>>>> %s\n@lena Lena\n' "$copy" | same - people.txt
	capture rc-parse -c people.txt
	[ "$(grep -c 'unresolved merge conflict' "$err")" -eq 3 ]
}
