# SystemExit with an int ends the program with that status; finally blocks run.
print('before')
try:
    raise SystemExit(3)
finally:
    print('finally')
print('never')
