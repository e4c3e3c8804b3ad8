#!/usr/bin/env python3
"""unused_method.py [--pyaot PATH]: a method that nobody names costs no byte.

For each of some rarely used methods two programs are built that differ in one attribute name of equal length: the method's,
and one that no class has. The function of the method must be linked into the first and not into the second (their symbol
tables say so), and the first must be the larger executable by at least the function, so that the test would notice.
Builtin functions are tried in the same way. A program that computes attribute names must keep them all.
"""
import os
import tempfile

from common import Failures, checked, figure, parser

# (expression, the name in it, symbol of its function)
CASES = [
    ('"%s".%s()', 'swapcase', 'pyrt_m_str_swapcase'),
    ('"%s".%s({})', 'translate', 'pyrt_m_str_translate'),
    ('[%r].%s("x")', 'insert', 'pyrt_m_list_insert'),
    ('{1: %r}.%s()', 'popitem', 'pyrt_m_dict_popitem'),
    ('{%r}.%s({2})', 'symmetric_difference_update', 'pyrt_m_set_symmetric_difference_update'),
    ('(1.5 or %r).%s()', 'as_integer_ratio', 'pyrt_m_float_as_integer_ratio'),
]
FUNCTIONS = [('divmod', 'pyrt_b_divmod', '(7, 2)'), ('sorted', 'pyrt_b_sorted', '([2, 1])')]
PROGRAM = '''def unused():
    return %s


print("hello")
'''


def other(name):
    """A name of the same length that nothing has."""
    return 'q' * len(name)


class Builder:
    def __init__(self, pyaot, work):
        self.pyaot, self.work, self.serial = pyaot, work, 0

    def build(self, text, *flags):
        self.serial += 1
        # One source path for all: it is part of the executable.
        source, output = os.path.join(self.work, 'program.py'), os.path.join(self.work, 'program_%d' % self.serial)
        with open(source, 'w') as file:
            file.write(text)
        checked([self.pyaot, 'build', *flags, source, '-o', output])
        return output

    def symbols(self, text):
        listed = checked(['nm', self.build(text, '-g')])[0].decode()
        return {line.split()[-1] for line in listed.splitlines() if line.split()}


def main():
    options = parser(__doc__).parse_args()
    failures = Failures()
    with tempfile.TemporaryDirectory(prefix='pyaot-unused.') as work:
        builder = Builder(os.path.abspath(options.pyaot), work)
        cases = [(name, symbol, PROGRAM % (form % ('x', name)), PROGRAM % (form % ('x', other(name))))
                 for form, name, symbol in CASES]
        cases += [(name, symbol, PROGRAM % (name + rest), PROGRAM % (other(name) + rest)) for name, symbol, rest in FUNCTIONS]
        every = builder.symbols(PROGRAM % 'getattr(1, input())')
        for name, symbol, used, unused in cases:
            failures.check(symbol in builder.symbols(used), '%s is named, but %s is not linked' % (name, symbol))
            failures.check(symbol not in builder.symbols(unused), 'nobody names %s, but %s is linked' % (name, symbol))
            # A computed attribute name reaches methods, not builtin functions.
            if symbol.startswith('pyrt_m_'):
                failures.check(symbol in every, 'a computed name can reach %s, but %s is not linked' % (name, symbol))
            with_it, without = builder.build(used), builder.build(unused)
            failures.check(checked([with_it])[0] == checked([without])[0] == b'hello\n', '%s: wrong output' % name)
            grown = os.path.getsize(with_it) - os.path.getsize(without)
            figure('%s: bytes that naming it costs' % name, '%d' % grown)
            failures.check(grown > 0, '%s: naming it costs %d bytes' % (name, grown))
    failures.finish()


if __name__ == '__main__':
    main()
