# A text adventure as a state machine: commands, rooms, inventory, score.
class Room:
    def __init__(self, name, text, items=()):
        self.name, self.text, self.items, self.exits = name, text, list(items), {}
    def connect(self, direction, other):
        back = {'north': 'south', 'south': 'north', 'east': 'west', 'west': 'east', 'down': 'up', 'up': 'down'}
        self.exits[direction] = other
        other.exits[back[direction]] = self

class Game:
    def __init__(self):
        hall = Room('hall', 'A dusty hall.', ['lamp'])
        cellar = Room('cellar', 'It is dark.', ['coin', 'key'])
        garden = Room('garden', 'Roses everywhere.', ['rose'])
        vault = Room('vault', 'Gold!', ['gold'])
        hall.connect('down', cellar)
        hall.connect('east', garden)
        self.vault, self.garden = vault, garden
        self.room, self.carried, self.score, self.lit, self.state = hall, [], 0, False, 'playing'
        self.commands = {name[3:]: getattr(self, name) for name in dir(self) if name.startswith('do_')}
    def do_look(self):
        if self.room.name == 'cellar' and not self.lit:
            return 'Too dark to see.'
        seen = self.room.text
        if self.room.items:
            seen += ' You see: ' + ', '.join(sorted(self.room.items)) + '.'
        return seen + ' Exits: ' + '/'.join(sorted(self.room.exits))
    def do_go(self, direction):
        if direction not in self.room.exits:
            return f'No way {direction}.'
        self.room = self.room.exits[direction]
        return 'In the ' + self.room.name + '.'
    def do_take(self, item):
        if item not in self.room.items or (self.room.name == 'cellar' and not self.lit):
            return f'No {item} here.'
        self.room.items.remove(item)
        self.carried.append(item)
        self.score += {'coin': 10, 'gold': 100}.get(item, 1)
        if item == 'gold':
            self.state = 'won'
        return f'Taken: {item}.'
    def do_drop(self, item):
        self.carried.remove(item)
        self.room.items.append(item)
        return f'Dropped {item}.'
    def do_use(self, item):
        match (item, self.room.name):
            case ('lamp', _) if 'lamp' in self.carried:
                self.lit = not self.lit
                return 'The lamp is ' + ('on' if self.lit else 'off')
            case ('key', 'garden') if 'key' in self.carried:
                self.garden.connect('north', self.vault)
                return 'A hidden door opens.'
            case (_, place):
                return f'Nothing happens in the {place}.'
    def do_inventory(self):
        return ', '.join(self.carried) or 'nothing'
    def step(self, line):
        verb, *args = line.split()
        try:
            return self.commands[verb](*args)
        except KeyError:
            return f'I do not know how to {verb}.'
        except TypeError as e:
            return 'What? (' + str(e).split('.')[-1] + ')'
        except ValueError:
            return 'You do not have that.'

script = '''look; go up; take lamp; go down; look; take coin; use lamp; look; take coin; take key; inventory; dance; take; go up; drop rose
drop coin; use key; go east; look; use key; look; go north; look; take gold; look'''
game = Game()
for line in script.replace('\n', ';').split(';'):
    line = line.strip()
    print('>', line)
    print(game.step(line))
    if game.state == 'won':
        print('You won with', game.score, 'points')
        break
