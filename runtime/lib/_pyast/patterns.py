"""Patterns of `match`."""
import _ast as N

from .cursor import LOAD
from .expressions import Expressions
from .tokens import FSTRING, NAME, NUMBER, OP, STRING

_SINGLETONS = {'True': True, 'False': False, 'None': None}


class Patterns(Expressions):
    def patterns(self):
        """What stands after `case`: an open sequence is one."""
        start = self.here
        first = self.maybe_star_pattern()
        if not self.at(','):
            if isinstance(first, N.MatchStar):
                raise self.error('invalid syntax')
            return first
        items = [first]
        while self.accept(','):
            if self.at(':') or self.at('if'):
                break
            items.append(self.maybe_star_pattern())
        return self.node(N.MatchSequence, start, items)

    def maybe_star_pattern(self):
        if not self.at('*'):
            return self.as_pattern()
        start = self.here
        self.advance()
        name = self.name()
        return self.node(N.MatchStar, start, None if name == '_' else name)

    def as_pattern(self):
        start = self.here
        pattern = self.or_pattern()
        if not self.accept('as'):
            return pattern
        if self.at('_'):
            raise self.error("cannot use '_' as a target")
        return self.node(N.MatchAs, start, pattern, self.name())

    def or_pattern(self):
        start = self.here
        first = self.closed_pattern()
        if not self.at('|'):
            return first
        choices = [first]
        while self.accept('|'):
            choices.append(self.closed_pattern())
        return self.node(N.MatchOr, start, choices)

    def closed_pattern(self):
        token, start = self.token, self.here
        if token.kind in (NUMBER, STRING, FSTRING) or self.at('-'):
            return self.node(N.MatchValue, start, self.literal())
        if token.kind == NAME:
            if token.text in _SINGLETONS:
                self.advance()
                return self.node(N.MatchSingleton, start, _SINGLETONS[token.text])
            return self.name_pattern()
        if self.at('('):
            return self.group_pattern()
        if self.accept('['):
            items = self.items(']')
            return self.node(N.MatchSequence, start, items)
        if self.at('{'):
            return self.mapping_pattern()
        raise self.error('invalid syntax')

    def literal(self):
        if self.token.kind in (STRING, FSTRING):
            return self.strings()
        start = self.here
        value = self.signed_number()
        for sign, operator in (('+', N.Add), ('-', N.Sub)):
            if self.accept(sign):
                right = self.number()
                if not isinstance(right.value, complex):
                    raise self.error_at('imaginary number required in complex literal', right)
                return self.node(N.BinOp, start, value, operator(), right)
        return value

    def signed_number(self):
        start = self.here
        if self.accept('-'):
            return self.node(N.UnaryOp, start, N.USub(), self.number())
        return self.number()

    def number(self):
        if self.token.kind != NUMBER:
            raise self.error('invalid syntax')
        return self.atom()

    def name_pattern(self):
        start = self.here
        name = self.name()
        if not self.at('.') and not self.at('('):
            return self.node(N.MatchAs, start, None, None if name == '_' else name)
        value = self.node(N.Name, start, name, LOAD)
        while self.accept('.'):
            value = self.node(N.Attribute, start, value, self.name(), LOAD)
        if not self.at('('):
            return self.node(N.MatchValue, start, value)
        return self.class_pattern(start, value)

    def class_pattern(self, start, value):
        self.expect('(')
        patterns, names, named = [], [], []
        while not self.at(')'):
            if self.at_name() and self.peek().text == '=' and self.peek().kind == OP:
                names.append(self.advance().text)
                self.advance()
                named.append(self.as_pattern())
            else:
                pattern = self.as_pattern()
                if names:
                    raise self.error_at('positional patterns follow keyword patterns', pattern)
                patterns.append(pattern)
            if not self.accept(','):
                break
        self.close(')')
        return self.node(N.MatchClass, start, value, patterns, names, named)

    def group_pattern(self):
        start = self.here
        self.expect('(')
        if self.accept(')'):
            return self.node(N.MatchSequence, start, [])
        first = self.maybe_star_pattern()
        if not self.at(',') and not isinstance(first, N.MatchStar):
            self.close(')')
            return first
        items = [first] + (self.items(')') if self.accept(',') else self.items(')'))
        return self.node(N.MatchSequence, start, items)

    def items(self, closer):
        found = []
        while not self.at(closer):
            found.append(self.maybe_star_pattern())
            if not self.accept(','):
                break
        self.close(closer)
        return found

    def mapping_pattern(self):
        start = self.here
        self.expect('{')
        keys, patterns, rest = [], [], None
        while not self.at('}'):
            if self.accept('**'):
                rest = self.name()
                self.accept(',')
                break
            keys.append(self.mapping_key())
            self.expect(':')
            patterns.append(self.as_pattern())
            if not self.accept(','):
                break
        self.close('}')
        return self.node(N.MatchMapping, start, keys, patterns, rest)

    def mapping_key(self):
        start = self.here
        if self.token.kind == NAME:
            if self.token.text in _SINGLETONS:
                return self.atom()
            value = self.node(N.Name, start, self.name(), LOAD)
            while self.accept('.'):
                value = self.node(N.Attribute, start, value, self.name(), LOAD)
            return value
        return self.literal()
