# TypeError messages for too many and too few arguments.
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def defaults(a, b=1): pass
def all_defaults(a=0, b=1): pass
def pos_only(a, b, /): pass
def with_kw_only(a, *, k): pass
def two_kw_only(*, k, m): pass

class C:
    def method(self, x): pass

def attempt(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
        print('ok')
    except TypeError as e:
        print(e)

attempt(none, 1)
attempt(none, 1, 2)
attempt(one)
attempt(one, 1, 2)
attempt(two)
attempt(two, 1)
attempt(three)
attempt(three, 1, 2, 3, 4)
attempt(defaults)
attempt(defaults, 1, 2, 3)
attempt(all_defaults, 1, 2, 3)
attempt(pos_only, 1)
attempt(with_kw_only, 1)
attempt(with_kw_only, 1, 2)
attempt(with_kw_only, 1, 2, k=3)
attempt(two_kw_only)
attempt(two_kw_only, k=1)
attempt(C().method)
attempt(C().method, 1, 2)
attempt(C.method)
