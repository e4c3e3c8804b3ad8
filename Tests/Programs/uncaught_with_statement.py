# An exception passing a with statement that does not swallow it.
class Manager:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, tb):
        print('exit', kind.__name__, value)
        return False
def work():
    with Manager() as m:
        x = [1, 2]
        x.remove(3)
work()
