#!/usr/bin/env python3
"""irgen_speed.py [--pyaot PATH] [--lines N] [--enforce]: from N lines of Python (100,000) to a verified `py` stage.

The lines are generated from a fixed seed: functions with every kind of parameter, classes, closures, loops, comprehensions,
try, with, match, generators, f-strings, slices, unpacking; CPython's own parser must accept them. Half the lines are timed
too, so that growth shows. The time is that of `--emit=ir --stage=py --verify-each` as a whole, start-up included, without the
printing of the text (`--time-passes` tells them apart), which is shown beside it; the aim is 3 s for 100,000 lines.
"""
import ast
import os
import random
import re
import tempfile
import time

from common import Failures, checked, figure, parser

NAMES = ['alpha', 'beta', 'gamma', 'delta', 'total', 'count', 'index', 'value', 'left', 'right', 'node', 'name', 'size']
OPERATORS = ['+', '-', '*', '//', '%', '&', '|', '^', '<<', '>>', '**', '/', '@']
COMPARISONS = ['<', '<=', '==', '!=', '>', '>=', 'is', 'is not', 'in', 'not in']


class Writer:
    """Writes random but valid statements; `lines` is the text so far."""

    def __init__(self, seed):
        self.random, self.lines, self.serial = random.Random(seed), [], 0

    def pick(self, items):
        return self.random.choice(items)

    def fresh(self, stem):
        self.serial += 1
        return '%s_%d' % (stem, self.serial)

    def expression(self, depth=0):
        # Weighted so that a line is about as long as one of CPython's own library (36 bytes there, comments included).
        kind = self.random.randrange(22) if depth < 2 and self.random.randrange(5) < 2 else self.random.randrange(6)
        sub = lambda: self.expression(depth + 1)  # noqa: E731
        if kind < 3:
            return self.pick(NAMES)
        if kind == 3:
            return str(self.random.randrange(10 ** self.random.randrange(1, 22)))
        if kind == 4:
            return self.pick(["'text'", "b'bytes'", '1.5', '2j', 'None', 'True', 'r"\\d+"', "'\\u00e9'", '0x1f', '...'])
        if kind == 5:
            return '%s.%s' % (self.pick(NAMES), self.pick(NAMES))
        if kind < 10:
            return '(%s %s %s)' % (sub(), self.pick(OPERATORS), sub())
        if kind == 10:
            return '%s(%s, %s=%s)' % (self.pick(NAMES), sub(), self.pick(NAMES), sub())
        if kind == 11:
            return '%s[%s]' % (self.pick(NAMES), sub())
        if kind == 12:
            return '%s[%s:%s]' % (self.pick(NAMES), sub(), sub())
        if kind == 13:
            return '[%s, %s, *%s]' % (sub(), sub(), self.pick(NAMES))
        if kind == 14:
            return '{%s: %s, **%s}' % (sub(), sub(), self.pick(NAMES))
        if kind == 15:
            return '[%s for %s in %s if %s]' % (sub(), self.pick(NAMES), self.pick(NAMES), sub())
        if kind == 16:
            return '(lambda %s, *rest: %s)' % (self.pick(NAMES), sub())
        if kind == 17:
            return '(%s if %s else %s)' % (sub(), sub(), sub())
        if kind == 18:
            return '(%s %s %s %s %s)' % (sub(), self.pick(COMPARISONS), self.pick(NAMES), self.pick(COMPARISONS), sub())
        if kind == 19:
            return '(%s and not %s or %s)' % (sub(), sub(), self.pick(NAMES))
        if kind == 20:
            return "f'{%s} of {%s!r:>10}'" % (self.pick(NAMES), self.pick(NAMES))
        return '%s.%s(%s, *%s)' % (self.pick(NAMES), self.pick(NAMES), sub(), self.pick(NAMES))

    def condition(self):
        """Never a constant: code behind one would be dropped instead of compiled."""
        return '%s %s %s' % (self.pick(NAMES), self.pick(COMPARISONS[:6]), self.pick(NAMES + ['0', '17', "'key'"]))

    def add(self, indent, text):
        self.lines.append('    ' * indent + text)

    def block(self, indent, depth, loop):
        for _ in range(self.random.randrange(1, 5)):
            self.statement(indent, depth, loop)

    def statement(self, indent, depth, loop):
        kind = self.random.randrange(20 if depth < 3 else 10)
        name = self.pick(NAMES)
        if kind < 4:
            self.add(indent, '%s = %s' % (name, self.expression()))
        elif kind == 4:
            self.add(indent, '%s %s= %s' % (name, self.pick(OPERATORS), self.expression()))
        elif kind == 5:
            self.add(indent, '%s, *%s = %s, %s' % (name, self.pick(NAMES), self.expression(), self.expression()))
        elif kind == 6:
            self.add(indent, '%s(%s)' % (name, self.expression()))
        elif kind == 7:
            self.add(indent, '%s.%s = %s[%s] = %s' % (name, self.pick(NAMES), name, self.expression(), self.expression()))
        elif kind == 8:
            self.add(indent, 'assert %s, %s' % (self.condition(), self.expression()))
        elif kind == 9:
            self.add(indent, 'if %s: %s' % (self.condition(), self.pick(['break', 'continue', 'return'])) if loop else 'pass')
        elif kind < 13:
            self.add(indent, 'if %s:' % self.condition())
            self.block(indent + 1, depth + 1, loop)
            self.add(indent, 'else:')
            self.block(indent + 1, depth + 1, loop)
        elif kind < 15:
            self.add(indent, 'for %s in %s:' % (name, self.expression()))
            self.block(indent + 1, depth + 1, True)
        elif kind == 15:
            self.add(indent, 'while %s:' % self.condition())
            self.block(indent + 1, depth + 1, True)
        elif kind == 16:
            self.add(indent, 'try:')
            self.block(indent + 1, depth + 1, loop)
            self.add(indent, 'except (ValueError, KeyError) as error:')
            self.block(indent + 1, depth + 1, loop)
            self.add(indent, 'finally:')
            self.block(indent + 1, depth + 1, False)
        elif kind == 17:
            self.add(indent, 'with %s as %s:' % (self.expression(), self.fresh('handle')))
            self.block(indent + 1, depth + 1, loop)
        elif kind == 18:
            self.add(indent, 'match %s:' % name)
            self.add(indent + 1, 'case [%s, 1, *_]:' % self.fresh('first'))
            self.block(indent + 2, depth + 1, loop)
            self.add(indent + 1, "case {'key': 2} | None:")
            self.block(indent + 2, depth + 1, loop)
        else:
            self.add(indent, 'def %s(%s):' % (self.fresh('inner'), name))
            self.add(indent + 1, 'return %s' % self.expression())

    def function(self, indent, method):
        first = 'self, ' if method else ''
        decorator = self.random.randrange(8) == 0
        if decorator:
            self.add(indent, '@%s' % self.pick(NAMES))
        self.add(indent, 'def %s(%salpha, /, beta=1, *gamma, delta: int = 2, **total) -> int:' % (self.fresh('f'), first))
        # Every name is bound: what follows a certain UnboundLocalError would be dropped instead of compiled.
        self.add(indent + 1, 'count = index = value = left = right = node = name = size = alpha')
        for _ in range(self.random.randrange(3, 9)):
            self.statement(indent + 1, 0, False)
        generator = self.random.randrange(4) == 0
        self.add(indent + 1, '%s %s' % ('yield' if generator else 'return', self.expression()))

    def klass(self):
        self.add(0, 'class %s(%s):' % (self.fresh('C'), self.pick(['', 'object', 'Exception'])))
        self.add(1, '%s = %s' % (self.pick(NAMES), self.expression()))
        for _ in range(self.random.randrange(2, 6)):
            self.function(1, True)


