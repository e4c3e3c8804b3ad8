# Infinities and nan in arithmetic, comparison and containers.
inf = float('inf')
nan = float('nan')
print(inf + 1, inf - inf, inf * 0, -inf, inf == inf, inf > 10**400, -inf < -10**400, 1 / inf, -1 / inf)
print(nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan, nan is nan, nan in [nan], [nan] == [nan], (nan,) == (nan,))
print(inf // 1, inf % 2, 5 % inf, -5 % inf, 5 // inf, -5 // inf)
print(max(1, nan), max(nan, 1), min(inf, -inf), sorted([3, inf, -inf, 0]))
print(bool(nan), bool(inf), bool(0.0), bool(-0.0), nan ** 0, 1 ** nan, inf ** 0, inf ** -1)
