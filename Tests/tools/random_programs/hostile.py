"""Statements that change what is being walked, compared or left: the places where a compiler's assumptions break.

Each writer gets the block that it writes into. Invariant as everywhere: loops end, nothing prints an address.
"""


def flat_list_turns_mixed(block):
    """A list of floats or bools, walked while something else is stored into it."""
    w, name, item, at = block.world, block.world.fresh('v'), block.world.fresh('i'), block.world.fresh('n')
    kind = w.pick(('float', 'bool'))
    block.line('%s = [%s] * %d' % (name, block.ex.leaf(kind), w.random.randrange(1, 5)))
    block.line('for %s, %s in enumerate(%s):' % (at, item, name))
    block.indent += 1
    block.line('if %s == %d: %s[%s] = %s' % (at, w.random.randrange(0, 3), name, w.pick(('0', '-1', at)), block.ex.expr(w.type(), 1)))
    block.line('if len(%s) < 6 and %s: %s.append(%s)' % (name, w.pick(('True', item)), name, block.ex.expr(w.pick(('float', 'int', 'bool', 'any')), 1)))
    block.line('show(%s, %s)' % (item, name))
    block.indent -= 1
    block.line('show(%s, %s.count(%s))' % (name, name, block.ex.leaf(kind)))
    block.scope.bind(name, 'list[any]')


def dict_changes_while_walked(block):
    w, name, key = block.world, block.world.fresh('v'), block.world.fresh('k')
    block.line('%s = %s' % (name, block.ex.x_dict('dict[int,any]', 1)))
    block.line('try:')
    block.line('    for %s in %s%s:' % (key, name, w.pick(('', '.values()', '.items()', '.keys()'))))
    change = w.pick(('%s[%s] = 1', '%s.pop(%s, None)', '%s.setdefault(%s, 2)', '%s.update({%s: 3})', '%s.get(%s)'))
    block.line('        ' + change % (name, block.ex.expr('int', 1)))
    block.line('        show(%s)' % key)
    block.line('        if len(%s) > 6: break' % name)
    block.line('except RuntimeError as error: show(error.args)')
    block.line('show(%s)' % name)
    block.scope.bind(name, 'dict[int,any]')


def equality_that_mutates(block):
    """`__eq__` and `__hash__` that change the container which asks them."""
    w = block.world
    box, cls, value = w.fresh('v'), w.fresh('Q'), w.fresh('q')
    block.line('%s = []' % box)
    block.line('class %s:' % cls)
    block.line('    def __init__(self, n): self.n = n')
    block.line('    def __eq__(self, other):')
    block.line('        if len(%s) %s: %s' % (box, w.pick(('> 2', '< 4')), w.pick((
        '%s.pop()' % box, '%s.clear()' % box, '%s.append(self.n)' % box, 'del %s[:1]' % box) if not w.chance(5) else ('1 / 0',))))
    block.line('        return %s' % w.pick(('self.n == other', 'NotImplemented', 'False', 'self is other')))
    block.line('    def __hash__(self): return %d' % w.random.randrange(0, 3))
    block.line('    def __repr__(self): return "q%d" % self.n')
    block.line('%s += [%s(1), %s, %s(2), %s]' % (box, cls, block.ex.leaf('int'), cls, block.ex.leaf('any')))
    for _ in range(w.random.randrange(1, 3)):
        block.line('try: show(%s)' % w.pick((
            '%s.count(%s)' % (box, block.ex.leaf('int')), '%s(2) in %s' % (cls, box), '%s.index(%s(3))' % (box, cls),
            '%s == [%s(1), 2, %s(2)]' % (box, cls, cls), '%s.remove(2)' % box, '{*%s} == {1, %s(1)}' % (box, cls),
            '{%s(1): 1, %s(2): 2}.get(1)' % (cls, cls))))
        block.line('except Exception as error: show(type(error).__name__, error.args)')
    block.line('show(%s)' % box)


def finaliser(block):
    """`__del__` of locals that are rebound, deleted, or die with an exception."""
    w = block.world
    cls, a, b = w.fresh('D'), w.fresh('d'), w.fresh('d')
    block.line('class %s:' % cls)
    block.line('    def __init__(self, n): self.n = n')
    block.line('    def __del__(self): show("del", self.n)')
    block.line('try:')
    block.line('    %s = %s(%s)' % (a, cls, block.ex.leaf('int')))
    block.line('    %s = [%s("in list"), %s]' % (b, cls, block.ex.leaf('any')))
    block.line('    ' + w.pick(('%s = 1' % a, 'del %s' % a, '%s, %s = %s, %s' % (a, b, b, a), '%s.clear()' % b, '%s[0] = %s' % (b, a))))
    block.line('    show(%s)' % block.ex.expr('int', 2))
    block.line('except Exception as error: show(type(error).__name__)')
    block.line('finally: show("left")')
    block.line('%s = %s = None' % (a, b))


def nested_finally(block):
    """A function of try/finally with return, break and continue at every level."""
    w = block.world
    name, i = w.fresh('f'), w.fresh('i')
    leave = lambda: w.pick(('return %s' % i, 'break', 'continue', 'raise KeyError(%s)' % i, 'show("on")', 'return %r' % w.fresh('r')))
    block.line('def %s(limit):' % name)
    block.line('    for %s in range(limit):' % i)
    block.line('        try:')
    block.line('            try:')
    block.line('                if %s %% 2: %s' % (i, leave()))
    block.line('                %s' % leave())
    block.line('            except %s as error:' % w.pick(('KeyError', 'ValueError', 'Exception')))
    block.line('                show("caught", error.args)')
    block.line('                %s' % leave())
    block.line('            finally:')
    block.line('                show("inner", %s)' % i)
    if w.chance(40):
        block.line('                if %s == 1: %s' % (i, leave()))
    block.line('        finally:')
    block.line('            show("outer", %s)' % i)
    if w.chance(25):
        block.line('            if %s == 2: %s' % (i, leave()))
    block.line('    else:')
    block.line('        show("else")')
    block.line('    return "end"')
    block.line('for %s in range(4): attempt(lambda: %s(%s))' % (i, name, i))


