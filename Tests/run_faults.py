#!/usr/bin/env python3
"""run_faults.py [--pyaot PATH] [--full] [--only NAME,…] [--seed N]: the driver and its cache under fault.

Each scenario runs the compiler on programs whose output is known and fails if any run prints anything but what the files say
at that moment: never a stale result, never a torn one. --full takes the sizes that the project promises (200 compiles of 20
programs at once, some hundred kills); without it everything is smaller, for `make test`.

The scenarios: many processes on one cache; processes killed at random moments; a cache that is read-only or full; modules
changed, touched, moved, added (a local random.py) and deleted; links; caches that are too small, damaged or removed; names,
paths, arguments, standard input, exit statuses and signals.
"""
import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

TESTS = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(TESTS)
COMPILERS = [os.path.join(ROOT, '.build', 'release', 'pyaot'), os.path.join(ROOT, '.build', 'debug', 'pyaot')]


class Bench:
    """A folder of its own, a cache of its own, and the count of what went right."""

    def __init__(self, pyaot, warm, full, seed):
        self.pyaot, self.full, self.random = pyaot, full, random.Random(seed)
        self.work = tempfile.mkdtemp(prefix='pyaot-faults.')
        self.warm = warm
        self.cache = os.path.join(self.work, 'cache')
        self.passed, self.failures = 0, []

    def fresh_cache(self):
        """An empty cache but for the runtime, which takes a minute to build."""
        if os.path.exists(self.cache):
            shutil.rmtree(self.cache)
        shutil.copytree(self.warm, self.cache, symlinks=True)

    def env(self, **more):
        return dict(dict(os.environ, PYAOT_CACHE=self.cache, TMPDIR=os.path.join(self.work, 'tmp')), **more)

    def write(self, name, text):
        """Puts a file in place whole: a compile that runs meanwhile must not see a part of it, or nothing, as its source."""
        path = os.path.join(self.work, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path + '.new', 'w') as file:
            file.write(text)
        os.rename(path + '.new', path)
        return path

    def write_torn(self, name, text):
        """Writes in place and in two halves, as some editors do: for a moment the file is empty, then cut off."""
        with open(os.path.join(self.work, name), 'w') as file:
            time.sleep(self.random.random() * 0.02)
            file.write(text[:len(text) // 2])
            file.flush()
            time.sleep(self.random.random() * 0.02)
            file.write(text[len(text) // 2:])

    def start(self, *arguments, **more):
        return subprocess.Popen([self.pyaot, *arguments], env=self.env(**more), cwd=self.work, stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments, stdin=b'', **more):
        process = self.start(*arguments, **more)
        out, err = process.communicate(stdin, timeout=600)
        return process.returncode, out.decode(), err.decode()

    def check(self, good, line):
        if good:
            self.passed += 1
        else:
            self.failures.append(line)
            print('FAIL ' + line, flush=True)
        return good

    def expect(self, what, result, out, status=0, err=None):
        got = result[0], result[1]
        good = got == (status, out) and (err is None or err in result[2])
        self.check(good, '%s: wanted %r, got %r\n%s' % (what, (status, out), got, result[2][-2000:]))


# MARK: many at once, and killed ones

def program(number, version):
    """A program of two modules whose output tells number and version."""
    main = 'import part%d\nprint("main", %d, %d, part%d.text())\n' % (number, number, version, number)
    part = 'def text():\n    return "part %d %d"\n' % (number, version)
    return main, part, 'main %d %d part %d %d\n' % (number, version, number, version)


def write_program(bench, folder, number, version):
    main, part, want = program(number, version)
    bench.write('%s/part%d.py' % (folder, number), part)
    return bench.write('%s/main%d.py' % (folder, number), main), want


def concurrent(bench):
    """All compiles start at once, on an empty cache, ten of each program."""
    bench.fresh_cache()
    programs, copies = (20, 10) if bench.full else (6, 4)
    started = []
    for copy in range(copies):
        for number in range(programs):
            path, want = write_program(bench, 'many', number, 0) if copy == 0 else started[number][:2]
            started.append((path, want, bench.start(path)))
    for path, want, process in started:
        out, err = process.communicate(timeout=3000)
        bench.expect('concurrent ' + os.path.basename(path), (process.returncode, out.decode(), err.decode()), want)
    left = os.listdir(os.path.join(bench.cache, 'tmp'))
    bench.check(not left, 'concurrent: left in the cache: %s' % left)


def killed(bench):
    """A compile is killed at a random moment; the next must be right, whatever the first left behind."""
    bench.fresh_cache()
    rounds = 150 if bench.full else 12
    for version in range(rounds):
        path, want = write_program(bench, 'killed', 0, version)
        process = bench.start(path)
        time.sleep(bench.random.random() * 0.6)
        process.send_signal(bench.random.choice([signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
        process.communicate(timeout=100)
        bench.expect('after a kill, version %d' % version, bench.run(path), want)


def killed_among_many(bench):
    """Compiles of changing programs, half of them killed, all on one cache."""
    bench.fresh_cache()
    rounds, width = (60, 16) if bench.full else (6, 8)
    for version in range(rounds):
        programs = [write_program(bench, 'among', number, version) for number in range(4)]
        started = [programs[index % 4] + (bench.start(programs[index % 4][0]),) for index in range(width)]
        victims = bench.random.sample(started, width // 2)
        for _, _, process in victims:
            time.sleep(bench.random.random() * 0.2)
            process.kill()
        for entry in started:
            out, err = entry[2].communicate(timeout=1000)
            if entry not in victims:
                bench.expect('beside killed ones', (entry[2].returncode, out.decode(), err.decode()), entry[1])
        for path, want in programs:
            bench.expect('after the killed ones', bench.run(path), want)


# MARK: changed inputs

def changed(bench):
    """A module changes between runs: other text of the same length, with the same time stamps, and back."""
    bench.fresh_cache()
    main = bench.write('changed/main.py', 'import value\nprint(value.x)\n')
    for pause in (0, 2.5):
        for text in ('x = 111\n', 'x = 222\n', 'x = 111\n', 'x = 33\n'):
            part = bench.write('changed/value.py', text)
            os.utime(part, (1_600_000_000, 1_600_000_000))
            for _ in range(3):
                bench.expect('changed to ' + text.strip(), bench.run(main), text[4:])
            # After a while the time stamps are trusted.
            time.sleep(pause)
            bench.expect('unchanged ' + text.strip(), bench.run(main), text[4:])
    bench.check(os.path.isdir(os.path.join(bench.cache, 'manifest')), 'an unchanged program is not remembered')
    for number in range(30 if bench.full else 8):
        bench.write('changed/value.py', 'x = %d\n' % number)
        bench.expect('changed quickly', bench.run(main), '%d\n' % number)
    os.utime(main)
    bench.expect('touched', bench.run(main), '%d\n' % number)


def appearing(bench):
    """Modules appear before others in the search, vanish, and change from file to package to namespace package."""
    bench.fresh_cache()
    main = bench.write('appear/main.py', 'try:\n    import thing\n    print(thing.name)\nexcept ImportError:\n    print("none")\n'
                                         'except AttributeError:\n    print("namespace")\n')
    folder = os.path.join(bench.work, 'appear')

    def expect(what, out):
        for _ in range(2):
            bench.expect('appearing: ' + what, bench.run(main), out)

    for pause in (0, 2.5):
        time.sleep(pause)
        expect('absent', 'none\n')
        bench.write('appear/thing.py', 'name = "file"\n')
        expect('a file', 'file\n')
        time.sleep(pause)
        bench.write('appear/thing/__init__.py', 'name = "package"\n')
        expect('a package before the file', 'package\n')
        os.remove(os.path.join(folder, 'thing.py'))
        time.sleep(pause)
        expect('the package alone', 'package\n')
        os.remove(os.path.join(folder, 'thing', '__init__.py'))
        expect('a folder without __init__', 'namespace\n')
        time.sleep(pause)
        shutil.rmtree(os.path.join(folder, 'thing'))
        expect('gone', 'none\n')


def shadowing(bench):
    """A local module takes the place of one of the library (random.py), and gives it back."""
    bench.fresh_cache()
    library = os.path.join(bench.work, 'library')
    bench.write('library/os.py', '')
    bench.write('library/random.py', 'name = "library"\n')
    main = bench.write('shadow/main.py', 'import random\nprint(random.name)\n')
    for pause in (0, 2.5):
        bench.expect('library', bench.run(main, PYAOT_STDLIB=library), 'library\n')
        time.sleep(pause)
        local = bench.write('shadow/random.py', 'name = "local"\n')
        bench.expect('shadowed', bench.run(main, PYAOT_STDLIB=library), 'local\n')
        time.sleep(pause)
        os.remove(local)
        bench.expect('library again', bench.run(main, PYAOT_STDLIB=library), 'library\n')
    bench.write('other/os.py', '')
    bench.write('other/random.py', 'name = "other"\n')
    bench.expect('another library', bench.run(main, PYAOT_STDLIB=os.path.join(bench.work, 'other')), 'other\n')
    bench.expect('the first library', bench.run(main, PYAOT_STDLIB=library), 'library\n')


def moved(bench):
    """A program moves with its folder; another takes its place; links lead elsewhere."""
    bench.fresh_cache()
    for name in ('a', 'b'):
        bench.write('moved/%s/main.py' % name, 'import part\nprint(part.name, __file__.split("/")[-2])\n')
        bench.write('moved/%s/part.py' % name, 'name = "%s"\n' % name)
    here = os.path.join(bench.work, 'moved')
    for name in ('a', 'b'):
        bench.expect('before the move', bench.run('%s/%s/main.py' % (here, name)), '%s %s\n' % (name, name))
    for pause in (0, 2.5):
        time.sleep(pause)
        os.rename(here + '/a', here + '/c')
        os.rename(here + '/b', here + '/a')
        os.rename(here + '/c', here + '/b')
        a, b = ('b', 'a') if pause == 0 else ('a', 'b')
        bench.expect('swapped', bench.run(here + '/a/main.py'), a + ' a\n')
        bench.expect('swapped', bench.run(here + '/b/main.py'), b + ' b\n')
    # A link to the main file: modules are searched where the file really lies.
    link = here + '/link.py'
    for target in ('a', 'b', 'a'):
        if os.path.lexists(link):
            os.remove(link)
        os.symlink(here + '/%s/main.py' % target, link)
        for _ in range(2):
            bench.expect('link to ' + target, bench.run(link), target + ' moved\n')
    folder = here + '/folder'
    for target in ('a', 'b', 'a'):
        if os.path.lexists(folder):
            os.remove(folder)
        os.symlink(here + '/' + target, folder)
        for _ in range(2):
            bench.expect('linked folder ' + target, bench.run(folder + '/main.py'), target + ' folder\n')
    os.remove(here + '/a/part.py')
    result = bench.run(here + '/a/main.py')
    bench.check(result[0] == 1 and 'part' in result[2] and not result[1], 'deleted module: %r' % (result,))
    os.remove(here + '/a/main.py')
    result = bench.run(here + '/a/main.py')
    bench.check(result[0] == 1 and 'PA0110' in result[2], 'deleted program: %r' % (result,))


def edited_while_compiling(bench):
    """The file changes while it is compiled: the run may show either state, the next only the last."""
    bench.fresh_cache()
    for number in range(20 if bench.full else 5):
        main = bench.write('edit/main.py', 'print("%d old")\n' % number)
        process = bench.start(main)
        time.sleep(bench.random.random() * 0.3)
        bench.write('edit/main.py', 'print("%d new")\n' % number)
        out = process.communicate(timeout=100)[0].decode()
        bench.check(out in ('%d old\n' % number, '%d new\n' % number), 'edited meanwhile: %r' % out)
        bench.expect('edited meanwhile, then', bench.run(main), '%d new\n' % number)
    # A file that is rewritten in place is, for a moment, another program; what came of it is never taken for the last one.
    for number in range(20 if bench.full else 5):
        bench.write('edit/main.py', 'print("%d old")\n' % number)
        process = bench.start(main)
        time.sleep(bench.random.random() * 0.1)
        bench.write_torn('edit/main.py', 'print(%d,\n"torn")\n' % number)
        out = process.communicate(timeout=100)[0].decode()
        bench.check(out in ('%d old\n' % number, '', '%d torn\n' % number), 'torn meanwhile: %r' % out)
        for _ in range(2):
            bench.expect('torn meanwhile, then', bench.run(main), '%d torn\n' % number)


# MARK: the cache itself

def read_only(bench):
    """A cache that cannot be written serves what it has; the rest goes elsewhere."""
    bench.fresh_cache()
    known = bench.write('ro/known.py', 'print("known")\n')
    bench.expect('known', bench.run(known), 'known\n')
    mounted = mount(bench, ['-o', 'bind', bench.cache, bench.cache], ['-o', 'remount,ro,bind', bench.cache])
    if not mounted:
        os.system('chmod -R a-w %s' % bench.cache)
    try:
        bench.expect('known, read-only', bench.run(known), 'known\n')
        new = bench.write('ro/new.py', 'print("new")\n')
        for _ in range(2):
            bench.expect('new, read-only', bench.run(new), 'new\n')
        bench.write('ro/known.py', 'print("other")\n')
        bench.expect('changed, read-only', bench.run(known), 'other\n')
        result = bench.run('cache', 'info')
        bench.check(result[0] == 0, 'cache info, read-only: %r' % (result,))
    finally:
        if mounted:
            subprocess.run(['umount', bench.cache])
        os.system('chmod -R u+w %s' % bench.cache)
    # A file where the cache should be.
    shutil.rmtree(bench.cache)
    bench.write('cache', '')
    substitute = os.path.join(bench.work, 'tmp', 'pyaot-%d' % os.getuid())
    shutil.rmtree(substitute)
    shutil.copytree(bench.warm, substitute)
    bench.expect('a file in place of the cache', bench.run(known), 'other\n')
    os.remove(bench.cache)
    shutil.rmtree(os.path.join(bench.work, 'tmp'))
    os.mkdir(os.path.join(bench.work, 'tmp'))


def mount(bench, *commands):
    """False where mounting is not allowed."""
    for command in commands:
        done = subprocess.run(['mount', *command], stderr=subprocess.DEVNULL)
        if done.returncode != 0:
            return False
    return True


def full(bench):
    """The disk of the cache is full, or becomes so in the middle of a compile."""
    bench.fresh_cache()
    small = os.path.join(bench.work, 'small')
    os.makedirs(small, exist_ok=True)
    size = sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(bench.cache) for name in names)
    for room in [0, 4096, 65536, 200_000, 600_000, 2_000_000]:
        if not mount(bench, ['-t', 'tmpfs', '-o', 'size=%d' % (size * 5 // 4 + (4 << 20)), 'none', small]):
            print('skipped: no tmpfs can be mounted here')
            return
        try:
            shutil.copytree(bench.cache, small + '/cache', symlinks=True)
            free = shutil.disk_usage(small).free
            with open(small + '/filler', 'wb') as file:
                file.write(b'x' * max(0, free - room))
            main = bench.write('full/main.py', 'print("room", %d)\n' % room)
            for _ in range(2):
                bench.expect('room for %d bytes' % room, bench.run(main, PYAOT_CACHE=small + '/cache'), 'room %d\n' % room)
            os.remove(small + '/filler')
            bench.expect('room again', bench.run(main, PYAOT_CACHE=small + '/cache'), 'room %d\n' % room)
        finally:
            subprocess.run(['umount', small])
            shutil.rmtree(os.path.join(bench.work, 'tmp'))
            os.mkdir(os.path.join(bench.work, 'tmp'))


def bounded(bench):
    """The cache stays within its bound, also while many write to it, and what was evicted is made again."""
    bench.fresh_cache()
    first, want = write_program(bench, 'bounded', 0, 0)
    bench.expect('first', bench.run(first), want)
    base = held(bench)
    limit = base + (2 << 20)
    more = {'PYAOT_CACHE_SIZE': '%dK' % (limit >> 10)}
    rounds = 24 if bench.full else 6
    for version in range(rounds):
        started = []
        for number in range(1, 4):
            path, text = write_program(bench, 'bounded', number, version)
            started.append((text, bench.start(path, **more)))
        for text, process in started:
            out, err = process.communicate(timeout=300)
            bench.expect('small cache', (process.returncode, out.decode(), err.decode()), text)
        bench.check(held(bench) < 2 * limit + (1 << 20), 'small cache: %d bytes of %d' % (held(bench), limit))
    bench.expect('after eviction', bench.run(first, **more), want)
    bench.expect('cleared', bench.run('cache', 'clear'), '')
    bench.check(held(bench) == 0, 'cache clear: %d bytes are left' % held(bench))


def evicted(bench):
    """Files of the cache go at any moment: who misses one makes it again."""
    bench.fresh_cache()
    programs = [write_program(bench, 'evicted', number, 0) for number in range(3)]
    for _ in range(20 if bench.full else 5):
        started = [(want, bench.start(path)) for path, want in programs * 2]
        for want, process in started:
            while process.poll() is None:
                remove_one(bench)
                time.sleep(0.02)
            out, err = process.communicate()
            bench.expect('while files are evicted', (process.returncode, out.decode(), err.decode()), want)
    for path, want in programs:
        bench.expect('after evictions', bench.run(path), want)


def remove_one(bench):
    """As an eviction in another process would, but for the runtime."""
    files = [os.path.join(folder, name) for kind in ('program', 'module', 'manifest', 'link')
             for folder, _, names in os.walk(os.path.join(bench.cache, kind)) for name in names]
    if not files:
        return
    try:
        os.remove(bench.random.choice(files))
    except FileNotFoundError:
        pass


def cleared(bench):
    """`cache clear` while programs are compiled."""
    bench.fresh_cache()
    programs = [write_program(bench, 'cleared', number, 0) for number in range(3)]
    for _ in range(4 if bench.full else 1):
        started = [(want, bench.start(path)) for path, want in programs]
        time.sleep(bench.random.random() * 0.3)
        bench.expect('clear', bench.run('cache', 'clear'), '')
        for want, process in started:
            out, err = process.communicate(timeout=1000)
            bench.expect('while the cache is cleared', (process.returncode, out.decode(), err.decode()), want)


def held(bench):
    total = 0
    for folder, _, names in os.walk(bench.cache):
        for name in names:
            try:
                total += os.lstat(os.path.join(folder, name)).st_blocks * 512
            except FileNotFoundError:
                pass
    return total


def damaged(bench):
    """Parts of the cache are gone: the rest is made again. Manifests cut off anywhere are not believed."""
    bench.fresh_cache()
    main, want = write_program(bench, 'damaged', 0, 0)
    bench.expect('first', bench.run(main), want)
    for kind in ('program', 'module', 'manifest', 'link', 'zig', 'locks', 'tmp'):
        shutil.rmtree(os.path.join(bench.cache, kind), ignore_errors=True)
        bench.expect('without ' + kind, bench.run(main), want)
    files = [os.path.join(folder, name) for folder, _, names in os.walk(os.path.join(bench.cache, 'manifest'))
             for name in names]
    for path in files:
        with open(path, 'rb') as file:
            bytes_ = file.read()
        for cut in [0, 1, 17, 18, 40, len(bytes_) // 2, len(bytes_) - 5, len(bytes_) - 1]:
            with open(path, 'wb') as file:
                file.write(bytes_[:cut])
            write_program(bench, 'damaged', 0, cut + 1)
            bench.expect('manifest cut at %d' % cut, bench.run(main), program(0, cut + 1)[2])


# MARK: what the command line promises

def command_line(bench):
    """Arguments, standard input, exit statuses, signals, one form after the other, cached and not."""
    bench.fresh_cache()
    main = bench.write('line/main.py', 'import sys\nprint(sys.argv[1:], len(sys.stdin.read()))\nsys.exit(int(sys.argv[1]))\n')
    for _ in range(2):
        bench.expect('arguments', bench.run(main, '3', '-O0', '--help', '', stdin=b'abc'), "['3', '-O0', '--help', ''] 3\n", 3)
        bench.expect('-c', bench.run('-c', 'import sys; print(sys.argv)', '-x', 'y'), "['-c', '-x', 'y']\n")
        bench.expect('-', bench.run('-', 'a', stdin=b'import sys; print(sys.argv)\n'), "['-', 'a']\n")
        bench.expect('options', bench.run('run', '-O0', 'line/main.py', '0'), "['0'] 0\n")
    bench.write('module_here.py', 'import sys\nprint(sys.argv[0].split("/")[-1], sys.argv[1:], __name__)\n')
    for _ in range(2):
        bench.expect('-m', bench.run('-m', 'module_here', 'a'), "module_here.py ['a'] __main__\n")
    bench.expect('-m missing', bench.run('-m', 'no_module_here'), '', 1, 'No module named no_module_here')
    loop = bench.write('line/loop.py', 'print("on", flush=True)\nwhile True:\n    pass\n')
    for number in (signal.SIGTERM, signal.SIGKILL):
        process = bench.start(loop)
        process.stdout.readline()
        process.send_signal(number)
        process.communicate(timeout=20)
        bench.check(process.returncode == -number, 'signal %d: status %d' % (number, process.returncode))
    bench.expect('raises', bench.run('-c', 'raise ValueError(1)'), '', 1, 'ValueError: 1')
    bench.expect('syntax error', bench.run('-c', 'x = = 1'), '', 1, 'SyntaxError: invalid syntax')
    for arguments in (['--nope'], ['build'], ['run', '-O7', 'x.py'], ['explain', 'PA9999'], ['cache', 'x'],
                      ['--disable-pass=irgen', 'x.py'], ['-g', '--strip', main]):
        result = bench.run(*arguments)
        bench.check(result[0] == 2 and not result[1] and 'PA0903' in result[2], 'usage %s: %r' % (arguments, result))
    nowhere = os.path.join(bench.work, 'nowhere')
    result = bench.run(main, PYAOT_ZIG=nowhere, PYAOT_HOME=bench.work)
    bench.check(result[0] == 5 and 'PA0902' in result[2] and 'unset PYAOT_ZIG && python3 -m pip install' in result[2],
                'no zig: %r' % (result,))
    result = bench.run('doctor', PYAOT_ZIG=nowhere, PYAOT_HOME=bench.work)
    bench.check(result[0] == 5 and 'unset PYAOT_ZIG && python3 -m pip install' in result[1], 'doctor without zig: %r' % (result,))
    result = bench.run(main, PYAOT_ZIG='', PYAOT_HOME=bench.work)
    bench.check(result[0] == 5 and 'help: python3 -m pip install' in result[2], 'zig nowhere: %r' % (result,))
    # Another Zig than the one that is named would do, but is not used unasked.
    result = bench.run(main, PYAOT_ZIG=nowhere, PYAOT_HOME=home_with_zig(bench))
    bench.check(result[0] == 5 and result[2].endswith('help: unset PYAOT_ZIG\n'), 'another zig: %r' % (result,))
    bench.check(bench.run('doctor')[0] == 0, 'doctor')
    spaces = bench.write('line/a b \u00e4.py', 'print(__file__[-6:])\n')
    for _ in range(2):
        bench.expect('a name with spaces', bench.run(spaces), 'b \u00e4.py\n')
    warning = bench.write('line/warns.py', 'print("\\d")\n')
    first, second = bench.run(warning), bench.run(warning)
    bench.check(first == second, 'warnings of a cached run: %r, %r' % (first, second))
    for shell in ('bash', 'zsh', 'fish'):
        result = bench.run('completion', shell)
        bench.check(result[0] == 0 and 'pyaot' in result[1], 'completion ' + shell)


def home_with_zig(bench):
    bench.write('home/zig/ziglang/zig', '')
    return os.path.join(bench.work, 'home')


SCENARIOS = [command_line, changed, appearing, shadowing, moved, edited_while_compiling, damaged, read_only, full, bounded,
             evicted, cleared, killed, killed_among_many, concurrent]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--pyaot', default=next((p for p in COMPILERS if os.path.exists(p)), COMPILERS[0]))
    parser.add_argument('--full', action='store_true')
    parser.add_argument('--only', default='')
    parser.add_argument('--seed', type=int, default=int(time.time()))
    options = parser.parse_args()
    chosen = [s for s in SCENARIOS if not options.only or s.__name__ in options.only.split(',')]
    print('seed %d' % options.seed)
    with tempfile.TemporaryDirectory(prefix='pyaot-warm.') as warm:
        source = os.path.join(warm, 'warm.py')
        with open(source, 'w') as file:
            file.write('print(1)\n')
        cache = os.path.join(warm, 'cache')
        # The runtime comes from the cache of the caller, if that has one.
        shared = os.environ.get('PYAOT_CACHE')
        if shared and os.path.isdir(shared + '/runtime'):
            subprocess.run([os.path.abspath(options.pyaot), 'run', '-c', ''], check=True)
            for kind in ('runtime', 'sources', 'zig'):
                if os.path.isdir(shared + '/' + kind):
                    shutil.copytree(shared + '/' + kind, cache + '/' + kind)
        subprocess.run([os.path.abspath(options.pyaot), source], env=dict(os.environ, PYAOT_CACHE=cache), check=True,
                       stdout=subprocess.DEVNULL)
        for kind in ('manifest', 'module', 'program'):
            shutil.rmtree(cache + '/' + kind, ignore_errors=True)
        bench = Bench(os.path.abspath(options.pyaot), cache, options.full, options.seed)
        os.mkdir(os.path.join(bench.work, 'tmp'))
        for scenario in chosen:
            begin, before = time.monotonic(), len(bench.failures)
            scenario(bench)
            print('%-24s %4d failed %7.1f s' % (scenario.__name__, len(bench.failures) - before, time.monotonic() - begin),
                  flush=True)
        shutil.rmtree(bench.work, ignore_errors=True)
    print('%d passed, %d failed' % (bench.passed, len(bench.failures)))
    sys.exit(1 if bench.failures else 0)


if __name__ == '__main__':
    main()
