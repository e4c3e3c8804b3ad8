# A traceback out of a key function called by sorted.
def key(item):
    return item['rank']
rows = [{'rank': 2}, {'rank': 1}]
print([r['rank'] for r in sorted(rows, key=key)])
rows.append({'name': 'x'})
sorted(rows, key=key)
