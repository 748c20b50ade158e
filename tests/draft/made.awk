# SPDX-License-Identifier: ISC
# Rows for every built-in template, made so that each field shows where it goes: all reasons, of active and of guarded people as
# rc-due gives them, ahead, today and late, with each of five fields and without it; recall goes with hours,
# since no template has both. They are for row.awk.
BEGIN {
	make("promise answer reply thanks gracious meeting waiting ask ask-soft hold checkin", "active")
	make("birthday anniversary news:promotion news:layoff news:sheep season give drift", "active")
	make("aftercare:illness luck follow outcome reconnect", "active")
	make("promise answer reply thanks gracious meeting waiting ask ask-soft hold checkin document", "guarded")
}
function make(reasons, status,  n, i, reason, over, o, bits) {
	n = split(reasons, reason, " ")
	split("-3 0 5", over, " ")
	for (i = 1; i <= n; i++)
		for (o = 1; o <= 3; o++)
			for (bits = 0; bits < 32; bits++) make_row(reason[i], status, over[o], bits)
}
function make_row(reason, status, over, bits,  part, object) {
	split(reason, part, ":")
	object = part[2] != "" ? part[2] : "Markobject"
	print "reason=" part[1] "; status=" status "; over_days=" over "; due=2026-11-13; name=Markname Markfamily" \
	    "; greet=Markgreet; tier=Marktier; tags=Marktags; why=Markwhy" \
	    "; pct=1040; out=7077; rank=90909; source=marksource.txt:7" \
	    "; object=" (bits % 2 ? object : "") "; text=" (int(bits / 2) % 2 ? "Marktext" : "") \
	    "; topic=" (int(bits / 4) % 2 ? "Marktopic" : "") "; hours=" (int(bits / 8) % 2 ? "Markhours" : "") \
	    "; recall=" (int(bits / 8) % 2 ? "Markrecall" : "") \
	    "; last=" (bits >= 16 ? "2026-10-05" : "")
}
