#!/usr/bin/env python3
"""roundtrip.py [--pyaot PATH] [--filter TEXT]: `parse(print(module)) == module` for every module of every test program, at
every stage and level: what is printed, read and printed again must be the same bytes, and the IR is verified after every pass
and again when it is read. `pyaot roundtrip` does it for many modules in one process. The last line is `N passed, N failed`; a module counts once for each stage and level.
"""
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

from common import ROOT, Failures, discover, parser
from program_files import LIMITS, PROCESSES, SUITE

STAGES = ['py', 'typed', 'owned']
LEVELS = ['0', '2']


def modules():
    """Every Python file of every program."""
    for program in discover(SUITE + [LIMITS, PROCESSES]):
        if program.file != 'main.py':
            yield program.path
            continue
        for folder, folders, files in os.walk(program.folder):
            folders[:] = sorted(f for f in folders if f != '__pycache__')
            yield from (os.path.join(folder, f) for f in sorted(files) if f.endswith('.py'))


def judge(pyaot, paths, env):
    """(good, line) for each module, stage and level, in one process; a process that fails is one more failure."""
    done = subprocess.run([pyaot, 'roundtrip'], env=env, input='\n'.join(paths), stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True)
    verdicts = [(line.endswith(': ok'), line) for line in done.stdout.splitlines()]
    wanted = len(paths) * len(STAGES) * len(LEVELS)
    if done.returncode != 0 or len(verdicts) != wanted:
        last = verdicts[-1][1] if verdicts else paths[0]
        verdicts.append((False, 'status %d, %d of %d after %s: %s' % (done.returncode, len(verdicts), wanted, last,
                                                                     done.stderr.strip()[:300])))
    return verdicts


def main():
    options = parser(__doc__)
    options.add_argument('--filter', default='')
    options.add_argument('--jobs', type=int, default=os.cpu_count())
    options = options.parse_args()
    pyaot, env = os.path.abspath(options.pyaot), dict(os.environ, NO_COLOR='1')
    failures = Failures()
    paths = [path for path in dict.fromkeys(modules()) if options.filter in path]
    parts = [paths[start:start + 25] for start in range(0, len(paths), 25)]
    with ThreadPoolExecutor(options.jobs) as pool:
        for verdicts in pool.map(lambda part: judge(pyaot, part, env), parts):
            for good, line in verdicts:
                failures.check(good, line.replace(ROOT + '/', ''))
    failures.check(bool(paths), 'no programs')
    failures.finish()


if __name__ == '__main__':
    main()
