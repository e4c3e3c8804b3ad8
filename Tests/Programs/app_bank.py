# A bank: accounts, transfers, limits, errors, statements.
class BankError(Exception):
    pass

class InsufficientFunds(BankError):
    def __init__(self, account, wanted):
        super().__init__(f'{account.owner}: wanted {wanted}, has {account.balance}')
        self.missing = wanted - account.balance

class Account:
    interest = 0
    _next = 1
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.number = Account._next
        Account._next += 1
        self.history = []
    def record(self, kind, amount):
        self.history.append((kind, amount, self.balance))
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError('deposit must be positive')
        self.balance += amount
        self.record('deposit', amount)
    def withdraw(self, amount):
        if amount > self.available():
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.record('withdraw', amount)
    def available(self):
        return self.balance
    def year_end(self):
        gain = self.balance * self.interest // 100
        if gain:
            self.balance += gain
            self.record('interest', gain)
    def __repr__(self):
        return f'<{type(self).__name__} {self.number} {self.owner} {self.balance}>'

class Savings(Account):
    interest = 3

class Credit(Account):
    def __init__(self, owner, limit):
        super().__init__(owner)
        self.limit = limit
    def available(self):
        return super().available() + self.limit

class Bank:
    def __init__(self):
        self.accounts = {}
        self.log = []
    def open(self, account):
        self.accounts[account.number] = account
        return account.number
    def transfer(self, source, target, amount):
        try:
            a, b = self.accounts[source], self.accounts[target]
        except KeyError as e:
            raise BankError(f'no account {e.args[0]}') from e
        undo = a.balance
        try:
            a.withdraw(amount)
            b.deposit(amount)
        except ValueError:
            a.balance = undo
            a.history.pop()
            self.log.append('undone')
            raise
        else:
            self.log.append(f'{source}->{target} {amount}')
        finally:
            self.log.append('done')

bank = Bank()
ann = bank.open(Account('ann', 100))
bob = bank.open(Savings('bob', 1000))
cid = bank.open(Credit('cid', 500))
for source, target, amount in ((1, 2, 50), (1, 3, 80), (3, 1, 450), (3, 2, 100), (9, 1, 1), (2, 7, 1), (2, 1, 0), (2, 1, -5), (2, 1, 2**70)):
    try:
        bank.transfer(source, target, amount)
        print('ok', source, target, amount)
    except InsufficientFunds as e:
        print('refused:', e, '| missing', e.missing)
    except BankError as e:
        print('error:', e, '| cause', repr(e.__cause__))
    except ValueError as e:
        print('invalid:', e)
for account in bank.accounts.values():
    for _ in range(3):
        account.year_end()
    print(account)
    for kind, amount, balance in account.history:
        print(f'  {kind:<10}{amount:>8}{balance:>10}')
print(bank.log)
print(sum(a.balance for a in bank.accounts.values()))
