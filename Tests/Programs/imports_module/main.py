# import, import as, from import, from import as; a module runs once and is one object.
print('main starts')
import helper
import helper as h
from helper import greet, LIMIT as limit, Counter
from helper import counter_value
print(helper is h, h.greet('ann'), greet('bob'), limit)
print(helper.__name__, greet.__module__, Counter.__module__, __name__)
c = Counter()
c.bump()
print(counter_value(), helper.count, c)
def late():
    import helper as again
    from helper import greet as g
    return again is helper, g is greet
print(late())
helper.LIMIT = 99
print(limit, h.LIMIT, h.over(100), h.over(50))
try:
    helper.missing
except AttributeError as e:
    print(e)
