# SPDX-License-Identifier: ISC
# awk -v seed=N -v lines=N -f salad.awk: lines of words that people use of each other, in any order. Words such as "zaq17" are in
# no table of the lenient reader: each is in one line only, and must be in what that line is mended to.
function pick(list, count) {
	return list[1 + int(rand() * count)]
}

BEGIN {
	srand(seed)
	words = split("met called wrote gave asked promised kept dropped declined thanked acked had noted want meet " \
	    "lunch coffee emailed texted helped introduced sent shared owe delivered cancelled refused requested needs thanks " \
	    "got promoted left joined likes will send heard from told me replied said no yes follow up caught talked to " \
	    "a an the my her some i we and & with for about on at by until due in fri friday monday tomorrow 6 nov end of month " \
	    "30m 2h 90 min minutes half hour hours 2 weeks +2w via email zoom phone #tag #x : ; , . ? ! - ... (maybe) not didn't " \
	    "@ada @bob @ada's @ada, @bob: @a/@b intro: quote, quote: it's 18:00 1:30h 2026-11-20 50% \\ \" ' re: asap", word, " ")
	dates = split("2026-11-18 2026-11-18 2026-11-18 2026/11/18 20261118 2026-11-18: 18_Nov_2026 Nov_18,_2026 -_2026-11-18 " \
	    "2026-11-18T14:00 @ada emailed 2026-02-30", date, " ")
	for (n = 1; n <= lines; n++) {
		line = pick(date, dates)
		gsub(/_/, " ", line)
		at = 1 + int(rand() * 4)
		count = 1 + int(rand() * 9)
		for (i = 1; i <= count; i++) {
			if (i == at)
				line = line " @ada"
			line = line " " (rand() < 0.25 ? "zaq" n "x" i : pick(word, words))
		}
		print line
	}
}
