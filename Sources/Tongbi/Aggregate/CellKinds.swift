// SPDX-License-Identifier: Apache-2.0

/// What a plain cell has in common with many others: file, column, places, absence. It is kept once for all of them.
struct CellKind: Hashable, Sendable {
  /// What a figure shows of its cell's kind.
  struct Look: Hashable, Sendable {
    /// The digits after the point.
    var places: Int8 = 0
    /// The power of ten of the last written digit.
    var lastPlace: Int8 = 0
    /// Why there is no value.
    var absence: Figure.Absence?
    /// Whether the value is more than a bound.
    var isExact = true
    /// Whether the significand does not fit in 32 bits and stands elsewhere.
    var isLarge = false
  }

  /// Index of the file.
  var file: Int32
  /// The column in the file, from 1.
  var column: Int32
  /// What its figures show.
  var look: Look

  /// The kind of a table's figure.
  init(_ row: ObservationChunk.Row, file: Int32) {
    self.file = file
    column = row.column
    look = Look(
      places: Int8(truncatingIfNeeded: row.value.places), lastPlace: row.lastPlace, absence: row.status.absence,
      isExact: row.bound == .exact)
  }
}

/// The kinds of plain cells met so far, numbered from 1; most files have a handful.
struct CellKinds: Sendable {
  /// The number that no kind has.
  static let none: UInt16 = 0
  /// The number of cells that are kept whole.
  static let whole: UInt16 = .max

  private var kinds: [CellKind] = []
  /// By number, what figures show of a kind.
  private(set) var looks = [CellKind.Look()]
  private var codes: [CellKind: UInt16] = [:]
  // Exact figures met last, by a few bits of their places, column and status.
  private var recent = [(key: UInt64, code: UInt16)](repeating: (.max, 0), count: 64)

  /// The kind of a number.
  subscript(code: UInt16) -> CellKind { kinds[Int(code) - 1] }

  /// The number of a table's figure; `nil` where there are too many kinds.
  @inline(__always)
  mutating func code(of row: ObservationChunk.Row, file: Int32) -> UInt16? {
    guard row.bound == .exact, row.column < 1 << 24, file < 1 << 20 else {
      let code = code(of: CellKind(row, file: file))
      return code == Self.whole ? nil : code
    }
    let key =
      UInt64(row.status.number) << 60 | UInt64(UInt32(bitPattern: file)) << 40 | UInt64(
        UInt32(bitPattern: row.column)) << 16
      | UInt64(UInt8(truncatingIfNeeded: row.value.places)) << 8 | UInt64(UInt8(bitPattern: row.lastPlace))
    let slot = (row.value.places &* 5 &+ Int(row.column) &+ row.status.number &* 13) & 63
    if recent[slot].key == key { return recent[slot].code }
    let code = code(of: CellKind(row, file: file))
    guard code != Self.whole else { return nil }
    recent[slot] = (key, code)
    return code
  }

  /// The number of a kind; ``whole`` where there are too many.
  mutating func code(of kind: CellKind) -> UInt16 {
    if let code = codes[kind] { return code }
    guard kinds.count + 1 < Int(Self.whole) else { return Self.whole }
    kinds.append(kind)
    looks.append(kind.look)
    let code = UInt16(kinds.count)
    codes[kind] = code
    return code
  }
}

extension Observation.Status {
  /// How many there are.
  static let count = 6

  /// Each has its own, from 0.
  @inline(__always)
  var number: Int {
    switch self {
    case .reported: 0
    case .masked: 1
    case .missing: 2
    case .derived: 3
    case .suspect: 4
    case .corrected: 5
    }
  }
}
