#!/usr/bin/env python3
"""prebuild.py --pyaot PATH --home FOLDER: puts the runtime archives into FOLDER/runtime/prebuilt/MODE.

The compiler itself builds them, in a cache of its own, by compiling a program; so the flags stand in one place
(Sources/pyaot/Driver/RuntimeArchive.swift). `key` holds the hash of the runtime's sources that the compiler computed.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

MODES = {'ReleaseSmall': '-O2'}


def prebuild(pyaot, home, mode, work):
    cache, target = os.path.join(work, mode), os.path.join(home, 'runtime', 'prebuilt', mode)
    program = os.path.join(work, 'empty.py')
    with open(program, 'w') as file:
        file.write('pass\n')
    env = dict(os.environ, PYAOT_CACHE=cache, PYAOT_HOME=home)
    built = subprocess.run([pyaot, 'build', MODES[mode], program, '-o', os.path.join(work, 'empty')], env=env)
    if built.returncode != 0:
        sys.exit('error: the runtime could not be built (%s)' % mode)
    found = {}
    for folder, _, files in os.walk(os.path.join(cache, 'runtime')):
        for name in files:
            found[os.path.splitext(name)[1]] = os.path.join(folder, name)
    if sorted(found) != ['.a', '.table']:
        sys.exit('error: the cache holds %s instead of one archive and its table' % sorted(found))
    os.makedirs(target)
    shutil.copyfile(found['.a'], os.path.join(target, 'libpyrt.a'))
    shutil.copyfile(found['.table'], os.path.join(target, 'builtins.table'))
    # Last: the compiler takes a folder with a key for complete.
    with open(os.path.join(target, 'key'), 'w') as file:
        file.write(os.path.basename(found['.a'])[:-len('.a')])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--pyaot', required=True)
    parser.add_argument('--home', required=True)
    parser.add_argument('--modes', default=','.join(MODES))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='pyaot-prebuild.') as work:
        for mode in options.modes.split(','):
            prebuild(os.path.abspath(options.pyaot), os.path.abspath(options.home), mode, work)


if __name__ == '__main__':
    main()
