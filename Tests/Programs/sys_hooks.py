# sys.excepthook and sys.displayhook, called and replaced.
import sys

sys.displayhook(None)
sys.displayhook([1, 'a'])
import builtins
print(builtins._, sys.displayhook is sys.__displayhook__, sys.excepthook is sys.__excepthook__)
try:
    1 / 0
except ZeroDivisionError:
    sys.excepthook(*sys.exc_info())


def hook(kind, value, traceback):
    print('hook', kind.__name__, value, traceback.tb_lineno)


sys.excepthook = hook
raise KeyError('k')
