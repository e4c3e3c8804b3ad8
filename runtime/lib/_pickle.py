"""What CPython has as the accelerator of `pickle`. That asks at its beginning for PickleBuffer, and for the rest when it is ready."""


class PickleBuffer:
    """A buffer that protocol 5 may send out of band."""

    __slots__ = ("_view", "__weakref__")

    def __init__(self, object, /):
        self._view = memoryview(object)

    def __buffer__(self, flags):
        return self.raw()

    def raw(self):
        """A memoryview of the raw memory underlying this buffer."""
        if self._view is None:
            raise ValueError("operation forbidden on released PickleBuffer object")
        if not self._view.contiguous:
            raise BufferError("cannot extract raw buffer from non-contiguous buffer")
        return self._view.cast("B") if self._view.ndim else self._view

    def release(self):
        """Release the underlying buffer exposed by the PickleBuffer object."""
        if self._view is not None:
            self._view.release()
        self._view = None


def __getattr__(name):
    import _pickle_coders
    return getattr(_pickle_coders, name)
