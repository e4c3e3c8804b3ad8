# Infinite recursion of several kinds ends in RecursionError, again and again.
import sys

def plain(n):
    return plain(n + 1)

def with_list(n):
    return [with_list(n + 1)]

def in_generator():
    yield from in_generator()

class Attribute:
    def __getattr__(self, name):
        return getattr(self, name + '_')

class Operator:
    def __add__(self, other):
        return self + other
    def __eq__(self, other):
        return self == other
    def __call__(self):
        return self()
    def __len__(self):
        return len(self)
    def __repr__(self):
        return repr(self)
    def __hash__(self):
        return hash(self)
    def __iter__(self):
        return iter(self)
    @property
    def p(self):
        return self.p

def nested_try(n):
    try:
        return nested_try(n + 1)
    finally:
        n += 1

o = Operator()
cases = [lambda: plain(0), lambda: with_list(0), lambda: next(in_generator()), lambda: Attribute().x, lambda: o + 1, lambda: o == 1, o, lambda: len(o),
         lambda: repr(o), lambda: {o}, lambda: list(o), lambda: o.p, lambda: nested_try(0), lambda: sorted([1, 2], key=lambda x: plain(x)),
         lambda: [plain(x) for x in range(3)], lambda: str([o]), lambda: max(map(plain, [1]))]
for i, case in enumerate(cases):
    try:
        case()
        print(i, 'returned')
    except RecursionError as e:
        print(i, type(e).__name__)

def depth():
    n = 0
    def go():
        nonlocal n
        n += 1
        go()
    try:
        go()
    except RecursionError:
        return n
print(depth() >= sys.getrecursionlimit() - 50)
for _ in range(50):
    try:
        plain(0)
    except RecursionError as e:
        last = str(e)
print(last)
print('still running', sum(range(10)))
