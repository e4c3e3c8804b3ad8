"""What the scripts in this folder share: which files are programs, where their expected results stand, and how a
process is run.

A program is `X.py`, or the `main.py` of a folder, which then is one program with all its modules. It is always
started in its own folder under its bare name. Expected results are `X.out` (stdout), `X.err` (stderr, absent when
empty) and `X.status` (exit status, absent when 0; -N: ended by signal N). In all of them the program's folder is
written `$DIR`, because CPython prints the full path in a traceback; stderr holds no addresses and, where recursion
ran out, not how often a line repeats. `X.py.args` (one line) and `X.py.stdin` are input.

A small one is a case: `Cases/TOPIC/X.py`, a module with a process of its own, but compiled together with the others of its
topic (`case_files.py`).
"""
import glob
import os
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile

TESTS = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(TESTS)
EXAMPLES = os.path.join(ROOT, 'examples')
LIMITS = os.path.join(TESTS, 'programs_limits')
PROCESSES = os.path.join(TESTS, 'programs_processes')
CASES = os.path.join(TESTS, 'Cases')
SUITE = [os.path.join(TESTS, 'Programs'), CASES, os.path.join(TESTS, 'canary'), EXAMPLES]
OUTPUT_CAP = 64 << 20


class Program:
    """One program: `path` is absolute; `name` is what reports call it; `file` in `folder` is what is compiled and started."""

    def __init__(self, path):
        self.path = path
        self.folder, self.file = os.path.split(path)
        self.name = os.path.relpath(path, ROOT)
        expected = os.path.join(TESTS, 'examples_expected') if self.folder == EXAMPLES else self.folder
        self.expected_stem = os.path.join(expected, self.file[:-len('.py')])

    def arguments(self):
        return shlex.split(read(self.path + '.args').decode())

    def stdin(self):
        return read(self.path + '.stdin')

    def expected(self):
        """The checked-in result, or None where there is none."""
        if not os.path.exists(self.expected_stem + '.out'):
            return None
        status = read(self.expected_stem + '.status').decode().strip()
        return Result(int(status or 0), read(self.expected_stem + '.out'), read(self.expected_stem + '.err'))

    def portable(self, result):
        """`result` without what depends on the machine: the program's folder, addresses, the depth of the stack."""
        folders = {self.folder, os.path.realpath(self.folder)}
        out, err = result.out, result.err
        for folder in sorted(folders, key=len, reverse=True):
            out = out.replace(os.fsencode(folder), b'$DIR')
            err = err.replace(os.fsencode(folder), b'$DIR')
        err = re.sub(rb'\b0x[0-9a-f]{6,16}>', b'0x...>', err)
        if b'\nRecursionError' in err:
            err = re.sub(rb'Previous line repeated \d+ more times', b'Previous line repeated N more times', err)
        return Result(result.status, out, err, result.timed_out)


class Result:
    """What a process left: exit status (-N: signal N), stdout, stderr, whether the time limit ended it."""

    def __init__(self, status, out, err, timed_out=False):
        self.status, self.out, self.err, self.timed_out = status, out, err, timed_out

    def __eq__(self, other):
        return (self.status, self.out, self.err, self.timed_out) == \
               (other.status, other.out, other.err, other.timed_out)


def read(path):
    """The bytes of a file; empty where there is no such file."""
    try:
        with open(path, 'rb') as file:
            return file.read()
    except FileNotFoundError:
        return b''


def discover(paths):
    """All programs in the given files and folders, in a fixed order."""
    from case_files import Case
    found, alone = [], set()
    for path in map(os.path.abspath, paths):
        if not os.path.isdir(path):
            found.append(path)
            alone.add(path)
            continue
        for folder, folders, files in os.walk(path):
            folders[:] = sorted(f for f in folders if f != '__pycache__' and not f.startswith('.'))
            if 'main.py' in files:
                found.append(os.path.join(folder, 'main.py'))
                folders[:] = []
            else:
                found += [os.path.join(folder, f) for f in sorted(files) if f.endswith('.py')]
    return [Case(path, path in alone) if path.startswith(CASES + os.sep) else Program(path)
            for path in dict.fromkeys(found)]


def reference_python():
    """CPython 3.13: $PYTHON313, pyenv's 3.13, or python3.13 on PATH: the first that really is 3.13."""
    candidates = [os.environ.get('PYTHON313')]
    if shutil.which('pyenv'):
        root = subprocess.run(['pyenv', 'root'], capture_output=True, text=True).stdout.strip()
        candidates += sorted(glob.glob(root + '/versions/3.13*/bin/python3.13'), reverse=True)
    candidates.append(shutil.which('python3.13'))
    for candidate in candidates:
        if not candidate:
            continue
        try:
            version = subprocess.run([candidate, '--version'], capture_output=True, text=True).stdout
        except OSError:
            continue
        if version.startswith('Python 3.13'):
            return candidate
    sys.exit('no CPython 3.13 found: set PYTHON313')


def environment():
    """The pinned environment of every run."""
    env = {k: v for k, v in os.environ.items() if not k.startswith('PYTHON') or k == 'PYTHON313'}
    env.update(PYTHONHASHSEED='0', PYTHON_COLORS='0', PYTHONDONTWRITEBYTECODE='1', PYTHONIOENCODING='utf-8',
               NO_COLOR='1', LC_ALL='C.UTF-8', TZ='UTC')
    return env


def child_setup(memory_mib):
    """What a child does before exec: no core files, the memory limit, and a Ctrl-C that is not ignored."""
    def setup():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if memory_mib:
            resource.setrlimit(resource.RLIMIT_AS, (memory_mib << 20, memory_mib << 20))
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    return setup


def end_group(process):
    """Kills what is left of a child's session."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


def execute(command, folder, stdin=b'', timeout=20.0, memory_mib=0):
    """Runs a command in a session of its own; at the time limit (seconds) the whole session is killed."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(stdin)
        given.seek(0)
        try:
            process = subprocess.Popen(command, cwd=folder, stdin=given, stdout=out, stderr=err, env=environment(),
                                       start_new_session=True, preexec_fn=child_setup(memory_mib))
        except OSError as error:
            return Result(127, b'', str(error).encode())
        timed_out = False
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            timed_out = True
        finally:
            end_group(process)
        process.wait()
        out.seek(0)
        err.seek(0)
        return Result(process.returncode, out.read(OUTPUT_CAP), err.read(OUTPUT_CAP), timed_out)
