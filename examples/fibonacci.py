# Fibonacci numbers by naive recursion, and by a loop far beyond 64 bits.
#
#   pyaot examples/fibonacci.py


def fib(n: int) -> int:
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def fib_loop(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


for n in (10, 20, 32):
    print(f"fib({n}) = {fib(n)}")
for n in (92, 93, 94, 300):
    print(f"fib_loop({n}) = {fib_loop(n)}")
