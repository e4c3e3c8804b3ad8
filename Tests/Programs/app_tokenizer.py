# A tokenizer for a small language with a state table, line and column numbers, and a pretty printer.
KEYWORDS = {'if', 'else', 'while', 'def', 'return'}
TWO = {'==', '!=', '<=', '>=', '->', '&&', '||'}

class Token:
    __slots__ = ('kind', 'text', 'line', 'column')
    def __init__(self, kind, text, line, column):
        self.kind, self.text, self.line, self.column = kind, text, line, column
    def __repr__(self):
        return f'{self.kind}({self.text!r})@{self.line}:{self.column}'

class LexError(SyntaxError):
    pass

class Lexer:
    def __init__(self, source):
        self.source, self.pos, self.line, self.start = source, 0, 1, 0
    def error(self, message):
        raise LexError(f'{self.line}:{self.pos - self.start + 1}: {message}')
    def take_while(self, test):
        begin = self.pos
        while self.pos < len(self.source) and test(self.source[self.pos]):
            self.pos += 1
        return self.source[begin:self.pos]
    def string(self):
        out = []
        self.pos += 1
        while True:
            if self.pos >= len(self.source) or self.source[self.pos] == '\n':
                self.error('unterminated string')
            c = self.source[self.pos]
            self.pos += 1
            if c == '"':
                return ''.join(out)
            if c == '\\':
                escape = self.source[self.pos:self.pos + 1]
                if escape not in ('n', 't', '"', '\\'):
                    self.error(f'unknown escape {escape!r}')
                c = {'n': '\n', 't': '\t'}.get(escape, escape)
                self.pos += 1
            out.append(c)
    def __iter__(self):
        while self.pos < len(self.source):
            c, column, line = self.source[self.pos], self.pos - self.start + 1, self.line
            if c == '\n':
                self.pos += 1
                self.line += 1
                self.start = self.pos
                continue
            if c in ' \t':
                self.pos += 1
            elif c == '#':
                self.take_while(lambda c: c != '\n')
            elif c.isalpha() or c == '_':
                word = self.take_while(lambda c: c.isalnum() or c == '_')
                yield Token('keyword' if word in KEYWORDS else 'name', word, line, column)
            elif c.isdigit():
                word = self.take_while(lambda c: c.isalnum() or c == '.')
                try:
                    value = float(word) if '.' in word else int(word, 0)
                except ValueError as e:
                    self.error(f'bad number: {e}')
                yield Token('number', value, line, column)
            elif c == '"':
                yield Token('string', self.string(), line, column)
            elif self.source[self.pos:self.pos + 2] in TWO:
                self.pos += 2
                yield Token('op', self.source[self.pos - 2:self.pos], line, column)
            elif c in '+-*/=<>(){},;!':
                self.pos += 1
                yield Token('op', c, line, column)
            else:
                self.error(f'unexpected {c!r}')
        yield Token('end', '', self.line, self.pos - self.start + 1)

source = '''# demo
def größe(x, _y2) -> {
    if x >= 0x1F && x != 10 {
        return "say \\"hi\\"\\n" + 3.25;
    } else { while (x<1_000) x = x-1; }
}'''
counts = {}
for token in Lexer(source):
    print(token)
    counts[token.kind] = counts.get(token.kind, 0) + 1
print(counts)
for bad in ('a = $', 'x\n  "open', '"\\q"', '1.2.3', '0x', '12ab'):
    try:
        print(list(Lexer(bad)))
    except LexError as e:
        print('error', e)
