#!/usr/bin/env python3.13
"""Compares what the frontend says about mutated sources with CPython 3.13's own compile().

usage: python3.13 fuzz_syntax.py [--count N] [--seed N] [--jobs N] [--show N] [--lib N] [--kind K] COMMAND...
       python3.13 fuzz_syntax.py --test-syntax COMMAND...
       fuzz_syntax.py --sample COMMAND...     a bit of everything with fixed seeds, for `make test`

COMMAND serves requests on its standard input (`pyaot syntax`). Mutations start from statements of the
standard library: truncation, flipped bytes, shuffled, dropped, doubled and replaced tokens, deep nesting.
Compared: accepted or refused; the dump of the tree and the SyntaxWarnings of what is accepted; message and
position (lineno, offset, end_lineno, end_offset) of what is refused. --lib N compares N whole files of the
library as they are. --test-syntax takes the cases of Lib/test/test_syntax.py instead.

Exit status 1 if anything is accepted by one side only, or a tree differs, or the frontend dies or hangs.
"""
import argparse
import ast
import collections
import doctest
import itertools
import multiprocessing
import os
import random
import select
import struct
import subprocess
import sys
import sysconfig
import tempfile
import time
import tokenize
import warnings

HANG = 60


class Frontend:
    """One serving process; started again when it dies."""

    def __init__(self, command):
        self.command = command
        self.process = None

    def ask(self, source):
        if self.process is None:
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            self.process.stdin.write(struct.pack("<I", len(source)) + source)
            self.process.stdin.flush()
            size = struct.unpack("<I", self.read(4))[0]
            return self.read(size)
        except (BrokenPipeError, EOFError, TimeoutError) as error:
            self.process.kill()
            status = self.process.wait()
            self.process = None
            return f"dead\n{type(error).__name__} {status}\n\n".encode()

    def read(self, count):
        data = b""
        while len(data) < count:
            if not select.select([self.process.stdout], [], [], HANG)[0]:
                raise TimeoutError
            piece = os.read(self.process.stdout.fileno(), min(count - len(data), 1 << 20))
            if not piece:
                raise EOFError
            data += piece
        return data


def expected(source):
    """CPython's answer in the frontend's form: a kind, then what is compared."""
    if b"\0" in source:
        # As for a file; a string has no position.
        return "error", "SyntaxError", None, "source code cannot contain null bytes"
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            # A file of that text: CPython counts columns in the line that it reads there.
            with open(SCRATCH, "wb") as file:
                file.write(source)
            compile(source, SCRATCH, "exec", dont_inherit=True)
        except SyntaxError as error:
            place = (error.lineno, error.offset, error.end_lineno, error.end_offset)
            return "error", type(error).__name__, place, error.msg
        except (MemoryError, RecursionError, ValueError, OverflowError) as error:
            return "error", type(error).__name__, None, str(error)
    found = sorted((w.lineno, str(w.message)) for w in caught if w.category is SyntaxWarning)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.dump(ast.parse(source), include_attributes=True)
        except (RecursionError, ValueError):
            tree = None
    return "ok", found, tree


def actual(reply):
    text = reply.decode("utf-8", "surrogatepass")
    if text.startswith("ok\n"):
        _, count, rest = text.split("\n", 2)
        lines = rest.split("\n", int(count))
        found = []
        for line in lines[:int(count)]:
            number, message = line.split(" ", 1)
            found.append((int(number), message))
        return "ok", sorted(found), lines[int(count)]
    kind, name, place, message = text.split("\n", 3)
    return kind, name, tuple(map(int, place.split())) if place else None, message


# Cases

def statements(limit, seed):
    """Sources of statements of the library, the same for the same seed."""
    library = sysconfig.get_path("stdlib")
    files = []
    for folder, folders, names in os.walk(library):
        folders.sort()
        if "site-packages" in folder:
            continue
        files += [os.path.join(folder, name) for name in sorted(names) if name.endswith(".py")]
    rng = random.Random(seed)
    rng.shuffle(files)
    found = []
    for path in files:
        with open(path, "rb") as file:
            data = file.read()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tree = ast.parse(data)
            text = data.decode()
        except (SyntaxError, ValueError):
            continue
        lines = text.splitlines(keepends=True)
        for node in tree.body:
            start = min([node.lineno] + [d.lineno for d in getattr(node, "decorator_list", [])])
            piece = "".join(lines[start - 1:node.end_lineno])
            if 10 < len(piece) < 1500:
                found.append(piece)
        if len(found) >= limit * 3:
            break
    rng.shuffle(found)
    return found[:limit]


