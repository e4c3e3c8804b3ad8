"""array: making, items, slices, operators, methods, messages."""
import array
import copy
from array import array as A

a = A("i", [1, 2, 3])
a.append(4)
a.extend(range(2))
a.insert(1, 9)
print(a, len(a), a[0], a[-1], a[1:4], a[::-2], 9 in a, "x" in a, list(a), a.index(3), a.count(1), a.pop(), a.pop(0), a)
a[0] = 7
a[1:3] = A("i", [5, 5, 5])
a[::2] = A("i", [0, 0, 0])
del a[0]
del a[-2:]
print(a, a + A("i", [1]), a * 2, 2 * a, A("i") * 3, a == A("d", a), a < A("i", [9]), a != A("i"), a == list(a))
a += A("i", [6])
a *= 2
a.reverse()
a.remove(6)
print(a, a.tolist(), a.tobytes(), a.itemsize, a.typecode, copy.copy(a), copy.deepcopy(a) is a, bytes(A("h", [1, 258])))
b = A("B", b"abc")
b.frombytes(b"de")
b.fromlist([1, 2])
print(b, A("w", "héllo"), A("w", "hé").tounicode(), A("f", [0.1, 1e300]), A("d", [0.1]), A("q", [-2 ** 63]), A("Q", [2 ** 64 - 1]), array.typecodes)
w = A("h", [1, 2])
w.byteswap()
print(w, A("i", A("b", [1, 2])), A("i", b"\x01\x00\x00\x00"), repr(A("d")), [x for x in w], sum(A("i", range(10))), max(A("d", [1, 3, 2])), sorted(A("b", [3, 1, 2])))


class Named(A):
    pass


n = Named("i", [1])
n.tag = "x"
print(n, n.tag, type(n[:]), type(n + n), isinstance(n, A), A[int])
for call in [lambda: A("b", [200]), lambda: A("B", [-1]), lambda: A("H", [70000]), lambda: A("i", [2 ** 31]), lambda: A("I", [-1]), lambda: A("Q", [-1]), lambda: A("q", [2 ** 63]),
             lambda: A("i", [1.5]), lambda: A("f", ["x"]), lambda: A("w", ["ab"]), lambda: A("x"), lambda: A(5), lambda: A(), lambda: A("i", 5), lambda: A("i", "abc"),
             lambda: A("i", b"abc"), lambda: a.append("x"), lambda: a.extend(A("d")), lambda: A("i").pop(), lambda: a.pop(99), lambda: a.remove(77), lambda: a.index(77),
             lambda: a[99], lambda: a["x"], lambda: a.__setitem__(99, 1), lambda: a.__setitem__(slice(0, 1), [1]), lambda: a + [1], lambda: a.fromlist((1,)),
             lambda: a.frombytes("x"), lambda: hash(a), lambda: a < [1], lambda: a.fromunicode("x"), lambda: A("i", x=1)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
