# "During handling of the above exception, another exception occurred".
def read(settings):
    try:
        return settings['depth']
    except KeyError:
        return settings['default'] / 0

print(read({'depth': 3}))
print(read({'default': 1}))
