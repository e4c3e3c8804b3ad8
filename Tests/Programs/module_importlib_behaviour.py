import importlib
m = importlib.import_module('json')
print(m.dumps([1]), importlib.import_module('os.path').join('a', 'b'))
import collections
print(importlib.import_module('.abc', 'collections').__name__)
for a in (('.x',), ('..x', 'a'), ('nothing_here',)):
    try: importlib.import_module(*a)
    except Exception as e: print(type(e).__name__, e)
