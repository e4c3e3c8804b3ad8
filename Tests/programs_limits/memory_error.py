# Sizes beyond the memory raise MemoryError or OverflowError and the program goes on.
import sys
def attempt(f):
    try:
        f()
        print('made')
    except (MemoryError, OverflowError) as e:
        print(type(e).__name__, e)

attempt(lambda: [0] * 2**61)
attempt(lambda: 'ab' * 2**62)
attempt(lambda: (1,) * 2**60)
attempt(lambda: b'x' * 2**62)
attempt(lambda: bytes(2**62))
attempt(lambda: [1, 2] * 2**70)
attempt(lambda: 'x' * 2**64)
attempt(lambda: bytearray(2**62))
attempt(lambda: 'x'.ljust(2**62))
attempt(lambda: 1 << 2**70)
attempt(lambda: list(range(2**62)))
attempt(lambda: range(2**70).__len__())
print('still here', [0] * 3)
