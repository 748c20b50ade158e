/* SPDX-License-Identifier: ISC
 * Mail: addresses, headers, bodies. */
#include "mail.h"

#include "out.h"
#include "utf8.h"

enum {
	LINE_WANTED = 76,      /* RFC 5322, 2.1.1: 78, less room for what is added */
	LINE_MOST = 998,       /* the same */
	LOCAL_PART_MOST = 64,  /* RFC 5321, 4.5.3.1 */
	ADDRESS_MOST = 254,
	ENCODED_AROUND = 12,   /* "=?utf-8?B?" and "?=": with what is between at most 75 (RFC 2047, 2) */
	ENCODED_BYTES_MOST = 45 /* come to 60 in base64 */
};

/* Whether c may stand in an atom (RFC 5322, 3.2.3). */
static bool
is_atext(char c)
{
	return is_lower(c) || (c >= 'A' && c <= 'Z') || is_digit(c) || (c && strchr("!#$%&'*+-/=?^_`{|}~", c));
}

/* Whether s is atoms with points between. */
static bool
is_dot_atom(struct str s)
{
	bool point = true; /* one stands before the next byte, or the start does */

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
		if (s.p[i] != '.' && s.p[i] != '-' && !is_digit(s.p[i]) && !is_lower(s.p[i]) && !(s.p[i] >= 'A' && s.p[i] <= 'Z'))
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

/* Take the quotes off a name that stands between them. */
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

/* Whether a text can stand in a header as it is: printable ASCII, single blanks between, nothing like an encoded word. */
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
	size_t column;
	bool begun; /* a word stands behind its name */
};

/* Write a word of a header, a blank before it; on a new line where it would not fit. */
static void
header_word(struct header *h, struct str word)
{
	if (h->begun && h->column + 1 + word.n > LINE_WANTED) {
		out_char('\n');
		h->column = 0;
	}
	out_char(' ');
	out_str(word);
	h->column += 1 + word.n;
	h->begun = true;
}

/* Write base64 of at most ENCODED_BYTES_MOST bytes. */
static size_t
base64(struct str s, char *to)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t n = 0;

	for (size_t i = 0; i < s.n; i += 3) {
		size_t left = s.n - i;
		uint32_t bits = (uint32_t)(unsigned char)s.p[i] << 16;

		if (left > 1)
			bits |= (uint32_t)(unsigned char)s.p[i + 1] << 8;
		if (left > 2)
			bits |= (unsigned char)s.p[i + 2];
		to[n++] = digits[bits >> 18];
		to[n++] = digits[bits >> 12 & 63];
		to[n++] = left > 1 ? digits[bits >> 6 & 63] : '=';
		to[n++] = left > 2 ? digits[bits & 63] : '=';
	}
	return n;
}

/* How many bytes the next encoded word can hold so that its line has at most 76 (RFC 2047, 2). */
static size_t
encoded_room(const struct header *h)
{
	size_t taken = h->column + 1 + ENCODED_AROUND, room = taken < LINE_WANTED ? (LINE_WANTED - taken) / 4 * 3 : 0;
	enum { WORTH_IT = 12 };

	return room < WORTH_IT || room > ENCODED_BYTES_MOST ? ENCODED_BYTES_MOST : room;
}

/* Write a text as encoded words, each of whole characters. What is no text is a blank. */
static void
header_encoded(struct header *h, struct str s)
{
	while (s.n) {
		char chunk[ENCODED_BYTES_MOST], word[ENCODED_BYTES_MOST * 2] = "=?utf-8?B?";
		size_t n = 0, length = strlen(word), room = encoded_room(h);

		while (s.n) {
			uint32_t c;
			size_t bytes = utf8_decode(s, &c), used = bytes ? bytes : 1;

			if (n + used > room)
				break;
			if (bytes == 0 || c < 0x20 || (c >= 0x7f && c <= 0x9f))
				memset(chunk + n, ' ', used);
			else
				memcpy(chunk + n, s.p, used);
			n += used;
			s = str_between(s.p + used, s.p + s.n);
		}
		length += base64((struct str){chunk, n}, word + length);
		memcpy(word + length, "?=", 2);
		header_word(h, (struct str){word, length + 2});
	}
}

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
		char quoted[LINE_WANTED] = "\"";

		memcpy(quoted + 1, name.p, name.n);
		quoted[name.n + 1] = '"';
		header_word(h, (struct str){quoted, name.n + 2});
	}
}

/* Begin a header, and end it. */
static struct header
header_begin(const char *name)
{
	struct str s = str_of(name);

	out_str(s);
	out_char(':');
	return (struct header){s.n + 1, false};
}

