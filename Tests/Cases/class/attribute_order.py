# Which of class, instance and descriptors wins on reading, writing and deleting.
class Data:
    def __init__(self, tag): self.tag = tag
    def __get__(self, obj, owner=None): return 'data ' + self.tag + (' none' if obj is None else '')
    def __set__(self, obj, value): print('set', self.tag, value)
class NonData:
    def __get__(self, obj, owner=None): return 'nondata'
class OnlyDelete:
    def __delete__(self, obj): print('deleted')
class A:
    d = Data('d')
    n = NonData()
    o = OnlyDelete()
    plain = 1
a = A()
a.__dict__.update(d='inst d', n='inst n', o='inst o', plain='inst plain')
print(a.d, '|', a.n, '|', a.plain, '|', A.d, '|', A.n, '|', type(a.o).__name__)
a.d = 4
a.n = 5
del a.o
for action in (lambda: setattr(a, 'o', 1), lambda: delattr(a, 'd')):
    try:
        action()
    except AttributeError as error:
        print(repr(str(error)))
print(a.__dict__)
