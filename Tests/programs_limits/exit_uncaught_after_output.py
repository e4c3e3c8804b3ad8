# What was printed before an uncaught exception is on stdout.
print('one')
print('no newline', end='')
def f(): raise LookupError('gone')
f()
