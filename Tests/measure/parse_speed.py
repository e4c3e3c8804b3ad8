#!/usr/bin/env python3
"""Parse time of the whole standard library in one process, against ast.parse of CPython 3.13.

usage: parse_speed.py [--pyaot PYAOT] [--python PYTHON3.13] [--runs N] [--enforce]

Processor time; runs alternate; the figure is the ratio of the medians. Both sides read the files first. Files that CPython
refuses are left out on both sides. --enforce fails above a ratio of 0.5.
"""
import argparse
import os
import statistics
import subprocess
import sys

CPYTHON = r"""
import ast, os, sys, sysconfig, time, warnings
warnings.simplefilter("ignore")
if len(sys.argv) > 1:
    root = sysconfig.get_path("stdlib")
    for folder, folders, names in os.walk(root):
        folders.sort()
        if "site-packages" in folder:
            continue
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.endswith(".py"):
                try:
                    ast.parse(open(path, "rb").read())
                except (SyntaxError, ValueError):
                    continue
                print(path)
else:
    sources = [open(path, "rb").read() for path in sys.stdin.read().split("\n") if path]
    start = time.process_time()
    for source in sources:
        ast.parse(source)
    print(time.process_time() - start)
"""


def main():
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("--pyaot", default=os.path.join(root, ".build", "release", "pyaot"))
    sys.path.insert(0, os.path.join(root, "Tests"))
    from program_files import reference_python
    options.add_argument("--python", default=reference_python())
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--enforce", action="store_true")
    args = options.parse_args()
    files = subprocess.run([args.python, "-c", CPYTHON, "list"], capture_output=True, check=True).stdout

    def seconds(command):
        run = subprocess.run(command, input=files, capture_output=True, check=True)
        return float(run.stdout)

    ours, theirs = [], []
    for _ in range(args.runs):
        ours.append(seconds([args.pyaot, "syntax", "--time"]))
        theirs.append(seconds([args.python, "-c", CPYTHON]))
    mine, cpython = statistics.median(ours), statistics.median(theirs)
    count = len(files.splitlines())
    print(f"{count} files: pyaot {mine:.3f} s, ast.parse {cpython:.3f} s, ratio {mine / cpython:.3f}")
    return 1 if args.enforce and mine / cpython >= 0.5 else 0


if __name__ == "__main__":
    sys.exit(main())
