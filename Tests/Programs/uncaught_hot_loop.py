# An exception deep inside inlined small functions of a hot loop keeps every frame and caret.
class Item:
    def __init__(self, weight, count):
        self.weight, self.count = weight, count
    def each(self):
        return self.weight / self.count

def share(item, total):
    return item.each() / total * 100

def report(items):
    total = sum(i.weight for i in items)
    out = []
    for n, item in enumerate(items):
        out.append(round(share(item, total), 2) if n >= 0 else None)
    return out

items = [Item(n + 1, n % 7 + 1) for n in range(200)]
print(sum(report(items)))
items[150].count = 0
print(report(items))
