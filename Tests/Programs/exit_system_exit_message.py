# SystemExit with a string prints it on stderr and exits with 1.
def stop():
    raise SystemExit('fatal: no input')
print('working')
stop()
