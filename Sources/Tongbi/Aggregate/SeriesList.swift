// SPDX-License-Identifier: Apache-2.0

import CMemory

/// The series of a store by number, in pieces that stay where they are while more are added: of a million none is moved.
struct SeriesList: Sendable, RandomAccessCollection {
  private static let bits = 12
  private static let pieceLength = 1 << bits
  private var pieces: [[CellStore.Series]] = []
  /// How many there are.
  private(set) var count = 0

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> CellStore.Series {
    @inline(__always)
    get { pieces[index &>> Self.bits][index & (Self.pieceLength &- 1)] }
    @inline(__always)
    _modify { yield &pieces[index &>> Self.bits][index & (Self.pieceLength &- 1)] }
  }

  /// Has a series fetched from memory that will be needed soon.
  @inline(__always)
  func prefetch(_ index: Int) {
    pieces[index &>> Self.bits].withUnsafeBufferPointer { piece in
      let place = index & (Self.pieceLength &- 1)
      if let first = piece.baseAddress, place < piece.count { unsafe cmemory_prefetch(first + place) }
    }
  }

  /// Adds a series, whose number is how many there were before.
  mutating func append(_ series: CellStore.Series) {
    if count & (Self.pieceLength - 1) == 0 {
      pieces.append([])
      pieces[pieces.count - 1].reserveCapacity(Self.pieceLength)
    }
    pieces[pieces.count - 1].append(series)
    count += 1
  }
}
