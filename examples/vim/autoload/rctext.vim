" SPDX-License-Identifier: ISC
" What the plugins for people and journal share: see man 7 rc-editors.
let s:cpo_save = &cpoptions
set cpoptions&vim

" How many lines are looked at to tell what a file is.
let s:looked_at = 100

let s:verbs = '\%(acked\|asked\|called\|declined\|dropped\|gave\|had\|kept\|meet\|met\|noted\|promised\|thanked\|want\|wrote\)'
let s:entry = '^\d\{4}-\d\d-\d\d\%(\s\+\%(@[^[:blank:]:]\+\|and\|&\)\)*\s\+' . s:verbs . '\%([[:blank:]:]\|$\)'
let s:date = '^\d\{4}-\d\d-\d\d\%([[:blank:]:]\|$\)'
let s:directive = '^tier\s\+\S\+\s\+\%(every\|give\|max\)\s\+\%(\d\|weekly\|monthly\|quarterly\|yearly\|never\)'
      \ . '\|^rule\s\+[a-z-]\+\s\+\d'
let s:person = '^@[^[:blank:]@:]\+\%(\s\|$\)'
let s:field = '^\s\+[a-z][a-z0-9-]*:\s\+\S'

" Whether a file begins like people and journal: with an entry, a directive, or a person and a field. Comments may come
" first, and lines with a date that are no entry: a slip in the first line is no reason to look away.
" People without any field are enough where the name of the file says people.
function! rctext#IsOurs() abort
  let after_person = 0
  for line in getline(1, s:looked_at)
    let line = line[:2000]
    if line =~# '^\%(\%ufeff\)\?\s*\%([#;]\|$\)'
      continue
    endif
    if line =~# s:directive || line =~# s:entry && line =~# '^[^:]*@'
      return 1
    elseif line =~# s:date
      continue
    elseif after_person && line =~# s:field
      return 1
    elseif line !~# s:person
      return 0
    endif
    let after_person = 1
  endfor
  return after_person && expand('%:t') =~# '^people'
endfunction

" Set the type of a file that is ours, unless somebody else has said what it is.
function! rctext#Detect() abort
  if index(['', 'text', 'conf'], &filetype) >= 0 && rctext#IsOurs()
    set filetype=rctext
  endif
endfunction

" What a program prints, line by line; nothing where it failed. Its arguments are quoted where Vim has to use a shell.
function! s:Lines(command) abort
  let command = has('nvim') ? a:command : join(map(copy(a:command), 'shellescape(v:val)'))
  try
    let lines = systemlist(command)
  catch
    return []
  endtry
  return v:shell_error ? [] : lines
endfunction

" 'omnifunc': ids, verbs and what is open, as rc-words(1) has them from the files of this folder.
function! rctext#Complete(findstart, base) abort
  let before = strpart(getline('.'), 0, col('.') - 1)
  if a:findstart
    return match(before, '[^[:blank:]]*$')
  endif
  let folder = expand('%:p:h')
  let words = []
  for line in s:Lines(['rc-words', '-C', empty(folder) ? '.' : folder, '-l', before . a:base])
    let tab = stridx(line, "\t")
    call add(words, tab < 0 ? {'word': line} : {'word': strpart(line, 0, tab), 'menu': strpart(line, tab + 1)})
  endfor
  return words
endfunction

let &cpoptions = s:cpo_save
unlet s:cpo_save
