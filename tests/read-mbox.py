#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Print the messages of an mbox as a table: to-name, to-address, subject, body, gaps, a message a line.

    read-mbox.py MBOX              as Python's own mailbox and email packages read it
    read-mbox.py --drafts DRAFTS   the same of rc-draft's table, to compare with

Escapes are those of the tables. Names and subjects have a blank where a control character stood: no header can hold one.
"""

import email.header
import email.utils
import mailbox
import re
import sys

HEADERS = {"To", "Subject", "Date", "X-RC-Gaps", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
MAYBE = {"From", "In-Reply-To", "References", "X-RC-Not-Before"}
ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def escaped(text):
    return re.sub(r"[\\\t\n\r]", lambda found: ESCAPES[found.group()], text)


def unescaped(cell):
    letters = {written[1]: byte for byte, written in ESCAPES.items()}
    return re.sub(r"\\(.)", lambda found: letters[found.group(1)], cell)


def blanked(text):
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text)


def row(name, address, subject, body, gaps):
    return "\t".join([escaped(blanked(name)), address, escaped(blanked(subject)), escaped(body), gaps])


def unfolded(value):
    return re.sub(r"\r?\n(?=[ \t])", "", str(value)).strip(" ")


def decoded(value):
    return str(email.header.make_header(email.header.decode_header(value)))


def of_message(message):
    """A row of a message; whatever is wrong with it is in its place."""
    names = message.keys()
    if len(names) != len(set(names)) or not HEADERS <= set(names) <= HEADERS | MAYBE:
        return "headers: " + ", ".join(names)
    if message.defects:
        return "defects: " + repr(message.defects)
    if len(email.utils.getaddresses([unfolded(message["To"])])) != 1:
        return "more than one recipient: " + repr(message["To"])
    name, address = email.utils.parseaddr(unfolded(message["To"]))
    body = message.get_payload(decode=True).decode(message.get_content_charset())
    return row(decoded(name), address, decoded(unfolded(message["Subject"])), body, message["X-RC-Gaps"])


def of_draft(line):
    cell = line.split("\t")
    address = re.sub(r"^.*<(.*)>$", r"\1", unescaped(cell[4]).strip())
    return row(unescaped(cell[1]), address, unescaped(cell[5]), unescaped(cell[6]), cell[7])


def main():
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    if sys.argv[1] == "--drafts":
        with open(sys.argv[2], encoding="utf-8", newline="\n") as table:
            rows = [of_draft(line.rstrip("\n")) for line in table]
    else:
        rows = [of_message(message) for message in mailbox.mbox(sys.argv[1], create=False)]
    for line in rows:
        print(line)


main()
