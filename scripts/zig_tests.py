#!/usr/bin/env python3
"""zig_tests.py: the runtime's own tests, from the root runtime/src/tests.zig. Every file of runtime/ that holds a `test`
must have run: a file that the root does not import is a failure, not a silence."""
import glob
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ZIG = os.environ.get('PYAOT_ZIG') or os.path.join(ROOT, '.build-zig', 'ziglang', 'zig')
CACHE = os.path.join(ROOT, '.build', 'zig-cache')


def tests_of(path):
    with open(path) as file:
        return len(re.findall(r'^test\b', file.read(), re.M))


def main():
    every = sorted(glob.glob(os.path.join(ROOT, 'runtime', 'src', '**', '*.zig'), recursive=True))
    want = {os.path.basename(f)[:-len('.zig')]: n for f in every for n in [tests_of(f)] if n}
    # -fllvm: Zig 0.15.2's own x86 backend crashes on some of the files.
    done = subprocess.run([ZIG, 'test', '-lc', '-fllvm', 'runtime/src/tests.zig', '--cache-dir', CACHE,
                           '--global-cache-dir', CACHE], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    text = done.stdout.decode(errors='replace')
    print(text, end='')
    if done.returncode != 0:
        sys.exit(1)
    ran = {}
    for name in re.findall(r'^\d+/\d+ (\w+)\.test[._]', text, re.M):
        ran[name] = ran.get(name, 0) + 1
    missing = ['%s.zig: %d of %d tests ran' % (name, ran.get(name, 0), n) for name, n in sorted(want.items())
               if ran.get(name, 0) < n and name != 'tests']
    for line in missing:
        print('FAIL ' + line)
    sys.exit(1 if missing else 0)


if __name__ == '__main__':
    main()
