# nan, the infinities and negative zero in arithmetic and comparison.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


nan, inf = float('nan'), float('inf')
print(nan == nan, nan != nan, nan < 1, nan is nan, [nan] == [nan], nan in [nan], inf > 1e308, -inf < inf, inf - inf, inf * 0, 0.0 == -0.0, 1 / inf, -1 / inf)
print(max(nan, 1), max(1, nan), min(nan, 1), sorted([3, nan, 1]), sum([inf, -inf]), inf // 1, inf % 2, 5 % inf, -5 % inf, 5 // inf, -5 // inf)
t(lambda: inf // 0)
t(lambda: int(inf))
t(round, nan)
t(round, inf)
print(round(nan, 2), round(inf, 1), abs(-0.0), -(0.0), str(-0.0), 0.0 * -1, nan.is_integer(), inf.is_integer(), hash(inf), hash(-inf))
