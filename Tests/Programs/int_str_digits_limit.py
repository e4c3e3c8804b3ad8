# Conversions of more than 4300 digits raise ValueError.
n = 10 ** 4299
print(len(str(n)))
try:
    str(10 ** 4300)
except ValueError as e:
    print(e)
try:
    int('1' * 4301)
except ValueError as e:
    print(e)
print(int('1' * 4300) % 1000007)
print(len(hex(10 ** 5000)))
