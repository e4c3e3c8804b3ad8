# Reading standard input through sys.stdin and writing through sys.stdout and sys.stderr.
import sys
first = sys.stdin.readline()
print(repr(first))
count = 0
for line in sys.stdin:
    count += 1
    sys.stdout.write(f'{count}: {line.rstrip()}\n')
print(repr(sys.stdin.read()), repr(sys.stdin.readline()))
sys.stderr.write('to stderr\n')
print('also to stderr', file=sys.stderr)
sys.stdout.flush()
