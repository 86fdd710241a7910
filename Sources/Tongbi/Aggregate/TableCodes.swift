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
}
