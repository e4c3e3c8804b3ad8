"""Statements and whole texts."""
import _ast as N

from .cursor import DEL, STORE
from .expressions import describe
from .patterns import Patterns
from .tokens import DEDENT, END, INDENT, KEYWORDS, NAME, NEWLINE, OP

_AUGMENTED = {
    '+=': N.Add, '-=': N.Sub, '*=': N.Mult, '/=': N.Div, '//=': N.FloorDiv, '%=': N.Mod, '@=': N.MatMult, '&=': N.BitAnd,
    '|=': N.BitOr, '^=': N.BitXor, '<<=': N.LShift, '>>=': N.RShift, '**=': N.Pow}


class Parser(Patterns):
    # Whole texts

    def file(self):
        body = []
        while self.token.kind != END:
            if self.token.kind == NEWLINE:
                self.advance()
                continue
            body += self.statement()
        return N.Module(body, [])

    def expression_alone(self):
        while self.token.kind == NEWLINE:
            self.advance()
        value = self.several(self.expression)
        while self.token.kind == NEWLINE:
            self.advance()
        if self.token.kind != END:
            raise self.error('invalid syntax')
        return N.Expression(value)

    def interactive(self):
        if self.token.kind == NEWLINE:
            self.advance()
            return N.Interactive([N.Pass(lineno=1, col_offset=0, end_lineno=1, end_col_offset=0)])
        body = self.statement()
        while self.token.kind == NEWLINE:
            self.advance()
        if self.token.kind != END:
            raise self.error('multiple statements found while compiling a single statement')
        return N.Interactive(body)

    def function_type(self):
        self.expect('(')
        arguments = []
        while not self.at(')'):
            if not self.accept('**'):
                self.accept('*')
            arguments.append(self.expression())
            if not self.accept(','):
                break
        self.close(')')
        self.expect('->')
        result = self.expression()
        while self.token.kind == NEWLINE:
            self.advance()
        if self.token.kind != END:
            raise self.error('invalid syntax')
        return N.FunctionType(arguments, result)

    # Statements

    def statement(self):
        """One line of simple statements, or one compound statement."""
        token = self.token
        if token.kind == INDENT:
            raise self.error('unexpected indent')
        if token.kind == NAME:
            compound = _COMPOUND.get(token.text)
            if compound is not None:
                return [compound(self)]
            if token.text == 'match':
                made = self.match()
                if made is not None:
                    return [made]
        elif token.kind == OP and token.text == '@':
            return [self.decorated()]
        return self.simple_line()

    def simple_line(self):
        made = [self.simple()]
        while self.accept(';'):
            if self.token.kind == NEWLINE:
                break
            made.append(self.simple())
        if self.token.kind != NEWLINE:
            raise self.error('invalid syntax')
        self.advance()
        return made

    def simple(self):
        token = self.token
        if token.kind == NAME:
            one = _SIMPLE.get(token.text)
            if one is not None:
                return one(self)
            if token.text == 'type' and self.peek().kind == NAME and self.peek().text not in KEYWORDS:
                return self.type_alias()
        return self.assignment()

    def word(self, cls):
        start = self.here
        self.advance()
        return self.node(cls, start)

    def assignment(self):
        start, opened = self.here, self.at('(')
        value = self.yield_or(self.star_expressions)
        if self.token.kind == OP:
            if self.at('='):
                return self.chained(start, value)
            if self.at(':'):
                return self.annotated(start, value, opened)
            operator = _AUGMENTED.get(self.token.text)
            if operator is not None:
                if not isinstance(value, (N.Name, N.Attribute, N.Subscript)):
                    raise self.error_at("'%s' is an illegal expression for augmented assignment" % describe(value), value)
                self.to_context(value, STORE)
                self.advance()
                return self.node(N.AugAssign, start, value, operator(), self.yield_or(self.star_expressions))
        if isinstance(value, N.Name) and value.id in ('print', 'exec') and self.at_expression():
            self.star_expressions()
            raise self.error_between("Missing parentheses in call to '%s'. Did you mean %s(...)?" % (value.id, value.id), start,
                                     self.end)
        return self.node(N.Expr, start, value)

    def chained(self, start, value):
        targets = []
        while self.accept('='):
            targets.append(value)
            value = self.yield_or(self.star_expressions)
        for target in targets:
            if isinstance(target, N.Starred):
                raise self.error_at('starred assignment target must be in a list or tuple', target)
            if not isinstance(target, (N.Name, N.Attribute, N.Subscript, N.Tuple, N.List)):
                what = describe(target)
                if isinstance(target, (N.Yield, N.YieldFrom)):
                    raise self.error_at('assignment to yield expression not possible' if target is targets[0] else
                                        'cannot assign to yield expression', target)
                if what in ('True', 'False', 'None', 'ellipsis'):
                    raise self.error_at('cannot assign to %s%s' % (what, '' if what != 'ellipsis' else
                                        " here. Maybe you meant '==' instead of '='?"), target)
                raise self.error_at("cannot assign to %s here. Maybe you meant '==' instead of '='?" % what, target)
            self.to_context(target, STORE)
        return self.node(N.Assign, start, targets, value, None)

    def annotated(self, start, target, opened):
        if isinstance(target, (N.List, N.Tuple)):
            raise self.error_at('only single target (not %s) can be annotated' % describe(target), target)
        if not isinstance(target, (N.Name, N.Attribute, N.Subscript)):
            raise self.error_at('illegal target for annotation', target)
        self.to_context(target, STORE)
        self.expect(':')
        annotation = self.expression()
        value = self.yield_or(self.star_expressions) if self.accept('=') else None
        return self.node(N.AnnAssign, start, target, annotation, value, int(isinstance(target, N.Name) and not opened))

    def return_(self):
        start = self.here
        self.advance()
        return self.node(N.Return, start, self.star_expressions() if self.at_expression() else None)

    def raise_(self):
        start = self.here
        self.advance()
        value = self.expression() if self.at_expression() else None
        cause = self.expression() if value is not None and self.accept('from') else None
        return self.node(N.Raise, start, value, cause)

    def delete(self):
        start = self.here
        self.advance()
        first = self.to_context(self.bitwise(), DEL)
        targets = [first]
        while self.accept(','):
            if not self.at_expression():
                break
            targets.append(self.to_context(self.bitwise(), DEL))
        return self.node(N.Delete, start, targets)

    def names(self, cls):
        start = self.here
        self.advance()
        found = [self.name()]
        while self.accept(','):
            found.append(self.name())
        return self.node(cls, start, found)

    def assert_(self):
        start = self.here
        self.advance()
        test = self.expression()
        return self.node(N.Assert, start, test, self.expression() if self.accept(',') else None)

    def type_alias(self):
        start = self.here
        self.advance()
        place = self.here
        name = self.node_name(place)
        parameters = self.type_parameters()
        self.expect('=')
        return self.node(N.TypeAlias, start, name, parameters, self.expression())

    def node_name(self, place):
        text = self.name()
        return self.node(N.Name, place, text, STORE)

    # Imports

    def dotted(self):
        parts = [self.name()]
        while self.accept('.'):
            parts.append(self.name())
        return '.'.join(parts)

    def import_(self):
        start = self.here
        self.advance()
        found = []
        while True:
            place = self.here
            name = self.dotted()
            found.append(self.node(N.alias, place, name, self.name() if self.accept('as') else None))
            if not self.accept(','):
                return self.node(N.Import, start, found)

    def import_from(self):
        start = self.here
        self.advance()
        level = 0
        while self.at('.') or self.at('...'):
            level += len(self.advance().text)
        module = None if self.at('import') and level else self.dotted()
        self.expect('import')
        place = self.here
        if self.accept('*'):
            return self.node(N.ImportFrom, start, module, [self.node(N.alias, place, '*', None)], level)
        is_open = self.accept('(')
        found = []
        while True:
            place = self.here
            name = self.name()
            found.append(self.node(N.alias, place, name, self.name() if self.accept('as') else None))
            if not self.accept(','):
                break
            if is_open and self.at(')'):
                break
            if not is_open and self.token.kind == NEWLINE:
                raise self.error('trailing comma not allowed without surrounding parentheses')
        if is_open:
            self.close(')')
        return self.node(N.ImportFrom, start, module, found, level)

    # Compound statements

    def block(self, what, line):
        self.expect(':')
        if self.token.kind != NEWLINE:
            return self.simple_line()
        self.advance()
        if self.token.kind != INDENT:
            raise self.error('expected an indented block after %s on line %d' % (what, line), IndentationError)
        self.advance()
        body = []
        while self.token.kind not in (DEDENT, END):
            body += self.statement()
        if self.token.kind == DEDENT:
            self.advance()
        return body

    def if_(self):
        start = self.here
        word = self.advance().text
        test = self.named_expression()
        body = self.block("'%s' statement" % word, start[0])
        if self.at('elif'):
            other = [self.if_()]
        else:
            other = self.else_()
        return self.node(N.If, start, test, body, other)

    def else_(self):
        line = self.here[0]
        return self.block("'else' statement", line) if self.accept('else') else []

    def while_(self):
        start = self.here
        self.advance()
        test = self.named_expression()
        body = self.block("'while' statement", start[0])
        other = self.else_()
        return self.node(N.While, start, test, body, other)

    def for_(self, start=None, cls=N.For):
        start = start or self.here
        self.expect('for')
        target = self.targets()
        self.expect('in')
        iterable = self.star_expressions()
        body = self.block("'for' statement", start[0])
        other = self.else_()
        return self.node(cls, start, target, iterable, body, other, None)

    def with_(self, start=None, cls=N.With):
        start = start or self.here
        self.expect('with')
        items = self.parenthesized_items() if self.at('(') else None
        if items is None:
            items = [self.with_item()]
            while self.accept(','):
                items.append(self.with_item())
        body = self.block("'with' statement", start[0])
        return self.node(cls, start, items, body, None)

    def with_item(self):
        value = self.expression()
        if not self.accept('as'):
            return N.withitem(value, None)
        target = self.starred(self.bitwise) if self.at('*') else self.primary()
        return N.withitem(value, self.to_context(target, STORE))

    def parenthesized_items(self):
        """`( item, … )` before the colon; None if that is an expression."""
        index, end = self.index, self.end
        self.advance()
        items = []
        try:
            while not self.at(')'):
                items.append(self.with_item())
                if not self.accept(','):
                    break
            self.close(')')
        except SyntaxError:
            items = []
        if items and self.at(':'):
            return items
        self.back_to(index, end)
        return None

    def try_(self):
        start = self.here
        self.advance()
        body = self.block("'try' statement", start[0])
        handlers, is_star = [], False
        while self.at('except'):
            place = self.here
            self.advance()
            is_star = self.accept('*')
            kind = name = None
            if not self.at(':'):
                kind = self.expression()
                if self.at(','):
                    raise self.error_between('multiple exception types must be parenthesized', (kind.lineno, kind.col_offset),
                                             self.end)
                if self.accept('as'):
                    name = self.name()
            what = "'except*' statement" if is_star else "'except' statement"
            handled = self.block(what, place[0])
            handlers.append(self.node(N.ExceptHandler, place, kind, name, handled))
        other = self.else_() if handlers else []
        line = self.here[0]
        final = self.block("'finally' statement", line) if self.accept('finally') else []
        if not handlers and not final:
            raise self.error("expected 'except' or 'finally' block")
        return self.node(N.TryStar if is_star else N.Try, start, body, handlers, other, final)

    def async_(self, decorators=()):
        start = self.here
        self.advance()
        if self.at('def'):
            return self.function(list(decorators), start, N.AsyncFunctionDef)
        if self.at('with') and not decorators:
            return self.with_(start, N.AsyncWith)
        if self.at('for') and not decorators:
            return self.for_(start, N.AsyncFor)
        raise self.error('invalid syntax')

    def decorated(self):
        decorators = []
        while self.accept('@'):
            decorators.append(self.named_expression())
            if self.token.kind != NEWLINE:
                raise self.error('invalid syntax')
            self.advance()
        if self.at('def'):
            return self.function(decorators)
        if self.at('class'):
            return self.class_(decorators)
        if self.at('async'):
            return self.async_(decorators)
        raise self.error('invalid syntax')

    def function(self, decorators=None, start=None, cls=N.FunctionDef):
        start = start or self.here
        self.expect('def')
        name = self.name()
        parameters = self.type_parameters()
        self.expect('(')
        arguments = self.parameters(')', True)
        self.close(')')
        result = self.expression() if self.accept('->') else None
        body = self.block('function definition', start[0])
        return self.node(cls, start, name, arguments, body, decorators or [], result, None, parameters)

    def class_(self, decorators=None):
        start = self.here
        self.expect('class')
        name = self.name()
        parameters = self.type_parameters()
        bases, keywords = self.arguments() if self.at('(') else ([], [])
        body = self.block('class definition', start[0])
        return self.node(N.ClassDef, start, name, bases, keywords, body, decorators or [], parameters)

    def type_parameters(self):
        if not self.accept('['):
            return []
        found = []
        while not self.at(']'):
            start = self.here
            if self.accept('**'):
                name = self.name()
                found.append(self.node(N.ParamSpec, start, name, self.expression() if self.accept('=') else None))
            elif self.accept('*'):
                name = self.name()
                found.append(self.node(N.TypeVarTuple, start, name, self.star_expression() if self.accept('=') else None))
            else:
                name = self.name()
                bound = self.expression() if self.accept(':') else None
                found.append(self.node(N.TypeVar, start, name, bound, self.expression() if self.accept('=') else None))
            if not self.accept(','):
                break
        if not found:
            raise self.error('Type parameter list cannot be empty')
        self.close(']')
        return found

    def match(self):
        """A match statement; None if `match` is a name here."""
        index, end, start = self.index, self.end, self.here
        self.advance()
        try:
            subject = self.several(self.star_named_expression)
            if isinstance(subject, N.Starred):
                raise self.error('invalid syntax')
            is_match = self.at(':') and self.peek().kind == NEWLINE and self.peek(2).kind == INDENT and self.peek(3).text == 'case'
        except SyntaxError:
            is_match = False
        if not is_match:
            self.back_to(index, end)
            return None
        for _ in range(3):
            self.advance()
        cases = []
        while self.token.kind not in (DEDENT, END):
            line = self.here[0]
            if not self.at('case'):
                raise self.error('invalid syntax')
            self.advance()
            pattern = self.patterns()
            guard = self.named_expression() if self.accept('if') else None
            cases.append(N.match_case(pattern, guard, self.block("'case' statement", line)))
        if self.token.kind == DEDENT:
            self.advance()
        return self.node(N.Match, start, subject, cases)


_COMPOUND = {
    'if': Parser.if_, 'while': Parser.while_, 'for': Parser.for_, 'try': Parser.try_, 'with': Parser.with_, 'def': Parser.function,
    'class': Parser.class_, 'async': Parser.async_}
_SIMPLE = {
    'pass': lambda self: self.word(N.Pass), 'break': lambda self: self.word(N.Break), 'continue': lambda self: self.word(N.Continue),
    'return': Parser.return_, 'raise': Parser.raise_, 'del': Parser.delete, 'global': lambda self: self.names(N.Global),
    'nonlocal': lambda self: self.names(N.Nonlocal), 'assert': Parser.assert_, 'import': Parser.import_, 'from': Parser.import_from}
