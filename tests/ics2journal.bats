#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# ics2journal: which events become lines for the journal, on which days, and what is left out.
# shellcheck disable=SC2154 # capture sets out, err, status
# shellcheck disable=SC2016 # what is quoted is to stay as it is

load helper

# Today is a Wednesday.
setup() {
	PATH=$(cd "$BATS_TEST_DIRNAME/../examples" && pwd):$PATH
	unset RC_DIR
	export RC_TODAY=2026-11-18
	people=$BATS_TEST_DIRNAME/ics2journal/people.txt
	calendar=$BATS_TEST_DIRNAME/ics2journal/calendar.ics
	cd "$BATS_TEST_TMPDIR" || return 1
	: >journal.txt
}

# ics [ARG ...]: ics2journal with the people of these tests, and an address of mine.
ics() {
	ics2journal -p "$people" -j journal.txt -a me@example.net "$@"
}

# event [LINE ...]: an event with Ada and these lines, on standard output.
event() {
	printf '%s\n' BEGIN:VEVENT 'ORGANIZER:mailto:ada@example.org' "$@" END:VEVENT
}

# The dates of the lines, with a + after an appointment, on one line; and what was left out.
days() {
	ics "$@" 2>&1 | sed -e 's/^\([0-9-]*\) meet .*/\1+/' -e 's/^\([0-9-]*\) met .*/\1/' \
		-e 's/^ics2journal: [0-9]* events: [0-9]* written, [0-9]* left out *//' | xargs
}

expected_lines() {
	cat <<-'EOF'
		2026-11-10 met @ada, @bob 1h30m: Lunch, with "tea"; and more <lunch@example.org>
		2026-11-19 meet @ada 2h: Dinner <dinner@example.org>
		2026-11-21 meet @bob: Trip <trip@example.org>
	EOF
}

@test "past events were met, others are to be met, and every event is counted" {
	capture ics "$calendar"
	[ "$status" -eq 0 ]
	same <(expected_lines) "$out"
	same <(echo 'ics2journal: 7 events: 3 written, 4 left out (1 cancelled, 1 declined, 1 with nobody known, 1 undated)') "$err"
	rc-parse -c "$people" "$out"
}

@test "a second run adds nothing, and a day later what was ahead was met" {
	ics "$calendar" >>journal.txt
	capture ics "$calendar"
	same /dev/null "$out"
	grep -qF '7 events: 0 written, 7 left out (1 cancelled, 1 declined, 1 with nobody known, 1 undated, 3 in the journal)' "$err"
	# On the day itself it is still ahead.
	capture ics -d 2026-11-19 "$calendar"
	same /dev/null "$out"
	capture ics -d 2026-11-20 "$calendar"
	same <(echo '2026-11-19 met @ada 2h: Dinner <dinner@example.org>') "$out"
	cat "$out" >>journal.txt
	capture ics -d 2026-11-20 "$calendar"
	same /dev/null "$out"
}

@test "what the keeper wrote of an event settles it" {
	for line in '2026-11-19 dropped @ada dinner: she is ill <dinner@example.org>' '# 2026-11-19 no such thing <dinner@example.org>' \
		'2026-11-18 @ada declined meeting: <dinner@example.org>' '2026-11-18 called @ada instead: <dinner@example.org>'; do
		echo "$line" >journal.txt
		ics -d 2026-11-30 "$calendar" 2>/dev/null >lines
		[ "$(wc -l <lines)" -eq 2 ]
		run ! grep dinner lines
	done
	echo '2026-11-18 noted @ada: likes fish, see <dinner@example.org>' >journal.txt
	ics "$calendar" 2>/dev/null | same <(expected_lines) -
}

