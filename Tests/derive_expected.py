#!/usr/bin/env python3
"""derive_expected.py [--check] [PATH ...]: writes the expected results of the test programs, as CPython 3.13 gives them.

Every program runs twice, under different hash seeds; one whose results differ is reported and not written, because
its expectation would depend on luck. `--check` writes nothing and says what differs from what is checked in.
"""
import argparse
import os
import sys
from concurrent.futures import ThreadPoolExecutor

from program_files import LIMITS, SUITE, discover, execute, read, reference_python


def run_reference(python, program, seed, timeout):
    """The program's result on CPython under a hash seed."""
    command = ['env', 'PYTHONHASHSEED=' + seed, python, program.file] + program.arguments()
    return program.portable(execute(command, program.folder, program.stdin(), timeout))


def update(program, result, check):
    """Makes the program's expected files hold `result` (not with `check`); one note for each file that differed."""
    stem = program.expected_stem
    wanted = {stem + '.out': result.out,
              stem + '.err': result.err or None,
              stem + '.status': b'%d\n' % result.status if result.status else None}
    notes = []
    for path, content in wanted.items():
        present = read(path) if os.path.exists(path) else None
        if present == content:
            continue
        notes.append('%s: %s' % (os.path.relpath(path), 'differs' if check else 'written'))
        if check:
            continue
        if content is None:
            os.remove(path)
        else:
            with open(path, 'wb') as file:
                file.write(content)
    return notes


def derive(program, options):
    """Brings a program's expected files up to date; the list of what was wrong or changed."""
    result = run_reference(options.python, program, '0', options.timeout)
    if result.timed_out:
        return ['%s: time limit of %g s' % (program.name, options.timeout)]
    if result != run_reference(options.python, program, '4242', options.timeout):
        return ['%s: not deterministic' % program.name]
    return update(program, result, options.check)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('paths', nargs='*', default=SUITE + [LIMITS])
    parser.add_argument('--check', action='store_true')
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--timeout', type=float, default=60)
    options = parser.parse_args()
    options.python = reference_python()
    with ThreadPoolExecutor(options.jobs) as pool:
        notes = [note for found in pool.map(lambda p: derive(p, options), discover(options.paths)) for note in found]
    for note in notes:
        print(note)
    wrong = [note for note in notes if not note.endswith(': written')]
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main()
