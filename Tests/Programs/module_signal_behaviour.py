"""signal: handlers, alarms, raising, names."""
import os
import signal
import time

seen = []
old = signal.signal(signal.SIGUSR1, lambda number, frame: seen.append(number))
print(old, old == signal.SIG_DFL, signal.getsignal(signal.SIGUSR1) is not None)
os.kill(os.getpid(), signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR1)
print(seen, signal.Signals(seen[0]).name, signal.SIGTERM, repr(signal.SIGINT), signal.strsignal(15))


class Timeout(Exception):
    pass


def expire(number, frame):
    raise Timeout("time is up")


signal.signal(signal.SIGALRM, expire)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    while True:
        time.sleep(0.01)
except Timeout as e:
    print(e, signal.alarm(0))
signal.signal(signal.SIGALRM, expire)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    n = 0
    while True:
        n += 1
except Timeout as e:
    print(e, n > 0)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is not None, signal.getsignal(signal.SIGUSR1), signal.SIGINT in signal.valid_signals())
os.kill(os.getpid(), signal.SIGUSR1)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted", signal.getsignal(signal.SIGINT) is signal.default_int_handler)
for call in [lambda: signal.signal(99, expire), lambda: signal.signal(signal.SIGUSR1, "x"), lambda: signal.getsignal(0), lambda: signal.signal(signal.SIGKILL, expire)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
