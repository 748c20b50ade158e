#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-draft: drafts with manners. What must hold of them stands in draft/: rules (manners.rules), tables of small cases
# (*.cases), and blocks of rows, templates and drafts (*.blocks): a case more is a line or a block more there.

# shellcheck disable=SC2154 # what is loaded sets err, out, status, draft, drafts and mbox
load helper
load draft/show

# Rows that many tests use: $made those for every template, $keyed those for what -k names, $odd those with any bytes, $year those
# of a year that was lived.
setup_file() {
	export made=$BATS_FILE_TMPDIR/made keyed=$BATS_FILE_TMPDIR/keyed odd=$BATS_FILE_TMPDIR/odd year=$BATS_FILE_TMPDIR/year
	made_rows >"$made" &
	made_for_keys >"$keyed" &
	fuzz_rows 2000 >"$odd" &
	BATS_TEST_TMPDIR=$BATS_FILE_TMPDIR "$draft/live-a-year" "$draft/year" 2026-01-01 >"$year"
	wait
	[ -s "$made" ] && [ -s "$keyed" ] && [ -s "$odd" ] && [ -s "$year" ]
}

# In all tests a pipe fails where one of its commands does.
setup() { set -o pipefail; }

# ---- manners

# mannerly LANGUAGE: its drafts of all rows that are made keep the rules.
mannerly() {
	named_drafts "$1" "$made" -f 'Marksender <mark@example.org>' >"$BATS_TEST_TMPDIR/drafts"
	judge "$1" "$made" "$BATS_TEST_TMPDIR/drafts" -v named=me
}

@test "the built-in drafts keep the rules of manners, whoever gets them, when, and with which fields" {
	mannerly en
}

@test "the German ones keep them, too" {
	mannerly de
}

@test "so do those that -k names, in both languages" {
	for language in "${languages[@]}"; do
		for key in "${keys[@]}"; do
			made_for "$key" "$keyed" >"$BATS_TEST_TMPDIR/rows"
			named_drafts "$language" "$BATS_TEST_TMPDIR/rows" -k "$key" -f Marksender >"$BATS_TEST_TMPDIR/drafts.named"
			judge "$language" "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/drafts.named" -v named=me
		done
	done
}

@test "each rule of manners can be broken, and each old slip breaks one" {
	# What must never be said: there is a draft that says it.
	for language in "${languages[@]}"; do
		bad_drafts "$draft/bad-manners.$language.cases"
		rules_of "$language" | grep -v -e ' | always | ' -e '^#' >"$BATS_TEST_TMPDIR/rules"
		awk -v rules=2 -f "$draft/manners.awk" "$BATS_TEST_TMPDIR/rules" "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/drafts" >"$BATS_TEST_TMPDIR/said"
		grep ' | ' "$BATS_TEST_TMPDIR/said" >>"$BATS_TEST_TMPDIR/never"
		grep ': breaks no rule: ' "$BATS_TEST_TMPDIR/said" >>"$BATS_TEST_TMPDIR/good" || :
		grep ' | ' "$BATS_TEST_TMPDIR/rules" >>"$BATS_TEST_TMPDIR/wanted"
	done
	same /dev/null "$BATS_TEST_TMPDIR/good"
	same <(sort -u "$BATS_TEST_TMPDIR/wanted") <(sort -u "$BATS_TEST_TMPDIR/never")

	# What must always be said: a draft that says nothing breaks it.
	: >"$BATS_TEST_TMPDIR/always"
	: >"$BATS_TEST_TMPDIR/wanted"
	cat "$made" "$keyed" >"$BATS_TEST_TMPDIR/rows"
	for language in "${languages[@]}"; do
		names_as_templates "$language" >"$BATS_TEST_TMPDIR/names"
		on_the_day -H -t "$BATS_TEST_TMPDIR/names" "$BATS_TEST_TMPDIR/rows" 2>/dev/null | cut -f 6 | paste "$BATS_TEST_TMPDIR/rows" - |
			awk -F '\t' -v OFS='\t' '{ print $3, $4, $7, "", "", "", "", 0, $23, $5 == "Marktier" ? $24 : $5 }' >"$BATS_TEST_TMPDIR/silent"
		rules_of "$language" | grep -e ' | always | ' -e '^[a-z]* = ' >"$BATS_TEST_TMPDIR/rules"
		awk -v rules=1 -v named=me -f "$draft/manners.awk" "$BATS_TEST_TMPDIR/rules" "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/silent" |
			grep ' | ' >>"$BATS_TEST_TMPDIR/always"
		grep ' | ' "$BATS_TEST_TMPDIR/rules" >>"$BATS_TEST_TMPDIR/wanted"
	done
	same <(sort -u "$BATS_TEST_TMPDIR/wanted") <(sort -u "$BATS_TEST_TMPDIR/always")
}

