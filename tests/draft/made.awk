# SPDX-License-Identifier: ISC
# Rows for every built-in template, made so that each field shows where it goes: all reasons, of active and of guarded people as
# rc-due gives them, whose greeting is formal and not, ahead and late, with some fields and without them, and in each
# turn that the variants take. With -v keys=1 the rows for what -k names instead, the name as their tier.
# They are for row.awk.
BEGIN {
	OWN = ":Markobject"
	if (keys) {
		make("delay promise" OWN, "active guarded", "-3")
		make("schedule checkin", "active guarded", "-3 9")
		make("decline answer" OWN, "active guarded", "-3 9")
		make("amends checkin", "active guarded", "-3 9")
		exit
	}
	turns["checkin"] = 10
	turns["give"] = 6
	make("promise" OWN " answer" OWN " reply thanks gracious ask" OWN " ask-soft" OWN " hold" OWN " checkin", "active guarded", "-3 9")
	make("waiting" OWN ":I_asked_Markwhy waiting" OWN ":I_asked_Markwhy;;_the_last_nudge waiting" OWN ":they_promised_it_Markwhy" \
	    " waiting" OWN ":they_promised_it_Markwhy;;_the_last_nudge", "active guarded", "-3 9")
	make("birthday anniversary anniversary:12 anniversary::Markwhy:Marktext_funeral season", "active", "-3 9")
	make("news:promotion news:layoff news:sheep aftercare:illness luck:exam luck:surgery follow outcome" OWN, "active", "-3 9")
	make("give drift reconnect", "active", "-3 9")
	make("meeting", "active guarded", "-3")
	make("document", "guarded", "-3 9")
}

# Of each kind, a reason, perhaps with an object, a why and a text after ':'. With -v keys=1 one, and the name before it.
function make(kinds, statuses, overs,  n, i, kind, m, j, status, k, o, over, formal) {
	n = split(kinds, kind, " ")
	if (keys) {
		key = kind[1]
		kind[1] = kind[2]
		n = 1
	}
	m = split(statuses, status, " ")
	k = split(overs, over, " ")
	for (i = 1; i <= n; i++)
		for (j = 1; j <= m; j++)
			for (o = 1; o <= k; o++)
				for (formal = 0; formal <= 1; formal++) make_rows(kind[i], status[j], over[o], formal)
}

# Each turn, with each choice of fields; upkeep also after three times its time.
function make_rows(kind, status, over, formal,  part, turn, most, field) {
	split(kind ":::", part, ":")
	gsub(/_/, " ", part[3])
	gsub(/_/, " ", part[4])
	most = !keys && part[1] in turns ? turns[part[1]] : 4
	for (turn = 0; turn < most; turn++)
		for (field = 0; field <= 3; field++) {
			make_row(part, status, over, formal, turn, field, 120)
			if (!keys && part[1] ~ /^(checkin|give|drift|reconnect)$/) make_row(part, status, over, formal, turn, field, 300)
		}
}

# Fields 1 or 2, both with 3, none with 0, and then not even a name: only the id is known.
function make_row(part, status, over, formal, turn, field, pct) {
	print "reason=" part[1] "; status=" status "; formal=" (formal ? "yes" : "") "; over_days=" over "; due=2026-11-13; who=markid" \
	    "; name=" (field ? "Markname Markfamily" : "markid") "; greet=" (field ? "Markgreet" : "markid") \
	    "; tier=" (keys ? key : "Marktier") "; tags=Marktags; why=" (part[3] != "" ? part[3] : "Markwhy") \
	    "; pct=" pct "; out=" turn + 75600 "; rank=90909; source=marksource.txt:7" \
	    "; object=" (part[2] != "" ? part[2] : with(field, 1, "Markobject")) \
	    "; text=" (part[4] != "" ? part[4] : with(field, 2, "Marktext")) "; topic=" with(field, 1, "Marktopic") \
	    "; hours=" with(field, 1, "Markhours") "; recall=" with(field, 2, "Markrecall") "; last=" with(field, 2, "2026-10-05")
}
function with(field, number, value) { return field == number || field == 3 ? value : "" }
