# Missing modules and names; a module that raises; conditional and guarded imports.
try:
    import no_such_module_here
except ModuleNotFoundError as e:
    print(type(e).__name__, e, e.name)
try:
    import pkg.nothing
except ImportError as e:
    print(type(e).__name__, e)
try:
    from pkg import nobody
except ImportError as e:
    print(type(e).__name__, str(e).split(' (')[0])
try:
    import pkg.raises
except ValueError as e:
    print('from the module:', e)
try:
    import pkg.raises
except ValueError as e:
    print('raised again:', e)
try:
    from no_such_module_here import fast as work
except ImportError:
    from pkg.slow import work
print(work(4))
def lazily(flag):
    if flag:
        import pkg.lazy as m
        return m.VALUE
    return None
print(lazily(False))
print(lazily(True), lazily(True))
try:
    import pkg.slow.deeper
except ModuleNotFoundError as e:
    print(e)
