// SPDX-License-Identifier: Apache-2.0

/// One figure as reported for just one period; its numerator, denominator and origins stay in its cell.
struct ReportedFigure: Sendable {
  /// Which period, as an index into ``Ledger/extents``.
  var extent: Int32
  /// The power of ten of the last written digit.
  var lastPlace: Int8
  /// The digits after the point.
  var places: Int8
  /// Why there is no value.
  var absence: Figure.Absence?
  /// The value without its point; of no meaning where there is none.
  var significand: Int64
  /// Where its cell stands.
  var reference: CellStore.Reference

  init(_ cell: Cell, extent: Int32, reference: CellStore.Reference) {
    self.extent = extent
    self.reference = reference
    absence = cell.absence ?? (cell.isExact ? nil : .bounded)
    significand = cell.value.significand
    places = Int8(truncatingIfNeeded: cell.value.places)
    lastPlace = cell.lastPlace
  }

  @inline(__always)
  init(_ look: CellKind.Look, significand: Int64, extent: Int32, reference: CellStore.Reference) {
    self.extent = extent
    self.reference = reference
    absence = look.absence ?? (look.isExact ? nil : .bounded)
    self.significand = significand
    places = look.places
    lastPlace = look.lastPlace
  }

  /// The value; `nil` with ``absence`` saying why.
  var value: ExactDecimal? {
    absence == nil ? ExactDecimal(significand: significand, places: Int(places)) : nil
  }
}

extension Metric {
  /// The places to which a ratio worked out here is kept.
  static let ratioPlaces = 6

  /// Whether the value follows from numerator and denominator alone: %, ‰, /10万, 元 and 倍.
  var isPlainRatio: Bool { unit.ratioFactor != nil || unit == .yuan || unit.symbol == "倍" }

  /// Numerator over denominator in the metric's unit (× 100 for %), to six places.
  ///
  /// - Throws: ``TongbiError`` when the denominator is 0 or the result does not fit.
  public func ratio(_ numerator: ExactDecimal, over denominator: ExactDecimal) throws(TongbiError) -> ExactDecimal {
    let factor = ExactDecimal(unit.ratioFactor ?? 1)
    return try (numerator * factor).divided(by: denominator, places: Self.ratioPlaces)
  }
}
