"""Codecs by name: lookup, one-shot and incremental coding, streams.

The encodings of text are those of `str.encode` and `bytes.decode`; beside them stand the transforms `rot_13` (text to text) and `hex`,
`base64` (bytes to bytes). Another encoding, or an error handler of the program, raises LookupError or NotImplementedError.
"""
import sys

from encodings import normalize_encoding

__all__ = ["register", "lookup", "open", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16",
           "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder",
           "IncrementalDecoder", "StreamReader", "StreamWriter", "StreamReaderWriter", "getencoder", "getdecoder",
           "getincrementalencoder", "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
           "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors", "lookup_error"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE if sys.byteorder == "little" else BOM_UTF16_BE
BOM_UTF32 = BOM_UTF32_LE if sys.byteorder == "little" else BOM_UTF32_BE
BOM32_LE = BOM_UTF16_LE
BOM32_BE = BOM_UTF16_BE
BOM64_LE = BOM_UTF32_LE
BOM64_BE = BOM_UTF32_BE


class CodecInfo(tuple):
    """What `lookup` finds: a tuple (encode, decode, reader, writer) with attributes."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None,
                *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        self._is_text_encoding = True if _is_text_encoding is None else _is_text_encoding
        return self

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object for encoding {self.name} at {id(self):#x}>"

    def __getnewargs__(self):
        return tuple(self)


class Codec:
    """The interface of stateless coders."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return (b"", 0)

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps what is not a whole character yet. `_buffer_decode` gives (text, bytes used)."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return (self.buffer, 0)

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader(Codec):
    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self._text = None

    def _load(self):
        if self._text is None:
            self._text, _ = self.decode(self.stream.read(), self.errors)

    def read(self, size=-1, chars=-1, firstline=False):
        self._load()
        count = chars if chars >= 0 else size
        if count < 0:
            result, self._text = self._text, ""
        else:
            result, self._text = self._text[:count], self._text[count:]
        return result

    def readline(self, size=None, keepends=True):
        self._load()
        lines = self._text.splitlines(True)
        if not lines:
            return ""
        line = lines[0]
        self._text = self._text[len(line):]
        return line if keepends else line.splitlines(False)[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._text = None

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReaderWriter:
    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


def _incomplete(data, name):
    """How many bytes at the end are the beginning of a character."""
    if name in ("utf-8", "utf-8-sig"):
        for back in range(1, min(3, len(data)) + 1):
            byte = data[-back]
            if byte & 0xC0 == 0x80:
                continue
            needed = 2 if byte >> 5 == 6 else 3 if byte >> 4 == 14 else 4 if byte >> 3 == 30 else 1
            return back if needed > back else 0
        return 0
    if name.startswith("utf-16"):
        return len(data) % 2
    if name.startswith("utf-32"):
        return len(data) % 4
    return 0


def _text_codec(name):
    def encode(input, errors="strict"):
        return input.encode(name, errors), len(input)

    def decode(input, errors="strict"):
        return bytes(input).decode(name, errors), len(input)

    class Encoder(IncrementalEncoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self._first = True

        def encode(self, input, final=False):
            # Only the first piece begins with a mark of the byte order.
            which = name
            if not self._first:
                which = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(name, name)
            if input:
                self._first = False
            return input.encode(which, self.errors)

        def reset(self):
            self._first = True

    class Decoder(BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self._which = None

        def _buffer_decode(self, input, errors, final):
            if self._which is None:
                self._which = name
                if name in ("utf-16", "utf-32", "utf-8-sig"):
                    width = {"utf-16": 2, "utf-32": 4, "utf-8-sig": 3}[name]
                    if len(input) < width and not final:
                        self._which = None
                        return "", 0
                    text, _ = self._part(input, errors, final, name)
                    used = len(input) if final else len(input) - _incomplete(input, name)
                    big = input[:width] in (BOM_UTF16_BE, BOM_UTF32_BE)
                    self._which = "utf-8" if name == "utf-8-sig" else name + ("-be" if big else "-le")
                    return text, used
            return self._part(input, errors, final, self._which)

        def _part(self, input, errors, final, which):
            used = len(input) if final else len(input) - _incomplete(input, which)
            return bytes(input[:used]).decode(which, errors), used

        def reset(self):
            super().reset()
            self._which = None

    class Writer(StreamWriter):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

    class Reader(StreamReader):
        def decode(self, input, errors="strict"):
            return decode(input, errors)

    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name)


def _rot_13(input, errors="strict"):
    table = {}
    for base in (65, 97):
        for i in range(26):
            table[base + i] = base + (i + 13) % 26
    return input.translate(table), len(input)


def _transform(name):
    if name == "rot13":
        encode = decode = _rot_13
    elif name == "hex":
        def encode(input, errors="strict"):
            return bytes(input).hex().encode("ascii"), len(input)

        def decode(input, errors="strict"):
            return bytes.fromhex(bytes(input).decode("ascii")), len(input)
    else:
        def encode(input, errors="strict"):
            import base64
            return base64.encodebytes(input), len(input)

        def decode(input, errors="strict"):
            import base64
            return base64.decodebytes(input), len(input)
    return CodecInfo(encode, decode, name=name, _is_text_encoding=False)


_names = {"utf_8": "utf-8", "utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "cp65001": "utf-8", "utf_8_sig": "utf-8-sig",
          "ascii": "ascii", "us_ascii": "ascii", "646": "ascii", "latin_1": "iso8859-1", "latin1": "iso8859-1", "latin": "iso8859-1",
          "l1": "iso8859-1", "iso_8859_1": "iso8859-1", "iso8859_1": "iso8859-1", "8859": "iso8859-1", "cp819": "iso8859-1",
          "utf_16": "utf-16", "utf16": "utf-16", "u16": "utf-16", "utf_16_le": "utf-16-le", "utf_16le": "utf-16-le",
          "utf_16_be": "utf-16-be", "utf_16be": "utf-16-be", "utf_32": "utf-32", "utf32": "utf-32", "u32": "utf-32",
          "utf_32_le": "utf-32-le", "utf_32le": "utf-32-le", "utf_32_be": "utf-32-be", "utf_32be": "utf-32-be"}
_transforms = {"rot13": "rot13", "rot_13": "rot13", "hex": "hex", "hex_codec": "hex", "base64": "base64", "base_64": "base64",
               "base64_codec": "base64"}
_known = {}
_searchers = []


def register(search_function, /):
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searchers.append(search_function)


def unregister(search_function, /):
    if search_function in _searchers:
        _searchers.remove(search_function)
        _known.clear()


def lookup(encoding, /):
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    name = normalize_encoding(encoding).lower()
    info = _known.get(name)
    if info is not None:
        return info
    if name in _names:
        info = _text_codec(_names[name])
    elif name in _transforms:
        info = _transform(_transforms[name])
    else:
        for search in _searchers:
            info = search(name)
            if info is not None:
                break
        else:
            # The runtime knows more encodings than those with a rule of their own here: it says so itself.
            "a".encode(encoding)
            info = _text_codec(name.replace("_", "-"))
    _known[name] = info
    return info


def encode(obj, encoding="utf-8", errors="strict"):
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    return lookup(encoding).decode(obj, errors)[0]


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = encoder.encode(input)
        if output:
            yield output
    output = encoder.encode("", True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = decoder.decode(input)
        if output:
            yield output
    output = decoder.decode(b"", True)
    if output:
        yield output


_open = open


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is not None and "b" not in mode:
        mode = mode + "b"
    file = _open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        srw = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        srw.encoding = encoding
        return srw
    except:
        file.close()
        raise


def strict_errors(exception):
    if isinstance(exception, BaseException):
        raise exception
    raise TypeError("codec must pass exception instance")


def ignore_errors(exception):
    if isinstance(exception, UnicodeError):
        return "", exception.end
    raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")


def replace_errors(exception):
    if isinstance(exception, UnicodeEncodeError):
        return "?" * (exception.end - exception.start), exception.end
    if isinstance(exception, UnicodeDecodeError):
        return "\ufffd", exception.end
    if isinstance(exception, UnicodeTranslateError):
        return "\ufffd" * (exception.end - exception.start), exception.end
    raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")


def xmlcharrefreplace_errors(exception):
    if isinstance(exception, UnicodeEncodeError):
        text = exception.object[exception.start:exception.end]
        return "".join(f"&#{ord(c)};" for c in text), exception.end
    raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")


def backslashreplace_errors(exception):
    if isinstance(exception, UnicodeDecodeError):
        data = exception.object[exception.start:exception.end]
        return "".join(f"\\x{b:02x}" for b in data), exception.end
    if isinstance(exception, UnicodeError):
        text = exception.object[exception.start:exception.end]
        return text.encode("ascii", "backslashreplace").decode("ascii"), exception.end
    raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")


_handlers = {"strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors,
             "xmlcharrefreplace": xmlcharrefreplace_errors, "backslashreplace": backslashreplace_errors}


def lookup_error(name, /):
    try:
        return _handlers[name]
    except KeyError:
        raise LookupError(f"unknown error handler name '{name}'") from None


def register_error(errors, handler, /):
    raise NotImplementedError("PA0209: codecs.register_error is not supported: str.encode knows only the handlers of CPython")
