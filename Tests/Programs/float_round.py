# round(): banker's rounding, digits, negative digits, ints and floats.
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 2.6, 1e20)])
print([round(x, 1) for x in (0.25, 0.35, 0.15, 2.675, -1.05)], round(2.675, 2), round(1.005, 2))
print(round(1234.5678, -2), round(1234, -2), round(1250, -2), round(1350, -2), round(-15, -1), round(25, -1), round(5, 3))
print(round(3.0, 0), round(3.7, None), type(round(3.7)), type(round(3.7, 0)), round(True), round(10**30, -29))
for bad in (float('inf'), float('nan')):
    try:
        round(bad)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
try:
    round('x')
except TypeError as e:
    print(e)
