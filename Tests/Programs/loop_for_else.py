# for and while with else, break, continue and nested loops.
def first_factor(n):
    for d in range(2, n):
        if n % d == 0:
            result = d
            break
    else:
        result = None
    return result

print([(n, first_factor(n)) for n in range(2, 14)])
n = 5
while n:
    n -= 1
    if n == 2:
        continue
    print(n, end=' ')
else:
    print('while else')
while True:
    break
else:
    print('never')
for _ in []:
    print('never')
else:
    print('empty for else')
out = []
for i in range(4):
    for j in range(4):
        if j == i:
            break
        if (i + j) % 2:
            continue
        out.append((i, j))
    else:
        out.append('no break')
print(out)
for i in range(3):
    pass
print(i)
for x in 1, 'a', None:
    print(x, end=';')
print()
