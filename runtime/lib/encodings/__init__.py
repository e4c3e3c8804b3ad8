"""Names of encodings. The encodings themselves are in the runtime (`codecs.lookup`)."""


class CodecRegistryError(LookupError, SystemError):
    pass


def normalize_encoding(encoding):
    """The name with everything but letters, digits and dots as single underscores."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    chars = []
    pending = False
    for c in encoding:
        if c.isalnum() or c == ".":
            if pending and chars:
                chars.append("_")
            if c.isascii():
                chars.append(c)
            pending = False
        else:
            pending = True
    return "".join(chars)
