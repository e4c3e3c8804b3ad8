# State of locals after exceptions in the middle of statements inside loops.
def partial(values):
    total, good, bad = 0, 0, []
    for i, v in enumerate(values):
        try:
            total += 100 // v
            good += 1
        except ZeroDivisionError:
            bad.append(i)
        except TypeError as e:
            bad.append(str(e))
            continue
        else:
            total += 1
        finally:
            last = v
    return total, good, bad, last
print(partial([1, 0, 3, 'x', 2**70, None, 0.5]))
def unpack(rows):
    a = b = 'unset'
    out = []
    for row in rows:
        try:
            a, b = row
        except (ValueError, TypeError) as e:
            out.append((type(e).__name__, a, b))
        else:
            out.append((a, b))
    return out
print(unpack([(1, 2), (3,), 5, 'xy', (6, 7, 8)]))
def assign_index(n):
    a = [0, 0]
    i = 0
    try:
        while True:
            a[i] = i + 1
            i += 1
    except IndexError:
        return a, i
print(assign_index(2))
def augmented():
    x = [1]
    try:
        x += 5
    except TypeError:
        pass
    try:
        x += (y for y in (1, 2, 1 // 0))
    except ZeroDivisionError:
        pass
    n = 5
    try:
        n += 'a'
    except TypeError:
        pass
    return x, n
print(augmented())
def nested_retry(limit):
    attempts = []
    for k in range(limit):
        try:
            try:
                if k < 2:
                    raise KeyError(k)
                attempts.append(('ok', k))
                break
            except KeyError as e:
                attempts.append(('retry', e.args[0]))
                if k == 1:
                    raise ValueError('second') from e
        except ValueError as e:
            attempts.append((str(e), e.__cause__.args))
    return attempts
print(nested_retry(5))
def comprehension(values):
    try:
        return [10 // v for v in values]
    except ZeroDivisionError:
        return 'none of them'
print(comprehension([1, 2]), comprehension([1, 0, 2]))
