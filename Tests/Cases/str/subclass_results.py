# Methods of a subclass of str give plain str; its own methods are found.
class S(str):
    def __add__(self, other): return S(str(self) + str(other) + '!')
    def __str__(self): return 'str:' + self[:]
    def __repr__(self): return 'S'
    def shout(self): return self.upper()
s = S('abc')
print([type(x).__name__ for x in (s.upper(), s + 'd', s * 2, s[:], s[0], s.strip(), s.replace('a', 'b'), ''.join([s]), s.format(), s.lower(), s.ljust(2), s.casefold(), s.translate({}), 'x' + s)])
print(s, [s], f'{s}', f'{s!r}', '%s' % s, str(s), s.shout(), s == 'abc', {s: 1}['abc'], hash(s) == hash('abc'), isinstance(s, str), s + 'x', str.__str__(s), len(s))
print(S(b'x', 'ascii'), type(S(5)), S(), S(object=3))
