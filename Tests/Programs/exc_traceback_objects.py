# __traceback__: line numbers of frames; with_traceback; exception state after handling.
def one():
    two()

def two():
    raise ValueError('deep')

def lines(e):
    tb = e.__traceback__
    out = []
    while tb is not None:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return out

try:
    one()
except ValueError as e:
    print(lines(e))
    saved = e
try:
    raise saved
except ValueError as e:
    print(lines(e))
fresh = ValueError('no traceback yet')
print(fresh.__traceback__)
try:
    raise fresh.with_traceback(None)
except ValueError as e:
    print(lines(e))
