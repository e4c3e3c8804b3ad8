#!/usr/bin/env python3
"""fuzz_builtins.py [--pyaot PATH] [--level N] [--seed N] [--count N] [--show N] [--executable PATH]: builtin types and functions
against CPython 3.13, call by call.

`fuzz_builtins/values.py`, a table of CPython's methods and `fuzz_builtins/cases.py` make one program, which is compiled
once and then runs any number of cases: methods, functions, operators, items, formats and texts of numbers with
arguments of right and wrong types and counts. Result or exception and message must be equal; a crash is a failure.
`--seed S --first N --count 1` repeats one case.
"""
import collections
import itertools
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), 'measure'))
from common import Failures, execute, parser, reference_python  # noqa: E402

CHUNK = 2000
HANG = 120

# Printed by CPython itself, whose `dir` counts.
TABLE = r'''
import types
class P:
    def __getitem__(self, i): raise IndexError
    def __len__(self): return 0
of = [int, bool, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, type(None), memoryview,
      type(...), type(NotImplemented), object, type, types.FunctionType, types.BuiltinFunctionType, type({}.keys()),
      type({}.values()), type({}.items()), types.MappingProxyType, types.GenericAlias, types.UnionType, ValueError, KeyError,
      OSError, StopIteration, UnicodeDecodeError, ExceptionGroup, SystemExit, ImportError, SyntaxError, AttributeError,
      BaseException, type(iter([])), type(iter(())), type(iter('')), type(iter('\xe9')), type(iter(b'')),
      type(iter(bytearray())), type(iter({})), type(iter({}.items())), type(iter({}.values())), type(iter(range(1))),
      type(iter(range(2**70))), type(reversed([])), reversed, type(reversed({})), enumerate, zip, map, filter,
      type(iter(int, 0)), type(iter(P())), types.GeneratorType, type(iter(set())), types.MethodDescriptorType]
table = {}
for t in of:
    names = dir(t)
    plain = [n for n in names if not n.startswith('__')]
    # Ordinary methods come three times as often.
    table[t.__name__] = plain * 3 + [n for n in names if n.startswith('__')] if len(plain) > 3 else names
print('METHODS =', repr(table))
'''


def program(python):
    """The text of the program."""
    table = subprocess.run([python, '-c', TABLE], stdout=subprocess.PIPE, text=True, check=True).stdout
    parts = [open(os.path.join(HERE, 'fuzz_builtins', name)).read() for name in ('values.py', 'cases.py')]
    return parts[0] + '\n\n' + table + '\n\n' + parts[1]


def run(command, seed, first, count):
    """(lines, status, stderr) of a run; status is None if it hung."""
    env = dict(os.environ, PYTHONWARNINGS='ignore')
    words = command + [str(seed), str(first), str(count)]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(words, stdout=out, stderr=errors, env=env)
        try:
            status = child.wait(HANG)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
            status = None
        out.seek(0)
        errors.seek(0)
        lines = out.read().decode(errors='replace').split('\n')
        # What is not a whole line was cut off.
        return lines[:-1], status, errors.read().decode(errors='replace')


def number(line):
    return int(line.split(' ', 1)[0])


def everything(command, seed, first, count):
    """Lines of all cases, by number: a run that dies goes on behind the case that killed it. (lines, what killed)."""
    lines, killers = {}, {}
    at = first
    while at < first + count:
        got, status, errors = run(command, seed, at, first + count - at)
        for n, group in itertools.groupby(got, number):
            lines[n] = list(group)
        if status == 0:
            break
        # Cases without a line print nothing and kill nothing, so the killer is found case by case.
        killer = number(got[-1]) + 1 if got else at
        while killer < first + count:
            got, status, errors = run(command, seed, killer, 1)
            if status != 0:
                killers[killer] = 'status %s %s' % (status, errors[-300:])
                lines.pop(killer, None)
                break
            for n, group in itertools.groupby(got, number):
                lines[n] = list(group)
            killer += 1
        at = killer + 1
    return lines, killers


def main():
    options = parser(__doc__)
    options.add_argument('--level', default='0')
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--first', type=int, default=0)
    options.add_argument('--count', type=int, default=6000)
    options.add_argument('--show', type=int, default=40)
    options.add_argument('--executable', help='a built program, instead of building it')
    options = options.parse_args()
    failures = Failures()
    python = reference_python()
    with tempfile.TemporaryDirectory(prefix='pyaot-fuzz.') as work:
        source, native = os.path.join(work, 'fuzz_builtins_made.py'), options.executable or os.path.join(work, 'fuzz')
        with open(source, 'w') as out:
            out.write(program(python))
        if not options.executable:
            built = execute([options.pyaot, 'build', '-O' + options.level, source, '-o', native], work, timeout=1200)
            if built.status != 0:
                sys.exit('FAIL build: ' + built.err.decode(errors='replace')[-2000:])
        calls, kinds, shown = 0, collections.Counter(), 0
        for at in range(options.first, options.first + options.count, CHUNK):
            count = min(CHUNK, options.first + options.count - at)
            want, crashed = everything([python, source], options.seed, at, count)
            got, killed = everything([native], options.seed, at, count)
            for n in sorted(set(want) | set(killed)):
                if n in crashed:
                    continue
                calls += len(want.get(n, ()))
                if n not in killed and want.get(n) == got.get(n):
                    failures.passed += 1
                    continue
                pairs = zip(want.get(n, ['nothing']), got.get(n, []) + [killed.get(n, '')] * 9)
                a, b = next((p for p in pairs if p[0] != p[1]), ('', 'more lines'))
                kind = tuple(re.sub('[^A-Za-z ]', '', t.split(' -> ', 1)[-1])[:40] for t in (a, b))
                kinds[kind] += 1
                failures.lines.append(a)
                if kinds[kind] == 1 and shown < options.show:
                    shown += 1
                    same_call = a.split(' -> ')[0] == b.split(' -> ')[0]
                    print('FAIL want %s\n      got %s' % (a[:500], '-> ' + b.split(' -> ', 1)[-1][:400] if same_call else b[:500]), flush=True)
    print('%d calls, %d cases differ in %d ways' % (calls, len(failures.lines), len(kinds)))
    failures.finish()


if __name__ == '__main__':
    main()
