"""Random statements, functions, classes and whole cases. Invariant: every loop ends (a counter of its own breaks it), calls
form no cycle but bounded recursion, and `show` prints what is computed on the way."""
import hostile
from expressions import Expressions
from scope import ClassInfo, Scope, Signature

ERRORS = ('ValueError', 'KeyError', 'ZeroDivisionError', 'TypeError', 'IndexError', 'OverflowError', 'AttributeError',
          '(ValueError, TypeError)', 'ArithmeticError', 'LookupError', 'Exception', 'RuntimeError')
RAISED = ('ValueError', 'KeyError', 'TypeError', 'RuntimeError', 'StopIteration', 'ZeroDivisionError')


class Block:
    """Writes statements into `lines`."""

    def __init__(self, scope, indent, lines):
        self.scope, self.indent, self.lines = scope, indent, lines
        self.world = scope.world
        self.ex = Expressions(scope)

    def depth(self):
        """Most expressions are shallow, so that a file of many cases compiles soon; a few are deep."""
        return self.world.pick((1, 1, 2, 2, 2, 3))

    def line(self, text):
        self.lines.append('    ' * self.indent + text)

    def nested(self, write):
        """A suite: what it binds is perhaps unbound behind it."""
        known = dict(self.scope.names)
        self.indent += 1
        write()
        self.indent -= 1
        for name in list(self.scope.names):
            if name not in known:
                self.scope.maybe_unbound.append((name, self.scope.names[name]))
        if not self.world.chance(2):
            self.scope.names = known

    def statements(self, count):
        for _ in range(count):
            self.statement()

    def few(self):
        self.statements(self.world.pick((1, 1, 2, 2, 3)))

    def statement(self):
        w = self.world
        room = self.indent < 5
        form = w.random.randrange(100)
        if form < 30:
            return self.assign()
        if form < 40:
            return self.augmented()
        if form < 45:
            return self.line('show(%s)' % self.ex.expr(w.type(), self.depth()))
        if form < 52:
            return self.container()
        if form < 55:
            return self.attribute()
        if form < 58 and self.scope.maybe_unbound and w.chance(30):
            return self.line('show(%s)' % w.pick(self.scope.maybe_unbound)[0])
        if form < 60 and len(self.scope.own) > 3 and w.chance(30):
            name = w.pick(sorted(self.scope.own & set(self.scope.names)) or ['_'])
            return self.line('del %s' % name) if name != '_' else self.assign()
        if form < 61:
            return self.line('assert %s, %s' % (self.ex.expr('bool', 2), self.ex.expr('str', 1)))
        if form < 64:
            return self.unpack()
        if not room:
            return self.assign()
        if form < 69 and self.indent == 1 and not self.scope.in_generator:
            return w.pick(hostile.FORMS)(self)
        if form < 75:
            return self.if_()
        if form < 82:
            return self.loop()
        if form < 90:
            return self.try_()
        if form < 93:
            return self.match()
        if form < 96:
            return self.closure()
        if form < 98:
            return self.with_()
        return self.use_generator()

    # simple statements

    def target(self, kind):
        w = self.world
        names = [n for n in self.scope.of_type(kind) if n in self.scope.own]
        if names and w.chance(55):
            return w.pick(names)
        return w.fresh('v')

    def assign(self):
        kind = self.world.type()
        name = self.target(kind)
        hint = ': %s' % self.hint(kind) if self.world.chance(8) and name not in self.scope.names else ''
        self.line('%s%s = %s' % (name, hint, self.ex.expr(kind, self.depth())))
        self.scope.bind(name, kind)
        if self.world.chance(45):
            self.line('show(%s)' % name)

    def hint(self, kind):
        return self.world.pick(('int', 'float', 'str', 'list[int]')) if self.world.chance(25) else kind

    def augmented(self):
        w = self.world
        kind = w.pick(('int', 'int', 'int', 'float', 'str', 'list[int]', 'set[int]'))
        names = [n for n in self.scope.of_type(kind) if n in self.scope.own]
        if not names:
            return self.assign()
        name = w.pick(names)
        if kind == 'int':
            op, value = w.pick((('+=', self.ex.expr('int', 2)), ('-=', self.ex.expr('int', 2)),
                                ('*=', str(w.random.randrange(-5, 9))), ('//=', self.ex.expr('int', 1)),
                                ('%=', self.ex.expr('int', 1)), ('^=', self.ex.expr('int', 2)),
                                ('|=', self.ex.expr('int', 2)), ('<<=', w.pick(('1', '3', '31'))), ('>>=', w.pick(('1', '40')))))
        elif kind == 'float':
            op, value = w.pick('+-*/') + '=', self.ex.expr(w.pick(('float', 'int')), 2)
        elif kind == 'set[int]':
            op, value = w.pick(('|=', '&=', '-=', '^=')), self.ex.expr(kind, 2)
        else:
            op, value = '+=', self.ex.expr(kind, 1) + '[:3]'
        self.line('%s %s %s' % (name, op, value))

    def container(self):
        w, e = self.world, self.ex.expr
        kind = w.pick(('list[int]', 'list[int]', 'list[float]', 'list[any]', 'dict[str,int]', 'dict[int,any]', 'set[int]'))
        names = self.scope.of_type(kind)
        if not names:
            return self.assign()
        name = w.pick(names)
        if kind.startswith('list'):
            element = self.ex.element(kind)
            if w.chance(6):
                element = 'any'
            self.line(w.pick((
                '%s.append(%s)' % (name, e(element, 2)), '%s.append(%s)' % (name, e(element, 2)),
                '%s[%s] = %s' % (name, e('int', 1), e(element, 2)), '%s[%s] = %s' % (name, e('int', 1), e(element, 2)),
                '%s.insert(%s, %s)' % (name, e('int', 1), e(element, 1)), 'show(%s.pop())' % name,
                'show(%s.pop(%s))' % (name, e('int', 1)), '%s.sort()' % name, '%s.reverse()' % name,
                '%s[%s:%s] = %s' % (name, self.ex.bound(2), self.ex.bound(2), e(kind, 1)),
                'del %s[%s]' % (name, e('int', 1)), '%s.extend(%s)' % (name, e(kind, 1)),
                '%s.remove(%s)' % (name, e(element, 0)), 'show(%s.index(%s))' % (name, e(element, 0)),
                '%s[%s] += %s' % (name, e('int', 0), e('int', 1)), '%s.clear()' % name)))
        elif kind == 'set[int]':
            self.line('%s.%s(%s)' % (name, w.pick(('add', 'discard', 'remove', 'add')), e('int', 2)))
        else:
            key = e('str' if kind == 'dict[str,int]' else 'int', 2)
            value = e('int' if kind == 'dict[str,int]' else w.type(), 2)
            self.line(w.pick((
                '%s[%s] = %s' % (name, key, value), '%s[%s] = %s.get(%s, 0) + 1' % (name, key, name, key),
                'show(%s.pop(%s, None))' % (name, key), 'show(%s.setdefault(%s, %s))' % (name, key, value),
                'del %s[%s]' % (name, key), 'show(%s[%s])' % (name, key), 'show(list(%s.items()))' % name,
                '%s.update(%s)' % (name, e(kind, 1)), 'show(%s.popitem())' % name)))

    def attribute(self):
        w = self.world
        names = [(n, w.class_named(k)) for n, k in self.scope.names.items() if w.class_named(k)]
        if not names:
            return self.assign()
        name, info = w.pick(names)
        field, kind = w.pick(list(info.fields.items()))
        if w.chance(10):
            kind = 'any'
        self.line(w.pick((
            '%s.%s = %s' % (name, field, self.ex.expr(kind, 2)), '%s.%s = %s' % (name, field, self.ex.expr(kind, 2)),
            '%s.%s += %s' % (name, field, self.ex.expr('int', 1)), 'setattr(%s, %r, %s)' % (name, field, self.ex.expr(kind, 1)),
            'show(getattr(%s, %r, None))' % (name, field), 'del %s.%s' % (name, field),
            '%s.extra = %s' % (name, self.ex.expr('int', 1)), 'show(hasattr(%s, "extra"))' % name,
            'show(sorted(vars(%s)))' % name, 'show(%s)' % name)))

    def unpack(self):
        w = self.world
        a, b, c = w.fresh('v'), w.fresh('v'), w.fresh('v')
        form = w.random.randrange(4)
        if form == 0:
            self.line('%s, %s = %s, %s' % (a, b, self.ex.expr('int', 2), self.ex.expr('float', 2)))
            self.scope.bind(a, 'int')
            self.scope.bind(b, 'float')
        elif form == 1:
            self.line('%s, *%s = %s' % (a, b, self.ex.expr('list[int]', 2)))
            self.scope.bind(a, 'int')
            self.scope.bind(b, 'list[int]')
        elif form == 2:
            self.line('%s, (%s, %s) = %s, %s' % (a, b, c, self.ex.expr('int', 2), self.ex.expr('tuple', 1)))
            for name, kind in ((a, 'int'), (b, 'any'), (c, 'any')):
                self.scope.bind(name, kind)
        else:
            names = self.scope.of_type('int')[:2]
            if len(names) == 2 and all(n in self.scope.own for n in names):
                self.line('%s, %s = %s, %s' % (names[0], names[1], names[1], self.ex.expr('int', 2)))
            else:
                self.assign()

    # compound statements

    def if_(self):
        self.line('if %s:' % self.ex.expr(self.world.pick(('bool', 'bool', 'int', 'any')), 2))
        self.nested(self.few)
        if self.world.chance(30):
            self.line('elif %s:' % self.ex.expr('bool', 2))
            self.nested(self.few)
        if self.world.chance(50):
            self.line('else:')
            self.nested(self.few)

    def loop(self):
        w = self.world
        counter = w.fresh('n')
        self.line('%s = 0' % counter)
        name, second = w.fresh('i'), w.fresh('j')
        bound = {name: 'int'}
        form = w.random.randrange(8)
        if form == 0:
            head = 'while %s:' % self.ex.expr('bool', 2)
            bound = {}
        elif form in (1, 2):
            step = w.pick(('', '', ', %d' % w.pick((1, 2, -1, 3))))
            start = self.ex.expr('int', 1) + ', ' if step or w.chance(30) else ''
            head = 'for %s in range(%s%s%s):' % (name, start, self.ex.expr('int', 1), step)
        elif form == 3:
            head = 'for %s, %s in enumerate(%s):' % (name, second, self.ex.expr('list[any]', 2))
            bound[second] = 'any'
        elif form == 4:
            head = 'for %s, %s in zip(%s, %s):' % (name, second, self.ex.expr('list[int]', 2), self.ex.expr('list[float]', 2))
            bound[second] = 'float'
        elif form == 5:
            head = 'for %s, %s in %s.items():' % (second, name, self.ex.atom('dict[str,int]', 2))
            bound[second] = 'str'
        elif form == 6:
            head = 'for %s in %s:' % (name, self.ex.expr('float' if w.chance(3) else 'list[int]', 2))
        else:
            head = 'for %s in %s:' % (name, self.ex.expr('str', 2))
            bound = {name: 'str'}
        self.line(head)

        def body():
            self.line('%s += 1' % counter)
            self.line('if %s > %d: break' % (counter, w.random.randrange(2, 9 if self.scope.loops < 2 else 4)))
            for bind, kind in bound.items():
                self.scope.bind(bind, kind)
            self.scope.loops += 1
            self.few()
            if w.chance(20):
                self.line('if %s: %s' % (self.ex.expr('bool', 2), w.pick(('break', 'continue'))))
                self.statement()
            self.scope.loops -= 1
        self.nested(body)
        if w.chance(15):
            self.line('else:')
            self.nested(self.few)

    def try_(self):
        w = self.world

        def body():
            self.few()
            if w.chance(35):
                cause = w.pick(('', '', ' from None', ' from KeyError(3)'))
                self.line('if %s: raise %s(%s)%s' % (self.ex.expr('bool', 1), w.pick(RAISED), self.ex.expr('int', 1), cause))
        self.line('try:')
        self.nested(body)
        handlers = w.random.randrange(0, 3)
        for _ in range(handlers):
            name = w.fresh('e')
            self.line('except %s as %s:' % (w.pick(ERRORS), name))

            def handler(name=name):
                self.line('show(type(%s).__name__, %s.args, type(%s.__context__).__name__)' % (name, name, name))
                self.few()
                if w.chance(15):
                    self.line(w.pick(('raise', 'raise RuntimeError("again") from %s' % name)))
            self.nested(handler)
        if handlers and w.chance(25):
            self.line('else:')
            self.nested(self.few)
        if not handlers or w.chance(35):
            self.line('finally:')

            def last():
                self.line('show("finally")')
                self.few()
            self.nested(last)

    def match(self):
        w = self.world
        self.line('match %s:' % self.ex.expr(w.pick(('int', 'tuple', 'list[int]', 'any', 'dict[str,int]')), 2))
        self.indent += 1
        for _ in range(w.random.randrange(1, 4)):
            name, rest = w.fresh('m'), w.fresh('m')
            pattern, bound = w.pick((
                (str(w.random.randrange(0, 4)), {}), ('(%s, _)' % name, {name: 'any'}), ('[%s, *%s]' % (name, rest), {name: 'any', rest: 'list[any]'}),
                ('int(%s)' % name, {name: 'int'}), ('float() | str()', {}), ('None | True', {}), ('{"a": %s, **%s}' % (name, rest), {name: 'any'}),
                ('(%s, %s) as x%s' % (name, rest, name), {name: 'any', rest: 'any'}), ('1 | 2 | -3', {})))
            guard = ' if %s' % self.ex.expr('bool', 1) if w.chance(25) else ''
            self.line('case %s%s:' % (pattern, guard))

            def body(bound=bound):
                for bind, kind in bound.items():
                    self.scope.bind(bind, kind)
                    self.line('show(%s)' % bind)
                self.statement()
            self.nested(body)
        self.line('case _:')
        self.nested(self.statement)
        self.indent -= 1

    def closure(self):
        w = self.world
        name, parameter = w.fresh('f'), w.fresh('p')
        shared = [n for n in self.scope.of_type('int') if n in self.scope.own][:1]
        self.line('def %s(%s=%s):' % (name, parameter, self.ex.leaf('int')))
        inner = Scope(w, self.scope)
        inner.loops = self.scope.loops
        inner.own = set()
        inner.bind(parameter, 'int')
        block = Block(inner, self.indent + 1, self.lines)
        if shared and w.chance(60):
            block.line('nonlocal %s' % shared[0])
            block.line('%s += %s' % (shared[0], parameter))
        else:
            # Names of the function around it must not become locals by being assigned here.
            block.line('show(%s)' % block.ex.expr('int', 2))
        block.line('return %s' % block.ex.expr('int', 2))
        self.line('show(%s(%s))' % (name, w.pick(('', self.ex.expr('int', 1)))))
        if w.chance(40):
            self.line('show([%s(%s) for %s in range(3)])' % (name, parameter, parameter))

    def with_(self):
        w = self.world
        name = w.fresh('c')
        self.line('with Guard(%s) as %s:' % (w.pick(('ValueError', 'ArithmeticError', 'LookupError', '()')), name))

        def body():
            self.few()
            if w.chance(30):
                self.line('raise %s(%s)' % (w.pick(RAISED), self.ex.leaf('int')))
        self.nested(body)

    def use_generator(self):
        w = self.world
        generators = [f for f in w.functions if f.is_generator]
        if not generators or self.scope.loops > 1:
            return self.assign()
        call = self.ex.call(w.pick(generators), 1)
        name = w.fresh('g')
        form = w.random.randrange(4)
        if form == 0:
            self.line('show(list(%s))' % call)
        elif form == 1:
            self.line('%s = %s' % (name, call))
            self.line('show(next(%s, "none"))' % name)
            self.line('try: show(%s.send(%s))' % (name, self.ex.expr('int', 1)))
            self.line('except StopIteration as stop: show(stop.value)')
            if w.chance(50):
                self.line('show(%s.close())' % name)
        elif form == 2:
            self.line('%s = %s' % (name, call))
            self.line('show(next(%s, "none"))' % name)
            self.line('try: show(%s.throw(ValueError(7)))' % name)
            self.line('except (ValueError, StopIteration) as error: show(type(error).__name__, error.args)')
        else:
            self.line('show(sum(x for x in %s if isinstance(x, int)))' % call)


