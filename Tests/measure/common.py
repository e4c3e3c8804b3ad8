"""What the measuring scripts share: the compiler under test, timing on one core, and how a figure is printed.

Every script prints its figures and ends with a non-zero status when an output is wrong or a bar that the script names is
missed; nothing is timed before its output has been compared.
"""
import argparse
import os
import statistics
import subprocess
import sys
import time

MEASURE = os.path.dirname(os.path.abspath(__file__))
TESTS = os.path.dirname(MEASURE)
ROOT = os.path.dirname(TESTS)
sys.path.insert(0, TESTS)
from program_files import discover, environment, execute, reference_python  # noqa: E402,F401

# Both, in the order in which they are looked for: the release compiler is the one that figures are about.
COMPILERS = [os.path.join(ROOT, '.build', 'release', 'pyaot'), os.path.join(ROOT, '.build', 'debug', 'pyaot')]


def parser(doc):
    made = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument('--pyaot', default=next((p for p in COMPILERS if os.path.exists(p)), COMPILERS[0]))
    return made


def pin():
    """Puts this process and its children on one core, the last it may use."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


class Failures:
    """Collects what is wrong; `finish` prints the totals and ends the process."""

    def __init__(self):
        self.passed, self.lines = 0, []

    def check(self, good, line):
        if good:
            self.passed += 1
        else:
            self.lines.append(line)
            print('FAIL ' + line, flush=True)
        return good

    def finish(self):
        print('%d passed, %d failed' % (self.passed, len(self.lines)))
        sys.exit(1 if self.lines else 0)


def checked(command, env=None, cwd=None, stdin=b''):
    """Runs to the end; (stdout, stderr). Ends the script when the status is not 0."""
    done = subprocess.run(command, env=env, cwd=cwd, input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit('FAIL %s: exit status %d\n%s' % (' '.join(command), done.returncode, done.stderr.decode(errors='replace')))
    return done.stdout, done.stderr


def seconds(command, env=None, cwd=None):
    """Wall-clock seconds of one run with its output thrown away; ends the script when the status is not 0."""
    start = time.perf_counter()
    done = subprocess.run(command, env=env, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE)
    took = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit('FAIL %s: exit status %d\n%s' % (' '.join(command), done.returncode, done.stderr.decode(errors='replace')))
    return took


def alternating(commands, rounds, env=None):
    """Seconds of each command in each round, the commands taking turns: [[first, second, …], …]."""
    return [[seconds(command, env) for command in commands] for _ in range(rounds)]


def ratio(rounds, a=0, b=1):
    """Median over the rounds of time a ÷ time b."""
    return statistics.median(times[a] / times[b] for times in rounds)


def median(rounds, a=0):
    return statistics.median(times[a] for times in rounds)


def figure(name, value, aim=''):
    print('%-58s %14s%s' % (name, value, '   aim ' + aim if aim else ''), flush=True)
