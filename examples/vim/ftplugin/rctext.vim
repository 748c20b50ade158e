" SPDX-License-Identifier: ISC
" Editing people and journal: see man 7 rc-editors.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1
let s:cpo_save = &cpoptions
set cpoptions&vim

setlocal commentstring=#\ %s comments=:#,:;
" An entry is one line: nothing breaks it while it is typed.
setlocal textwidth=0 wrapmargin=0 formatoptions-=t formatoptions-=a
setlocal iskeyword=@,48-57,_,192-255,@-@,.,-
" However much of a long line the user wants to see coloured: a line of 64 KiB is not to keep anybody waiting.
setlocal synmaxcol=3000
setlocal omnifunc=rctext#Complete
compiler rctext

let b:undo_ftplugin = 'setlocal commentstring< comments< textwidth< wrapmargin< formatoptions< iskeyword< synmaxcol<'
      \ . ' omnifunc< makeprg< errorformat< | unlet! b:current_compiler'

let &cpoptions = s:cpo_save
unlet s:cpo_save
