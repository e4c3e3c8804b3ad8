#!/usr/bin/env python3
"""all.py [SCRIPT…]: runs the measuring scripts one after the other; the exit status says whether each of them was content."""
import os
import subprocess
import sys

from common import MEASURE

SCRIPTS = ['hello', 'rebuild', 'parse_speed', 'irgen_speed', 'unused_method', 'roundtrip', 'leaks', 'memory', 'bench']


def main():
    failed = []
    for name in sys.argv[1:] or SCRIPTS:
        print('\n== Tests/measure/%s.py' % name, flush=True)
        if subprocess.run([sys.executable, os.path.join(MEASURE, name + '.py')]).returncode != 0:
            failed.append(name)
    print('\nall content' if not failed else '\nnot content: ' + ', '.join(failed))
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
