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
	fuzz_rows 1000 >"$odd" &
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

@test "drafts keep the rules of manners, whoever gets them, when, and with which fields, the built-in ones and the German ones" {
	mannerly en
	mannerly de
}

@test "so do those that -k names, in both languages" {
	for language in "${languages[@]}"; do
		for key in "${keys[@]}"; do
			made_for "$key" "$keyed" >"$BATS_TEST_TMPDIR/rows"
			named_drafts "$language" "$BATS_TEST_TMPDIR/rows" -k "$key" -f Marksender >>"$BATS_TEST_TMPDIR/named.$language"
			cat "$BATS_TEST_TMPDIR/rows" >>"$BATS_TEST_TMPDIR/rows.$language"
		done
		judge "$language" "$BATS_TEST_TMPDIR/rows.$language" "$BATS_TEST_TMPDIR/named.$language" -v named=me
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

@test "German has each section that English has; there are words enough for turns, and no two sections for one person are alike" {
	comm -23 <(sections_of en | sort) <(sections_of de | sort) >"$BATS_TEST_TMPDIR/missing"
	same /dev/null "$BATS_TEST_TMPDIR/missing"
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
	life "$draft"/{people,journal}.txt | cat - "$year" >"$BATS_TEST_TMPDIR/rows"
	named_drafts en "$BATS_TEST_TMPDIR/rows" 2>"$BATS_TEST_TMPDIR/err" | cut -f 10 | sed 's/[.].*//' |
		grep -x -e congratulate -e owed -e waiting -e waiting-last -e owed-last | sort -u >"$BATS_TEST_TMPDIR/found"
	same <(printf '%s\n' congratulate owed owed-last waiting waiting-last) "$BATS_TEST_TMPDIR/found"
}

@test "every reason of rc-due gives a draft that keeps the rules, for active and for guarded people" {
	life "$draft"/{people,journal}.txt >"$BATS_TEST_TMPDIR/rows"
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
	life "$draft"/{people,journal}.txt | on_the_day -H >"$BATS_TEST_TMPDIR/drafts" 2>"$BATS_TEST_TMPDIR/err"
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
	cd "$BATS_TEST_DIRNAME"
	for dir in golden/*/ ../examples/; do
		[ -e "$dir/people.txt" ] && [ -e "$dir/journal.txt" ] || continue
		life "$dir"people.txt "$dir"journal.txt
	done >"$BATS_TEST_TMPDIR/rows"
	[ "$(grep -c . "$BATS_TEST_TMPDIR/rows")" -gt 500 ]
	for language in "${languages[@]}"; do
		named_drafts "$language" "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/drafts" 2>"$BATS_TEST_TMPDIR/err"
		judge "$language" "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/drafts" -v real=1
	done
	on_the_day -m "$BATS_TEST_TMPDIR/rows" 2>"$BATS_TEST_TMPDIR/err" | awk -f "$draft/mbox.awk" >"$BATS_TEST_TMPDIR/found"
	sendable <"$BATS_TEST_TMPDIR/rows" | awk -F '\t' '$17 ~ /@/ { n++ } END { print n + 0 " messages" }' >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
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

@test "an ask beside another draft is warned of, once a person; -1 writes one draft a person; no template for a reason is an error" {
	"$draft/run-blocks" "$draft/once.blocks" "$draft/unknown.blocks"
}

@test "news are good, hard or neither by the words of their object, not good by a hard word of their text, and so as people write them" {
	news_kinds "$draft/news.cases" | compare_cases "$draft/news.cases"
	news_kinds "$draft/news-life.cases" >"$BATS_TEST_TMPDIR/kinds"
	awk -F ' +[|] ' 'NR == FNR { kind[FNR] = $0; next }
		!/^(#|$)/ && !index(" " $2 " ", " " kind[++n] " ") { print $1 " is taken for " kind[n] ", expected " $2 }' \
		"$BATS_TEST_TMPDIR/kinds" "$draft/news-life.cases" >"$BATS_TEST_TMPDIR/wrong"
	same /dev/null "$BATS_TEST_TMPDIR/wrong"
	[ "$(grep -c . "$BATS_TEST_TMPDIR/kinds")" -gt 100 ]
}

# ---- filling in

@test "fields, fallbacks, gaps, and lines that are left out; a field makes no gap with the brackets beside it in the template" {
	"$draft/run-blocks" "$draft/render.blocks" "$draft/brackets.blocks"
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

@test "slots are three weekdays from the fourth day on, two days apart at the least; fewer where the calendar ends" {
	dir=$BATS_TEST_TMPDIR
	rows <<<'reason=meeting; over_days=-9' >"$dir/row"
	printf '[meeting]\nSubject: s\n\n{slots|none}\n' >"$dir/t"
	slots() { rc-draft -H -o body -d "$1" -t "$dir/t" "$dir/row" | { IFS= read -r body && printf '%s\n' "${body%\\n}"; }; }
	each_case slots <"$draft/slots.cases"
}

@test "the table has a header, also of nothing; who, reason, via, to and source stand as they were read, the name as it is said" {
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
	on_the_day </dev/null >"$BATS_TEST_TMPDIR/found"
	printf 'who\tname\treason\tvia\tto\tsubject\tbody\tgaps\tsource\n' >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
	on_the_day -m </dev/null >"$BATS_TEST_TMPDIR/found"
	same /dev/null "$BATS_TEST_TMPDIR/found"
}

# ---- files of templates

@test "what -p prints goes in again with -t, for the same drafts; edited, it changes that and nothing else; it needs no table" {
	{
		awk 'NR % 7 == 1' "$made"
		life "$draft"/{people,journal}.txt
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
	awk 'NR % 7 == 1 || /\tseason\t/' "$made" >"$BATS_TEST_TMPDIR/rows"
	rc-draft -p | awk '/^\[/ { on = /^\[season/ } on && /^Subject: / { $0 = "Subject: Over at last, {greet}" } { print }' >"$BATS_TEST_TMPDIR/t"
	on_the_day -H "$BATS_TEST_TMPDIR/rows" 2>/dev/null |
		awk -F '\t' -v OFS='\t' '$3 == "season" { $6 = $2 == "" ? "" : "Over at last, Markgreet" } { print }' >"$BATS_TEST_TMPDIR/wanted"
	on_the_day -H -t "$BATS_TEST_TMPDIR/t" "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/found" 2>"$BATS_TEST_TMPDIR/err"
	grep -q 'Over at last' "$BATS_TEST_TMPDIR/found"
	cmp "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
	rc-draft -p </dev/null >"$BATS_TEST_TMPDIR/wanted"
	grep -q '^\[checkin\]$' "$BATS_TEST_TMPDIR/wanted"
	rc-draft -p -H -d 2026-11-21 no-such-file >"$BATS_TEST_TMPDIR/found"
	cmp "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "each fault of a file of templates, a control character too, is said with line and column, and nothing is drafted" {
	each_case template_fault <"$draft/templates.cases"
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

@test "templates come from standard input, too; with a fault there, or without those that were asked for, nothing is drafted or mailed" {
	rows <<<'reason=checkin' >"$BATS_TEST_TMPDIR/row"
	printf '[x]\nSubject: s\n\n{gret}\n' >"$BATS_TEST_TMPDIR/t"
	capture on_the_day -m -t - "$BATS_TEST_TMPDIR/row" <"$BATS_TEST_TMPDIR/t"
	[ "$status" -eq 2 ]
	same /dev/null "$out"
	grep -q "^<stdin>:4:2: error: expected a field, found 'gret': did you mean {greet}?\$" "$err"
	rows <<<'reason=checkin' >"$BATS_TEST_TMPDIR/row"
	printf '[checkin]\nSubject: mine\n\nb\n' | on_the_day -H -t - "$BATS_TEST_TMPDIR/row" | cut -f 6 >"$BATS_TEST_TMPDIR/found"
	echo mine >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
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

@test "bad cells, rows of a wrong shape and other tables are errors with their place; the good rows get their drafts" {
	each_case cell_fault <"$draft/cells.cases"
	each_case table_fault <"$draft/tables.cases"
}

@test "options, and what is wrong with them; -f says who writes, and with -m it must hold an address" {
	each_case option_fault <"$draft/options.cases"
	each_case sender <"$draft/from.cases"
}

# ---- mail

@test "messages as they stand in an mbox" {
	"$draft/run-blocks" "$draft/mail.blocks"
}

@test "people are called by names without brackets and quotes, never by an id; a reply names the message that its text holds the id of" {
	called "$draft/calls.cases" | compare_cases "$draft/calls.cases"
	reply_ids "$draft/reply-ids.cases" | compare_cases "$draft/reply-ids.cases"
}

@test "names are atoms, quoted, or encoded; subjects are folded at blanks, or encoded" {
	inputs "$draft/names.cases" | rows | on_the_day -m | header To | compare_cases "$draft/names.cases"
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

@test "the bytes of the mbox are those of mail: headers once each, nothing over 998, 76 with an encoded word, nothing that readers change" {
	rows "$draft/mail.rows" "$draft/mail-odd.rows" >"$BATS_TEST_TMPDIR/rows"
	mail_of "$BATS_TEST_TMPDIR/rows"
	awk -f "$draft/mbox.awk" "$mbox" >"$BATS_TEST_TMPDIR/found"
	echo "$(grep -c . "$BATS_TEST_TMPDIR/rows") messages" >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
	awk 'NR % 3 == 1' "$made" | sendable >"$BATS_TEST_TMPDIR/rows"
	on_the_day -m -f 'Bob <bob@example.org>' "$BATS_TEST_TMPDIR/rows" 2>"$BATS_TEST_TMPDIR/err" | awk -f "$draft/mbox.awk" >"$BATS_TEST_TMPDIR/found"
	echo "$(grep -c . "$BATS_TEST_TMPDIR/rows") messages" >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
	rows "$draft/mail.rows" "$draft/mail-odd.rows" >"$BATS_TEST_TMPDIR/rows"
	mail_of "$BATS_TEST_TMPDIR/rows"
	awk -v words=1 -f "$draft/mbox.awk" "$mbox" >"$BATS_TEST_TMPDIR/found"
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
