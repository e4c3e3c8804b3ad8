# Recursions whose results overflow in some branches only, in the middle, or come back into range.
def up_and_down(n):
    if n == 0:
        return 1
    return up_and_down(n - 1) * 1000 if n <= 8 else up_and_down(n - 1) - 10**24 + 5

def alternating(n):
    return 2**62 if n == 0 else -alternating(n - 1) * (2 if n % 3 == 0 else 1)

def sums(n):
    if n < 2:
        return 2**60
    return sums(n - 1) + sums(n - 2) - (2**62 if n > 5 else 0)

def used_in_branch(n):
    if n == 0:
        return 2**61
    x = used_in_branch(n - 1) * 2
    return x if x < 2**66 else x % 1000

def in_list(n):
    return [2**63 - 1] if n == 0 else [v + n for v in in_list(n - 1)]

def as_argument(n, acc):
    return acc if n == 0 else as_argument(n - 1, acc * 3 + n)

calls = 0
def counted(n):
    global calls
    calls += 1
    return 2**62 if n < 2 else counted(n - 1) + counted(n - 2)

def product(values, i=0):
    return 1 if i == len(values) else values[i] * product(values, i + 1)

print([up_and_down(n) for n in (0, 6, 7, 8, 9, 10)])
print([alternating(n) for n in range(8)])
print([sums(n) for n in range(12)])
print([used_in_branch(n) for n in range(10)])
print(in_list(3), as_argument(50, 1), as_argument(3, -2**63))
print(counted(12), calls)
print(product([2**20] * 4), product([2**32, 2**32, 0]), product([1.5, 2**70]), product([-1, 2**63]), product(['ab', 3][::-1]))
