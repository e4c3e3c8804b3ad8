# Module-level state changed by functions, classes and loops; reads see the latest value.
log = []
level = 0
config = {'verbose': False}

def enter(name):
    global level
    log.append('  ' * level + name)
    level += 1

def leave():
    global level
    level -= 1

class Tracker:
    instances = []
    total = 0
    def __init__(self, name):
        Tracker.instances.append(self)
        self.name = name
        Tracker.total += len(name)
        enter(name)
    def done(self):
        leave()

t1, t2 = Tracker('alpha'), Tracker('be')
t2.done()
t3 = Tracker('gamma')
print(log, level, Tracker.total, [t.name for t in Tracker.instances])
def toggle():
    config['verbose'] = not config['verbose']
    return config['verbose']
print(toggle(), toggle(), toggle(), config)
if level > 1:
    def report(): return 'deep'
else:
    def report(): return 'shallow'
print(report())
for i in range(3):
    level = level * 10 + i
print(level, i, '__name__' in globals(), __name__)
