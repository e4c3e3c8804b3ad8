"""threading with one thread: locks, conditions, events, semaphores, local data, the main thread."""
import threading

lock = threading.Lock()
with lock:
    print(lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
print(lock.locked(), lock.acquire(), lock.release())
r = threading.RLock()
with r, r:
    print(r.acquire(), r.release())
event = threading.Event()
print(event.is_set(), event.wait(0.01), event.set(), event.is_set(), event.wait(), event.clear())
semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False), semaphore.release())
condition = threading.Condition()
with condition:
    print(condition.wait(0.01), condition.notify_all())
local = threading.local()
local.x = 1
print(local.x, local.__dict__, threading.current_thread() is threading.main_thread(), threading.current_thread().name, threading.active_count(), threading.get_ident() == threading.main_thread().ident)
t = threading.Thread(target=print, args=("never",), name="worker", daemon=True)
print(t.name, t.daemon, t.is_alive(), t.ident, len(threading.enumerate()), isinstance(lock, type(threading.Lock())))
for call in [lambda: lock.release(), lambda: r.release(), lambda: t.join(), lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-2), lambda: threading.local(1), lambda: threading.current_thread().join(),
             lambda: threading.BoundedSemaphore(1).release()]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
