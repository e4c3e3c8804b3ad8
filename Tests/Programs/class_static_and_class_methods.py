# staticmethod and classmethod through classes, instances and subclasses.
class Date:
    epoch = 1970
    def __init__(self, y, m, d):
        self.parts = (y, m, d)
    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split('-')))
    @classmethod
    def start(cls):
        return cls(cls.epoch, 1, 1)
    @staticmethod
    def is_leap(y):
        return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
    def __repr__(self):
        return type(self).__name__ + repr(self.parts)

class Later(Date):
    epoch = 2000

print(Date.parse('2024-02-29'), Later.parse('2001-1-2'), Date.start(), Later.start(), Later(1, 2, 3).start())
print([y for y in (1900, 2000, 2023, 2024) if Date.is_leap(y)], Date(1, 1, 1).is_leap(2400))
f = Later.start
print(f(), f.__self__.__name__)
try:
    Date.is_leap()
except TypeError as e:
    print(e)
