// SPDX-License-Identifier: Apache-2.0

/// Names of facilities by code, of which copies are cheap even while it goes on growing: they share all but the last
/// piece. A table may have a hundred thousand of them.
package struct NameList: Sendable {
  private static let pieceLength = 256
  private var pieces: [[String?]] = []
  /// How many there are.
  package private(set) var count = 0

  /// No names.
  package init() {}

  /// Some names, `nil` for rows without one.
  package init(_ names: [String?]) {
    for name in names { append(name) }
  }

  /// The name of a code.
  package subscript(code: Int) -> String? { pieces[code / Self.pieceLength][code % Self.pieceLength] }

  /// Adds a name, whose code is the number of those before.
  package mutating func append(_ name: String?) {
    if count % Self.pieceLength == 0 {
      pieces.append([])
      pieces[pieces.count - 1].reserveCapacity(Self.pieceLength)
    }
    pieces[pieces.count - 1].append(name)
    count += 1
  }
}
