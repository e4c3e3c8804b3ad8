"""Expressions, parameters and targets, by recursive descent along the grammar of Python 3.13."""
import _ast as N

from .cursor import DEL, LOAD, STORE, Cursor, start_of
from .strings import Text
from .tokens import END, FSTRING, KEYWORDS, NAME, NUMBER, OP, STRING

_BINARY = (
    {'|': N.BitOr}, {'^': N.BitXor}, {'&': N.BitAnd}, {'<<': N.LShift, '>>': N.RShift}, {'+': N.Add, '-': N.Sub},
    {'*': N.Mult, '/': N.Div, '//': N.FloorDiv, '%': N.Mod, '@': N.MatMult})
_UNARY = {'+': N.UAdd, '-': N.USub, '~': N.Invert}
_COMPARISONS = {'==': N.Eq, '!=': N.NotEq, '<': N.Lt, '<=': N.LtE, '>': N.Gt, '>=': N.GtE, 'in': N.In, 'is': N.Is}
_CONSTANTS = {'True': True, 'False': False, 'None': None}
# Words that an expression may start with although they are keywords.
_STARTS = frozenset(('True', 'False', 'None', 'not', 'await', 'lambda', 'yield'))


class Expressions(Cursor):
    def at_expression(self):
        token = self.token
        if token.kind == NAME:
            return token.text not in KEYWORDS or token.text in _STARTS
        return token.kind in (NUMBER, STRING, FSTRING) or token.kind == OP and token.text in ('(', '[', '{', '-', '+', '~', '...', '*')

    # Several expressions

    def several(self, one):
        """`one {',' one} [',']`: a node, or a tuple of them."""
        start = self.here
        first = one()
        if not self.at(','):
            return first
        items = [first]
        while self.accept(','):
            if not self.at_expression():
                break
            items.append(one())
        return self.node(N.Tuple, start, items, LOAD)

    def star_expressions(self):
        return self.several(self.star_expression)

    def star_expression(self):
        return self.starred(self.bitwise) if self.at('*') else self.expression()

    def star_named_expression(self):
        return self.starred(self.bitwise) if self.at('*') else self.named_expression()

    def starred(self, operand):
        start = self.here
        self.expect('*')
        return self.node(N.Starred, start, operand(), LOAD)

    def named_expression(self):
        if self.at_name() and self.peek().text == ':=' and self.peek().kind == OP:
            start = self.here
            name = self.advance().text
            target = self.node(N.Name, start, name, STORE)
            self.advance()
            return self.node(N.NamedExpr, start, target, self.expression())
        value = self.expression()
        if self.at(':='):
            raise self.error_at('cannot use assignment expressions with %s' % describe(value), value)
        return value

    def yield_expression(self):
        start = self.here
        self.expect('yield')
        if self.accept('from'):
            return self.node(N.YieldFrom, start, self.expression())
        return self.node(N.Yield, start, self.star_expressions() if self.at_expression() else None)

    def yield_or(self, other):
        return self.yield_expression() if self.at('yield') else other()

    # By precedence

    def expression(self):
        if self.at('lambda'):
            return self.lambda_()
        start = self.here
        value = self.disjunction()
        if not self.at('if'):
            return value
        self.advance()
        test = self.disjunction()
        if not self.at('else'):
            raise self.error_between("expected 'else' after 'if' expression", start, self.end)
        self.advance()
        return self.node(N.IfExp, start, test, value, self.expression())

    def lambda_(self):
        start = self.here
        self.expect('lambda')
        parameters = self.parameters(':', False)
        self.expect(':')
        return self.node(N.Lambda, start, parameters, self.expression())

    def disjunction(self):
        return self.boolean('or', N.Or, self.conjunction)

    def conjunction(self):
        return self.boolean('and', N.And, self.inversion)

    def boolean(self, word, operator, operand):
        start = self.here
        first = operand()
        if not self.at(word):
            return first
        values = [first]
        while self.accept(word):
            values.append(operand())
        return self.node(N.BoolOp, start, operator(), values)

    def inversion(self):
        if not self.at('not'):
            return self.comparison()
        start = self.here
        self.advance()
        return self.node(N.UnaryOp, start, N.Not(), self.inversion())

    def comparison(self):
        start = self.here
        left = self.bitwise()
        operators, operands = [], []
        while True:
            token = self.token
            if token.kind not in (OP, NAME):
                break
            operator = _COMPARISONS.get(token.text)
            if token.text == 'not' and self.peek().text == 'in' and self.peek().kind == NAME:
                self.advance()
                operator = N.NotIn
            elif operator is None:
                break
            self.advance()
            if token.text == 'is' and self.accept('not'):
                operator = N.IsNot
            operators.append(operator())
            operands.append(self.bitwise())
        return self.node(N.Compare, start, left, operators, operands) if operators else left

    def bitwise(self, level=0):
        if level == len(_BINARY):
            return self.factor()
        start = self.here
        left = self.bitwise(level + 1)
        operators = _BINARY[level]
        while self.token.kind == OP and self.token.text in operators:
            operator = operators[self.advance().text]
            left = self.node(N.BinOp, start, left, operator(), self.bitwise(level + 1))
        return left

    def factor(self):
        start = self.here
        if self.token.kind == OP and self.token.text in _UNARY:
            operator = _UNARY[self.advance().text]
            return self.node(N.UnaryOp, start, operator(), self.factor())
        left = self.awaited()
        if not self.accept('**'):
            return left
        return self.node(N.BinOp, start, left, N.Pow(), self.factor())

    def awaited(self):
        if not self.at('await'):
            return self.primary()
        start = self.here
        self.advance()
        return self.node(N.Await, start, self.primary())

    def primary(self):
        start = self.here
        value = self.atom()
        while self.token.kind == OP:
            if self.accept('.'):
                value = self.node(N.Attribute, start, value, self.name(), LOAD)
            elif self.at('('):
                arguments, keywords = self.arguments()
                value = self.node(N.Call, start, value, arguments, keywords)
            elif self.accept('['):
                index = self.subscript()
                self.expect(']')
                value = self.node(N.Subscript, start, value, index, LOAD)
            else:
                break
        return value

    # Calls and subscripts

    def arguments(self):
        """(arguments, keywords) of `( … )`."""
        opening = self.here
        self.expect('(')
        arguments, keywords = [], []
        unpacks = False
        while not self.at(')'):
            start = self.here
            if self.accept('**'):
                keywords.append(self.node(N.keyword, start, None, self.expression()))
                unpacks = True
            elif self.at('*'):
                if unpacks:
                    raise self.error_between('iterable argument unpacking follows keyword argument unpacking', start, self.end)
                arguments.append(self.starred(self.expression))
            elif self.at_name() and self.peek().text == '=' and self.peek().kind == OP:
                name = self.advance().text
                self.advance()
                keywords.append(self.node(N.keyword, start, name, self.expression()))
            else:
                value = self.named_expression()
                if self.at('for') or self.at('async'):
                    clauses = self.clauses()
                    if arguments or keywords or not self.at(')'):
                        raise self.error_between('Generator expression must be parenthesized', start, self.end)
                    self.advance()
                    return [self.node(N.GeneratorExp, opening, value, clauses)], []
                if self.at('='):
                    if isinstance(value, N.Constant) and value.value in (True, False, None) and not isinstance(value.value, (int, str)) \
                            or isinstance(value, N.Constant) and isinstance(value.value, bool):
                        raise self.error_between('cannot assign to %s' % value.value, start, (self.token.end_line, self.token.end_column))
                    raise self.error_between('expression cannot contain assignment, perhaps you meant "=="?', start,
                                             (self.token.end_line, self.token.end_column))
                if keywords:
                    raise self.error('positional argument follows keyword argument%s' % (' unpacking' if unpacks else ''))
                arguments.append(value)
            if not self.accept(','):
                break
        self.close(')', start_of(max(arguments + keywords, key=start_of)) if arguments or keywords else None)
        return arguments, keywords

    def subscript(self):
        start = self.here
        first = self.slice()
        if not self.at(','):
            # A starred index alone is a tuple of one.
            return self.node(N.Tuple, start, [first], LOAD) if isinstance(first, N.Starred) else first
        items = [first]
        while self.accept(','):
            if self.at(']'):
                break
            items.append(self.slice())
        return self.node(N.Tuple, start, items, LOAD)

    def slice(self):
        start = self.here
        if self.at('*'):
            return self.starred(self.bitwise)
        lower = None if self.at(':') else self.named_expression()
        if not self.accept(':'):
            return lower
        upper = None if self.at(':') or self.at(']') or self.at(',') else self.expression()
        step = None
        if self.accept(':') and not self.at(']') and not self.at(','):
            step = self.expression()
        return self.node(N.Slice, start, lower, upper, step)

    # Atoms

    def atom(self):
        token, start = self.token, self.here
        if token.kind == NAME:
            if token.text in _CONSTANTS:
                self.advance()
                return self.node(N.Constant, start, _CONSTANTS[token.text], None)
            if token.text in KEYWORDS:
                raise self.error('invalid syntax')
            self.advance()
            return self.node(N.Name, start, token.text, LOAD)
        if token.kind == NUMBER:
            self.advance()
            return self.node(N.Constant, start, token.value, None)
        if token.kind in (STRING, FSTRING):
            return self.strings()
        if token.kind == OP:
            if token.text == '(':
                return self.parenthesized()
            if token.text == '[':
                return self.list_display()
            if token.text == '{':
                return self.brace_display()
            if token.text == '...':
                self.advance()
                return self.node(N.Constant, start, ..., None)
        raise self.error('invalid syntax')

    def parenthesized(self):
        start = self.here
        self.advance()
        if self.accept(')'):
            return self.node(N.Tuple, start, [], LOAD)
        if self.at('yield'):
            value = self.yield_expression()
            self.close(')')
            return value
        first = self.star_named_expression()
        if self.at('for') or self.at('async'):
            clauses = self.comprehension_of(first, ')')
            return self.node(N.GeneratorExp, start, first, clauses)
        if not self.at(','):
            self.close(')', start_of(first))
            if isinstance(first, N.Starred):
                raise self.error_at('cannot use starred expression here', first)
            return first
        items = self.rest(first, ')')
        return self.node(N.Tuple, start, items, LOAD)

    def list_display(self):
        start = self.here
        self.advance()
        if self.accept(']'):
            return self.node(N.List, start, [], LOAD)
        first = self.star_named_expression()
        if self.at('for') or self.at('async'):
            clauses = self.comprehension_of(first, ']')
            return self.node(N.ListComp, start, first, clauses)
        items = self.rest(first, ']')
        return self.node(N.List, start, items, LOAD)

    def brace_display(self):
        start = self.here
        self.advance()
        if self.accept('}'):
            return self.node(N.Dict, start, [], [])
        if self.at('**'):
            return self.dict_display(start, [], [])
        first = self.star_named_expression()
        if self.accept(':'):
            value = self.expression()
            if self.at('for') or self.at('async'):
                clauses = self.comprehension_of(first, '}')
                return self.node(N.DictComp, start, first, value, clauses)
            return self.dict_display(start, [first], [value])
        if self.at('for') or self.at('async'):
            clauses = self.comprehension_of(first, '}')
            return self.node(N.SetComp, start, first, clauses)
        items = self.rest(first, '}')
        return self.node(N.Set, start, items)

    def dict_display(self, start, keys, values):
        if keys and not self.accept(','):
            self.close('}')
            return self.node(N.Dict, start, keys, values)
        while not self.at('}'):
            stars = self.here
            if self.accept('**'):
                keys.append(None)
                values.append(self.bitwise())
                if self.at('for') or self.at('async'):
                    raise self.error_between('dict unpacking cannot be used in dict comprehension', stars, (stars[0], stars[1] + 2))
            else:
                keys.append(self.expression())
                if not self.at(':'):
                    raise self.scanner.open_error("':' expected after dictionary key", self.position_of(self.end) - 1)
                self.advance()
                values.append(self.expression())
            if not self.accept(','):
                break
        self.close('}')
        return self.node(N.Dict, start, keys, values)

    def rest(self, first, closer):
        """The elements of a display after its first one, with the closing bracket."""
        items = [first]
        while self.accept(','):
            if self.at(closer):
                break
            items.append(self.star_named_expression())
        self.close(closer, start_of(items[-1]))
        return items

    def close(self, closer, last=None):
        """Takes a closing bracket; `last` is where the expression before it starts."""
        if not self.at(closer):
            raise self.missing_comma(last) or self.error('invalid syntax')
        self.advance()

    def missing_comma(self, last):
        """The error of two expressions in brackets side by side; None if it is another one."""
        if last is None or not self.at_expression() or self.at('*') or self.at('-') or self.at('+'):
            return None
        index, end = self.index, self.end
        try:
            self.expression()
            return self.error_between('invalid syntax. Perhaps you forgot a comma?', last, self.end)
        except SyntaxError:
            return None
        finally:
            self.back_to(index, end)

    # Comprehensions

    def comprehension_of(self, element, closer):
        if isinstance(element, N.Starred):
            raise self.error_at('iterable unpacking cannot be used in comprehension', element)
        clauses = self.clauses()
        self.close(closer)
        return clauses

    def clauses(self):
        found = []
        while self.at('for') or self.at('async'):
            is_async = int(self.accept('async'))
            self.expect('for')
            target = self.targets()
            self.expect('in')
            iterable = self.disjunction()
            tests = []
            while self.accept('if'):
                tests.append(self.disjunction())
            found.append(N.comprehension(target, iterable, tests, is_async))
        return found

    # Targets

    def targets(self):
        """What `for` assigns to."""
        return self.to_context(self.several(lambda: self.starred(self.bitwise) if self.at('*') else self.bitwise()), STORE)

    def to_context(self, node, context):
        """Makes a parsed expression a target."""
        if isinstance(node, (N.Name, N.Attribute, N.Subscript)):
            node.ctx = context
        elif isinstance(node, (N.Tuple, N.List)):
            for item in node.elts:
                self.to_context(item, context)
            node.ctx = context
        elif isinstance(node, N.Starred) and context is STORE:
            self.to_context(node.value, context)
            node.ctx = context
        else:
            raise self.error_at('cannot %s %s' % ('delete' if context is DEL else 'assign to', describe(node)), node)
        return node

    # Parameters

    def parameters(self, closer, annotated):
        """Everything up to `closer`, which is left."""
        before, plain, defaults, named, named_defaults = [], [], [], [], []
        star = double = None
        is_named = False
        while not self.at(closer):
            start = self.here
            if self.accept('/'):
                if before or is_named or not plain:
                    raise self.error_between('at least one argument must precede /' if not plain and not before and not is_named
                                             else '/ may appear only once' if before else '/ must be ahead of *', start, self.end)
                before, plain = plain, []
            elif self.accept('**'):
                double = self.parameter(annotated)
                self.accept(',')
                if not self.at(closer):
                    raise self.error('arguments cannot follow var-keyword argument')
                break
            elif self.accept('*'):
                if is_named:
                    raise self.error_between('* argument may appear only once', start, self.end)
                is_named = True
                if self.at(','):
                    if self.peek().text in (closer, '**'):
                        raise self.error_between('named arguments must follow bare *', start, self.end)
                elif self.at(closer):
                    raise self.error_between('named arguments must follow bare *', start, self.end)
                else:
                    star = self.parameter(annotated, True)
            else:
                made = self.parameter(annotated)
                default = self.expression() if self.accept('=') else None
                if is_named:
                    named.append(made)
                    named_defaults.append(default)
                else:
                    if default is None and defaults:
                        raise self.error_at('parameter without a default follows parameter with a default', made)
                    plain.append(made)
                    if default is not None:
                        defaults.append(default)
            if not self.accept(','):
                break
        return N.arguments(before, plain, star, named, named_defaults, double, defaults)

    def parameter(self, annotated, is_star=False):
        start = self.here
        name = self.name()
        annotation = None
        if annotated and self.accept(':'):
            annotation = self.starred(self.bitwise) if is_star and self.at('*') else self.expression()
        return self.node(N.arg, start, name, annotation, None)

    # Strings

    def strings(self):
        """Neighbouring string literals."""
        start, tokens = self.here, []
        while self.token.kind in (STRING, FSTRING):
            tokens.append(self.advance())
        are_bytes = [isinstance(token.value, bytes) for token in tokens]
        if any(are_bytes):
            if not all(are_bytes):
                last = tokens[-1]
                raise self.error_between('cannot mix bytes and nonbytes literals', (last.line, last.column), self.end)
            return self.node(N.Constant, start, b''.join(token.value for token in tokens), None)
        kind = 'u' if tokens[0].text[0] in 'uU' else None
        if all(token.kind == STRING for token in tokens):
            return self.node(N.Constant, start, ''.join(token.value for token in tokens), kind)
        end, values = self.end, []
        for token in tokens:
            if token.kind == STRING:
                self.add_text(values, token.value, (token.line, token.column, token.end_line, token.end_column),
                              'u' if token.text[0] in 'uU' else None)
            else:
                self.add_parts(values, token.value)
        self.end = end
        return self.node(N.JoinedStr, start, [value for value in values if not isinstance(value, N.Constant) or value.value])

    def add_text(self, values, text, place, kind=None):
        if values and isinstance(values[-1], N.Constant):
            last = values[-1]
            last.value += text
            last.end_lineno, last.end_col_offset = place[2:]
            return
        self.end = place[2:]
        values.append(self.node(N.Constant, place[:2], text, kind))

    def add_parts(self, values, parts):
        for part in parts:
            if isinstance(part, Text):
                self.add_text(values, part.value, part.place)
                continue
            if part.debug is not None:
                self.add_text(values, part.debug, part.debug_place)
            inner = type(self)(self.scanner, part.tokens)
            value = inner.yield_or(inner.star_expressions)
            if inner.token.kind != END:
                raise inner.missing_comma(start_of(value)) or inner.error("f-string: expecting '=', or '!', or ':', or '}'")
            spec = None
            if part.spec is not None:
                contents = []
                self.add_parts(contents, part.spec)
                self.end = part.spec_place[2:]
                # From the colon on.
                line, column = part.spec_place[:2]
                spec = self.node(N.JoinedStr, (line, column - 1), contents)
            conversion = part.conversion
            if part.debug is not None and conversion < 0 and spec is None:
                conversion = ord('r')
            self.end = part.place[2:]
            values.append(self.node(N.FormattedValue, part.place[:2], value, conversion, spec))


_DESCRIPTIONS = {
    N.Call: 'function call', N.GeneratorExp: 'generator expression', N.Yield: 'yield expression', N.YieldFrom: 'yield expression',
    N.Await: 'await expression', N.ListComp: 'list comprehension', N.SetComp: 'set comprehension', N.DictComp: 'dict comprehension',
    N.Dict: 'dict literal', N.Set: 'set display', N.JoinedStr: 'f-string expression', N.FormattedValue: 'f-string expression',
    N.Compare: 'comparison', N.IfExp: 'conditional expression', N.NamedExpr: 'named expression', N.Lambda: 'lambda',
    N.Starred: 'starred', N.Tuple: 'tuple', N.List: 'list', N.Name: 'name', N.Attribute: 'attribute', N.Subscript: 'subscript'}


def describe(node):
    """What messages call an expression."""
    if isinstance(node, N.Constant):
        if node.value is None or isinstance(node.value, bool):
            return str(node.value)
        return 'ellipsis' if node.value is ... else 'literal'
    return _DESCRIPTIONS.get(type(node), 'expression')
