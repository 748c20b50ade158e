#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# rc-pieces(7): every recipe of the page, as it stands there, gives what one run gives, to the byte. GNU parallel and ssh are run;
# Slurm, Hadoop and Spark are stood in for by what is in tests/rc-pieces/, which does what their manuals promise.

load helper

# recipe SECTION N: the Nth literal display of a section (.Sh or .Ss) of the page, as a reader would type it.
recipe() {
	awk -v title="$1" -v wanted="$2" '
		/^\.S[hs] / { here = substr($0, 5) == title; n = 0 }
		here && /^\.Bd -literal/ { on = ++n == wanted; next }
		/^\.Ed/ { on = 0 }
		on { gsub(/\\e/, "\\"); print; found = 1 }
		END { exit !found }
	' "$BATS_TEST_DIRNAME/../man/rc-pieces.7"
}

# follow SECTION N: run that recipe.
follow() {
	recipe "$1" "$2" >recipe.sh
	sh -eu recipe.sh 3>&-
}

# balanced: a recipe on standard input, for rc-balance.
balanced() {
	sed 's/rc-due/rc-balance/g; s/merge-due/merge-balance/g'
}

# Some hundred people, of whom some are never declared, with tiers, rules and everything that happens to people, over four journals.
people_and_journals() {
	awk '
		function random(n) { seed = (seed * 16807 + 11) % 2147483647; return int(seed / 7) % n }
		function id(n) { return (n % 7 ? "p" : n % 2 ? "é." : "Zoë-") n }
		BEGIN {
			seed = 99
			print "tier inner every 2w give 5w\ntier A max 9\nrule ask-gap 90d\nrule debt 2h" >"people.txt"
			split("inner A B C friends", tier, " ")
			for (p = 0; p < 240; p++) {
				print "@" id(p) " Person \"" p "\" \\ %s" >"people.txt"
				if (random(3)) print "  tier: " tier[random(5) + 1] >"people.txt"
				if (!random(6)) print "  status: guarded" >"people.txt"
				if (random(2)) print "  knows: my work" >"people.txt"
				if (!random(4)) print "  birthday: 1970-11-" 18 + random(10) >"people.txt"
			}
			split("met called wrote gave asked promised kept dropped declined thanked acked noted want meet had", verb, " ")
			split("paper intro talk review reply", object, " ")
			for (n = 0; n < 1500; n++) {
				who = "@" id(random(300)) (random(9) ? "" : ", @" id(300 + random(2)))
				side = random(2)
				v = verb[random(15) + 1]
				if (v == "had") side = 1
				if (v ~ /^(noted|want|meet)$/) side = 0
				year = 2023 + random(4)
				line = sprintf("%d-%02d-%02d ", year, 1 + random(11), 1 + random(28))
				line = line (side ? who " " v : v " " who) " " object[random(5) + 1]
				if (v ~ /asked|promised/ && random(2)) line = line " by +2w"
				print line (random(3) ? "" : " 45m") ": \"quoted\" \\t \\ #tag" random(5) >"journal-" year ".txt"
			}
		}'
}

setup_file() {
	mkdir "$BATS_FILE_TMPDIR/work"
	cd "$BATS_FILE_TMPDIR/work" || return 1
	people_and_journals
	follow 'Settings and rows' 1 2>parse.err
	recipe 'The merge' 1 >merge-due.sh
	recipe 'The merge' 2 >merge-balance.sh
	rc-due -d 2026-11-21 all.tsv >once.due 2>once.due.err
	rc-balance -d 2026-11-21 all.tsv >once.balance
}

setup() {
	cp -R "$BATS_FILE_TMPDIR/work" "$BATS_TEST_TMPDIR/work"
	cd "$BATS_TEST_TMPDIR/work" || return 1
	HOME=$BATS_TEST_TMPDIR/home
	export HOME
	mkdir "$HOME"
}

teardown() {
	# shellcheck disable=SC2086 # several may be meant
	[ -z "${sshds-}" ] || kill $sshds 2>/dev/null || true
}

needs() {
	local program
	for program; do
		command -v "$program" >/dev/null || skip "no $program"
	done
	[[ " $* " != *' parallel '* ]] || parallel --version 2>/dev/null | grep -q 'GNU parallel' || skip 'no GNU parallel'
}

# on_path FOLDER: its programs come before all others.
on_path() {
	PATH=$1:$PATH
}

