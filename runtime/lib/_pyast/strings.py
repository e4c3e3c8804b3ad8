"""String literals: from source text to values, and f-strings to their parts.

A part of an f-string is a `Text` or a `Field`; the expression of a field is a list of tokens, for the parser. Nested fields and
format specifications are parts again, to any depth (PEP 701).
"""
from .tokens import END, FSTRING, STRING

_SIMPLE = {'\\': '\\', "'": "'", '"': '"', 'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\n': ''}


class Text:
    __slots__ = ('value', 'place')

    def __init__(self, value, place):
        self.value, self.place = value, place


class Field:
    __slots__ = ('tokens', 'debug', 'debug_place', 'conversion', 'spec', 'spec_place', 'place')

    def __init__(self):
        self.debug = self.debug_place = self.spec = self.spec_place = None
        self.conversion = -1


def scan_string(scanner, start, quote_at):
    """The token of the string literal at `start`, whose quote stands at `quote_at`."""
    text = scanner.text
    prefix = text[start:quote_at].lower()
    quote = text[quote_at]
    if text.startswith(quote * 3, quote_at):
        quote *= 3
    body = quote_at + len(quote)
    if 'f' in prefix:
        parts = _fstring_parts(scanner, body, quote, 'r' in prefix, start)
        return scanner.token(FSTRING, start, scanner.position, parts)
    end = closing(scanner, start, body, quote)
    scanner.position = end + len(quote)
    raw = text[body:end]
    if 'b' in prefix:
        if not raw.isascii():
            raise scanner.range_error('bytes can only contain ASCII literal characters', start, scanner.position)
        value = raw.encode() if 'r' in prefix or '\\' not in raw else unescape(scanner, raw, start, True).encode('latin-1')
    else:
        value = raw if 'r' in prefix or '\\' not in raw else unescape(scanner, raw, start, False)
    return scanner.token(STRING, start, scanner.position, value)


def closing(scanner, start, position, quote):
    text = scanner.text
    while position < len(text):
        char = text[position]
        if char == '\\':
            position += 2
        elif char == quote[0] and text.startswith(quote, position):
            return position
        elif char == '\n' and len(quote) == 1:
            break
        else:
            position += 1
    line = scanner.place(min(position, len(text)))[0]
    if len(quote) == 3:
        if text.endswith('\n'):
            line -= 1
        raise scanner.error('unterminated triple-quoted string literal (detected at line %d)' % line, start)
    raise scanner.error('unterminated string literal (detected at line %d)' % line, start)


def unescape(scanner, raw, start, is_bytes):
    """The value of text with backslashes; of bytes as characters below 256."""
    parts, position = [], 0
    while True:
        slash = raw.find('\\', position)
        if slash < 0 or slash + 1 >= len(raw):
            parts.append(raw[position:])
            return ''.join(parts)
        parts.append(raw[position:slash])
        char = raw[slash + 1]
        position = slash + 2
        if char in _SIMPLE:
            parts.append(_SIMPLE[char])
        elif char in '01234567':
            end = position
            while end < len(raw) and end < slash + 4 and raw[end] in '01234567':
                end += 1
            value = int(raw[slash + 1:end], 8)
            parts.append(chr(value & 255 if is_bytes else value))
            position = end
        elif char == 'x' or char in 'uU' and not is_bytes:
            count = {'x': 2, 'u': 4, 'U': 8}[char]
            digits = raw[position:position + count]
            if len(digits) < count or not all(d in '0123456789abcdefABCDEF' for d in digits):
                raise _bad_escape(scanner, raw, start, slash, char, count, digits, is_bytes)
            value = int(digits, 16)
            if value > 0x10ffff:
                raise _unicode_error(scanner, raw, start, slash, position + count - 1, 'illegal Unicode character')
            parts.append(chr(value))
            position += count
        elif char == 'N' and not is_bytes:
            end = raw.find('}', position)
            if raw[position:position + 1] != '{' or end < 0:
                raise _unicode_error(scanner, raw, start, slash, position - 1, 'malformed \\N character escape')
            import unicodedata
            try:
                parts.append(unicodedata.lookup(raw[position + 1:end]))
            except KeyError:
                raise _unicode_error(scanner, raw, start, slash, end, 'unknown Unicode character name') from None
            position = end + 1
        else:
            parts.append('\\' + char)


def _bad_escape(scanner, raw, start, slash, char, count, digits, is_bytes):
    if is_bytes:
        return scanner.range_error('(value error) invalid \\x escape at position %d' % slash, start, scanner.position)
    good = 0
    while good < len(digits) and digits[good] in '0123456789abcdefABCDEF':
        good += 1
    form = {2: '\\xXX', 4: '\\uXXXX', 8: '\\UXXXXXXXX'}[count]
    return _unicode_error(scanner, raw, start, slash, slash + 1 + good, 'truncated %s escape' % form)


def _unicode_error(scanner, raw, start, first, last, what):
    # Positions are those of the UTF-8 text that CPython decodes.
    first, last = (len(raw[:n].encode('utf-8', 'surrogatepass')) for n in (first, last))
    return scanner.range_error(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s" % (first, last, what), start,
        max(scanner.position, start + 1))


