/* SPDX-License-Identifier: ISC
 * Mail: addresses, headers, bodies. */
#include "mail.h"

#include "base/utf8.h"

enum {
	LINE_WANTED = 76,      /* RFC 5322, 2.1.1: 78, less room for what is added */
	LINE_MOST = 998,       /* the same */
	LOCAL_PART_MOST = 64,  /* RFC 5321, 4.5.3.1 */
	ADDRESS_MOST = 254,
	ENCODED_AROUND = 12,   /* "=?utf-8?B?" and "?=": with what is between at most 75 (RFC 2047, 2) */
	ENCODED_BYTES_MOST = 45 /* come to 60 in base64 */
};

/* Whether c may be in an atom (RFC 5322, 3.2.3). */
static bool
is_atext(char c)
{
	return is_letter(c) || is_digit(c) || (c && strchr("!#$%&'*+-/=?^_`{|}~", c));
}

/* Whether s is atoms with points between. */
static bool
is_dot_atom(struct str s)
{
	bool point = true; /* one is before the next byte, or the start is */

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '.' ? point : !is_atext(s.p[i]))
			return false;
		point = s.p[i] == '.';
	}
	return !point;
}

/* Whether s is a domain: letters, digits and '-', points between. */
static bool
is_domain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '.' && s.p[i] != '-' && !is_digit(s.p[i]) && !is_letter(s.p[i]))
			return false;
	return is_dot_atom(s);
}

/* Whether s is an address that a header can carry. */
static bool
is_address(struct str s)
{
	const char *at = s.n && s.n <= ADDRESS_MOST ? memchr(s.p, '@', s.n) : NULL;

	/* Some readers decode what looks like an encoded word even here (RFC 2047 forbids it in an addr-spec). */
	for (size_t i = 0; i + 1 < s.n; i++)
		if (s.p[i] == '=' && s.p[i + 1] == '?')
			return false;
	return at && at - s.p <= LOCAL_PART_MOST && is_dot_atom(str_between(s.p, at)) && is_domain(str_between(at + 1, s.p + s.n));
}

/* Take the quotes off a name that is between them. */
static struct str
unquoted(struct str name)
{
	if (name.n > 1 && name.p[0] == '"' && name.p[name.n - 1] == '"')
		return str_trim((struct str){name.p + 1, name.n - 2});
	return name;
}

/* Take a mailbox apart. */
struct mailbox
mailbox_parse(struct str s)
{
	struct mailbox m = {{NULL, 0}, str_trim(s)};
	const char *open;

	if (m.address.n && m.address.p[m.address.n - 1] == '>' && (open = memchr(m.address.p, '<', m.address.n))) {
		m.name = unquoted(str_trim(str_between(m.address.p, open)));
		m.address = str_between(open + 1, m.address.p + m.address.n - 1);
	} else if (!is_address(m.address)) {
		m.name = unquoted(m.address);
	}
	if (!is_address(m.address))
		m.address.n = 0;
	return m;
}

/* Whether a text can be in a header as it is: printable ASCII, single blanks between, nothing like an encoded word. */
static bool
is_plain_text(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		bool blank_before = i == 0 || s.p[i - 1] == ' ';

		if (s.p[i] < ' ' || s.p[i] > '~' || (s.p[i] == ' ' && (blank_before || i + 1 == s.n)))
			return false;
		if (s.p[i] == '=' && i + 1 < s.n && s.p[i + 1] == '?')
			return false;
	}
	return true;
}

/* The length of the longest run without a blank. */
static size_t
longest_word(struct str s)
{
	size_t longest = 0, n = 0;

	for (size_t i = 0; i < s.n; i++) {
		n = s.p[i] == ' ' ? 0 : n + 1;
		if (n > longest)
			longest = n;
	}
	return longest;
}

/* A header as it is written: how far its line has come, so that it can be folded. */
struct header {
	struct text *to;
	size_t column;
	bool begun; /* a word follows its name */
};

/* Write a word of a header, a blank before it; on a new line where it would not fit. */
static void
header_word(struct header *h, struct str word)
{
	if (h->begun && h->column + 1 + word.n > LINE_WANTED) {
		text_add_char(h->to, '\n');
		h->column = 0;
	}
	text_add_char(h->to, ' ');
	text_add(h->to, word);
	h->column += 1 + word.n;
	h->begun = true;
}

/* Add base64 (RFC 4648). */
static void
add_base64(struct text *to, struct str s)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < s.n; i += 3) {
		size_t left = s.n - i;
		uint32_t bits = (uint32_t)(unsigned char)s.p[i] << 16;

		if (left > 1)
			bits |= (uint32_t)(unsigned char)s.p[i + 1] << 8;
		if (left > 2)
			bits |= (unsigned char)s.p[i + 2];
		text_add_char(to, digits[bits >> 18]);
		text_add_char(to, digits[bits >> 12 & 63]);
		text_add_char(to, left > 1 ? digits[bits >> 6 & 63] : '=');
		text_add_char(to, left > 2 ? digits[bits & 63] : '=');
	}
}

