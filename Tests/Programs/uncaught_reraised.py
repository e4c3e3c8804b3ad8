# A bare raise keeps the original traceback and the finally output comes first.
def risky(n):
    if n > 2:
        raise OverflowError('too big: %d' % n)
    return n
def guarded(n):
    try:
        return risky(n)
    except OverflowError:
        print('cleaning up')
        raise
    finally:
        print('finally', n)
print(guarded(1))
guarded(3)
