"""`importlib` for programs whose modules were compiled with them: they are imported by name, never found by searching.

Invariant: `import_module` gives what the statement gives, also for packages and relative names; what would look for files or run a
module a second time raises with a code.
"""
import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

__import__ = __import__


def invalidate_caches():
    """Nothing is cached: the modules of a program do not change."""


def import_module(name, package=None):
    level = len(name) - len(name.lstrip('.'))
    if level:
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for %r" % (name,))
        parts = package.rsplit('.', level - 1)
        if len(parts) < level:
            raise ImportError('attempted relative import beyond top-level package')
        name = parts[0] + '.' + name[level:] if name[level:] else parts[0]
    __import__(name)
    return sys.modules[name]


def reload(module):
    raise NotImplementedError('PA0209: importlib.reload is not supported: the body of a module runs once')
