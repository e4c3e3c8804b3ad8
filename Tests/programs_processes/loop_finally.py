# finally blocks run on Ctrl-C.
def work():
    try:
        while True:
            pass
    finally:
        print('cleaned up', flush=True)

print('ready', flush=True)
work()
