# Dict and set comprehensions and generator expressions.
words = ['apple', 'bob', 'cat', 'apple', 'dodo']
print({w: len(w) for w in words}, {len(w) for w in words} == {5, 3, 4})
print({v: k for k, v in {'a': 1, 'b': 2}.items()}, {i: {j for j in range(i)} for i in range(3)})
print(sum(x * x for x in range(10)), max(len(w) for w in words), ','.join(w.upper() for w in words if 'o' in w))
g = (print('evaluated', i) or i for i in range(3))
print('lazy')
print(next(g))
print(list(g), list(g))
def first_iterable_is_eager():
    try:
        (x for x in 5)
    except TypeError as e:
        return str(e)
    return 'no error'
print(first_iterable_is_eager())
limit = 2
late = (y for y in range(5) if y < limit)
limit = 4
print(list(late))
print(any(n > 2 for n in [1, 2, 3]), all(n > 0 for n in []), tuple(n for n in 'xy'), sorted((c for c in 'hello'), reverse=True))
print({**{k: 1 for k in 'ab'}}, dict((k, ord(k)) for k in 'ab'), {k: v for k, v in zip('ab', range(2))})
print(type(late).__name__, {x: y for x in range(2) for y in range(2)})
