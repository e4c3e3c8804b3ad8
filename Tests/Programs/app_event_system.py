# An event system: subscription by decorator, priorities, wildcards, removal while emitting, errors collected.
class Event:
    def __init__(self, name, **data):
        self.name = name
        self.data = data
        self.stopped = False
    def stop(self):
        self.stopped = True
    def __getattr__(self, key):
        try:
            return self.data[key]
        except KeyError:
            raise AttributeError(f'event {self.name} has no {key}') from None

class Bus:
    def __init__(self):
        self.handlers = {}
        self.errors = []
        self.serial = 0
    def on(self, name, priority=0, once=False):
        def register(f):
            self.serial += 1
            self.handlers.setdefault(name, []).append((-priority, self.serial, f, once))
            self.handlers[name].sort(key=lambda h: h[:2])
            return f
        return register
    def off(self, f):
        for name, handlers in self.handlers.items():
            handlers[:] = [h for h in handlers if h[2] is not f]
    def emit(self, name, **data):
        event = Event(name, **data)
        called = 0
        for key in (name, '*'):
            for entry in list(self.handlers.get(key, ())):
                if entry not in self.handlers[key]:
                    continue
                if entry[3]:
                    self.handlers[key].remove(entry)
                try:
                    entry[2](event)
                except Exception as e:
                    self.errors.append((name, entry[2].__name__, repr(e)))
                called += 1
                if event.stopped:
                    return called
        return called

bus = Bus()
log = []

@bus.on('start', priority=1)
def early(e):
    log.append('early ' + e.who)

@bus.on('start')
@bus.on('stop')
def both(e):
    log.append(f'both {e.name}')

@bus.on('start', priority=-5, once=True)
def last_once(e):
    log.append('once')
    bus.off(broken)

@bus.on('stop', priority=9)
def broken(e):
    log.append('broken')
    return e.reason.upper()

@bus.on('*')
def every(e):
    log.append(f'* {e.name} {sorted(e.data)}')

class Counter:
    def __init__(self): self.seen = 0
    def handle(self, e):
        self.seen += 1
        if self.seen == 2:
            e.stop()
counter = Counter()
bus.on('tick', 3)(counter.handle)
bus.on('tick')(lambda e: log.append(f'tick {e.n}'))

print(bus.emit('stop'), bus.emit('start', who='ann'), bus.emit('start', who='bob'), bus.emit('stop', reason='end'))
print([bus.emit('tick', n=n) for n in range(4)], bus.emit('unknown'))
bus.off(every)
print(bus.emit('unknown'), counter.seen)
for line in log:
    print(line)
print(bus.errors)