/* How many bytes the next encoded word can hold so that its line has at most 76 (RFC 2047, 2). */
static size_t
encoded_room(const struct header *h)
{
	size_t taken = h->column + 1 + ENCODED_AROUND, room = taken < LINE_WANTED ? (LINE_WANTED - taken) / 4 * 3 : 0;
	enum { WORTH_IT = 12 };

	return room < WORTH_IT || room > ENCODED_BYTES_MOST ? ENCODED_BYTES_MOST : room;
}

/* Add as many whole characters as fit. What is no text is a blank. Gives what is left. */
static struct str
add_chunk(struct text *to, struct str s)
{
	while (s.n) {
		uint32_t c;
		size_t bytes = utf8_decode(s, &c), used = bytes ? bytes : 1;

		if (used > to->room - to->used)
			break;
		if (bytes == 0 || c < 0x20 || (c >= 0x7f && c <= 0x9f))
			for (size_t i = 0; i < used; i++)
				text_add_char(to, ' ');
		else
			text_add(to, (struct str){s.p, used});
		s = str_from(s, used);
	}
	return s;
}

/* Write a text as encoded words, each of whole characters. */
static void
header_encoded(struct header *h, struct str s)
{
	while (s.n) {
		char plain[ENCODED_BYTES_MOST], encoded[ENCODED_BYTES_MOST * 2];
		struct text chunk = {.bytes = plain, .room = encoded_room(h)}, word = TEXT_IN(encoded);

		s = add_chunk(&chunk, s);
		text_add(&word, STR("=?utf-8?B?"));
		add_base64(&word, text_str(&chunk));
		text_add(&word, STR("?="));
		header_word(h, text_str(&word));
	}
}

_Static_assert(ENCODED_BYTES_MOST / 3 * 4 + ENCODED_AROUND <= ENCODED_BYTES_MOST * 2, "an encoded word must fit");

/* Write free text. */
static void
header_text(struct header *h, struct str s)
{
	if (!is_plain_text(s) || longest_word(s) > LINE_WANTED) {
		header_encoded(h, s);
		return;
	}
	while (s.n)
		header_word(h, str_cut_word(&s));
}

/* Write a name: atoms as they are, other ASCII between quotes, all else encoded. */
static void
header_name(struct header *h, struct str name)
{
	bool atoms = true;

	for (size_t i = 0; i < name.n; i++)
		atoms = atoms && (is_atext(name.p[i]) || name.p[i] == ' ');
	if (!is_plain_text(name) || name.n > LINE_WANTED - 2 || memchr(name.p, '"', name.n) || memchr(name.p, '\\', name.n)) {
		header_encoded(h, name);
	} else if (atoms) {
		header_text(h, name);
	} else {
		char bytes[LINE_WANTED];
		struct text quoted = TEXT_IN(bytes);

		text_add_char(&quoted, '"');
		text_add(&quoted, name);
		text_add_char(&quoted, '"');
		header_word(h, text_str(&quoted));
	}
}

/* Begin a header, and end it. */
static struct header
header_begin(struct text *to, const char *name)
{
	struct str s = str_of(name);

	text_add(to, s);
	text_add_char(to, ':');
	return (struct header){to, s.n + 1, false};
}

static void
header_end(struct header *h)
{
	text_add_char(h->to, '\n');
}

/* Write a header that holds a mailbox. */
static void
write_mailbox(struct text *to, const char *name, const struct mailbox *m)
{
	char bytes[ADDRESS_MOST + 2];
	struct text address = TEXT_IN(bytes);
	struct header h = header_begin(to, name);

	if (m->name.n) {
		header_name(&h, m->name);
		text_add_char(&address, '<');
		text_add(&address, m->address);
		text_add_char(&address, '>');
		header_word(&h, text_str(&address));
	} else {
		header_word(&h, m->address);
	}
	header_end(&h);
}

static const char *const weekdays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* Write the line that begins a message of an mbox: the sender, and the day as asctime has it. */
static void
write_from_line(struct text *to, const struct message *m)
{
	struct civil date = day_civil(m->date);

	text_add(to, STR("From "));
	text_add(to, m->from.address.n ? m->from.address : STR("MAILER-DAEMON"));
	text_add_format(to, " %s %s %2d 00:00:00 %04d\n", weekdays[day_weekday(m->date)], months[date.month - 1], date.mday,
	    (int)date.year);
}

