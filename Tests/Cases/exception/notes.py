# add_note, __notes__, and what refuses.
e = ValueError('v')
print(hasattr(e, '__notes__'))
e.add_note('one')
e.add_note('two')
print(e.__notes__, str(e))
try: e.add_note(5)
except TypeError as error: print(error)
e.__notes__ = 'no list'
try: e.add_note('x')
except TypeError as error: print(error)
del e.__notes__
e.add_note('again')
print(e.__notes__, vars(e))
