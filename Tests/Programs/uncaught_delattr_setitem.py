# Carets of assignment, augmented assignment and deletion targets.
class Fixed:
    __slots__ = ('x',)
def change(thing, table):
    thing.x = 1
    table['k'] += thing.x
    table['missing'] += 2
try:
    change(Fixed(), {'k': 1})
except KeyError as e:
    print('caught', e)
def assign(values):
    values[0] = 1
    (values[1],
     values[5]) = 2, 3
assign([0, 0])
