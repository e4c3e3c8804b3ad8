# Modulo and floor division of floats with every sign, and near zero.
for a in (5.5, -5.5, 0.0, -0.0, 1e-17):
    for b in (2.0, -2.0, 0.3, -0.3):
        print(a % b, a // b, divmod(a, b), end=' ')
    print()
print(-1e-20 % 1.0, 1e300 % 7, 6.0 % 0.1, 1.0 // 0.1, float.__mod__(7.0, -3))
