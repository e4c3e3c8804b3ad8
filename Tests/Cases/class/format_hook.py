# format() calls __format__ of the class with the spec; object's takes none.
class F:
    def __format__(self, spec): return '<' + spec + '>'
class G: pass
class H:
    def __format__(self, spec): return 5
class S(str): pass
class T:
    def __str__(self): return 'as str'
def attempt(f):
    try:
        print(f())
    except TypeError as error:
        print(error)
attempt(lambda: format(F(), 'abc') + f'{F():x{1}y}' + '{:>{}}'.format(F(), 5) + f'{F()!s:<3}'[:1])
attempt(lambda: format(G(), 'd'))
attempt(lambda: format(H()))
attempt(lambda: f'{H()}')
attempt(lambda: format(T()) + f'{T():}')
attempt(lambda: f'{T():5}')
attempt(lambda: format(5, 5))
attempt(lambda: format(S('ab'), '>4'))
attempt(lambda: format(None, '5'))
attempt(lambda: format([], '5'))
attempt(lambda: object.__format__(5, ''))
