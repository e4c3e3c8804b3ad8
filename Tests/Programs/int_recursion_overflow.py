# Pure recursive functions whose results leave 64 bits on the way up.
def fact(n):
    if n < 2:
        return 1
    return n * fact(n - 1)

def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

def power(b, e):
    if e == 0:
        return 1
    half = power(b, e // 2)
    return half * half * (b if e % 2 else 1)

def grow(n):
    return 2**61 if n == 0 else grow(n - 1) + grow(n - 1)

print([fact(k) for k in range(18, 28)])
print(fib(20))
print(power(3, 100), power(-7, 41))
print([grow(k) for k in range(6)])
