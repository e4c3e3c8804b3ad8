# math's functions of ints: any count, signs and wrong types.
import math


def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(math.gcd(), math.gcd(12), math.gcd(12, -18), math.gcd(0, 0), math.gcd(2 ** 80, 6 ** 40), math.lcm(), math.lcm(4, 6), math.lcm(0, 5), math.lcm(2 ** 40, 3 ** 30))
print(math.isqrt(0), math.isqrt(99), math.isqrt(100), math.isqrt(10 ** 40), math.isqrt(10 ** 41 - 1), math.factorial(0), math.factorial(25), math.comb(10, 3), math.comb(5, 9), math.perm(5), math.perm(5, 2), math.comb(200, 100))
for f, args in ((math.isqrt, (-1,)), (math.isqrt, (1.0,)), (math.factorial, (-1,)), (math.factorial, (1.5,)), (math.gcd, (1.5,)), (math.comb, (-1, 2)), (math.comb, (2, -1)), (math.perm, (2.0, 1))):
    t(f, *args)
