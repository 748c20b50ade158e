# SPDX-License-Identifier: ISC
# Completion of the rc-tools for fish, from 3.4 on. rc-words(1) says how to load it.

# The columns of a tool's table, each after those that the word has already: __rc_tools_columns TOOL ...
function __rc_tools_columns
    set -l before (string match -r '.*,' -- (commandline -ct))
    set -l flags
    if test "$argv" = rc-balance
        string match -qr -- '^-[gH]*s' (commandline -opc)
        and set flags -s
    end
    for tool in $argv
        for column in (command $tool $flags </dev/null 2>/dev/null | head -n 1 | string split \t)
            contains -- $column (string split , -- $before)
            or echo "$before$column"
        end
    end
end

# The names of the templates built in, without what comes after a dot.
function __rc_tools_templates
    rc-draft -p 2>/dev/null | string replace -rf '^\[([a-z-]*)[].].*' '$1' | sort -u
end

# With ~/ in front as the shell has it.
function __rc_tools_home
    string replace -r '^~/' -- $HOME/ $argv
end

# rc-words in a folder, on a day, either of them perhaps empty: __rc_tools_words FOLDER DAY ARGUMENT ...
function __rc_tools_words
    set -l folder $argv[1] $RC_DIR .
    set -l day $argv[2] $RC_TODAY
    set -l folder (string match -v '' -- $folder)
    set -l day (string match -v '' -- $day)
    RC_TODAY="$day[1]" rc-words -C $folder[1] $argv[3..-1] 2>/dev/null
end

# What rc-log may be given next. Within quotes, the word has all that stands there.
function __rc_tools_line
    set -l words (commandline -opc)
    set -e words[1]
    argparse -s C= d= -- $words 2>/dev/null
    or return
    set -l word (commandline -ct)
    set word (string unescape -- "$word")
    set -l before (string match -r '.*[ \t]' -- $word)
    for row in (__rc_tools_words "$(__rc_tools_home $_flag_C)" "$_flag_d" -r -l (string join ' ' -- $argv "$word"))
        echo "$before$row"
    end
end

# The ids for rc-who, which takes them without their @, too.
function __rc_tools_ids
    set -l words (commandline -opc)
    set -e words[1]
    argparse d= j= n= p= -- $words 2>/dev/null
    or return
    set -l folder
    if set -q _flag_p
        set folder (dirname -- (__rc_tools_home $_flag_p))
    end
    if string match -qr '^(@|$)' -- (commandline -ct)
        __rc_tools_words "$folder" '' ids
    else
        __rc_tools_words "$folder" '' ids | string replace -r '^@' ''
    end
end

# All of them, and what their operands are.
set -l files rc-parse rc-due rc-balance rc-draft rc-show rc-year rc-match rc-read due2ics due2remind due2todotxt due2task \
    due2org tsv2csv tsv2json mail2journal ics2journal vcf2people people2vcf
set -l commands $files rc-log rc-words rc-who rc-send

# Read a second time, under another of its names, this is not to double anything.
for command in $commands
    complete -c $command -e
    complete -c $command -s h -l help -d 'print the usage and exit'
end
for command in rc-parse rc-due rc-balance rc-draft
    complete -c $command -s V -l version -d 'print the version and exit'
end
complete -c rc-log -f -k -a '(__rc_tools_line)'
complete -c rc-who -f -k -a '(__rc_tools_ids)'
complete -c rc-words -f
complete -c rc-words -n 'test (count (commandline -opc)) -eq 1' \
    -a 'ids verbs objects channels tags keys tiers rules' -d 'all of a kind'
complete -c rc-send -x -a '(__fish_complete_subcommand)'

# The options: a command, a letter, what its value is (- for none) and what it does.
for row in \
    'rc-parse c - check only: no table, and status 1 for warnings too' \
    'rc-parse o columns these columns only, in this order' \
    'rc-parse H - no header line' \
    'rc-due d none today is this date' \
    'rc-due g - the table is grouped by who' \
    'rc-due w none what is due up to so many days ahead' \
    'rc-due o columns these columns only, in this order' \
    'rc-due H - no header line' \
    'rc-balance g - the table is grouped by who' \
    'rc-balance s - a summary of the whole network' \
    'rc-balance b none count from this date on' \
    'rc-balance e none count up to the end of this date' \
    'rc-balance d none today is this date' \
    'rc-balance o columns these columns only, in this order' \
    'rc-balance H - no header line' \
    'rc-draft t file templates that add to the built-in ones' \
    'rc-draft k templates use this template for all rows' \
    'rc-draft f none who writes: Name <address>' \
    'rc-draft d none today is this date' \
    'rc-draft 1 - at most one draft a person' \
    'rc-draft m - an mbox of messages' \
    'rc-draft p - print the built-in templates' \
    'rc-draft o columns these columns only, in this order' \
    'rc-draft H - no header line' \
    'rc-log C folder the folder of people.txt and journal.txt' \
    'rc-log d none today is this date' \
    'rc-words l none a line up to the cursor' \
    'rc-words r - the line is what rc-log is given' \
    'rc-words C folder the folder of people.txt and the journals' \
    'rc-show o columns these columns only, in this order' \
    'rc-show w none cut to this width' \
    'rc-show H - no header line' \
    'rc-who d none today is this date' \
    'rc-who j file the journal' \
    'rc-who n none how many of the last entries' \
    'rc-who p file the people' \
    'rc-year d none today is this date' \
    'rc-year n none how many months' \
    'rc-match d none today is this date' \
    'rc-match H - no header line' \
    'tsv2json l - an object a line' \
    'mail2journal p file the people and their addresses' \
    'mail2journal j file a journal with what is there already' \
    'mail2journal a none an address of mine' \
    'ics2journal p file the people and their addresses' \
    'ics2journal j file a journal with what is there already' \
    'ics2journal a none an address of mine' \
    'ics2journal d none today is this date' \
    'vcf2people m - all of people.txt, with what is new merged in' \
    'vcf2people p file who is known' \
    'people2vcf a - aliases for mutt instead'
    set -l part (string split -m 3 ' ' -- $row)
    set -l option -c $part[1] -s $part[2] -d $part[4]
    switch $part[3]
        case -
            complete $option
        case file
            complete $option -r -F
        case folder
            complete $option -x -a '(__fish_complete_directories (commandline -ct))'
        case none
            complete $option -x
        case templates
            complete $option -x -a '(__rc_tools_templates)'
        case columns
            set -l tools $part[1]
            test $tools = rc-show
            and set tools rc-parse rc-due rc-balance rc-draft
            complete $option -x -a "(__rc_tools_columns $tools)"
    end
end
