# assert: messages of every kind, __debug__, tuples, and evaluation of the message only on failure.
def boom(): raise RuntimeError('evaluated')
assert True, boom()
for test in (lambda: exec_assert(0, 'text'), lambda: exec_assert('', None), lambda: exec_assert([], ('a', 1)), lambda: exec_assert(None, ValueError('v'))):
    def exec_assert(x, m):
        assert x, m
    try:
        test()
    except AssertionError as e:
        print(repr(e), e.args, str(e))
try:
    assert 1 == 2
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert False, boom()
except RuntimeError as e:
    print(e)
print(__debug__, (1, 'always true') and 'ok')
