#!/usr/bin/env python3
"""Random programs, compiled at each level and compared with CPython: stdout, stderr, exit status.

usage: fuzz_programs.py [--count CASES] [--seed N] [--per-file N] [--levels 0,2] [--jobs N] [--keep DIR] [--quick] --pyaot PATH
       fuzz_programs.py --show SEED             prints the program of one case
       fuzz_programs.py --minimise FILE --pyaot PATH [--levels 2]   the smallest program that still differs

A case is typed, untyped or wrongly typed code: classes that change at run time, closures, exceptions, generators, containers
changed while they are walked, ints around powers of two. `random_programs/` writes it; the seed of a case names it for ever
within one version of the generator. Many cases share a compiled file; a file that differs is split until single cases are
left. Programs on which CPython itself takes over two seconds are passed over and counted. The last line is
`N passed, N failed`.
"""
import argparse
import ast
import os
import subprocess
import sys
import tempfile
import warnings
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, 'random_programs'), os.path.dirname(HERE)]
from program_files import child_setup, environment, reference_python   # noqa: E402
from scope import World          # noqa: E402
from statements import case      # noqa: E402

# A program that grows without end must not take the machine with it.
MEMORY_MIB = 4096

PRELUDE = '''\
import sys
sys.set_int_max_str_digits(0)
sys.setrecursionlimit(20000)


def text(value, depth=0):
    """repr without what differs from run to run, and not too long."""
    try:
        shown = repr(value)
        if isinstance(value, (set, frozenset)) and not all(isinstance(item, (int, float)) for item in value):
            shown = type(value).__name__ + repr(sorted(map(repr, value)))
    except Exception as error:
        shown = 'repr raised ' + type(error).__name__
    if ' at 0x' in shown:
        shown = '<' + type(value).__name__ + '>'
    return shown if len(shown) < 300 else shown[:150] + '...' + shown[-100:] + str(len(shown))


def show(*values):
    print(*[text(value) for value in values])


def attempt(action):
    try:
        show(action())
    except Exception as error:
        show(type(error).__name__, str(error)[:200] if ' at 0x' not in str(error) else '', type(error.__cause__).__name__)


class Guard:
    def __init__(self, accepted):
        self.accepted = accepted

    def __enter__(self):
        show('enter')
        return 5

    def __exit__(self, kind, value, where):
        show('exit', kind and kind.__name__)
        return kind is not None and issubclass(kind, self.accepted)

'''


def case_source(seed):
    return '\n'.join(case(World(seed, str(seed)), 'case_%d' % seed)) + '\n'


def program(seeds, sources):
    """The text of a file with these cases; the last one is not guarded, so that its exception shows a traceback."""
    parts = [PRELUDE]
    for seed in seeds:
        parts.append(sources[seed])
        parts.append('print("case", %d)\n' % seed)
        if seed == seeds[-1] and seed % 4 == 0:
            parts.append('case_%d()\n' % seed)
        else:
            parts.append('attempt(case_%d)\n' % seed)
    return '\n'.join(parts)


def execute(command, folder, seconds):
    try:
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds,
                              env=environment(), preexec_fn=child_setup(MEMORY_MIB))
        return done.returncode, done.stdout, done.stderr
    except subprocess.TimeoutExpired:
        return 'timeout', b'', b''


# Zig as --quick calls it: its optimiser takes nine tenths of the time and is not what is tested. LLVM's quick code generator
# takes a constant factor of a checked multiplication for 16 bits (Zig 0.15.2: -6 * -3 is -196590), so constants hide in a call.
QUICK_ZIG = '''#!/usr/bin/env bash
if [ "$1" != build-obj ]; then exec "%(zig)s" "$@"; fi
for argument in "$@"; do
  case "$argument" in -Mroot=*) source="${argument#-Mroot=}" ;; esac
done
sed -i -E -e 's/(@mulWithOverflow\\()@as\\(i64, (-?[0-9]+)\\)/\\1hidden(\\2)/; s/(@mulWithOverflow\\([^,]*, )@as\\(i64, (-?[0-9]+)\\)/\\1hidden(\\2)/' "$source"
printf '\\nnoinline fn hidden(x: i64) i64 {\\n    return x;\\n}\\n' >> "$source"
exec "%(zig)s" "${@/#-ORelease*/-ODebug}"
'''


def quick_zig(folder):
    """Makes the compiler use Zig without its optimiser, with the safety checks that this brings."""
    path = os.path.join(folder, 'zig')
    real = os.environ.get('PYAOT_ZIG') or os.path.join(os.path.dirname(os.path.dirname(HERE)), '.build-zig', 'ziglang', 'zig')
    with open(path, 'w') as file:
        file.write(QUICK_ZIG % {'zig': real})
    os.chmod(path, 0o755)
    os.environ['PYAOT_ZIG'] = path