def tokens(text):
    """The text as token texts with the space before each."""
    pieces = []
    position = (1, 0)
    lines = text.splitlines(keepends=True) + [""]
    try:
        import io
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in (tokenize.ENDMARKER, tokenize.INDENT, tokenize.DEDENT):
                continue
            (line, column), (end_line, end_column) = token.start, token.end
            if line == position[0]:
                space = lines[line - 1][position[1]:column]
            else:
                space = lines[line - 1][:column]
            pieces.append(space + token.string)
            position = (end_line, end_column) if token.type not in (tokenize.NEWLINE, tokenize.NL) else (line + 1, 0)
    except (tokenize.TokenError, SyntaxError, IndexError):
        return [text]
    return pieces


REPLACEMENTS = [
    "(", ")", "[", "]", "{", "}", ",", ":", ";", "=", "==", ":=", "*", "**", ".", "...", "->", "@", "!", "+", "-", "not ",
    " in ", " is ", " if ", " else ", " for ", " and ", " lambda ", " yield ", " await ", " async ", " None", " True", "'", '"',
    "'''", "f'{", "f'{x!r:>{w}}'", "b'a'", "'a'", "0", "1.5", "0x", "1_", "012", "1e", "\\\n", "\n", "\n  ", "\t", "#c\n",
    " as ", " from ", " import ", " def ", " class ", " return ", " pass", " del ", " print ", " global x\n", " match ", " case ",
    " type ", "\u00e9", "\u20ac", "$", "?", "`", "\x00", "\x0c", "\r", " break", " nonlocal y\n", " except ", " finally:", "elif x:", "|", "<>",
]


