# Nested data: dicts of lists of dicts, grouping, updating in place, aliasing.
orders = [
    {'id': 1, 'who': 'ann', 'items': [('pen', 2, 1.5), ('ink', 1, 7.25)]},
    {'id': 2, 'who': 'bob', 'items': []},
    {'id': 3, 'who': 'ann', 'items': [('pad', 4, 2.0)]},
]
by_person = {}
for order in orders:
    by_person.setdefault(order['who'], []).append(order['id'])
print(by_person)
totals = {o['id']: sum(n * p for _, n, p in o['items']) for o in orders}
print(totals, max(totals, key=totals.get))
index = {}
for o in orders:
    for name, *_ in o['items']:
        index[name] = index.get(name, 0) + 1
print(index)
orders[1]['items'].append(('cap', 1, 3.0))
orders[1]['meta'] = {'tags': {'x', }, 'path': ['a', {'b': None}]}
print(orders[1])
orders[1]['meta']['path'][1]['b'] = orders[0]['items'][0]
print(orders[1]['meta']['path'][1]['b'][0], orders[1]['meta']['path'][-1])
matrix = {(r, c): r * c for r in range(3) for c in range(3)}
print(matrix[2, 2], sum(matrix.values()), [matrix[i, i] for i in range(3)])
tree = lambda: {'children': [], 'value': 0}
root = tree()
node = root
for i in range(3):
    child = tree()
    child['value'] = i
    node['children'].append(child)
    node = child
print(root)
