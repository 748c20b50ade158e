# SPDX-License-Identifier: ISC
# Judge drafts by rules: awk -f manners.awk RULES NEWS ROWS DRAFTS, the drafts without a header, as rc-draft makes them of the
# rows. What is not as it should be is said, once for all drafts that are the same. RULES is manners.rules, which tells its
# form; NEWS is news.cases. With these set by -v:
#
#     named=x   the tag "x" goes with each draft, too
#     real=1    the rows are from life: people may write what they like, so that it is the templates' own words that are judged
#     rules=1   print each rule that a draft broke, nothing else
BEGIN {
	FS = OFS = "\t"
	DUE_WHO = 3; DUE_NAME = 4; DUE_STATUS = 6; DUE_REASON = 7; DUE_OBJECT = 8; DUE_TEXT = 10; DUE_RECALL = 11; DUE_GREET = 14
	DUE_HOURS = 20; DUE_SOURCE = 23
}
FNR == 1 { file++ }
file <= 2 && /^(#|$)/ { next }

file == 1 && /^[a-z]+ = / {
	n = split($0, cut, / +/)
	for (i = 3; i <= n; i++) together[cut[i]] = together[cut[i]] cut[1] " "
	next
}

# A rule: of which drafts, which part of them, always or never, a pattern; a word begins at '<' and ends at '>'.
file == 1 {
	rest = $0
	for (i = 1; i <= 3; i++) {
		match(rest, / +\| */)
		cut[i] = substr(rest, 1, RSTART - 1)
		rest = substr(rest, RSTART + RLENGTH)
	}
	if (cut[2] !~ /^(subject|body|plain|all)$/ || cut[3] !~ /^(always|never)$/ || rest == "") {
		print "not a rule: " $0
		fatal = 1
		exit 1
	}
	rule[++rules_count] = $0
	selector[rules_count] = cut[1]
	of_what[rules_count] = cut[2]
	verdict[rules_count] = cut[3]
	of_fields[rules_count] = rest ~ /mark|13 november/
	gsub(/</, "(^|[^a-z])", rest)
	gsub(/>/, "([^a-z]|$)", rest)
	wanted[rules_count] = rest
	next
}
file == 2 {
	split($0, cut, / +\| */)
	kind[cut[1]] = cut[2]
	next
}

# A row. What is over is passed over.
file == 3 {
	if ($DUE_REASON == "due" || $DUE_REASON == "reason" || ($DUE_REASON == "meeting" && $2 > 0)) next
	rows++
	who[rows] = $DUE_WHO
	about[rows] = $DUE_REASON
	source[rows] = $DUE_SOURCE
	tags[rows] = " " named " " $DUE_REASON " " together[$DUE_REASON] $DUE_STATUS " " ($2 > 0 ? "late" : "in-time") " " \
	    ($DUE_OBJECT == "" ? "" : "object ") ($DUE_TEXT == "" ? "" : "text ") ($DUE_REASON == "news" && $DUE_OBJECT in kind ? kind[$DUE_OBJECT] " " : "")
	if (real) {
		text[rows] = tolower(plain_cell($DUE_TEXT))
		recall[rows] = tolower(plain_cell($DUE_RECALL))
		written[rows] = text[rows] FS tolower(plain_cell($DUE_OBJECT)) FS tolower($DUE_NAME) FS tolower($DUE_GREET) FS \
		    tolower($DUE_HOURS)
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
	key = tags[drafts] SUBSEP $6 SUBSEP $7 SUBSEP $8
	if (!real && key in judged) next
	judged[key] = 1
	prepare(++drafts_judged)
}

# Rule by rule, not draft by draft: an awk may have to build each pattern anew whenever it is not the same as before.
END {
	if (fatal) exit 1
	if (file == 4 && drafts != rows) print "drafts of " drafts + 0 " rows of " rows + 0
	for (r = 1; r <= rules_count; r++) judge(r)
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
	if (!rules) print label[d] ": " what ":" OFS words[d, "show"]
}

# Leave the gaps out of a text, "_" in their places; counts them.
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
		s = substr(s, end + 2)
		gaps++
	}
	if (index(s, "]]")) say(d, "a gap ends that did not begin")
	return kept s
}

# Cut what people wrote out of the template's words, where it is no part of a longer one ("Ed" is none of "wanted").
function without(s, words,  kept, at, rest, before) {
	while (words != "" && (at = index(s, words))) {
		before = at == 1 ? substr(kept, length(kept)) : substr(s, at - 1, 1)
		rest = substr(s, at + length(words))
		kept = kept substr(s, 1, at - 1) (before ~ /[a-z]/ || rest ~ /^[a-z]/ ? words : "_")
		s = rest
	}
	return kept s
}

# Keep the draft at hand as number d, part by part.
function prepare(d,  subject, body, all, plain, bare, n, i, fact) {
	label[d] = source[drafts] ":" tags[drafts]
	words[d, "show"] = $6 OFS $7
	tags_of[d] = tags[drafts]
	subject = tolower(plain_cell($6))
	body = tolower(plain_cell($7))
	all = subject "\n" body
	gaps = 0
	plain = without_gaps(d, all)
	if (gaps != $8) say(d, $8 " gaps, counted " gaps)
	if (real) {
		if (!(about[drafts] ~ /^(promise|ask|ask-soft|outcome)$/) && length(text[drafts]) > 11 && index(plain, text[drafts]))
			say(d, "a text stands outside a gap")
		if (length(recall[drafts]) > 11 && index(plain, recall[drafts])) say(d, "what is recalled stands outside a gap")
		n = split(written[drafts], fact, FS)
		bare = plain
		for (i = 1; i <= n; i++) bare = without(bare, fact[i])
		gsub(/\n/, " ", bare)
		words[d, "bare"] = bare
	}
	gsub(/\n/, " ", plain)
	gsub(/\n/, " ", all)
	gsub(/\n/, " / ", body)
	words[d, "subject"] = subject
	words[d, "body"] = body
	words[d, "plain"] = plain
	words[d, "all"] = all
}

# Judge all drafts by a rule. Of people from life only the template's own words are held to what must never be said.
function judge(r,  d, of) {
	if (real && of_fields[r]) return
	of = real && verdict[r] == "never" ? "bare" : of_what[r]
	for (d = 1; d <= drafts_judged; d++) {
		if (!chosen(selector[r], tags_of[d]) || (words[d, of] ~ wanted[r]) == (verdict[r] == "always")) continue
		if (rules) print rule[r]
		else say(d, rule[r])
	}
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
