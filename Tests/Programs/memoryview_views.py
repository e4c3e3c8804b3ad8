"""memoryview: items, slices, casts, formats, release, comparison, hashing."""


def tried(f):
    try:
        return f()
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


data = bytearray(b'abcdefgh')
m = memoryview(data)
print(m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.readonly, m.obj is data, m.suboffsets)
m[0] = 65
m[1:3] = b'XY'
print(data, m[-1], m[2:5].tobytes(), m[::2].tolist(), m[::-1].tobytes(), len(m), 104 in m)
print(tried(lambda: data.append(1)), tried(lambda: m.__setitem__(0, 256)), tried(lambda: m.__setitem__(slice(0, 2), b'x')))
print(tried(lambda: m[8]), tried(lambda: m['a']), tried(lambda: m.__delitem__(0)), tried(lambda: hash(m)))
print(m == b'AXYdefgh', m != memoryview(b'AXYdefgh'), hash(memoryview(b'abc')) == hash(b'abc'), bytes(m[1::3]), m[2:4].hex('-'))
c = memoryview(bytearray(range(24))).cast('B', [2, 3, 4])
print(c.tolist(), c[1, 2, 3], c.shape, c.strides, tried(lambda: c[0]), tried(lambda: c[0, 0]), c[0:1].tolist())
c[0, 1, 2] = 99
print(c.tobytes('F'), c.cast('B').cast('I').tolist(), c.contiguous, c.f_contiguous)
for code, value in ('b', -5), ('h', -300), ('q', -2 ** 40), ('Q', 2 ** 63), ('d', 2.5), ('f', 0.1), ('?', True), ('c', b'z'):
    v = memoryview(bytearray(8)).cast(code)
    v[0] = value
    print(code, v[0], v.itemsize, tried(lambda: v.__setitem__(0, 'x')), tried(lambda: v.__setitem__(0, 2 ** 70)))
print(tried(lambda: m.cast('x')), tried(lambda: m.cast('i', (3,))), tried(lambda: m[::2].cast('H')), tried(lambda: memoryview(5)))
with memoryview(data) as held:
    part = held[2:]
print(tried(lambda: held[0]), part.tolist(), repr(held)[:16], held == held, tried(lambda: held.nbytes))
part.release()
m.release()
data.append(1)
print(data, bytes(memoryview(b'abc')[::2]), b''.join([memoryview(b'a'), b'b']), memoryview(b'ab').toreadonly().readonly)
print(list(iter(memoryview(b'xyz'))), tried(lambda: iter(memoryview(bytes(4)).cast('B', [2, 2]))), int(memoryview(b'42')))
