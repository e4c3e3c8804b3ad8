# Circular imports: modules see each other half-made; names used late are there.
import a
print(a.call_b(3), a.b.call_a(3))
from b import late
print(late())
try:
    import broken_one
except ImportError as e:
    print(str(e).split(' (')[0])
try:
    import broken_two
except ImportError as e:
    print(str(e).split(' (')[0])