@test "a moved or cancelled appointment is told of with its place in the journal" {
	event UID:1 DTSTART:20261125T100000Z SUMMARY:Tea >one.ics
	ics one.ics >>journal.txt
	event UID:1 SEQUENCE:1 DTSTART:20261127T100000Z SUMMARY:Tea >>one.ics
	capture ics one.ics
	same <(echo '2026-11-27 meet @ada: Tea <1>') "$out"
	same <(cat <<-'EOF'
		ics2journal: journal.txt:1: this appointment is on 2026-11-27 now: call off the old one
		ics2journal: 2 events: 1 written, 1 left out (1 repeated)
	EOF
	) "$err"
	cat "$out" >>journal.txt
	capture ics one.ics
	same /dev/null "$out"
	[ "$(wc -l <"$err")" -eq 1 ]
	event UID:1 SEQUENCE:2 DTSTART:20261127T100000Z STATUS:CANCELLED >>one.ics
	capture ics one.ics
	same /dev/null "$out"
	same <(cat <<-'EOF'
		ics2journal: journal.txt:1: this appointment is cancelled: call it off
		ics2journal: journal.txt:2: this appointment is cancelled: call it off
		ics2journal: 3 events: 0 written, 3 left out (1 cancelled, 2 repeated)
	EOF
	) "$err"
	# Moved to a day that is past: it was met.
	printf '2026-11-25 meet @ada: Tea <1>\n' >journal.txt
	event UID:1 DTSTART:20261116T100000Z SUMMARY:Tea >one.ics
	capture ics one.ics
	same <(echo '2026-11-16 met @ada: Tea <1>') "$out"
}

# An event by the lines of its start and end.
timed() {
	printf 'BEGIN:VEVENT\nUID:1\nATTENDEE:mailto:ada@example.org\n%b\nEND:VEVENT\n' "$1" >"$BATS_TEST_TMPDIR/one.ics"
	TZ=Europe/Berlin ics "$BATS_TEST_TMPDIR/one.ics" 2>&1 |
		sed -e 's/ @ada//; s/: <1>//' -e 's/^ics2journal: 1 events: 0 written, 1 left out //' -e '/ 0 left out$/d'
}

@test "times are those where I am, and minutes are those between start and end" {
	[ -e /usr/share/zoneinfo/Europe/Berlin ] || skip 'no zone files'
	each_case timed <<-'EOF'
		DTSTART:20261110T223000Z\nDTEND:20261110T224500Z                        | 2026-11-10 met 15m
		DTSTART:20261110T233000Z\nDTEND:20261111T003000Z                        | 2026-11-11 met 1h
		DTSTART:20260710T223000Z\nDTEND:20260711T003500Z                        | 2026-07-11 met 2h05m
		# Floating times are mine.
		DTSTART:20261110T233000\nDURATION:PT1H30M                               | 2026-11-10 met 1h30m
		DTSTART;TZID=America/New_York:20261110T180000\nDURATION:PT50M           | 2026-11-11 met 50m
		DTSTART;TZID="America/New_York":20261110T170000\nDURATION:P1DT30M       | 2026-11-10 met 24h30m
		DTSTART;TZID=Asia/Tokyo;VALUE=DATE-TIME:20261110T073000                 | 2026-11-09 met
		DTSTART;TZID=Asia/Tokyo:20261110T090000\nDTEND;TZID=Europe/Berlin:20261110T020000 | 2026-11-10 met 1h
		# A zone that nobody knows is as mine.
		DTSTART;TZID=../../etc/passwd:20261110T233000                           | 2026-11-10 met
		DTSTART;TZID=It's:20261110T233000                                       | 2026-11-10 met
		# The hour that the clocks are put back, and forward.
		DTSTART:20261025T003000Z\nDTEND;TZID=Europe/Berlin:20261025T033000      | 2026-10-25 met 2h
		DTSTART;TZID=Europe/Berlin:20260329T013000\nDTEND;TZID=Europe/Berlin:20260329T033000 | 2026-03-29 met 1h
		DTSTART;VALUE=DATE:20261110\nDTEND;VALUE=DATE:20261112                  | 2026-11-10 met
		DTSTART:20261110                                                        | 2026-11-10 met
		DTSTART;VALUE=DATE:20261110\nDURATION:P1D                               | 2026-11-10 met
		DTSTART:20261110T100000Z\nDTEND:20261110T100000Z                        | 2026-11-10 met
		DTSTART:20261110T100000Z\nDTEND:20261110T090000Z                        | 2026-11-10 met
		DTSTART:20261110T100000Z\nDURATION:-PT1H                                | 2026-11-10 met
		DTSTART:20261110T100000Z\nDURATION:P2W                                  | 2026-11-10 met 336h
		DTSTART:20261110T100000Z\nDURATION:P9999W                               | 2026-11-10 met
		DTSTART:20261110T100000Z\nDTEND:20261110T101459Z                        | 2026-11-10 met 14m
		DTSTART:20261118T100000Z                                                | 2026-11-18 meet
		DTEND:20261110T104000Z\nDTSTART:20261110T100000Z                        | 2026-11-10 met 40m
		DTSTART\n :20261110T1\n 00000Z\nDURATION\n :PT\n 1H                     | 2026-11-10 met 1h
		dtstart:20261110t100000z\nduration:pt45m                                | 2026-11-10 met 45m
		DTSTART:20261310T100000Z                                                | (1 undated)
		DTSTART:20260229                                                        | (1 undated)
		DTSTART:20261110T250000Z                                                | (1 undated)
		DTSTART:                                                                | (1 undated)
		DTEND:20261110T100000Z                                                  | (1 undated)
	EOF
}

