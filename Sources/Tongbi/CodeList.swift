// SPDX-License-Identifier: Apache-2.0

/// A list that only grows, of which copies are cheap even while it goes on growing: they share all but its last piece.
package struct CodeList<Element: Sendable>: Sendable, RandomAccessCollection {
  @usableFromInline var pieces: [[Element]] = []
  @usableFromInline static var pieceBits: Int { 8 }

  /// How many elements there are.
  package private(set) var count = 0

  /// An empty list.
  package init() {}

  /// A list of some elements.
  package init(_ elements: [Element]) {
    for element in elements { append(element) }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  @inlinable package subscript(index: Int) -> Element {
    pieces[index >> Self.pieceBits][index & (1 << Self.pieceBits - 1)]
  }

  /// Adds an element at the end.
  package mutating func append(_ element: Element) {
    if count & (1 << Self.pieceBits - 1) == 0 {
      pieces.append([])
      pieces[pieces.count - 1].reserveCapacity(1 << Self.pieceBits)
    }
    pieces[pieces.count - 1].append(element)
    count += 1
  }
}
