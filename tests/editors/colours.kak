# SPDX-License-Identifier: ISC
# A colour of its own for each class, by which kak_draws tells them.
set-face global value rgb:000001
set-face global type rgb:000002
set-face global keyword rgb:000003
set-face global variable rgb:000004
set-face global attribute rgb:000004
set-face global operator rgb:000005
set-face global string rgb:000006
set-face global module rgb:000007
set-face global meta rgb:000008
set-face global title rgb:000009
set-face global comment rgb:00000a
set-face global Error rgb:00000b
set-face global PrimaryCursor default
set-face global PrimarySelection default
