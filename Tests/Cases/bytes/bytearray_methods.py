# Methods that change a bytearray.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


a = bytearray(b'abc')
a.append(100); a.extend(b'ef'); a.extend([103]); a.insert(0, 64); a.insert(-100, 63); a.reverse()
print(a, a.pop(), a.pop(0), a, a.copy() == a, a.copy() is a)
a.remove(100); a += b'z'; a *= 2; a.extend(x for x in b'xy')
print(a, a.count(b'z'), a.index(122), a.clear(), a)
for f, args in (('append', (256,)), ('append', ('a',)), ('extend', (5,)), ('extend', ([300],)), ('extend', ('ab',)), ('insert', ('a', 1)), ('pop', ()), ('remove', (5,)), ('insert', (0, -1)), ('pop', (5,)), ('append', ())):
    t(getattr(a, f), *args)
m = memoryview(a := bytearray(b'ab'))
t(a.append, 1)
t(a.clear)
m.release()
a.append(99)
print(a, hash(bytes(a)) == hash(b'abc'))
t(hash, a)
