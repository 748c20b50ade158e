" SPDX-License-Identifier: ISC
" Write what each place of the file is coloured as to $FOUND: line, class, text. Vim script for both vim and neovim.
let s:class = {'Comment': 'comment', 'Directive': 'tag', 'Tier': 'object', 'Attribute': 'word', 'Span': 'time',
      \ 'Rule': 'known', 'Duration': 'time', 'Person': 'actor', 'Name': 'name', 'Key': 'known', 'Choice': 'object', 'Days': 'time',
      \ 'Channel': 'channel', 'OwnKey': 'id', 'Tags': 'tag', 'Date': 'time', 'Verb': 'known', 'Id': 'id', 'Object': 'object',
      \ 'By': 'word', 'Via': 'word', 'When': 'time', 'Tag': 'tag', 'TextTag': 'tag', 'Them': 'actor', 'Conflict': 'conflict'}

function! s:Write(to, lnum, group, text) abort
  let text = substitute(a:text, '^\s\+\|[:,[:blank:]]\+$', '', 'g')
  let class = get(s:class, substitute(a:group, '^rctext', '', ''), '')
  if class !=# '' && text !=# ''
    call add(a:to, a:lnum . ' ' . class . ' ' . text)
  endif
endfunction

let s:found = []
for s:lnum in range(1, line('$'))
  let s:line = getline(s:lnum)
  let s:start = 0
  let s:group = ''
  for s:i in range(len(s:line) + 1)
    let s:here = s:i < len(s:line) ? synIDattr(synID(s:lnum, s:i + 1, 1), 'name') : ''
    if s:here !=# s:group || (s:here =~# 'Id$\|Them$\|Tag$' && s:line[s:i] =~# '[[:blank:],]')
      call s:Write(s:found, s:lnum, s:group, strpart(s:line, s:start, s:i - s:start))
      let s:start = s:i
      let s:group = s:here
    endif
  endfor
endfor
call writefile(s:found, $FOUND)
