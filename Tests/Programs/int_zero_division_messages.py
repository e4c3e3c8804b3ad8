# The messages of division by zero for int and float.
def attempt(f):
    try:
        print(f())
    except ZeroDivisionError as e:
        print('ZeroDivisionError:', e)

attempt(lambda: 1 / 0)
attempt(lambda: 1 // 0)
attempt(lambda: 1 % 0)
attempt(lambda: divmod(1, 0))
attempt(lambda: 1.0 / 0)
attempt(lambda: 1.0 // 0)
attempt(lambda: 1.0 % 0)
attempt(lambda: divmod(1.0, 0))
attempt(lambda: 10**40 // 0)
attempt(lambda: 10**40 % 0)
attempt(lambda: 10**40 / 0)
attempt(lambda: 0.0 ** -1)
attempt(lambda: 0 ** -2)
