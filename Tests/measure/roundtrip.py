#!/usr/bin/env python3
"""roundtrip.py [--pyaot PATH] [--filter TEXT]: `parse(print(module)) == module` for every module of every test program, at
every stage and level: `pyaot --emit=ir` → `pyaot ir -` must print the same bytes, and the IR is verified after every pass
and again when it is read. The last line is `N passed, N failed`; a module counts once for each stage and level.
"""
import difflib
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


def problem(pyaot, path, stage, level, env):
    """Why the round trip fails, or None."""
    emitted = subprocess.run([pyaot, '--emit=ir', '--stage=' + stage, '-O' + level, '--verify-each', path], env=env,
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if emitted.returncode != 0:
        return 'no IR: ' + emitted.stderr.decode(errors='replace').strip()[:300]
    again = subprocess.run([pyaot, 'ir', '-'], env=env, input=emitted.stdout, stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE)
    if again.returncode != 0:
        return 'not read: ' + again.stderr.decode(errors='replace').strip()[:300]
    if again.stdout == emitted.stdout:
        return None
    lines = difflib.unified_diff(emitted.stdout.decode().splitlines(), again.stdout.decode().splitlines(), 'printed',
                                 'printed again', lineterm='', n=0)
    return 'differs:\n    ' + '\n    '.join(line for line, _ in zip(lines, range(8)))


def main():
    options = parser(__doc__)
    options.add_argument('--filter', default='')
    options.add_argument('--jobs', type=int, default=os.cpu_count())
    options = options.parse_args()
    pyaot, env = os.path.abspath(options.pyaot), dict(os.environ, NO_COLOR='1')
    failures = Failures()
    jobs = [(path, stage, level) for path in dict.fromkeys(modules()) if options.filter in path
            for level in LEVELS for stage in STAGES]
    with ThreadPoolExecutor(options.jobs) as pool:
        for (path, stage, level), why in zip(jobs, pool.map(lambda job: problem(pyaot, *job, env), jobs)):
            failures.check(why is None, '%s, %s at -O%s: %s' % (os.path.relpath(path, ROOT), stage, level, why))
    failures.check(bool(jobs), 'no programs')
    failures.finish()


if __name__ == '__main__':
    main()
