#!/usr/bin/env python3
"""test.py [--only PART,…] [--skip PART,…]: every test of the project, part by part; the last line is `N passed, N failed`.

A part runs one command. What it counts is read from the command's own summary; a command that ends with a non-zero status
has failed at least once, whatever it printed, and one that counts nothing counts as one test. No part stops the others,
except that without a compiler nothing that needs it can run: it then counts as failed.
"""
import argparse
import os
import re
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ZIG = os.path.join(ROOT, '.build-zig', 'ziglang', 'zig')
STRICT = ['-Xswiftc', '-warnings-as-errors']
# Programs are compiled by the release compiler: the debug one takes seconds where it takes milliseconds, several hundred times.
PYAOT = os.path.join(ROOT, '.build', 'release', 'pyaot')


def totals(text):
    """`N passed, N failed` of our runners: the last one counts."""
    found = re.findall(r'^(\d+) passed, (\d+) failed$', text, re.M)
    return tuple(map(int, found[-1])) if found else None


def xctest_totals(text):
    """XCTest repeats its summary for each suite; the suite `All tests` comes last. Swift Testing adds its own line."""
    found = re.findall(r'Executed (\d+) tests?, with (?:\d+ tests? skipped and )?(\d+) failures?', text)
    passed = failed = 0
    if found:
        failed = min(int(found[-1][1]), int(found[-1][0]))
        passed = int(found[-1][0]) - failed
    more = re.findall(r'Test run with (\d+) tests?.* (passed|failed)', text)
    for count, verdict in more:
        passed, failed = (passed + int(count), failed) if verdict == 'passed' else (passed, failed + 1)
    return (passed, failed) if found or more else None


def zig_totals(text):
    """One summary for each file: `All N tests passed.` or `N passed; N skipped; N failed.`"""
    passed = sum(int(n) for n in re.findall(r'All (\d+) tests? passed', text))
    failed = 0
    for good, bad in re.findall(r'(\d+) passed; \d+ skipped; (\d+) failed', text):
        passed, failed = passed + int(good), failed + int(bad)
    return (passed, failed) if passed or failed else None


def tool(*parts):
    return [sys.executable, os.path.join(ROOT, *parts)]


class Part:
    """`command` is run in the checkout; `counts` reads (passed, failed) from what it printed. `wants` names the part
    without whose success it cannot run."""

    def __init__(self, name, command, counts=totals, wants=None):
        self.name, self.command, self.counts, self.wants = name, command, counts, wants


def parts(jobs):
    pyaot = ['--pyaot', PYAOT]
    work = ['--jobs', str(jobs)]
    return [
        Part('format', [os.path.join(ROOT, 'scripts', 'format.sh'), '--check']),
        Part('build', [os.path.join(ROOT, 'scripts', 'build.sh')] + STRICT),
        Part('tests', ['swift', 'build', '--build-tests'] + STRICT),
        Part('unit', ['swift', 'test', '--skip-build'], xctest_totals, 'tests'),
        Part('zig', tool('scripts', 'zig_tests.py'), zig_totals),
        Part('generated', tool('scripts', 'check_generated.py')),
        # Sources as they are and mutated, against CPython's own compile().
        Part('syntax', tool('Tests', 'tools', 'fuzz_syntax.py') + ['--sample', PYAOT, 'syntax'], wants='build'),
        Part('diagnostics', tool('Tests', 'run_diagnostics.py') + pyaot, wants='build'),
        # Passes on IR text, to the letter.
        Part('ir', tool('Tests', 'run_ir.py') + pyaot, wants='build'),
        # Internal errors, guilty passes, forms of output, terminals, shells.
        Part('line', tool('Tests', 'run_command_line.py') + pyaot, wants='build'),
        # Static executables, another processor, shared libraries: a sample of the programs.
        Part('targets', tool('Tests', 'run_targets.py') + pyaot, wants='build'),
        Part('programs', tool('Tests', 'run_programs.py') + pyaot + work + ['--levels', '0,2'], wants='build'),
        # Random programs of fixed seeds; `Tests/tools/fuzz_programs.py --count 20000` is the long form.
        Part('random', tool('Tests', 'tools', 'fuzz_programs.py') + pyaot + work + ['--count', '24', '--per-file', '8'],
             wants='build'),
        # What is known to differ from CPython must differ in the way that the difference table says.
        Part('differences', tool('Tests', 'run_programs.py') + ['Tests/differences'] + pyaot + work, wants='build'),
        Part('difference-page', tool('scripts', 'differences.py') + ['--check'] + pyaot, wants='build'),
        Part('roundtrip', tool('Tests', 'measure', 'roundtrip.py') + pyaot + work, wants='build'),
        # The cache and the driver: many at once, killed, full, changed inputs; `--full` is the long form.
        Part('faults', tool('Tests', 'run_faults.py') + pyaot, wants='build'),
        # Closed streams, signals, deep structures, exhausted memory.
        Part('limits', tool('Tests', 'run_limits.py') + pyaot + work + ['--levels', '0'], wants='build'),
        # Everything that is alive at exit lies in a cycle or lives for ever.
        Part('leaks', tool('Tests', 'measure', 'leaks.py') + pyaot + work, wants='build'),
        # dir() of every builtin class, and random calls of all of them, against CPython.
        Part('dir', tool('Tests', 'tools', 'check_dir.py') + pyaot, wants='build'),
        Part('fuzz', tool('Tests', 'tools', 'fuzz_builtins.py') + pyaot, wants='build'),
        Part('unused', tool('Tests', 'measure', 'unused_method.py') + pyaot, wants='build'),
    ]


