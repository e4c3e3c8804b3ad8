# Most of what a program frees goes back to the system (330 MiB here; some is kept for what comes next), and what it makes again is
# usable.
def resident():
    with open('/proc/self/statm') as f:
        return int(f.read().split()[1]) * 4096

def work(n):
    kept = [[i] for i in range(n)]
    return sum(x[0] for x in kept)

before = resident()
print(work(4000000))
print('returned' if resident() - before < 128 << 20 else 'kept')
print([work(n) for n in (10, 100000, 300000)])
