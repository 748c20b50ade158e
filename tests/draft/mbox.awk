# SPDX-License-Identifier: ISC
# Look at the bytes of an mbox and say what is not as RFC 5322, 2045, 2047 and mboxrd want it; at the end, how many messages it
# holds. With -v words=1 lines with encoded words are measured, too. For the C locale, in which a character is a byte.
BEGIN {
	once = split("To Subject Date X-RC-Gaps MIME-Version Content-Type Content-Transfer-Encoding", must, " ")
	perhaps["From"] = perhaps["In-Reply-To"] = perhaps["References"] = perhaps["X-RC-Not-Before"] = 1
	where = "start"
	empty = 1
}
function say(what) { print "line " FNR ": " what ": " substr($0, 1, 100) }

# A message begins. Nothing else in an mbox may look like that.
/^From / {
	messages++
	if (where == "header") say("a message in the header of another")
	if (!empty) say("no empty line before a message")
	if ($0 !~ /^From [!-~]+@[!-~]+ Sat Nov 21 00:00:00 2026$/ && $0 != "From MAILER-DAEMON Sat Nov 21 00:00:00 2026")
		say("expected a From line")
	where = "header"
	empty = 0
	for (name in seen) delete seen[name]
	id["In-Reply-To"] = id["References"] = ""
	last = coding = ""
	next
}
/^>+From / { say("a line that readers change") }
where == "start" { say("expected a From line") }
length($0) > 998 { say("more than 998 bytes") }

where == "header" && $0 == "" {
	for (i = 1; i <= once; i++) if (!seen[must[i]]) say("no " must[i])
	if (seen["In-Reply-To"] != seen["References"] || id["In-Reply-To"] != id["References"]) say("two messages are answered")
	where = "body"
	empty = 1
	next
}
where == "header" {
	if ($0 ~ /[^ -~]/) say("a byte that no header can hold")
	if ($0 ~ / $/) say("a blank at the end of a header line")
	if ($0 ~ /^ /) {
		if (last == "") say("a folded line without a header")
		if ($0 ~ /^  / || $0 == " ") say("a folded line begins with one blank and goes on")
	} else {
		last = $0
		sub(/:.*/, "", last)
		known = last in perhaps
		for (i = 1; i <= once; i++) known = known || last == must[i]
		if (!known) say("a header that is none of ours")
		if (seen[last]++) say("a header for the second time")
	}
	if (last == "Content-Transfer-Encoding") coding = $2
	if (last == "X-RC-Gaps" && $0 !~ /^X-RC-Gaps: (0|[1-9][0-9]*)$/) say("expected a number")
	if (last == "X-RC-Not-Before" && $0 !~ /^X-RC-Not-Before: [0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]$/) say("expected a day")
	if (last == "In-Reply-To" || last == "References") {
		if ($0 != last ":" && $0 !~ /^ <[^@<> ]+@[^@<> ]+>$/) say("expected a message id")
		id[last] = $0
	}
	if (last == "Date" && $0 != "Date: Sat, 21 Nov 2026 00:00:00 -0000") say("expected the date")
	encoded = 0
	n = split($0, word, " ")
	for (i = 1; i <= n; i++)
		if (word[i] ~ /=[?]/) {
			encoded = 1
			if (word[i] !~ /^=[?]utf-8[?]B[?][A-Za-z0-9+\/]+=*[?]=$/ || length(word[i]) > 75) say("not an encoded word")
		}
	# RFC 2047, 2: "each line of a header field that contains one or more 'encoded-word's is limited to 76 characters".
	if (words && encoded && length($0) > 76) say("more than 76 with an encoded word")
	next
}
where == "body" {
	empty = $0 == ""
	if ($0 ~ /\r/) say("a CR")
	if (coding == "quoted-printable" && ($0 ~ / $/ || length($0) > 76 || $0 !~ /^([ -<>-~]|=[0-9A-F][0-9A-F])*=?$/))
		say("not quoted-printable")
	if (coding == "8bit" && $0 ~ / $/) say("a blank at the end, which is lost on the way")
}
END {
	if (where == "header" || !empty) print "the end is not that of a message"
	print messages + 0 " messages"
}
