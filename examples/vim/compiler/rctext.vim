" SPDX-License-Identifier: ISC
" :make has rc-parse(1) check people.txt and the journals in the folder of the current file: see man 7 rc-editors.
if exists('current_compiler')
  finish
endif
let current_compiler = 'rctext'
let s:cpo_save = &cpoptions
set cpoptions&vim

" The folder and the file come as arguments, quoted by :S, when :make is called; the script itself has no name in it. A file
" that goes by another name is checked with them. By :let, since :set would look for variables of the shell in it.
let &l:makeprg = 'sh -c ''d=$1/ f=$2; if [ "$1" = . ]; then d=; fi; set --;'
      \ . ' for i in "$d"people.txt "$d"journal*.txt; do'
      \ . ' if [ -f "$i" ]; then set -- "$@" "$i"; fi; if [ "$i" = "$d$f" ]; then f=; fi;'
      \ . ' done;'
      \ . ' exec rc-parse -c -- "$@" ${f:+"$d$f"} 2>&1'' sh %:h:S %:t:S'
setlocal errorformat=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m,%f:%l:%c:\ %tote:\ %m,
      \%f:%l:\ %trror:\ %m,%f:%l:\ %tarning:\ %m,%f:%l:\ %tote:\ %m

let &cpoptions = s:cpo_save
unlet s:cpo_save
