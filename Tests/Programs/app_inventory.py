# Stock keeping with parsing of text records, grouping, validation, sorting and reports.
RECORDS = '''
2024-01-05;bolt;100;0.25
2024-01-07;nut;250;0.10
2024-01-09;bolt;-30;0.25
bad line
2024-02-01;gear;4;12.5
2024-02-03;nut;-300;0.10
2024-02-04;gear;x;12.5
2024-02-10;bolt;10;0.30;extra
2024-02-11;gear;-1;12.5
'''

class RecordError(ValueError):
    def __init__(self, number, reason):
        self.number, self.reason = number, reason
        super().__init__(f'line {number}: {reason}')

class Movement:
    def __init__(self, date, item, amount, price):
        self.date, self.item, self.amount, self.price = date, item, amount, price
    @classmethod
    def parse(cls, number, line):
        fields = line.split(';')
        if len(fields) != 4:
            raise RecordError(number, f'{len(fields)} fields')
        date, item, amount, price = fields
        try:
            return cls(tuple(int(x) for x in date.split('-')), item, int(amount), float(price))
        except ValueError as e:
            raise RecordError(number, str(e)) from e
    @property
    def value(self):
        return self.amount * self.price
    def __lt__(self, other):
        return (self.item, self.date) < (other.item, other.date)

class Stock(dict):
    def __missing__(self, item):
        return 0
    def apply(self, movement):
        level = self[movement.item] + movement.amount
        if level < 0:
            raise ValueError(f'{movement.item}: {-level} short')
        self[movement.item] = level

movements, errors = [], []
for number, line in enumerate(RECORDS.strip().splitlines(), 1):
    try:
        movements.append(Movement.parse(number, line))
    except RecordError as e:
        errors.append(e)
for e in errors:
    print(e, '|', e.number, repr(e.__cause__))
stock = Stock()
for m in movements:
    try:
        stock.apply(m)
    except ValueError as e:
        print('refused:', e)
print(stock, stock['unknown'], len(stock))
by_month = {}
for m in movements:
    by_month.setdefault(m.date[:2], {}).setdefault(m.item, []).append(m.value)
for month, items in by_month.items():
    print('%d-%02d' % month, {k: round(sum(v), 2) for k, v in items.items()})
print([(m.item, m.amount) for m in sorted(movements)])
best = max(movements, key=lambda m: abs(m.value))
print(best.item, f'{best.value:.2f}', '{:>8.1f}|{:<6}|'.format(best.price, best.item))
