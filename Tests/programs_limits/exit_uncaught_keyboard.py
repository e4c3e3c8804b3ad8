# KeyboardInterrupt raised by the program itself ends it like a signal.
print('raising', flush=True)
raise KeyboardInterrupt