def starred_function(block):
    """Every parameter kind, called right and wrong."""
    w = block.world
    name = w.fresh('f')
    head = w.pick(('a, /, b=2, *args, c, d=4, **more', 'a, b, *args, **more', '*args, c=3', 'a=1, /, *, c', '**more', 'a, b=[], *, c=0'))
    names = [part.strip(' */').split('=')[0] for part in head.split(',') if part.strip(' */')]
    block.line('def %s(%s): return %s' % (name, head, ', '.join(names) + ','))
    for _ in range(w.random.randrange(2, 4)):
        given = [block.ex.leaf(w.pick(('int', 'str', 'any'))) for _ in range(w.random.randrange(0, 4))]
        if w.chance(30):
            given.append('*%s' % block.ex.atom(w.pick(('list[int]', 'tuple')), 1))
        given += ['%s=%s' % (k, block.ex.leaf('int')) for k in w.random.sample(['a', 'b', 'c', 'd', 'e'], w.random.randrange(0, 3))]
        if w.chance(30):
            given.append('**%s' % w.pick(('{"c": 5}', '{"b": 6, "z": 7}', '{}', '{"a": 1, "c": 2}')))
        block.line('attempt(lambda: %s(%s))' % (name, ', '.join(given)))


def nested_comprehension(block):
    """Comprehensions in comprehensions, with names of the outside, walrus and conditions."""
    w = block.world
    a, b, c = w.fresh('c'), w.fresh('c'), w.fresh('v')
    inner = '[%s %s %s for %s in range(%s)]' % (a, w.pick(('+', '*', '-', '//')), b, b, w.pick((a, '3', '%s %% 4' % a)))
    outer = w.pick(('[%s for %s in range(4)]', '{%s and 1 or 2 for %s in range(3)}', 'sum(len(%s) for %s in range(4))',
                    '[z for %s in range(3) for z in %s]'))
    block.line('attempt(lambda: %s)' % (outer % ((a, inner) if outer.startswith('[z') else (inner, a))))
    block.line('show([(%s := %s + 1) for %s in range(3) if %s])' % (c, a, a, w.pick(('True', a, '%s %% 2' % a))))
    block.line('try: show(%s)' % c)
    block.line('except UnboundLocalError as error: show(error.args)')


def class_patterns(block):
    """`match` on classes, with positions, keywords and guards."""
    w = block.world
    cls, m, n = w.fresh('P'), w.fresh('m'), w.fresh('m')
    block.line('class %s:' % cls)
    block.line('    __match_args__ = %s' % w.pick(("('x', 'y')", "('y',)", '()', "('x', 'gone')")))
    block.line('    def __init__(self, x, y): self.x, self.y = x, y')
    block.line('for subject in (%s(%s, %s), %s(1, (2, 3)), %s, [1, 2, 3], {"k": %s}, %s):' % (
        cls, block.ex.leaf('int'), block.ex.leaf('any'), cls, block.ex.leaf('any'), block.ex.leaf('int'), block.ex.leaf('tuple')))
    block.line('    try:')
    block.line('        match subject:')
    first = w.pick(('%s(%s, 1)' % (cls, m), '%s(x=%s, y=(_, %s))' % (cls, m, n), '%s(%s) if %s' % (cls, m, m), '%s(%s, y=%s)' % (cls, m, n)))
    block.line('            case %s: show("class", %s)' % (first, m))
    block.line('            case %s(): show("bare")' % cls)
    block.line('            case [%s, *_, %s] if %s: show("sequence", %s, %s)' % (m, n, w.pick(('True', m, n)), m, n))
    block.line('            case {"k": int(%s), **%s}: show("mapping", %s, %s)' % (m, n, m, n))
    block.line('            case int() | float() as %s: show("number", %s)' % (m, m))
    block.line('            case _: show("nothing")')
    block.line('    except TypeError as error: show(error.args)')


def text_built(block):
    """A text grown in a loop, sliced in all directions, and kept while it grows."""
    w = block.world
    s, kept, i = w.fresh('v'), w.fresh('v'), w.fresh('i')
    block.line('%s = %s' % (s, block.ex.leaf('str')))
    block.line('%s = [%s]' % (kept, s))
    block.line('for %s in range(%d):' % (i, w.random.randrange(2, 7)))
    block.line('    %s += %s' % (s, w.pick(('str(%s)' % i, 'chr(97 + %s)' % i, '"é"', '"😀"', s + '[:2]', repr(w.pick(('', 'xy')))))))
    block.line('    if %s %% 2: %s.append(%s)' % (i, kept, s))
    parts = [w.pick(('', '1', '-2', '0', '5', '-1', str(2 ** 63))) for _ in range(3)]
    block.line('attempt(lambda: (%s[%s:%s:%s], %s))' % (s, *parts, kept))
    block.line('show(len(%s), hash(%s) == hash(%s[:]), %s.encode("utf-8", "replace")[-3:])' % (s, s, s, s))
    block.scope.bind(s, 'str')


FORMS = (flat_list_turns_mixed, dict_changes_while_walked, equality_that_mutates, finaliser, nested_finally, starred_function,
         nested_comprehension, class_patterns, text_built)
