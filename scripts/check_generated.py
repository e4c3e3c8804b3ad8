#!/usr/bin/env python3
"""check_generated.py: the generated files whose generators are scripts are what the generators write today.

(The files that come from the runtime table, `*.gen.zig`, are checked by ABITests.) The data are CPython 3.13's own;
without a CPython 3.13 they cannot be derived: the check then says so and counts nothing. The last line is
`N passed, N failed`.
"""
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, 'Tests'))
from program_files import reference_python  # noqa: E402

# Generators that print their file.
PRINTED = [
    ('Tests/tools/generate_nfkc.py', 'Sources/Frontend/Lexer/NFKCTable+Generated.swift'),
    ('Tests/tools/generate_encodings.py', 'Sources/Frontend/Source/EncodingTables+Generated.swift'),
    ('Tests/tools/generate_parser_expectations.py', 'Tests/FrontendTests/ParserExpectations+Generated.swift'),
    ('runtime/tools/traceback_names.py', 'runtime/src/traceback_names.zig'),
    ('runtime/tools/cmath_special.py', 'runtime/src/modules/cmath_special.gen.zig'),
    ('runtime/tools/gen_charmaps.py', 'runtime/src/charmaps.gen.bin'),
    ('runtime/tools/gen_unicodedata.py', 'runtime/src/modules/unicodedata.gen.bin'),
]
# A generator that writes files into ../src beside its own folder.
WRITTEN = ('runtime/tools/gen_unicode.py', ['unicode_props.gen.zig', 'unicode_case.gen.zig'])


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def printed(python, script):
    done = subprocess.run([python, os.path.join(ROOT, script)], cwd=ROOT, stdout=subprocess.PIPE)
    return done.stdout if done.returncode == 0 else None


def written(python):
    """(checked-in file, fresh contents or None) of each file of the WRITTEN generator."""
    script, names = WRITTEN
    with tempfile.TemporaryDirectory() as work:
        os.makedirs(work + '/tools')
        os.makedirs(work + '/src')
        shutil.copy(os.path.join(ROOT, script), work + '/tools')
        done = subprocess.run([python, work + '/tools/' + os.path.basename(script)], cwd=work)
        for name in names:
            yield 'runtime/src/' + name, read(work + '/src/' + name) if done.returncode == 0 else None


def main():
    try:
        python = reference_python()
    except SystemExit:
        print('no CPython 3.13 here: the generated tables are not derived again')
        print('0 passed, 0 failed')
        return
    pairs = [(file, printed(python, script)) for script, file in PRINTED] + list(written(python))
    failed = 0
    for file, fresh in pairs:
        if fresh is None or read(os.path.join(ROOT, file)) != fresh:
            failed += 1
            print('FAIL %s %s' % (file, 'its generator failed' if fresh is None else 'differs from what its generator writes'))
    print('%d passed, %d failed' % (len(pairs) - failed, failed))
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
