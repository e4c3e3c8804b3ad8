#!/usr/bin/env python3
"""run_diagnostics.py [--pyaot PATH] [CODE…]: every diagnostic code of the table is triggered by a program or a command.

A case is a set of files, a command and what its output must hold: the code where it is the compiler's own, the name of
the exception where it is Python's, whose errors carry no code in their human form. Accepted differences from CPython are
triggered by programs whose output is not CPython's. A code without a case is a failure, so is one whose explanation is
empty or lacks an example. The last line is `N passed, N failed`.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Case:
    """`command` after `pyaot`; `files` by name; `wanted` are parts of what it prints, on either stream; `absent` are not."""

    def __init__(self, wanted, files, command, status=None, environment=None, absent=()):
        self.wanted, self.files, self.command, self.absent = wanted, files, command, absent
        self.status, self.environment = status, environment or {}


def short(text, *wanted, **more):
    """A main file that does not compile, or is warned about, in the short form."""
    return Case(wanted, {'app.py': text}, ['build', '-O0', '--error-format=short', 'app.py', '-o', 'app'], **more)


def runs(text, *wanted, **more):
    return Case(wanted, {'app.py': text}, ['run', '-O0', 'app.py'], **more)


CASES = {
    'PA0101': [short('x = = 1\n', 'app.py:1:5: error[PA0101]: invalid syntax', status=1)],
    'PA0102': [short('if x:\npass\n', 'error[PA0102]: expected an indented block', status=1)],
    'PA0103': [short('if x:\n        a = 1\n\tb = 2\n', 'error[PA0103]: inconsistent use of tabs', status=1)],
    'PA0104': [short('print("\\d")\nx = 1\nx is 1\n', "app.py:1:7: warning[PA0104]: invalid escape sequence '\\d'",
                     'app.py:3:1: warning[PA0104]: "is" with \'int\' literal', status=0)],
    'PA0105': [short('-' * 10000 + '1\n', 'error[PA0105]: Parser stack overflowed', status=1)],
    'PA0106': [short('a' + '+a' * 10000 + '\n', 'error[PA0106]: maximum recursion depth exceeded', status=1)],
    'PA0110': [Case(['error[PA0110]: cannot read'], {'app.py/x': ''}, ['build', '--error-format=short', 'app.py'], 1)],
    'PA0201': [Case(['blocked', 'PA0201'], {'app.py': 'import sys\nif len(sys.argv) > 9: import no_such_module\n'}, ['check', 'app.py']),
               short('import no_such_module\n', "app.py:1:8: error[PA0201]: no module named 'no_such_module'", status=1),
               Case(["local.py:1:8: error[PA0201]: no module named 'deep'"], {'app.py': 'import local\n', 'local.py': 'import deep\n'},
                    ['build', '--error-format=short', 'app.py', '-o', 'app'], 1),
               short('import sys\nif len(sys.argv) > 9:\n    import perhaps\ntry:\n    import handled\nexcept ImportError:\n    try:\n        import handled2\n    except ImportError:\n        import handled3\n',
                     "warning[PA0201]: no module named 'perhaps'", status=0, absent=['handled']),
               short('import sys\nif len(sys.argv) > 0: sys.exit()\nimport later\n', "warning[PA0201]: no module named 'later'", status=0)],
    'PA0202': [Case(["app.py:1:8: error[PA0202]: 'ext' is a C extension"],
                    {'app.py': 'import ext\n', 'ext.cpython-313-x86_64-linux-gnu.so': ''},
                    ['build', '--error-format=short', 'app.py', '-o', 'app'], 1)],
    'PA0203': [Case(['PA0203'], {'app.py': 'exec(input())\n'}, ['check', 'app.py']),
               short('a = input\neval(a() + "1")\neval("1 + 1")\n', 'app.py:2:1: warning[PA0203]: `eval` of a text', status=0,
                     absent=['app.py:3']),
               short('from re import compile\ncompile("a" + input)\n', status=0, absent=['PA0203'])],
    'PA0206': [Case(['warning[PA0206]: SyntaxError: invalid syntax'],
                    {'app.py': 'import os\nif len(os.sep) == 2:\n    import broken\n', 'broken.py': 'x = = 1\n'},
                    ['build', '-O0', '--error-format=short', 'app.py', '-o', 'app'])],
    'PA0207': [runs('def unused():\n    import json\nglobals()["unu" + "sed"]()\n', 'NotImplementedError', 'PA0207')],
    'PA0208': [runs("import sys\ndef f(x):\n    print(sys._getframe().f_locals['x'])\nf(1)\n", 'PA0208')],
    'PA0209': [runs('import gc\ngc.get_objects()\n', 'PA0209')],
    'PA0210': [runs('import _thread\n_thread.start_new_thread(print, ())\n', 'PA0210')],
    'PA0301': [runs("a = int('1000')\nb = int('1000')\nprint(a is b)\n", 'True\n')],
    'PA0302': [Case(['PA0302: static and wasm'], {}, ['explain', 'PA0302'])],
    'PA0303': [runs("print(list({'a', 'b', 'c'}) == list({'a', 'b', 'c'}), hash('abc') == %d)\n" % 0, 'True')],
    'PA0304': [Case(['PA0304: locals of a frame'], {}, ['explain', 'PA0304'])],
    'PA0305': [Case(['PA0305: an argument lives'], {}, ['explain', 'PA0305'])],
    'PA0306': [Case(['PA0306: warnings of the runtime'], {}, ['explain', 'PA0306'])],
    'PA0307': [runs('print(__loader__)\n', 'None')],
    'PA0308': [Case(['PA0308: an ignored exception'], {}, ['explain', 'PA0308'])],
    'PA0902': [Case(['error[PA0902]: ', 'help: '], {'app.py': 'print(1)\n'}, ['build', 'app.py', '-o', 'app'], 5,
                    {'PYAOT_ZIG': '/nowhere/zig', 'PYAOT_CACHE': 'cache'})],
    'PA0903': [Case(['error[PA0903]: '], {}, ['build', '--no-such-option', 'app.py'], 2)],
}
# Triggered elsewhere: an internal error needs a broken compiler (Tests/run_faults.py).
ELSEWHERE = {'PA0901': 'Tests/run_faults.py'}


def run(pyaot, case):
    """What is wrong with the case, or None."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in case.files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, 'w', encoding='utf-8') as file:
                file.write(text)
        environment = dict(os.environ, NO_COLOR='1', **case.environment)
        done = subprocess.run([pyaot, *case.command], cwd=folder, env=environment, text=True, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)
        for part in case.absent:
            if part in done.stdout:
                return f'{part!r} is in what it prints:\n{done.stdout[:800]}'
        for part in case.wanted:
            if part not in done.stdout:
                return f'{part!r} is not in its output:\n{done.stdout[:800]}'
        if case.status is not None and done.returncode != case.status:
            return f'status {done.returncode} instead of {case.status}:\n{done.stdout[:800]}'
    return None


def main():
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument('--pyaot', default=os.path.join(ROOT, '.build', 'release', 'pyaot'))
    options.add_argument('codes', nargs='*')
    args = options.parse_args()
    listed = subprocess.run([args.pyaot, 'explain'], stdout=subprocess.PIPE, text=True, check=True).stdout
    codes = re.findall(r'^(PA\d{4}) ', listed, re.M)
    passed = failed = 0
    for code in args.codes or codes:
        text = subprocess.run([args.pyaot, 'explain', code], stdout=subprocess.PIPE, text=True, check=True).stdout
        problems = [] if '\nExample:\n' in text else ['its explanation has no example']
        if code not in CASES and code not in ELSEWHERE:
            problems.append('nothing triggers it')
        problems += [problem for case in CASES.get(code, []) if (problem := run(args.pyaot, case))]
        if problems:
            failed += 1
            print(f'FAIL {code}: ' + '\n  '.join(problems), flush=True)
        else:
            passed += 1
    print(f'{passed} passed, {failed} failed')
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