# merged due|balance: what the pieces in pieces.tsv come to is what one run of that tool gives.
merged() {
	sh "merge-$1.sh" <pieces.tsv >merged
	same "once.$1" merged
}

@test "the table that is worked on in pieces has something of everything" {
	[ "$(cut -f 3 rows.tsv | sort -u | wc -l)" -gt 290 ]
	grep -q 'no @ line declares' parse.err
	[ "$(grep -c error parse.err)" -eq 0 ]
	[ "$(wc -l <settings.tsv)" -eq 5 ]
	[ "$(wc -l <once.due)" -gt 290 ]
	[ "$(cut -f 7 once.due | sort -u | wc -l)" -gt 15 ]
	[ "$(cut -f 5 once.due | sort -u | wc -l)" -eq 7 ]
	# All of them are shown: there are less than a hundred.
	[ "$(grep -c 'warning: ' once.due.err)" -gt 20 ]
	[ "$(grep -c 'not shown' once.due.err)" -eq 0 ]
	# The columns that the page counts.
	[ "$(head -n 1 all.tsv | cut -f 1,3)" = $'record\twho' ]
	[ "$(head -n 1 once.due | cut -f 1,3,5,22)" = $'due\twho\ttier\trank' ]
	[ "$(head -n 1 once.balance | cut -f 1,13)" = $'who\tnet_min' ]
}

@test "a sorted stream gives what one run gives" {
	follow 'A sorted stream' 1 2>err
	merged due
	same <(sort once.due.err) <(sort err)
	[ -z "$(follow 'The merge' 3)" ]
	same once.due due.tsv
	recipe 'A sorted stream' 1 | balanced | sh -eu
	merged balance
	# What is not sorted is noticed.
	tac all.tsv | awk -F'\t' '$1 == "person" || $1 == "entry"' >rows.tsv
	run follow 'A sorted stream' 1
	[ "$status" -eq 1 ]
}

@test "files of pieces: all people are in one each, and those without any are there, too" {
	follow 'Files of pieces' 1
	[ "$(echo piece.*.tsv)" = "$(echo piece.{0..7}.tsv)" ]
	same <(sort rows.tsv) <(sort piece.*.tsv)
	[ -z "$(for piece in piece.*; do cut -f 3 "$piece" | sort -u; done | sort | uniq -d)" ]
	for piece in piece.*.tsv; do [ "$(cut -f 3 "$piece" | uniq | wc -l)" -gt 30 ]; done
	grep $'\tp1[01]\t' rows.tsv >few.tsv
	mv few.tsv rows.tsv
	follow 'Files of pieces' 1
	[ "$(cat piece.*.tsv | cut -f 3 | uniq | wc -l)" -eq 2 ]
	[ "$(find . -name 'piece.*.tsv' -size 0 | wc -l)" -eq 6 ]
}

@test "GNU parallel: files of pieces, and shards by who, more of them than people, too" {
	needs parallel
	follow 'Files of pieces' 1
	for way in 1 2; do
		rm -f pieces.tsv
		follow 'GNU PARALLEL' $way 2>err
		merged due
		same <(sort once.due.err) <(sort err)
		recipe 'GNU PARALLEL' $way | balanced >recipe.sh
		sh -eu recipe.sh 3>&-
		merged balance
	done
	follow 'WARNINGS, ERRORS AND EXIT STATUS' 1 2>err
	same once.due due.tsv
	grep $'\tp1[01]\t' rows.tsv >few.tsv
	mv few.tsv rows.tsv
	cat settings.tsv rows.tsv | rc-due -d 2026-11-21 >once.due 2>/dev/null
	[ "$(wc -l <once.due)" -gt 1 ]
	follow 'Files of pieces' 1
	for way in 1 2; do
		follow 'GNU PARALLEL' $way 2>/dev/null
		merged due
	done
}

@test "GNU parallel: blocks cut people in two, and nobody notices, as the page says" {
	needs parallel
	follow 'GNU PARALLEL' 3 2>err
	[ "$(grep -c -e error -e more err)" -eq 0 ]
	mv wrong.tsv pieces.tsv
	run merged due
	[ "$status" -ne 0 ]
}

