#!/usr/bin/env python3
"""rebuild.py [--pyaot PATH] [--levels 0,2] [PROGRAM]: how long the canary takes to build: cold with an empty cache (the
runtime prebuilt or not, as the compiler has it), again with nothing changed, and after a change of one line in its main
module. The changed program must print what CPython's expected output says plus what the change adds.
"""
import os
import shutil
import statistics
import tempfile

from common import TESTS, Failures, discover, execute, figure, parser, seconds

ADDED = 'changed line %d'


def main():
    options = parser(__doc__)
    options.add_argument('--levels', default='2,0')
    options.add_argument('program', nargs='?', default=os.path.join(TESTS, 'canary'))
    options = options.parse_args()
    pyaot = os.path.abspath(options.pyaot)
    failures = Failures()
    program = discover([options.program])[0]
    for level in options.levels.split(','):
        with tempfile.TemporaryDirectory(prefix='pyaot-rebuild.') as work:
            folder, output = os.path.join(work, 'program'), os.path.join(work, 'out')
            shutil.copytree(program.folder, folder)
            main_file = os.path.join(folder, program.file)
            # The expected output writes the program's folder as $DIR.
            moved = type(program)(main_file)
            want = program.expected()
            env = dict(os.environ, PYAOT_CACHE=os.path.join(work, 'cache'))
            build = [pyaot, 'build', '-O' + level, main_file, '-o', output]
            # An unrelated program first: the runtime archive and Zig's own files are then there.
            with open(os.path.join(work, 'empty.py'), 'w') as file:
                file.write('pass\n')
            first = seconds([pyaot, 'build', '-O' + level, os.path.join(work, 'empty.py'), '-o', output], env)
            shutil.rmtree(os.path.join(work, 'cache', 'module'), ignore_errors=True)
            modules = seconds(build, env)
            failures.check(moved.portable(execute([output], folder)) == want, 'the canary at -O%s: wrong result' % level)
            figure('-O%s cold, empty cache' % level, '%.2f s' % (first + modules))
            figure('-O%s   of which runtime, libc and an empty program' % level, '%.2f s' % first)
            figure('-O%s nothing changed' % level, '%.3f s' % seconds(build, env))
            with open(main_file) as file:
                text = file.read()
            times = []
            for number in range(3):
                with open(main_file, 'w') as file:
                    file.write(text + '\nprint("%s")\n' % (ADDED % number))
                times.append(seconds(build, env))
            got = moved.portable(execute([output], folder))
            want.out += (ADDED % 2 + '\n').encode()
            failures.check(got == want, 'the changed canary at -O%s: wrong result' % level)
            figure('-O%s after a change of one line' % level, '%.2f s' % statistics.median(times))
    failures.finish()


if __name__ == '__main__':
    main()
