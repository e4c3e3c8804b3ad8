#!/usr/bin/env python3
"""blocks.py [--pyaot PATH] [--level N] [--rounds N] [--filter TEXT]: building blocks against CPython 3.13.

Each function of `program.py` runs in a process of its own at two sizes, CPython and native taking turns on one core. A
figure is the median over the rounds of CPU time(CPython) ÷ CPU time(native), the time of a process that does nothing
subtracted from both, so above 1 is faster; `growth` is native time at the full size ÷ at the half (2 is linear). A block
that prints something else than under CPython is a failure. Without --filter a row slower than CPython is one, too.
"""
import os
import re
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, 'Tests', 'measure'))
from common import Failures, execute, parser, pin, reference_python  # noqa: E402

PROGRAM = os.path.join(HERE, 'program.py')
# CPU seconds that CPython should need for one run at the full size.
AIM = 0.25


def cpu(command):
    """CPU seconds (user and system) of one run, its output thrown away."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        return None
    return usage.ru_utime + usage.ru_stime


def sized(command, idle):
    """The size at which a command takes about AIM."""
    n = 20_000
    while True:
        took = cpu(command + [str(n)]) - idle
        if took > AIM / 4 or n > 50_000_000:
            return max(2000, int(n * AIM / max(took, 1e-3)) // 2000 * 2000)
        n *= 4


def main():
    options = parser(__doc__)
    options.add_argument('--level', default='2')
    options.add_argument('--rounds', type=int, default=3)
    options.add_argument('--filter', default='')
    options.add_argument('--executable', help='a built program.py, instead of building it')
    options = options.parse_args()
    failures = Failures()
    python = reference_python()
    with tempfile.TemporaryDirectory(prefix='pyaot-blocks.') as work:
        native = options.executable or os.path.join(work, 'blocks')
        if not options.executable:
            built = execute([options.pyaot, 'build', '-O' + options.level, PROGRAM, '-o', native], work, timeout=600)
            if built.status != 0:
                sys.exit('FAIL build: ' + built.err.decode(errors='replace')[:500])
        pin()
        names = re.findall(r'^def (\w+)\(n\):', open(PROGRAM).read(), re.M)
        names = [name for name in names if name != 'nothing' and re.search(options.filter, name)]
        slow = [python, PROGRAM]
        idle = [statistics.median(cpu(c + ['nothing', '1']) for _ in range(9)) for c in (slow, [native])]
        print('%-22s %10s %9s %9s %8s %8s' % ('block', 'N', 'CPython', 'native', 'ratio', 'growth'))
        ratios = []
        for name in names:
            want = execute([python, PROGRAM, name, '3000'], work, timeout=60)
            got = execute([native, name, '3000'], work, timeout=60)
            if not failures.check(want == got, '%s: not what CPython prints' % name):
                continue
            n = sized(slow + [name], idle[0])
            rounds = []
            for _ in range(options.rounds):
                a, b, half = (cpu(slow + [name, str(n)]), cpu([native, name, str(n)]), cpu([native, name, str(n // 2)]))
                if a is None or b is None or half is None:
                    break
                rounds.append((a - idle[0], max(b - idle[1], 1e-4), max(half - idle[1], 1e-4)))
            if not failures.check(len(rounds) == options.rounds, '%s: a run failed at %d' % (name, n)):
                continue
            ratio = statistics.median(a / b for a, b, _ in rounds)
            ratios.append(ratio)
            print('%-22s %10d %9.3f %9.3f %8.2f %8.2f%s' % (
                name, n, statistics.median(r[0] for r in rounds), statistics.median(r[1] for r in rounds), ratio,
                statistics.median(b / half for _, b, half in rounds), '  <' if ratio < 1 else ''), flush=True)
            if not options.filter:
                failures.check(ratio >= 1, '%s: slower than CPython' % name)
        print('median %.2f, least %.2f, %d rows' % (statistics.median(ratios), min(ratios), len(ratios)))
    failures.finish()


if __name__ == '__main__':
    main()
