# Buffers and text over streams that are no files: BytesIO, raw streams and subclasses in Python, gzip files.
import io, gzip, os, tempfile
b = io.BytesIO(b'a\xc3\xa9\r\nx\ny')
t = io.TextIOWrapper(b, 'utf-8')
print(t.read(2), t.readline(), list(t), t.buffer is b, t.encoding, t.readable(), t.writable(), t.seekable())
o = io.BytesIO()
w = io.TextIOWrapper(o, encoding='latin-1', newline='\r\n', write_through=True)
w.write('\xe9\n'); w.flush(); print(o.getvalue())
print(w.detach() is o)
w2 = io.TextIOWrapper(o, encoding='ascii')
try: w2.write('\xe9')
except UnicodeEncodeError as e: print(e)
w2.close(); print(o.closed, w2.closed)
class Raw(io.RawIOBase):
    def __init__(self, data): self.data=data; self.pos=0
    def readable(self): return True
    def readinto(self, b):
        n = min(3, len(b), len(self.data)-self.pos)
        b[:n] = self.data[self.pos:self.pos+n]; self.pos += n
        return n
r = io.BufferedReader(Raw(b'hello\nworld\n'))
print(r.readline(), r.peek(1)[:1], r.read(2), r.read1(2), r.read(), r.closed)
r.close(); print(r.closed, r.raw.closed)
class Sub(io.BufferedReader):
    def __init__(self, n): super().__init__(Raw(b'x'*n)); self.n = n
s = Sub(5); print(s.read(), s.n, isinstance(s, io.BufferedReader))
class W(io.RawIOBase):
    def writable(self): return True
    def write(self, b): print('raw', bytes(b)); return len(b)
bw = io.BufferedWriter(W()); bw.write(b'abc'); bw.write(b'def'); bw.flush(); bw.close()
try: io.BufferedReader(W())
except OSError as e: print(type(e), e)
p = tempfile.mkdtemp() + '/a.gz'
with gzip.open(p, 'wt') as f: f.write('hello\nworld\n'*1000)
with gzip.open(p, 'rt') as f: print(f.readline(), len(f.read()))
with gzip.open(p) as f: print(f.read(5), f.seek(6), f.read(3), f.tell(), f.seek(2), f.read(3), f.peek(2)[:2])
print(gzip.decompress(gzip.compress(b'abc'*100)) == b'abc'*100)
try: gzip.decompress(b'nope')
except gzip.BadGzipFile as e: print(e)
try: gzip.open(p, 'xb')
except FileExistsError as e: print('exists')
print(repr(io.TextIOWrapper(io.BytesIO())), io.BufferedReader(Raw(b'x')).__class__)
with open(p + '.txt', 'w', newline='\r\n', encoding='latin-1') as f: f.write('\xe9\nb\n')
print(open(p + '.txt', 'rb').read())
