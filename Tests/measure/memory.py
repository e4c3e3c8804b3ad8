#!/usr/bin/env python3
"""memory.py [--pyaot PATH]: memory against CPython 3.13: bytes per object of what programs are made of, peak memory of two
benchmark programs, whether memory goes back to the system, and whether a churn of cyclic garbage or of classes stays flat.

A figure is `ours / CPython's`. Bars: no object larger than CPython's, no peak higher, what is freed goes back, churn is flat.
"""
import os
import subprocess
import sys
import tempfile

from common import Failures, checked, environment, execute, figure, parser, reference_python  # noqa: F401

PROBE = '''
def resident():
    with open('/proc/self/statm') as f:
        return int(f.read().split()[1]) * 4096

class Point:
    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

class Slotted:
    __slots__ = ('x', 'y', 'z')
    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

def instances(n):
    return [Point(1, 2, 3) for i in range(n)]
def slotted(n):
    return [Slotted(1, 2, 3) for i in range(n)]
def ints(n):
    return list(range(1000, 1000 + n))
def floats(n):
    return [i * 0.5 for i in range(n)]
def texts(n):
    return ['key %d' % i for i in range(n)]
def dicts(n):
    return {'key %d' % i: i for i in range(n)}
def int_dict(n):
    return {i: i for i in range(n)}
def int_set(n):
    return set(range(n))
def pairs(n):
    return [(i, i) for i in range(n)]
def small_dicts(n):
    return [{'a': 1, 'b': 2} for i in range(n)]

def report(name, make, n):
    before = resident()
    kept = make(n)
    print(name, (resident() - before) / n)
    del kept
    return name

report('warm', pairs, 1000)
report('instance of three fields, in a list', instances, 1000000)
report('instance of three slots, in a list', slotted, 1000000)
report('int in a list', ints, 1000000)
report('float in a list', floats, 1000000)
report('short str in a list', texts, 1000000)
report('str key and int in a dict', dicts, 1000000)
report('int key and int in a dict', int_dict, 1000000)
report('int in a set', int_set, 1000000)
report('pair in a list', pairs, 1000000)
report('dict of two in a list', small_dicts, 300000)
'''

RETURNED = '''
def resident():
    with open('/proc/self/statm') as f:
        return int(f.read().split()[1]) * 4096
def work():
    kept = [[i] for i in range(2000000)]
    return len(kept)
before = resident()
work()
print((resident() - before) // 1048576)
'''

CHURN = '''
def resident():
    with open('/proc/self/statm') as f:
        return int(f.read().split()[1]) * 4096
class Node:
    def __init__(self):
        self.other, self.items = None, []
def pair():
    a, b = Node(), Node()
    a.other, b.other = b, a
    a.items.append(b)
    return a
def churn(n):
    for i in range(n):
        pair()
churn(200000)
before = resident()
churn(2000000)
print((resident() - before) // 1048576)
'''


def build(pyaot, text, work, name):
    source, output = os.path.join(work, name + '.py'), os.path.join(work, name)
    with open(source, 'w') as file:
        file.write(text)
    checked([pyaot, 'build', '-O2', source, '-o', output], environment())
    return source, output


def peak(command):
    """Highest resident size of a run, in bytes."""
    script = 'import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); ' \
             'print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)'
    return int(checked([sys.executable, '-c', script] + command, environment())[0]) * 1024


def numbers(text):
    return {line.rsplit(' ', 1)[0]: float(line.rsplit(' ', 1)[1]) for line in text.decode().splitlines()}


def main():
    options = parser(__doc__)
    options.add_argument('--bench', default='/work/shared/bench/python', help='folder of binary_trees.py and wordcount.py')
    options = options.parse_args()
    pyaot, python, failures = os.path.abspath(options.pyaot), reference_python(), Failures()
    with tempfile.TemporaryDirectory(prefix='pyaot-memory.') as work:
        source, output = build(pyaot, PROBE, work, 'probe')
        ours, theirs = numbers(checked([output])[0]), numbers(checked([python, source])[0])
        for name in ours:
            if name == 'warm':
                continue
            figure('bytes: ' + name, '%.0f / %.0f' % (ours[name], theirs[name]))
            failures.check(ours[name] <= theirs[name] * 1.02, '%s is larger than CPython\'s' % name)
        for name, text, bar in (('kept after two million lists', RETURNED, 16), ('growth of cyclic churn', CHURN, 4)):
            source, output = build(pyaot, text, work, 'case')
            ours, theirs = (int(checked(command)[0]) for command in ([output], [python, source]))
            figure('MiB: ' + name, '%d / %d' % (ours, theirs))
            failures.check(ours <= max(bar, theirs), '%s: %d MiB' % (name, ours))
        for name in ('binary_trees', 'wordcount'):
            source = os.path.join(options.bench, name + '.py')
            if not os.path.exists(source):
                continue
            output = os.path.join(work, name)
            checked([pyaot, 'build', '-O2', source, '-o', output], environment())
            ours, theirs = peak([output]), peak([python, source])
            figure('MiB: peak of ' + name, '%.1f / %.1f' % (ours / 1048576, theirs / 1048576))
            failures.check(ours <= theirs, 'the peak of %s is higher than CPython\'s' % name)
    failures.finish()


if __name__ == '__main__':
    main()
