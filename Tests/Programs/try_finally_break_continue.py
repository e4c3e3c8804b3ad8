# break and continue through finally, with loops inside and outside.
def loops():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(('body', i))
        finally:
            out.append(('finally', i))
    else:
        out.append('else')
    return out

def swallow():
    out = []
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as e:
            out.append(str(e))
            continue
        finally:
            out.append('f')
    return out

def break_in_finally():
    n = 0
    while True:
        try:
            n += 1
            1 / 0
        finally:
            if n < 3:
                continue
            break
    return n

def nested():
    out = []
    for i in range(2):
        for j in range(3):
            try:
                try:
                    if j == 1:
                        break
                finally:
                    out.append((i, j, 'inner'))
            finally:
                out.append((i, j, 'outer'))
    return out

def return_from_loop():
    for i in range(10):
        try:
            if i == 2:
                return i
        finally:
            print('finally', i)

print(loops())
print(swallow())
print(break_in_finally())
print(nested())
print(return_from_loop())
