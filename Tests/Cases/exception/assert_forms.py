# assert: messages, tuples, side effects.
def attempt(f):
    try: f()
    except AssertionError as e: print(repr(e), e.args)
def a(): assert 0
def b(): assert [], 'message'
def c(): assert None, ('a', 'tuple')
def d(): assert not print('evaluated'), 1 / 1
def e():
    AssertionError = KeyError
    assert False, 'always the builtin'
for f in (a, b, c, d, e): attempt(f)
print(__debug__)
