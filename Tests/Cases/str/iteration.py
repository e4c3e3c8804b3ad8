# Iterators of strings: exhaustion, length hints, reversed, unpacking, copies.
import operator


def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


it = iter('aé一')
print(next(it), operator.length_hint(it), list(it), operator.length_hint(it), next(it, 'end'), list(reversed('aé一')), [*'ab'], dict.fromkeys('ab'), set('aab') == {'a', 'b'}, list(enumerate('xy', 1)), list(zip('ab', 'xyz')), max('hello'), sorted('hello'))
a, *b, c = 'hello'
print(a, b, c, type(iter('')).__name__, type(iter('é')).__name__)
t(lambda: [x for x, y in 'ab'])
