#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-draft: drafts with manners. What must hold of them stands in draft/: rules (manners.rules), tables of small cases
# (*.cases), and blocks of rows, templates and drafts (*.blocks): a case more is a line or a block more there.

# shellcheck disable=SC2154 # what is loaded sets err, out, status, draft, drafts and mbox
load helper
load draft/show

# In all tests a pipe fails where one of its commands does.
setup() { set -o pipefail; }

# ---- manners

@test "the drafts of the built-in templates keep the rules of manners, whoever gets them, when, and with which fields" {
	made_rows >"$BATS_TEST_TMPDIR/rows"
	on_the_day -H "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/drafts"
	judge "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/drafts"
}

@test "they keep them also where -f says who writes" {
	made_rows >"$BATS_TEST_TMPDIR/rows"
	on_the_day -H -f 'Marksender <mark@example.org>' "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/drafts"
	judge "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/drafts" -v named=me
}

@test "-k delay keeps them for promises that are not late yet" {
	made_rows 'reason=promise; status=active; over_days=-3' >"$BATS_TEST_TMPDIR/rows"
	on_the_day -H -k delay "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/drafts"
	judge "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/drafts" -v named=delay
}

@test "each rule of manners can be broken" {
	# What must never be said: there is a draft that says it.
	rows "$draft/bad-manners.cases" >"$BATS_TEST_TMPDIR/rows"
	awk -F '\t' -v OFS='\t' 'NR == FNR { row[FNR] = $3 FS $4 FS $7; source[FNR] = $23; next }
		!/^(#|$)/ { n++; split(row[n], cell, FS); print cell[1], cell[2], cell[3], "", "", "s", substr($0, index($0, " | ") + 3), 0, source[n] }' \
		"$BATS_TEST_TMPDIR/rows" "$draft/bad-manners.cases" >"$BATS_TEST_TMPDIR/drafts"
	broken_rules "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/drafts" >"$BATS_TEST_TMPDIR/never"
	grep ' | never | ' "$draft/manners.rules" | sort >"$BATS_TEST_TMPDIR/wanted"
	grep ' | never | ' "$BATS_TEST_TMPDIR/never" | sort -u >"$BATS_TEST_TMPDIR/found"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"

	# What must always be said: a draft that says nothing breaks it.
	made_rows | sendable >"$BATS_TEST_TMPDIR/rows"
	awk -F '\t' -v OFS='\t' '{ print $3, $4, $7, "", "", "", "", 0, $23 }' "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/drafts"
	broken_rules "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/drafts" -v named='me delay' >"$BATS_TEST_TMPDIR/always"
	broken_rules "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/drafts" >>"$BATS_TEST_TMPDIR/always"
	grep ' | always | ' "$draft/manners.rules" | sort >"$BATS_TEST_TMPDIR/wanted"
	grep ' | always | ' "$BATS_TEST_TMPDIR/always" | sort -u >"$BATS_TEST_TMPDIR/found"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "the made rows reach every built-in template" {
	names_as_templates >"$BATS_TEST_TMPDIR/t"
	{
		made_rows | on_the_day -H -t "$BATS_TEST_TMPDIR/t" | cut -f 6
		rows <<<'reason=promise' | on_the_day -H -t "$BATS_TEST_TMPDIR/t" -k delay | cut -f 6
		# rc-due asks guarded people for advice alone; the template is for rows of other hands.
		rows <<<'reason=ask; status=guarded' | on_the_day -H -t "$BATS_TEST_TMPDIR/t" | cut -f 6
	} | sort -u >"$BATS_TEST_TMPDIR/found"
	rc-draft -p | sed -n 's/^\[\([a-z].*\)\]$/\1/p' | grep -v '^dates$' | sort >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "an anniversary says how many years, where that is known, in words that fit one as well as twelve" {
	rows >"$BATS_TEST_TMPDIR/rows" <<-'EOF'
		reason=anniversary; object=1; text=t; over_days=2
		reason=anniversary; object=; text=t
		reason=anniversary; object=12; text=t
	EOF
	on_the_day -H "$BATS_TEST_TMPDIR/rows" |
		sed -n 's/.*\(Years since then: [0-9]*\).*/\1/p' >"$BATS_TEST_TMPDIR/found"
	printf 'Years since then: %d\n' 1 12 >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "drafts of the new reasons are short, with one gap that must be filled, said as I" {
	for reason in aftercare luck follow outcome reconnect; do
		made_rows "reason=$reason;" >"$BATS_TEST_TMPDIR/rows"
		for templates in /dev/null "$BATS_TEST_DIRNAME/../examples/templates.de.txt"; do
			on_the_day -H -t "$templates" "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/drafts"
			[ -s "$BATS_TEST_TMPDIR/drafts" ]
			awk -F '\t' '{ gap = $7; sub(/.*\[\[/, "", gap); sub(/\]\].*/, "", gap); body = $7; gsub(/\\n/, " ", body) }
				$8 != 1 { print $3 ": " $8 " gaps: " $7 }
				split(body, word, " ") >= 60 { print $3 ": too long: " $7 }
				gap !~ /(^|[^A-Za-z])(I|me|mine|my|ich|mir|mich)([^A-Za-z]|$)/ || gap ~ /(^|[^A-Za-z])(you|your)([^A-Za-z]|$)/ { print $3 ": not as I: " gap }
			' "$BATS_TEST_TMPDIR/drafts" >"$BATS_TEST_TMPDIR/wrong"
			same /dev/null "$BATS_TEST_TMPDIR/wrong"
		done
	done
}

@test "drafts of some reasons, to the letter, in both languages" {
	"$draft/run-blocks" "$draft/drafts.blocks"
}

@test "a draft claims nothing that its row does not hold" {
	inputs "$draft/facts.cases" | rows >"$BATS_TEST_TMPDIR/rows"
	on_the_day -H "$BATS_TEST_TMPDIR/rows" | sed 's/\[\[[^]]*\]\]/_/g' >"$BATS_TEST_TMPDIR/drafts"
	awk -F ' +[|] ' 'NR == FNR { said[FNR] = $0; next }
		!/^(#|$)/ { if (index(said[++n], $2)) print $1 ": " $2; else if (said[n] == "") print $1 ": no draft" }' \
		"$BATS_TEST_TMPDIR/drafts" "$draft/facts.cases" >"$BATS_TEST_TMPDIR/wrong"
	same /dev/null "$BATS_TEST_TMPDIR/wrong"
}

# ---- rows from life

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
	on_the_day -H "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/drafts"
	judge "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/drafts" -v real=1
}

@test "what others said, notes and news stand in gaps alone; nothing of a wish stands anywhere" {
	life "$draft" | on_the_day -H >"$BATS_TEST_TMPDIR/drafts"
	sed 's/\[\[[^]]*\]\]/_/g' "$BATS_TEST_TMPDIR/drafts" | cut -f 6,7 >"$BATS_TEST_TMPDIR/plain"
	grep -c Secret "$BATS_TEST_TMPDIR/drafts" >"$BATS_TEST_TMPDIR/count"
	[ "$(cat "$BATS_TEST_TMPDIR/count")" -gt 15 ]
	run -1 grep Secret "$BATS_TEST_TMPDIR/plain"
	grep "$(printf '\thold\t')" "$BATS_TEST_TMPDIR/drafts" | cut -f 6,7 >"$BATS_TEST_TMPDIR/holds"
	[ -s "$BATS_TEST_TMPDIR/holds" ]
	run -1 grep -e Secret -e loan -e reference -e statement "$BATS_TEST_TMPDIR/holds"
	# What I promised and want might stand for itself, but may be an aside: it stands in gaps as well.
	grep -q 'To be exact: \[\[both halves of it\]\]' "$BATS_TEST_TMPDIR/drafts"
	grep -q 'To be exact: \[\[one line to the board\]\]' "$BATS_TEST_TMPDIR/drafts"
	grep -q 'To be exact: \[\[a look at the second half\]\]' "$BATS_TEST_TMPDIR/drafts"
}

@test "every row of the golden cases and of the examples gives a draft that keeps the rules" {
	found=
	for dir in "$BATS_TEST_DIRNAME"/golden/*/ "$BATS_TEST_DIRNAME/../examples/"; do
		[ -e "$dir/people.txt" ] && [ -e "$dir/journal.txt" ] || continue
		found=1
		life "$dir" >"$BATS_TEST_TMPDIR/rows"
		[ -s "$BATS_TEST_TMPDIR/rows" ] || continue
		on_the_day -H "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/drafts"
		judge "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/drafts" -v real=1
		on_the_day -m "$BATS_TEST_TMPDIR/rows" 2>"$BATS_TEST_TMPDIR/err" | awk -f "$draft/mbox.awk" >"$BATS_TEST_TMPDIR/found"
		sendable <"$BATS_TEST_TMPDIR/rows" | awk -F '\t' '$17 ~ /@/ { n++ } END { print n + 0 " messages" }' >"$BATS_TEST_TMPDIR/wanted"
		same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
	done
	[ "$found" ] || skip "there are no golden cases and no examples here"
}

# ---- the choice of a template

@test "a row gets REASON.guarded, REASON.late, of news .good or .hard, or REASON; meetings of the past are passed over" {
	names_as_templates >"$BATS_TEST_TMPDIR/t"
	inputs "$draft/choice.cases" | awk '{ print $0 "; name=" NR }' | rows >"$BATS_TEST_TMPDIR/rows"
	on_the_day -H -t "$BATS_TEST_TMPDIR/t" "$BATS_TEST_TMPDIR/rows" | awk -F '\t' '
		NR == FNR { chosen[$2] = $6; next }
		{ print chosen[$4] }' - "$BATS_TEST_TMPDIR/rows" | compare_cases "$draft/choice.cases"
}

@test "templates of the user's: which rows get them" {
	"$draft/run-blocks" "$draft/choice.blocks"
}

@test "a reason without a template is an error with the row's source" {
	"$draft/run-blocks" "$draft/unknown.blocks"
}

@test "news are good, hard or neither by the words of their object" {
	names_as_templates >"$BATS_TEST_TMPDIR/t"
	news_kinds "$draft/news.cases" | compare_cases "$draft/news.cases"
}

@test "good words do not make cheers of hard news, nor hard ones comfort of good news" {
	news_kinds "$draft/news-mixed.cases" >"$BATS_TEST_TMPDIR/kinds"
	awk -F ' +[|] ' 'NR == FNR { kind[FNR] = $1; next }
		!/^(#|$)/ && kind[++n] == $2 { print $1 " is taken for " $2 " news" }' \
		"$BATS_TEST_TMPDIR/kinds" "$draft/news-mixed.cases" >"$BATS_TEST_TMPDIR/wrong"
	same /dev/null "$BATS_TEST_TMPDIR/wrong"
}

# ---- filling in

@test "fields, fallbacks, gaps, and lines that are left out" {
	"$draft/run-blocks" "$draft/render.blocks"
}

@test "tabs and line ends in fields are blanks, in the table and in the mail" {
	printf '[checkin]\nSubject: {greet}\n\n{topic}|{hours}\n' >"$BATS_TEST_TMPDIR/t"
	printf '%s\n' 'greet=a\nb\r[2J; topic=\tx\r\ny; hours=\tz' | rows >"$BATS_TEST_TMPDIR/rows"
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

@test "the table has a header; who, name, reason, via, to and source stand as they were read" {
	rows >"$BATS_TEST_TMPDIR/rows" <<-'EOF'
		who=ελ; name=E \\ \t\n\r; via=x\ty; to=\\<é>\n; source=j\\:1; reason=checkin
	EOF
	printf '[checkin]\nSubject: a\tb\\c\n\n\\x\ty\n' >"$BATS_TEST_TMPDIR/t"
	on_the_day -t "$BATS_TEST_TMPDIR/t" "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/found"
	printf 'who\tname\treason\tvia\tto\tsubject\tbody\tgaps\tsource\n%s\n' \
		$'ελ\tE \\\\ \\t\\n\\r\tcheckin\tx\\ty\t\\\\<é>\\n\ta\\tb\\\\c\t\\\\x\\ty\\n\t0\tj\\\\:1' >"$BATS_TEST_TMPDIR/wanted"
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
		made_rows
		life "$draft"
	} >"$BATS_TEST_TMPDIR/rows"
	rc-draft -p >"$BATS_TEST_TMPDIR/t"
	sed "s/\$/$(printf '\r')/" "$BATS_TEST_TMPDIR/t" >"$BATS_TEST_TMPDIR/crlf"
	for options in '' '-m' '-k delay' '-H'; do
		# shellcheck disable=SC2086 # options are many words
		on_the_day $options "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/wanted"
		for templates in t crlf; do
			# shellcheck disable=SC2086
			on_the_day $options -t "$BATS_TEST_TMPDIR/$templates" "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/found"
			cmp "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
		done
	done
}

@test "an edited copy of what -p prints changes what was edited, and nothing else" {
	made_rows >"$BATS_TEST_TMPDIR/rows"
	rc-draft -p | sed '/^\[season\]/,/^\[meeting\]/s/^Subject: .*/Subject: Over at last, {greet}/' >"$BATS_TEST_TMPDIR/t"
	on_the_day -H "$BATS_TEST_TMPDIR/rows" |
		awk -F '\t' -v OFS='\t' '$3 == "season" { $6 = "Over at last, Markgreet" } { print }' >"$BATS_TEST_TMPDIR/wanted"
	on_the_day -H -t "$BATS_TEST_TMPDIR/t" "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/found"
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

@test "names are atoms, quoted, or encoded" {
	inputs "$draft/names.cases" | rows | on_the_day -m | header To | compare_cases "$draft/names.cases"
}

@test "subjects are folded at blanks, or encoded" {
	printf '[checkin]\nSubject: {greet}\n\nb\n' >"$BATS_TEST_TMPDIR/t"
	inputs "$draft/subjects.cases" | rows | on_the_day -m -t "$BATS_TEST_TMPDIR/t" | header Subject | compare_cases "$draft/subjects.cases"
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
	made_rows | sendable >"$BATS_TEST_TMPDIR/rows"
	on_the_day -m -f 'Bob <bob@example.org>' "$BATS_TEST_TMPDIR/rows" | awk -f "$draft/mbox.awk" >"$BATS_TEST_TMPDIR/found"
	echo "$(grep -c . "$BATS_TEST_TMPDIR/rows") messages" >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "fields of any bytes break out of no header and of no message" {
	fuzz_rows >"$BATS_TEST_TMPDIR/rows"
	capture on_the_day -m "$BATS_TEST_TMPDIR/rows"
	[ "$status" -eq 0 ]
	awk -f "$draft/mbox.awk" "$out" >"$BATS_TEST_TMPDIR/found"
	sendable <"$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/sent"
	echo "$(grep -c "$(printf '\tok\t')" "$BATS_TEST_TMPDIR/sent") messages" >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
	grep -c ": warning: no message to @none about '" "$err" >"$BATS_TEST_TMPDIR/found"
	grep -c "$(printf '\tnone\t')" "$BATS_TEST_TMPDIR/sent" >"$BATS_TEST_TMPDIR/wanted"
	same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "nor of a gap: gaps are those of the template, and are counted" {
	fuzz_rows >"$BATS_TEST_TMPDIR/rows"
	on_the_day -H "$BATS_TEST_TMPDIR/rows" >"$BATS_TEST_TMPDIR/drafts"
	# Nothing but the balance and the number of gaps: fields hold any words.
	printf '* | all | never | \001\n' >"$BATS_TEST_TMPDIR/rules"
	awk -f "$draft/manners.awk" "$BATS_TEST_TMPDIR/rules" "$draft/news.cases" "$BATS_TEST_TMPDIR/rows" "$BATS_TEST_TMPDIR/drafts" >"$BATS_TEST_TMPDIR/broken"
	same /dev/null "$BATS_TEST_TMPDIR/broken"
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
	fuzz_rows | grep "$(printf '\tok\t')" >>"$BATS_TEST_TMPDIR/rows"
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
