# getattr, setattr, hasattr, delattr with computed names; vars and __dict__.
class Record: pass

r = Record()
for i, name in enumerate(['alpha', 'beta', 'gamma']):
    setattr(r, name + str(i), i * 10)
print(r.alpha0, r.beta1, getattr(r, 'gamma2'), getattr(r, 'nope', 'default'), hasattr(r, 'alpha0'), hasattr(r, 'x'))
print(vars(r), r.__dict__ is vars(r))
r.__dict__['direct'] = 'by dict'
print(r.direct)
delattr(r, 'beta1')
print(sorted(vars(r)))
r.alpha0 = 'now text'
r.alpha0 += '!'
print(r.alpha0)
setattr(Record, 'shared', lambda self: sorted(vars(self)))
print(r.shared(), Record().shared())
for name in ('upper', 'title', 'swapcase'):
    print(getattr('some Text', name)())
class Defaults:
    level = 1
d = Defaults()
d.level += 1
print(d.level, Defaults.level)
