"""Names of `importlib.machinery` that other modules read: suffixes of files, and module specifications as plain data."""
SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
DEBUG_BYTECODE_SUFFIXES = ['.pyc']
OPTIMIZED_BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = ['.cpython-313-x86_64-linux-gnu.so', '.abi3.so', '.so']


def all_suffixes():
    """Every suffix that a module's file may have."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """What is known of a module before it is loaded; nothing here loads it."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin, self.loader_state = name, loader, origin, loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    def __repr__(self):
        parts = ['name=%r' % (self.name,), 'loader=%r' % (self.loader,)]
        if self.origin is not None:
            parts.append('origin=%r' % (self.origin,))
        if self.submodule_search_locations is not None:
            parts.append('submodule_search_locations=%r' % (self.submodule_search_locations,))
        return 'ModuleSpec(%s)' % ', '.join(parts)

    def __eq__(self, other):
        if not isinstance(other, ModuleSpec):
            return NotImplemented
        return self.name == other.name and self.loader == other.loader and self.origin == other.origin and (
            self.submodule_search_locations == other.submodule_search_locations) and self.cached == other.cached and (
            self.has_location == other.has_location)

    @property
    def cached(self):
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def parent(self):
        return self.name.rpartition('.')[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)


class _Loader:
    """A class of CPython's loaders, for `isinstance`: no module of a program has one."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError('PA0209: importlib.machinery.%s: modules cannot be loaded at run time' % type(self).__name__)


class BuiltinImporter(_Loader):
    pass


class FrozenImporter(_Loader):
    pass


class PathFinder(_Loader):
    pass


class FileFinder(_Loader):
    pass


class SourceFileLoader(_Loader):
    pass


class SourcelessFileLoader(_Loader):
    pass


class ExtensionFileLoader(_Loader):
    pass


class NamespaceLoader(_Loader):
    pass


class AppleFrameworkLoader(ExtensionFileLoader):
    pass


class WindowsRegistryFinder(_Loader):
    pass
