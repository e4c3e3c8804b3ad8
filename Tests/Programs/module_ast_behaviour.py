import ast
print(ast.dump(ast.parse("x = 1 + 2 * f(a, *b, c=3, **d)\nprint(f'{x!r:>{w}} {x=}')"), indent=2))
print(ast.literal_eval("[1, 2.5, -3, 'a', b'b', {'k': (1, 2)}, {1, 2}, None, True, 1+2j]"))
for bad in ("foo", "1 +", "f(x)", "[1, 2", "'abc", "{1: 2, 3}", "1 2", "(1", "a b", " 1", "1 + 'x'", "-'x'", "{[]: 1}", ""):
    try:
        print(bad, ast.literal_eval(bad))
    except Exception as e:
        print(repr(bad), type(e).__name__, str(e).partition(" at 0x")[0], getattr(e, 'lineno', None), getattr(e, 'offset', None), getattr(e, 'end_offset', None))
print(ast.unparse(ast.parse("def f(a, /, b: int = 3, *c, d, **e) -> int:\n    '''doc'''\n    return [x for x in y if x] if a else lambda q: q ** 2\nclass A(B, metaclass=C):\n    x: int = 5\n")))
class V(ast.NodeVisitor):
    def visit_Name(self, node): print(node.id, node.lineno, node.col_offset)
V().visit(ast.parse("a.b(c)[d]"))
class T(ast.NodeTransformer):
    def visit_Constant(self, n): return ast.copy_location(ast.Constant(n.value * 2), n)
print(ast.unparse(T().visit(ast.parse("x = [1, 2, 'a']"))))
print(ast.get_docstring(ast.parse("'''hello\n   there'''")), [type(n).__name__ for n in ast.walk(ast.parse("a+b"))])
print(ast.Name('x'), ) if 0 else None
print(ast.dump(ast.Name('x')), ast.Name._fields, isinstance(ast.Add(), ast.operator))
print(ast.get_source_segment("x = foo(1)", ast.parse("x = foo(1)").body[0].value))
