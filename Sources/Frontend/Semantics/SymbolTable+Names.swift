// Finding names by their text, for names that code generation itself uses (`__class__`, `__annotations__`).

extension SymbolTable {
  /// The id of a name that the module or the table mentions.
  public func findName(_ text: String) -> NameID? { names.find(text) }
}
