// What a pass has to say to the author of a line: why it stays boxed, what is assumed of it, what is called directly.
// Remarks never change what is compiled.
import PyIR

public struct Remark: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Done on objects, by the generic operation.
    case boxed
    /// Done on machine values behind a check.
    case assumed
    /// The overflow of each such operation is checked.
    case unproven
    /// Called without looking anything up at run time, behind one comparison.
    case direct
  }

  public let pass: String
  public let kind: Kind
  public let location: LocationID
  public let text: String

  /// `path:line:column: kind: text [pass]`, columns from 1.
  public func line(_ module: Module) -> String {
    let place = module[location]
    return "\(path(module)):\(place.line):\(place.column + 1): \(kind.rawValue): \(text) [\(pass)]\n"
  }

  public func json(_ module: Module) -> String {
    let place = module[location]
    let fields = [
      "\"path\": \(quoted(path(module)))", "\"line\": \(place.line)", "\"column\": \(place.column + 1)",
      "\"kind\": \"\(kind.rawValue)\"", "\"pass\": \"\(pass)\"", "\"text\": \(quoted(text))",
    ]
    return "{" + fields.joined(separator: ", ") + "}\n"
  }

  private func path(_ module: Module) -> String {
    module[module[module[location].function].pythonModule].path
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
