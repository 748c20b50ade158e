# SPDX-License-Identifier: ISC
# shellcheck shell=bash
#
# What the suite of rc-draft shares: rows out of files of cases, and drafts judged by the rules of manners.
# shellcheck disable=SC2119,SC2120 # rows reads standard input where it is given no file

draft=$BATS_TEST_DIRNAME/draft
columns=(due over_days who name tier status reason object why text recall last pct
	greet formal via to topic tags hours out rank source)

# rows [FILE ...]: the rows of rc-due's table that lines "cell=value; cell=value" stand for.
rows() { awk -f "$draft/row.awk" "$@"; }

# The day of all tests that do not say another one.
on_the_day() { rc-draft -d 2026-11-21 "$@"; }

# Two languages: English is built in, German an example that goes in with -t.
languages=(en de)
templates_of() {
	case $1 in
	en) echo /dev/null ;;
	de) echo "$BATS_TEST_DIRNAME/../examples/templates.de.txt" ;;
	esac
}

# sections_of LANGUAGE: the names of its sections, one a line.
sections_of() {
	text_of "$1" | sed -n 's/^\[\([a-z].*\)\]$/\1/p' | grep -v '^dates$'
}

# text_of LANGUAGE: all of its templates.
text_of() { if [ "$1" = en ]; then rc-draft -p; else cat "$(templates_of "$1")"; fi; }

# names_as_templates [LANGUAGE]: templates of all names that it has, each with its own name as the subject.
names_as_templates() {
	text_of "${1:-en}" | sed -n '/^\[dates\]$/d; s/^\[\([a-z].*\)\]$/[\1]\nSubject: \1\n\nb\n/p'
}

# named_drafts LANGUAGE ROWS [OPTION ...]: the drafts of rows in a language, each with the name of its section after it.
named_drafts() {
	local language=$1 rows=$2
	shift 2
	names_as_templates "$language" >"$BATS_TEST_TMPDIR/names"
	on_the_day -H -t "$(templates_of "$language")" "$@" "$rows" >"$BATS_TEST_TMPDIR/drafts.$language"
	on_the_day -H -t "$BATS_TEST_TMPDIR/names" "$@" "$rows" 2>/dev/null | cut -f 6 | paste "$BATS_TEST_TMPDIR/drafts.$language" -
}

# rules_of LANGUAGE: its rules of manners, after those of all.
rules_of() { cat "$draft/manners.rules" "$draft/manners.$1.rules"; }

# judge LANGUAGE ROWS DRAFTS [AWK OPTION ...]: fail if one of the drafts breaks a rule of manners, and show it.
judge() {
	local language=$1 rows=$2 drafts=$3
	shift 3
	[ -s "$drafts" ] || {
		echo "no drafts in $drafts"
		return 1
	}
	rules_of "$language" >"$BATS_TEST_TMPDIR/rules"
	awk "$@" -f "$draft/manners.awk" "$BATS_TEST_TMPDIR/rules" "$rows" "$drafts" >"$BATS_TEST_TMPDIR/broken" || :
	same /dev/null "$BATS_TEST_TMPDIR/broken"
}

