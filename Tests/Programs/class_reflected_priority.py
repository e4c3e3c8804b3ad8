# A subclass's reflected method is tried first; NotImplemented falls back in order.
log = []
class A:
    def __add__(self, o):
        log.append('A.__add__')
        return NotImplemented
    def __radd__(self, o):
        log.append('A.__radd__')
        return 'A.radd'
class B(A):
    def __radd__(self, o):
        log.append('B.__radd__')
        return 'B.radd'
class C:
    def __radd__(self, o):
        log.append('C.__radd__')
        return NotImplemented

print(A() + B(), log)
log.clear()
print(B() + A(), log)
log.clear()
try:
    A() + C()
except TypeError as e:
    print(e, log)
log.clear()
try:
    A() + A()
except TypeError as e:
    print(e, log)
log.clear()
print(1 + A(), log)
