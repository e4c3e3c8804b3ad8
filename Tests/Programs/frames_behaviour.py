# Frames of running functions: who called, from where; logging and warnings, which stand on it.
import inspect
import logging
import sys
import traceback
import warnings


def whoami():
    return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name, sys._getframe(1).f_lineno


def caller():
    return whoami()


class A:
    def method(self):
        return caller(), inspect.currentframe().f_code.co_qualname, inspect.currentframe().f_back.f_lineno

    @staticmethod
    def deep(n):
        if n:
            return A.deep(n - 1)
        frame, names = sys._getframe(), []
        while frame:
            names.append(frame.f_code.co_name)
            frame = frame.f_back
        return names


def generator():
    yield sys._getframe().f_code.co_name, sys._getframe(1).f_lineno
    yield [f.f_code.co_name for f in (sys._getframe(), sys._getframe(1))]


print(whoami())
print(caller(), A().method())
print(A.deep(3))
g = generator()
print(next(g))
print(next(g))
print(sys._getframe().f_back, sys._getframe().f_globals is globals(), sys._getframe().f_code.co_filename == __file__)
print([f() for f in (whoami, lambda: whoami())])
print(sorted([2, 1], key=lambda x: (x, print(sys._getframe(1).f_lineno))[0]))
try:
    sys._getframe(50)
except ValueError as e:
    print(e)


def stack():
    return [(f.function, f.lineno) for f in inspect.stack(0)]


print(stack())
for row in traceback.extract_stack():
    print(row.name, row.lineno)

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format='%(levelname)s %(name)s %(module)s.%(funcName)s:%(lineno)d %(message)s')
log = logging.getLogger('app')


def work():
    log.info('hello %s %d', 'x', 5)
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception('failed')
    helper('from helper')


def helper(text):
    log.debug(text, stacklevel=2)


work()
logging.warning('root')
log.error('with stack', stack_info=True)
log.log(5, 'not shown')


def old():
    warnings.warn('old is old', DeprecationWarning, stacklevel=2)
    warnings.warn('here')


warnings.simplefilter('always')
old()
for _ in range(2):
    warnings.warn('twice')
with warnings.catch_warnings(record=True) as seen:
    warnings.warn('recorded')
    old()
print([(str(w.message), w.lineno) for w in seen])
warnings.resetwarnings()
for _ in range(3):
    warnings.warn('once a line')
