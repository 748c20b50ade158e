# SPDX-License-Identifier: ISC
# shellcheck shell=bash
# Completion of the rc-tools for bash, from 3.2 on, with or without the package bash-completion. rc-words(1) says how to load it.

# A command a line: its options, those with = take a value of that kind, and the kind of its operands.
_rc_tools_table='
rc-parse -c -o=columns -H -h --help -V --version file
rc-due -d=date -g -w=none -o=columns -H -h --help -V --version file
rc-balance -g -s -b=date -e=date -d=date -o=columns -H -h --help -V --version file
rc-draft -t=file -k=template -f=none -d=date -1 -m -p -o=columns -H -h --help -V --version file
rc-log -C=folder -d=date -h --help line
rc-words -l=none -r -C=folder -h --help kind
rc-show -o=columns -w=none -H -h --help file
rc-who -d=date -j=file -n=none -p=file -h --help id
rc-year -d=date -n=none -h --help file
rc-match -d=date -H -h --help file
rc-read -h --help file
rc-send -h --help command
due2ics -h --help file
due2remind -h --help file
due2todotxt -h --help file
due2task -h --help file
due2org -h --help file
tsv2csv -h --help file
tsv2json -l -h --help file
mail2journal -p=file -j=file -a=none -h --help file
ics2journal -p=file -j=file -a=none -d=date -h --help file
vcf2people -m -p=file -h --help file
people2vcf -a -h --help file
'

# _rc_tools_split TEXT: read it as the shell will, but evaluate nothing. Sets words, all but the last; cur, the last one, maybe
# empty; quote, the quotation mark that is still open.
_rc_tools_split() {
	local text=$1 i c begun=''
	words=() cur='' quote=''
	for ((i = 0; i < ${#text}; i++)); do
		c=${text:i:1}
		if [[ -z $quote && $c == [[:blank:]] ]]; then
			[[ -z $begun ]] || words+=("$cur")
			cur='' begun=''
			continue
		fi
		begun=yes
		if [[ $c == \\ && $quote != \' ]]; then
			i=$((i + 1))
			[[ $quote != \" || ${text:i:1} == [\"\\\$\`] ]] || cur+=$c
			cur+=${text:i:1}
		elif [[ -n $quote && $c == "$quote" ]]; then
			quote=''
		elif [[ -z $quote && $c == [\"\'] ]]; then
			quote=$c
		else
			cur+=$c
		fi
	done
}

# _rc_tools_reply WORD ...: what the end of the line after its last blank may become. Bash takes the answer for what it calls the
# word: that may begin within quotes and before, or later, since bash breaks words at @ and : too, if it is told so.
_rc_tools_reply() {
	local end=${cur##*[[:blank:]]} word
	for word; do
		if [[ $word != "$end"* ]]; then
			continue
		elif [[ $typed == *"$end" ]]; then
			# A # would begin a comment.
			[[ -n $quote || $word != '#'* || $typed != "$end" ]] || word=\\$word
			COMPREPLY+=("${typed%"$end"}$word")
		elif [[ $end == *"$typed" ]]; then
			COMPREPLY+=("${word#"${end%"$typed"}"}")
		fi
	done
}

# _rc_tools_list COMMAND ...: what it prints, a line each, as it is.
_rc_tools_list() {
	local word
	while IFS= read -r word; do
		COMPREPLY+=("$word")
	done < <("$@")
}

# _rc_tools_replies COMMAND ...: the same, where each line is a word that the line may go on with.
_rc_tools_replies() {
	local word
	while IFS= read -r word; do
		_rc_tools_reply "$word"
	done < <("$@" 2>/dev/null)
}

# _rc_tools_native OPTION: leave it to bash, which knows best how to complete files (default) and folders (dirnames).
_rc_tools_native() {
	if type compopt >/dev/null 2>&1; then
		compopt -o "$1"
	elif [[ $1 == dirnames ]]; then
		_rc_tools_list compgen -d -- "$typed"
	else
		_rc_tools_list compgen -f -- "$typed"
	fi
}

# _rc_tools_header: the columns of the command's table, or of all tables where it takes any.
_rc_tools_header() {
	local tool tools=$command flags='' summary=' -[gH]*s'
	[[ $command != rc-show ]] || tools='rc-parse rc-due rc-balance rc-draft'
	[[ $command != rc-balance || ! ${words[*]} =~ $summary ]] || flags=-s
	for tool in $tools; do
		"$tool" $flags </dev/null 2>/dev/null | head -n 1
	done
}

# _rc_tools_columns: names with a comma between; those that are there already are not offered again.
_rc_tools_columns() {
	local before='' name
	[[ $cur != *,* ]] || before=${cur%,*},
	for name in $(_rc_tools_header); do
		[[ ,$before == *",$name,"* ]] || _rc_tools_reply "$before$name"
	done
	! type compopt >/dev/null 2>&1 || compopt -o nospace
}

# _rc_tools_words ARGUMENT ...: what rc-words has, without what it says of each, in the folder and on the day that the line names.
_rc_tools_words() {
	RC_TODAY=${day:-${RC_TODAY-}} rc-words -C "${folder:-${RC_DIR:-.}}" "$@" | cut -f 1
}

# _rc_tools_ids: for rc-who, which takes ids without their @, too.
_rc_tools_ids() {
	if [[ -z $cur || $cur == @* ]]; then
		_rc_tools_words ids
	else
		_rc_tools_words ids | sed 's/^@//'
	fi
}

# _rc_tools_templates: the names of those built in, without what comes after a dot.
_rc_tools_templates() {
	rc-draft -p | sed -n 's/^\[\([a-z-]*\)[].].*/\1/p' | sort -u
}

# _rc_tools_value KIND: what a value or an operand of that kind may be.
_rc_tools_value() {
	case $1,$operands in
	file,*) _rc_tools_native default ;;
	folder,*) _rc_tools_native dirnames ;;
	columns,*) _rc_tools_columns ;;
	template,*) _rc_tools_replies _rc_tools_templates ;;
	line,*) _rc_tools_replies _rc_tools_words -r -l "${line:+$line }$cur" ;;
	id,0) _rc_tools_replies _rc_tools_ids ;;
	kind,0) [[ " ${words[*]} " == *' -l '* ]] || _rc_tools_reply ids verbs objects channels tags keys tiers rules ;;
	command,0) _rc_tools_list compgen -c -- "$typed" ;;
	command,*) _rc_tools_native default ;;
	esac
}

# _rc_tools_home PATH: with ~/ in front as the shell has it.
_rc_tools_home() {
	# shellcheck disable=SC2088 # it is looked for as it is
	case $1 in
	'~/'*) printf '%s\n' "$HOME/${1#'~/'}" ;;
	*) printf '%s\n' "$1" ;;
	esac
}

