"""The io module: streams of text and bytes.

Files, texts and bytes in memory are native (`_io`); here are the abstract classes that programs derive their own streams from.
What CPython's module has beyond that (wrappers around any stream) is not there, so importing such a name says so.
"""
import abc

from _io import (DEFAULT_BUFFER_SIZE, BlockingIOError, BufferedRandom, BufferedReader, BufferedWriter, BytesIO, FileIO, StringIO,
                 TextIOWrapper, UnsupportedOperation, open, open_code, text_encoding)

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "BytesIO", "StringIO", "BufferedIOBase", "BufferedReader",
           "BufferedWriter", "BufferedRandom", "FileIO", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
           "text_encoding"]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class IOBase(metaclass=abc.ABCMeta):
    """The abstract base of all streams: what a stream cannot do raises UnsupportedOperation."""

    __stream_closed = False

    def seek(self, offset, whence=SEEK_SET, /):
        raise UnsupportedOperation("seek")

    def tell(self):
        return self.seek(0, SEEK_CUR)

    def truncate(self, size=None, /):
        raise UnsupportedOperation("truncate")

    def flush(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        if not self.__stream_closed:
            try:
                self.flush()
            finally:
                self.__stream_closed = True

    def __del__(self):
        try:
            closed = self.closed
        except AttributeError:
            return
        if not closed:
            self.close()

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    @property
    def closed(self):
        return self.__stream_closed

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable." if msg is None else msg)

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable." if msg is None else msg)

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable." if msg is None else msg)

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def isatty(self):
        self._checkClosed()
        return False

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def readline(self, size=-1, /):
        limit = -1 if size is None else size
        peek = getattr(self, "peek", None)
        line = bytearray()
        while limit < 0 or len(line) < limit:
            wanted = 1
            if peek is not None:
                ahead = peek(1)
                if ahead:
                    wanted = ahead.find(b"\n") + 1 or len(ahead)
                    if limit >= 0:
                        wanted = min(wanted, limit - len(line))
            piece = self.read(wanted)
            if not piece:
                break
            if not isinstance(piece, bytes):
                raise OSError(f"read() should have returned a bytes object, not '{type(piece).__name__}'")
            line += piece
            if line.endswith(b"\n"):
                break
        return bytes(line)

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        if hint is None or hint <= 0:
            return list(self)
        total = 0
        lines = []
        for line in self:
            lines.append(line)
            total += len(line)
            if total >= hint:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Base of streams of bytes without a buffer: `readinto` and `write` are what a subclass defines."""

    def read(self, size=-1, /):
        if size < 0:
            return self.readall()
        buffer = bytearray(size)
        got = self.readinto(buffer)
        if got is None:
            return None
        return bytes(buffer[:got])

    def readall(self):
        pieces = []
        while piece := self.read(DEFAULT_BUFFER_SIZE):
            pieces.append(piece)
        if not pieces:
            return piece
        return b"".join(pieces)

    def readinto(self, buffer, /):
        raise NotImplementedError("readinto")

    def write(self, b, /):
        raise NotImplementedError("write")


class BufferedIOBase(IOBase):
    """Base of streams of bytes with a buffer."""

    def detach(self):
        raise UnsupportedOperation("detach")

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def read1(self, size=-1, /):
        raise UnsupportedOperation("read1")

    def readinto(self, buffer, /):
        return self.__fill(buffer, self.read)

    def readinto1(self, buffer, /):
        return self.__fill(buffer, self.read1)

    def __fill(self, buffer, read):
        piece = read(len(buffer))
        buffer[:len(piece)] = piece
        return len(piece)

    def write(self, b, /):
        raise UnsupportedOperation("write")


class TextIOBase(IOBase):
    """Base of streams of text."""

    encoding = None
    newlines = None
    errors = None

    def detach(self):
        raise UnsupportedOperation("detach")

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def readline(self, size=-1, /):
        raise UnsupportedOperation("readline")

    def write(self, s, /):
        raise UnsupportedOperation("write")


RawIOBase.register(FileIO)
for _class in (BytesIO, BufferedReader, BufferedWriter, BufferedRandom):
    BufferedIOBase.register(_class)
for _class in (StringIO, TextIOWrapper):
    TextIOBase.register(_class)
del _class
