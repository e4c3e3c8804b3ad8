# Carets stand under the right characters when the line holds wide and non-ASCII characters.
größe = 3
def f(x): return 'äöü→' + x
print(f('ok'), größe)
print('日本', f('é'), f(größe))
