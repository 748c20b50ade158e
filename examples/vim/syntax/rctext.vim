" SPDX-License-Identifier: ISC
" The colours of people and journal: see man 7 rc-editors. Every line stands for itself, so nothing has to be synchronized.
if exists('b:current_syntax')
  finish
endif
let s:cpo_save = &cpoptions
set cpoptions&vim

syntax case match
syntax spell notoplevel

" What is none of the lines below, and above all the markers of a merge.
syntax match rctextConflict /^\%(<\{7}\|=\{7}\|>\{7}\||\{7}\).*$/

" A person: the id, then the name.
syntax match rctextPerson /^@[^[:blank:]:,]*/ nextgroup=rctextName skipwhite
syntax match rctextName /\S.*$/ contained

" A field: a key of the user's own, or one that means something. Of two that match, Vim takes the one further down.
syntax match rctextOwnKey /^\s\+[a-z][a-z0-9-]*:\%(\s\|$\)\@=/ nextgroup=rctextValue skipwhite
syntax match rctextKey /^\s\+\%(birthday\|busy\|email\|every\|formal\|greet\|hours\|job\|knows\|met\|note\|on\|pause\|phone\|status\|tag\|tags\|tier\|topic\|uid\|via\):\%(\s\|$\)\@=/
      \ nextgroup=rctextValue skipwhite
syntax match rctextKey /^\s\+\%(birthday\|busy\|job\|met\|on\|pause\):\%(\s\|$\)\@=/ nextgroup=rctextDays,rctextValue skipwhite
syntax match rctextKey /^\s\+\%(every\|formal\|status\):\%(\s\|$\)\@=/ nextgroup=rctextSpan,rctextChoice skipwhite
syntax match rctextKey /^\s\+tier:\%(\s\|$\)\@=/ nextgroup=rctextTier skipwhite
syntax match rctextKey /^\s\+via:\%(\s\|$\)\@=/ nextgroup=rctextChannel skipwhite
syntax match rctextKey /^\s\+tags\?:\%(\s\|$\)\@=/ nextgroup=rctextTags skipwhite
syntax match rctextValue /\S.*$/ contained contains=@Spell
syntax match rctextDays /\%(\d\{4}-\)\?\d\d-\d\d\%(\.\.\%(\d\{4}-\)\?\d\d-\d\d\)\?\%(\s\|$\)\@=/
      \ contained nextgroup=rctextValue skipwhite
syntax match rctextChoice /\%(active\|closed\|guarded\|no\|yes\)\s*$/ contained
syntax match rctextTags /\S.*$/ contained

" A directive.
syntax match rctextDirective /^tier\s\@=/ nextgroup=rctextTier skipwhite
syntax match rctextTier /[^[:blank:]]\+/ contained nextgroup=rctextAttribute skipwhite
syntax match rctextAttribute /\%(every\|give\|max\)\s\@=/ contained nextgroup=rctextSpan skipwhite
syntax match rctextSpan /\%(\d\{1,6}\%(d\|w\|mo\|y\)\?\|weekly\|monthly\|quarterly\|yearly\|never\)\%(\s\|$\)\@=/
      \ contained nextgroup=rctextAttribute skipwhite
syntax match rctextDirective /^rule\s\@=/ nextgroup=rctextRule skipwhite
syntax match rctextRule /\%(aftermath\|answer\|ask-days\|ask-gap\|belated\|cold\|debt\|dormant\|drift\|effort\|fade\|follow\|news\|nudge\|outcome\|promise\|reply\|reply-fade\|return\|stale\|thanks\|unanswered\|waiting\)\s\@=/
      \ contained nextgroup=rctextSpan,rctextDuration skipwhite

" An entry: who comes before the verb acts; after it, in any order, its parts; and what follows the first colon is text.
syntax match rctextDate /^\d\{4}-\d\d-\d\d\%([[:blank:]:]\|$\)\@=/ nextgroup=rctextThem,rctextVerb,rctextText skipwhite
syntax match rctextThem /@[^[:blank:]:,]*/ contained nextgroup=rctextThemToo,rctextThem,rctextVerb,rctextText skipwhite
syntax match rctextThemToo /,\|\%(and\|&\)\s\@=/ contained nextgroup=rctextThemToo,rctextThem,rctextVerb,rctextText skipwhite
syntax match rctextVerb /\%(acked\|asked\|called\|declined\|dropped\|gave\|had\|kept\|meet\|met\|noted\|promised\|thanked\|want\|wrote\)\%([[:blank:]:]\|$\)\@=/
      \ contained nextgroup=@rctextParts skipwhite
syntax cluster rctextParts contains=rctextObject,rctextId,rctextTag,rctextDuration,rctextToo,rctextBy,rctextVia,rctextText
syntax match rctextObject /[^[:blank:]:,@#0-9&][^[:blank:]:]*/ contained nextgroup=@rctextParts skipwhite
syntax match rctextId /@[^[:blank:]:,]*/ contained nextgroup=@rctextParts skipwhite
syntax match rctextTag /#[^[:blank:]:]*/ contained nextgroup=@rctextParts skipwhite
syntax match rctextDuration /\%(\d\+m\|\d\+h\|\d\+h\d\{1,2}m\|\d\+\.\d\{1,2}h\)\%([[:blank:]:]\|$\)\@=/
      \ contained nextgroup=@rctextParts skipwhite
syntax match rctextToo /,\|\%(and\|&\)\s\@=/ contained nextgroup=@rctextParts skipwhite
syntax match rctextBy /by\s\@=/ contained nextgroup=rctextWhen skipwhite
syntax match rctextWhen /[^[:blank:]:]\+/ contained nextgroup=@rctextParts skipwhite
syntax match rctextVia /via\s\@=/ contained nextgroup=rctextChannel skipwhite
syntax match rctextChannel /[^[:blank:]:]\+/ contained nextgroup=@rctextParts skipwhite
syntax match rctextText /:.*$/ contained contains=rctextTextTag,@Spell
syntax match rctextTextTag /[[:blank:]:]\@1<=#[^[:blank:][:punct:][:digit:]]\%([.-]*\%([^[:blank:][:punct:]]\|_\)\)*/ contained

" A comment, and the mark that some editors put at the start of a file.
syntax match rctextComment /^\%(\%ufeff\)\?\s*[#;].*$/ contains=@Spell

highlight default link rctextConflict Error
highlight default link rctextPerson Type
highlight default link rctextName Title
highlight default link rctextKey Keyword
highlight default link rctextOwnKey Label
highlight default link rctextDays Number
highlight default link rctextChoice Constant
highlight default link rctextTags PreProc
highlight default link rctextDirective PreProc
highlight default link rctextTier Constant
highlight default link rctextAttribute Keyword
highlight default link rctextRule Keyword
highlight default link rctextSpan Number
highlight default link rctextDate Number
highlight default link rctextThem Type
highlight default link rctextVerb Statement
highlight default link rctextObject Constant
highlight default link rctextId Identifier
highlight default link rctextTag PreProc
highlight default link rctextTextTag PreProc
highlight default link rctextDuration Number
highlight default link rctextBy Keyword
highlight default link rctextWhen Number
highlight default link rctextVia Keyword
highlight default link rctextChannel Special
highlight default link rctextComment Comment

let b:current_syntax = 'rctext'
let &cpoptions = s:cpo_save
unlet s:cpo_save
