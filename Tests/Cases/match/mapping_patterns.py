# Mapping patterns: rest, missing keys, get without __missing__, duplicates at run time.
import collections
def f(x):
    match x:
        case {'a': 1, **rest}: return 'a is 1', rest
        case {'k': {'inner': [x, *_]}}: return 'nested', x
        case {0: y, -1: z}: return 'ints', y, z
        case {'only': None}: return 'none'
        case {}: return 'any mapping'
        case _: return 'no mapping'
d = collections.defaultdict(list)
for x in ({'a': 1, 'b': 2}, {'a': 2}, {'k': {'inner': 'no'}}, {'k': {'inner': (5, 6)}}, {0: 'y', -1: 'z', 2: 0}, {'only': None}, {'only': 0}, {}, d, [], 5):
    print(f(x))
print(len(d))
key = 'a'
class K: name = 'a'
def g(x):
    match x:
        case {K.name: 1, 'a': 2}: return 'twice'
try: g({'a': 1})
except ValueError as e: print(e)
print(g({}))
