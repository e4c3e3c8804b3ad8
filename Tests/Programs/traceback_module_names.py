# The module traceback prints errors of names with CPython's suggestions, as an uncaught exception does.
import logging
import sys
import traceback

value_one = 1


def f():
    local_name = 1
    return locl_name


class A:
    def __init__(self):
        self.attribut = 1

    def m(self):
        return attribut

    def n(self):
        return self._privat

    _private = 1


def g():
    return valu_one, pritn


logging.basicConfig(stream=sys.stdout, format='%(message)s')
for h in (f, A().m, A().n, g, lambda: prnt(1), lambda: sys.exot):
    try:
        h()
    except (NameError, AttributeError):
        traceback.print_exc()
        logging.exception('logged')
try:
    valu_one
except NameError as e:
    print(traceback.format_exception_only(e))
    frame = e.__traceback__.tb_frame
    print(frame.f_locals is frame.f_globals, 'print' in frame.f_builtins, frame.f_back)
A().m()
