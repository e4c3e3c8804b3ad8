print(1)
from builtins import abs as _abs, len as L
print(_abs(-1), L([1]))
import builtins
print(builtins.max(1, 2), hasattr(builtins, 'nope'))
try: [1] * 'a'
except TypeError as e: print(e)
try: 'a' * [1]
except TypeError as e: print(e)
try: (1,) * 'a'
except TypeError as e: print(e)
try: b'a' * (1,)
except TypeError as e: print(e)
