# tokenize: every kind of token with its place and line; inspect.getsource, which stands on it.
import inspect
import io
import tokenize

TEXT = '''\
def f(a, *, b=1):  # comment
    """doc
    string"""
    x = f'{a!r:>{b}} {{}} {b=}' + rb'raw' \\
        + 1_000.5e-3j
    if x >= 0x1f:

        return [
            a,  # inside

        ]
class é: pass
'''
for token in tokenize.generate_tokens(io.StringIO(TEXT).readline):
    print(token.start, token.end, tokenize.tok_name[token.exact_type], repr(token.string), repr(token.line))
for token in tokenize.tokenize(io.BytesIO(b'# -*- coding: latin-1 -*-\nx = 1').readline):
    print(token)
for bad in ('(1,\n', "'''abc", 'x = \\\n', '  a\n b\n', "f'{a'"):
    try:
        print(len(list(tokenize.generate_tokens(io.StringIO(bad).readline))))
    except (tokenize.TokenError, SyntaxError) as e:
        print(type(e).__name__, e.args[0])
print(tokenize.untokenize(list(tokenize.generate_tokens(io.StringIO('x = (1 +  2)\n').readline))))


class Sample:
    """A class."""

    @staticmethod
    def method(a,
               b=(1, 2)):
        return a  # end

    def last(self): return lambda x: x


print(inspect.getsource(Sample), inspect.getsource(Sample.method), inspect.getsourcelines(Sample.last))
