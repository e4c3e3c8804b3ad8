"""struct: formats, alignment, byte order, ranges, messages."""
import struct

print(struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 2 ** 64 - 1).hex(), struct.pack(">ihf", 1, 2, 1.5), struct.pack("@bhilq", 1, 2, 3, 4, 5))
print(struct.unpack("<3sxH?c", b"abc\x00\x01\x02\x01z"), struct.unpack(">d", struct.pack(">d", 3.14)), struct.unpack("<e", b"\x00\x3e"))
print([struct.calcsize(f) for f in ("", "bi", "ib", "b0i", "5s2h", "<bi", "@lq", "3xP", "n")], struct.pack("5p", b"abcdefg"), struct.unpack("5p", b"\x03abcd"))
s = struct.Struct("<hh")
buffer = bytearray(8)
s.pack_into(buffer, 2, 1, -1)
print(s, s.size, s.format, buffer, s.unpack_from(buffer, 2), list(s.iter_unpack(bytes(8))), s.unpack_from(buffer, offset=-4))
print(struct.pack("2i", *[5, 6]), struct.pack("4s", b"toolong"), struct.pack("0s", b"x"), struct.pack("?", []), struct.pack("f", 1e300), struct.pack(" 2h i", 1, 2, 3))


class Index:
    def __index__(self):
        return 7


print(struct.pack("b", Index()), struct.pack("b", True))
for call in [lambda: struct.pack("b", 200), lambda: struct.pack("<H", -1), lambda: struct.pack("i", 2 ** 31), lambda: struct.pack("Q", -1), lambda: struct.pack("i", "x"),
             lambda: struct.pack("i", 1.0), lambda: struct.pack("ii", 1), lambda: struct.pack("k", 1), lambda: struct.pack("3", 1), lambda: struct.pack("c", b"ab"),
             lambda: struct.pack("s", "x"), lambda: struct.pack("d", "x"), lambda: struct.pack("<f", 1e300), lambda: struct.pack("e", 1e9), lambda: struct.pack(),
             lambda: struct.unpack("i", b"abc"), lambda: struct.unpack_from("i", b"abcdef", 4), lambda: struct.unpack_from("i", b"abcd", -9),
             lambda: struct.pack_into("i", buffer, 6, 1), lambda: struct.pack_into("i", b"abcd", 0, 1), lambda: list(struct.iter_unpack("i", b"abc")),
             lambda: struct.iter_unpack("", b""), lambda: struct.unpack("i", "abcd"), lambda: struct.Struct(5), lambda: struct.calcsize("9" * 30 + "i")]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)
