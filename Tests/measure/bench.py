#!/usr/bin/env python3
"""bench.py [--pyaot PATH] [--rounds N] [--filter TEXT] [--twins]: the programs of bench/python against CPython 3.13.

Rules: a program whose stdout or exit status differs from CPython's is a failure and is not timed. Contenders alternate on
one core; a figure is the median over the rounds of time(CPython) ÷ time(native), so above 1 is faster. Each program also
runs at a second, smaller size (its size is a number in its text, see SIZES): the columns `growth` are time at full size ÷
time at the smaller one for CPython and for the native program, and have to be of the same order. `*` marks rows
whose native run takes less than half a second, where start-up and clock weigh in. Compile time is reported apart (with the
runtime in the cache). With --twins the C versions in bench/native run too, built by `gcc -O3 -march=native`.
"""
import os
import shutil
import statistics
import tempfile

from common import ROOT, Failures, alternating, checked, execute, median, parser, pin, ratio, reference_python, seconds

FOLDER = os.path.join(ROOT, 'bench', 'python')
TWINS = os.path.join(ROOT, 'bench', 'native')
# What to write instead of a text that occurs once in the program, for a smaller size.
SIZES = {
    'binary_trees': ('n = 16', 'n = 12'),
    'exceptions': ('range(10000000)', 'range(1000000)'),
    'fannkuch': ('fannkuch(10)', 'fannkuch(9)'),
    'fib': ('fib(37)', 'fib(32)'),
    'hello': None,
    'jsonrt': ('range(1700)', 'range(400)'),
    'mandelbrot': ('mandel(900, 600, 150)', 'mandel(450, 300, 150)'),
    'matmul': ('n = 400', 'n = 200'),
    'nbody': ('1000000)', '250000)'),
    'nqueens': ('evens(20000000)', 'evens(2000000)'),
    'pidigits': ('pidigits(7000)', 'pidigits(3500)'),
    'richards': ('range(100)', 'range(25)'),
    'shapes': ('range(30000)', 'range(7500)'),
    'sieve': ('range(5)', 'range(1)'),
    'sortcomp': ('n = 200000', 'n = 50000'),
    'spectral_norm': ('n = 700', 'n = 350'),
    'strbuild': ('range(8)', 'range(2)'),
    'wordcount': ('gen_text(1000000)', 'gen_text(250000)'),
}
ROW = '%-14s %9s %9s %9s %8s %8s %9s %s'


def smaller(name, text):
    """The program at its second size, or None where it has none."""
    if name not in SIZES:
        raise SystemExit('FAIL %s has no second size: add it to SIZES' % name)
    if SIZES[name] is None:
        return None
    old, new = SIZES[name]
    if text.count(old) != 1:
        raise SystemExit('FAIL %s: %r occurs %d times' % (name, old, text.count(old)))
    return text.replace(old, new)


def contender(pyaot, python, work, name, text, level, failures):
    """Commands of CPython and native for one text, and the seconds that compiling took; None when they disagree."""
    source, output = os.path.join(work, name + '.py'), os.path.join(work, name)
    with open(source, 'w') as file:
        file.write(text)
    want = execute([python, source], work, timeout=600)
    if not failures.check(want.status == 0, '%s: CPython ends with %d' % (name, want.status)):
        return None
    built = execute([pyaot, 'build', '-O' + level, source, '-o', output], work, timeout=600)
    if not failures.check(built.status == 0, '%s: build: %s' % (name, built.err.decode(errors='replace')[:300])):
        return None
    compiling = seconds([pyaot, 'build', '--force', '-O' + level, source, '-o', output])
    got = execute([output], work, timeout=600)
    if not failures.check(got == want, '%s: stdout, stderr or status differ from CPython\'s' % name):
        return None
    return [python, source], [output], compiling, want.out


def twin(name, want, work, failures):
    """The command of the C twin, or None where there is none."""
    source, output = os.path.join(TWINS, name + '.c'), os.path.join(work, name + '_c')
    if not os.path.exists(source) or shutil.which('gcc') is None:
        return None
    checked(['gcc', '-O3', '-march=native', source, '-o', output, '-lm'])
    return [output] if failures.check(checked([output])[0] == want, name + ': the C twin prints something else') else None


def main():
    options = parser(__doc__)
    options.add_argument('--rounds', type=int, default=3)
    options.add_argument('--filter', default='')
    options.add_argument('--level', default='2')
    options.add_argument('--programs', default=FOLDER)
    options.add_argument('--twins', action='store_true')
    options = options.parse_args()
    pyaot, python, failures = os.path.abspath(options.pyaot), reference_python(), Failures()
    names = [f[:-len('.py')] for f in sorted(os.listdir(options.programs)) if f.endswith('.py') and options.filter in f]
    print('CPython %s against %s -O%s; medians of %d alternating rounds on one core' % (
        checked([python, '--version'])[0].decode().split()[1], checked([pyaot, 'version'])[0].decode().strip(),
        options.level, options.rounds))
    print(ROW % ('program', '× CPython', 'CPython', 'native', 'growth', 'growth', 'compile', '÷ C' if options.twins else ''))
    ratios = []
    with tempfile.TemporaryDirectory(prefix='pyaot-bench.') as work:
        for name in names:
            with open(os.path.join(options.programs, name + '.py')) as file:
                text = file.read()
            full = contender(pyaot, python, work, name, text, options.level, failures)
            if full is None:
                continue
            commands = [full[0], full[1]]
            c = twin(name, full[3], work, failures) if options.twins else None
            cores = os.sched_getaffinity(0)
            pin()
            rounds = alternating(commands + ([c] if c else []), options.rounds)
            growth = ['-', '-']
            text = smaller(name, text)
            if text is not None:
                os.sched_setaffinity(0, cores)
                small = contender(pyaot, python, work, name + '_small', text, options.level, failures)
                if small is None:
                    continue
                pin()
                less = alternating([small[0], small[1]], options.rounds)
                growth = ['%.1f' % (median(rounds, i) / median(less, i)) for i in range(2)]
            os.sched_setaffinity(0, cores)
            ratios.append(ratio(rounds))
            native = median(rounds, 1)
            print(ROW % (name, '%.2f' % ratio(rounds), '%.2f s' % median(rounds, 0), '%.3f s' % native, *growth,
                         '%.2f s' % full[2], ('%.2f ' % ratio(rounds, 1, 2) if c else '') + ('*' if native < 0.5 else '')),
                  flush=True)
    if ratios:
        print('geometric mean %.2f over %d programs; ahead (≥ 1.05) in %d' % (
            statistics.geometric_mean(ratios), len(ratios), sum(r >= 1.05 for r in ratios)))
    failures.finish()


if __name__ == '__main__':
    main()
