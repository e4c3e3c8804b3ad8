# eval, exec and compile of texts that are known when the program is compiled. Part 2.
g = {'x': 1}; l = {'y': 2}
print(eval('x + y', g, l))
exec('y = 9; t = x', g, l); print(l)
try: eval('1 +')
except SyntaxError as e: print(e, e.lineno, e.offset)
try: eval('nope')
except NameError as e: print(e)
exec('''
class K:
    a = 1
    def m(self): return self.a
''')
print(K().m())
