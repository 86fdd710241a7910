// SPDX-License-Identifier: Apache-2.0

/// What all reports together say of one metric at one facility for one period and part.
struct Cell: Hashable, Sendable {
  /// Where a figure stands, small enough to be kept for every cell.
  struct Origin: Hashable, Sendable {
    /// Index of the file in the cube, or of the source where `row` is negative.
    var index: Int32
    var row: Int32
    var column: Int32
  }

  var value: ExactDecimal
  var numerator: ExactDecimal?
  var denominator: ExactDecimal?
  var absence: Figure.Absence?
  var isExact: Bool
  var lastPlace: Int8
  /// Where it was first read, beside the other places; most cells have none, which then take no memory of their own.
  private var first: Origin
  private var others: [Origin] = []

  init(
    value: ExactDecimal, numerator: ExactDecimal?, denominator: ExactDecimal?, absence: Figure.Absence?, isExact: Bool,
    lastPlace: Int8, origin: Origin
  ) {
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
    self.absence = absence
    self.isExact = isExact
    self.lastPlace = lastPlace
    first = origin
  }

  /// A cell that is made from others, with some of their places.
  ///
  /// - Precondition: There is at least one place.
  init(
    value: ExactDecimal, numerator: ExactDecimal?, denominator: ExactDecimal?, absence: Figure.Absence?, isExact: Bool,
    lastPlace: Int8, origins: ArraySlice<Origin>
  ) {
    self.init(
      value: value, numerator: numerator, denominator: denominator, absence: absence, isExact: isExact,
      lastPlace: lastPlace, origin: origins[origins.startIndex])
    others = Array(origins.dropFirst())
  }

  /// Where it stands, in the order of reading.
  var origins: [Origin] { [first] + others }

  /// How many places a cell remembers, however often its figure is repeated.
  private static let mostOthers = 7

  /// Adds the places of another cell that says the same.
  mutating func addOrigins(of other: Cell) {
    guard others.count < Self.mostOthers else { return }
    others += other.origins.prefix(Self.mostOthers - others.count)
  }

  /// Whether both were first read from one table.
  func isFromTable(of other: Cell) -> Bool {
    first.row >= 0 && other.first.row >= 0 && first.index == other.first.index
  }

  /// Whether both cells say the same as far as their digits go.
  func agrees(with other: Cell) -> Bool {
    if value == other.value { return true }
    let coarse = lastPlace >= other.lastPlace ? self : other
    let fine = lastPlace >= other.lastPlace ? other : self
    return Quantity(coarse.value, .none, lastPlace: Int(coarse.lastPlace)).agrees(with: fine.value)
  }

  /// Whether this cell knows more than the other: a value beats none, an exact one a bounded one, more digits fewer.
  func isMorePrecise(than other: Cell) -> Bool {
    if (absence == nil) != (other.absence == nil) { return absence == nil }
    if isExact != other.isExact { return isExact }
    if lastPlace != other.lastPlace { return lastPlace < other.lastPlace }
    return numerator != nil && other.numerator == nil
  }
}
