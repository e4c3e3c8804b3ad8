# An endless loop without any operation.
print('ready', flush=True)
while True:
    pass
