"""Type expressions in strings: names, attributes, subscripts, calls, `|`, lists, tuples and literals.

No other expression is evaluated: a string that holds one is accepted as a forward reference, as CPython does, and evaluating
it raises a coded NotImplementedError, since no evaluator for all of Python is linked.
"""

import builtins

_KEYWORDS = set(
    "False None True and as assert async await break class continue def del elif else except finally for from global if "
    "import in is lambda nonlocal not or pass raise return try while with yield".split()
)
_IN_EXPRESSIONS = set("and await else for if in is lambda not or yield async".split())
_VALUES = {"None": None, "True": True, "False": False}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
#: The tree of an expression that is not evaluated here.
_OTHER = ("other",)


class _Other(Exception):
    """The expression has a part that is not evaluated here."""


def _tokens(text):
    """(kind, value) pairs; kinds: name, value, op, end."""
    result = []
    at = 0
    while at < len(text):
        c = text[at]
        if c in " \t\f" or c in "\r\n" and at:
            at += 1
        elif c.isidentifier():
            start = at
            while at < len(text) and ("a" + text[at]).isidentifier():
                at += 1
            if at < len(text) and text[at] in "'\"":
                raise _Other
            result.append(("name", text[start:at]))
        elif c.isdigit():
            start = at
            while at < len(text) and (text[at].isalnum() or text[at] in "._"):
                at += 1
            result.append(("value", _number(text[start:at])))
        elif c in "'\"":
            value, at = _string(text, at)
            result.append(("value", value))
        elif text.startswith("...", at):
            result.append(("value", ...))
            at += 3
        elif c in "[](),.|=*-:":
            result.append(("op", c))
            at += 1
        elif c in "+/%@&^~<>!{}":
            raise _Other
        else:
            raise SyntaxError
    result.append(("end", ""))
    return result


def _number(text):
    try:
        return int(text, 0)
    except ValueError:
        raise _Other from None


def _string(text, at):
    quote = text[at]
    if text.startswith(quote * 3, at):
        raise _Other
    at += 1
    result = ""
    while True:
        if at >= len(text) or text[at] == "\n":
            raise SyntaxError
        c = text[at]
        if c == quote:
            return result, at + 1
        if c == "\\":
            at += 1
            if at >= len(text):
                raise SyntaxError
            if text[at] not in _ESCAPES:
                raise _Other
            c = _ESCAPES[text[at]]
        result += c
        at += 1


class _Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.at = 0

    def is_op(self, op):
        kind, value = self.tokens[self.at]
        return kind == "op" and value == op

    def take(self, op):
        if self.is_op(op):
            self.at += 1
            return True
        return False

    def union(self):
        tree = self.postfix()
        while self.take("|"):
            tree = ("|", tree, self.postfix())
        kind, value = self.tokens[self.at]
        if kind == "name" and value in _IN_EXPRESSIONS or kind == "op" and value in "*-:":
            raise _Other
        return tree

    def postfix(self):
        tree = self.atom()
        while True:
            if self.take("."):
                kind, name = self.tokens[self.at]
                if kind != "name" or name in _KEYWORDS:
                    raise SyntaxError
                self.at += 1
                tree = (".", tree, name)
            elif self.take("["):
                items, is_tuple = self.items("]")
                if not items:
                    raise SyntaxError
                tree = ("[]", tree, ("tuple", items) if is_tuple else items[0])
            elif self.take("("):
                tree = ("()", tree, *self.arguments())
            else:
                return tree

    def arguments(self):
        positional, keywords = [], []
        while not self.take(")"):
            kind, name = self.tokens[self.at]
            if kind == "name" and self.tokens[self.at + 1] == ("op", "="):
                self.at += 2
                keywords.append((name, self.union()))
            elif self.is_op("*"):
                raise _Other
            else:
                positional.append(self.union())
            if not self.take(",") and not self.is_op(")"):
                raise SyntaxError
        return positional, keywords

    def items(self, closing):
        items = []
        is_tuple = False
        while not self.take(closing):
            if self.take("*"):
                items.append(("*", self.union()))
                is_tuple = True
            else:
                items.append(self.union())
            if self.take(","):
                is_tuple = True
            elif not self.is_op(closing):
                raise SyntaxError
        return items, is_tuple

    def atom(self):
        kind, value = self.tokens[self.at]
        self.at += 1
        if kind == "value":
            while isinstance(value, str) and isinstance(self.tokens[self.at][1], str) and self.tokens[self.at][0] == "value":
                value += self.tokens[self.at][1]
                self.at += 1
            return ("value", value)
        if kind == "name":
            if value in _VALUES:
                return ("value", _VALUES[value])
            if value in _IN_EXPRESSIONS:
                raise _Other
            if value in _KEYWORDS:
                raise SyntaxError
            return ("name", value)
        if kind == "op" and value == "[":
            return ("list", self.items("]")[0])
        if kind == "op" and value == "(":
            items, is_tuple = self.items(")")
            return ("tuple", items) if is_tuple or not items else items[0]
        if kind == "op" and value == "-":
            kind, value = self.tokens[self.at]
            if kind == "value" and isinstance(value, int):
                self.at += 1
                return ("value", -value)
            raise _Other
        raise SyntaxError


def parse(text):
    """The tree of a type expression; SyntaxError if it is no expression."""
    if not text.strip() or text.rstrip()[-1] in "+-*/%@&|^~<>=!.,:([{" and not text.rstrip().endswith(("...", ",")):
        raise SyntaxError
    try:
        parser = _Parser(_tokens(text))
        tree = ("first", parser.union()) if parser.take("*") else parser.union()
        if parser.is_op(","):
            parser.at = 0
            items = []
            while parser.tokens[parser.at][0] != "end":
                items.append(parser.union())
                if not parser.take(","):
                    break
            tree = ("tuple", items)
        if parser.is_op("="):
            raise SyntaxError
        if parser.tokens[parser.at][0] != "end":
            raise SyntaxError
        return tree
    except _Other:
        return _OTHER


def _items(trees, globalns, localns):
    result = []
    for tree in trees:
        if tree[0] == "*":
            result.extend(evaluate(tree[1], globalns, localns))
        else:
            result.append(evaluate(tree, globalns, localns))
    return result


def evaluate(tree, globalns, localns):
    """The value of a parsed type expression in these namespaces."""
    kind = tree[0]
    if kind == "name":
        name = tree[1]
        if name in localns:
            return localns[name]
        if name in globalns:
            return globalns[name]
        try:
            return getattr(builtins, name)
        except AttributeError:
            raise NameError(f"name {name!r} is not defined", name=name) from None
    if kind == "value":
        return tree[1]
    if kind == ".":
        return getattr(evaluate(tree[1], globalns, localns), tree[2])
    if kind == "[]":
        return evaluate(tree[1], globalns, localns)[evaluate(tree[2], globalns, localns)]
    if kind == "|":
        return evaluate(tree[1], globalns, localns) | evaluate(tree[2], globalns, localns)
    if kind == "list":
        return _items(tree[1], globalns, localns)
    if kind == "tuple":
        return tuple(_items(tree[1], globalns, localns))
    if kind == "()":
        function = evaluate(tree[1], globalns, localns)
        args = _items(tree[2], globalns, localns)
        return function(*args, **{name: evaluate(value, globalns, localns) for name, value in tree[3]})
    if kind == "first":
        return (*evaluate(tree[1], globalns, localns),)[0]
    raise NotImplementedError("PA0203: evaluating this annotation needs an evaluator for all of Python, which is not linked")