static void
header_end(void)
{
	out_char('\n');
}

/* Write a header that holds a mailbox. */
static void
write_mailbox(const char *name, const struct mailbox *m)
{
	char address[ADDRESS_MOST + 2];
	struct header h = header_begin(name);

	if (m->name.n) {
		header_name(&h, m->name);
		address[0] = '<';
		memcpy(address + 1, m->address.p, m->address.n);
		address[m->address.n + 1] = '>';
		header_word(&h, (struct str){address, m->address.n + 2});
	} else {
		header_word(&h, m->address);
	}
	header_end();
}

static const char *const weekdays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* Write a number of at least that many digits. */
static void
out_padded(int32_t n, int digits)
{
	for (int32_t least = 10; digits > 1; digits--, least *= 10)
		if (n < least)
			out_char('0');
	out_number(n);
}

/* Write the line that begins a message of an mbox: the sender, and the day as asctime has it. */
static void
write_from_line(const struct message *m)
{
	struct civil date = day_civil(m->date);

	out_str(STR("From "));
	out_str(m->from.address.n ? m->from.address : STR("MAILER-DAEMON"));
	out_char(' ');
	out_str(str_of(weekdays[day_weekday(m->date)]));
	out_char(' ');
	out_str(str_of(months[date.month - 1]));
	out_str(date.mday < 10 ? STR("  ") : STR(" "));
	out_number(date.mday);
	out_str(STR(" 00:00:00 "));
	out_padded(date.year, 4);
	out_char('\n');
}

/* Write the date. -0000 says that nothing is meant about a time zone (RFC 5322, 3.3). */
static void
write_date(day d)
{
	struct civil date = day_civil(d);

	header_begin("Date");
	out_char(' ');
	out_str(str_of(weekdays[day_weekday(d)]));
	out_str(STR(", "));
	out_number(date.mday);
	out_char(' ');
	out_str(str_of(months[date.month - 1]));
	out_char(' ');
	out_padded(date.year, 4);
	out_str(STR(" 00:00:00 -0000"));
	header_end();
}

/* Cut a line off a body, without its newline. */
static struct str
cut_line(struct str *body)
{
	const char *lf = memchr(body->p, '\n', body->n);
	struct str line = lf ? str_between(body->p, lf) : *body;

	*body = lf ? str_between(lf + 1, body->p + body->n) : (struct str){body->p + body->n, 0};
	return line;
}

/* Whether a line could be taken for the start of a message, or for one that was quoted so as not to be. */
static bool
looks_like_from_line(struct str line)
{
	while (line.n && *line.p == '>')
		line = str_between(line.p + 1, line.p + line.n);
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

/* Write a line in quoted-printable, in pieces of at most LINE_WANTED bytes. */
static void
write_quoted_printable(struct str line)
{
	static const char hex[] = "0123456789ABCDEF";
	bool from = looks_like_from_line(line);
	size_t column = 0;

	for (size_t i = 0; i < line.n; i++) {
		unsigned char c = (unsigned char)line.p[i];
		bool last = i + 1 == line.n;
		bool plain = c > ' ' && c <= '~' && c != '=' && !(from && i == 0);

		if (c == ' ' && !last)
			plain = true;
		if (column + (plain ? 1 : 3) >= LINE_WANTED) {
			out_str(STR("=\n"));
			column = 0;
		}
		if (plain) {
			out_char((char)c);
			column++;
		} else {
			out_char('=');
			out_char(hex[c >> 4]);
			out_char(hex[c & 15]);
			column += 3;
		}
	}
	out_char('\n');
}

/* Write the body. */
static void
write_body(struct str body, bool encode)
{
	while (body.n) {
		struct str line = cut_line(&body);

		if (encode) {
			write_quoted_printable(line);
		} else {
			out_str(line);
			out_char('\n');
		}
	}
}

/* Write a message. */
void
mail_write(const struct message *m)
{
	bool encode = needs_encoding(m->body);
	struct header h;

	write_from_line(m);
	if (m->from.address.n)
		write_mailbox("From", &m->from);
	write_mailbox("To", &m->to);
	h = header_begin("Subject");
	header_text(&h, m->subject);
	header_end();
	write_date(m->date);
	h = header_begin("X-RC-Gaps");
	out_char(' ');
	out_number(m->gaps);
	header_end();
	out_str(STR("MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "));
	out_str(encode ? STR("quoted-printable\n\n") : STR("8bit\n\n"));
	write_body(m->body, encode);
	out_char('\n');
}
