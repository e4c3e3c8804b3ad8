"""Measuring the time of small bits of code: the behaviour of CPython's timeit.

What is measured is called in a loop: a function as it is, a text as code compiled once. A text must be known when the program is compiled
(see PA0203); CPython writes the loop itself as a text around it.
"""
import gc
import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

dummy_src_name = "<timeit-src>"
default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


def _caller(code, namespace, what):
    """A function without arguments that runs `code`."""
    if callable(code):
        return code
    if not isinstance(code, str):
        raise ValueError(f"{what} is neither a string nor callable")
    if code == "pass":
        return lambda: None
    compiled = compile(code, dummy_src_name, "exec")
    return lambda: exec(compiled, namespace)


class Timer:
    """Class for timing execution speed of small code snippets."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self._namespace = {} if globals is None else globals
        self._setup = _caller(setup, self._namespace, "setup")
        self._statement = _caller(stmt, self._namespace, "stmt")

    def print_exc(self, file=None):
        """Helper to print a traceback from the timed code."""
        import traceback
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Time 'number' executions of the main statement."""
        it = itertools.repeat(None, number)
        collects = gc.isenabled()
        gc.disable()
        try:
            self._setup()
            statement, timer = self._statement, self.timer
            began = timer()
            for _ in it:
                statement()
            return timer() - began
        finally:
            if collects:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """Call timeit() a few times."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """Return the number of loops and time taken so that total time >= 0.2."""
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                time_taken = self.timeit(number)
                if callback:
                    callback(number, time_taken)
                if time_taken >= 0.2:
                    return (number, time_taken)
            i *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Convenience function to create Timer object and call timeit method."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """Convenience function to create Timer object and call repeat method."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
