# eval, exec and compile of texts that are known when the program is compiled. Part 1.
x = 5
def f(a):
    b = 2
    return eval('a + b + x')
print(eval('1 + 2'), f(3))
exec('y = 10\nprint(y)')
print(y)
ns = {'q': 4}
print(eval('q * 2', ns), '__builtins__' in ns)
exec('z = q + 1\ndef g(): return z', ns)
print(ns['z'], ns['g']())
c = compile('3 * 4', 'fname', 'eval')
print(eval(c), c.co_filename)
c = compile('print("hi")', '<str>', 'exec'); exec(c)
def loc():
    v = 1
    exec('v = 2; w = 3')
    return v
print(loc())
print(eval('[i * x for i in range(3)]'))
