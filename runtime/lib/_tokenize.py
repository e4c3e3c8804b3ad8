"""What `tokenize` has in C: its tokenizer, with comments and line ends (`extra_tokens`), in characters.

Invariant: the texts and places of tokens are those of CPython 3.13; f-strings come in parts (FSTRING_START, FSTRING_MIDDLE, …).
"""
import token as T


class TokenizerIter:
    """Iterates over (type, text, (row, column), (row, column), line) of what `readline` gives (str, or bytes with an encoding)."""

    def __init__(self, readline, *, encoding=None, extra_tokens=False):
        if not extra_tokens:
            raise NotImplementedError('PA0209: the tokenizer of tokenize without extra_tokens is not supported')
        self._tokens = _Tokens(readline, encoding).run()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._tokens)


class _Tokens:
    def __init__(self, readline, encoding):
        lines = []
        while True:
            try:
                line = readline()
            except StopIteration:
                break
            if not line:
                break
            lines.append(line.decode(encoding) if encoding is not None else line)
        self.text = text = ''.join(lines).replace('\r\n', '\n')
        # Imported late: few programs that import `tokenize` (through `linecache`, say) come here.
        import _pyast.strings
        import _pyast.tokens
        self.syntax, self.closing, self.may_be_nested = _pyast.tokens, _pyast.strings.closing, _pyast.strings.may_be_nested
        self.scanner = self.syntax.Scanner(text, '<string>')
        # Columns are characters here.
        self.scanner.is_ascii = True
        self.brackets = []
        self.position = 0

    def place(self, position):
        return self.scanner.place(position)

    def made(self, kind, start, end, string=None):
        begin, stop = self.place(start), self.place(end)
        if string is None:
            string = self.text[start:end]
        starts = self.scanner.starts
        line = self.text[starts[begin[0] - 1]:starts[stop[0]] if stop[0] < len(starts) else len(self.text)]
        return kind, string, begin, stop, line

    def run(self):
        text, indents, fresh = self.text, [0], True
        while True:
            if fresh:
                fresh = False
                start = self.position
                column = self.indentation()
                if self.position >= len(text):
                    break
                char = text[self.position]
                if char in '#\n':
                    if char == '#':
                        yield self.comment()
                    yield self.line_end(T.NL)
                    fresh = True
                    continue
                if column > indents[-1]:
                    indents.append(column)
                    yield self.made(T.INDENT, start, self.position)
                while column < indents[-1]:
                    indents.pop()
                    if column > indents[-1]:
                        raise self.scanner.error('unindent does not match any outer indentation level', self.position,
                                                 kind=IndentationError)
                    yield self.made(T.DEDENT, self.position, self.position)
            self.blanks()
            if self.position >= len(text):
                break
            char = text[self.position]
            if char == '#':
                yield self.comment()
            elif char == '\n':
                yield self.line_end(T.NL if self.brackets else T.NEWLINE)
                fresh = not self.brackets
            else:
                yield from self.one()
        if self.brackets:
            raise self.scanner.error('unexpected EOF in multi-line statement', len(text))
        rows = len(self.scanner.starts) if text else 1
        if text and not text.endswith('\n'):
            row, column = self.place(len(text))
            if not fresh:
                yield T.NEWLINE, '', (row, column), (row, column + 1), text[self.scanner.starts[-1]:]
            rows += 1
        for _ in indents[1:]:
            yield T.DEDENT, '', (rows, 0), (rows, 0), ''
        yield T.ENDMARKER, '', (rows, 0), (rows, 0), ''

    def indentation(self):
        text, column = self.text, 0
        while self.position < len(text):
            char = text[self.position]
            if char == ' ':
                column += 1
            elif char == '\t':
                column = column // 8 * 8 + 8
            elif char == '\f':
                column = 0
            else:
                break
            self.position += 1
        return column

    def blanks(self):
        text = self.text
        while self.position < len(text):
            if text[self.position] in ' \t\f':
                self.position += 1
            elif text.startswith('\\\n', self.position):
                self.position += 2
                if self.position == len(text):
                    raise self.scanner.error('unexpected EOF in multi-line statement', self.position - 1)
            else:
                break

    def comment(self):
        start = self.position
        stop = self.text.find('\n', start)
        self.position = len(self.text) if stop < 0 else stop
        return self.made(T.COMMENT, start, self.position)

    def line_end(self, kind):
        start = self.position
        row, column = self.place(start)
        self.position += 1
        line = self.made(kind, start, start)[4]
        return kind, '\n' if start < len(self.text) else '', (row, column), (row, column + 1), line

    def one(self):
        """A token that is neither blank, comment nor line end; all of an f-string."""
        text, start = self.text, self.position
        char = text[start]
        found = self.syntax.STRING_START.match(text, start) if char in '"\'rRbBfFuU' else None
        if found:
            quote = text[found.end()] * (3 if text.startswith(text[found.end()] * 3, found.end()) else 1)
            body = found.end() + len(quote)
            if 'f' in found.group().lower():
                yield self.made(T.FSTRING_START, start, body)
                self.position = body
                yield from self.fstring(start, quote, 'r' in found.group().lower(), 0)
                return
            self.position = self.closing(self.scanner, start, body, quote) + len(quote)
            yield self.made(T.STRING, start, self.position)
        elif char.isidentifier():
            self.position = self.syntax.identifier_end(text, start)
            yield self.made(T.NAME, start, self.position)
        elif char.isdigit() and char.isascii() or char == '.' and text[start + 1:start + 2].isdigit():
            self.position = self.syntax.NUMBER_TEXT.match(text, start).end()
            yield self.made(T.NUMBER, start, self.position)
        else:
            found = self.syntax.OPERATOR.match(text, start)
            if not found:
                if char in '!$?`':
                    self.position += 1
                    yield self.made(T.OP if char == '!' else T.ERRORTOKEN, start, self.position)
                    return
                self.scanner.position = start
                self.scanner.next()
            self.position = found.end()
            if found.group() in self.syntax.CLOSERS:
                self.brackets.append((found.group(), start))
            elif found.group() in (')', ']', '}'):
                self.scanner.brackets = self.brackets
                self.scanner.close(found.group(), start)
            yield self.made(T.OP, start, self.position)

    def fstring(self, start, quote, is_raw, depth):
        """What follows the start of an f-string, or (with `depth`) the colon of a field."""
        text, begin, pieces = self.text, self.position, []
        segment = begin
        while True:
            position = self.position
            if position >= len(text) or text[position] == '\n' and len(quote) == 1 and not depth:
                kind = 'triple-quoted ' if len(quote) == 3 else ''
                raise self.scanner.error('unterminated %sf-string literal (detected at line %d)' % (
                    kind, self.place(min(position, len(text)))[0]), start)
            char = text[position]
            ends = text.startswith(quote, position) or char == '\n' and len(quote) == 1
            if ends or char == '}' and depth:
                if position > begin or depth:
                    yield self.made(T.FSTRING_MIDDLE, begin, position, ''.join(pieces) + text[segment:position])
                if not depth:
                    self.position = position + len(quote)
                    yield self.made(T.FSTRING_END, position, self.position)
                return
            if char == '\\' and not (is_raw and text[position + 1:position + 2] in '{}'):
                if not is_raw and text.startswith('N{', position + 1):
                    stop = text.find('}', position)
                    self.position = len(text) if stop < 0 else stop + 1
                    # It ends a part.
                    yield self.made(T.FSTRING_MIDDLE, begin, self.position, ''.join(pieces) + text[segment:self.position])
                    pieces = []
                    begin = segment = self.position
                elif text[position + 1:position + 2] in ('{', '}'):
                    self.position += 1
                else:
                    self.position += 2
            elif char in '{}' and text.startswith(char * 2, position) and not depth:
                yield self.made(T.FSTRING_MIDDLE, begin, position + 1, ''.join(pieces) + text[segment:position + 1])
                pieces = []
                self.position = begin = segment = position + 2
            elif char == '{':
                if position > begin:
                    yield self.made(T.FSTRING_MIDDLE, begin, position, ''.join(pieces) + text[segment:position])
                yield from self.field(start, quote, is_raw, depth)
                pieces = []
                begin = segment = self.position
            else:
                self.position += 1

    def field(self, start, quote, is_raw, depth):
        text = self.text
        outer, self.brackets = self.brackets, [('{', self.position)]
        self.position += 1
        yield self.made(T.OP, self.position - 1, self.position)
        while True:
            self.blanks()
            if self.position >= len(text):
                raise self.scanner.error("f-string: expecting '}'", self.position)
            char = text[self.position]
            if char == '#':
                yield self.comment()
                continue
            if char == '\n':
                yield self.line_end(T.NL)
                continue
            if text.startswith(quote, self.position) and not self.may_be_nested(text, self.position, quote):
                raise self.scanner.error("f-string: expecting '}'", self.position)
            if len(self.brackets) == 1:
                if char == '}':
                    break
                if char == ':':
                    self.position += 1
                    yield self.made(T.OP, self.position - 1, self.position)
                    yield from self.fstring(start, quote, is_raw, depth + 1)
                    if text[self.position:self.position + 1] != '}':
                        raise self.scanner.error("f-string: expecting '}'", self.position)
                    break
                if char == '!' and not text.startswith('!=', self.position):
                    self.position += 1
                    yield self.made(T.OP, self.position - 1, self.position)
                    continue
            yield from self.one()
        self.brackets = outer
        self.position += 1
        yield self.made(T.OP, self.position - 1, self.position)
