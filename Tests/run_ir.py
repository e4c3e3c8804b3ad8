#!/usr/bin/env python3
"""run_ir.py [--pyaot PATH] [NAME…]: each pass on IR text, compared with the IR that it must make of it.

Tests/IR/PASS/CASE.pyir holds a comment that says what the case shows, the module that goes in, the line `; ==== after PASS`,
and the module that must come out, to the letter. PYAOT_BLESS=1 writes what came out into the files: read the difference
before committing it. The verifier runs on both sides. Running the pass on what came out is no part of the test; reading that
back is (text round-trips).

Each pass of the pipeline has at least three cases: what it is for, the nearest one that it must leave alone, and an exception's
way through it; a pass that lacks them is a failure, so that a new one cannot come without.
"""
import argparse
import os
import subprocess
import sys

TESTS = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(TESTS)
FOLDER = os.path.join(TESTS, 'IR')
MARK = '; ==== after '
# Passes that only rename the stage need no more than one.
ENOUGH = {'begin-typed': 1}


def cases():
    for name in sorted(os.listdir(FOLDER)):
        for case in sorted(os.listdir(os.path.join(FOLDER, name))):
            if case.endswith('.pyir'):
                yield name, os.path.join(FOLDER, name, case)


def ir(pyaot, text, *passes):
    chosen = ['--passes=' + ','.join(passes)] if passes else []
    done = subprocess.run([pyaot, 'ir', '-', *chosen], input=text.encode(), stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def run(pyaot, pass_name, path, bless):
    """What is wrong; None if nothing is."""
    with open(path) as file:
        text = file.read()
    before, mark, want = text.partition(MARK)
    if not before.startswith('; '):
        return 'says nothing about what it shows'
    if mark and want.partition('\n')[0] != pass_name:
        return 'the line before the expected IR names another pass than the folder'
    status, got, errors = ir(pyaot, before, pass_name)
    if status != 0 or errors:
        return 'status %d\n%s' % (status, errors)
    again = ir(pyaot, got)
    if again != (0, got, ''):
        return 'what came out does not read back as it was\n%s' % again[2]
    want = want.partition('\n')[2]
    if got == want:
        return None
    if bless:
        with open(path, 'w') as file:
            file.write(before.rstrip('\n') + '\n\n' + MARK + pass_name + '\n' + got)
        print('blessed ' + os.path.relpath(path, ROOT))
        return None
    return 'the IR differs (PYAOT_BLESS=1 accepts it)\n' + difference(want, got)


def difference(want, got):
    import difflib
    return '\n'.join(difflib.unified_diff(want.splitlines(), got.splitlines(), 'expected', 'got', lineterm=''))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--pyaot', default=os.path.join(ROOT, '.build', 'release', 'pyaot'))
    parser.add_argument('names', nargs='*', help='passes or cases')
    options = parser.parse_args()
    bless = bool(os.environ.get('PYAOT_BLESS'))
    passes = subprocess.run([options.pyaot, 'ir', '--list-passes'], check=True, stdout=subprocess.PIPE, text=True)
    counts = {name: 0 for name in passes.stdout.split()}
    passed, failures = 0, []
    for name, path in cases():
        counts[name] = counts.get(name, 0) + 1
        shown = os.path.relpath(path, FOLDER)
        if options.names and not any(part in shown for part in options.names):
            continue
        problem = run(options.pyaot, name, path, bless)
        if problem is None:
            passed += 1
        else:
            failures.append(shown)
            print('FAIL %s: %s' % (shown, problem))
    for name in passes.stdout.split() if not options.names else []:
        if counts[name] >= ENOUGH.get(name, 3):
            passed += 1
        else:
            failures.append(name)
            print('FAIL %s: %d cases in Tests/IR/%s; what it is for, what it leaves alone, and an exception\'s way are three'
                  % (name, counts[name], name))
    print('%d passed, %d failed' % (passed, len(failures)))
    sys.exit(1 if failures else 0)


if __name__ == '__main__':
    main()
