# cmath: every function at ordinary, tiny, huge and special arguments, to the last bit; errors.
import cmath

INF, NAN = float('inf'), float('nan')
PARTS = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.25, 1e-310, -1e-320, 1e-200, 1e160, -1e308, 1.7e308, 709.5, -712.0, 1e5, INF, -INF, NAN]
NAMES = ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cos', 'cosh', 'exp', 'log', 'log10', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'phase', 'polar',
         'isnan', 'isinf', 'isfinite']
for name in NAMES:
    function = getattr(cmath, name)
    for x in PARTS:
        row = []
        for y in PARTS:
            try:
                row.append(repr(function(complex(x, y))).replace('-nan', 'nan'))
            except (ValueError, OverflowError) as e:
                row.append(f'{type(e).__name__[0]}{str(e)[5]}')
        print(name, x, *row)
for r in PARTS:
    row = []
    for phi in PARTS:
        try:
            row.append(repr(cmath.rect(r, phi)))
        except ValueError as e:
            row.append(str(e))
    print(r, *row)


class Complex:
    def __complex__(self):
        return 1 + 2j


class Float:
    def __float__(self):
        return 4.0


print(cmath.sqrt(Complex()), cmath.sqrt(Float()), cmath.log(8, 2), cmath.log(1j, 1 + 1j), cmath.sqrt(True), cmath.phase(-1))
print(cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.isclose(1, 2, abs_tol=2), cmath.isclose(INF, INF), cmath.isclose(1, INF), cmath.isclose(NAN, NAN))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
for call in (lambda: cmath.sqrt('a'), lambda: cmath.sqrt(), lambda: cmath.log(1, 0), lambda: cmath.log(0), lambda: cmath.log(2, 1),
             lambda: cmath.isclose(1, 1, rel_tol=-1), lambda: cmath.rect(1), lambda: cmath.rect(1j, 1), lambda: cmath.polar(None),
             lambda: cmath.isclose(1, 1, 1), lambda: cmath.exp(1000)):
    try:
        print(call())
    except (TypeError, ValueError, OverflowError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
