# Annotated functions of the canary; main.py calls them with what the annotations do not say.


def mean(values: list[int]) -> float:
    total: int = 0
    for value in values:
        total += value
    return total / len(values)


def scale(value: int, factor: int = 2) -> int:
    return value * factor


def join(a: str, b: str) -> str:
    return a + b


def count_up(start: int, steps: int) -> list[int]:
    seen = []
    i = start
    while i < start + steps:
        seen.append(i)
        i += 1
    return seen


def triangle(n: int) -> int:
    return n << 60 if n < 2 else triangle(n - 1) + (n << 60)


def product(n: int) -> int:
    if n == 0:
        return 1
    return n * product(n - 1)


def tribonacci(n: int) -> int:
    if n < 3:
        return 2**60 * n
    return tribonacci(n - 1) + tribonacci(n - 2) + tribonacci(n - 3)


def doubling(n: int) -> int:
    return 1 if n == 0 else doubling(n - 1) + doubling(n - 1) if n < 12 else 2 * doubling(n - 1)


def collatz_peak(n: int) -> int:
    peak = n
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        peak = max(peak, n)
    return peak


def hash_text(text: str) -> int:
    h = 5381
    for c in text:
        h = h * 33 ^ ord(c)
    return h
