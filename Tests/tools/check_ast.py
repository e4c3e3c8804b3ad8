#!/usr/bin/env python3.13
"""Compares a parser's dump with CPython's own for every .py file under the given paths.

usage: python3.13 check_ast.py [--plain] [--show N] [--jobs N] PATH... -- COMMAND...

COMMAND gets the path of a file as its last argument and prints `ast.dump` of it with attributes
(without, under --plain). For a file that is not Python it prints `Kind: message L C EL EC` as its
first line (columns in characters from 1), and the message, kind and position are compared too.
"""
import argparse
import ast
import multiprocessing
import os
import subprocess
import sys
import warnings


def expected(path, attributes):
    with open(path, "rb") as file:
        source = file.read()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source, path)
    except SyntaxError as error:
        place = (error.lineno, error.offset, error.end_lineno, error.end_offset)
        return f"{type(error).__name__}: {error.msg} " + " ".join(map(str, place))
    except (MemoryError, RecursionError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    try:
        return ast.dump(tree, include_attributes=attributes)
    except (RecursionError, ValueError):
        return None


def same_error(got, want):
    """CPython reports an unknown end as -1 or 0, or as the start where it adds a newline."""
    got, want = got.split(" "), want.split(" ")
    if got[:-2] != want[:-2] or "Error:" not in want[0]:
        return False
    return want[-1] in ("-1", "0", "None", want[-3]) or got == want


def check(task):
    path, command, attributes = task
    want = expected(path, attributes)
    if want is None:
        return path, None
    run = subprocess.run([*command, path], capture_output=True, check=False)
    got = run.stdout.decode("utf-8", "surrogatepass").rstrip("\n")
    if run.returncode < 0:
        return path, f"killed by signal {-run.returncode}"
    if got == want or same_error(got, want):
        return path, None
    at = next((i for i, (x, y) in enumerate(zip(got, want)) if x != y), min(len(got), len(want)))
    low = max(0, at - 160)
    return path, f"  want …{want[low:at + 120]!r}\n  got  …{got[low:at + 120]!r}"


def python_files(roots):
    for root in roots:
        if os.path.isfile(root):
            yield root
        for folder, folders, names in os.walk(root):
            folders.sort()
            for name in sorted(names):
                if name.endswith(".py"):
                    yield os.path.join(folder, name)


def main():
    if "--" not in sys.argv:
        sys.exit(__doc__)
    split = sys.argv.index("--")
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("--plain", action="store_true")
    options.add_argument("--show", type=int, default=20)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--top", action="store_true", help="files directly in PATH only")
    options.add_argument("paths", nargs="+")
    args = options.parse_args(sys.argv[1:split])
    command = sys.argv[split + 1:]
    files = list(python_files(args.paths))
    if args.top:
        files = [file for file in files if os.path.dirname(file) in args.paths]
    tasks = [(file, command, not args.plain) for file in files]
    bad = 0
    with multiprocessing.Pool(args.jobs) as pool:
        for path, difference in pool.imap_unordered(check, tasks, chunksize=4):
            if difference is not None:
                bad += 1
                if bad <= args.show:
                    print(path, difference, sep="\n", flush=True)
    print(f"{len(files)} files, {bad} differ")
    return bad != 0


if __name__ == "__main__":
    sys.exit(main())
