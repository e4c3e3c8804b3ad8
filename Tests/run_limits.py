#!/usr/bin/env python3
"""run_limits.py [--pyaot PATH]: the limits of a running program: recursion, memory, exit statuses, signals, closed streams.

Runs `programs_limits/` as run_programs.py does, and the scenarios below, which start a program of
`programs_processes/` with a stream closed, a reader gone, or send it a signal. A scenario's expected result stands in
`programs_processes/NAME.{out,err,status}`; `--derive` writes it from CPython 3.13, `--derive --check` compares only.
After a signal only the first and the last line of the traceback count: where it lands is luck.
"""
import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time

from program_files import (LIMITS, OUTPUT_CAP, PROCESSES, Program, Result, child_setup, discover, end_group, environment,
                           reference_python)
from derive_expected import update
from run_programs import add_options, build, differences, failure, run_all

SETTLE = 0.3        # seconds between the program's `ready` line and the signal


class Scenario(Program):
    """One way to start a program. `stdin`, `stdout`, `stderr`: 'file', 'closed', 'pipe' (stays open and silent),
    'gone' (a pipe whose reader is gone) or 'full' (/dev/full); `send`: the signal sent once the program has printed
    its `ready` line; `line`: what it then gets on stdin; `ignored`: it starts with SIGINT ignored."""

    def __init__(self, name, file, stdin='file', stdout='file', stderr='file', send=None, line=b'', ignored=False):
        super().__init__(os.path.join(PROCESSES, file))
        self.name = 'Tests/programs_processes:' + name
        self.expected_stem = os.path.join(PROCESSES, name)
        self.streams = (stdin, stdout, stderr)
        self.send, self.line, self.ignored = send, line, ignored

    def portable(self, result):
        result = super().portable(result)
        if self.send and b'Traceback' in result.err:
            lines = result.err.splitlines(keepends=True)
            result.err = lines[0] + b'...\n' + lines[-1]
        return result


SCENARIOS = [
    Scenario('stdout_closed', 'print_lines.py', stdout='closed'),
    Scenario('stdout_reader_gone', 'print_lines.py', stdout='gone'),
    Scenario('stdout_reader_gone_much', 'print_much.py', stdout='gone'),
    Scenario('stdout_reader_gone_flush', 'print_flush.py', stdout='gone'),
    Scenario('stdout_reader_gone_caught', 'print_caught.py', stdout='gone'),
    Scenario('stdout_full', 'print_lines.py', stdout='full'),
    Scenario('stdout_full_much', 'print_much.py', stdout='full'),
    Scenario('stdout_closed_uncaught', 'raise_error.py', stdout='closed'),
    Scenario('stdout_gone_uncaught', 'raise_error.py', stdout='gone'),
    Scenario('stderr_closed_uncaught', 'raise_error.py', stderr='closed'),
    Scenario('stderr_gone_uncaught', 'raise_error.py', stderr='gone'),
    Scenario('stdin_closed_input', 'input_line.py', stdin='closed'),
    Scenario('stdin_empty_input', 'input_line.py'),
    Scenario('all_closed', 'exit_seven.py', stdin='closed', stdout='closed', stderr='closed'),
    Scenario('interrupt_empty_loop', 'loop_empty.py', send=signal.SIGINT),
    Scenario('interrupt_int_loop', 'loop_int.py', send=signal.SIGINT),
    Scenario('interrupt_calls', 'loop_calls.py', send=signal.SIGINT),
    Scenario('interrupt_allocations', 'loop_allocations.py', send=signal.SIGINT),
    Scenario('interrupt_generator', 'loop_generator.py', send=signal.SIGINT),
    Scenario('interrupt_caught', 'loop_caught.py', send=signal.SIGINT),
    Scenario('interrupt_finally', 'loop_finally.py', send=signal.SIGINT),
    Scenario('interrupt_input', 'input_line.py', stdin='pipe', send=signal.SIGINT),
    Scenario('interrupt_input_caught', 'input_caught.py', stdin='pipe', send=signal.SIGINT, line=b'after\n'),
    Scenario('interrupt_ignored', 'input_line.py', stdin='pipe', send=signal.SIGINT, line=b'still here\n', ignored=True),
    Scenario('terminate_loop', 'loop_finally.py', send=signal.SIGTERM),
    Scenario('terminate_input', 'input_line.py', stdin='pipe', send=signal.SIGTERM),
]


