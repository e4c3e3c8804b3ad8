# sys.exit with a text: it goes to stderr, the status is 1.
import sys
try:
    sys.exit(['a', 'list'])
except SystemExit as e:
    print(e.code)
try:
    raise SystemExit
finally:
    print('finally runs')
    sys.exit('bye')
