# SPDX-License-Identifier: ISC
# Look at a text of templates and say where there are too few words for turns, and where two sections that one person may get,
# guarded, formal or neither, have the same subject or body. A subject is what is left without gaps that may be left out.
BEGIN { split("checkin give drift birthday thanks reply", name, " "); for (i in name) many[name[i]] = 1 }
/^\[[a-z]/ {
	finish()
	section = $0 == "[dates]" ? "" : substr($0, 2, length($0) - 2)
	body = ""
	next
}
/^Subject: / { subject = substr($0, 10); next }
!/^#/ { body = body $0 "\n" }
END {
	finish()
	for (base in turns)
		if (turns[base] < (base in many ? 3 : 2)) print "[" base "] has " turns[base] " of " (base in many ? 3 : 2) " variants"
}
function finish(  person, base) {
	if (section == "") return
	person = section ~ /\.guarded/ ? "guarded" : section ~ /\.formal/ ? "formal" : "familiar"
	gsub(/\[\[[?][^]]*\]\]/, "", subject)
	compare("subject", person SUBSEP subject)
	compare("body", person SUBSEP body)
	base = section
	sub(/\.[0-9]+$/, "", base)
	if (base !~ /\./) turns[base]++
}
function compare(what, key) {
	if ((what, key) in seen) print "[" section "] has the " what " of [" seen[what, key] "]"
	else seen[what, key] = section
}
