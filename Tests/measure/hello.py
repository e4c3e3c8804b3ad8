#!/usr/bin/env python3
"""hello.py [--pyaot PATH] [--enforce]: what hello world costs.

Size of the executable; its start-up as a ratio to the same program in C, both alternating on one core; the time to
compile a changed source with the runtime in the cache; what `pyaot hello.py` out of the cache adds to running its
executable. With --enforce a missed aim is a failure; a wrong output always is.
"""
import os
import shutil
import statistics
import subprocess
import tempfile

from common import Failures, alternating, checked, figure, median, parser, pin, ratio, seconds

PYTHON = 'print("Hello, world!")\n'
C = '#include <stdio.h>\nint main(void) { puts("Hello, world!"); return 0; }\n'
WANT = b'Hello, world!\n'
ROUNDS = 300


def write(path, text):
    with open(path, 'w') as file:
        file.write(text)


def c_compiler():
    for name in ('gcc', 'cc', 'clang'):
        if shutil.which(name):
            return [name]
    return [os.environ['PYAOT_ZIG'], 'cc'] if 'PYAOT_ZIG' in os.environ else None


def main():
    options = parser(__doc__)
    options.add_argument('--enforce', action='store_true')
    options = options.parse_args()
    pyaot = os.path.abspath(options.pyaot)
    failures = Failures()

    def aim(good, line):
        if options.enforce:
            failures.check(good, line)

    with tempfile.TemporaryDirectory(prefix='pyaot-hello.') as work:
        source, native, c = (os.path.join(work, name) for name in ('hello.py', 'hello', 'hello_c'))
        env = dict(os.environ, PYAOT_CACHE=os.path.join(work, 'cache'))
        write(source, PYTHON)
        cold = seconds([pyaot, 'build', source, '-o', native], env)
        figure('first compile with an empty cache', '%.2f s' % cold)
        failures.check(checked([native])[0] == WANT, 'hello: wrong output')
        size = os.path.getsize(native)
        figure('executable', '%d bytes' % size, '200,000')
        aim(size <= 200_000, 'executable: %d bytes' % size)

        compiler = c_compiler()
        if compiler is None:
            failures.check(False, 'no C compiler: start-up cannot be compared')
        else:
            write(c + '.c', C)
            subprocess.run(compiler + ['-O2', c + '.c', '-o', c], check=True)
            failures.check(checked([c])[0] == WANT, 'hello in C: wrong output')
            pin()
            rounds = alternating([[native], [c]], ROUNDS)
            figure('start-up', '%.2f × C' % ratio(rounds), '1.5')
            figure('  native, C', '%.2f, %.2f ms' % (median(rounds, 0) * 1000, median(rounds, 1) * 1000))
            aim(ratio(rounds) <= 1.5, 'start-up: %.2f × C' % ratio(rounds))

        os.sched_setaffinity(0, range(os.cpu_count()))
        times = []
        for number in range(5):
            write(source, 'print("Hello, world!")\nx = %d\n' % number)
            times.append(seconds([pyaot, 'build', source, '-o', native], env))
        failures.check(checked([native])[0] == WANT, 'hello rebuilt: wrong output')
        warm = statistics.median(times)
        figure('warm compile (changed source, runtime in the cache)', '%.2f s' % warm, '0.5')
        aim(warm <= 0.5, 'warm compile: %.2f s' % warm)

        failures.check(checked([pyaot, source], env)[0] == WANT, 'pyaot hello.py: wrong output')
        pin()
        rounds = alternating([[pyaot, source], [native]], 40, env)
        added = statistics.median(a - b for a, b in rounds) * 1000
        figure('added by a cached `pyaot hello.py`', '%.1f ms' % added, '10')
        aim(added <= 10, 'added by a cached run: %.1f ms' % added)
        version = alternating([[pyaot, 'version'], ['/bin/true']], 40, env)
        figure('  of which starting the compiler', '%.1f ms' % (statistics.median(a - b for a, b in version) * 1000))
    failures.finish()


if __name__ == '__main__':
    main()
