# An uncaught exception class of the program, with a message of several lines.
class ConfigError(Exception):
    def __init__(self, key, value):
        super().__init__(f'bad value for {key}:\n  {value!r}')

class Loader:
    def load(self, config):
        for key, value in config.items():
            if not isinstance(value, int):
                raise ConfigError(key, value)
        return len(config)

print(Loader().load({'a': 1}))
Loader().load({'a': 1, 'b': 'x'})
