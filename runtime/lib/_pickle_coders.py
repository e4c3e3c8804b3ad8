"""The coders of `_pickle`: those that pickle.py has in Python, with the exceptions of CPython's C code.

Imported when `pickle` has defined them, at its end.
"""
import pickle as _python
from io import BytesIO as _BytesIO
from pickle import PickleError, PicklingError, UnpicklingError


class Pickler(_python._Pickler):
    """This takes a binary file for writing a pickle data stream."""

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        super().__init__(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback)


class Unpickler(_python._Unpickler):
    """This takes a binary file for reading a pickle data stream."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
        super().__init__(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)
        self._file_read_some = self._file_read

        def read_all(size):
            data = self._file_read_some(size)
            if len(data) < size:
                raise UnpicklingError("pickle data was truncated")
            return data

        self._file_read = read_all

    def load(self):
        """Load a pickle: the object that it describes."""
        self._unframer = _python._Unframer(self._file_read, self._file_readline)
        self.read = read = self._unframer.read
        self.readinto = self._unframer.readinto
        self.readline = self._unframer.readline
        self.metastack = []
        self.stack = []
        self.append = self.stack.append
        self.proto = 0
        dispatch = self.dispatch
        try:
            while True:
                key = read(1) if self._unframer.current_frame else self._file_read_some(1)
                if not key:
                    raise EOFError("Ran out of input")
                code = key[0]
                if code not in dispatch:
                    raise UnpicklingError(f"invalid load key, '{chr(code) if 32 <= code < 127 else f'\\x{code:02x}'}'.")
                dispatch[code](self)
        except _python._Stop as stop:
            return stop.value
        except IndexError:
            raise UnpicklingError("unexpected MARK found" if self.metastack else "unpickling stack underflow") from None


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write a pickled representation of obj to the open file object file."""
    Pickler(file, protocol, fix_imports, buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Return the pickled representation of the object as a bytes object."""
    return _python._dumps(obj, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    """Read and return an object from the pickle data stored in a file."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    """Read and return an object from the given pickle data."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(_BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()
