// A module of IR: functions plus the tables that they index. One Python module makes one IR module (its module object);
// the program object may hold functions of several Python modules, hence `pythonModules`.

/// A Python module that functions or globals belong to.
public struct PythonModule: Sendable, Hashable {
  /// Dotted name, `__main__` for the program.
  public var name: String
  /// Path as shown in tracebacks.
  public var path: String
  public var isPackage: Bool
  public init(name: String, path: String, isPackage: Bool) {
    self.name = name
    self.path = path
    self.isPackage = isPackage
  }
}

/// A module-level name with a static slot.
public struct Global: Sendable, Hashable {
  public var module: PythonModuleID
  public var name: String
}

/// Where an instruction stands. Lines are 1-based, columns UTF-8 byte offsets in their line; `lookup` is the
/// row for a failed lookup of the attribute that the instruction calls. Row 0 of the table is "unknown".
public struct Location: Sendable, Hashable {
  public var function: FunctionID
  public var line: UInt32
  public var endLine: UInt32
  public var column: UInt32
  public var endColumn: UInt32
  public var lookup: LocationID
  public var inlinedAt: LocationID

  public init(
    function: FunctionID, line: UInt32, endLine: UInt32, column: UInt32, endColumn: UInt32,
    lookup: LocationID = .unknown, inlinedAt: LocationID = .unknown
  ) {
    self.function = function
    self.line = line
    self.endLine = endLine
    self.column = column
    self.endColumn = endColumn
    self.lookup = lookup
    self.inlinedAt = inlinedAt
  }

  /// All fields in one number, for the module's table.
  var mixed: UInt64 {
    var sum: UInt64 = 0
    for field in [function.raw, line, endLine, column, endColumn, lookup.raw, inlinedAt.raw] {
      sum = (sum ^ UInt64(field)) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 29
    }
    return sum
  }
}

public struct Module: Sendable {
  public var name: String
  public var stage: Stage = .py
  public var functions: [Function] = []
  public private(set) var constants: [Constant] = []
  public private(set) var types: [CompositeType] = []
  public private(set) var globals: [Global] = []
  public private(set) var pythonModules: [PythonModule] = []
  public private(set) var locations: [Location] = [
    Location(function: FunctionID(0), line: 0, endLine: 0, column: 0, endColumn: 0)
  ]
  /// The body of each Python module that is defined here, by its id.
  public var bodies: [PythonModuleID: FunctionID] = [:]
  public var cacheCount: UInt32 = 0

  private var constantIDs: [Constant: ConstantID] = [:]
  private var typeIDs: [CompositeType: IRType] = [:]
  private var globalIDs: [Global: GlobalID] = [:]
  /// Open hash table over `locations`; 0 is free. The table is asked once an instruction.
  private var locationSlots: [UInt32] = []
  private var lastLocation = LocationID.unknown
  private var functionIDs: [String: FunctionID] = [:]

  public init(name: String) { self.name = name }

  public subscript(id: FunctionID) -> Function {
    _read { yield functions[id.index] }
    _modify { yield &functions[id.index] }
  }
  public subscript(id: ConstantID) -> Constant { _read { yield constants[id.index] } }
  public subscript(id: GlobalID) -> Global { globals[id.index] }
  public subscript(id: LocationID) -> Location { locations[id.index] }
  public subscript(id: PythonModuleID) -> PythonModule { pythonModules[id.index] }
  public subscript(type: IRType) -> CompositeType? { type.isComposite ? types[type.compositeIndex] : nil }
  public var functionIDList: some Sequence<FunctionID> { (0..<functions.count).lazy.map { FunctionID($0) } }

  public mutating func constant(_ value: Constant) -> ConstantID {
    if let id = constantIDs[value] { return id }
    let id = ConstantID(constants.count)
    constants.append(value)
    constantIDs[value] = id
    return id
  }
  public mutating func operand(_ value: Constant) -> Operand { Operand(constant(value)) }

  public mutating func type(_ composite: CompositeType) -> IRType {
    if let id = typeIDs[composite] { return id }
    let id = IRType(raw: IRType.firstComposite + UInt32(types.count))
    types.append(composite)
    typeIDs[composite] = id
    return id
  }

  public mutating func global(_ module: PythonModuleID, _ name: String) -> GlobalID {
    let key = Global(module: module, name: name)
    if let id = globalIDs[key] { return id }
    let id = GlobalID(globals.count)
    globals.append(key)
    globalIDs[key] = id
    return id
  }

  public mutating func addPythonModule(_ module: PythonModule) -> PythonModuleID {
    pythonModules.append(module)
    return PythonModuleID(pythonModules.count - 1)
  }

  public mutating func location(_ location: Location) -> LocationID {
    // Neighbouring instructions share their row.
    if lastLocation != .unknown, locations[lastLocation.index] == location { return lastLocation }
    if locations.count * 2 > locationSlots.count { growLocationSlots() }
    let slot = locationSlot(location)
    if locationSlots[slot] == 0 {
      locationSlots[slot] = UInt32(locations.count)
      locations.append(location)
    }
    lastLocation = LocationID(Int(locationSlots[slot]))
    return lastLocation
  }

  /// Where the location's row number stands, or would.
  private func locationSlot(_ location: Location) -> Int {
    let mask = locationSlots.count - 1
    var slot = Int(truncatingIfNeeded: location.mixed >> 32) & mask
    while locationSlots[slot] != 0, locations[Int(locationSlots[slot])] != location { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func growLocationSlots() {
    locationSlots = Array(repeating: 0, count: max(64, locationSlots.count * 2))
    for index in locations.indices.dropFirst() {
      let slot = locationSlot(locations[index])
      locationSlots[slot] = UInt32(index)
    }
  }

  /// Adds a function under a name that is made unique by a suffix.
  public mutating func addFunction(_ function: Function) -> FunctionID {
    var function = function
    if functionIDs[function.name] != nil {
      var n = 2
      while functionIDs["\(function.name)~\(n)"] != nil { n += 1 }
      function.name = "\(function.name)~\(n)"
    }
    let id = FunctionID(functions.count)
    functionIDs[function.name] = id
    functions.append(function)
    return id
  }

  public func function(named name: String) -> FunctionID? { functionIDs[name] }

  public mutating func newCache() -> Operand {
    cacheCount += 1
    return operand(.cache(cacheCount - 1))
  }

  /// Type of an operand in a function of this module.
  public func type(of operand: Operand, in function: Function) -> IRType {
    if let value = operand.value { return function[value].type }
    guard let constant = operand.constant else { preconditionFailure("operand is neither value nor constant") }
    return constants[constant.index].type
  }
}
