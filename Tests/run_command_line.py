#!/usr/bin/env python3
"""run_command_line.py [--pyaot PATH] [NAME…]: what the command line promises beside compiling.

Internal errors (exit status 70, pass and function named, a reproducer that reproduces), the options that look for a guilty pass,
forms of diagnostics and of `check`, progress on a terminal, completion in the shells that are installed, help, manual pages.
A pass is made to fail by IR text that passes the verifier and breaks what the pass relies on, as a bug in an earlier pass would.
"""
import argparse
import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

TESTS = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(TESTS)

TRAP = """\
; explicit-raises relies on it that nothing but `unreachable` follows an op that always raises.
module "m" stage typed
python @m "m.py"

fn @m.broken(%0: obj) -> obj in @m raises
  code { name "f" qualname "f" line 1 } {
^0:
  rt raise_unbound name "x" #1
  ret none #1
}

locations {
  #1 = @m.broken 1:0 to 1:8
}
"""

# insert-refcounts relies on it that explicit-raises ran.
INVALID = TRAP.replace('rt raise_unbound name "x" #1\n  ret none', '%1 = rt obj_add %0, %0 : obj #1\n  ret %1')

LOOP = 'def total(n):\n    s = 0\n    for i in range(n):\n        s += i\n    return s\n\n\nprint(total(10))\n'