def mutate(text, kind, rng):
    data = text.encode()
    match kind:
        case "truncate":
            return text[:rng.randrange(len(text))].encode()
        case "flip":
            data = bytearray(data)
            for _ in range(rng.choice([1, 1, 2, 5])):
                at = rng.randrange(len(data))
                data[at] = rng.choice([rng.randrange(32, 127), data[at] ^ (1 << rng.randrange(8))])
            # CPython reads a file of other bytes otherwise than a string of them.
            return data.decode(errors="replace").encode()
        case "shuffle" | "drop" | "double" | "replace" | "insert":
            pieces = tokens(text)
            for _ in range(rng.choice([1, 1, 1, 2, 3])):
                at = rng.randrange(len(pieces))
                other = rng.randrange(len(pieces))
                if kind == "shuffle":
                    pieces[at], pieces[other] = pieces[other], pieces[at]
                elif kind == "drop" and len(pieces) > 1:
                    del pieces[at]
                elif kind == "double":
                    pieces.insert(other, pieces[at])
                elif kind == "replace":
                    pieces[at] = rng.choice(REPLACEMENTS)
                else:
                    pieces.insert(at, rng.choice(REPLACEMENTS))
            return "".join(pieces).encode()
        case "indent":
            lines = text.splitlines(keepends=True)
            at = rng.randrange(len(lines))
            lines[at] = rng.choice([" ", "\t", "        ", ""]) + lines[at].lstrip(rng.choice([" ", "\t", ""]))
            return "".join(lines).encode()
        case "nest":
            opening, closing = rng.choice(
                [("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("x[", "]"), ("-", ""), ("not ", ""), ("(", "]"),
                 ("lambda: ", ""), ("[x for y in ", "]"), ("{1: ", "}"), ("f'{", "}'"), ("await ", ""), ("x.", "x"),
                 ("1+", ""), ("2**", ""), ("*", ""), ("x if y else ", ""), ("(yield ", ")"), ("@", "\n"), ("(x for x in ", ")")])
            depth = rng.choice([5, 40, 90, 190, 199, 200, 201, 100_000 if rng.random() < 0.15 else 300])
            closings = depth if rng.random() < 0.7 else rng.randrange(depth)
            return (opening * depth + "x" + closing * closings + rng.choice(["", "\n", " y", " =", ")"])).encode()


KINDS = ["truncate", "flip", "shuffle", "drop", "double", "replace", "insert", "indent", "nest"]


def cases(args):
    rng = random.Random(args.seed)
    sources = statements(max(50, args.count // 3), args.seed)
    kinds = [args.kind] if args.kind else KINDS
    for index in range(args.count):
        kind = kinds[index % len(kinds)]
        if kind == "nest" and not args.kind and index % 5:
            kind = "insert"
        yield kind, mutate(rng.choice(sources), kind, rng)


def library(count, seed):
    root = sysconfig.get_path("stdlib")
    files = []
    for folder, folders, names in os.walk(root):
        folders.sort()
        if "site-packages" not in folder:
            files += [os.path.join(folder, name) for name in sorted(names) if name.endswith(".py")]
    random.Random(seed).shuffle(files)
    for path in sorted(files[:count]):
        with open(path, "rb") as file:
            yield os.path.relpath(path, root), file.read()


def test_syntax_cases():
    """Doctests and _check_error calls of Lib/test/test_syntax.py; None where the file is not there."""
    path = os.path.join(sysconfig.get_path("stdlib"), "test", "test_syntax.py")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    tree = ast.parse(text)
    for example in doctest.DocTestParser().get_examples(ast.get_docstring(tree, clean=False) or ""):
        yield "doctest", example.source.encode()
    names = {"_check_error", "compile", "check", "_check_noerror"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            called = getattr(node.func, "attr", getattr(node.func, "id", None))
            first = node.args[0]
            if called in names and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield "check", first.value.encode()


# Running

SERVER = None
SCRATCH = None


def start(command):
    global SERVER, SCRATCH
    SCRATCH = os.path.join(tempfile.gettempdir(), f"fuzz_syntax.{os.getpid()}.py")
    sys.setrecursionlimit(10_000)
    SERVER = Frontend(command)


def compare(case):
    kind, source = case
    want = expected(source)
    began = time.monotonic()
    got = actual(SERVER.ask(source))
    if time.monotonic() - began > 10:
        return kind, source, "hang", want, got
    if got[0] == "dead":
        return kind, source, "dead", want, got
    if got[0] != want[0]:
        return kind, source, "accept", want, got
    if got[0] == "ok":
        if want[2] is not None and got[2] != want[2]:
            return kind, source, "tree", want, got
        return kind, source, "warning" if got[1] != want[1] else "same", want, got
    if got[1] != want[1] or got[3] != want[3]:
        return kind, source, "message", want, got
    known = [(w, g) for w, g in zip(want[2] or (), got[2] or ()) if w is not None]
    if any(w != g for w, g in known):
        return kind, source, "position", want, got
    return kind, source, "same error", want, got


def shorten(text, other):
    """The texts where they begin to differ."""
    at = next((i for i, (x, y) in enumerate(zip(text, other)) if x != y), min(len(text), len(other)))
    return text[max(0, at - 80):at + 120]


def main():
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("--count", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--show", type=int, default=20)
    options.add_argument("--lib", type=int, default=0)
    options.add_argument("--kind", choices=KINDS)
    options.add_argument("--only", help="show these outcomes only")
    options.add_argument("--test-syntax", action="store_true")
    options.add_argument("--sample", action="store_true")
    options.add_argument("command", nargs="+")
    args = options.parse_args()
    if args.sample:
        args.count = 500
        work = itertools.chain(library(100, 1), cases(args), test_syntax_cases())
    elif args.test_syntax:
        work = test_syntax_cases()
    elif args.lib:
        work = library(args.lib, args.seed)
    else:
        work = cases(args)
    outcomes = collections.Counter()
    pairs = collections.Counter()
    shown = 0
    with multiprocessing.Pool(args.jobs, start, (args.command,)) as pool:
        for kind, source, outcome, want, got in pool.imap_unordered(compare, work, chunksize=20):
            outcomes[outcome] += 1
            if outcome in ("same", "same error"):
                continue
            if outcome == "message":
                pairs[want[1] + ": " + want[3][:70], got[3][:70]] += 1
            elif outcome == "position":
                pairs["position of " + want[3][:60], ""] += 1
            if shown < args.show and (not args.only or outcome in args.only.split(",")):
                shown += 1
                print(f"--- {kind}: {outcome}\n{source[-600:].decode(errors='replace')}")
                if outcome == "tree":
                    print(f"want …{shorten(want[2], got[2])}\ngot  …{shorten(got[2], want[2])}")
                else:
                    print(f"want {str(want[1:])[:300]}\ngot  {str(got[1:])[:300]}", flush=True)
    total = sum(outcomes.values())
    refused = sum(outcomes[k] for k in ("same error", "message", "position"))
    print(f"{total} cases:", ", ".join(f"{n} {k}" for k, n in sorted(outcomes.items())))
    for (want, got), count in pairs.most_common(25):
        print(f"{count:6} {want!r} was {got!r}")
    if refused:
        print(
            f"of {refused} refused: same message {100 * (refused - outcomes['message']) / refused:.2f} %,"
            f" same message and position {100 * outcomes['same error'] / refused:.2f} %")
    failed = sum(outcomes[kind] for kind in ("accept", "tree", "dead", "hang"))
    if args.sample:
        # Messages and positions change a little with each CPython 3.13.x.
        failed += outcomes["same error"] < 0.95 * refused
        print(f"{total - failed} passed, {failed} failed")
    return 1 if failed else 0


def reference():
    """Goes on in a CPython 3.13, if there is one."""
    if sys.version_info[:2] == (3, 13) and sys.implementation.name == "cpython":
        return
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    from program_files import reference_python
    try:
        python = reference_python()
    except SystemExit as error:
        print(f"nothing compared: {error}")
        sys.exit(0)
    os.execv(python, [python, *sys.argv])


if __name__ == "__main__":
    reference()
    sys.exit(main())
