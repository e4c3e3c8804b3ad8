# assert with and without message; the message is only evaluated on failure.
def message():
    print('message evaluated')
    return 'the message'

assert True, message()
assert 1 + 1 == 2
for f in (lambda: check(0), lambda: check(1), lambda: check(2)):
    def check(n):
        if n == 0:
            assert False
        if n == 1:
            assert [], message()
        if n == 2:
            assert 0, (1, 'tuple')
    try:
        f()
    except AssertionError as e:
        print(repr(e), str(e), e.args)
