# Generators consumed by the loop that made them: early break, finally, captured state, exceptions both ways.
def numbers(n, log):
    log.append('start')
    try:
        for i in range(n):
            yield i
            log.append(f'resumed {i}')
    finally:
        log.append('finally')
def run(stop):
    log = []
    total = 0
    for x in numbers(4, log):
        if x == stop:
            break
        total += x
    else:
        log.append('else')
    return total, log
print(run(2), run(9))
def raising():
    log = []
    try:
        for x in numbers(3, log):
            if x == 1:
                raise ValueError('body')
    except ValueError as e:
        log.append(str(e))
    return log
print(raising())
def returning():
    log = []
    def inner():
        for x in numbers(3, log):
            if x == 1:
                return x
    r = inner()
    return r, log
print(returning())
def shared():
    state = {'n': 0}
    def gen():
        while state['n'] < 5:
            yield state['n']
            state['n'] += 1
    out = []
    for v in gen():
        out.append(v)
        state['n'] += 1
    return out, state
print(shared())
def two_at_once(n):
    return [(a, b) for a in numbers(n, []) for b in numbers(a, [])]
print(two_at_once(4), sum(x * y for x, y in zip(numbers(4, []), numbers(9, []))))
def overflow():
    def doubling():
        x = 2**60
        while True:
            yield x
            x *= 2
    out = []
    for v in doubling():
        out.append(v)
        if v > 2**66:
            break
    return out
print(overflow())
def source_fails():
    def gen():
        yield 1
        raise KeyError('from generator')
    got = []
    try:
        for v in gen():
            got.append(v)
    except KeyError as e:
        got.append(e.args)
    return got
print(source_fails())
