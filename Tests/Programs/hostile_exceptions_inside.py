# Exceptions out of the middle of typed code: what was done stays done, tracebacks name the right lines, handlers see the
# values of their time.


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.log = []

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError("short of " + str(amount - self.balance))
        self.balance -= amount
        self.log.append(amount)
        return self.balance

    def safe(self, amount):
        try:
            return self.withdraw(amount)
        except ValueError as e:
            self.log.append(str(e))
            return -1
        finally:
            self.log.append("done")


def spend(account, amounts):
    spent = 0
    for a in amounts:
        try:
            account.withdraw(a)
            spent += a
        except ValueError:
            spent += 0.5
        except TypeError:
            spent += 1000
    return spent


def index(items, n):
    hits = misses = 0
    for i in range(n):
        try:
            hits += items[i]
        except IndexError:
            misses += 1
        except TypeError:
            misses += 100
    return hits, misses


def deep(account, n):
    if n == 0:
        return account.withdraw(1 << 70)
    return deep(account, n - 1) + 1


def attributes(things):
    out = []
    for t in things:
        try:
            out.append(t.balance + 1)
        except AttributeError as e:
            out.append(str(e))
        except TypeError as e:
            out.append(str(e))
    return out


def forever(n):
    return forever(n + 1) + 1


def main():
    a = Account(10)
    print(spend(a, [3, 4, 5, "x", 2, 0.5]), a.balance, a.log)
    print([a.safe(x) for x in (0, 1, 100)], a.log)
    print(index([1, 2, 3], 6), index([1.5] * 2, 4), index([1, "a", 2], 3), index([True] * 3, 5))
    try:
        deep(a, 2)
    except ValueError as e:
        lines = []
        tb = e.__traceback__
        while tb is not None:
            lines.append(tb.tb_lineno)
            tb = tb.tb_next
        print(e, lines)
        print(a.balance, a.log)
    b = Account("text")
    c = Account(5)
    del c.balance
    print(attributes([a, b, c, 5, None, "s"]))
    try:
        forever(0)
    except RecursionError as e:
        print(type(e).__name__)


main()
