# Notes are printed below the exception.
try:
    {}['key']
except KeyError as e:
    e.add_note('looked in an empty dict')
    e.add_note('two\nlines')
    raise
