print('b starts')
import a
print('b continues, a has', hasattr(a, 'call_b'))

def base(n):
    return 'b' * n

def call_a(n):
    return a.base(n)

def late():
    from a import call_b
    return call_b(1)
