# try/except/else/finally: which parts run, in which order.
def run(action):
    log = []
    try:
        log.append('try')
        action()
        log.append('after')
    except ValueError as e:
        log.append('value ' + str(e))
    except (KeyError, IndexError) as e:
        log.append(type(e).__name__)
    except ArithmeticError:
        log.append('arithmetic')
    else:
        log.append('else')
    finally:
        log.append('finally')
    return log

def fail(e):
    raise e

print(run(lambda: None))
print(run(lambda: fail(ValueError('v'))))
print(run(lambda: {}['k']))
print(run(lambda: [][0]))
print(run(lambda: 1 / 0))
try:
    run(lambda: fail(TypeError('escapes')))
except TypeError as e:
    print('outside', e)
try:
    try:
        pass
    except Exception:
        print('never')
    else:
        raise KeyError('from else')
    finally:
        print('finally')
except KeyError as e:
    print('caught', e)
