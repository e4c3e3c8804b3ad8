# complex: construction, arithmetic, repr.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for args in ((), (1,), (1.5, 2), ('1+2j',), ('j',), ('-1e3j',), (' ( 1-2j ) ',), ('nan+infj',), (1j, 1j), (True,), ('1_0+2j',)):
    t(complex, *args)
for args in (('1 + 2j',), ('',), ('1+',), ('x',), ('1', 2), (1, '2'), (None,), ([],), (1, 2, 3)):
    t(complex, *args)
print(complex(-0.0, -0.0), -0j, 1 - 0j, complex(0, -0.0), 3j, 1e20j, complex('inf'), [1j], str(2j), (1 + 2j) == 1 + 2j)
