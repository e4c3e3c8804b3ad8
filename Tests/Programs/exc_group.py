# Exception groups: except*, split, nested groups.
def run(g):
    try:
        raise g
    except* ValueError as e:
        print('values', [str(x) for x in e.exceptions])
    except* (TypeError, KeyError) as e:
        print('others', [repr(x) for x in e.exceptions])
    else:
        print('else')
    finally:
        print('finally')

run(ExceptionGroup('g', [ValueError('a'), TypeError('b'), ValueError('c')]))
run(ExceptionGroup('k', [KeyError('k')]))
try:
    run(ExceptionGroup('left', [ValueError('v'), OSError('os')]))
except ExceptionGroup as e:
    print(repr(e), e.message, e.exceptions)
g = ExceptionGroup('top', [ExceptionGroup('sub', [ValueError(1), TypeError(2)]), ValueError(3)])
a, b = g.split(ValueError)
print(repr(a), repr(b))
print(str(g), g.subgroup(TypeError))
