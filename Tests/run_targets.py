#!/usr/bin/env python3
"""run_targets.py [--pyaot PATH] [--all] [NAME…]: what is built for other machines and in other forms.

A sample of the test programs as static executables and, where an emulator is installed (Debian's qemu-user-static), for
AArch64: the results must be CPython's. Shared libraries: called by a host process, two of them in one, twice, from a thread.
Command lines that ask for what there is not. `--all` takes every program (an hour).
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

from run_command_line import Checks

TESTS = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(TESTS)

# Stack and traceback, floats and the C library's functions, files, signals, modules: what the target could change.
SAMPLE = ['app_bank', 'recursion_deep', 'recursion_error_caught', 'float_repr', 'float_arithmetic', 'int_big_division',
          'exc_traceback_objects', 'imports_package', 'module_files_behaviour', 'module_signal_behaviour', 'class_del_lifetime',
          'gen_send', 'opt_overflow_speculation']

HOST = """\
import ctypes, sys, threading
def entry(path):
    return ctypes.CDLL(path).pyaot_main
def call(function, *arguments):
    words = [word.encode() for word in arguments]
    return function(len(words), (ctypes.c_char_p * (len(words) + 1))(*words))
first, second = map(entry, sys.argv[1:3])
print('status', call(first, 'name', '7', 'x y'), flush=True)
print('again', call(first, 'name'), flush=True)
thread = threading.Thread(target=lambda: print('status', call(second, 'other'), flush=True))
thread.start()
thread.join()
"""

FIRST = """\
import sys
class Box:
    def __init__(self, value):
        self.value = value
    def __del__(self):
        print('gone', self.value)
box = Box(2 ** 70)
print(sys.argv)
if len(sys.argv) > 1:
    sys.exit(int(sys.argv[1]))
"""


def programs(checks, what, options, all_of_them):
    paths = [] if all_of_them else [os.path.join(TESTS, 'Programs', name) for name in SAMPLE]
    paths = [path if os.path.isdir(path) else path + '.py' for path in paths]
    done = subprocess.run([sys.executable, os.path.join(TESTS, 'run_programs.py'), '--pyaot', checks.pyaot, '--levels', '0'] +
                          options + paths, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    checks.check(done.returncode == 0 and ' passed, 0 failed' in done.stdout, what, done.stdout)


def static(checks, all_of_them):
    path = checks.write('hello.py', 'print("hello")\n')
    made = os.path.join(checks.work, 'hello')
    status, out, err = checks.run('build', '-O0', '--static', path, '-o', made)
    checks.check(status == 0 and not out and not err, 'build --static', status, out, err)
    # An executable that needs nobody has no program header PT_INTERP (3).
    checks.check(3 not in header_types(made), 'a static executable names no loader')
    programs(checks, 'programs, static', ['--build-option=--static'], all_of_them)


def header_types(path):
    """The types of the program headers of a 64-bit ELF file."""
    data = open(path, 'rb').read()
    start, size, count = (int.from_bytes(data[at:at + length], 'little') for at, length in ((32, 8), (54, 2), (56, 2)))
    return [int.from_bytes(data[start + size * index:][:4], 'little') for index in range(count)]


def aarch64(checks, all_of_them):
    path = checks.write('hello.py', 'print("hello")\n')
    made = os.path.join(checks.work, 'hello.arm')
    status, out, err = checks.run('build', '-O0', '--target=aarch64-linux-musl', path, '-o', made)
    checks.check(status == 0 and not out and not err, 'build for aarch64', status, out, err)
    checks.check(open(made, 'rb').read()[18:20] == b'\xb7\x00', 'the executable is for aarch64')
    status, _, err = checks.run('run', '--target=aarch64-linux-musl', path)
    checks.check(status == 2 and 'another machine' in err, 'run of another machine\'s program: status 2', err)
    emulator = shutil.which('qemu-aarch64-static') or shutil.which('qemu-aarch64')
    if emulator:
        # The emulator itself needs much address space.
        programs(checks, 'programs, aarch64', ['--build-option=--target=aarch64-linux-musl', '--run-with', emulator,
                                               '--memory', '0', '--timeout', '120'], all_of_them)
    else:
        print('aarch64: built, not run (no qemu-aarch64)')


def shared(checks, _):
    for name, text in (('first', FIRST), ('second', 'def f(n):\n    return 1 + f(n + 1)\nf(0)\n')):
        status, out, err = checks.run('build', '-O0', '--shared', checks.write(name + '.py', text), '-o',
                                      os.path.join(checks.work, name + '.so'))
        checks.check(status == 0 and not out and not err, 'build --shared', status, out, err)
    done = subprocess.run([sys.executable, '-c', HOST] + [os.path.join(checks.work, name) for name in ('first.so', 'second.so')],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    checks.check(done.returncode == 0 and done.stdout == "['name', '7', 'x y']\ngone 1180591620717411303424\nstatus 7\nagain -1\n"
                 "status 1\n" and done.stderr.endswith('RecursionError: maximum recursion depth exceeded\n'),
                 'a host calls two libraries', done.stdout, done.stderr)
    here = tempfile.mkdtemp(dir=checks.work)
    subprocess.run([checks.pyaot, 'build', '-O0', '--shared', os.path.join(checks.work, 'first.py')], cwd=here, check=True)
    checks.check(os.listdir(here) == ['first_%s.so' % os.uname().machine], 'the name of a shared library', os.listdir(here))
    status, out, err = checks.run('run', '--shared', '-O0', checks.write('hello.py', 'print("hello")\n'))
    checks.check((status, out, err) == (0, 'hello\n', ''), 'run --shared runs', status, out, err)


def refused(checks, _):
    path = checks.write('hello.py', 'print("hello")\n')
    for options, word in ((['--target=x86_64-windows'], 'there is no target'), (['--target=x86_64-linux-uclibc'], 'C library'),
                          (['--target=riscv64-linux-gnu'], 'there is no target'), (['--static', '--shared'], 'dynamic'),
                          (['--static', '--target=x86_64-linux-gnu'], 'glibc'), (['--binary', '--shared'], 'exclude')):
        status, out, err = checks.run('build', *options, path, '-o', os.path.join(checks.work, 'none'))
        checks.check(status == 2 and not out and 'PA0903' in err and word in err, ' '.join(options) + ': status 2', status, err)


SCENARIOS = [static, aarch64, shared, refused]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--pyaot', default=os.path.join(ROOT, '.build', 'release', 'pyaot'))
    parser.add_argument('--all', action='store_true')
    parser.add_argument('names', nargs='*')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='pyaot-targets.') as work:
        checks = Checks(os.path.abspath(options.pyaot), work)
        for scenario in SCENARIOS:
            if not options.names or scenario.__name__ in options.names:
                scenario(checks, options.all)
    print('%d passed, %d failed' % (checks.passed, checks.failed))
    sys.exit(1 if checks.failed else 0)


if __name__ == '__main__':
    main()
