# TypeError messages for keyword arguments.
def f(a, b): pass
def p(a, /, b): pass
def k(*, key=None): pass
def longname(alpha_value): pass

def attempt(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
        print('ok')
    except TypeError as e:
        print(e)

attempt(f, 1, c=2)
attempt(f, 1, 2, c=3)
attempt(f, 1, a=2)
attempt(f, 1, 2, b=3)
attempt(f, a=1)
attempt(p, a=1, b=2)
attempt(p, 1, a=2, b=3)
attempt(k, 1)
attempt(k, kay=1)
attempt(longname, alpha_valu=1)
try:
    f(**{'a': 1}, **{'a': 2})
except TypeError as e:
    print(e)
try:
    f(1, **{3: 4})
except TypeError as e:
    print(e)
try:
    f(*5)
except TypeError as e:
    print(e)
try:
    f(**5)
except TypeError as e:
    print(e)
