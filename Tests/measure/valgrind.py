#!/usr/bin/env python3
"""valgrind.py [--pyaot PATH] [--filter TEXT]: test programs, with the debug runtime, under valgrind.

The runtime has its own allocator, so valgrind sees uses of uninitialised and unmapped memory and jumps on them, not every
use after free: for those the debug runtime overwrites what it frees. Programs are compiled for x86-64-v3, because
valgrind knows no AVX-512. A program passes when its output is the expected one and valgrind reports nothing. Without a
filter a subset runs that touches every part of the runtime.
"""
import os
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from common import ROOT, Failures, discover, execute, parser
from program_files import SUITE

SUBSET = ['app_event_system', 'app_tokenizer', 'class_attribute_protocols', 'class_creation_protocols', 'exc_protocols',
          'exit_finalizer_order', 'format_', 'gen_protocols', 'int_big', 'match_', 'operators_protocols', 'set_', 'sort',
          'str_methods', 'opt_overflow_speculation', 'canary/main']
WRAPPER = '''#!/bin/sh
command=$1
shift
case "$command" in
  build-*) exec "%s" "$command" -mcpu=x86_64_v3 "$@" ;;
esac
exec "%s" "$command" "$@"
'''
STATUS = 99         # what valgrind ends with after an error


def examine(program, pyaot, work):
    """Why the program fails, or None."""
    output = os.path.join(work, program.name.replace('/', '_'))
    built = execute([pyaot, 'build', '-O0', '-g', program.file, '-o', output], program.folder, timeout=600)
    if built.status != 0:
        return 'build: ' + built.err.decode(errors='replace')[:300]
    log = output + '.log'
    command = ['valgrind', '-q', '--error-exitcode=%d' % STATUS, '--log-file=' + log, output] + program.arguments()
    got = execute(command, program.folder, program.stdin(), 600)
    os.unlink(output)
    with open(log, errors='replace') as file:
        report = file.read()
    if report:
        return 'valgrind:\n' + '\n'.join(report.splitlines()[:14])
    if got.timed_out:
        return 'time limit'
    return None if program.portable(got) == program.expected() else 'wrong result'


def main():
    options = parser(__doc__)
    options.add_argument('--filter', default='')
    options.add_argument('--jobs', type=int, default=os.cpu_count())
    options = options.parse_args()
    if not shutil.which('valgrind'):
        sys.exit('valgrind is missing: apt-get install -y valgrind')
    zig = os.environ.get('PYAOT_ZIG') or os.path.join(ROOT, '.build-zig', 'ziglang', 'zig')
    failures = Failures()
    wanted = [options.filter] if options.filter else SUBSET
    programs = [p for p in discover(SUITE) if any(text in p.name for text in wanted)]
    failures.check(bool(programs), 'no programs')
    with tempfile.TemporaryDirectory(prefix='pyaot-valgrind.') as work, ThreadPoolExecutor(options.jobs) as pool:
        # In one place: the compiler's cache is keyed by what it calls.
        folder = os.path.join(ROOT, '.build', 'valgrind')
        os.makedirs(folder, exist_ok=True)
        wrapper = os.path.join(folder, 'zig')
        with open(wrapper, 'w') as file:
            file.write(WRAPPER % (zig, zig))
        os.chmod(wrapper, 0o755)
        os.environ['PYAOT_ZIG'] = wrapper
        os.environ['PYAOT_CACHE'] = os.path.join(folder, 'cache')
        results = pool.map(lambda p: examine(p, os.path.abspath(options.pyaot), work), programs)
        for program, why in zip(programs, results):
            failures.check(why is None, '%s: %s' % (program.name, why))
    failures.finish()


if __name__ == '__main__':
    main()
