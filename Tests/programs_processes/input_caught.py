# Reads a line, again after a Ctrl-C.
print('ready', flush=True)
try:
    print('got', input())
except KeyboardInterrupt as e:
    print('interrupted', repr(e), flush=True)
    print('got', input())
