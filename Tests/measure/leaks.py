#!/usr/bin/env python3
"""leaks.py [--pyaot PATH] [--filter TEXT]: nothing leaks. Every test program is built with the debug runtime (`-g`) and run
with PYAOT_LEAKS=1. At exit the runtime then drops the modules' globals, collects, and reports on stderr

    pyaot: leaks: N objects
    pyaot: leak: TYPE COUNT            one line for each type, most first
    pyaot: cycle: TYPE COUNT           objects alive that lie in a reference cycle or hang from one

A program passes when its output is the expected one and it reports no `leak:` line: what is left is immortal or in a
cycle, which is listed. A program that prints no report has not been looked at and fails.
"""
import os
import re
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from common import Failures, discover, execute, figure, parser
from program_files import SUITE

REPORT = re.compile(rb'^pyaot: (leaks|leak|cycle): (.*)\n', re.M)


def examine(program, pyaot, work):
    """(why it fails or None, objects in cycles by type)."""
    output = os.path.join(work, program.name.replace('/', '_'))
    built = execute([pyaot, 'build', '-O0', '-g', program.file, '-o', output], program.folder, timeout=300)
    if built.status != 0:
        return 'build: ' + built.err.decode(errors='replace')[:300], Counter()
    got = execute([output] + program.arguments(), program.folder, program.stdin(), 120)
    os.unlink(output)
    report, got.err = REPORT.findall(got.err), REPORT.sub(b'', got.err)
    cycles = Counter()
    for kind, text in report:
        if kind == b'cycle':
            name, count = text.decode().rsplit(' ', 1)
            cycles[name] += int(count)
    want = program.expected()
    if got.timed_out:
        return 'time limit', cycles
    if want is None or program.portable(got) != want:
        return 'wrong result', cycles
    if not any(kind == b'leaks' for kind, _ in report):
        return 'no report of leaks', cycles
    lines = [text.decode() for kind, text in report if kind == b'leak']
    return ('leaks: ' + ', '.join(lines) if lines else None), cycles


def main():
    options = parser(__doc__)
    options.add_argument('--filter', default='')
    options.add_argument('--jobs', type=int, default=os.cpu_count())
    options = options.parse_args()
    # Inherited by the programs; the compiler itself does not read it.
    os.environ['PYAOT_LEAKS'] = '1'
    failures, cycles = Failures(), Counter()
    programs = [p for p in discover(SUITE) if options.filter in p.name]
    failures.check(bool(programs), 'no programs')
    with tempfile.TemporaryDirectory(prefix='pyaot-leaks.') as work, ThreadPoolExecutor(options.jobs) as pool:
        results = pool.map(lambda p: examine(p, os.path.abspath(options.pyaot), work), programs)
        for program, (why, found) in zip(programs, results):
            failures.check(why is None, '%s: %s' % (program.name, why))
            cycles += found
    for name, count in cycles.most_common(20):
        figure('in cycles at exit: ' + name, '%d' % count)
    failures.finish()


if __name__ == '__main__':
    main()
