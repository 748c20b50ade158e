# SPDX-License-Identifier: ISC
# Judge drafts by rules: awk -f manners.awk RULES ROWS DRAFTS, the drafts without a header, as rc-draft makes them of the rows,
# each with the name of its section after it. What is not as it should be is said, once for all drafts that are the same. RULES is
# manners.rules, which tells its form, and the rules of a language. With these set by -v:
#
#     named=x   the tag "x" goes with each draft, too
#     real=1    the rows are from life: people may write what they like, so that it is the templates' own words that are judged
#     rules=1   print each rule that a draft broke, nothing else; rules=2 each draft that broke none
BEGIN {
	FS = OFS = "\t"
	DUE_OVER_DAYS = 2; DUE_WHO = 3; DUE_NAME = 4; DUE_STATUS = 6; DUE_REASON = 7; DUE_OBJECT = 8; DUE_WHY = 9; DUE_TEXT = 10
	DUE_RECALL = 11; DUE_GREET = 14; DUE_FORMAL = 15; DUE_HOURS = 20; DUE_SOURCE = 23
	SECTION = 10
}
FNR == 1 { file++ }
file == 1 && /^(#|$)/ { next }

file == 1 && /^[a-z]+ = / {
	n = split($0, cut, / +/)
	for (i = 3; i <= n; i++) together[cut[i]] = together[cut[i]] cut[1] " "
	next
}

# A rule: of which drafts, which part of them, what of it, a pattern; a word begins at '<' and ends at '>'.
file == 1 {
	rest = $0
	for (i = 1; i <= 3; i++) {
		match(rest, / +\| */)
		cut[i] = substr(rest, 1, RSTART - 1)
		rest = substr(rest, RSTART + RLENGTH)
	}
	if (cut[2] !~ /^([Ss]ubject|[Bb]ody|[Pp]lain|[Gg]aps|[Aa]ll)$/ || cut[3] !~ /^(always|never|words|number)$/ || rest == "") {
		print "not a rule: " $0
		fatal = 1
		exit 1
	}
	rule[++rules_count] = $0
	selector[rules_count] = cut[1]
	of_what[rules_count] = cut[2]
	verdict[rules_count] = cut[3]
	of_fields[rules_count] = rest ~ /mark|november/
	gsub(/</, "(^|[^A-Za-z])", rest)
	gsub(/>/, "([^A-Za-z]|$)", rest)
	wanted[rules_count] = rest
	next
}

# A row. What is over is passed over.
file == 2 {
	if ($DUE_REASON == "meeting" && $DUE_OVER_DAYS > 0) next
	rows++
	who[rows] = $DUE_WHO
	about[rows] = $DUE_REASON
	source[rows] = $DUE_SOURCE
	tags[rows] = ($DUE_STATUS == "guarded" ? "guarded " : "active ") ($DUE_FORMAL == "yes" ? "formal " : "familiar ") \
	    ($DUE_GREET == $DUE_WHO ? "nameless " : "greeted ") ($DUE_OBJECT == "" ? "" : "object ") ($DUE_TEXT == "" ? "" : "text ")
	mine[rows] = $DUE_REASON ~ /^(promise|ask|ask-soft)$/ || ($DUE_REASON == "waiting" && $DUE_WHY !~ /^they promised it/)
	if (real) {
		text[rows] = tolower(plain_cell($DUE_TEXT))
		recall[rows] = tolower(plain_cell($DUE_RECALL))
		written[rows] = plain_cell($DUE_TEXT) FS plain_cell($DUE_OBJECT) FS $DUE_NAME FS $DUE_GREET FS $DUE_HOURS
	}
	next
}

# A draft.
{
	drafts++
	if ($1 != who[drafts] || $3 != about[drafts] || $9 != source[drafts]) {
		print "draft " drafts " is of " $1 ", " $3 " (" $9 "); its row of " who[drafts] ", " about[drafts]
		fatal = 1
		exit 1
	}
	key = tags[drafts] SUBSEP $SECTION SUBSEP $6 SUBSEP $7 SUBSEP $8
	if (!real && key in judged) next
	judged[key] = 1
	prepare(++drafts_judged)
}

# Rule by rule, not draft by draft: an awk may have to build each pattern anew whenever it is not the same as before.
END {
	if (fatal) exit 1
	if (drafts != rows) print "drafts of " drafts + 0 " rows of " rows + 0
	for (r = 1; r <= rules_count; r++) judge(r)
	for (d = 1; rules == 2 && d <= drafts_judged; d++) if (!broken[d]) print label[d] ": breaks no rule: " words[d, "show"]
}

# Undo the escapes of a cell.
function plain_cell(s,  at) {
	gsub(/\\\\/, "\001", s)
	gsub(/\\n/, "\n", s)
	gsub(/\\[tr]/, " ", s)
	while ((at = index(s, "\001"))) s = substr(s, 1, at - 1) "\\" substr(s, at + 1)
	return s
}

# Say that a draft is not as it should be.
function say(d, what) {
	broken[d] = 1
	if (!rules) print label[d] ": " what ":" OFS words[d, "show"]
}

# Leave the gaps out of a text, "_" in their places; keeps what stands in them in `gap_texts`, and counts those that must be filled.
function without_gaps(d, s,  kept, open, end) {
	while ((open = index(s, "[["))) {
		end = index(s, "]]")
		if (end && end < open) say(d, "a gap ends that did not begin")
		kept = kept substr(s, 1, open - 1) "_"
		s = substr(s, open + 2)
		end = index(s, "]]")
		open = index(s, "[[")
		if (!end) say(d, "a gap does not end")
		if (open && open < end) say(d, "a gap in a gap")
		gap_texts = gap_texts " / " substr(s, 1, end - 1)
		gaps += substr(s, 1, 1) != "?"
		s = substr(s, end + 2)
	}
	if (index(s, "]]")) say(d, "a gap ends that did not begin")
	return kept s
}

# Cut what people wrote out of the template's words, where it is no part of a longer one ("Ed" is none of "wanted").
function without(s, words,  kept, at, rest, before) {
	while (words != "" && (at = index(s, words))) {
		before = at == 1 ? substr(kept, length(kept)) : substr(s, at - 1, 1)
		rest = substr(s, at + length(words))
		kept = kept substr(s, 1, at - 1) (before ~ /[A-Za-z]/ || rest ~ /^[A-Za-z]/ ? words : "_")
		s = rest
	}
	return kept s
}

# The tags of a draft: those of its row, the base of its section and what goes together with it, and the section's qualifiers.
function all_tags(section,  n, i, part) {
	n = split(section, part, ".")
	section = part[1] " " together[part[1]]
	for (i = 2; i <= n; i++) section = section "." part[i] " "
	return " " named " " section tags[drafts]
}

# Keep the draft at hand as number d, part by part.
function prepare(d,  subject, body, plain, bare, n, i, fact) {
	label[d] = source[drafts] ": [" $SECTION "] " tags[drafts]
	words[d, "show"] = $6 OFS $7
	tags_of[d] = all_tags($SECTION)
	subject = plain_cell($6)
	body = plain_cell($7)
	gaps = 0
	gap_texts = ""
	plain = without_gaps(d, subject " / " body)
	if (gaps != $8) say(d, $8 " gaps, counted " gaps)
	number_of_gaps[d] = gaps
	if (real) {
		if (!mine[drafts] && length(text[drafts]) > 11 && index(tolower(plain), text[drafts])) say(d, "a text stands outside a gap")
		if (length(recall[drafts]) > 11 && index(tolower(plain), recall[drafts])) say(d, "what is recalled stands outside a gap")
		n = split(written[drafts], fact, FS)
		bare = plain
		for (i = 1; i <= n; i++) bare = without(bare, fact[i])
		keep(d, "bare", "Bare", bare, " ")
	}
	keep(d, "subject", "Subject", subject, " ")
	keep(d, "body", "Body", body, " / ")
	keep(d, "plain", "Plain", plain, " ")
	keep(d, "gaps", "Gaps", gap_texts " / ", " ")
	keep(d, "all", "All", subject " / " body, " ")
}

# Keep a part, in small letters and as it was written.
function keep(d, small, capital, s, between) {
	gsub(/\n/, between, s)
	words[d, capital] = s
	words[d, small] = tolower(s)
}

# Judge all drafts by a rule. Of people from life only the template's own words are held to what must never be said.
function judge(r,  d, of) {
	of = of_what[r]
	if (real) {
		if (of_fields[r] || verdict[r] == "words" || (verdict[r] == "never" && of ~ /^[Gg]aps$/)) return
		if (verdict[r] == "never") of = of ~ /^[A-Z]/ ? "Bare" : "bare"
	}
	for (d = 1; d <= drafts_judged; d++) {
		if (!chosen(selector[r], tags_of[d]) || keeps(r, d, of)) continue
		if (rules) print rule[r]
		say(d, rule[r])
	}
}

# Whether a draft keeps a rule.
function keeps(r, d, of,  range) {
	if (verdict[r] == "words") return number_of_words(words[d, of]) <= wanted[r] + 0
	if (verdict[r] == "number") {
		split(wanted[r], range, "-")
		return number_of_gaps[d] >= range[1] && number_of_gaps[d] <= range[2]
	}
	return (words[d, of] ~ wanted[r]) == (verdict[r] == "always")
}

# How many words there are in a part; the marks between its lines are none.
function number_of_words(s,  word) {
	gsub(/ \/ /, " ", s)
	return split(s, word, " ")
}

# Whether a rule is for a draft: a selector's words, one of which must fit; each of tags with '+' between, "!" for without.
function chosen(selector, tags,  n, i, word, m, j, tag, fits) {
	if ((selector, tags) in remembered) return remembered[selector, tags]
	n = split(selector, word, " ")
	for (i = 1; i <= n && !fits; i++) {
		m = split(word[i], tag, "+")
		fits = 1
		for (j = 1; j <= m; j++) {
			if (tag[j] == "*") continue
			if (substr(tag[j], 1, 1) == "!") fits = fits && !index(tags, " " substr(tag[j], 2) " ")
			else fits = fits && index(tags, " " tag[j] " ")
		}
	}
	return remembered[selector, tags] = fits
}
