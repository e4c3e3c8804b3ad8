# from module import *: with and without __all__, underscores, shadowing, from packages.
value = 'main'
from plain import *
print(value, shown())
from listed import *
print(value, exported(), _also())
try:
    hidden
except NameError as e:
    print(e)
try:
    _private
except NameError as e:
    print(e)
from pack import *
print(part.NAME, made_in_init)
print(sorted(n for n in globals() if not n.startswith('__')))
