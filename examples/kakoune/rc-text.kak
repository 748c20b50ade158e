# SPDX-License-Identifier: ISC
# People and journal in plain text: see man 7 rc-editors.

declare-option -hidden str rc_text_verbs '(?:acked|asked|called|declined|dropped|gave|had|kept|meet|met|noted|promised|thanked|want|wrote)'
declare-option -hidden str rc_text_keys '(?:birthday|busy|email|every|formal|greet|hours|job|knows|met|note|on|pause|phone|status|tag|tags|tier|topic|uid|via)'
declare-option -hidden str rc_text_rules '(?:aftermath|answer|ask-days|ask-gap|belated|cold|debt|dormant|drift|effort|fade|follow|news|nudge|outcome|promise|reply|reply-fade|return|stale|thanks|unanswered|waiting)'

# Detection
# ---------

# By content: comments, empty lines and lines with a date may come first, then an entry, a directive, or people with a field.
declare-option -hidden str rc_text_no_matter '\h*(?:[#;][^\n]*)?\n|\d{4}-\d\d-\d\d(?:[\h:][^\n]*)?\n'
declare-option -hidden str rc_text_they_did '\d{4}-\d\d-\d\d(?:\h+(?:@[^\h\n:]+|and|&))+\h+'
declare-option -hidden str rc_text_directive 'tier\h+\H+\h+(?:every|give|max)\h+(?:\d|weekly|monthly|quarterly|yearly|never)|rule\h+[a-z-]+\h+\d'
declare-option -hidden str rc_text_person '(?:@[^@\h\n:]+(?:\h[^\n]*)?\n(?:\h*(?:[#;][^\n]*)?\n)*)+\h+[a-z][a-z0-9-]*:\h+\H'

# Nothing but people, without any field, is enough where the name of the file says people; else this matches nothing.
declare-option -hidden str rc_text_people '@[^@\h\n:]+(?:\h[^\n]*)?\n(?:(?:@[^@\h\n:]+(?:\h[^\n]*)?|\h*(?:[#;][^\n]*)?)\n)*'
declare-option -hidden str rc_text_end '\z.'

hook global BufCreate .*\.txt rc-text-detect
hook global BufWritePost .*\.txt rc-text-detect

define-command -hidden rc-text-detect %{
    evaluate-commands -draft %{
        try %{
            evaluate-commands %sh{ [ -z "$kak_opt_filetype" ] || echo fail }
            # The first hundred lines at the most.
            execute-keys 'gg99Jx'
            evaluate-commands %sh{
                case ${kak_buffile##*/} in
                people*) echo "set-option buffer rc_text_end '\z'" ;;
                esac
            }
            execute-keys "s\A(?:%opt{rc_text_no_matter})*?(?:%opt{rc_text_they_did}%opt{rc_text_verbs}[\h\n:]|\d{4}-\d\d-\d\d\h+%opt{rc_text_verbs}\h[^\n:]*@|%opt{rc_text_directive}|%opt{rc_text_person}|%opt{rc_text_people}%opt{rc_text_end})<ret>"
            set-option buffer filetype rctext
        }
    }
}

# Initialization
# --------------

declare-option -hidden completions rc_text_completions

hook global WinSetOption filetype=rctext %{
    require-module rctext
    set-option window comment_line '#'
    set-option window extra_word_chars '@' '.' '_' '-'
    set-option window completers option=rc_text_completions %opt{completers}
    hook window InsertIdle .* -group rc-text-complete rc-text-complete
    rc-text-set-lintcmd
    hook -once -always window WinSetOption filetype=.* %{
        remove-hooks window rc-text-.+
        unset-option window comment_line
        unset-option window extra_word_chars
        unset-option window completers
        unset-option window lintcmd
    }
}

hook -group rc-text-highlight global WinSetOption filetype=rctext %{
    add-highlighter window/rctext ref rctext
    hook -once -always window WinSetOption filetype=.* %{ remove-highlighter window/rctext }
}

# Checks
# ------

