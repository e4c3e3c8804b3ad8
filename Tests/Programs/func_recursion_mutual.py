# Recursion and mutual recursion.
def is_even(n):
    return True if n == 0 else is_odd(n - 1)

def is_odd(n):
    return False if n == 0 else is_even(n - 1)

def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))

def hanoi(n, a, b, c, moves):
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append(a + c)
        hanoi(n - 1, b, a, c, moves)
    return moves

def collatz(n):
    return 1 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)

def flatten(x):
    return [y for e in x for y in flatten(e)] if isinstance(x, list) else [x]

print(is_even(100), is_odd(7), is_even(51))
print(ackermann(2, 3))
print(' '.join(hanoi(3, 'A', 'B', 'C', [])))
print([collatz(n) for n in range(1, 12)])
print(flatten([1, [2, [3, [4, []]], 5], [[6]]]))
