# Notes of an uncaught exception are shown behind it.
e = ValueError('first line')
e.add_note('a note\nof two lines')
e.add_note('')
try:
    raise KeyError('context')
except KeyError as k:
    k.add_note('note of context')
    raise e
