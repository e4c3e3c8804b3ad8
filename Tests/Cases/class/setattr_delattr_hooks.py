# __setattr__ and __delattr__ see every write and deletion.
class A:
    def __setattr__(self, name, value):
        print('set', name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print('del', name)
        object.__delattr__(self, name)
a = A()
a.x = 1
a.x += 2
a.y, a.z = 4, 5
for a.loop in range(2): pass
with open('/dev/null') as a.file: pass
a.file.close()
del a.x, a.y
try:
    del a.x
except AttributeError as error:
    print(error)
try:
    object.__setattr__(a, 5, 1)
except TypeError as error:
    print(error)
try:
    setattr(a, 5, 1)
except TypeError as error:
    print(error)
print(sorted(vars(a)))
