# Texts that are no Python: the exception of eval, exec and compile, with its place.
for mode in ('eval', 'exec'):
    for text in ['1 +', '', '(', '1 +\n', 'x = 1', 'a b', '1;', 'x\n y', ' 1', 'for', '"abc', '*a', 'a:=1', 'yield', 'f(', '1\n2', 'pass',
                 "f'{'", 'return 1', 'lambda', 'print 1', 'break', 'x = = 1', 'def f():\npass', 'a = 1\n  b = 2']:
        try:
            compile(text, '<string>', mode)
            print(mode, repr(text), 'OK')
        except SyntaxError as e:
            print(mode, repr(text), type(e).__name__, e.args)
try:
    exec('good = 1\nbad = = 2\n')
except SyntaxError as e:
    print(e, e.lineno, e.offset, e.text)
try:
    compile('1 + 1\n2', 'console', 'single')
except SyntaxError as e:
    print(e)
