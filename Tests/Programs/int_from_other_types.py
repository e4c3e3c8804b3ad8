# int() of floats truncates towards zero; of bool, of objects with __int__ and __index__; and its errors.
class Meters:
    def __init__(self, n):
        self.n = n
    def __int__(self):
        return self.n

class Position:
    def __index__(self):
        return 2

print(int(), int(True), int(3.99), int(-3.99), int(1e20), int(2.0**70))
print(int(Meters(12)), int(Position()), [10, 20, 30][Position()], hex(Position()))
for bad in (None, [], 1j, object):
    try:
        int(bad)
    except TypeError as e:
        print(e)
for bad in (float('inf'), float('-inf'), float('nan')):
    try:
        int(bad)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
