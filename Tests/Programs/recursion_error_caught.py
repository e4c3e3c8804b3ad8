# RecursionError under the default limit is caught and the program goes on.
def down(n):
    return down(n + 1)

def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)

try:
    down(0)
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])
print(depth(900))
class Loop:
    def __getattr__(self, name):
        return getattr(self, name + 'x')
try:
    Loop().a
except RecursionError as e:
    print(isinstance(e, RuntimeError))
def even(n): return odd(n)
def odd(n): return even(n)
for _ in range(3):
    try:
        even(1)
    except RecursionError:
        print('again')
a = []
a.append(a)
print(a)
d = {}
d['self'] = d
print(d)