@test "the made rows reach every section of both languages" {
	for language in "${languages[@]}"; do
		names_as_templates "$language" >"$BATS_TEST_TMPDIR/t"
		{
			on_the_day -H -t "$BATS_TEST_TMPDIR/t" "$made" 2>/dev/null | cut -f 6
			for key in "${keys[@]}"; do made_for "$key" "$keyed" | on_the_day -H -t "$BATS_TEST_TMPDIR/t" -k "$key" | cut -f 6; done
		} | sort -u >"$BATS_TEST_TMPDIR/found"
		same <(sections_of "$language" | sort) "$BATS_TEST_TMPDIR/found"
	done
}

@test "what can be said in English can be said in German: it has each section, and perhaps more" {
	comm -23 <(sections_of en | sort) <(sections_of de | sort) >"$BATS_TEST_TMPDIR/missing"
	same /dev/null "$BATS_TEST_TMPDIR/missing"
}

@test "there are words enough for turns, and no two sections for one person share a subject or a body" {
	for language in "${languages[@]}"; do
		text_of "$language" | awk -f "$draft/variants.awk" >"$BATS_TEST_TMPDIR/wrong"
		same /dev/null "$BATS_TEST_TMPDIR/wrong"
	done
}

@test "in a year no two drafts to one person are alike, in subject or in body" {
	[ "$(grep -c . "$year")" -gt 30 ]
	for language in "${languages[@]}"; do
		on_the_day -H -t "$(templates_of "$language")" "$year" | awk -F '\t' '
			{
				for (i = 1; i <= n[$1]; i++) {
					if (subject[$1, i] == $6) print "@" $1 ", " $3 " as " reason[$1, i] ", subject: " $6
					if (body[$1, i] == $7) print "@" $1 ", " $3 " as " reason[$1, i] ", body: " $7
				}
				n[$1]++
				reason[$1, i] = $3
				subject[$1, i] = $6
				body[$1, i] = $7
			}' >"$BATS_TEST_TMPDIR/alike"
		same /dev/null "$BATS_TEST_TMPDIR/alike"
	done
}

@test "an anniversary tells in its gap alone how many years it is, and in condolence nowhere" {
	rows >"$BATS_TEST_TMPDIR/rows" <<-'EOF'
		reason=anniversary; object=12; text=the wedding; out=0
		reason=anniversary; object=12; text=the wedding; out=1
		reason=anniversary; object=12; text=the funeral; out=0
		reason=anniversary; object=12; text=the funeral; out=1
	EOF
	on_the_day -H "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/drafts"
	grep -c 12 "$BATS_TEST_TMPDIR/drafts" >"$BATS_TEST_TMPDIR/told"
	sed 's/\[\[[^]]*\]\]/_/g' "$BATS_TEST_TMPDIR/drafts" | cut -f 6,7 | grep -c 12 >>"$BATS_TEST_TMPDIR/told" || :
	same <(printf '%d\n' 2 0) "$BATS_TEST_TMPDIR/told"
}

@test "drafts of some reasons, to the letter, in both languages" {
	"$draft/run-blocks" "$draft/drafts.blocks"
}

