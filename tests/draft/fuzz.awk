# SPDX-License-Identifier: ISC
# Rows whose fields try to break out of where they stand: into a header, into another message, into a gap, out of one. awk -v rows=N
# -f fuzz.awk prints N of them for row.awk, always the same. Where `who` is "markid.ok" the address is one that mail can go to.
# Each field holds its name somewhere, with "mark" before, as in made.awk.
BEGIN {
	parts = split("\\n|\\r|\\r\\n|\\t|\\\\| |  |:|,|\"|'|(|)|<|>|?|<a@b>|<a@b\\n>|[|]|[[|]]|{|}|{greet}|%s|=|?|_|=?|?=|=?utf-8?B?SGVsbG8=?=" \
	    "|=?utf-8?q?=0ABcc:_eve=40example.org?=|=0A|=0D=0A|Bcc: eve@example.org|\\nBcc: eve@example.org|\\r\\n\\r\\nbody" \
	    "|\\nFrom eve@example.org Sat Nov 21 00:00:00 2026|From |\\n>From |.|\\n.\\n|;|--|\\n--\\n|\\t\\t|[2J|@|@eve" \
	    "|é|ß|Ω|Ж|中文|日本|ア|한|ع|א|é|🙂|👩‍🔬|‮| |﻿|\342\200\250|a|Ada|Lovelace|the|word|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", part, "|")
	n = split("promise answer reply thanks gracious birthday anniversary news aftercare luck follow outcome season meeting waiting waiting " \
	    "ask ask-soft hold give checkin drift reconnect document", reason, " ")
	split("ada@example.org|a.b-c+d@example.org|Ada <ada@example.org>|\"A, B\" <ada@example.org>| ada@example.org |x'y!#$%&*/=^?_`{}~@sub.example.org", good, "|")
	bad = split("|ada|ada@|@example.org|a@b@c.org|ada@exa mple.org|ada@example.org\\nBcc: eve@example.org|ada@example.org, eve@example.org" \
	    "|ada@example.org>|<ada@example.org|Ada <ada@example.org> x|a..b@example.org|.a@example.org|a.@example.org|ada@example..org|åda@example.org" \
	    "|ada@exämple.org|\"a b\"@example.org|ada@[127.0.0.1]|+44 20 7946 0001|ada@example.org(x)|<>|ada@example_x.org", wrong, "|")
	split("promotion|layoff|sheep|surgery|exam", event, "|")
	split("active|active|active|guarded", status, "|")
	split("I asked |they promised it |", begin, "|")
	seed = 1843
	for (i = 1; i <= rows; i++) {
		ok = random(5) > 0
		why = reason[r = random(n) + 1] == "waiting" ? begin[random(3) + 1] : ""
		object = reason[r] ~ /^(news|luck)$/ && random(2) ? event[random(5) + 1] : words("object")
		# In a row of row.awk "; " ends a cell, and " | " the row.
		print "who=markid." (ok ? "ok" : "none") "; reason=" reason[r] "; name=" words("name") "; greet=" words("greet") "; object=" object \
		    "; text=" words("text") "; recall=" words("recall") "; tags=" words("tags") "; why=" why words("why") (random(3) ? "" : ";; the last nudge") \
		    "; topic=" words("topic") "; hours=" words("hours") "; tier=" words("tier") "; status=" status[random(4) + 1] \
		    "; to=" (ok ? good[random(6) + 1] : wrong[random(bad) + 1]) "; source=journal.txt:" i "; over_days=" random(20) - 9 \
		    "; formal=" (random(3) ? "" : "yes") "; pct=" (random(2) ? "" : random(9) * 100) "; out=" random(40)
	}
}
# A number from 0 to below most.
function random(most) {
	seed = seed * 16807 % 2147483647
	return int(seed / 2147483647 * most)
}
# Some parts, and a mark among them; or nothing.
function words(mark,  s, k, at) {
	k = random(9)
	at = random(k) + 1
	for (; k > 0; k--) s = s (k == at ? "Mark" mark : "") part[random(parts) + 1]
	gsub(/;+ +/, ";", s)
	sub(/;+$/, "", s)
	return s
}
