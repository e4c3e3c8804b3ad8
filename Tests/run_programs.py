#!/usr/bin/env python3
"""run_programs.py [--pyaot PATH] [PATH ...]: compiles and runs every test program and compares it with CPython's result.

stdout (bytes), exit status and stderr must be equal to what is checked in; nothing is skipped, but an executable that has
passed with the same input (`.build/test-results`) is not run again without `--again`. The last line is `N passed, N failed`;
the exit status is 1 when something failed. A program counts once for each level, and so does a case (`Tests/Cases`,
`case_files.py`); a case that is named as a file is compiled alone.
"""
import argparse
import difflib
import hashlib
import os
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor

from case_files import Case
from program_files import ROOT, SUITE, discover, execute

SHOWN_LINES = 12
SHOWN_COLUMNS = 160
broken_topics = set()


def short_diff(label, got, want):
    """The first differing lines of two outputs, `-` expected and `+` got."""
    if got == want:
        return []
    lines = difflib.unified_diff(want.decode(errors='replace').splitlines(), got.decode(errors='replace').splitlines(),
                                 label + ' expected', label + ' got', lineterm='', n=1)
    shown = [line[:SHOWN_COLUMNS] for _, line in zip(range(SHOWN_LINES + 1), lines)]
    if len(shown) > SHOWN_LINES:
        shown[SHOWN_LINES:] = ['…']
    return shown or [label + ': differs only in line ends or undecodable bytes']


def tail(label, data):
    lines = data.decode(errors='replace').splitlines()[-SHOWN_LINES:]
    return ['%s: %s' % (label, line[:SHOWN_COLUMNS]) for line in lines]


def build(program, level, executable, options):
    """Compiles the program; the lines that say why not, none when it compiled."""
    command = [options.pyaot, 'build', '-O' + level] + options.build_option + [program.file, '-o', executable]
    built = execute(command, program.folder, b'', options.build_timeout, options.memory)
    if built.timed_out:
        return ['build: time limit of %g s' % options.build_timeout]
    if built.status != 0:
        return ['build: exit status %d' % built.status] + tail('build', built.err or built.out)
    return []


def compiled(program, level, folder, options):
    """(program as compiled, its executable, what went wrong). A case whose topic does not compile is compiled alone; the
    topic is then not tried again."""
    topic = (program.folder, level)
    if isinstance(program, Case) and topic in broken_topics:
        program = program.alone()
    executable = os.path.join(folder, program.file[:-len('.py')])
    errors = build(program, level, executable, options)
    if errors and isinstance(program, Case) and not program.is_alone:
        broken_topics.add(topic)
        return compiled(program, level, folder, options)
    return program, executable, errors


def differences(got, want, options):
    """The lines that say how two results differ; none when they are equal."""
    lines = []
    if got.timed_out:
        lines.append('time limit of %g s' % options.timeout)
    elif got.status != want.status:
        lines.append('exit status %d, expected %d' % (got.status, want.status))
    return lines + short_diff('stdout', got.out, want.out) + short_diff('stderr', got.err, want.err)


def failure(program, level, options):
    """The lines that say why the program fails at this level; none when it passes."""
    want = program.expected()
    if want is None:
        return ['no expected result: run Tests/derive_expected.py']
    with tempfile.TemporaryDirectory(prefix='pyaot-test.') as folder:
        program, executable, errors = compiled(program, level, folder, options)
        if errors:
            return errors
        known = unchanged(program, executable, want, options)
        if known and os.path.exists(known):
            return []
        got = execute(options.run_with.split() + [executable] + program.arguments(), program.folder, program.stdin(), options.timeout,
                      options.memory)
    reasons = differences(program.portable(got), want, options)
    if known and not reasons:
        os.makedirs(os.path.dirname(known), exist_ok=True)
        open(known, 'w').close()
    return reasons


def unchanged(program, executable, want, options):
    """The file that exists if this very executable, given the same, has passed before: it is not run again."""
    if options.again or options.run_with:
        return None
    files = [executable, program.path]
    if program.file == 'main.py':
        files += sorted(os.path.join(folder, name) for folder, _, names in os.walk(program.folder) for name in names)
    digest = hashlib.sha256(repr((program.name, program.arguments(), program.stdin(), want.status, want.out, want.err,
                                  options.memory)).encode())
    for path in files:
        with open(path, 'rb') as file:
            digest.update(file.read())
    return os.path.join(ROOT, '.build', 'test-results', digest.hexdigest())


def add_options(parser):
    """The options that every runner has."""
    parser.add_argument('--pyaot', default=os.path.join(ROOT, '.build', 'debug', 'pyaot'))
    parser.add_argument('--levels', default='0,2', help='optimisation levels, comma-separated')
    for level in '012':
        parser.add_argument('-O' + level, dest='only', action='append_const', const=level, help='this level only')
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--filter', default='', help='only programs whose path contains this')
    parser.add_argument('--timeout', type=float, default=20, help='seconds for each run')
    parser.add_argument('--build-timeout', type=float, default=400, help='seconds for each build')
    parser.add_argument('--memory', type=int, default=4096, help='address space of each process in MiB, 0: no limit')
    parser.add_argument('--build-option', action='append', default=[], help='one more option of pyaot build')
    parser.add_argument('--run-with', default='', help='what runs the executables, e.g. an emulator')
    parser.add_argument('--again', action='store_true', help='run executables that have passed unchanged, too')
    parser.add_argument('--write-failures', metavar='FILE', help='writes one line `level<TAB>program` a failure')


def known_failures():
    """Programs that are known to fail, with what is missing: shown at each run, counted neither as passed nor as failed."""
    known = {}
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'known_failures.txt')
    for line in open(path):
        line = line.strip()
        if line and not line.startswith('#'):
            name, _, reason = line.partition('\t')
            known[name] = reason
    return known


def run_all(items, judge, options):
    """Judges every item at every level, prints failures and the totals, and ends the process.

    An item has a `name`; `judge(item, level, options)` gives the lines that say why it fails.
    """
    options.pyaot = os.path.abspath(options.pyaot)
    levels = options.only or options.levels.split(',')
    jobs = [(item, level) for item in items if options.filter in item.name for level in levels]
    if not jobs:
        sys.exit('no programs')
    failed, known, lock = [], [], threading.Lock()
    reasons_known = known_failures()

    def one(job):
        item, level = job
        reasons = judge(item, level, options)
        if not reasons:
            return
        with lock:
            if item.name in reasons_known:
                known.append((item.name, level))
                print('KNOWN -O%s %s: %s' % (level, item.name, reasons_known[item.name]))
                return
            failed.append((item.name, level))
            print('FAIL -O%s %s' % (level, item.name))
            for line in reasons:
                print('    ' + line)
            sys.stdout.flush()

    with ThreadPoolExecutor(options.jobs) as pool:
        list(pool.map(one, jobs))
    if options.write_failures:
        with open(options.write_failures, 'w') as file:
            file.writelines('%s\t%s\n' % (level, name) for name, level in sorted(failed))
    if known:
        print('%d known failures (Tests/known_failures.txt)' % len(known))
    print('%d passed, %d failed' % (len(jobs) - len(failed) - len(known), len(failed)))
    sys.exit(1 if failed else 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('paths', nargs='*', default=SUITE, help='programs or folders (default: all)')
    add_options(parser)
    options = parser.parse_args()
    run_all(discover(options.paths), failure, options)


if __name__ == '__main__':
    main()