# :lint hands over a copy of the buffer; people.txt beside the file is read for the ids. Kakoune puts the copy's name between
# single quotes behind this command, so for a file with such a quote in its name there is none.
define-command -hidden rc-text-set-lintcmd %{
    evaluate-commands %sh{
        case $kak_buffile in
        *\'*) exit ;;
        */people.txt) people= ;;
        *) people=${kak_buffile%/*}/people.txt ;;
        esac
        check='run() { p='\'\'"$people"\'\''; [ -f "$p" ] || p=; rc-parse -c - ${p:+"$p"} <"$1" 2>&1 |'
        check="$check sed -n -e ''s/^<stdin>:\\([0-9]*\\): /<stdin>:\\1:1: /'' -e ''/^<stdin>:/p''; } && run"
        printf "set-option window lintcmd '%s'\n" "$check"
    }
}

# Completion
# ----------

# Ids, verbs and what is open, as rc-words(1) has them from the files of this folder.
define-command -hidden rc-text-complete %{
    evaluate-commands -draft %{
        try %{
            execute-keys 'h<a-h>'
            evaluate-commands %sh{
                line=$kak_cursor_line stamp=$kak_timestamp text=$kak_selection
                folder=.
                case $kak_buffile in
                */*) folder=${kak_buffile%/*} ;;
                esac
                LC_ALL=C
                export LC_ALL
                rc-words -C "${folder:-/}" -l "$text" 2>/dev/null |
                    TEXT=$text awk -v line="$line" -v stamp="$stamp" '
                        function quoted(s) { gsub(/\047/, "&&", s); return "\047" s "\047" }
                        function field(s) { gsub(/[\\|]/, "\\\\&", s); return s }
                        # A brace would begin a face.
                        function plain(s) { gsub(/\\/, "&&", s); gsub(/\173/, "\\\\&", s); return s }
                        BEGIN {
                            start = ENVIRON["TEXT"]
                            sub(/[^ \t]*$/, "", start)
                            printf "set-option window rc_text_completions %d.%d@%d", line, length(start) + 1, stamp
                        }
                        {
                            tab = index($0, "\t")
                            word = tab ? substr($0, 1, tab - 1) : $0
                            what = tab ? substr($0, tab + 1) : ""
                            printf " %s", quoted(field(word) "||" field(plain(word) "  " plain(what)))
                        }
                        END { print "" }'
            }
        }
    }
}

# Highlighters
# ------------

provide-module rctext %§

add-highlighter shared/rctext regions
add-highlighter shared/rctext/comment region '^\h*[#;]' '$' fill comment
add-highlighter shared/rctext/conflict region '^(<{7}|={7}|>{7}|\|{7})' '$' fill Error

# An entry: who comes before the verb acts, and what follows the first colon is text.
add-highlighter shared/rctext/entry region '^\d{4}-\d\d-\d\d(?=[\h:\n])' '$' regions
add-highlighter shared/rctext/entry/text region ':' '$' group
add-highlighter shared/rctext/entry/text/ regex '[\h:]\K#[^\W\d_]\w*([.-]+\w+)*' 0:meta
add-highlighter shared/rctext/entry/head default-region group
add-highlighter shared/rctext/entry/head/object regex '\h\K(?!and\h)[^\h\n,@#&\d][^\h\n]*' 0:string
add-highlighter shared/rctext/entry/head/id regex '\h\K@[^\h\n,]*' 0:variable
add-highlighter shared/rctext/entry/head/tag regex '\h\K#[^\h\n]*' 0:meta
add-highlighter shared/rctext/entry/head/duration regex '\h(\d+m|\d+h(?:\d\d?m)?|\d+\.\d\d?h)(?=[\h:\n])' 1:value
add-highlighter shared/rctext/entry/head/by regex '\h(by)\h+([^\h\n]+)' 1:operator 2:value
add-highlighter shared/rctext/entry/head/via regex '\h(via)\h+([^\h\n]+)' 1:operator 2:module
add-highlighter shared/rctext/entry/head/verb regex "^\d{4}-\d\d-\d\d((?:\h+(?:@[^\h\n]+|and|&))*)\h+(%opt{rc_text_verbs})(?=[\h:\n])" 1:type 2:keyword
add-highlighter shared/rctext/entry/head/date regex '^\d{4}-\d\d-\d\d' 0:value

# Directives.
add-highlighter shared/rctext/tier region '^tier\h' '$' group
add-highlighter shared/rctext/tier/ regex '\h\K(?:\d+(?:d|w|mo|y)?|weekly|monthly|quarterly|yearly|never)(?=[\h\n])' 0:value
add-highlighter shared/rctext/tier/ regex '\h(every|give|max)(?=\h)' 1:operator
add-highlighter shared/rctext/tier/ regex '^(tier)\h+(\H+)' 1:meta 2:string
add-highlighter shared/rctext/rule region '^rule\h' '$' group
add-highlighter shared/rctext/rule/ regex "^(rule)\h+(?:(%opt{rc_text_rules})(?=[\h\n])(?:\h+(\w+))?)?" 1:meta 2:keyword 3:value

# A person, and the fields.
add-highlighter shared/rctext/person region '^@' '$' group
add-highlighter shared/rctext/person/ regex '^(@[^\h\n:,]*)\h*([^\n]*)' 1:type 2:title
add-highlighter shared/rctext/field region '^\h+[a-z][a-z0-9-]*:(?=[\h\n])' '$' group
add-highlighter shared/rctext/field/ regex '^\h+([a-z][a-z0-9-]*:)' 1:attribute
add-highlighter shared/rctext/field/ regex "^\h+(%opt{rc_text_keys}:)" 1:keyword
add-highlighter shared/rctext/field/ regex '^\h+(?:birthday|busy|job|met|on|pause):\h+((?:\d{4}-)?\d\d-\d\d(?:\.\.(?:\d{4}-)?\d\d-\d\d)?)(?=[\h\n])' 1:value
add-highlighter shared/rctext/field/ regex '^\h+every:\h+(\d+(?:d|w|mo|y)|weekly|monthly|quarterly|yearly|never)(?=[\h\n])' 1:value
add-highlighter shared/rctext/field/ regex '^\h+(?:status:\h+(active|closed|guarded)|formal:\h+(no|yes)|tier:\h+(\H+))' 1:string 2:string 3:string
add-highlighter shared/rctext/field/ regex '^\h+via:\h+(\H+)' 1:module
add-highlighter shared/rctext/field/ regex '^\h+tags?:\h+([^\n]+)' 1:meta

§
