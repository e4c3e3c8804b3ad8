# Custom exceptions: attributes, __str__, hierarchies, args.
class AppError(Exception):
    "Base."
class NotFound(AppError):
    def __init__(self, key, where='store'):
        super().__init__(key, where)
        self.key = key
        self.where = where
    def __str__(self):
        return f'{self.key!r} not in {self.where}'
class Fatal(AppError):
    code = 7
class Plain(Exception): pass

for make in (lambda: NotFound('k'), lambda: NotFound('k', where='cache'), Fatal, lambda: Fatal('a', 2), AppError,
             lambda: Plain(), lambda: Plain('one'), lambda: Plain('one', 'two'), lambda: Plain(None)):
    try:
        raise make()
    except NotFound as e:
        print('NotFound', e, e.args, e.key, e.where, repr(e))
    except AppError as e:
        print(type(e).__name__, str(e), e.args, repr(e), getattr(e, 'code', None))
    except Exception as e:
        print(repr(e), str(e), e.args)
print(issubclass(Fatal, AppError), [c.__name__ for c in NotFound.__mro__])
try:
    NotFound()
except TypeError as e:
    print(e)
