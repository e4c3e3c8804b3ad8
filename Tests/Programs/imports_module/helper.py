print('helper runs as', __name__)
LIMIT = 10
count = 0

def greet(name):
    return 'hi ' + name

def over(n):
    return n > LIMIT

def counter_value():
    return count

class Counter:
    def bump(self):
        global count
        count += 1
    def __repr__(self):
        return f'Counter({count})'