@test "the zone of a calendar holds where its name is no zone of this machine" {
	zone=$(sed -n '/^BEGIN:VTIMEZONE/,/^END:VTIMEZONE/p' "$calendar")
	for case in '20261101T150000 2026-11-01' '20261101T155900 2026-11-01' '20261101T160000 2026-11-02' '20261031T170000 2026-11-01' \
		'20260308T155900 2026-03-08' '20260308T170000 2026-03-09' '20260307T155959 2026-03-07' '20260307T160000 2026-03-08'; do
		{ echo "$zone"; event UID:1 "DTSTART;TZID=Far West:${case% *}"; } >one.ics
		TZ=UTC0 ics one.ics 2>/dev/null >line
		[[ $(cat line) == "${case#* } met @ada: <1>" ]] || { echo "$case"; cat line; return 1; }
	done
	# Parts of a zone by dates, by an end, and without a rule.
	printf '%s\n' BEGIN:VTIMEZONE 'TZID:Odd, "one"' BEGIN:STANDARD DTSTART:19700101T000000 TZOFFSETFROM:+0000 TZOFFSETTO:+0130 END:STANDARD \
		BEGIN:DAYLIGHT DTSTART:20260101T000000 RDATE:20260301T000000,20260901T000000 TZOFFSETFROM:+0130 TZOFFSETTO:+1200 END:DAYLIGHT \
		BEGIN:STANDARD DTSTART:20250201T000000 'RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=1SU;UNTIL=20260201T000000Z' TZOFFSETTO:-1200 END:STANDARD \
		END:VTIMEZONE >odd.ics
	for case in '19990505T010000 1999-05-04' '19990505T013000 1999-05-05' '20250301T115900 2025-03-01' '20250301T120000 2025-03-02' \
		'20260102T115900 2026-01-01' '20260210T120000 2026-02-11' '20260310T115900 2026-03-09'; do
		{ cat odd.ics; event UID:1 "DTSTART;TZID=\"Odd, one\":${case% *}"; } | sed 's/^TZID:Odd, .*/TZID:Odd\\, one/' >one.ics
		TZ=UTC0 ics one.ics 2>/dev/null >line
		[[ $(cat line) == "${case#* } met @ada: <1>" ]] || { echo "$case"; cat line; return 1; }
	done
}

