# Infinite recursion without handler: a folded traceback and exit status 1.
def down(n):
    return down(n + 1)

print('start', flush=True)
down(0)
