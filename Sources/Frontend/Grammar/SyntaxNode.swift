// What the second reading remembers of a piece of syntax: enough to name and place it in a message.

/// A piece of syntax between two tokens.
struct SyntaxNode {
  var shape: SyntaxShape
  /// Index of the first token.
  var first: Int32
  /// Index of the last token; before `first` for a piece without tokens.
  var last: Int32
  /// Where its children are in `SecondReading.children`.
  var childStart: Int32
  var childCount: Int32
}

extension SecondReading {
  /// Adds a node of the tokens from `start` to the cursor, layout at the end left out.
  func addNode(_ shape: SyntaxShape, from start: Int, children found: [Int32] = []) -> Int32 {
    var last = mark - 1
    if last > start {
      while last > start && tokens[last].kind.isLayout { last -= 1 }
    }
    nodes.append(
      SyntaxNode(
        shape: shape, first: Int32(start), last: Int32(last), childStart: Int32(children.count),
        childCount: Int32(found.count)))
    children += found
    return Int32(nodes.count - 1)
  }

  func childList(_ id: Int32) -> ArraySlice<Int32> {
    let node = nodes[Int(id)]
    return children[Int(node.childStart)..<Int(node.childStart + node.childCount)]
  }

  /// Whether the node stands for an absent optional item.
  func isEmpty(_ id: Int32) -> Bool { nodes[Int(id)].last < nodes[Int(id)].first }

  /// The elements of lists, lists within lists opened.
  func flattened(_ ids: some Sequence<Int32>) -> [Int32] {
    var found: [Int32] = []
    for id in ids {
      if nodes[Int(id)].shape == .items {
        found += flattened(childList(id))
      } else if !isEmpty(id) {
        found.append(id)
      }
    }
    return found
  }

  func range(of id: Int32) -> SourceRange {
    let node = nodes[Int(id)]
    return SourceRange(start: tokens[Int(node.first)].start, end: tokens[Int(node.last)].end)
  }

  /// What CPython's messages call it.
  func describe(_ id: Int32) -> String {
    let node = nodes[Int(id)]
    switch node.shape {
    case .attribute: return "attribute"
    case .subscripted: return "subscript"
    case .starred: return "starred"
    case .name: return "name"
    case .list: return "list"
    case .tuple: return "tuple"
    case .lambda: return "lambda"
    case .call: return "function call"
    case .operation: return "expression"
    case .generator: return "generator expression"
    case .yield: return "yield expression"
    case .await: return "await expression"
    case .listComprehension: return "list comprehension"
    case .setComprehension: return "set comprehension"
    case .dictComprehension: return "dict comprehension"
    case .dict: return "dict literal"
    case .set: return "set display"
    case .formatted: return "f-string expression"
    case .compare: return "comparison"
    case .conditional: return "conditional expression"
    case .walrus: return "named expression"
    case .literal: return "literal"
    case .token:
      switch tokens[Int(node.first)].kind {
      case .kwNone: return "None"
      case .kwTrue: return "True"
      case .kwFalse: return "False"
      default: return "ellipsis"
      }
    case .membership, .pattern, .parameter, .arguments, .keyword, .doubleStarred, .clause, .items, .other:
      preconditionFailure("no message names this")
    }
  }
}