@test "GNU parallel: pieces that fail are told by the status, and nothing is merged" {
	needs parallel
	printf 'rule\t\t\t\tdebt\t\t\t\t\t\t3h\tclash:1\n' >>settings.tsv
	run --separate-stderr rc-due -d 2026-11-21 settings.tsv rows.tsv
	[ "$status" -eq 1 ]
	printf '%s\n' "$output" >once.due
	# shellcheck disable=SC2154 # bats sets stderr
	grep 'error:' <<<"$stderr" >once.due.err
	[ "$(wc -l <once.due.err)" -eq 1 ]
	follow 'Files of pieces' 1
	for way in '1 8' '2 4'; do
		run --separate-stderr follow 'GNU PARALLEL' "${way% *}"
		# Each of them says the same, and the rows are those of one run.
		[ "$status" -eq "${way#* }" ]
		[ "$(grep -c 'error:' <<<"$stderr")" -eq "${way#* }" ]
		same once.due.err <(grep 'error:' <<<"$stderr" | sort -u)
		merged due
	done
	run follow 'WARNINGS, ERRORS AND EXIT STATUS' 1
	[ "$status" -eq 8 ]
	[ ! -e due.tsv ]
	# A single row that is none, and a single piece fails.
	sed -i '$d' settings.tsv
	awk -F'\t' -v OFS='\t' '$1 == "entry" && !done++ { $2 = "2026-13-01" } { print }' piece.3.tsv >bad
	mv bad piece.3.tsv
	run follow 'GNU PARALLEL' 1
	[ "$status" -eq 1 ]
}

# host NAME: an sshd on loopback that lets the test's key in, with a home of its own; what it needs is below $HOME.
host() {
	local port tries=0
	mkdir -p "$HOME/$1/bin"
	ln -s "$RC_BIN/rc-due" "$HOME/$1/bin/rc-due"
	ssh-keygen -q -t ed25519 -N '' -f "$HOME/$1.key"
	while [ $((tries += 1)) -le 20 ]; do
		port=$((20000 + RANDOM % 20000))
		cat >"$HOME/$1.conf" <<-END
			ListenAddress 127.0.0.1
			Port $port
			HostKey $HOME/$1.key
			PidFile none
			AuthorizedKeysFile $HOME/me.pub
			StrictModes no
			PasswordAuthentication no
			KbdInteractiveAuthentication no
			PermitRootLogin prohibit-password
			MaxStartups 100
			SetEnv HOME=$HOME/$1 PATH=$HOME/$1/bin:/usr/bin:/bin
			ForceCommand cd '$HOME/$1' && eval "\$SSH_ORIGINAL_COMMAND"
		END
		"$(sshd_path)" -D -f "$HOME/$1.conf" -E "$HOME/$1.log" 3>&- &
		sshds="${sshds-} $!"
		for _ in 1 2 3 4 5 6 7 8 9 10; do
			grep -q 'Server listening' "$HOME/$1.log" 2>/dev/null && break 2
			kill -0 $! 2>/dev/null || break
			sleep 0.2
		done
	done
	grep -q 'Server listening' "$HOME/$1.log" || { cat "$HOME/$1.log"; return 1; }
	printf '[127.0.0.1]:%s %s\n' "$port" "$(cut -d ' ' -f 1,2 "$HOME/$1.key.pub")" >>"$HOME/known_hosts"
	printf 'Host %s\nHostName 127.0.0.1\nPort %s\n' "$1" "$port" >>"$HOME/ssh.conf"
}

sshd_path() {
	PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin command -v sshd
}

# two_hosts: node1 and node2, to which ssh goes without a question, and to no other place.
two_hosts() {
	needs parallel ssh ssh-keygen rsync
	sshd_path >/dev/null || skip 'no sshd'
	[ "$(id -u)" != 0 ] || mkdir -p /run/sshd
	ssh-keygen -q -t ed25519 -N '' -f "$HOME/me"
	cat >"$HOME/ssh.conf" <<-END
		UserKnownHostsFile $HOME/known_hosts
		GlobalKnownHostsFile /dev/null
		StrictHostKeyChecking yes
		IdentityFile $HOME/me
		IdentitiesOnly yes
		BatchMode yes
	END
	mkdir "$HOME/bin"
	printf '#!/bin/sh\nexec %s -F %s "$@"\n' "$(command -v ssh)" "$HOME/ssh.conf" >"$HOME/bin/ssh"
	chmod +x "$HOME/bin/ssh"
	host node1
	host node2
	on_path "$HOME/bin"
}