# bad_drafts FILE: the rows and the drafts of cases of bad manners, as files "rows" and "drafts" in $BATS_TEST_TMPDIR.
bad_drafts() {
	sed -e '/^#/d' -e '/^$/d' -e 's/^[a-z.-]*; *//' -e t -e 's/^[a-z.-]* |/reason=checkin |/' "$1" | rows >"$BATS_TEST_TMPDIR/rows"
	awk -F '\t' -v OFS='\t' 'NR == FNR { row[FNR] = $3 FS $4 FS $7; source[FNR] = $23; next }
		/^(#|$)/ { next }
		{
			split(row[++n], cell, FS)
			split($0, part, / [|] /)
			split(part[2], draft, " // ")
			if (!index($0, "[[")) draft[2] = draft[2] " / [[one thing of mine]]"
			gsub(" / ", "\\n", draft[2])
			sub(/;.*/, "", part[1])
			must = draft[1] draft[2]
			gsub(/\[\[[?]/, "", must)
			print cell[1], cell[2], cell[3], "", "", draft[1], draft[2] "\\n", gsub(/\[\[/, "", must), source[n], part[1]
		}' "$BATS_TEST_TMPDIR/rows" "$1" >"$BATS_TEST_TMPDIR/drafts"
}

# The rows made for all templates.
made_rows() { awk -f "$draft/made.awk" | rows; }

# Those made for what -k names, which stands in the column tier; made_for NAME TABLE: the rows of a table for one of the names.
keys=(delay schedule decline amends)
made_for_keys() { awk -v keys=1 -f "$draft/made.awk" | rows; }
made_for() { awk -F '\t' -v key="$1" '$5 == key' "$2"; }

# Of rows those that are not passed over.
sendable() { awk -F '\t' '!($7 == "meeting" && $2 > 0)'; }

# life FILE ...: the rows that rc-due makes of people and journal, two months ahead.
life() {
	{ rc-parse "$@" 2>/dev/null || [ $? -eq 1 ]; } | rc-due -H -d 2026-11-21 -w 60 2>/dev/null || [ $? -eq 1 ]
}

# compare_cases FILE: the lines of standard input, one for each case of the file, are what the cases expect.
compare_cases() {
	local cases=$BATS_TEST_TMPDIR/cases
	awk -v found="$BATS_TEST_TMPDIR/found" '
	function split_case(line,  at) {
		at = index(line, " |")
		title = substr(line, 1, at - 1)
		wanted = substr(line, at + 3)
		gsub(/^ +| +$/, "", wanted)
		sub(/ +$/, "", title)
	}
	NR == FNR { line[FNR] = $0; lines = FNR; next }
	/^(#|$)/ { next }
	{
		split_case($0)
		print title " | " wanted
		print title " | " (++n in line ? line[n] : "(nothing)") > found
	}
	END { while (n < lines) print "(one more) | " line[++n] > found }' - "$1" >"$cases"
	[ -s "$cases" ] && same "$cases" "$BATS_TEST_TMPDIR/found"
}

# The cells of the cases in a file, one a line; each line's part before " | ".
inputs() { sed -e '/^#/d' -e '/^$/d' -e 's/ *|$//' -e 's/ * | .*//' "$1"; }

# header NAME <MBOX: that header of each message, what it goes on in the next lines joined with " + ".
header() {
	awk -v name="$1" '
	/^From / { on = 0; next }
	index($0, name ": ") == 1 || $0 == name ":" { if (n++) print value; value = substr($0, length(name) + 3); on = 1; next }
	on && /^ / { value = value " +" $0; next }
	{ on = 0 }
	END { if (n) print value }'
}

# called FILE: what somebody is called in each case of the file: the column name, the greeting, the name that mail goes to.
called() {
	printf '[checkin]\nSubject: s\n\n{greet|-}\n' >"$BATS_TEST_TMPDIR/t"
	inputs "$1" | rows >"$BATS_TEST_TMPDIR/rows"
	on_the_day -m -t "$BATS_TEST_TMPDIR/t" "$BATS_TEST_TMPDIR/rows" | header To >"$BATS_TEST_TMPDIR/to"
	on_the_day -H -t "$BATS_TEST_TMPDIR/t" "$BATS_TEST_TMPDIR/rows" | paste - "$BATS_TEST_TMPDIR/to" | awk -F '\t' '{
		sub(/\\n$/, "", $7)
		sub(/ *<?ada@example.org>?$/, "", $10)
		print ($2 == "" ? "-" : $2) ", " $7 ", " ($10 == "" ? "-" : $10)
	}'
}

# reply_ids FILE: the message id in the headers of the reply of each case of the file, and what its gap leaves of the text.
reply_ids() {
	printf '[reply]\nSubject: s\n\n{text|-}\n' >"$BATS_TEST_TMPDIR/t"
	inputs "$1" | sed 's/^/reason=reply; /' | rows >"$BATS_TEST_TMPDIR/rows"
	on_the_day -m -t "$BATS_TEST_TMPDIR/t" "$BATS_TEST_TMPDIR/rows" | awk '
		/^From / { id = "-"; name = "" }
		/^[A-Z][A-Za-z-]*:/ { name = $1 }
		/^ / && name == "In-Reply-To:" { id = substr($0, 2) }
		/^ / && name == "References:" && substr($0, 2) != id { id = id " but " $0 }
		name == "" && /./ && !/^From / { gsub(/^\[\[|\]\]$/, ""); sub(/^ /, ""); sub(/ $/, ""); print id ", " $0 }
		/^$/ { name = "" }'
}

# mail_of ROWS: the drafts of rows and the mbox of them, with templates made to break it: $drafts and $mbox.
mail_of() {
	drafts=$BATS_TEST_TMPDIR/drafts mbox=$BATS_TEST_TMPDIR/mbox
	on_the_day -H -t "$draft/mail.txt" -f 'Bob Ω <bob@example.org>' "$1" >"$drafts"
	on_the_day -m -t "$draft/mail.txt" -f 'Bob Ω <bob@example.org>' "$1" >"$mbox"
}

# For each_case, whose functions take as few processes as they can. said_in FILE: set `said` to its text, without the last newline.
said_in() {
	IFS= read -r -d '' said <"$1" || :
	said=${said%$'\n'}
}

# What a file of templates is said to be; with a fault nothing is drafted, and the status is 2.
template_fault() {
	cd "$BATS_TEST_TMPDIR" || return
	local status=0 said
	printf %s "$1" >t
	[ -e row ] || rows <<<'reason=checkin' >row
	on_the_day -t t row >drafts 2>messages || status=$?
	said_in messages
	[ "$status" -ne 0 ] || {
		[ -s drafts ] && echo "good${said:+, but: $said}"
		return
	}
	[ "$status" -eq 2 ] || echo "status $status, expected 2"
	[ ! -s drafts ] || echo "there are drafts"
	[[ $said == *$'\nrc-draft: no drafts without the templates in t' ]] || echo "not said: no drafts"
	said=${said%$'\n'*}
	said=${said//"'months:' and 12 names with commas between, 'weekdays:' and 7, 'date:' or 'slot:' with {day} {month} {year} {weekday}, or 'or:' and a word"/a line of dates}
	printf '%s\n' "$said"
}

# What is said of a row. It is made without row.awk, which takes longer to start than the case does.
cell_fault() {
	cd "$BATS_TEST_TMPDIR" || return
	local status=0 said cells rest=$1 i
	[ -e row ] || rows <<<'reason=checkin' >row
	mapfile -t -d $'\t' cells <row
	cells[-1]=${cells[-1]%$'\n'}
	while [ "$rest" ]; do
		for i in "${!columns[@]}"; do
			[ "${columns[i]}" != "${rest%%=*}" ] || break
		done
		said=${rest%%; *} rest=${rest#"${rest%%; *}"} rest=${rest#; }
		cells[i]=${said#*=}
	done
	printf %s "${cells[0]}" >rows
	printf '\t%s' "${cells[@]:1}" >>rows
	on_the_day -H rows >drafts 2>messages || status=$?
	[ "$status" -eq 0 ] || [ ! -s drafts ] || echo 'there is a draft'
	[ "$status" -ne 0 ] || [ -s drafts ] || echo 'there is no draft'
	said_in messages
	[ -z "$said" ] || printf '%s\n' "$said"
	return "$status"
}

# What is said of a table: how many drafts came, then the messages.
table_fault() {
	cd "$BATS_TEST_TMPDIR" || return
	local status=0 said text=$1 lines header
	[ -e row ] || rows <<<'reason=checkin' >row
	printf -v header '%s\t' "${columns[@]}"
	said_in row
	text=${text//HEADER/${header%?}}
	text=${text//ROW/$said}
	text=${text//PARSE/$'record\tdate\twho\tactor\tverb\tobject\tminutes\tby\tvia\ttags\ttext\tsource'}
	text=${text//DRAFT/$'who\tname\treason\tvia\tto\tsubject\tbody\tgaps\tsource'}
	text=${text//BALANCE/$'who\tname\ttier\tstatus\ttags\tdays\tout\tin\tgave\tgave_min\tgot\tgot_min\tnet_min\tasked\tgranted\tdeclined\tthey_asked\thelped\trefused\tkept\tlate\tdropped\topen\treply_days\tlast\tlast_out\tlast_in\tlast_give\tlast_ask\task\task_from\twhy\tpattern'}
	text=${text//SUMMARY/$'metric\tvalue\ttarget'}
	printf %s "$text" >rows
	on_the_day -H rows >drafts 2>messages || status=$?
	mapfile -t lines <drafts
	[ "${#lines[@]}" -eq 0 ] || echo "${#lines[@]} drafts"
	said_in messages
	[ -z "$said" ] || printf '%s\n' "$said"
	return "$status"
}

# What comes of options, written as in a shell; a row is on standard input and in the file "rows".
option_fault() {
	cd "$BATS_TEST_TMPDIR" || return
	local status=0 line lines
	[ -e rows ] || rows <<<'reason=checkin; to=' >"$BATS_TEST_TMPDIR/rows"
	eval "rc-draft -H $1" <rows >drafts 2>messages || status=$?
	mapfile -t lines <drafts
	echo "${#lines[@]} drafts"
	while IFS= read -r line; do
		[[ $line == *': warning: '* ]] || printf '%s\n' "${line//rc-draft: /}"
	done <messages
	return "$status"
}

# What comes of -f: the header From and the name that signs.
sender() {
	cd "$BATS_TEST_TMPDIR" || return
	local status=0 said line body=
	[ -e row ] || rows <<<'reason=checkin' >row
	[ -e t ] || printf '[checkin]\nSubject: s\n\n{me}\n' >t
	on_the_day -m -t t -f "$1" row >mbox 2>messages || status=$?
	while IFS= read -r line; do
		[[ -z $line ]] && body=1
		[[ -z $line || -z $body && $line != 'From: '* ]] || printf '%s\n' "$line"
	done <mbox
	said_in messages
	[ -z "$said" ] || printf '%s\n' "${said//rc-draft: /}"
	return "$status"
}

# news_kinds FILE: what the news of each case of the file are taken for: hard, good (a reason to congratulate), or unknown.
news_kinds() {
	names_as_templates >"$BATS_TEST_TMPDIR/t"
	inputs "$1" | sed -e 's/^/reason=news; out=0; object=/' -e 's/: /; text=/' | rows | on_the_day -H -t "$BATS_TEST_TMPDIR/t" |
		cut -f 6 | sed -e 's/^news$/unknown/' -e 's/^news\.hard$/hard/' -e 's/^congratulate$/good/'
}

# fuzz_rows N: so many rows with all that could break a header, a message or a gap.
fuzz_rows() { awk -v rows="$1" -f "$draft/fuzz.awk" | rows; }

# The rules of manners that tell what may stand as mine, whatever the words.
leak_rules() {
	grep '^[a-z]* = ' "$draft/manners.rules"
	sed -n '/^# What may stand as mine/,/^$/p' "$draft/manners.rules"
}

# A locale in which mail readers show UTF-8; false where there is none.
utf8_locale() { locale -a 2>/dev/null | grep -i -m 1 -e '^C\.utf-\?8$' -e '^en_US\.utf-\?8$'; }
