# Module state shared between importers; rebinding in one is seen through the module, not through copied names.
import settings
import reader
from settings import level, options
print(level, reader.read(), reader.copied())
settings.level = 5
options['debug'] = True
print(level, reader.read(), reader.copied(), settings.options)
reader.raise_level()
print(settings.level, level)
settings.compute = lambda x: x * 100
print(reader.use(3))
del settings.compute
try:
    reader.use(3)
except AttributeError as e:
    print(e)
settings.added_later = 'new'
print(reader.added())
