// The dump of expressions: field order is that of the ASDL.

extension ASTDumper {
  func expr(_ id: ExprID) {
    let range = ast.range(of: id)
    switch ast[id] {
    case .boolOp(let operation, let values):
      node("BoolOp", range) {
        $0.field("op") { $0.write(operation == .and ? "And()" : "Or()") }
        $0.exprs("values", values)
      }
    case .namedExpr(let target, let value):
      node("NamedExpr", range) {
        $0.exprField("target", target)
        $0.exprField("value", value)
      }
    case .binOp(let left, let operation, let right):
      node("BinOp", range) {
        $0.exprField("left", left)
        $0.field("op") { $0.write(ASTDumper.name(operation)) }
        $0.exprField("right", right)
      }
    case .unaryOp(let operation, let operand):
      node("UnaryOp", range) {
        $0.field("op") { $0.write(ASTDumper.name(operation)) }
        $0.exprField("operand", operand)
      }
    case .lambda(let args, let body):
      node("Lambda", range) {
        $0.arguments(args)
        $0.exprField("body", body)
      }
    case .ifExp(let test, let body, let orelse):
      node("IfExp", range) {
        $0.exprField("test", test)
        $0.exprField("body", body)
        $0.exprField("orelse", orelse)
      }
    case .dict(let keys, let values):
      node("Dict", range) {
        $0.list("keys", $0.ast.optionalExprs(keys)) { $0.optional($1) }
        $0.exprs("values", values)
      }
    case .set(let elts): node("Set", range) { $0.exprs("elts", elts) }
    case .listComp(let elt, let generators):
      comprehension("ListComp", range, elt, nil, generators)
    case .setComp(let elt, let generators):
      comprehension("SetComp", range, elt, nil, generators)
    case .generatorExp(let elt, let generators):
      comprehension("GeneratorExp", range, elt, nil, generators)
    case .dictComp(let key, let value, let generators):
      comprehension("DictComp", range, key, value, generators)
    case .await(let value): node("Await", range) { $0.exprField("value", value) }
    case .yield(let value): node("Yield", range) { $0.exprField("value", value) }
    case .yieldFrom(let value): node("YieldFrom", range) { $0.exprField("value", value) }
    case .compare(let left, let ops, let comparators):
      node("Compare", range) {
        $0.exprField("left", left)
        $0.list("ops", $0.ast.cmpOps(ops)) { $0.write(ASTDumper.name($1)) }
        $0.exprs("comparators", comparators)
      }
    case .call(let function, let args, let keywords):
      node("Call", range) {
        $0.exprField("func", function)
        $0.exprs("args", args)
        $0.keywords(keywords)
      }
    case .formattedValue(let value, let conversion, let spec):
      node("FormattedValue", range) {
        $0.exprField("value", value)
        $0.field("conversion") { $0.write(String(conversion.asdlValue)) }
        $0.exprField("format_spec", spec)
      }
    case .joinedStr(let values): node("JoinedStr", range) { $0.exprs("values", values) }
    case .constant(let value, let hasUPrefix):
      node("Constant", range) {
        $0.field("value") { $0.constant(value) }
        if hasUPrefix { $0.field("kind") { $0.write("'u'") } }
      }
    case .attribute(let value, let attr, let ctx):
      node("Attribute", range) {
        $0.exprField("value", value)
        $0.nameField("attr", attr)
        $0.context(ctx)
      }
    case .subscript(let value, let slice, let ctx):
      node("Subscript", range) {
        $0.exprField("value", value)
        $0.exprField("slice", slice)
        $0.context(ctx)
      }
    case .starred(let value, let ctx):
      node("Starred", range) {
        $0.exprField("value", value)
        $0.context(ctx)
      }
    case .name(let name, let ctx):
      node("Name", range) {
        $0.nameField("id", name)
        $0.context(ctx)
      }
    case .list(let elts, let ctx):
      node("List", range) {
        $0.exprs("elts", elts)
        $0.context(ctx)
      }
    case .tuple(let elts, let ctx):
      node("Tuple", range) {
        $0.exprs("elts", elts)
        $0.context(ctx)
      }
    case .slice(let lower, let upper, let step):
      node("Slice", range) {
        $0.exprField("lower", lower)
        $0.exprField("upper", upper)
        $0.exprField("step", step)
      }
    }
  }

  private func comprehension(
    _ kind: StaticString, _ range: SourceRange, _ element: ExprID, _ value: ExprID?,
    _ generators: ComprehensionList
  ) {
    node(kind, range) {
      $0.exprField(value == nil ? "elt" : "key", element)
      $0.exprField("value", value)
      $0.list("generators", $0.ast.comprehensions(generators)) { dumper, clause in
        dumper.node("comprehension", nil) {
          $0.exprField("target", clause.target)
          $0.exprField("iter", clause.iter)
          $0.exprs("ifs", clause.ifs)
          $0.field("is_async") { $0.write(clause.isAsync ? "1" : "0") }
        }
      }
    }
  }

  private func context(_ ctx: ExprContext) {
    field("ctx") {
      switch ctx {
      case .load: $0.write("Load()")
      case .store: $0.write("Store()")
      case .del: $0.write("Del()")
      }
    }
  }

  func constant(_ id: ConstantID) {
    switch ast[id] {
    case .none: write("None")
    case .true: write("True")
    case .false: write("False")
    case .ellipsis: write("Ellipsis")
    case .int(let value): write(String(value))
    case .bigInt(let limbs): write(PythonRepr.decimal(limbs))
    case .float(let value): write(PythonRepr.float(value))
    case .complex(let imag): write(PythonRepr.imaginary(imag))
    case .str(let bytes): PythonRepr.str(bytes[...], into: &out)
    case .bytes(let bytes): PythonRepr.bytes(bytes, into: &out)
    }
  }

  static func name(_ operation: Operator) -> StaticString {
    switch operation {
    case .add: "Add()"
    case .sub: "Sub()"
    case .mult: "Mult()"
    case .matMult: "MatMult()"
    case .div: "Div()"
    case .mod: "Mod()"
    case .pow: "Pow()"
    case .lShift: "LShift()"
    case .rShift: "RShift()"
    case .bitOr: "BitOr()"
    case .bitXor: "BitXor()"
    case .bitAnd: "BitAnd()"
    case .floorDiv: "FloorDiv()"
    }
  }

  static func name(_ operation: UnaryOperator) -> StaticString {
    switch operation {
    case .invert: "Invert()"
    case .not: "Not()"
    case .uAdd: "UAdd()"
    case .uSub: "USub()"
    }
  }

  static func name(_ operation: CmpOp) -> StaticString {
    switch operation {
    case .eq: "Eq()"
    case .notEq: "NotEq()"
    case .lt: "Lt()"
    case .ltE: "LtE()"
    case .gt: "Gt()"
    case .gtE: "GtE()"
    case .is: "Is()"
    case .isNot: "IsNot()"
    case .in: "In()"
    case .notIn: "NotIn()"
    }
  }
}
