# Generators driven by hand: send, throw, close, delegation, what their frames own. Part 6.
def g():
    try:
        x = yield 1
        print('got', x)
        y = yield 2
        print('got', y)
        return 'done'
    except ValueError as e:
        print('caught', e); yield 'after'
    finally: print('fin')
def try_all():
    for i in range(3):
        try: yield i
        except Exception as e: yield 'e'; continue
        else: yield 'else'
        finally: yield 'f'
print(list(try_all()))
print([*(x for x in range(3)), *g()])
def lambda_gen(): return (lambda: (yield))()
l = lambda_gen(); print(next(l), type(l).__name__)
it = iter([])
print(iter(it) is it, hasattr(it, '__next__'), hasattr(it, '__len__'))
def recursive_close():
    try: yield from ignore2()
    finally: print('rc')
def ignore2():
    try: yield 1
    except GeneratorExit: print('ge'); raise
r = recursive_close(); next(r); r.close()
