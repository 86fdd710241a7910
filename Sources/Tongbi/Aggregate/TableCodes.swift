// SPDX-License-Identifier: Apache-2.0

/// What the codes of the table being read stand for in a cube.
struct TableCodes: Sendable {
  var file: Int32 = 0
  /// −1 for a facility that is not named.
  var facilities: [Int32] = []
  var metrics: [Int32] = []
  /// A group of −1 where the period is not known.
  var places: [CellPlace] = []
  var parts: [Int32] = []
  /// By column of plain figures × ``mostPlaces`` + digits after the point, the kind of their cells as far as it was met.
  var kinds: [UInt16] = []
  /// By ``Observation/Status/number``, the kind of cells without a figure, as far as it was met.
  var markKinds = [UInt16](repeating: CellKinds.none, count: Observation.Status.count)

  /// More digits after the point than any number has.
  static let mostPlaces = 19

  /// Makes room for the kinds of plain figures, if that was not done.
  mutating func makeKinds(width: Int) {
    guard kinds.isEmpty else { return }
    kinds = [UInt16](repeating: CellKinds.none, count: width * Self.mostPlaces)
  }
}