def generate(count, seed=2026):
    writer = Writer(seed)
    while len(writer.lines) < count:
        if writer.random.randrange(3):
            writer.function(0, False)
        else:
            writer.klass()
    return '\n'.join(writer.lines) + '\n', len(writer.lines)


def measured(command):
    """(seconds without printing, seconds of printing) of one run."""
    begin = time.perf_counter()
    report = checked(command[:-1] + ['--time-passes', command[-1]])[1].decode()
    took = time.perf_counter() - begin
    printing = float(re.search(r'([0-9.]+) ms +[0-9]+ %  print$', report, re.MULTILINE).group(1)) / 1000
    return took - printing, printing


def main():
    options = parser(__doc__)
    options.add_argument('--lines', type=int, default=100_000)
    options.add_argument('--enforce', action='store_true')
    options = options.parse_args()
    failures = Failures()
    with tempfile.TemporaryDirectory(prefix='pyaot-irgen.') as work:
        for count in (options.lines // 2, options.lines):
            text, lines = generate(count)
            ast.parse(text)
            path = os.path.join(work, 'lines_%d.py' % count)
            with open(path, 'w') as file:
                file.write(text)
            command = [os.path.abspath(options.pyaot), '--emit=ir', '--stage=py', '--verify-each', path]
            functions = text.count('def ') + text.count('lambda ')
            ir = checked(command)[0]
            failures.check(ir.count(b'\nfn @') >= functions, 'fewer functions in the IR than in %d lines' % lines)
            took, printing = min(measured(command) for _ in range(3))
            figure('%d lines, %.1f MB → py stage, verified' % (lines, len(text) / 1e6), '%.2f s' % took,
                   '3 s' if count == options.lines else '')
            figure('  printing', '%.2f s' % printing)
            figure('  per line, IR text', '%.1f µs, %.0f MB' % (took / lines * 1e6, len(ir) / 1e6))
            if options.enforce and count == options.lines:
                failures.check(took <= 3, '%d lines took %.2f s' % (lines, took))
    failures.finish()


if __name__ == '__main__':
    main()
