// SPDX-License-Identifier: Apache-2.0

/// What a plain cell has in common with many others: file, column, places, absence. It is kept once for all of them.
struct CellKind: Hashable, Sendable {
  /// Index of the file.
  var file: Int32
  /// The column in the file, from 1.
  var column: Int32
  /// The digits after the point.
  var places: Int8
  /// The power of ten of the last written digit.
  var lastPlace: Int8
  /// Why there is no value.
  var absence: Figure.Absence?
  /// Whether the value is more than a bound.
  var isExact: Bool
  /// Whether the significand does not fit in 32 bits and stands elsewhere.
  var isLarge = false
}

/// The kinds of plain cells met so far, numbered from 1; most files have a handful.
struct CellKinds: Sendable {
  /// The number that no kind has.
  static let none: UInt16 = 0
  /// The number of cells that are kept whole.
  static let whole: UInt16 = .max

  private(set) var kinds: [CellKind] = []
  private var codes: [CellKind: UInt16] = [:]
  // The kinds used last, by a few bits of them.
  private var recent = [(kind: CellKind, code: UInt16)?](repeating: nil, count: 64)

  /// The kind of a number.
  subscript(code: UInt16) -> CellKind { kinds[Int(code) - 1] }

  /// The number of a kind; ``whole`` where there are too many.
  @inline(__always)
  mutating func code(of kind: CellKind) -> UInt16 {
    let place = Int(kind.places &* 7 &+ Int8(truncatingIfNeeded: kind.column) &+ (kind.isLarge ? 29 : 0)) & 63
    if let known = recent[place], known.kind == kind { return known.code }
    let code = find(kind)
    recent[place] = (kind, code)
    return code
  }

  private mutating func find(_ kind: CellKind) -> UInt16 {
    if let code = codes[kind] { return code }
    guard kinds.count + 1 < Int(Self.whole) else { return Self.whole }
    kinds.append(kind)
    let code = UInt16(kinds.count)
    codes[kind] = code
    return code
  }
}