@test "a draft claims nothing that its row does not hold" {
	inputs "$draft/facts.cases" | rows >"$BATS_TEST_TMPDIR/rows"
	on_the_day -H "$BATS_TEST_TMPDIR/rows" | sed 's/\[\[[^]]*\]\]/_/g' | tr '[:upper:]' '[:lower:]' >"$BATS_TEST_TMPDIR/drafts"
	awk -F ' +[|] ' 'NR == FNR { said[FNR] = $0; next }
		!/^(#|$)/ { if (index(said[++n], $2)) print $1 ": " $2; else if (said[n] == "") print $1 ": no draft" }' \
		"$BATS_TEST_TMPDIR/drafts" "$draft/facts.cases" >"$BATS_TEST_TMPDIR/wrong"
	same /dev/null "$BATS_TEST_TMPDIR/wrong"
}

# ---- rows from life

@test "what rc-due says of good news, of what they owe, and of a last nudge finds its words" {
	life "$draft" | cat - "$year" >"$BATS_TEST_TMPDIR/rows"
	named_drafts en "$BATS_TEST_TMPDIR/rows" 2>"$BATS_TEST_TMPDIR/err" | cut -f 10 | sed 's/[.].*//' |
		grep -x -e congratulate -e owed -e waiting -e waiting-last -e owed-last | sort -u >"$BATS_TEST_TMPDIR/found"
	same <(printf '%s\n' congratulate owed owed-last waiting waiting-last) "$BATS_TEST_TMPDIR/found"
}

@test "every reason of rc-due gives a draft that keeps the rules, for active and for guarded people" {
	life "$draft" >"$BATS_TEST_TMPDIR/rows"
	cut -f 6,7 "$BATS_TEST_TMPDIR/rows" | LC_ALL=C sort -u | tr '\t' ' ' >"$BATS_TEST_TMPDIR/found"
	{
		for reason in promise answer reply thanks gracious birthday anniversary news aftercare luck follow outcome season meeting waiting ask ask-soft hold \
			give checkin drift reconnect; do
			echo "active $reason"
		done
		for reason in promise answer reply thanks gracious document meeting waiting ask-soft hold checkin; do
			echo "guarded $reason"
		done
	} | LC_ALL=C sort >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
	for language in "${languages[@]}"; do
		named_drafts "$language" "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/drafts" 2>"$BATS_TEST_TMPDIR/err"
		judge "$language" "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/drafts" -v real=1
	done
}

@test "what others said, notes and news stand in gaps alone; nothing of a wish stands anywhere" {
	life "$draft" | on_the_day -H >"$BATS_TEST_TMPDIR/drafts" 2>"$BATS_TEST_TMPDIR/err"
	sed 's/\[\[[^]]*\]\]/_/g' "$BATS_TEST_TMPDIR/drafts" | cut -f 6,7 >"$BATS_TEST_TMPDIR/plain"
	grep -c Secret "$BATS_TEST_TMPDIR/drafts" >"$BATS_TEST_TMPDIR/count"
	[ "$(cat "$BATS_TEST_TMPDIR/count")" -gt 15 ]
	run -1 grep Secret "$BATS_TEST_TMPDIR/plain"
	grep "$(printf '\thold\t')" "$BATS_TEST_TMPDIR/drafts" | cut -f 6,7 >"$BATS_TEST_TMPDIR/holds"
	[ -s "$BATS_TEST_TMPDIR/holds" ]
	run -1 grep -e Secret -e loan -e reference -e statement "$BATS_TEST_TMPDIR/holds"
	# What I promised and want might stand for itself, but may be an aside: it stands in gaps as well.
	for aside in 'both halves of it' 'one line to the board' 'a look at the second half'; do
		grep -q "\[\[[^]]*${aside}[^]]*\]\]" "$BATS_TEST_TMPDIR/drafts"
		run -1 grep "$aside" "$BATS_TEST_TMPDIR/plain"
	done
	# My labels for what they did are for me.
	run -1 grep -e feedback -e access -e quote -e promotion -e layoff -e surgery "$BATS_TEST_TMPDIR/plain"
}

@test "every row of the golden cases and of the examples gives a draft that keeps the rules" {
	found=
	for dir in "$BATS_TEST_DIRNAME"/golden/*/ "$BATS_TEST_DIRNAME/../examples/"; do
		[ -e "$dir/people.txt" ] && [ -e "$dir/journal.txt" ] || continue
		found=1
		life "$dir" >"$BATS_TEST_TMPDIR/rows"
		[ -s "$BATS_TEST_TMPDIR/rows" ] || continue
		for language in "${languages[@]}"; do
			named_drafts "$language" "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/drafts" 2>"$BATS_TEST_TMPDIR/err"
			judge "$language" "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/drafts" -v real=1
		done
		on_the_day -m "$BATS_TEST_TMPDIR/rows" 2>"$BATS_TEST_TMPDIR/err" | awk -f "$draft/mbox.awk" >"$BATS_TEST_TMPDIR/found"
		sendable <"$BATS_TEST_TMPDIR/rows" | awk -F '\t' '$17 ~ /@/ { n++ } END { print n + 0 " messages" }' >"$BATS_TEST_TMPDIR/wanted"
		same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
	done
	[ "$found" ] || skip "there are no golden cases and no examples here"
}

# ---- the choice of a template

@test "a row gets the section of its base with the most qualifiers, in its turn; meetings of the past are passed over" {
	names_as_templates >"$BATS_TEST_TMPDIR/t"
	inputs "$draft/choice.cases" | awk '{ print $0 "; who=" NR }' | rows >"$BATS_TEST_TMPDIR/rows"
	on_the_day -H -t "$BATS_TEST_TMPDIR/t" "$BATS_TEST_TMPDIR/rows" | awk -F '\t' '
		NR == FNR { chosen[$1] = $6; next }
		{ print chosen[$3] }' - "$BATS_TEST_TMPDIR/rows" | compare_cases "$draft/choice.cases"
}

@test "templates of the user's, and -k: which rows get them" {
	"$draft/run-blocks" "$draft/choice.blocks"
}

@test "an ask beside another draft is warned of, once a person; -1 writes one draft a person" {
	"$draft/run-blocks" "$draft/once.blocks"
}

@test "a reason without a template is an error with the row's source" {
	"$draft/run-blocks" "$draft/unknown.blocks"
}

@test "news are good, hard or neither by the words of their object, and not good by a hard word of their text" {
	news_kinds "$draft/news.cases" | compare_cases "$draft/news.cases"
}

@test "news as people write them down: no cheers for what is hard, no comfort for what is good" {
	news_kinds "$draft/news-life.cases" >"$BATS_TEST_TMPDIR/kinds"
	awk -F ' +[|] ' 'NR == FNR { kind[FNR] = $0; next }
		!/^(#|$)/ && !index(" " $2 " ", " " kind[++n] " ") { print $1 " is taken for " kind[n] ", expected " $2 }' \
		"$BATS_TEST_TMPDIR/kinds" "$draft/news-life.cases" >"$BATS_TEST_TMPDIR/wrong"
	same /dev/null "$BATS_TEST_TMPDIR/wrong"
	[ "$(grep -c . "$BATS_TEST_TMPDIR/kinds")" -gt 100 ]
}

# ---- filling in

@test "fields, fallbacks, gaps, and lines that are left out" {
	"$draft/run-blocks" "$draft/render.blocks"
}

@test "tabs and line ends in fields are blanks, in the table and in the mail" {
	printf '[promise]\nSubject: {object}\n\n{text}|{greet}\n' >"$BATS_TEST_TMPDIR/t"
	printf '%s\n' 'reason=promise; object=a\nb\r[2J; text=\tx\r\ny; greet=\nz' | rows >"$BATS_TEST_TMPDIR/rows"
	on_the_day -H -t "$BATS_TEST_TMPDIR/t" "$BATS_TEST_TMPDIR/rows" | cut -f 6-8 >"$BATS_TEST_TMPDIR/found"
	printf 'a b [2J\t x  y| z\\n\t0\n' >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
	on_the_day -m -t "$BATS_TEST_TMPDIR/t" "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/mbox"
	grep -qx ' x  y| z' "$BATS_TEST_TMPDIR/mbox"
	grep -qx 'Subject: a b \[2J' "$BATS_TEST_TMPDIR/mbox"
}

@test "a field makes no gap with the brackets that stand beside it in the template" {
	"$draft/run-blocks" "$draft/brackets.blocks"
}

@test "slots are three weekdays from the fourth day on, two days apart at the least; fewer where the calendar ends" {
	dir=$BATS_TEST_TMPDIR
	rows <<<'reason=meeting; over_days=-9' >"$dir/row"
	printf '[meeting]\nSubject: s\n\n{slots|none}\n' >"$dir/t"
	slots() { rc-draft -H -d "$1" -t "$dir/t" "$dir/row" | cut -f 7 | sed 's/\\n$//'; }
	each_case slots <"$draft/slots.cases"
}

@test "the table has a header; who, reason, via, to and source stand as they were read, the name as it is said" {
	rows >"$BATS_TEST_TMPDIR/rows" <<-'EOF'
		who=ελ; name=E \\ \t\n\r; via=x\ty; to=\\<é>\n; source=j\\:1; reason=checkin
	EOF
	printf '[checkin]\nSubject: a\tb\\c\n\n\\x\ty\n' >"$BATS_TEST_TMPDIR/t"
	on_the_day -t "$BATS_TEST_TMPDIR/t" "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/found"
	printf 'who\tname\treason\tvia\tto\tsubject\tbody\tgaps\tsource\n%s\n' \
		$'ελ\tE \\\\ \\n\\r\tcheckin\tx\\ty\t\\\\<é>\\n\ta\\tb\\\\c\t\\\\x\\ty\\n\t0\tj\\\\:1' >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
	on_the_day -H -t "$BATS_TEST_TMPDIR/t" "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/found"
	sed 1d "$BATS_TEST_TMPDIR/wanted" >"$BATS_TEST_TMPDIR/bare"
	same "$BATS_TEST_TMPDIR/bare" "$BATS_TEST_TMPDIR/found"
}

@test "nothing in gives a header, or an empty mbox" {
	on_the_day </dev/null >"$BATS_TEST_TMPDIR/found"
	printf 'who\tname\treason\tvia\tto\tsubject\tbody\tgaps\tsource\n' >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
	on_the_day -m </dev/null >"$BATS_TEST_TMPDIR/found"
	same /dev/null "$BATS_TEST_TMPDIR/found"
}

# ---- files of templates

@test "what -p prints goes in again with -t, and the drafts are the same" {
	{
		awk 'NR % 7 == 1' "$made"
		life "$draft"
	} >"$BATS_TEST_TMPDIR/rows"
	rc-draft -p >"$BATS_TEST_TMPDIR/t"
	sed "s/\$/$(printf '\r')/" "$BATS_TEST_TMPDIR/t" >"$BATS_TEST_TMPDIR/crlf"
	for options in '' '-m' '-k delay' '-1H'; do
		# shellcheck disable=SC2086 # options are many words
		on_the_day $options "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/wanted" 2>"$BATS_TEST_TMPDIR/err"
		for templates in t crlf; do
			# shellcheck disable=SC2086
			on_the_day $options -t "$BATS_TEST_TMPDIR/$templates" "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/found" 2>"$BATS_TEST_TMPDIR/err"
			cmp "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
		done
	done
}

@test "an edited copy of what -p prints changes what was edited, and nothing else" {
	awk 'NR % 7 == 1 || /\tseason\t/' "$made" >"$BATS_TEST_TMPDIR/rows"
	rc-draft -p | awk '/^\[/ { on = /^\[season/ } on && /^Subject: / { $0 = "Subject: Over at last, {greet}" } { print }' >"$BATS_TEST_TMPDIR/t"
	on_the_day -H "$BATS_TEST_TMPDIR/rows" 2>/dev/null |
		awk -F '\t' -v OFS='\t' '$3 == "season" { $6 = $2 == "" ? "" : "Over at last, Markgreet" } { print }' >"$BATS_TEST_TMPDIR/wanted"
	on_the_day -H -t "$BATS_TEST_TMPDIR/t" "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/found" 2>"$BATS_TEST_TMPDIR/err"
	grep -q 'Over at last' "$BATS_TEST_TMPDIR/found"
	cmp "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "-p prints text that reads no table and needs nothing else" {
	rc-draft -p </dev/null >"$BATS_TEST_TMPDIR/wanted"
	grep -q '^\[checkin\]$' "$BATS_TEST_TMPDIR/wanted"
	rc-draft -p -H -d 2026-11-21 no-such-file >"$BATS_TEST_TMPDIR/found"
	cmp "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "each fault of a file of templates is said with line and column, and nothing is drafted" {
	each_case template_fault <"$draft/templates.cases"
}

@test "a control character in a file of templates is a fault with line and column" {
	rows <<<'reason=checkin' >"$BATS_TEST_TMPDIR/row"
	for byte in '\000' '\001' '\033' '\177' '\302\205' '\rx'; do
		# shellcheck disable=SC2059 # the byte is an escape
		printf "[x]\nSubject: s\n\nb\nc $byte\n" >"$BATS_TEST_TMPDIR/t"
		capture on_the_day -t "$BATS_TEST_TMPDIR/t" "$BATS_TEST_TMPDIR/row"
		[ "$status" -eq 2 ]
		same /dev/null "$out"
		grep -q "^$BATS_TEST_TMPDIR/t:5:3: error: expected text, found the control character U+" "$err"
	done
}

@test "a fault in templates leaves no mail either, and is said of standard input as of a file" {
	rows <<<'reason=checkin' >"$BATS_TEST_TMPDIR/row"
	printf '[x]\nSubject: s\n\n{gret}\n' >"$BATS_TEST_TMPDIR/t"
	capture on_the_day -m -t - "$BATS_TEST_TMPDIR/row" <"$BATS_TEST_TMPDIR/t"
	[ "$status" -eq 2 ]
	same /dev/null "$out"
	grep -q "^<stdin>:4:2: error: expected a field, found 'gret': did you mean {greet}?\$" "$err"
}

@test "templates come from standard input, too" {
	rows <<<'reason=checkin' >"$BATS_TEST_TMPDIR/row"
	printf '[checkin]\nSubject: mine\n\nb\n' | on_the_day -H -t - "$BATS_TEST_TMPDIR/row" | cut -f 6 >"$BATS_TEST_TMPDIR/found"
	echo mine >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "without the templates that were asked for nothing is drafted: the wrong words might be sent" {
	cd "$BATS_TEST_TMPDIR"
	rows <<<'reason=checkin' >row
	for options in -H -m; do
		capture on_the_day "$options" -t no-such-file row
		[ "$status" -eq 2 ]
		grep -q '^rc-draft: cannot open no-such-file: ' "$err"
		same /dev/null "$out"
		capture on_the_day "$options" -t . row
		[ "$status" -eq 2 ]
		grep -q '^rc-draft: cannot read \.: ' "$err"
		same /dev/null "$out"
	done
}

@test "[dates] tells how days are written" {
	"$draft/run-blocks" "$draft/dates.blocks"
}

# ---- tables and options

@test "bad cells are errors with the row's source, or the place in the table" {
	each_case cell_fault <"$draft/cells.cases"
}

@test "other tables and rows of a wrong shape are errors; the good rows get their drafts" {
	each_case table_fault <"$draft/tables.cases"
}

@test "options, and what is wrong with them" {
	each_case option_fault <"$draft/options.cases"
}

@test "-f says who writes; with -m it must hold an address" {
	each_case sender <"$draft/from.cases"
}

# ---- mail

@test "messages as they stand in an mbox" {
	"$draft/run-blocks" "$draft/mail.blocks"
}

@test "people are called by their names alone: without brackets and quotes, and never by an id" {
	called "$draft/calls.cases" | compare_cases "$draft/calls.cases"
}

@test "a reply names the message that its text holds the id of; its gap leaves that out, and no other id is one" {
	reply_ids "$draft/reply-ids.cases" | compare_cases "$draft/reply-ids.cases"
}

@test "names are atoms, quoted, or encoded" {
	inputs "$draft/names.cases" | rows | on_the_day -m | header To | compare_cases "$draft/names.cases"
}

@test "subjects are folded at blanks, or encoded" {
	printf '[promise]\nSubject: {object|}\n\nb\n' >"$BATS_TEST_TMPDIR/t"
	inputs "$draft/subjects.cases" | sed 's/^/reason=promise; /' | rows | on_the_day -m -t "$BATS_TEST_TMPDIR/t" | header Subject | compare_cases "$draft/subjects.cases"
}

@test "mail goes to addresses that a header can hold; the others are named, which is no failure" {
	inputs "$draft/addresses.cases" | awk '{ print $0 "; name=" NR }' | rows >"$BATS_TEST_TMPDIR/rows"
	capture on_the_day -m "$BATS_TEST_TMPDIR/rows"
	[ "$status" -eq 0 ]
	header To <"$out" | sed 's/ +//' >"$BATS_TEST_TMPDIR/to"
	awk -F '\t' 'NR == FNR { at = index($0, " <"); address[substr($0, 1, at - 1)] = substr($0, at + 2, length($0) - at - 2); next }
		{ print $4 in address ? address[$4] : "none" }' "$BATS_TEST_TMPDIR/to" "$BATS_TEST_TMPDIR/rows" | compare_cases "$draft/addresses.cases"
	grep -c ' | none$' "$draft/addresses.cases" >"$BATS_TEST_TMPDIR/wanted"
	grep -c "^journal.txt:7: warning: no message to @ada about 'checkin': found no e-mail address in '" "$err" >"$BATS_TEST_TMPDIR/found"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "the bytes of the mbox are those of mail: headers once each, nothing over 998, nothing that readers change" {
	rows "$draft/mail.rows" "$draft/mail-odd.rows" >"$BATS_TEST_TMPDIR/rows"
	mail_of "$BATS_TEST_TMPDIR/rows"
	awk -f "$draft/mbox.awk" "$mbox" >"$BATS_TEST_TMPDIR/found"
	echo "$(grep -c . "$BATS_TEST_TMPDIR/rows") messages" >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
	awk 'NR % 3 == 1' "$made" | sendable >"$BATS_TEST_TMPDIR/rows"
	on_the_day -m -f 'Bob <bob@example.org>' "$BATS_TEST_TMPDIR/rows" 2>"$BATS_TEST_TMPDIR/err" | awk -f "$draft/mbox.awk" >"$BATS_TEST_TMPDIR/found"
	echo "$(grep -c . "$BATS_TEST_TMPDIR/rows") messages" >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "fields of any bytes break out of no header and of no message" {
	sendable <"$odd" >"$BATS_TEST_TMPDIR/sent"
	for language in "${languages[@]}"; do
		capture on_the_day -m -t "$(templates_of "$language")" "$odd"
		[ "$status" -eq 0 ]
		awk -f "$draft/mbox.awk" "$out" >"$BATS_TEST_TMPDIR/found"
		echo "$(grep -c "$(printf '\tmarkid.ok\t')" "$BATS_TEST_TMPDIR/sent") messages" >"$BATS_TEST_TMPDIR/wanted"
		same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
	done
	# Diagnostics are shown up to a hundred.
	head -n 300 "$BATS_TEST_TMPDIR/sent" >"$BATS_TEST_TMPDIR/rows"
	capture on_the_day -m "$BATS_TEST_TMPDIR/rows"
	grep -c ": warning: no message to @markid.none about '" "$err" >"$BATS_TEST_TMPDIR/found"
	grep -c "$(printf '\tmarkid.none\t')" "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "nor of a gap: gaps are those of the template, and are counted; outside of them stands what is mine alone" {
	leak_rules >"$BATS_TEST_TMPDIR/rules"
	for language in "${languages[@]}"; do
		named_drafts "$language" "$odd" >"$BATS_TEST_TMPDIR/drafts" 2>"$BATS_TEST_TMPDIR/err"
		awk -f "$draft/manners.awk" "$BATS_TEST_TMPDIR/rules" "$odd" "$BATS_TEST_TMPDIR/drafts" >"$BATS_TEST_TMPDIR/broken"
		same /dev/null "$BATS_TEST_TMPDIR/broken"
	done
}

@test "a header line with an encoded word has at most 76 bytes" {
	rows "$draft/mail.rows" "$draft/mail-odd.rows" >"$BATS_TEST_TMPDIR/rows"
	mail_of "$BATS_TEST_TMPDIR/rows"
	awk -v words=1 -f "$draft/mbox.awk" "$mbox" >"$BATS_TEST_TMPDIR/found"
	echo "$(grep -c . "$BATS_TEST_TMPDIR/rows") messages" >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

# ---- mail, read back

@test "Python reads from the mbox what stands in the table" {
	command -v python3 >/dev/null || skip "python3 is not here"
	rows "$draft/mail.rows" "$draft/mail-odd.rows" >"$BATS_TEST_TMPDIR/rows"
	head -n 600 "$odd" | grep "$(printf '\tmarkid.ok\t')" | sendable >>"$BATS_TEST_TMPDIR/rows"
	life "$draft" | grep '@example\.org' >>"$BATS_TEST_TMPDIR/rows"
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
