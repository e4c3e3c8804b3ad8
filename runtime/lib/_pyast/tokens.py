"""Tokens of Python 3.13 source text, for the parser that runs inside programs (`ast.parse`).

A token knows where it stands: lines from 1, columns in UTF-8 bytes from 0. Invariants: the list ends with NEWLINE, DEDENTs and END;
between brackets there is neither NEWLINE nor INDENT; an f-string is one token whose `value` is its parts (`strings.py`).
"""
import re

NAME, NUMBER, STRING, FSTRING, OP, NEWLINE, INDENT, DEDENT, END = range(9)

KEYWORDS = frozenset((
    'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else',
    'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise',
    'return', 'try', 'while', 'with', 'yield'))

NUMBER_TEXT = re.compile(
    r'0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+'
    r'|(?:(?:[0-9](?:_?[0-9])*)?\.[0-9](?:_?[0-9])*|[0-9](?:_?[0-9])*\.?)(?:[eE][-+]?[0-9](?:_?[0-9])*)?[jJ]?')
OPERATOR = re.compile(
    r'\*\*=|//=|>>=|<<=|\.\.\.|!=|->|:=|==|<=|>=|\+=|-=|\*=|/=|%=|@=|&=|\|=|\^=|\*\*|//|>>|<<|<>|[-+*/%@&|^~<>()\[\]{},:.;=]')
STRING_START = re.compile(r'(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?(?=["\'])')
CLOSERS = {'(': ')', '[': ']', '{': '}'}


class Token:
    __slots__ = ('kind', 'text', 'line', 'column', 'end_line', 'end_column', 'value')

    def __init__(self, kind, text, line, column, end_line, end_column, value=None):
        self.kind, self.text, self.value = kind, text, value
        self.line, self.column, self.end_line, self.end_column = line, column, end_line, end_column


