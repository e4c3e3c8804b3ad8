"""Random expressions by wished type. Invariant: evaluation ends soon and small; what may raise, raises the same everywhere.

Products of two unknown ints, and sums of unknown strings or lists, are cut down inside loops, since sizes would double with
each pass. Nothing prints an address, a hash of a str or the order of a set of strings.
"""
POWERS = (7, 8, 15, 16, 30, 31, 32, 52, 53, 61, 62, 63, 64, 65, 100, 127)
WORDS = ('', 'a', 'ab', 'hello', 'Zeta', ' x ', 'é', '日本', '😀b', 'a,b,c', '12', '-7', '3.5', 'nan')
FLOATS = ('0.0', '-0.0', '1.0', '0.1', '2.5', '-3.75', '1e16', '1e-9', '1e308', '-1e300', '7.0', '123456.789')
BINARY = {
    'int': ('+', '+', '-', '*', '//', '%', '&', '|', '^', '<<', '>>', '**'),
    'float': ('+', '-', '*', '/', '//', '%', '**'),
}
COMPARE = ('<', '<=', '==', '!=', '>', '>=')


class Expressions:
    """Writes expressions for one scope."""

    def __init__(self, scope):
        self.scope = scope
        self.world = scope.world

    def expr(self, kind, depth=3):
        w = self.world
        if w.random.randrange(1000) < 12:
            kind = w.type()
        if depth <= 0 or w.chance(12):
            return self.leaf(kind)
        names = self.scope.of_type(kind)
        if names and w.chance(35):
            return w.pick(names)
        if w.chance(8):
            return self.generic(kind, depth)
        calls = [f for f in w.functions if f.result == kind and not f.is_generator]
        if calls and w.chance(20) and self.scope.loops < 2:
            return self.call(w.pick(calls), depth - 1)
        writer = getattr(self, 'x_' + kind.split('[')[0].split(',')[0], None)
        return writer(kind, depth - 1) if writer else self.instance(kind, depth - 1)

    def leaf(self, kind):
        w = self.world
        names = self.scope.of_type(kind)
        if names and w.chance(60):
            return w.pick(names)
        if kind == 'int':
            return self.int_literal()
        if kind == 'float':
            return w.pick(FLOATS)
        if kind == 'bool':
            return w.pick(('True', 'False'))
        if kind == 'str':
            return repr(w.pick(WORDS))
        if kind == 'any':
            return w.pick(('None', '3', '2.5', "'s'", 'True', '(1, 2)', '[1, 2.0]', '1j', "b'ab'", '...'))
        if kind == 'tuple':
            return '(%s, %s)' % (self.int_literal(), w.pick(FLOATS))
        if kind == 'set[int]':
            return w.pick(('set()', '{1, 2, 3}', '{%s, 5}' % self.int_literal()))
        if kind.startswith('list'):
            return self.x_list(kind, 0)
        if kind.startswith('dict'):
            return self.x_dict(kind, 0)
        return self.instance(kind, 0)

    def int_literal(self):
        w = self.world
        if w.chance(70):
            return str(w.random.randrange(-3, 12))
        return str(w.pick((1, -1)) * (2 ** w.pick(POWERS) + w.random.randrange(-2, 3)))

    def generic(self, kind, depth):
        """Forms that serve every type."""
        w = self.world
        form = w.random.randrange(5)
        if form == 0:
            return '(%s if %s else %s)' % (self.expr(kind, depth - 1), self.expr('bool', depth - 1), self.expr(kind, depth - 1))
        if form == 1:
            return '(%s %s %s)' % (self.expr(kind, depth - 1), w.pick(('and', 'or')), self.expr(kind, depth - 1))
        if form == 2:
            return '[%s, %s][%s]' % (self.expr(kind, depth - 1), self.leaf(kind), self.leaf('bool'))
        if form == 3:
            name = w.fresh('w')
            value = self.expr(kind, depth - 1)
            return '(lambda %s: %s)(%s)' % (name, name, value)
        return '{%s: %s}.get(%s, %s)' % (self.leaf('int'), self.leaf(kind), self.leaf('int'), self.leaf(kind))

    def call(self, f, depth):
        w = self.world
        given = []
        for index, (name, kind, default) in enumerate(f.parameters):
            if default and w.chance(40):
                continue
            value = self.expr(kind, depth)
            given.append('%s=%s' % (name, value) if len(given) < index or w.chance(12) else value)
        positional = [g for g in given if '=' not in g.split('(')[0].split('[')[0].split("'")[0] or not g[0].isalpha()]
        keywords = [g for g in given if g not in positional]
        for name, kind in f.keyword_only:
            if w.chance(60):
                keywords.append('%s=%s' % (name, self.expr(kind, depth)))
        if w.chance(3):
            positional.append(self.leaf('int'))
        if positional and w.chance(6):
            positional[-1] = '*(%s,)' % positional[-1]
        return '%s(%s)' % (f.name, ', '.join(positional + keywords))

    # one method a type

    def x_int(self, kind, d):
        w, e = self.world, self.expr
        form = w.random.randrange(30)
        if form < 14:
            return self.int_binary(d)
        if form == 14:
            return '%s%s' % (w.pick(('-', '~', '+')), self.atom('int', d))
        if form == 15:
            return 'len(%s)' % e(w.pick(('str', 'list[int]', 'dict[str,int]', 'set[int]', 'tuple')), d)
        if form == 16:
            return 'int(%s)' % e(w.pick(('float', 'bool', 'str', 'int')), d)
        if form == 17:
            return '%s(%s, %s)' % (w.pick(('min', 'max')), e('int', d), e('int', d))
        if form == 18:
            return 'sum(%s)' % e('list[int]', d)
        if form == 19:
            return 'abs(%s)' % e('int', d)
        if form == 20:
            return '%s[%s]' % (self.atom('list[int]', d), e('int', d))
        if form == 21:
            return '%s.get(%s, %s)' % (self.atom('dict[str,int]', d), e('str', d), e('int', d))
        if form == 22:
            return 'divmod(%s, %s)[%s]' % (e('int', d), e('int', d), w.pick('01'))
        if form == 23:
            return 'pow(%s, %s, %s)' % (e('int', d), w.random.randrange(0, 9), e('int', d))
        if form == 24:
            return 'round(%s)' % e('float', d)
        if form == 25:
            return '%s.bit_length()' % self.atom('int', d)
        if form == 26:
            return '%s.count(%s)' % (self.atom('list[int]', d), e('int', d))
        if form == 27:
            return 'sum(%s for %s in %s)' % self.comprehension('int', d)
        if form == 28:
            return 'hash(%s)' % e(w.pick(('int', 'float', 'bool')), d)
        return self.member('int', d)

    def int_binary(self, d):
        w = self.world
        op = w.pick(BINARY['int'])
        left = self.expr('int', d)
        if op == '<<':
            return '(%s << %d)' % (left, w.pick((0, 1, 3, 31, 62, 63, 64)))
        if op == '>>':
            return '(%s >> %d)' % (left, w.pick((0, 1, 3, 31, 62, 63, 64, 200)))
        if op == '**':
            return '(%s ** %d)' % (self.leaf('int'), w.pick((0, 1, 2, 3)))
        if op == '*':
            self.scope.products += 1
            if self.scope.loops or self.scope.products > 3:
                if w.chance(50):
                    return '(%s * %d)' % (left, w.random.randrange(-9, 10))
                return '(%s * %s %% %d)' % (left, self.expr('int', d), 2 ** w.pick(POWERS) + 1)
        return '(%s %s %s)' % (left, op, self.expr('int', d))

    def atom(self, kind, d):
        """An expression that may stand before a dot, a bracket or behind a sign."""
        text = self.expr(kind, d)
        return text if text.isidentifier() else '(%s)' % text

    def x_float(self, kind, d):
        w, e = self.world, self.expr
        form = w.random.randrange(16)
        if form < 8:
            op = w.pick(BINARY['float'])
            right = w.pick(('0.5', '2', '2.0', '-1.0')) if op == '**' else e(w.pick(('float', 'float', 'int')), d)
            return '(%s %s %s)' % (self.atom('float', d), op, right)
        if form == 8:
            return '-%s' % self.atom('float', d)
        if form == 9:
            return 'float(%s)' % e(w.pick(('int', 'str', 'bool', 'float')), d)
        if form == 10:
            return '(%s / %s)' % (e('int', d), e('int', d))
        if form == 11:
            return 'abs(%s)' % e('float', d)
        if form == 12:
            return 'round(%s, %d)' % (e('float', d), w.random.randrange(-2, 6))
        if form == 13:
            return '%s[%s]' % (self.atom('list[float]', d), e('int', d))
        if form == 14:
            return 'sum(%s)' % e('list[float]', d)
        return self.member('float', d)

    def x_bool(self, kind, d):
        w, e = self.world, self.expr
        form = w.random.randrange(12)
        if form < 5:
            t = w.pick(('int', 'int', 'float', 'str', 'tuple', 'list[int]'))
            if w.chance(20):
                return '(%s %s %s %s %s)' % (e(t, d), w.pick(COMPARE), e(t, d), w.pick(COMPARE), e(t, d))
            return '(%s %s %s)' % (e(t, d), w.pick(COMPARE), e(w.pick((t, 'float', 'int')), d))
        if form == 5:
            return '(not %s)' % e(w.type(), d)
        if form == 6:
            t = w.pick(('list[int]', 'set[int]', 'dict[int,any]'))
            return '(%s %s %s)' % (e('int', d), w.pick(('in', 'not in')), e(t, d))
        if form == 7:
            return '(%s is %s)' % (w.pick(self.scope.of_type('any') or ['None']), w.pick(('None', 'True', 'False')))
        if form == 8:
            return 'isinstance(%s, %s)' % (e('any', d), w.pick(('int', 'float', 'str', '(int, str)', 'bool', 'object')))
        if form == 9:
            return '%s(%s for %s in %s)' % ((w.pick(('any', 'all')),) + self.comprehension('bool', d))
        if form == 10:
            return 'bool(%s)' % e(w.type(), d)
        return '(%s in %s)' % (e('str', d), e('str', d))

    def x_str(self, kind, d):
        w, e = self.world, self.expr
        form = w.random.randrange(15)
        if form < 3:
            cut = '[:30]' if self.scope.loops else ''
            return '(%s + %s)%s' % (e('str', d), e('str', d), cut)
        if form == 3:
            return 'str(%s)' % e(w.pick(('int', 'float', 'bool', 'list[int]', 'tuple', 'any')), d)
        if form == 4:
            return '%s[%s:%s]' % (self.atom('str', d), self.bound(d), self.bound(d))
        if form == 5:
            return '%s.%s()' % (self.atom('str', d), w.pick(('upper', 'lower', 'strip', 'title', 'swapcase', 'casefold')))
        if form == 6:
            return '%s.replace(%s, %s)[:40]' % (self.atom('str', d), e('str', 0), e('str', 0))
        if form == 7:
            return '%r.join(map(str, %s))[:60]' % (w.pick((',', '', ' ')), e('list[int]', d))
        if form == 8:
            spec = w.pick(('', ':>8', ':05d', ':x', ':,', ':+d', ':^9'))
            return 'f"<{%s%s}|{%s!r}>"' % (self.quiet('int', d), spec, self.quiet('any', d))
        if form == 9:
            return 'f"{%s%s}"' % (self.quiet('float', d), w.pick((':.3f', ':g', ':e', ':.1%', ':10.2f', '')))
        if form == 10:
            return "'%%s/%%r/%%%s' %% (%s, %s, %s)" % (w.pick(('d', '5d', 'x', '.2f', 's')), e('int', d), e('str', d), e('int', d))
        if form == 11:
            return '(%s * %d)' % (e('str', d), w.random.randrange(-1, 4))
        if form == 12:
            return '%s[%s]' % (self.atom('str', d), e('int', d))
        if form == 13:
            return 'chr(%s %% 1000)' % self.atom('int', d)
        return "'{:>5}|{!r}|{}'.format(%s, %s, %s)" % (e('int', d), e('str', d), e('float', d))

    def quiet(self, kind, d):
        """Without quotes, backslashes or braces, so that it may stand in an f-string."""
        text = self.expr(kind, d)
        return self.int_literal() if any(c in text for c in '"\\{}!:') or 'lambda' in text else text

    def bound(self, d):
        return '' if self.world.chance(30) else self.expr('int', d - 1)

    def element(self, kind):
        return {'list[int]': 'int', 'list[float]': 'float', 'set[int]': 'int'}.get(kind) or self.world.type()

    def x_list(self, kind, d):
        w, e = self.world, self.expr
        element = self.element(kind)
        form = w.random.randrange(12) if d > 0 else 0
        if form < 4:
            return '[%s]' % ', '.join(e(element, d - 1) for _ in range(w.random.randrange(0, 5)))
        if form == 4:
            return '[%s for %s in %s]' % self.comprehension(element, d)
        if form == 5:
            cut = '[:8]' if self.scope.loops else ''
            return '(%s + %s)%s' % (e(kind, d), e(kind, d), cut)
        if form == 6:
            return '%s[%s:%s%s]' % (self.atom(kind, d), self.bound(d), self.bound(d), w.pick(('', ':2', ':-1', '')))
        if form == 7:
            return 'sorted(%s%s)' % (e(kind, d), w.pick(('', ', reverse=True', ', key=str')))
        if form == 8:
            return '(%s * %d)[:12]' % (e(kind, d), w.random.randrange(0, 3))
        if form == 9:
            return 'list(%s)' % e(w.pick((kind, 'set[int]', 'tuple', 'str')) if element == 'int' else kind, d)
        if form == 10:
            name = w.fresh('q')
            return '[*%s, *map(lambda %s: %s, %s)][:10]' % (e(kind, d), name, name, e(kind, d))
        return 'list(reversed(%s))' % e(kind, d)

    def x_dict(self, kind, d):
        w, e = self.world, self.expr
        key, value = ('str', 'int') if kind == 'dict[str,int]' else ('int', w.type())
        form = w.random.randrange(6) if d > 0 else 0
        if form < 3:
            pairs = ['%s: %s' % (e(key, d - 1), e(value, d - 1)) for _ in range(w.random.randrange(0, 4))]
            return '{%s}' % ', '.join(pairs)
        if form == 3:
            name = w.fresh('k')
            source = e('list[int]', d) if key == 'int' else "%s.split(',')" % self.atom('str', d)
            return '{%s: %s for %s in %s}' % (name, e(value, 0), name, source)
        if form == 4:
            return '{**%s, **%s}' % (e(kind, d), e(kind, d))
        return '(%s | %s)' % (e(kind, d), e(kind, d))

    def x_set(self, kind, d):
        w, e = self.world, self.expr
        form = w.random.randrange(4) if d > 0 else 0
        if form == 0:
            return '{%s}' % ', '.join(e('int', d - 1) for _ in range(w.random.randrange(1, 4)))
        if form == 1:
            return '(%s %s %s)' % (e(kind, d), w.pick(('|', '&', '-', '^')), e(kind, d))
        if form == 2:
            return 'set(%s)' % e('list[int]', d)
        return '{%s for %s in %s}' % self.comprehension('int', d)

    def x_tuple(self, kind, d):
        w, e = self.world, self.expr
        if w.chance(70):
            return '(%s,)' % ', '.join(e(w.type(), d - 1) for _ in range(w.random.randrange(1, 4)))
        return w.pick(('tuple(%s)' % e('list[int]', d), '(%s + %s)[:6]' % (e('tuple', d), e('tuple', d)),
                       '%s[%s:]' % (self.atom('tuple', d), self.bound(d))))

    def x_any(self, kind, d):
        w = self.world
        if w.chance(15):
            return self.x_complex(d)
        return self.expr(w.type(), d) if d > 0 else self.leaf('any')

    def x_complex(self, d):
        return '(%s %s %s)' % (self.leaf('float'), self.world.pick('+-*'), self.world.pick(('1j', '2.5j', '(1-2j)')))

    def instance(self, kind, d):
        info = self.world.class_named(kind)
        if info is None:
            return self.leaf('int')
        return '%s(%s)' % (info.name, ', '.join(self.expr(t, d - 1) for t in info.fields.values()))

    def member(self, kind, d):
        """An attribute or a method's result of an instance."""
        w = self.world
        options = []
        for info in w.classes:
            receivers = self.scope.of_type(info.name)
            fields = [f for f, t in info.fields.items() if t == kind]
            methods = [m for m in info.methods if m.result == kind]
            if (fields or methods) and (receivers or w.chance(30)):
                options.append((info, receivers, fields, methods))
        if not options:
            return self.leaf(kind)
        info, receivers, fields, methods = w.pick(options)
        receiver = w.pick(receivers) if receivers else self.instance(info.name, 1)
        if methods and (not fields or w.chance(60)) and self.scope.loops < 2:
            method = w.pick(methods)
            return '%s.%s' % (receiver, self.call(method, d))
        return '%s.%s' % (receiver, w.pick(fields)) if fields else self.leaf(kind)

    def comprehension(self, element, d):
        """(element, target, source) of a comprehension over ints, perhaps with a condition."""
        w = self.world
        name = w.fresh('c')
        source = w.pick(('range(%d)' % w.random.randrange(0, 6), self.expr('list[int]', d - 1)))
        inner = self.scope.in_loop({name: 'int'})
        writer = Expressions(inner)
        text = writer.expr(element, d - 1)
        if w.chance(30):
            source += ' if ' + writer.expr('bool', d - 1)
        return text, name, source

