"""Compares scopes with CPython's: python3.13 check_scopes.py DUMPER FILE-OR-DIR...

DUMPER (Tests/tools/scopedump, built against Sources/Frontend) prints for each file given to it one line of JSON (SymbolTable.dumpJSON, or the error).
Checked: kind, line and nesting of every scope, each name's classification, and, against the code
objects, qualified names, free variables, parameters and generator and coroutine flags.
With --errors the first argument after it is a file of programs separated by lines of '---';
message and position of the error are compared.
"""

import json
import pathlib
import subprocess
import symtable
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)

KINDS = {
    "module": "module", "function": "function", "lambda": "function", "class": "class",
    "listComprehension": "function", "setComprehension": "function",
    "dictComprehension": "function", "generatorExpression": "function",
    "typeParameters": "type parameters", "typeParameterBound": "type variable",
    "typeParameterDefault": "type variable", "typeAlias": "type alias",
}
NAMES = {1: "local", 2: "globalExplicit", 3: "globalImplicit", 4: "free", 5: "cell"}
COMP_CELL = 0x800


def merge(scope):
    """Folds inlined comprehensions into their scope, as CPython's table shows them."""
    children = []
    for child in scope["children"]:
        merge(child)
        if not child["inlined"]:
            children.append(child)
            continue
        children += child["children"]
        for name, (kind, flags, _) in child["symbols"].items():
            if name == ".0":
                continue
            own = scope["symbols"].get(name)
            if own is None:
                scope["symbols"][name] = [kind, flags, ""]
            elif kind == "cell" and own[0] == "local" and scope["kind"] not in ("module", "class"):
                own[0] = "cell"
    scope["children"] = children


def compare(ours, theirs, path, report):
    where = f"{path}/{ours['qualname']}:{ours['line']}"
    if KINDS[ours["kind"]] != theirs.get_type() or ours["line"] != theirs.get_lineno():
        report(f"{where}: {ours['kind']} is {theirs.get_type()}:{theirs.get_lineno()}")
        return
    if ours["nested"] != bool(theirs.is_nested()):
        report(f"{where}: nested {ours['nested']}")
    expected = {}
    for symbol in theirs.get_symbols():
        expected[symbol.get_name()] = NAMES[symbol._Symbol__scope]
    got = {name: value[0] for name, value in ours["symbols"].items()}
    # CPython passes these to type parameter scopes even when there is no default.
    for name in (".defaults", ".kwdefaults"):
        expected.pop(name, None)
        got.pop(name, None)
    for name in sorted(expected.keys() | got.keys()):
        if expected.get(name) != got.get(name):
            report(f"{where}: {name} is {got.get(name)}, CPython: {expected.get(name)}")
    children = theirs.get_children()
    if len(children) != len(ours["children"]):
        report(f"{where}: {len(ours['children'])} children, CPython: {len(children)}")
        return
    for a, b in zip(ours["children"], children):
        compare(a, b, path, report)


def frames(scope, out):
    """All scopes that have a code object, in order."""
    if not scope["inlined"]:
        out.append(scope)
    for child in scope["children"]:
        frames(child, out)


def codes(code, out):
    out.append(code)
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            codes(constant, out)


def compare_code(ours, source, path, report):
    scopes, objects = [], []
    frames(ours, scopes)
    try:
        codes(compile(source, path, "exec", dont_inherit=True, optimize=0), objects)
    except SyntaxError:
        return
    def key_of_code(c):
        return (c.co_qualname, c.co_freevars, c.co_varnames[:c.co_argcount + c.co_kwonlyargcount
                + bool(c.co_flags & 4) + bool(c.co_flags & 8)],
                bool(c.co_flags & 0x20) or bool(c.co_flags & 0x200),
                bool(c.co_flags & 0x80) or bool(c.co_flags & 0x200))
    def key_of_scope(s):
        # A module or class is never a generator or coroutine, whatever it holds by error.
        return (s["qualname"], tuple(s["free"]),
                tuple(s["parameters"]), s["generator"],
                s["coroutine"] and s["kind"] not in ("module", "class"))
    # Type syntax is compiled with parameters of its own: left to the symbol table's comparison.
    def drop(name):
        return "<generic parameters" in name
    kinds = {s["qualname"] for s in scopes if s["kind"].startswith("type")}
    expected = sorted(key_of_code(c) for c in objects
                      if not drop(c.co_qualname) and c.co_qualname not in kinds)
    got = sorted(key_of_scope(s) for s in scopes
                 if not drop(s["qualname"]) and s["qualname"] not in kinds)
    # Duplicate code objects (equal constants) are merged by CPython.
    expected, got = set(expected), set(got)
    for key in sorted(expected - got):
        report(f"{path}: CPython has {key}")
    # Code that can never run (`if False`, after `return`) is dropped by CPython.
    names = {key[0] for key in expected}
    for key in sorted(key for key in got - expected if key[0] in names):
        report(f"{path}: only here {key}")


def run(dumper, paths):
    out = []
    for start in range(0, len(paths), 100):
        chunk = paths[start:start + 100]
        done = subprocess.run([dumper, *map(str, chunk)], capture_output=True, text=True)
        lines = done.stdout.splitlines()
        if done.returncode or len(lines) != len(chunk):
            sys.exit(f"{dumper} failed on {chunk[len(lines)]}: {done.stderr[-2000:]}")
        out += [json.loads(line) for line in lines]
    return out


def check_files(dumper, roots):
    paths = []
    for root in map(pathlib.Path, roots):
        paths += [root] if root.is_file() else sorted(root.rglob("*.py"))
    problems = 0
    checked = 0
    scopes = 0
    for path, ours in zip(paths, run(dumper, paths)):
        def report(text):
            nonlocal problems
            problems += 1
            if problems <= 60:
                print(text)
        source = path.read_bytes()
        try:
            theirs = symtable.symtable(source, str(path), "exec")
            compile(source, str(path), "exec", dont_inherit=True)
            error = None
        except (SyntaxError, ValueError, RecursionError) as caught:
            error = caught
        if error is not None or "error" in ours:
            if (error is None) != ("error" not in ours):
                report(f"{path}: {ours.get('error')} {ours.get('message')}, CPython: {error!r}")
            continue
        checked += 1
        everything = []
        frames(ours, everything)
        scopes += len(everything)
        compare_code(ours, source, str(path), report)
        merge(ours)
        compare(ours, theirs, path, report)
    print(f"{checked} files, {scopes} scopes, {problems} differences")
    return problems


def check_errors(dumper, file):
    import tempfile
    programs = pathlib.Path(file).read_text().split("\n---\n")
    problems = 0
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for index, program in enumerate(programs):
            path = pathlib.Path(folder, f"p{index}.py")
            path.write_text(program)
            paths.append(path)
        for program, ours in zip(programs, run(dumper, paths)):
            try:
                compile(program, "p", "exec", dont_inherit=True)
                expected = None
            except SyntaxError as error:
                end = error.end_lineno, error.end_offset
                if not error.end_offset:
                    end = error.lineno, error.offset
                expected = [error.msg.replace('"', "'"), [error.lineno, error.offset, *end]]
            got = [ours["message"], ours["pos"]] if "error" in ours else None
            if expected != got:
                problems += 1
                print(f"{program!r}:\n  here    {got}\n  CPython {expected}")
    print(f"{len(programs)} programs, {problems} differences")
    return problems


if __name__ == "__main__":
    if sys.argv[2] == "--errors":
        sys.exit(bool(check_errors(sys.argv[1], sys.argv[3])))
    sys.exit(bool(check_files(sys.argv[1], sys.argv[2:])))
