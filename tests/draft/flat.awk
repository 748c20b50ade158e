# SPDX-License-Identifier: ISC
# What a mail reader shows, as a table to compare: recipient, subject, gaps, body, a message a line. Messages end with a line
# "@@@@". With -v drafts=1 the same of rc-draft's table. Quotes and backslashes, which readers put around names as they like,
# are left out of the recipient; elsewhere a backslash is "/", a tab a blank, a line end "|".
drafts {
	split($0, cell, "\t")
	address = plain(cell[5])
	sub(/^.*</, "", address)
	sub(/>.*/, "", address)
	gsub(/^ +| +$/, "", address)
	name = plain(cell[2])
	gsub(/[|]/, " ", name)
	gsub(/[\001-\037]/, " ", name)
	show(name == "" ? address : name " <" address ">", plain(cell[6]), cell[8], plain(cell[7]))
	next
}
/^@@@@$/ {
	# The empty line after a message of an mbox is none of its body, but some readers keep it.
	if (keeps) sub(/[|]$/, "", body)
	gsub(/\\/, "/", value["to"])
	show(value["to"], value["subject"], value["x-rc-gaps"], body)
	body = in_body = ""
	for (name in value) delete value[name]
	next
}
!in_body && $0 == "" { in_body = 1; next }
!in_body && /^[ \t]/ { value[last] = value[last] " " substr($0, 2); next }
!in_body && /^From / { next }
!in_body {
	last = tolower(substr($0, 1, index($0, ":") - 1))
	value[last] = substr($0, index($0, ":") + 2)
	next
}
{ body = body $0 "|" }

function plain(s) {
	gsub(/\\\\/, "\001", s)
	gsub(/\\n/, "|", s)
	gsub(/\\[tr]/, " ", s)
	gsub(/\001/, "/", s)
	return s
}
function show(to, subject, gaps, body) {
	gsub(/["\/]/, "", to)
	gsub(/\\/, "/", subject)
	gsub(/\\/, "/", body)
	gsub(/\t/, " ", body)
	print to "\t" subject "\t" gaps "\t" body
}