# definitions

def simple(world, kind):
    """A default, which is evaluated outside of any `try`: it must not raise."""
    if kind == 'int':
        return str(world.random.randrange(-3, 12))
    if kind.startswith('list'):
        return '[]'
    if kind.startswith('dict'):
        return '{}'
    return {'float': '2.5', 'bool': 'True', 'str': "'d'", 'set[int]': '{1, 2}', 'tuple': '(1, 2.0)'}.get(kind, 'None')


def parameters(world, count):
    """[(name, type, default or None)]"""
    made = []
    for _ in range(count):
        kind = world.type()
        default = simple(world, kind) if (made and made[-1][2]) or world.chance(20) else None
        made.append((world.fresh('a'), kind, default))
    return made


def signature_text(world, made, keyword_only, mode):
    """mode: 'none', 'right' or 'wrong' annotations."""
    def one(name, kind, default):
        hint = ''
        if mode == 'right' and kind != 'any':
            hint = ': ' + kind
        elif mode == 'wrong':
            hint = ': ' + world.pick(('int', 'float', 'str', 'list[int]', 'bool'))
        return name + hint + (' = ' + default if default and hint else '=' + default if default else '')
    parts = [one(*p) for p in made]
    if keyword_only:
        parts.append('*')
        parts += [one(name, kind, simple(world, kind)) for name, kind in keyword_only]
    return ', '.join(parts)


