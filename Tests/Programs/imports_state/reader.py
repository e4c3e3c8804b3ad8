import settings
from settings import level, options

def read():
    return settings.level, settings.options

def copied():
    return level, options

def raise_level():
    settings.level += 10

def use(x):
    return settings.compute(x)

def added():
    return settings.added_later
