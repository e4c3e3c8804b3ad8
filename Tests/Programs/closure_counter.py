# Closures keep their own variables; nonlocal rebinds them.
def counter(start=0):
    count = start
    def step(by=1):
        nonlocal count
        count += by
        return count
    def reset():
        nonlocal count
        count = start
    return step, reset

a, reset_a = counter()
b, _ = counter(100)
print(a(), a(), a(5), b(), b(-50))
reset_a()
print(a(), b())

def account(balance):
    history = []
    def deposit(x):
        nonlocal balance
        balance += x
        history.append(x)
        return balance
    return deposit, lambda: (balance, history)
deposit, state = account(10)
deposit(5)
deposit(2**63)
print(state())