def function(world, lines, name, indent=0, method_of=None, generator=False, count=None):
    """Writes a function; its signature."""
    made = parameters(world, world.random.randrange(0, 4) if count is None else count)
    keyword_only = [(world.fresh('k'), world.type())] if world.chance(12) else []
    mode = world.pick(('none', 'none', 'right', 'right', 'wrong'))
    result = world.pick(('int', 'int', 'float', 'bool', 'str', 'list[int]', 'any'))
    text = signature_text(world, made, keyword_only, mode)
    if method_of:
        text = 'self, ' + text if text else 'self'
    arrow = ' -> %s' % result if mode == 'right' and result != 'any' and not generator else ''
    scope = Scope(world)
    for parameter, kind, _ in made:
        scope.bind(parameter, kind)
    for parameter, kind in keyword_only:
        scope.bind(parameter, kind)
    if method_of:
        scope.names['self'] = method_of.name
    recursive = not method_of and not generator and world.chance(15) and bool(made) and made[0][1] == 'int'
    lines.append('    ' * indent + 'def %s(%s)%s:' % (name, text, arrow))
    block = Block(scope, indent + 1, lines)
    if recursive:
        block.line('if not isinstance(%s, int) or not 0 < %s < 20: return %s' % (made[0][0], made[0][0], block.ex.leaf(result)))
    block.statements(world.random.randrange(1, 5))
    if generator:
        for _ in range(world.random.randrange(1, 4)):
            form = world.random.randrange(4)
            if form == 0:
                got = world.fresh('v')
                block.line('%s = yield %s' % (got, block.ex.expr('int', 2)))
                scope.bind(got, 'any')
            elif form == 1:
                block.line('for %s in range(3): yield %s' % (world.fresh('y'), block.ex.expr('int', 2)))
            elif form == 2:
                block.line('yield from %s' % block.ex.expr('list[int]', 2))
            else:
                block.line('try: yield %s' % block.ex.expr('any', 1))
                block.line('except ValueError as error: show("caught", error.args)')
                block.line('finally: show("closing")')
            block.statement()
    if recursive:
        rest = ', '.join('%s=%s' % (n, block.ex.leaf(k)) for n, k, d in made[1:])
        block.line('return %s(%s - 1%s)' % (name, made[0][0], ', ' + rest if rest else ''))
    else:
        block.line('return %s' % block.ex.expr(result, block.depth()))
    return Signature(name, made, result, keyword_only, generator)