class Scanner:
    """Makes tokens of one text. `position` is an index into `text`."""

    def __init__(self, text, filename):
        self.text, self.filename, self.position = text, filename, 0
        self.brackets = []
        # Where each line starts, so that a position can be told as line and column.
        self.starts = [0]
        place = text.find('\n')
        while place >= 0:
            self.starts.append(place + 1)
            place = text.find('\n', place + 1)
        self.line = 1
        self.is_ascii = text.isascii()

    def place(self, position):
        """(line, column in bytes) of a position that is not before the last one asked for by much."""
        line = self.line
        starts = self.starts
        while line < len(starts) and starts[line] <= position:
            line += 1
        while starts[line - 1] > position:
            line -= 1
        self.line = line
        start = starts[line - 1]
        if self.is_ascii:
            return line, position - start
        return line, len(self.text[start:position].encode('utf-8', 'surrogatepass'))

    def at_end(self, token):
        """The token stands where the text ends, which is not the start of a line."""
        return not self.text.endswith('\n') and token.line == len(self.starts) and token.column == self.place(len(self.text))[1]

    def row(self, line):
        """A line with its end."""
        start = self.starts[line - 1]
        stop = self.text.find('\n', start)
        return self.text[start:] if stop < 0 else self.text[start:stop + 1]

    def error(self, message, position, end=None, kind=SyntaxError):
        """As CPython's tokenizer reports: the line without its end."""
        line, _ = self.place(position)
        offset = position - self.starts[line - 1] + 1
        end_line, end_offset = line, offset
        if end is not None:
            end_line, _ = self.place(end)
            end_offset = end - self.starts[end_line - 1] + 1
        return kind(message, (self.filename, line, offset, self.row(line).rstrip('\n'), end_line, end_offset))

    def open_error(self, message, position):
        """An error whose end is not known."""
        line, _ = self.place(position)
        return SyntaxError(message, (self.filename, line, position - self.starts[line - 1] + 1, self.row(line), line, 0))

    def range_error(self, message, start, end):
        """As the parser reports."""
        line, end_line = self.place(start)[0], self.place(end)[0]
        return SyntaxError(message, (self.filename, line, start - self.starts[line - 1] + 1, self.row(line), end_line,
                                     end - self.starts[end_line - 1] + 1))

    def token(self, kind, start, end, value=None):
        line, column = self.place(start)
        end_line, end_column = self.place(end)
        return Token(kind, self.text[start:end], line, column, end_line, end_column, value)

    def skip_blanks(self):
        """Spaces, comments, joined lines; between brackets line ends too."""
        text, position = self.text, self.position
        while position < len(text):
            char = text[position]
            if char in ' \t\f':
                position += 1
            elif char == '#':
                stop = text.find('\n', position)
                position = len(text) if stop < 0 else stop
            elif char == '\\' and text[position + 1:position + 2] == '\n':
                position += 2
                if position == len(text):
                    raise self.error('unexpected EOF while parsing', position - 1)
            elif char == '\n' and self.brackets:
                position += 1
            else:
                break
        self.position = position

    def next(self):
        """The token at `position`, which is no blank and not the end."""
        text, start = self.text, self.position
        char = text[start]
        found = STRING_START.match(text, start) if char in '"\'rRbBfFuU' else None
        if found:
            from .strings import scan_string
            return scan_string(self, start, found.end())
        if char.isidentifier():
            self.position = end = identifier_end(text, start)
            token = self.token(NAME, start, end)
            if not token.text.isascii():
                token.text = normalized(token.text)
            return token
        if char.isdigit() and char.isascii() or char == '.' and text[start + 1:start + 2].isdigit():
            return self.number(start)
        found = OPERATOR.match(text, start)
        if not found:
            if char == '\\':
                raise self.open_error('unexpected character after line continuation character', start + 1)
            if char in '!$?`':
                raise self.range_error('invalid syntax', start, start + 1)
            if not char.isprintable():
                raise self.error('invalid non-printable character U+%04X' % ord(char), start)
            raise self.error("invalid character '%s' (U+%04X)" % (char, ord(char)), start)
        self.position = found.end()
        operator = found.group()
        if operator in CLOSERS:
            self.brackets.append((operator, start))
        elif operator in ')]}':
            self.close(operator, start)
        return self.token(OP, start, self.position)

    def close(self, closer, start):
        if not self.brackets:
            raise self.error("unmatched '%s'" % closer, start)
        opener, place = self.brackets.pop()
        if CLOSERS[opener] == closer:
            return
        line, here = self.place(place)[0], self.place(start)[0]
        where = '' if line == here else ' on line %d' % line
        raise self.error("closing parenthesis '%s' does not match opening parenthesis '%s'%s" % (closer, opener, where), start)

    def number(self, start):
        text = self.text
        found = NUMBER_TEXT.match(text, start)
        end = found.end()
        literal = found.group()
        rest = text[end:end + 1]
        if literal == '0' and rest and rest in 'xXoObB':
            kind = {'x': 'hexadecimal', 'o': 'octal', 'b': 'binary'}[rest.lower()]
            bad = text[end + 1:end + 2]
            if bad.isdigit() and kind != 'hexadecimal':
                raise self.error("invalid digit '%s' in %s literal" % (bad, kind), end + 1)
            raise self.error('invalid %s literal' % kind, end)
        if rest == '_':
            raise self.error('invalid decimal literal', end)
        if rest and (rest.isalnum() or rest == '_') and not self.follows_number(end):
            if rest in 'jJ' or not literal[:2].lower() in ('0x', '0o', '0b'):
                kind = 'imaginary' if literal[-1] in 'jJ' else 'decimal'
            else:
                kind = {'x': 'hexadecimal', 'o': 'octal', 'b': 'binary'}[literal[1].lower()]
            if rest.isdigit() and kind in ('octal', 'binary'):
                raise self.error("invalid digit '%s' in %s literal" % (rest, kind), end)
            raise self.error('invalid %s literal' % kind, end - 1)
        self.position = end
        return self.token(NUMBER, start, end, self.value(literal, start, end))

    def follows_number(self, end):
        """A keyword may follow a number at once (with a warning that nobody sees here)."""
        return re.compile(r'(?:and|else|for|if|in|is|not|or)\b').match(self.text, end) is not None

    def value(self, literal, start, end):
        digits = literal.replace('_', '')
        if digits[-1] in 'jJ' and digits[:2].lower() != '0x':
            return complex(0, float(digits[:-1]))
        if digits[:2].lower() in ('0x', '0o', '0b'):
            return int(digits, 0)
        if '.' in digits or 'e' in digits or 'E' in digits:
            return float(digits)
        if digits[0] == '0' and digits.strip('0'):
            raise self.error('leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
                             start, start + len(digits) - len(digits.lstrip('0')))
        try:
            return int(digits)
        except ValueError as e:
            raise self.error('%s - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.' % e,
                             start, end) from None