class Judge:
    def __init__(self, options):
        self.options = options
        self.levels = options.levels.split(',')
        self.reference = [reference_python(), '-W', 'ignore']

    def verdict(self, source):
        """None if all levels agree with CPython, 'slow' if CPython takes too long, else what differs."""
        with tempfile.TemporaryDirectory(prefix='fuzz.') as folder:
            file = os.path.join(folder, 'program.py')
            with open(file, 'w') as out:
                out.write(source)
            want = execute(self.reference + ['program.py'], folder, 2)
            if want[0] == 'timeout':
                return 'slow'
            for level in self.levels:
                built = execute([self.options.pyaot, 'build', '-O' + level, 'program.py', '-o', 'program'], folder, 300)
                if built[0] != 0:
                    return 'O%s build: %s %s' % (level, built[0], built[2].decode(errors='replace')[-600:])
                got = execute(['./program'], folder, 20)
                if got != want:
                    return 'O%s: ' % level + difference(got, want)
        return None

    def failing_cases(self, seeds, sources):
        """[(seed, verdict)] of the cases that fail, by halves; and the number passed over."""
        verdict = self.verdict(program(seeds, sources))
        if verdict is None:
            return [], 0
        if len(seeds) == 1:
            return ([], 1) if verdict == 'slow' else ([(seeds[0], verdict)], 0)
        middle = len(seeds) // 2
        left, slow_left = self.failing_cases(seeds[:middle], sources)
        right, slow_right = self.failing_cases(seeds[middle:], sources)
        if not left and not right and not slow_left + slow_right:
            left = [(seeds, verdict)]
        return left + right, slow_left + slow_right


def difference(got, want):
    for label, a, b in (('status', got[0], want[0]), ('stdout', got[1], want[1]), ('stderr', got[2], want[2])):
        if a == b:
            continue
        if label == 'status':
            return 'status %s, wanted %s; stderr %s' % (a, b, got[2].decode(errors='replace')[-300:])
        ours, theirs = a.decode(errors='replace').splitlines(), b.decode(errors='replace').splitlines()
        for index in range(max(len(ours), len(theirs))):
            x, y = (lines[index] if index < len(lines) else '<end>' for lines in (ours, theirs))
            if x != y:
                return '%s line %d: got %r wanted %r' % (label, index + 1, x[:200], y[:200])
    return 'line ends'


def minimise(path, judge):
    """Deletes statements, then replaces compound ones by their bodies, while the program still differs."""
    tree = ast.parse(open(path).read())
    kind = (judge.verdict(ast.unparse(tree)) or 'nothing').split(':')[0]
    if kind in ('nothing', 'slow'):
        sys.exit('the program does not differ')

    def still():
        try:
            text = ast.unparse(tree)
            compile(text, path, 'exec')
        except (SyntaxError, ValueError):
            return False
        return (judge.verdict(text) or '').split(':')[0] == kind

    changed = True
    while changed:
        changed = False
        for node in list(ast.walk(tree)):
            for field in ('body', 'orelse', 'finalbody', 'handlers'):
                suite = getattr(node, field, None)
                if not isinstance(suite, list):
                    continue
                size = len(suite)
                while size:
                    index = 0
                    while index < len(suite):
                        saved = suite[index:index + size]
                        inner = getattr(saved[0], 'body', None) if len(saved) == 1 else None
                        tries = [[]] if len(suite) > len(saved) or field in ('orelse', 'finalbody') else [[ast.Pass()]]
                        if isinstance(inner, list) and not isinstance(saved[0], (ast.FunctionDef, ast.ClassDef, ast.ExceptHandler)):
                            tries.append(inner)
                        for replacement in tries:
                            if isinstance(saved[0], ast.Pass):
                                break
                            suite[index:index + len(saved)] = replacement
                            if still():
                                changed = True
                                break
                            suite[index:index + len(replacement)] = saved
                        else:
                            index += size
                            continue
                        index += 0 if not isinstance(saved[0], ast.Pass) else size
                    size //= 2
    print(ast.unparse(tree))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--pyaot', default='pyaot')
    parser.add_argument('--count', type=int, default=20000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--per-file', type=int, default=40)
    parser.add_argument('--levels', default='0,2')
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--quick', action='store_true', help="generated code without Zig's optimiser: ten times as many")
    parser.add_argument('--keep', help='folder for the programs of failing cases')
    parser.add_argument('--show', type=int)
    parser.add_argument('--minimise')
    options = parser.parse_args()
    warnings.simplefilter('ignore', SyntaxWarning)
    if options.show is not None:
        return print(program([options.show], {options.show: case_source(options.show)}))
    options.pyaot = os.path.abspath(options.pyaot) if os.sep in options.pyaot else options.pyaot
    judge = Judge(options)
    if options.quick:
        scratch = tempfile.TemporaryDirectory(prefix='quick-zig.')
        quick_zig(scratch.name)
    if options.minimise:
        return minimise(options.minimise, judge)
    sources = {}
    for seed in range(options.seed, options.seed + options.count):
        source = case_source(seed)
        compile(source, 'case', 'exec')
        sources[seed] = source
    seeds = list(sources)
    groups = [seeds[i:i + options.per_file] for i in range(0, len(seeds), options.per_file)]
    failed = slow = done = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        for group, (bad, passed_over) in zip(groups, pool.map(lambda g: judge.failing_cases(g, sources), groups)):
            slow += passed_over
            done += len(group)
            for seed, verdict in bad:
                failed += 1
                print('case %s: %s' % (seed, verdict), flush=True)
                if options.keep and isinstance(seed, int):
                    os.makedirs(options.keep, exist_ok=True)
                    with open(os.path.join(options.keep, 'case_%d.py' % seed), 'w') as out:
                        out.write(program([seed], sources))
            if done % 1000 < options.per_file:
                print('%d cases, %d differ, %d passed over' % (done, failed, slow), file=sys.stderr, flush=True)
    print('%d passed, %d failed' % (len(seeds) - failed - slow, failed))
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