def open_stream(kind, given):
    """What Popen gets for a stream, and the descriptors to close after the start."""
    if kind == 'gone':
        reader, writer = os.pipe()
        os.close(reader)
        return writer, [writer]
    if kind == 'full':
        full = os.open('/dev/full', os.O_WRONLY)
        return full, [full]
    return (subprocess.PIPE if kind == 'pipe' else given), []


def wait_ready(process, out, deadline):
    """Waits until the program has printed its first line; False when it ended or the time is over."""
    while time.monotonic() < deadline and process.poll() is None:
        if os.fstat(out.fileno()).st_size and b'\n' in os.pread(out.fileno(), 200, 0):
            return True
        time.sleep(0.02)
    return False


def send_line(process, line):
    """Gives the program a line; one that has ended already gets none, and is judged by what it left."""
    try:
        os.write(process.stdin.fileno(), line)
    except BrokenPipeError:
        return


def play(scenario, command, timeout, memory_mib):
    """Starts the program as the scenario says; its result."""
    common = child_setup(memory_mib)

    def setup():
        common()
        if scenario.ignored:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        for number, kind in enumerate(scenario.streams):
            if kind == 'closed':
                os.close(number)

    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        opened = [open_stream(kind, file) for kind, file in zip(scenario.streams, (given, out, err))]
        process = subprocess.Popen(command, cwd=PROCESSES, env=environment(), start_new_session=True, preexec_fn=setup,
                                   stdin=opened[0][0], stdout=opened[1][0], stderr=opened[2][0])
        for _, descriptors in opened:
            for descriptor in descriptors:
                os.close(descriptor)
        deadline = time.monotonic() + timeout
        timed_out = False
        try:
            if scenario.send and wait_ready(process, out, deadline):
                time.sleep(SETTLE)
                process.send_signal(scenario.send)
                if scenario.line:
                    time.sleep(SETTLE)
                    send_line(process, scenario.line)
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            timed_out = True
        finally:
            end_group(process)
            if process.stdin:
                process.stdin.close()
        process.wait()
        return scenario.portable(Result(process.returncode, os.pread(out.fileno(), OUTPUT_CAP, 0),
                                        os.pread(err.fileno(), OUTPUT_CAP, 0), timed_out))


def judge(item, level, options):
    """The lines that say why a program or scenario fails; none when it passes."""
    if not isinstance(item, Scenario):
        return failure(item, level, options)
    want = item.expected()
    if want is None:
        return ['no expected result: run Tests/run_limits.py --derive']
    with tempfile.TemporaryDirectory(prefix='pyaot-test.') as folder:
        executable = os.path.join(folder, item.file[:-len('.py')])
        errors = build(item, level, executable, options)
        if errors:
            return errors
        return differences(play(item, [executable], options.timeout, options.memory), want, options)


def derive(options):
    """Writes the scenarios' expected results from CPython, or says what differs; ends the process."""
    python, notes = reference_python(), []
    for scenario in SCENARIOS:
        result = play(scenario, [python, scenario.file], options.timeout, 0)
        if result.timed_out:
            sys.exit('%s: time limit' % scenario.name)
        notes += update(scenario, result, options.check)
    for note in notes:
        print(note)
    sys.exit(1 if options.check and notes else 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    parser.set_defaults(timeout=60)
    parser.add_argument('--derive', action='store_true')
    parser.add_argument('--check', action='store_true')
    options = parser.parse_args()
    if options.derive:
        derive(options)
    run_all(discover([LIMITS]) + SCENARIOS, judge, options)


if __name__ == '__main__':
    main()
