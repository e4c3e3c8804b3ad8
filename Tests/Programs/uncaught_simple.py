# The traceback of an uncaught exception raised through nested functions.
def parse(text):
    return int(text)

def total(items):
    result = 0
    for item in items:
        result += parse(item) * 2
    return result

print('start')
print(total(['1', '2']))
print(total(['1', 'two', '3']))
print('never')