class Checks:
    def __init__(self, pyaot, work):
        self.pyaot, self.work, self.passed, self.failed = pyaot, work, 0, 0

    def check(self, good, what, *seen):
        if good:
            self.passed += 1
            return
        self.failed += 1
        print('FAIL ' + what)
        for part in seen:
            print('    %s' % str(part)[-1500:].replace('\n', '\n    '))

    def write(self, name, text):
        path = os.path.join(self.work, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w') as file:
            file.write(text)
        return path

    def run(self, *arguments, stdin='', **environment):
        done = subprocess.run([self.pyaot, *arguments], cwd=self.work, input=stdin.encode(), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, env=dict(os.environ, **environment))
        return done.returncode, done.stdout.decode(), done.stderr.decode()


def internal_errors(checks):
    for name, text, passes, said in [
            ('trap.pyir', TRAP, 'explicit-raises', 'a check of its own'),
            ('invalid.pyir', INVALID, 'insert-refcounts', 'after insert-refcounts: ')]:
        path = checks.write(name, text)
        status, out, err = result = checks.run('ir', path, '--passes=' + passes)
        checks.check(status == 70 and not out, name + ': status 70', result)
        checks.check(err.startswith('error[PA0901]: internal error: ') and said in err, name + ': says what', err)
        checks.check('pass ' + passes in err and 'm.broken' in err, name + ': names pass and function', err)
        folder = re.search(r'please report it with the folder (\S+)', err)
        checks.check(folder is not None, name + ': keeps a reproducer', err)
        if folder is None:
            continue
        kept = os.path.join(folder.group(1), name)
        checks.check(os.path.exists(kept) and open(kept).read() == text, name + ': the reproducer is what was compiled', kept)
        checks.check('--passes=' + passes in open(os.path.join(folder.group(1), 'command')).read(), name + ': the command')
        again = checks.run('ir', kept, '--passes=' + passes)
        checks.check(again[0] == 70, name + ': the reproducer reproduces', again)
    status, _, err = checks.run('ir', checks.write('unread.pyir', 'module "m"\n'))
    checks.check(status == 1 and 'PA0901' not in err, 'IR text that does not parse is the user\'s', status, err)
    status, _, err = checks.run('ir', checks.write('notvalid.pyir', TRAP.replace('ret none', 'ret %7')))
    checks.check(status == 1 and 'PA0901' not in err, 'IR text that is not valid is the user\'s', status, err)


def guilty_pass(checks):
    path = checks.write('loop.py', LOOP)

    def typed(*options):
        status, out, err = checks.run('--emit=ir', '--stage=typed', *options, path)
        checks.check(status == 0, 'emit %s' % (options,), err)
        return out

    generic, whole = typed('-O0'), typed('-O2')
    checks.check('.typed' in whole and '.typed' not in generic, '-O2 specializes, -O0 does not')
    checks.check(typed('--opt-bisect-limit=0') == generic, '--opt-bisect-limit=0 is -O0')
    names = checks.run('ir', '--list-passes')[1].split()
    steps = [typed('--opt-bisect-limit=%d' % limit) for limit in range(len(names) + 1)]
    checks.check(steps[-1] == whole and len(set(steps)) > 1, '--opt-bisect-limit goes from -O0 to -O2')
    checks.check('.typed' not in typed('--disable-pass=specialize'), '--disable-pass')
    status, _, err = checks.run('--emit=ir', '--stage=owned', '--verify-each', path)
    checks.check(status == 0, '--verify-each', err)
    status, _, err = checks.run('--emit=ir', '--stage=owned', '--print-after-all', path)
    after = re.findall(r'^; after (.*)$', err, re.M)
    checks.check(status == 0 and after == names, '--print-after-all shows every pass in order', after, names)
    status, _, err = checks.run('--emit=ir', '--stage=owned', '--print-changed', path)
    changed = re.findall(r'^; after (.*)$', err, re.M)
    checks.check('specialize' in changed and 'generator-split' not in changed, '--print-changed', changed)
    status, _, err = checks.run('--emit=ir', '--stage=owned', '--print-after=insert-refcounts:total', path)
    checks.check(err.count('; after insert-refcounts') == 1 and 'fn @__main__.total(' in err and '<module>' not in
                 ''.join(re.findall(r'^fn .*$', err, re.M)), '--print-after=PASS:FUNC', err)


def forms(checks):
    path = checks.write('wrong.py', 'x = 1\nprint("\\d")\nx = = 1\n')
    status, out, err = checks.run('build', '--error-format=json', path)
    rows = [json.loads(line) for line in err.splitlines()]
    checks.check(status == 1 and rows and any(row['code'] == 'PA0101' for row in rows), '--error-format=json', err)
    status, out, err = checks.run('build', '--error-format=short', path)
    checks.check(status == 1 and err.splitlines()[-1].startswith(path + ':3:5: error[PA0101]: invalid syntax'), 'short', err)
    status, out, err = checks.run('build', path)
    checks.check(status == 1 and err.endswith('    x = = 1\n        ^\nSyntaxError: invalid syntax\n'), 'human', err)
    path = checks.write('loop.py', LOOP)
    status, out, err = checks.run('check', '--json', path)
    rows = [json.loads(line) for line in out.splitlines()]
    checks.check(status == 0 and any('total' in json.dumps(row) and 'native' in json.dumps(row) for row in rows), 'check --json', out)
    status, out, err = checks.run('check', path)
    checks.check(status == 0 and re.search(r'native.*total|total.*native', out), 'check', out)


def read_terminal(command, environment, cwd):
    """(what a command writes to a terminal, its status)"""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(cwd)
        os.execve(command[0], command, environment)
    text = b''
    while True:
        try:
            ready, _, _ = select.select([terminal], [], [], 300)
            part = os.read(terminal, 65536) if ready else b''
        except OSError:
            break
        if not part:
            break
        text += part
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return text.decode(), os.waitstatus_to_exitcode(status)


def terminal(checks):
    """Progress: a line that is overwritten, after half a second, gone before the program writes; none where nobody sees it."""
    names = ['part%d' % number for number in range(8)]
    for name in names:
        body = ''.join('def f%d(a, b):\n    return [a + i for i in range(b)] + [str(a) + %r]\n' % (i, name) for i in range(4))
        checks.write('big/%s.py' % name, body + 'VALUE = %r\n' % time.time())
    main = checks.write('big/main.py', ''.join('import %s\n' % name for name in names) + 'print("done")\n')
    environment = dict(os.environ, TERM='xterm')
    environment.pop('NO_COLOR', None)
    text, status = read_terminal([checks.pyaot, '--force', main], environment, checks.work)
    shown = re.findall(r'\r\x1b\[K\[(\d+)/(\d+)\] ([^\r\n]*)', text)
    checks.check(status == 0 and shown, 'progress on a terminal', repr(text))
    checks.check(any(int(total) >= 8 and title.strip() for _, total, title in shown), 'progress counts modules and names them', shown)
    checks.check(text.endswith('\r\x1b[Kdone\r\n'), 'progress is gone before the program writes', repr(text[-80:]))
    text, status = read_terminal([checks.pyaot, main], environment, checks.work)
    checks.check((text, status) == ('done\r\n', 0), 'a cached run shows nothing', repr(text))
    text, status = read_terminal([checks.pyaot, '--force', main], dict(environment, TERM='dumb'), checks.work)
    checks.check((text, status) == ('done\r\n', 0), 'a dumb terminal gets none', repr(text))
    result = checks.run('--force', main)
    checks.check(result == (0, 'done\n', ''), 'a pipe gets none', result)
    wrong = checks.write('app.py', 'x = = 1\n')
    text, _ = read_terminal([checks.pyaot, 'check', wrong], environment, checks.work)
    checks.check('\x1b[' in text, 'colour on a terminal', repr(text))
    text, _ = read_terminal([checks.pyaot, 'check', wrong], dict(environment, NO_COLOR='1'), checks.work)
    checks.check('\x1b[' not in text, 'NO_COLOR', repr(text))


def completion(checks):
    for shell in ('bash', 'zsh', 'fish'):
        status, out, err = checks.run('completion', shell)
        checks.check(status == 0 and 'explain' in out and 'opt-bisect-limit' in out, 'completion ' + shell, err)
        if shutil.which(shell):
            path = checks.write('completion.' + shell, out)
            done = subprocess.run([shell, '-n', path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            checks.check(done.returncode == 0, 'the completion is a script of ' + shell, done.stdout)
    if shutil.which('bash'):
        script = '. %s/completion.bash; COMP_WORDS=(pyaot exp); COMP_CWORD=1; COMP_LINE="pyaot exp"; COMP_POINT=9; ' \
                 '_pyaot pyaot exp pyaot; echo "${COMPREPLY[@]}"' % checks.work
        done = subprocess.run(['bash', '-c', script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              env=dict(os.environ, PATH=os.path.dirname(checks.pyaot) + ':' + os.environ['PATH']))
        checks.check(done.stdout.split() == ['explain'], 'bash completes a command', done.stdout, done.stderr)


def help_text(checks):
    status, out, err = checks.run('--help')
    checks.check(status == 0, 'help', err)
    for word in ('run', 'build', 'check', 'explain', 'cache', 'doctor', 'ir', 'version', 'completion', '-O', 'exit status',
                 'PYAOT_CACHE'):
        checks.check(word in out, 'help names ' + word)
    for command in ('run', 'build', 'check', 'ir', 'explain', 'cache', 'doctor', 'completion', 'version'):
        status, out, err = checks.run(command, '--help')
        checks.check(status == 0 and 'USAGE' in out.upper(), 'help of ' + command, out, err)
    checks.check(checks.run('version')[1] == checks.run('--version')[1] != '', 'version')


def backends(checks):
    path = checks.write('hello.py', 'print("hello")\n')
    for arguments in (['--backend', 'zig', '-O0', path], ['run', '--backend=zig', '-O0', path]):
        status, out, err = checks.run(*arguments)
        checks.check(status == 0 and out == 'hello\n' and not err, ' '.join(arguments), status, out, err)
    status, out, err = checks.run('--backend', 'llvm', path)
    checks.check(status == 5 and not out and err.startswith('error[PA0902]: '), 'a backend that is not built: status 5', err)
    status, _, err = checks.run('--backend', 'gcc', path)
    checks.check(status == 2 and 'zig' in err, 'a backend that does not exist: status 2', err)


def manual(checks):
    folder = os.path.join(checks.work, 'man1')
    done = subprocess.run([sys.executable, os.path.join(ROOT, 'scripts', 'manual.py'), checks.pyaot, folder],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    checks.check(done.returncode == 0, 'manual pages are written', done.stdout.decode())
    pages = {name: open(os.path.join(folder, name)).read() for name in sorted(os.listdir(folder))}
    for command in ('run', 'build', 'check', 'ir', 'explain', 'cache', 'cache-clear', 'doctor', 'completion', 'version'):
        checks.check('.SH SYNOPSIS' in pages.get('pyaot-%s.1' % command, ''), 'a page of ' + command)
    for command, option in (('run', 'force'), ('build', 'print-changed'), ('ir', 'passes'), ('check', 'error-format')):
        checks.check('\\fB\\-\\-' + option.replace('-', '\\-') in pages['pyaot-%s.1' % command], 'the page of %s has --%s' % (command, option))
    checks.check(all(text.isascii() for text in pages.values()), 'the pages are ASCII')
    if shutil.which('groff'):
        for name in pages:
            done = subprocess.run(['groff', '-man', '-Tutf8', '-ww', '-z', os.path.join(folder, name)], stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT)
            checks.check(done.returncode == 0 and not done.stdout, name + ' is a page without warnings', done.stdout.decode())


SCENARIOS = [internal_errors, guilty_pass, forms, terminal, completion, help_text, backends, manual]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--pyaot', default=os.path.join(ROOT, '.build', 'release', 'pyaot'))
    parser.add_argument('names', nargs='*')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='pyaot-line.') as work:
        checks = Checks(os.path.abspath(options.pyaot), work)
        for scenario in SCENARIOS:
            if not options.names or scenario.__name__ in options.names:
                scenario(checks)
    print('%d passed, %d failed' % (checks.passed, checks.failed))
    sys.exit(1 if checks.failed else 0)


if __name__ == '__main__':
    main()
