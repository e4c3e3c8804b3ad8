# A tokenizer, a precedence-climbing parser, an evaluator and a printer for expressions.
class ParseError(Exception):
    def __init__(self, message, position):
        super().__init__(f'{message} at {position}')
        self.position = position

def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == '.'):
                j += 1
            word = text[i:j]
            yield 'number', float(word) if '.' in word else int(word), i
            i = j
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum():
                j += 1
            yield 'name', text[i:j], i
            i = j
        elif text[i:i + 2] == '**':
            yield 'op', '**', i
            i += 2
        elif c in '+-*/%(),':
            yield 'op', c, i
            i += 1
        else:
            raise ParseError(f'bad character {c!r}', i)
    yield 'end', None, len(text)

BINARY = {'+': (1, 'left'), '-': (1, 'left'), '*': (2, 'left'), '/': (2, 'left'), '%': (2, 'left'), '**': (4, 'right')}

class Parser:
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.pos = 0
    def peek(self):
        return self.tokens[self.pos]
    def advance(self):
        token = self.tokens[self.pos]
        self.pos += 1
        return token
    def expect(self, op):
        kind, value, at = self.advance()
        if value != op or kind != 'op':
            raise ParseError(f'expected {op!r}, found {value!r}', at)
    def parse(self):
        tree = self.expression(1)
        kind, value, at = self.peek()
        if kind != 'end':
            raise ParseError(f'unexpected {value!r}', at)
        return tree
    def expression(self, minimum):
        left = self.unary()
        while True:
            kind, op, _ = self.peek()
            if kind != 'op' or op not in BINARY or BINARY[op][0] < minimum:
                return left
            self.advance()
            level, side = BINARY[op]
            right = self.expression(level + 1 if side == 'left' else level)
            left = (op, left, right)
    def unary(self):
        if self.peek()[:2] == ('op', '-'):
            self.advance()
            return ('neg', self.expression(3))
        return self.atom()
    def atom(self):
        kind, value, at = self.advance()
        if kind == 'number':
            return ('num', value)
        if kind == 'name':
            if self.peek()[:2] == ('op', '('):
                self.advance()
                args = []
                while self.peek()[:2] != ('op', ')'):
                    args.append(self.expression(1))
                    if self.peek()[:2] == ('op', ','):
                        self.advance()
                self.expect(')')
                return ('call', value, args)
            return ('var', value)
        if value == '(':
            tree = self.expression(1)
            self.expect(')')
            return tree
        raise ParseError('unexpected end' if kind == 'end' else f'unexpected {value!r}', at)

OPS = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b,
       '%': lambda a, b: a % b, '**': lambda a, b: a ** b}
FUNCTIONS = {'max': max, 'min': min, 'abs': abs, 'sum': lambda *a: sum(a)}

def evaluate(tree, env):
    match tree:
        case ('num', value): return value
        case ('var', name): return env[name]
        case ('neg', x): return -evaluate(x, env)
        case ('call', name, args): return FUNCTIONS[name](*[evaluate(a, env) for a in args])
        case (op, a, b): return OPS[op](evaluate(a, env), evaluate(b, env))

def show(tree):
    kind = tree[0]
    if kind in ('num', 'var'):
        return str(tree[1])
    if kind == 'neg':
        return '(-' + show(tree[1]) + ')'
    if kind == 'call':
        return tree[1] + '(' + ', '.join(map(show, tree[2])) + ')'
    return '(' + show(tree[1]) + ' ' + kind + ' ' + show(tree[2]) + ')'

env = {'x': 3, 'y': 2.5, 'big': 2**62}
for text in ('1 + 2 * 3', '(1 + 2) * 3', '2 ** 3 ** 2', '-x ** 2', '10 - 4 - 3', '100 / 8 / 2', 'max(x, y, 7) % 4', 'big * 4 + 1', 'sum()', '-(-5)',
             '2 * -3', 'abs(-x) - -1', '1.5 * y', '7 /', '(1', '1 2', '3 $ 4', 'z + 1', '1 / 0', 'foo(1)', '', '2 ** -1', '1..2'):
    try:
        tree = Parser(text).parse()
        print(f'{text:20} {show(tree):28} {evaluate(tree, env)}')
    except ParseError as e:
        print(f'{text:20} error: {e} ({e.position})')
    except (KeyError, ZeroDivisionError, ValueError) as e:
        print(f'{text:20} {type(e).__name__}: {e}')
