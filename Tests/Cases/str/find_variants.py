"""find, rfind, index, rindex, count, startswith, endswith with bounds, empty needles, tuples and wrong types."""
text = "abcabcé中abc"


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (text.find('abc', 1), text.rfind('abc', 0, -3), text.find('', 3), text.find('', 99), text.rfind(''), text.rfind('', 2, 5))))
print(attempt(lambda: (text.find('中'), text.rfind('é', None, None), text.find('c', -100, 100), text.find('x'), text.find('abc', -3), text.find('abc', -2))))
print(attempt(lambda: text.index('x')))
print(attempt(lambda: (text.rindex('x', 1))))
print(attempt(lambda: (text.index('abc', 10**30))))
print(attempt(lambda: (text.count('abc'), text.count(''), text.count('', 3), text.count('', 99), 'aaaa'.count('aa'), ''.count(''), text.count('中', 8))))
print(attempt(lambda: (text.startswith(('x', 'ab')), text.startswith('bc', 1), text.startswith('', 11), text.startswith('', 12), text.startswith(()), text.endswith('c', None, 3))))
print(attempt(lambda: text.startswith(['a'])))
print(attempt(lambda: (text.startswith(('x', 1)))))
print(attempt(lambda: (text.startswith(('abc', 1)))))
print(attempt(lambda: text.endswith(1)))
print(attempt(lambda: text.find(1)))
print(attempt(lambda: (text.find('a', 'b'))))
print(attempt(lambda: (text.find('a', 1.0))))
print(attempt(lambda: text.find()))
print(attempt(lambda: (text.count('a', 1, 2, 3))))
print(attempt(lambda: text.find(sub='a')))
print(attempt(lambda: ('中' in text, '' in '', 'bc' in text, 'x' not in text)))
print(attempt(lambda: 1 in text))
print(attempt(lambda: None in text))
