#!/usr/bin/env python3
"""differences.py [--pyaot PATH] [--check]: writes docs/differences.md from the compiler's own table of codes.

The page lists what cannot be had ahead of time (PA02..) and every accepted difference from CPython (PA03..); its text is
that of `pyaot explain`. `--check` writes nothing and fails if the page is not what the table says, or if an accepted
difference has no program in Tests/differences and is not one that needs another build.
"""
import argparse
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGE = os.path.join(ROOT, 'docs', 'differences.md')
PROGRAMS = os.path.join(ROOT, 'Tests', 'differences')
# Shown by other means than a program of its own: identity and hash keys depend on the run, static builds on the target.
WITHOUT_PROGRAM = {'PA0301', 'PA0302', 'PA0303'}
HEAD = '''# Differences from CPython 3.13

Written by `scripts/differences.py` from the compiler's table; `pyaot explain CODE` prints the same. A program that does
what stands here gets the error, warning or exception with the code, or the difference as described; anything else that
differs from CPython is a mistake of the compiler.
'''


def explain(pyaot, *code):
    return subprocess.run([pyaot, 'explain', *code], stdout=subprocess.PIPE, text=True, check=True).stdout


def page(pyaot):
    """The whole text of the page."""
    parts = [HEAD]
    titles = {'PA02': '## What an ahead-of-time compiler cannot do', 'PA03': '## Accepted differences'}
    for code in re.findall(r'^(PA\d{4}) ', explain(pyaot), re.M):
        if code[:4] not in ('PA02', 'PA03'):
            continue
        if code[:4] in titles:
            parts.append(titles.pop(code[:4]) + '\n')
        title, _, rest = explain(pyaot, code).partition('\n\n')
        text, _, example = rest.partition('\nExample:\n\n')
        lines = [line[4:] for line in example.rstrip('\n').split('\n')]
        parts.append('### %s\n\n%s\n\n```python\n%s\n```\n' % (title, text.strip('\n'), '\n'.join(lines)))
    return '\n'.join(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--pyaot', default=os.path.join(ROOT, '.build', 'release', 'pyaot'))
    parser.add_argument('--check', action='store_true')
    options = parser.parse_args()
    text = page(options.pyaot)
    if not options.check:
        with open(PAGE, 'w', encoding='utf-8') as file:
            file.write(text)
        return
    problems = []
    with open(PAGE, encoding='utf-8') as file:
        if file.read() != text:
            problems.append('docs/differences.md is not what the table says: run scripts/differences.py')
    shown = {name[:6] for name in os.listdir(PROGRAMS)}
    for code in re.findall(r'^### (PA03\d{2})', text, re.M):
        if code not in shown and code not in WITHOUT_PROGRAM:
            problems.append('%s has no program in Tests/differences' % code)
    print('\n'.join(problems + ['%d passed, %d failed' % (not problems, len(problems))]))
    sys.exit(bool(problems))


if __name__ == '__main__':
    main()
