" SPDX-License-Identifier: ISC
" People and journal, by their content: see man 7 rc-editors. These commands come after those of Vim's own filetype.vim,
" which make *.txt `text`, and do not yield to them.
autocmd BufNewFile,BufRead,BufWritePost *.txt call rctext#Detect()