# _rc_tools_given OPTION VALUE: what the line says of folder and day. rc-who has the folder from the name of a file in it.
_rc_tools_given() {
	case $1,$command in
	-C,*) folder=$(_rc_tools_home "$2") ;;
	-d,*) day=$2 ;;
	-p,rc-who)
		folder=.
		[[ $2 != */* ]] || folder=$(_rc_tools_home "${2%/*}/")
		;;
	esac
}

# _rc_tools_read OPTIONS: what stands before the last word. Sets operands, how many there are, and line, what they say; waits, the
# option whose value comes next.
_rc_tools_read() {
	local part name ended=''
	for part in "${words[@]:1}"; do
		if [[ -n $waits ]]; then
			_rc_tools_given "$waits" "$part"
			waits=''
		elif [[ -n $ended || $operands -gt 0 || $part != -?* ]]; then
			operands=$((operands + 1))
			line=${line:+$line }$part
		elif [[ $part == -- ]]; then
			ended=yes
		elif [[ $part != --* ]]; then
			# Letters, of which one with a value takes all that follows.
			while [[ -z $waits && $part != - ]]; do
				name=-${part:1:1}
				part=-${part:2}
				[[ $1 == *" $name="* ]] || continue
				[[ $part != - ]] || waits=$name
				[[ $part == - ]] || _rc_tools_given "$name" "${part#-}"
				part=-
			done
		fi
	done
}

# The function that bash calls, with the command and the part of the last word that it would replace.
_rc_tools() {
	local IFS=$' \t\n' command=${1##*/} typed=${2-} words cur quote row name options operands=0 waits='' folder='' day='' line=''
	COMPREPLY=()
	_rc_tools_split "${COMP_LINE:0:COMP_POINT}"
	while read -r name row; do
		[[ $name != "$command" ]] || break
	done <<<"$_rc_tools_table"
	[[ -n $row ]] || return 0
	options=" ${row% *} "
	_rc_tools_read "$options"
	if [[ -n $waits ]]; then
		row=${options#*" $waits="}
		_rc_tools_value "${row%% *}"
	elif [[ $cur == -* && $operands -eq 0 ]]; then
		for name in $options; do
			_rc_tools_reply "${name%%=*}"
		done
	else
		_rc_tools_value "${row##* }"
	fi
}

# In the order of rc-words, where bash can (from 4.4 on).
while read -r _rc_tools_name _; do
	[[ -n $_rc_tools_name ]] || continue
	complete -o nosort -F _rc_tools "$_rc_tools_name" 2>/dev/null || complete -F _rc_tools "$_rc_tools_name"
done <<<"$_rc_tools_table"
unset _rc_tools_name
