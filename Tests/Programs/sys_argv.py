# sys.argv holds the program's arguments after its name.
import sys
print(len(sys.argv), sys.argv[1:])
total = 0
for a in sys.argv[1:]:
    try:
        total += int(a)
    except ValueError:
        print('not a number:', repr(a))
print(total)
