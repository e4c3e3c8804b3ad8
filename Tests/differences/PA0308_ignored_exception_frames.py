# PA0308: CPython prints True: the report holds a traceback with the row of the line that drops the generator.
import sys


class Capture:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            pass


capture = sys.stderr = Capture()
g = stubborn()
next(g)
del g
print('Traceback' in ''.join(capture.parts), 'generator ignored GeneratorExit' in ''.join(capture.parts))