def class_(world, lines, name):
    w = world
    base = w.pick(w.classes) if w.classes and w.chance(45) else None
    own = {w.fresh('t'): w.pick(('int', 'int', 'float', 'str', 'list[int]', 'any')) for _ in range(w.random.randrange(1, 4))}
    fields = dict(base.fields) if base else {}
    fields.update(own)
    info = ClassInfo(name, fields, list(base.methods) if base else [], base)
    lines.append('class %s%s:' % (name, '(%s)' % base.name if base else ''))
    if w.chance(10) and not base:
        lines.append('    shared = %s' % Expressions(Scope(w)).leaf('int'))
    names = list(fields)
    hints = w.chance(40)
    lines.append('    def __init__(self, %s):' % ', '.join(n + (': ' + fields[n] if hints and fields[n] != 'any' else '') for n in names))
    if base:
        lines.append('        super().__init__(%s)' % ', '.join(base.fields))
    for field in own:
        lines.append('        self.%s = %s' % (field, field))
    lines.append('    def __repr__(self):')
    lines.append("        return '%s(' + ', '.join('%%s=%%r' %% pair for pair in vars(self).items()) + ')'" % name)
    first = next((f for f, t in fields.items() if t == 'int'), None)
    if first and w.chance(50):
        op, symbol = w.pick((('add', '+'), ('mul', '*'), ('sub', '-'), ('or', '|')))
        lines.append('    def __%s__(self, other):' % op)
        lines.append('        if not isinstance(other, %s): return NotImplemented' % name)
        lines.append('        return self.%s %s other.%s' % (first, symbol, first))
        info.operators.add(symbol)
    if first and w.chance(35):
        lines.append('    def __eq__(self, other): return isinstance(other, %s) and self.%s == other.%s' % (name, first, first))
        if w.chance(60):
            lines.append('    def __hash__(self): return hash(self.%s)' % first)
    if first and w.chance(25):
        lines.append('    def __lt__(self, other): return self.%s < other.%s' % (first, first))
    if first and w.chance(20):
        lines.append('    def __len__(self): return abs(self.%s) %% 9' % first)
    if first and w.chance(20):
        lines.append('    def __getitem__(self, index):')
        lines.append('        if index > 3: raise IndexError(index)')
        lines.append('        return self.%s + index' % first)
    for _ in range(w.random.randrange(1, 3)):
        method = w.pick([m.name for m in info.methods]) if info.methods and w.chance(40) else w.fresh('go')
        made = function(w, lines, method, 1, info)
        info.methods = [m for m in info.methods if m.name != method] + [made]
    w.classes.append(info)
    return info


