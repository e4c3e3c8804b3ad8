# A traceback through a generator, yield from and a sum.
def numbers():
    yield 1
    yield 2
    yield int('three')
def doubled():
    yield from (2 * n for n in numbers())
print(sum(doubled()))