# The days of an event that begins on a day with a rule and more: DAY RULE [LINES].
repeats() {
	local rest=${1#* }
	printf 'BEGIN:VEVENT\nUID:1\nATTENDEE:mailto:ada@example.org\nDTSTART;VALUE=DATE:%s\nRRULE:%b\nEND:VEVENT\n' "${1%% *}" "$rest" \
		>"$BATS_TEST_TMPDIR/one.ics"
	days "$BATS_TEST_TMPDIR/one.ics"
}

@test "what repeats is written for each of its days" {
	each_case repeats <<-'EOF'
		20261101 FREQ=DAILY;COUNT=3                     | 2026-11-01 2026-11-02 2026-11-03
		20261101 FREQ=DAILY;INTERVAL=10;UNTIL=20261125  | 2026-11-01 2026-11-11 2026-11-21+
		20261113 FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=4 | 2026-11-13 2026-11-16 2026-11-17 2026-11-18+
		20261113 FREQ=DAILY;UNTIL=20261116T000000Z;INTERVAL=1;BYDAY=MO, TU, WE, TH, FR\n ;WKST=SU | 2026-11-13 2026-11-16
		20261113 FREQ=DAILY\\\\;COUNT=2                 | 2026-11-13 2026-11-14
		20261103 FREQ=WEEKLY;COUNT=3                    | 2026-11-03 2026-11-10 2026-11-17
		20261103 FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4        | 2026-11-03 2026-11-05 2026-11-10 2026-11-12
		20261006 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO;COUNT=4 | 2026-10-06 2026-10-11 2026-10-20 2026-10-25
		20261006 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=4 | 2026-10-06 2026-10-18 2026-10-20 2026-11-01
		20260131 FREQ=MONTHLY;COUNT=4                   | 2026-01-31 2026-03-31 2026-05-31 2026-07-31
		20260814 FREQ=MONTHLY;BYDAY=2FR;COUNT=3         | 2026-08-14 2026-09-11 2026-10-09
		20260828 FREQ=MONTHLY;BYDAY=-1FR;COUNT=3        | 2026-08-28 2026-09-25 2026-10-30
		20260831 FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3     | 2026-08-31 2026-09-30 2026-10-31
		20260831 FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3 | 2026-08-31 2026-09-30 2026-10-30
		20260213 FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3 | 2026-02-13 2026-03-13 2026-11-13
		20240229 FREQ=YEARLY;UNTIL=20261118             | 2024-02-29
		20230329 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=2 | 2024-03-31 2025-03-30
		20240101 FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=1,7;COUNT=3 | 2024-01-01 2024-07-01 2025-01-01
		20260101 FREQ=YEARLY;BYDAY=20MO;COUNT=1         | 2026-05-18
		# Without an end: the days of the next month, or else the next one.
		20261106 FREQ=WEEKLY                            | 2026-11-06 2026-11-13 2026-11-20+ 2026-11-27+ 2026-12-04+ 2026-12-11+ 2026-12-18+
		20240501 FREQ=YEARLY                            | 2024-05-01 2025-05-01 2026-05-01 2027-05-01+
		20280501 FREQ=WEEKLY                            | 2028-05-01+
		# Days that are left out and added.
		20261101 FREQ=DAILY;COUNT=5\nEXDATE;VALUE=DATE:20261102,20261104 | 2026-11-01 2026-11-03 2026-11-05
		20261101 FREQ=DAILY;COUNT=2\nRDATE;VALUE=DATE:20261020,20261110 | 2026-10-20 2026-11-01 2026-11-02 2026-11-10
		20261101 FREQ=DAILY;COUNT=2\nEXDATE:20261101\nEXDATE:20261102 | (1 on no day)
		20261101 FREQ=DAILY;UNTIL=20261001              | (1 on no day)
		# What is not understood is left out, not guessed at.
		20261101 FREQ=HOURLY                            | (1 repeating by a rule not known here)
		20261101 FREQ=YEARLY;BYWEEKNO=20                | (1 repeating by a rule not known here)
		20261101 FREQ=DAILY;BYHOUR=9,17                 | (1 repeating by a rule not known here)
		20261101 FREQ=DAILY;COUNT=0                     | (1 repeating by a rule not known here)
		20261101 FREQ=DAILY;COUNT=3;COUNT=4             | (1 repeating by a rule not known here)
		20261101 FREQ=DAILY;COUNT=3\nRRULE:FREQ=WEEKLY  | (1 repeating by a rule not known here)
		20261101 FREQ=DAILY\nEXRULE:FREQ=WEEKLY         | (1 repeating by a rule not known here)
		20261101 COUNT=3                                | (1 repeating by a rule not known here)
		20261101 nonsense                               | (1 repeating by a rule not known here)
		# So is a list with a value that there is not, or with more values than there are.
		20261031 FREQ=MONTHLY;BYMONTHDAY=-31,+31        | 2026-10-31 2026-12-01+
		20261101 FREQ=MONTHLY;COUNT=2;BYMONTHDAY=0      | (1 repeating by a rule not known here)
		20261101 FREQ=MONTHLY;COUNT=2;BYMONTHDAY=1,32   | (1 repeating by a rule not known here)
		20261101 FREQ=MONTHLY;COUNT=2;BYMONTHDAY=1,-32  | (1 repeating by a rule not known here)
		20261101 FREQ=YEARLY;COUNT=2;BYMONTH=0,11       | (1 repeating by a rule not known here)
		20261101 FREQ=YEARLY;COUNT=2;BYMONTH=11,13      | (1 repeating by a rule not known here)
		20261101 FREQ=DAILY;COUNT=2;BYSETPOS=1,0        | (1 repeating by a rule not known here)
		20261101 FREQ=DAILY;COUNT=2;BYSETPOS=1,-367     | (1 repeating by a rule not known here)
		20261101 FREQ=MONTHLY;COUNT=2;BYDAY=0SU,1SU     | (1 repeating by a rule not known here)
		20261101 FREQ=MONTHLY;COUNT=2;BYDAY=1SU,-54SU   | (1 repeating by a rule not known here)
		20261101 FREQ=MONTHLY;COUNT=2;BYDAY=MOSU        | (1 repeating by a rule not known here)
	EOF
	# The value, as often as there are values, and once more.
	while read -r list value most; do
		many=$(yes ",$value" | head -n "$most" | tr -d '\n')
		[[ $(repeats "20261101 FREQ=YEARLY;COUNT=3;$list=${many#,}") != *rule* ]] || { echo "$list"; return 1; }
		[[ $(repeats "20261101 FREQ=YEARLY;COUNT=3;$list=$value$many") == '(1 repeating by a rule not known here)' ]] || { echo "$list"; return 1; }
	done <<-'EOF'
		BYMONTH 11 12
		BYMONTHDAY 18 62
		BYSETPOS 1 732
		BYDAY 46WE 749
	EOF
}

@test "of what repeats for long only the last 366 days are written, and the ids tell them apart" {
	event UID:old DTSTART:19700101T080000 RRULE:FREQ=DAILY >one.ics
	ics one.ics >lines 2>/dev/null
	[ "$(grep -c ' met ' lines)" -eq 366 ]
	[ "$(grep -c ' meet ' lines)" -eq 32 ]
	[ "$(cut -d '<' -f 2 lines | sort -u | wc -l)" -eq 398 ]
	[ "$(tail -n 1 lines)" = '2026-12-19 meet @ada: <old/2026-12-19>' ]
	cp lines journal.txt
	capture ics one.ics
	same /dev/null "$out"
	# A week later, there are seven more of each.
	ics -d 2026-11-25 one.ics 2>/dev/null >lines
	[ "$(grep -c ' met ' lines)" -eq 7 ]
	[ "$(grep -c ' meet ' lines)" -eq 7 ]
	# A comment with the id itself settles all of it.
	echo '# not those: <old>' >journal.txt
	capture ics one.ics
	same /dev/null "$out"
}

@test "one day of what repeats can be moved, cancelled or declined, before or after the rule" {
	event UID:w DTSTART:20261029T090000 DURATION:PT30M 'RRULE:FREQ=WEEKLY;COUNT=3' SUMMARY:Weekly >rule
	event UID:w RECURRENCE-ID:20261105T090000 DTSTART:20261106T090000 DURATION:PT1H SUMMARY:Moved >moved
	event UID:w RECURRENCE-ID:20261112T090000 DTSTART:20261112T090000 STATUS:CANCELLED >cancelled
	event UID:w RECURRENCE-ID:20261029T090000 DTSTART:20261029T090000 'ATTENDEE;PARTSTAT=DECLINED:mailto:me@example.net' >declined
	cat moved cancelled rule >one.ics
	capture ics one.ics
	same <(cat <<-'EOF'
		2026-10-29 met @ada 30m: Weekly <w/2026-10-29>
		2026-11-06 met @ada 1h: Moved <w/2026-11-05>
	EOF
	) "$out"
	same <(echo 'ics2journal: 3 events: 2 written, 1 left out (1 cancelled)') "$err"
	cat rule declined moved >one.ics
	capture ics one.ics
	same <(cat <<-'EOF'
		2026-11-06 met @ada 1h: Moved <w/2026-11-05>
		2026-11-12 met @ada 30m: Weekly <w/2026-11-12>
	EOF
	) "$out"
	# Where it is in UTC or another zone, it is the same day.
	[ -e /usr/share/zoneinfo/Asia/Tokyo ] || skip 'no zone files'
	event UID:t 'DTSTART;TZID=Asia/Tokyo:20261102T080000' 'RRULE:FREQ=DAILY;COUNT=4' EXDATE:20261102T230000Z >one.ics
	event UID:t RECURRENCE-ID:20261103T230000Z 'DTSTART;TZID=Asia/Tokyo:20261104T120000' SUMMARY:later >>one.ics
	ics one.ics 2>/dev/null | sed 's/ met @ada//' | same <(printf '%s\n' '2026-11-01: <t/2026-11-02>' '2026-11-04: later <t/2026-11-04>' '2026-11-04: <t/2026-11-05>') -
}

@test "a change of this and all that follow holds for all that follow" {
	{
		event UID:w DTSTART:20261102T090000 'RRULE:FREQ=WEEKLY;COUNT=3' SUMMARY:Mondays
		event UID:w 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261109T090000' DTSTART:20261110T140000 DURATION:PT1H SUMMARY:Tuesdays \
			'ATTENDEE:mailto:bob@example.org'
	} >one.ics
	ics one.ics 2>/dev/null | same <(cat <<-'EOF'
		2026-11-02 met @ada: Mondays <w/2026-11-02>
		2026-11-10 met @ada, @bob 1h: Tuesdays <w/2026-11-09>
		2026-11-17 met @ada, @bob 1h: Tuesdays <w/2026-11-16>
	EOF
	) -
}

# What becomes of an event with these lines, on 10 November.
attended() {
	printf 'BEGIN:VEVENT\nUID:1\nDTSTART:20261110\n%b\nEND:VEVENT\n' "$1" >"$BATS_TEST_TMPDIR/one.ics"
	ics "$BATS_TEST_TMPDIR/one.ics" 2>&1 | sed -e 's/^2026-11-10 met \(.*\): <1>$/\1/' \
		-e 's/^ics2journal: 1 events: 0 written, 1 left out //' -e '/ 0 left out$/d'
}

@test "people are those who are known by address and did not decline" {
	each_case attended <<-'EOF'
		ATTENDEE:mailto:ada@example.org                                        | @ada
		ATTENDEE:MAILTO:ADA@EXAMPLE.ORG                                        | @ada
		ATTENDEE:ada@example.org                                               | @ada
		ATTENDEE;CN=Ada;EMAIL=ada@example.org:urn:uuid:1                       | @ada
		ATTENDEE;CN="mailto:bob@example.org":mailto:ada@example.org            | @ada
		ATTENDEE;CN=a: b:mailto:ada@example.org                                | @ada
		ATTENDEE;CN="x;PARTSTAT=DECLINED":mailto:ada@example.org               | @ada
		attendee;partstat=declined:mailto:ada@example.org                      | (1 declined)
		ATTENDEE;PARTSTAT="DECLINED":mailto:ada@example.org                    | (1 declined)
		ORGANIZER:mailto:ada@example.org\nATTENDEE:mailto:ada@example.org      | @ada
		ORGANIZER:mailto:ada@example.org\nATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.org\nATTENDEE:mailto:eleni@example.org | @ελένη
		ORGANIZER:mailto:me@example.net\nATTENDEE:mailto:bob@example.org       | @bob
		ATTENDEE:mailto:me@example.net                                         | (1 with nobody known)
		ATTENDEE:mailto:x@example.org                                          | (1 with nobody known)
		ATTENDEE:invalid:nomail                                                | (1 with nobody known)
		ATTENDEE:mailto:ada@example.org\nATTENDEE;PARTSTAT=DECLINED:mailto:me@example.net | (1 declined)
		ATTENDEE:mailto:ada@example.org\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:me@example.net | @ada
		ATTENDEE:mailto:ada@example.org\nSTATUS:TENTATIVE                      | @ada
		ATTENDEE:mailto:ada@example.org\nSTATUS:cancelled                      | (1 cancelled)
	EOF
}

# The text that a summary becomes.
summary() {
	local one=$BATS_TEST_TMPDIR/one
	printf 'BEGIN:VEVENT\nUID:1\nDTSTART:20261110\nATTENDEE:mailto:ada@example.org\nSUMMARY:%b\nEND:VEVENT\n' "$1" >"$one.ics"
	ics "$one.ics" >"$one.lines" 2>/dev/null
	rc-parse -c "$people" "$one.lines" 2>&1
	rc-parse -H -o tags "$one.lines" | grep -v '^$'
	sed -e 's/^2026-11-10 met @ada: //' -e 's/ *<1>$//' "$one.lines"
}

@test "a summary is text of one entry, whatever it holds" {
	each_case summary <<-'EOF'
		plain                             | plain
		a\\\\, b\\\\; c\\\\\\\\d \\\\"e\\\\" | a, b; c\d "e"
		one\\\\n2026-11-02 gave @bob money | one 2026-11-02 gave @bob money
		one\\\\N#tag #tag                 | one # tag # tag
		#acme                             | # acme
		<other> <a@b>                     | (other) (a@b)
		\033[2Jx\0302\0233y               | [2Jx y
		bidi \0342\0200\0256gnp           | bidi gnp
		\0377\0351                        | ��
		folded in t\n he midst            | folded in the midst
		: @bob met #                      | : @bob met #
	EOF
}

@test "an id that cannot stand in a line is kept as a name made of it" {
	for uid in 'UID:with blank' 'UID:a<b>c' "UID:$(printf '%02000d' 0)" 'UID:é' 'X-NONE:1'; do
		: >journal.txt
		event "$uid" DTSTART:20261110 SUMMARY:x >one.ics
		ics one.ics 2>/dev/null >lines
		grep -qE '^2026-11-10 met @ada: x <event:[0-9a-f]{16}>$' lines
		cp lines journal.txt
		ics one.ics 2>/dev/null | same /dev/null -
	done
}

@test "of several versions the latest counts, answers do not, and each is counted" {
	{
		event UID:1 SEQUENCE:2 DTSTART:20261112 SUMMARY:second
		event UID:1 SEQUENCE:10 DTSTART:20261113 SUMMARY:tenth
		event UID:1 SEQUENCE:9 DTSTART:20261114 SUMMARY:ninth
		event UID:2 DTSTAMP:20261001T000000Z DTSTART:20261112 SUMMARY:old
		event UID:2 DTSTAMP:20261101T000000Z DTSTART:20261112 SUMMARY:new
		event UID:3 DTSTART:20261112 STATUS:CANCELLED
		event UID:3 DTSTART:20261112
		printf 'BEGIN:VCALENDAR\nMETHOD:REPLY\n'
		event UID:1 SEQUENCE:11 DTSTART:20261113 SUMMARY:answer
		printf 'END:VCALENDAR\nBEGIN:VCALENDAR\nMETHOD:CANCEL\n'
		event UID:4 SEQUENCE:1 DTSTART:20261113 SUMMARY:off
		printf 'END:VCALENDAR\nBEGIN:VCALENDAR\n'
		event UID:4 DTSTART:20261113 SUMMARY:on
	} >one.ics
	capture ics one.ics
	same <(printf '2026-11-1%s met @ada: %s\n' 2 'new <2>' 3 'tenth <1>') "$out"
	same <(echo 'ics2journal: 10 events: 2 written, 8 left out (2 cancelled, 1 replies, 5 repeated)') "$err"
}

@test "a missing end costs no event, and what is no event is none" {
	printf '\357\273\277BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261110\r\nATTENDEE:mailto:ada@example.org\r\n' >one.ics
	printf 'BEGIN:VALARM\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTART:20261111\r\nATTENDEE:mailto:ada@example.org\r\nBEGIN:VTODO\r\n' >>one.ics
	printf 'UID:3\r\nBEGIN:VEVENT\r\nUID:4\r\nATTENDEE:mailto:ada@example.org\r\nDTSTART:20261112' >>one.ics
	: >empty.ics
	event UID:5 DTSTART:20261113 >two.ics
	capture ics one.ics empty.ics two.ics
	same <(printf '2026-11-1%d met @ada: <%d>\n' 0 1 1 2 2 4 3 5) "$out"
	same <(echo 'ics2journal: 4 events: 4 written, 0 left out') "$err"
}

@test "files, a folder of calendars, and standard input are read" {
	mkdir -p dir
	cp "$calendar" "dir/a b'c.ics"
	echo nothing >dir/readme
	event UID:outside DTSTART:20261101 | tee outside.ics >$'dir/x\noutside.ics'
	capture ics dir
	[ "$status" -eq 2 ]
	same <(expected_lines) "$out"
	grep -qx 'ics2journal: cannot read ./dir/x?outside.ics: expected a name without control characters' "$err"
	rm dir/x*
	ics dir 2>/dev/null | same <(expected_lines) -
	ics <"$calendar" 2>/dev/null | same <(expected_lines) -
	capture ics missing.ics - <"$calendar"
	[ "$status" -eq 2 ]
	same <(expected_lines) "$out"
	grep -qx 'ics2journal: cannot read missing.ics' "$err"
}

@test "wrong usage and a day that is none are refused" {
	for arguments in -x -d '-a nobody' '-d tomorrow' '-d 2026-02-29'; do
		# shellcheck disable=SC2086 # words are meant
		capture ics $arguments "$calendar"
		[ "$status" -eq 2 ]
		same /dev/null "$out"
		grep -q '^ics2journal: ' "$err"
	done
	RC_TODAY=tuesday capture ics "$calendar"
	[ "$status" -eq 2 ]
	same <(echo "ics2journal: expected a date like 2026-11-21 as today, found 'tuesday'; try ics2journal -h") "$err"
	ics2journal -h | same <(ics2journal --help) -
	sed -n 's/^\.It Fl \([a-z]\).*/\1/p' "$BATS_TEST_DIRNAME/../man/ics2journal.1" | sort >page
	ics2journal -h | sed -n 's/^  -\([a-z]\) .*/\1/p' | sort >usage
	[ -s usage ]
	same usage page
}

@test "a thousand days and rules that never hold take no long time" {
	{
		for rule in 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30' 'FREQ=YEARLY;BYMONTH=13' 'FREQ=DAILY;COUNT=99999' 'FREQ=DAILY;INTERVAL=99999'; do
			event "UID:$rule" DTSTART:00010101 "RRULE:$rule"
		done
		event UID:last DTSTART:99991231 RRULE:FREQ=DAILY
		event UID:dates DTSTART:20261101 "RDATE:$(awk 'BEGIN { for (i = 0; i < 5000; i++) printf ",%08d", 20261231 - i % 1000 }')"
	} >one.ics
	capture timeout 20 "$(command -v ics2journal)" -p "$people" -j journal.txt one.ics
	[ "$status" -eq 0 ]
	rc-parse -c "$people" "$out"
	grep -q '^9999-12-31 meet @ada: <last/9999-12-31>$' "$out"
	grep -q '6 events: 3 written, 3 left out (1 on no day, 2 repeating by a rule not known here)$' "$err"
}

@test "rules that try more than a million days together are not known, and the others lose nothing by it" {
	{
		for i in 1 2 3 4; do event "UID:$i" DTSTART:10010101 'RRULE:FREQ=MONTHLY;COUNT=9;BYMONTH=2;BYMONTHDAY=31'; done
		event UID:own DTSTART:20000101 'RRULE:FREQ=WEEKLY;COUNT=9'
		event UID:ahead DTSTART:10010101 'RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1'
	} >one.ics
	capture ics one.ics
	[ "$status" -eq 0 ]
	[ "$(grep -c '<own/' "$out")" -eq 9 ]
	grep -q '^2026-12-01 meet @ada: <ahead/2026-12-01>$' "$out"
	grep -q '6 events: 2 written, 4 left out (2 on no day, 2 repeating by a rule not known here)$' "$err"
}

# lines_by AWK SHELL: the same lines and counts as the first time, by this awk and this shell.
lines_by() {
	command -v "$1" >/dev/null && command -v "${2%% *}" >/dev/null || return 0
	[ "${2#busybox }" = "$2" ] || busybox "${2#busybox }" -c : 2>/dev/null || return 0
	rm -f awk/awk
	ln -s "$(command -v "$1")" awk/awk
	# shellcheck disable=SC2086 # a shell may have an argument
	TZ=America/St_Johns $2 "$(command -v ics2journal)" -p "$people" -j journal.txt -a me@example.net "$calendar" odd.ics >now 2>&1
	[ -e first ] || cp now first
	same first now || { echo "by $1 and $2"; return 1; }
}

@test "every shell and every awk here writes the same bytes" {
	here=$(readlink -f "$(command -v awk)")
	{
		event UID:1 'DTSTART;TZID=Asia/Tokyo:20260105T080000' 'RRULE:FREQ=WEEKLY;BYDAY=MO,TH;INTERVAL=3' EXDATE:20260107T230000Z \
			'SUMMARY:\, é <x> #y' 'DURATION:PT1H5M'
		event UID:1 RECURRENCE-ID:20260125T230000Z DTSTART:20260127T230000Z
		event "UID:$(printf '%0999d' 0)" 'DTSTART;TZID=Nowhere/At_All:20361110T233000' 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2MO;COUNT=3' \
			"$(printf 'SUMMARY:\033\001\377\342\200\256\\\\n x')"
		printf 'BEGIN:VEVENT\nUID:n\0ul\nDTSTART:20261101\nATTENDEE:mailto:ada@example.org\n\0\nEND:VEVENT\n'
	} >odd.ics
	printf '2026-11-30 meet @ada: <1/2026-11-30>\n2026-11-23 meet @ada: <dinner@example.org>\n' >journal.txt
	mkdir awk
	PATH=$PWD/awk:$PATH
	for shell in sh dash 'bash --posix' 'busybox sh' ksh yash; do lines_by "$here" "$shell"; done
	for awk in mawk gawk original-awk busybox; do lines_by "$awk" sh; done
	[ "$(wc -l <first)" -gt 30 ]
	grep -q '^ics2journal: journal.txt:2: this appointment is on 2026-11-18 now' first
}
