# An LRU cache with a doubly linked list by hand, against a dict-based one, on the same requests.
class Entry:
    __slots__ = ('key', 'value', 'prev', 'next')
    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = self

class LinkedCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.table = {}
        self.root = Entry()
        self.hits = self.misses = 0
    def _unlink(self, e):
        e.prev.next, e.next.prev = e.next, e.prev
    def _front(self, e):
        e.prev, e.next = self.root, self.root.next
        self.root.next.prev = e
        self.root.next = e
    def get(self, key, default=None):
        e = self.table.get(key)
        if e is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(e)
        self._front(e)
        return e.value
    def put(self, key, value):
        if key in self.table:
            e = self.table[key]
            e.value = value
            self._unlink(e)
        else:
            if len(self.table) >= self.capacity:
                last = self.root.prev
                self._unlink(last)
                del self.table[last.key]
            e = self.table[key] = Entry(key, value)
        self._front(e)
    def __iter__(self):
        e = self.root.next
        while e is not self.root:
            yield e.key
            e = e.next
    def __len__(self):
        return len(self.table)

class DictCache:
    def __init__(self, capacity):
        self.capacity, self.d, self.hits, self.misses = capacity, {}, 0, 0
    def get(self, key, default=None):
        if key not in self.d:
            self.misses += 1
            return default
        self.hits += 1
        self.d[key] = value = self.d.pop(key)
        return value
    def put(self, key, value):
        self.d.pop(key, None)
        if len(self.d) >= self.capacity:
            del self.d[next(iter(self.d))]
        self.d[key] = value
    def __iter__(self):
        return reversed(self.d)

def cached(capacity):
    def decorate(f):
        cache = LinkedCache(capacity)
        def wrapper(*args):
            missing = wrapper
            value = cache.get(args, missing)
            if value is missing:
                value = f(*args)
                cache.put(args, value)
            return value
        wrapper.cache = cache
        return wrapper
    return decorate

@cached(50)
def paths(r, c):
    return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)

a, b = LinkedCache(8), DictCache(8)
seed = 42
for step in range(2000):
    seed = (seed * 1103515245 + 12345) % 2**31
    key = (seed >> 8) % 14
    for cache in (a, b):
        if cache.get(key) is None:
            cache.put(key, key * key)
    if step % 500 == 0:
        print(list(a), list(b))
print(a.hits, a.misses, b.hits, b.misses, list(a) == list(b), len(a))
print(paths(20, 20), paths.cache.hits, paths.cache.misses, len(paths.cache))
print(paths(40, 40))