def identifier_end(text, start):
    """Where the identifier ends that starts there."""
    end = start + 1
    while end < len(text) and ('a' + text[end]).isidentifier():
        end += 1
    return end


def normalized(name):
    import unicodedata
    return unicodedata.normalize('NFKC', name)


def tokenize(text, filename):
    """(scanner, tokens) of a whole text."""
    scanner = Scanner(text, filename)
    tokens, indents = [], [(0, 0)]
    at_start = True
    while True:
        if at_start and not scanner.brackets:
            if not _indentation(scanner, tokens, indents):
                break
            at_start = False
        scanner.skip_blanks()
        position = scanner.position
        if position >= len(text):
            break
        if text[position] == '\n':
            line, column = scanner.place(position)
            tokens.append(Token(NEWLINE, '\n', line, column, line, column + 1))
            scanner.position = position + 1
            at_start = True
            continue
        tokens.append(scanner.next())
    if scanner.brackets:
        opener, place = scanner.brackets[-1]
        raise scanner.open_error("'%s' was never closed" % opener, place)
    end = len(text)
    if tokens and tokens[-1].kind not in (NEWLINE, DEDENT):
        tokens.append(scanner.token(NEWLINE, end, end))
    for _ in indents[1:]:
        tokens.append(scanner.token(DEDENT, end, end))
    tokens.append(scanner.token(END, end, end))
    return scanner, tokens


def _indentation(scanner, tokens, indents):
    """Takes the blanks at the start of a line that is not empty; false at the end of the text."""
    text = scanner.text
    while True:
        position = scanner.position
        column = alternative = 0
        while position < len(text):
            char = text[position]
            if char == ' ':
                column, alternative = column + 1, alternative + 1
            elif char == '\t':
                column, alternative = column // 8 * 8 + 8, alternative + 1
            elif char == '\f':
                column = alternative = 0
            elif char == '\\' and text[position + 1:position + 2] == '\n':
                position += 1
            else:
                break
            position += 1
        if position >= len(text):
            scanner.position = position
            return False
        if text[position] == '#':
            stop = text.find('\n', position)
            position = len(text) if stop < 0 else stop
            if stop < 0:
                scanner.position = position
                return False
        if text[position] != '\n':
            break
        scanner.position = position + 1
    scanner.position = position
    if column == indents[-1][0]:
        if alternative != indents[-1][1]:
            raise _inconsistent(scanner, position)
    elif column > indents[-1][0]:
        if alternative <= indents[-1][1]:
            raise _inconsistent(scanner, position)
        indents.append((column, alternative))
        tokens.append(scanner.token(INDENT, position, position))
    else:
        while column < indents[-1][0]:
            indents.pop()
            tokens.append(scanner.token(DEDENT, position, position))
        if column != indents[-1][0]:
            raise scanner.error('unindent does not match any outer indentation level', position, kind=IndentationError)
        if alternative != indents[-1][1]:
            raise _inconsistent(scanner, position)
    return True


def _inconsistent(scanner, position):
    return scanner.error('inconsistent use of tabs and spaces in indentation', position, kind=TabError)
