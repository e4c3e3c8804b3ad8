# Reads one line.
print('ready', flush=True)
print('got', repr(input()))
