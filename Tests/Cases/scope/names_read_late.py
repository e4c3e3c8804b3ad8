# Names are looked up when the line runs: builtins shadowed and restored, functions replaced.
def helper(): return 'first'
def use(): return helper()
print(use())
def helper(): return 'second'
print(use())
globals()['helper'] = lambda: 'third'
print(use())
import builtins
builtins.extra_name = 'from builtins'
print(extra_name)
del builtins.extra_name
try:
    extra_name
except NameError as e:
    print(e)
old = builtins.abs
builtins.abs = lambda x: 'patched'
print(abs(-1)); builtins.abs = old; print(abs(-1))
