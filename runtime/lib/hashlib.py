"""Hash functions: native ones (`_md5`, `_sha1`, `_sha2`, `_sha3`, `_blake2`) by name, and what is built on them."""
from _blake2 import blake2b, blake2s
from _md5 import md5
from _sha1 import sha1
from _sha2 import sha224, sha256, sha384, sha512
from _sha3 import sha3_224, sha3_256, sha3_384, sha3_512, shake_128, shake_256

_constructors = {"md5": md5, "sha1": sha1, "sha224": sha224, "sha256": sha256, "sha384": sha384, "sha512": sha512,
                 "blake2b": blake2b, "blake2s": blake2s, "sha3_224": sha3_224, "sha3_256": sha3_256, "sha3_384": sha3_384,
                 "sha3_512": sha3_512, "shake_128": shake_128, "shake_256": shake_256,
                 "MD5": md5, "SHA1": sha1, "SHA224": sha224, "SHA256": sha256, "SHA384": sha384, "SHA512": sha512}

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384",
                         "sha3_512", "shake_128", "shake_256"}
algorithms_available = set(algorithms_guaranteed)

__all__ = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
           "shake_128", "shake_256", "new", "algorithms_guaranteed", "algorithms_available", "file_digest", "pbkdf2_hmac")


def new(name, data=b"", **kwargs):
    """A hash object of the named algorithm that has taken `data`."""
    constructor = _constructors.get(name)
    if constructor is None:
        raise ValueError("unsupported hash type " + name)
    return constructor(data, **kwargs)


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    """The hash object of what a binary file holds from its position on."""
    digestobj = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        digestobj.update(fileobj.read())
        return digestobj
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    while piece := fileobj.read(_bufsize):
        digestobj.update(piece)
    return digestobj


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key derived from a password by PKCS #5 2.0."""
    inner = new(hash_name)
    outer = new(hash_name)
    password = bytes(password)
    block = inner.block_size
    if len(password) > block:
        password = new(hash_name, password).digest()
    password = password + b"\x00" * (block - len(password))
    inner.update(bytes(b ^ 0x36 for b in password))
    outer.update(bytes(b ^ 0x5C for b in password))

    def prf(message):
        first = inner.copy()
        second = outer.copy()
        first.update(message)
        second.update(first.digest())
        return second.digest()

    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if dklen is None:
        dklen = outer.digest_size
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    key = b""
    number = 1
    while len(key) < dklen:
        last = prf(bytes(salt) + number.to_bytes(4, "big"))
        total = int.from_bytes(last, "big")
        for _ in range(iterations - 1):
            last = prf(last)
            total ^= int.from_bytes(last, "big")
        number += 1
        key += total.to_bytes(inner.digest_size, "big")
    return key[:dklen]
