print('a starts')
import b
print('a continues, b has', hasattr(b, 'call_a'))

def base(n):
    return 'a' * n

def call_b(n):
    return b.base(n)
