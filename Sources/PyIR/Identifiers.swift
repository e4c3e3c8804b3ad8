// 32-bit ids. All IR data lives in flat arrays; an id is an index into one of them and means nothing outside its owner.

/// A value of one function: an instruction's result or a block parameter.
public struct ValueID: Hashable, Sendable, Comparable {
  public let raw: UInt32
  @inlinable public init(_ raw: Int) { self.raw = UInt32(raw) }
  @inlinable public var index: Int { Int(raw) }
  @inlinable public static func < (a: ValueID, b: ValueID) -> Bool { a.raw < b.raw }
}

/// A block of one function; the entry is block 0.
public struct BlockID: Hashable, Sendable, Comparable {
  public let raw: UInt32
  @inlinable public init(_ raw: Int) { self.raw = UInt32(raw) }
  @inlinable public var index: Int { Int(raw) }
  @inlinable public static func < (a: BlockID, b: BlockID) -> Bool { a.raw < b.raw }
}

/// An instruction of one function.
public struct InstID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: Int) { self.raw = UInt32(raw) }
  @inlinable public var index: Int { Int(raw) }
}

/// A function of one module.
public struct FunctionID: Hashable, Sendable, Comparable {
  public let raw: UInt32
  @inlinable public init(_ raw: Int) { self.raw = UInt32(raw) }
  @inlinable public var index: Int { Int(raw) }
  @inlinable public static func < (a: FunctionID, b: FunctionID) -> Bool { a.raw < b.raw }
}

/// A row of a module's constant table.
public struct ConstantID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: Int) { self.raw = UInt32(raw) }
  @inlinable public var index: Int { Int(raw) }
}

/// A module-level Python name with a static slot.
public struct GlobalID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: Int) { self.raw = UInt32(raw) }
  @inlinable public var index: Int { Int(raw) }
}

/// A Python module whose code or globals this IR module refers to.
public struct PythonModuleID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: Int) { self.raw = UInt32(raw) }
  @inlinable public var index: Int { Int(raw) }
}

/// A row of a module's location table; 0 is "unknown".
public struct LocationID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: Int) { self.raw = UInt32(raw) }
  @inlinable public var index: Int { Int(raw) }
  public static let unknown = LocationID(0)
}

/// A value or a constant, in 32 bits. Constants need no instruction and own nothing (they are immortal).
public struct Operand: Hashable, Sendable {
  public let raw: UInt32
  @inlinable static var constantBit: UInt32 { 0x8000_0000 }

  @inlinable public init(_ value: ValueID) { raw = value.raw }
  @inlinable public init(_ constant: ConstantID) { raw = constant.raw | Operand.constantBit }

  @inlinable public var value: ValueID? { raw & Operand.constantBit == 0 ? ValueID(Int(raw)) : nil }
  @inlinable public var constant: ConstantID? {
    raw & Operand.constantBit != 0 ? ConstantID(Int(raw & ~Operand.constantBit)) : nil
  }
}
