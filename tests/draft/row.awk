# SPDX-License-Identifier: ISC
# Rows of rc-due's table, one of each line "cell=value; cell=value". A cell that is not named holds what stands below. Values
# are as in a table: a tab is \t; where "; " is meant, ";; " is written. Empty lines and those that begin with '#' are passed over,
# and so is what stands after " | ".
BEGIN {
	OFS = "\t"
	columns = split("due over_days who name tier status reason object why text recall last pct " \
	    "greet formal via to topic tags hours out rank source", name, " ")
	for (i = 1; i <= columns; i++) place[name[i]] = i
	usual[place["due"]] = "2026-11-21"
	usual[place["over_days"]] = "0"
	usual[place["who"]] = "ada"
	usual[place["name"]] = "Ada Lovelace"
	usual[place["status"]] = "active"
	usual[place["reason"]] = "checkin"
	usual[place["why"]] = "every 6w"
	usual[place["greet"]] = "Ada"
	usual[place["via"]] = "email"
	usual[place["to"]] = "ada@example.org"
	usual[place["out"]] = "3"
	usual[place["rank"]] = "40000100"
	usual[place["source"]] = "journal.txt:7"
}
/^(#|$)/ { next }
{
	if ((at = index($0, " | "))) {
		$0 = substr($0, 1, at - 1)
		sub(/ +$/, "")
	} else if ($0 ~ / \|$/) {
		sub(/ *\|$/, "")
	}
	for (i = 1; i <= columns; i++) value[i] = usual[i]
	gsub(/;; /, "\001")
	cells = split($0, cell, "; ")
	for (c = 1; c <= cells; c++) {
		gsub(/\001/, "; ", cell[c])
		at = index(cell[c], "=")
		key = substr(cell[c], 1, at - 1)
		if (!(key in place)) {
			print "row.awk: no such cell: " cell[c] | "cat >&2"
			exit 1
		}
		value[place[key]] = substr(cell[c], at + 1)
	}
	line = value[1]
	for (i = 2; i <= columns; i++) line = line OFS value[i]
	print line
}
