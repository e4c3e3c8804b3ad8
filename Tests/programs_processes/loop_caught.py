# Catches Ctrl-C, prints and goes on to its end.
print('ready', flush=True)
try:
    while True:
        pass
except KeyboardInterrupt as e:
    print('caught', repr(e))
print('normal end')
