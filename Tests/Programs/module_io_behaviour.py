"""io: StringIO, BytesIO, abstract classes, redirected output."""
import contextlib
import io
import sys

s = io.StringIO("one\ntwo\n\nlast")
print(s.read(2), s.tell(), s.readline(), list(s), s.read(), s.seek(0), s.readlines(), s.getvalue())
s = io.StringIO()
print(s.write("héllo"), s.write(" wörld\n"), s.seek(1), s.write("E"), s.getvalue(), s.truncate(4), s.getvalue(), s.seek(10), s.write("x"), repr(s.getvalue()))
print(repr(io.StringIO("a\r\nb\rc", newline=None).read()), io.StringIO("a\r\nb\rc", newline="").readlines(), io.StringIO("a\nb", newline="\r\n").getvalue().encode())
with io.StringIO() as t:
    print("to", "memory", file=t, sep="-", end="!")
    t.writelines(["x", "y"])
    text = t.getvalue()
print(text, t.closed, s.readable(), s.writable(), s.seekable(), s.isatty(), s.newlines, isinstance(s, io.TextIOBase), isinstance(s, io.IOBase))
b = io.BytesIO(b"abc\ndef")
print(b.read(2), b.readline(), b.readlines(), b.getvalue(), b.seek(-2, 2), b.read(), b.write(b"XY"), b.getvalue(), b.tell(), b.seek(1), b.readinto(bytearray(3)), b.truncate(2), b.getvalue())
with contextlib.redirect_stdout(io.StringIO()) as captured:
    print("hidden")
    sys.stdout.write("too")
print(repr(captured.getvalue()), isinstance(b, io.BufferedIOBase), io.SEEK_END, io.DEFAULT_BUFFER_SIZE)


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


class Lines(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, buffer):
        n = min(len(buffer), len(self.data))
        buffer[:n] = self.data[:n]
        self.data = self.data[n:]
        return n


u = Upper()
u.tag = 1
print("shout", file=u)
raw = Lines(b"one\ntwo\nthree")
print(u.getvalue(), u.tag, raw.readline(), raw.read(2), list(raw), raw.readall(), raw.closed, isinstance(raw, io.IOBase))
for call in [lambda: io.StringIO(5), lambda: s.write(5), lambda: b.write("x"), lambda: t.read(), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: s.fileno(), lambda: b.seek(-1),
             lambda: s.read("x"), lambda: s.truncate(-1), lambda: io.StringIO(newline="x"), lambda: io.IOBase().seek(0), lambda: s.detach(), lambda: io.BytesIO("x")]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)
