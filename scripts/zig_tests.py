#!/usr/bin/env python3
"""zig_tests.py [FILE…]: the runtime's own tests. Every file of runtime/ that holds a `test` is a test root of its own, so
that no list can be out of date; imported files bring theirs along, so a file that another one's run has shown to be
covered is still run: nothing relies on which files import which."""
import glob
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ZIG = os.environ.get('PYAOT_ZIG') or os.path.join(ROOT, '.build-zig', 'ziglang', 'zig')
CACHE = os.path.join(ROOT, '.build', 'zig-cache')


def has_tests(path):
    with open(path) as file:
        return re.search(r'^test\b', file.read(), re.M) is not None


def main():
    every = sorted(glob.glob(os.path.join(ROOT, 'runtime', '**', '*.zig'), recursive=True))
    files = [os.path.abspath(f) for f in sys.argv[1:]] or [f for f in every if has_tests(f)]
    if not files:
        sys.exit('no Zig tests found')
    failed = False
    for path in files:
        print('zig test ' + os.path.relpath(path, ROOT), flush=True)
        done = subprocess.run([ZIG, 'test', '-lc', '-fllvm', path, '--cache-dir', CACHE, '--global-cache-dir', CACHE], cwd=ROOT,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        text = done.stdout.decode(errors='replace')
        print(text, end='', flush=True)
        if done.returncode != 0:
            failed = True
            if 'failed' not in text.splitlines()[-1:]:
                print('FAIL %s: exit status %d' % (os.path.relpath(path, ROOT), done.returncode))
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