/* Write the date. -0000 says that nothing is meant about a time zone (RFC 5322, 3.3). */
static void
write_date(struct text *to, day d)
{
	struct civil date = day_civil(d);

	text_add_format(to, "Date: %s, %d %s %04d 00:00:00 -0000\n", weekdays[day_weekday(d)], date.mday, months[date.month - 1],
	    (int)date.year);
}

/* Cut a line off a body, without its newline. */
static struct str
cut_line(struct str *body)
{
	const char *lf = str_find(*body, '\n');
	struct str line = lf ? str_between(body->p, lf) : *body;

	*body = lf ? str_rest(*body, lf + 1) : str_from(*body, body->n);
	return line;
}

/* Whether a line could be taken for the start of a message, or for one that was quoted so as not to be. */
static bool
looks_like_from_line(struct str line)
{
	while (line.n && *line.p == '>')
		line = str_from(line, 1);
	return str_starts(line, STR("From "));
}

/* Whether the body has to be encoded: no reader is then tempted to change it. */
static bool
needs_encoding(struct str body)
{
	while (body.n) {
		struct str line = cut_line(&body);

		if (line.n > LINE_MOST || looks_like_from_line(line) || (line.n && is_blank(line.p[line.n - 1])))
			return true;
	}
	return false;
}

/* Whether the first byte of the rest of a line may stand for itself in quoted-printable; a blank may not end the line. */
static bool
is_printable(struct str rest)
{
	unsigned char c = (unsigned char)*rest.p;

	return (c > ' ' && c <= '~' && c != '=') || (c == ' ' && rest.n > 1);
}

/*
 * Write a line in quoted-printable, in pieces of at most LINE_WANTED bytes. Each piece is a line of the mbox: none may look like
 * the start of a message, wherever its text was cut.
 */
static void
write_quoted_printable(struct text *to, struct str line)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t column = 0;

	for (; line.n; line = str_from(line, 1)) {
		unsigned char c = (unsigned char)*line.p;
		char escaped[] = {'=', hex[c >> 4], hex[c & 15]};
		bool plain = is_printable(line);

		if (column + (plain ? 1 : sizeof escaped) >= LINE_WANTED) {
			text_add(to, STR("=\n"));
			column = 0;
		}
		plain = plain && !(column == 0 && looks_like_from_line(line));
		text_add(to, plain ? (struct str){line.p, 1} : (struct str){escaped, sizeof escaped});
		column += plain ? 1 : sizeof escaped;
	}
	text_add_char(to, '\n');
}

/* Write the body. */
static void
write_body(struct text *to, struct str body, bool encode)
{
	while (body.n) {
		struct str line = cut_line(&body);

		if (encode) {
			write_quoted_printable(to, line);
		} else {
			text_add(to, line);
			text_add_char(to, '\n');
		}
	}
}

/* Whether a byte may stand in a part of a message id: atext and points; no quoted strings. */
static bool
is_id_byte(char c)
{
	return is_letter(c) || is_digit(c) || strchr("!#$%&'*+-/=?^_`{|}~.", c);
}

/* Find a message id. One that is longer than a folded header line is none. */
struct str
find_message_id(struct str text)
{
	enum { MOST = 250 };
	const char *open;

	while ((open = str_find(text, '<'))) {
		size_t n = 0, at = 0;

		text = str_rest(text, open + 1);
		for (; n < text.n && (is_id_byte(text.p[n]) || (text.p[n] == '@' && at == 0 && n)); n++)
			if (text.p[n] == '@')
				at = n;
		if (at && n > at + 1 && n < text.n && n < MOST && text.p[n] == '>')
			return str_between(open, text.p + n + 1);
	}
	return (struct str){NULL, 0};
}

/* Write what message this one answers. */
static void
write_references(struct text *to, struct str id)
{
	text_add_format(to, "In-Reply-To:\n %.*s\nReferences:\n %.*s\n", (int)id.n, id.p, (int)id.n, id.p);
}

/* Write a message. */
void
text_add_message(struct text *to, const struct message *m)
{
	bool encode = needs_encoding(m->body);
	struct header subject;
	char not_before[DAY_TEXT + 1];

	day_format(m->not_before, not_before);
	write_from_line(to, m);
	if (m->from.address.n)
		write_mailbox(to, "From", &m->from);
	write_mailbox(to, "To", &m->to);
	subject = header_begin(to, "Subject");
	header_text(&subject, m->subject);
	header_end(&subject);
	write_date(to, m->date);
	if (m->in_reply_to.n)
		write_references(to, m->in_reply_to);
	text_add_format(to, "X-RC-Gaps: %u\n", (unsigned)m->gaps);
	if (m->not_before != DAY_NONE)
		text_add_format(to, "X-RC-Not-Before: %s\n", not_before);
	text_add(to, STR("MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "));
	text_add(to, encode ? STR("quoted-printable\n\n") : STR("8bit\n\n"));
	write_body(to, m->body, encode);
	text_add_char(to, '\n');
}
