# zlib: round trips at every level, streams in pieces, formats, dictionaries, limits, CPython's data and errors.
import zlib

text = b'the quick brown fox jumps over the lazy dog, ' * 200
state = 12345
noise = bytearray()
for _ in range(70000):
    state = (state * 1103515245 + 12345) & 0x7fffffff
    noise.append(state >> 16 & 255)
noise = bytes(noise)
mixed = b''.join(noise[i:i + 50] + text[:i % 300] for i in range(0, 40000, 50))
samples = [b'', b'a', b'ab' * 2, text, noise, mixed, bytes(300000), bytes(range(256)) * 300]
for sample in samples:
    for level in range(-1, 10):
        assert zlib.decompress(zlib.compress(sample, level)) == sample, (len(sample), level)
    for wbits in (-15, -9, 9, 12, 15, 31):
        c = zlib.compressobj(6, wbits=wbits)
        packed = c.compress(sample[:1000]) + c.compress(sample[1000:]) + c.flush()
        assert zlib.decompress(packed, wbits) == sample, (len(sample), wbits)
    for strategy in (zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE, zlib.Z_FIXED):
        c = zlib.compressobj(strategy=strategy)
        assert zlib.decompress(c.compress(sample) + c.flush()) == sample
print(len(zlib.compress(text)) < len(text) // 20, len(zlib.compress(noise)) < len(noise) + 100)

# What zlib made itself: stored, fixed and dynamic blocks, and a gzip file with a name.
for data in ('78da4b4c4a06000 24d0127', '789c4b4c4a4e4c4a4e4c4a4e4c4a4e040022810511', '7801010300fcff616263024d0127',
             '789ccb48cdc9c95728cf2fca49518870e6e20200 2a3a0507'):
    data = bytes.fromhex(data.replace(' ', ''))
    try:
        print(zlib.decompress(data))
    except zlib.error as e:
        print(e)
gzip_data = bytes.fromhex('1f8b08080000000000036e616d65004b4c4a0600c241243503000000')
print(zlib.decompress(gzip_data, 31), zlib.decompress(gzip_data, 47))

# In pieces, with a limit, with something behind.
packed = zlib.compress(mixed) + b'tail'
d = zlib.decompressobj()
out = b''
for i in range(0, len(packed), 7):
    out += d.decompress(packed[i:i + 7])
print(out == mixed, d.eof, d.unused_data, d.unconsumed_tail)
d = zlib.decompressobj()
out, data, steps = b'', packed, 0
while not d.eof:
    piece = d.decompress(data, 1000)
    assert len(piece) <= 1000
    out += piece
    data = d.unconsumed_tail
    steps += 1
print(out == mixed, steps == -(-len(mixed) // 1000), d.unused_data)
d = zlib.decompressobj()
first = d.decompress(packed, 10)
twin = d.copy()
print(first + d.flush() == mixed, first + twin.flush() == mixed)

# Flushes and copies.
c = zlib.compressobj()
d = zlib.decompressobj()
for mode in (zlib.Z_SYNC_FLUSH, zlib.Z_FULL_FLUSH, zlib.Z_PARTIAL_FLUSH):
    print(d.decompress(c.compress(b'piece ') + c.flush(mode)))
other = c.copy()
print(d.copy().decompress(other.compress(b'one') + other.flush()), d.decompress(c.compress(b'two') + c.flush()), d.eof)

# A dictionary.
words = b'the quick brown fox'
for wbits in (15, -15):
    c = zlib.compressobj(wbits=wbits, zdict=words)
    packed = c.compress(b'the quick brown fox!') + c.flush()
    print(zlib.decompressobj(wbits=wbits, zdict=words).decompress(packed), len(packed) < 20)
for zdict in (b'', b'other'):
    try:
        c = zlib.compressobj(zdict=words)
        packed = c.compress(b'x') + c.flush()
        zlib.decompressobj(zdict=zdict).decompress(packed)
    except zlib.error as e:
        print(e)

print(zlib.crc32(b'hello'), zlib.crc32(b'lo', zlib.crc32(b'hel')), zlib.adler32(b'hello'), zlib.adler32(noise), zlib.crc32(b'', -1))
good = zlib.compress(b'abc')
for call in (lambda: zlib.decompress(b'bad'), lambda: zlib.decompress(b''), lambda: zlib.decompress(good[:-1]),
             lambda: zlib.decompress(good[:-1] + b'?'), lambda: zlib.decompress(good, -15), lambda: zlib.decompress(good, 31),
             lambda: zlib.decompress(b'\x78\x9c\x07'), lambda: zlib.compress(b'', 10), lambda: zlib.compress('text'),
             lambda: zlib.compressobj(10), lambda: zlib.decompressobj(wbits=99), lambda: zlib.compress(), lambda: zlib.decompress(good, 5),
             lambda: zlib.decompressobj().decompress(b'', -1), lambda: zlib.decompressobj().flush(0), lambda: zlib.compressobj().flush(9),
             lambda: zlib.decompress(good, bufsize=0), lambda: zlib.decompressobj().decompress(3), lambda: zlib.crc32('a'),
             lambda: zlib.decompressobj(zdict=3)):
    try:
        print(call())
    except (zlib.error, TypeError, ValueError) as e:
        print(type(e).__name__, e)
c = zlib.compressobj()
c.flush()
for call in (lambda: c.compress(b'more'), c.flush, c.copy):
    try:
        print(call())
    except (zlib.error, ValueError) as e:
        print(type(e).__name__, e)