@test "GNU parallel over ssh, on two hosts: what one run gives, nothing left there, and failures are told" {
	two_hosts
	recipe 'Files of pieces' 1 | sed 's/pieces=8/pieces=3/' | sh -eu
	follow 'Several hosts' 1 2>err
	merged due
	same <(sort once.due.err) <(sort err)
	# Both let us in, and all of it is cleared away.
	for node in node1 node2; do
		grep -q 'Accepted publickey' "$HOME/$node.log"
		[ "$(find "$HOME/$node" -type f)" = '' ]
	done
	# A host that lacks the tool; and one that is not there.
	rm "$HOME/node2/bin/rc-due"
	run follow 'Several hosts' 1
	[ "$status" -gt 0 ]
	[[ $output == *'not found'* ]]
	kill "${sshds##* }"
	run follow 'Several hosts' 1
	[ "$status" -gt 0 ]
}

@test "Slurm: an array and what depends on it" {
	on_path "$BATS_TEST_DIRNAME/rc-pieces"
	follow 'Files of pieces' 1
	recipe SLURM 1 >piece.sh
	recipe SLURM 2 >merge.sh
	recipe SLURM 3 >submit.sh
	touch part.9.tsv part.3.tsv
	sh -eu submit.sh 2>err
	same once.due due.tsv
	same <(sort once.due.err) <(sort err)
	for name in piece merge submit; do balanced <$name.sh >$name; done
	sed -i 's/due\.tsv/balance.tsv/' merge
	sed -i 's/piece\.sh/piece/; s/merge\.sh/merge/' submit
	sh -eu submit
	same once.balance balance.tsv
	# A task that fails leaves no part, and what depends on it is not run.
	rm due.tsv
	printf 'no row\n' >>piece.5.tsv
	run sh -u submit.sh
	[ ! -e due.tsv ]
	[ ! -e part.5.tsv ]
	[ -e part.4.tsv ]
	[[ $output == *'DependencyNeverSatisfied'* ]]
}

@test "Hadoop Streaming: mappers that know no header, reducers that get keys sorted" {
	on_path "$BATS_TEST_DIRNAME/rc-pieces"
	recipe 'HADOOP STREAMING' 1 >map.sh
	recipe 'HADOOP STREAMING' 2 >reduce.sh
	recipe 'HADOOP STREAMING' 3 >job.sh
	export HADOOP_FS=$BATS_TEST_TMPDIR/fs
	sh -eu job.sh 2>err
	same once.due due.tsv
	same <(sort once.due.err) <(sort err)
	[ "$(find "$HADOOP_FS/due" -name 'part-*' | wc -l)" -eq 8 ]
	rm -r "$HADOOP_FS"
	balanced <reduce.sh >reduce && mv reduce reduce.sh
	balanced <job.sh >job
	sh -eu job
	same once.balance due.tsv
	# A reducer that fails fails the job.
	rm -r "$HADOOP_FS" due.tsv
	awk -F'\t' -v OFS='\t' '$3 == "p1" { $2 = "never" } { print }' all.tsv >bad && mv bad all.tsv
	run sh -eu job.sh
	[ "$status" -ne 0 ]
	[ ! -e due.tsv ]
}

@test "Spark: partitions by key go through pipe, and a failed one fails the job" {
	needs python3
	recipe SPARK 1 >job.py
	recipe SPARK 2 >merge.sh
	spark() { PYTHONDONTWRITEBYTECODE=1 python3 "$BATS_TEST_DIRNAME/rc-pieces/spark.py" job.py; }
	spark 2>err
	sh -eu merge.sh
	same once.due due.tsv
	same <(sort once.due.err) <(sort err)
	[ "$(find due -name 'part-*' | wc -l)" -eq 8 ]
	rm -r due
	balanced <job.py >job && mv job job.py
	spark
	cat due/part-* | sh merge-balance.sh | same once.balance -
	# A failure: told with checkCode, and not without it, as the page says.
	rm -r due
	awk -F'\t' -v OFS='\t' '$3 == "p1" && !done++ { $1 = "never" } { print }' rows.tsv >bad && mv bad rows.tsv
	run spark
	[ "$status" -ne 0 ]
	[ ! -e due ]
	sed -i 's/checkCode=True/checkCode=False/' job.py
	run spark
	[ "$status" -eq 0 ]
}