def patch(world, lines):
    """Changes a class at run time."""
    w = world
    if not w.classes:
        return
    info = w.pick(w.classes)
    if not info.methods:
        return
    method = w.pick(info.methods)
    names = ', '.join(['self'] + ['%s=None' % p[0] for p in method.parameters] + ['**rest'])
    body = Expressions(Scope(w)).leaf(method.result)
    lines.append(w.pick((
        '%s.%s = lambda %s: %s' % (info.name, method.name, names, body),
        'setattr(%s, %r, lambda %s: %s)' % (info.name, method.name, names, body),
        'del %s.%s' % (info.name, method.name) if method.name in [m.name for m in info.methods] and not info.base else 'pass',
        '%s.__repr__ = lambda self: "patched"' % info.name)))


def case(world, name):
    """The lines of one case: classes, functions, and a function `name` that runs them."""
    w = world
    lines = []
    # Small ones, so that many fit in a file; one in four is large.
    large = w.chance(25)
    for _ in range(w.random.randrange(0, 3) if large else w.chance(45)):
        class_(w, lines, 'C%s_%d' % (w.uid, len(w.classes)))
    for index in range(w.random.randrange(1, 4) if large else 1):
        w.functions.append(function(w, lines, 'f%s_%d' % (w.uid, index), generator=w.chance(18)))
    lines.append('def %s():' % name)
    scope = Scope(w)
    block = Block(scope, 1, lines)
    for _ in range(w.random.randrange(3, 9) if large else w.random.randrange(1, 4)):
        if w.chance(40):
            block.statement()
            continue
        # One that raises does not end the case.
        block.line('try:')
        block.indent += 1
        block.statement()
        block.indent -= 1
        block.line('except Exception as error: show(type(error).__name__, str(error)[:200])')
    if w.chance(25):
        patched = []
        patch(w, patched)
        lines.extend('    ' + line for line in patched)
    for f in w.functions:
        call = block.ex.call(f, 2)
        text = 'list(%s)' % call if f.is_generator else call
        block.line('attempt(lambda: %s)' % text)
        if w.chance(40):
            block.line('for i in range(3): attempt(lambda: %s)' % ('list(%s)' % call if f.is_generator else call))
    block.few()
    return lines