def _fstring_parts(scanner, position, quote, is_raw, start, depth=0):
    """Parts of an f-string from `position` to its quote, or (with `depth`) of a format specification to its `}`."""
    text = scanner.text
    parts = []
    begin, pieces = position, []
    segment = position

    def finish(end):
        pieces.append(text[segment:end])
        raw = ''.join(pieces)
        if raw:
            value = raw if is_raw or '\\' not in raw else unescape(scanner, raw, start, False)
            parts.append(Text(value, scanner.place(begin) + scanner.place(end)))

    while True:
        if position >= len(text):
            raise _unterminated(scanner, start, quote, position)
        char = text[position]
        if char == quote[0] and text.startswith(quote, position):
            finish(position)
            if depth:
                raise scanner.error("f-string: expecting '}'", position)
            scanner.position = position + len(quote)
            return parts
        if char == '\n' and len(quote) == 1:
            if depth:
                finish(position)
                scanner.position = position
                return parts
            raise _unterminated(scanner, start, quote, position)
        if char == '\\' and not (is_raw and text[position + 1:position + 2] in '{}'):
            if not is_raw and text.startswith('N{', position + 1):
                stop = text.find('}', position)
                position = len(text) if stop < 0 else stop + 1
            elif not is_raw and text[position + 1:position + 2] in ('{', '}'):
                position += 1
            else:
                position += 2
        elif char == '{':
            if text.startswith('{{', position) and not depth:
                pieces.append(text[segment:position + 1])
                position += 2
                segment = position
                continue
            finish(position)
            parts.append(_field(scanner, position, quote, is_raw, start, depth))
            begin = segment = position = scanner.position
            pieces = []
        elif char == '}':
            if depth:
                finish(position)
                scanner.position = position
                return parts
            if not text.startswith('}}', position):
                raise scanner.error("f-string: single '}' is not allowed", position)
            pieces.append(text[segment:position + 1])
            position += 2
            segment = position
        else:
            position += 1


def _unterminated(scanner, start, quote, position):
    line = scanner.place(min(position, len(scanner.text)))[0]
    if len(quote) == 3:
        return scanner.error('unterminated triple-quoted f-string literal (detected at line %d)' % line, start)
    return scanner.error('unterminated f-string literal (detected at line %d)' % line, start)


def _field(scanner, start, quote, is_raw, string_start, depth):
    """The replacement field whose `{` stands at `start`; the scanner is behind its `}` then."""
    text = scanner.text
    field = Field()
    outer, scanner.brackets = scanner.brackets, [('{', start)]
    scanner.position = start + 1
    tokens = []
    while True:
        scanner.skip_blanks()
        position = scanner.position
        if position >= len(text):
            raise scanner.error("f-string: expecting '}'", position)
        char = text[position]
        if char == quote[0] and text.startswith(quote, position) and not may_be_nested(text, position, quote):
            raise scanner.error("f-string: expecting '}'", position)
        if len(scanner.brackets) == 1:
            if char in '}:' or char == '!' and not text.startswith('!=', position):
                break
            if char == '=' and not text.startswith('==', position):
                break
        tokens.append(scanner.next())
    scanner.brackets = outer
    position = scanner.position
    if not tokens:
        raise scanner.range_error("f-string: valid expression required before '%s'" % text[position], position, position + 1)
    field.tokens = tokens + [scanner.token(END, position, position)]
    if text[position] == '=':
        scanner.brackets, scanner.position = [('{', start)], position + 1
        scanner.skip_blanks()
        scanner.brackets, position = outer, scanner.position
        field.debug = _without_comments(text[start + 1:position])
        field.debug_place = scanner.place(start + 1) + scanner.place(position)
    if text[position:position + 1] == '!':
        conversion = text[position + 1:position + 2]
        if conversion not in ('s', 'r', 'a'):
            if not conversion.isidentifier():
                raise scanner.error('f-string: invalid conversion character', position + 1)
            end = position + 2
            while text[end:end + 1].isidentifier():
                end += 1
            raise scanner.range_error("f-string: invalid conversion character %r: expected 's', 'r', or 'a'" % text[position + 1:end],
                                position + 1, end)
        field.conversion = ord(conversion)
        position += 2
        while text[position:position + 1].isspace():
            position += 1
    if text[position:position + 1] == ':':
        begin = position + 1
        field.spec = _fstring_parts(scanner, begin, quote, is_raw, string_start, depth + 1)
        position = scanner.position
        field.spec_place = scanner.place(begin) + scanner.place(position)
    if text[position:position + 1] != '}':
        raise scanner.error("f-string: expecting '}'", position)
    scanner.position = position + 1
    field.place = scanner.place(start) + scanner.place(position + 1)
    return field


def may_be_nested(text, position, quote):
    """A string may start here: there is another quote in the line, or in the text."""
    stop = len(text) if len(quote) == 3 else text.find('\n', position)
    return text.find(quote, position + len(quote), stop if stop >= 0 else len(text)) >= 0


def _without_comments(text):
    """The text of a field that ends with `=`, as it is shown: without comments."""
    if '#' not in text:
        return text
    kept, quote, position = [], '', 0
    while position < len(text):
        char = text[position]
        if quote:
            quote = '' if char == quote else quote
        elif char in '"\'':
            quote = char
        elif char == '#':
            stop = text.find('\n', position)
            position = len(text) if stop < 0 else stop
            continue
        kept.append(char)
        position += 1
    return ''.join(kept)