def stream(command, env):
    """Runs a command, showing what it prints; (exit status, text)."""
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    text = []
    for line in process.stdout:
        line = line.decode(errors='replace')
        text.append(line)
        sys.stdout.write(line)
        sys.stdout.flush()
    return process.wait(), ''.join(text)


def run(part, env):
    """(passed, failed) of a part."""
    status, text = stream(part.command, env)
    counted = part.counts(text)
    if counted is None:
        return (1, 0) if status == 0 else (0, 1)
    passed, failed = counted
    return passed, max(failed, 1) if status != 0 else failed


def environment():
    env = dict(os.environ, PYAOT_ZIG=ZIG, PYAOT_CACHE=os.path.join(ROOT, '.build', 'test-cache'),
               # Every program at two levels and with the runtime's checks: nothing of it is evicted by the rest.
               PYAOT_CACHE_SIZE='12G')
    library = subprocess.run([os.path.join(ROOT, 'scripts', 'stdlib.sh')], stdout=subprocess.PIPE, text=True)
    if library.returncode == 0:
        env['PYAOT_STDLIB'] = library.stdout.strip()
    return env


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--only', default='')
    parser.add_argument('--skip', default='')
    parser.add_argument('--jobs', type=int, default=max(2, os.cpu_count() or 2))
    options = parser.parse_args()
    every = parts(options.jobs)
    only, skip = ([n for n in text.split(',') if n] for text in (options.only, options.skip))
    unknown = set(only + skip) - {part.name for part in every}
    if unknown:
        sys.exit('no part is called %s; there are %s' % (', '.join(sorted(unknown)), ', '.join(p.name for p in every)))
    chosen = [part for part in every if (not only or part.name in only) and part.name not in skip]
    env = environment()
    results, broken = [], set()
    for part in chosen:
        print('\n== %s: %s' % (part.name, ' '.join(part.command).replace(ROOT + '/', '')), flush=True)
        start = time.monotonic()
        if part.wants in broken:
            print('not run: %s failed' % part.wants)
            passed, failed = 0, 1
        else:
            passed, failed = run(part, env)
        if failed:
            broken.add(part.name)
        results.append((part.name, passed, failed, time.monotonic() - start))
    print()
    for name, passed, failed, seconds in results:
        print('%-10s %5d passed %5d failed %7.1f s' % (name, passed, failed, seconds))
    passed, failed = sum(r[1] for r in results), sum(r[2] for r in results)
    print('%d passed, %d failed' % (passed, failed))
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
