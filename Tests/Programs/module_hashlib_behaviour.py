"""hashlib, hmac, binascii, base64: known values, objects, messages."""
import base64
import binascii
import hashlib
import hmac

for name in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(name, b"abc")
    size = (10,) if name.startswith("shake") else ()
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest(*size))
h = hashlib.sha256()
h.update(b"a")
other = h.copy()
h.update(bytearray(b"bc"))
print(h.hexdigest() == hashlib.sha256(b"abc").hexdigest(), other.digest() == hashlib.sha256(b"a").digest(), hashlib.md5(b"").hexdigest(), hashlib.md5(usedforsecurity=False).digest_size)
print(hashlib.blake2b(b"x", digest_size=8, key=b"k", salt=b"s", person=b"p").hexdigest(), hashlib.blake2s(b"x", digest_size=5).hexdigest())
print(hmac.new(b"key", b"message", "sha256").hexdigest(), hmac.compare_digest("a", "a"), hashlib.pbkdf2_hmac("sha1", b"password", b"salt", 2).hex())
print(binascii.hexlify(b"\x00\xffa"), binascii.unhexlify("00Ff"), binascii.hexlify(b"abcd", "-", 2), binascii.crc32(b"hello"), binascii.crc32(b"lo", binascii.crc32(b"hel")), binascii.crc_hqx(b"abc", 0))
print(base64.b64encode(b"any carnal pleas"), base64.b64decode("YW55\nIGNhcm5hbCBwbGVhcw=="), base64.urlsafe_b64encode(b"\xff\xfe\xfd"), base64.b32encode(b"hello"), base64.b16encode(b"\xab"), base64.b85encode(b"hello"), base64.a85encode(b"hello"))
print(binascii.b2a_uu(b"hello world"), binascii.a2b_uu(b"+:&5L;&\\@=V]R;&0 \n"), binascii.a2b_qp(b"a=3Db=\nc"))
for call in [lambda: hashlib.md5("text"), lambda: hashlib.new("nope"), lambda: hashlib.md5(5), lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: base64.b64decode("abc"),
             lambda: base64.b64decode("a"), lambda: binascii.a2b_base64("é"), lambda: hashlib.blake2b(digest_size=99), lambda: base64.b64decode("ab$=", validate=True)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
