#!/usr/bin/env python3
"""check_dir.py [--pyaot PATH]: `dir` of every builtin class, of classes that only instances show, and of `builtins`,
against CPython 3.13. What either lacks is a failure, but for NOT_HERE, each with its reason.
"""
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'measure'))
from common import Failures, execute, parser, reference_python  # noqa: E402

PROGRAM = r'''
import builtins
import sys

def function(): pass
def generator(): yield
async def coroutine(): pass
async def async_generator(): yield

class Sequence:
    __slots__ = ('x',)
    def __getitem__(self, i): raise IndexError
    def __len__(self): return 0

try:
    raise ValueError
except ValueError as e:
    caught = e.__traceback__
started = coroutine()
awaited = started.__await__()
cell = (lambda x: lambda: x)(1).__closure__[0]
objects = (
    None, NotImplemented, ..., function, function.__code__, generator(), started, awaited, async_generator(), caught,
    caught.tb_frame, len, [].append, str.join, Sequence().__getitem__, Sequence.x, object.__init__, object().__str__,
    int.__dict__['real'], cell, type.__dict__, dict.__dict__['fromkeys'], iter([]), iter(()), iter({}), iter({}.values()),
    iter({}.items()), {}.keys(), {}.values(), {}.items(), reversed({}), reversed({}.values()), reversed({}.items()), iter(''),
    iter('\xe9'), iter(b''), iter(bytearray()), iter(set()), iter(range(0)), iter(range(2**70)), iter(Sequence()), iter(int, 0),
    reversed([]), reversed(Sequence()), iter(memoryview(b'')), list[int], iter(list[int]), int | str, type(sys.implementation)(),
    sys,
)
rows = [(name, getattr(builtins, name)) for name in sorted(dir(builtins)) if isinstance(getattr(builtins, name), type)]
rows += [(repr(type(o)), type(o)) for o in objects]
for name, t in rows:
    print(name, *dir(t), sep='\t')
print('builtins', *[n for n in dir(builtins)], sep='\t')
started.close()
'''

# Class: names that CPython has and we do not, and why.
NOT_HERE = {
    "<class 'code'>": ('compiled code has no bytecode, and no table of its own that Python code could read or replace', '''
        __replace__ _co_code_adaptive _varname_from_oparg co_code co_consts co_exceptiontable co_lines co_linetable co_lnotab
        co_names co_stacksize replace co_cellvars'''),
    "<class 'frame'>": ('frames are made for tracebacks, after the fact', '''
        clear f_back f_builtins f_lasti f_trace f_trace_lines f_trace_opcodes'''),
    "<class 'coroutine'>": ('no tracking of origins', 'cr_origin'),
    'type': ('figures of layouts that are other ones here', '__basicsize__ __dictoffset__ __itemsize__ __weakrefoffset__'),
    'ExceptionGroup': ('the list of weak references is no attribute', '__weakref__'),
    '__loader__': ('modules have no loader', '*'),
    "<class 'classmethod_descriptor'>": ('class methods of builtin classes are method descriptors', '*'),
    'builtins': ('the interactive help is no part of a program', 'copyright credits license help __build_class__ breakpoint'),
    '*': ('rows carry no signatures', '__text_signature__'),
}


def table(text):
    rows = [line.split('\t') for line in text.decode().split('\n') if line]
    return {row[0]: set(row[1:]) for row in rows}


def main():
    options = parser(__doc__).parse_args()
    failures = Failures()
    with tempfile.TemporaryDirectory(prefix='pyaot-dir.') as work:
        source = os.path.join(work, 'dirs.py')
        with open(source, 'w') as out:
            out.write(PROGRAM)
        want = execute([reference_python(), '-W', 'ignore', source], work, timeout=60)
        got = execute([options.pyaot, source], work, timeout=1200)
        if want.status != 0 or got.status != 0:
            sys.exit('FAIL status %s and %s: %s' % (want.status, got.status, got.err.decode(errors='replace')[-2000:]))
        theirs, ours = table(want.out), table(got.out)
        for name in sorted(theirs | ours):
            absent = set(NOT_HERE.get(name, ('', ''))[1].split()) | set(NOT_HERE['*'][1].split())
            if '*' in absent:
                continue
            missing, extra = theirs.get(name, set()) - ours.get(name, set()) - absent, ours.get(name, set()) - theirs.get(name, set())
            failures.check(not missing and not extra, '%s: missing %s, more than CPython %s' % (name, sorted(missing), sorted(extra)))
    failures.finish()


if __name__ == '__main__':
    main()
