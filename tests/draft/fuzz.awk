# SPDX-License-Identifier: ISC
# Rows whose fields try to break out of where they stand: into a header, into another message, into a gap. awk -v rows=N
# -f fuzz.awk prints N of them for row.awk, always the same. Where `who` is "ok" the address is one that mail can go to.
BEGIN {
	parts = split("\\n|\\r|\\r\\n|\\t|\\\\| |  |:|,|\"|'|(|)|<|>|[|]|[[|]]|{|}|{greet}|%s|=|?|_|=?|?=|=?utf-8?B?SGVsbG8=?=" \
	    "|=?utf-8?q?=0ABcc:_eve=40example.org?=|=0A|=0D=0A|Bcc: eve@example.org|\\nBcc: eve@example.org|\\r\\n\\r\\nbody" \
	    "|\\nFrom eve@example.org Sat Nov 21 00:00:00 2026|From |\\n>From |.|\\n.\\n|;|--|\\n--\\n|\\t\\t|[2J|@|@eve" \
	    "|é|ß|Ω|Ж|中文|日本|ア|한|ع|א|é|🙂|👩‍🔬|‮| |﻿|\342\200\250|a|Ada|Lovelace|the|word|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", part, "|")
	n = split("promise answer reply thanks gracious birthday anniversary news aftercare luck follow outcome season meeting waiting ask ask-soft hold give checkin drift reconnect", reason, " ")
	split("ada@example.org|a.b-c+d@example.org|Ada <ada@example.org>|\"A, B\" <ada@example.org>| ada@example.org |x'y!#$%&*/=^?_`{}~@sub.example.org", good, "|")
	bad = split("|ada|ada@|@example.org|a@b@c.org|ada@exa mple.org|ada@example.org\\nBcc: eve@example.org|ada@example.org, eve@example.org" \
	    "|ada@example.org>|<ada@example.org|Ada <ada@example.org> x|a..b@example.org|.a@example.org|a.@example.org|ada@example..org|åda@example.org" \
	    "|ada@exämple.org|\"a b\"@example.org|ada@[127.0.0.1]|+44 20 7946 0001|ada@example.org(x)|<>|ada@example_x.org", wrong, "|")
	seed = 1843
	for (i = 1; i <= rows; i++) {
		ok = random(5) > 0
		# In a row of row.awk "; " ends a cell, and " | " the row.
		print "who=" (ok ? "ok" : "none") "; reason=" reason[random(n) + 1] "; name=" words() "; greet=" words() "; object=" words() \
		    "; text=" words() "; recall=" words() "; tags=" words() "; why=" words() "; topic=" words() "; hours=" words() \
		    "; to=" (ok ? good[random(6) + 1] : wrong[random(bad) + 1]) "; source=journal.txt:" i "; over_days=" random(3) - 1
	}
}
# A number from 0 to below most.
function random(most) {
	seed = (seed * 17364 + 12345) % 65521
	return int(seed / 65521 * most)
}
function words(  s, k) {
	for (k = random(9); k > 0; k--) s = s part[random(parts) + 1]
	gsub(/; +/, ";", s)
	return s
}
