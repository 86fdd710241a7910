// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A word of at most sixteen bytes as two numbers, which compare and hash faster than strings of letters beyond ASCII.
struct PackedWord: Hashable, Sendable {
  private let first: UInt64
  private let second: UInt64

  /// Packs a word; `nil` where it is longer.
  init?(_ word: String) {
    guard word.utf8.count <= 16 else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &halves) { halves in
      word.withBytes { letters in halves.copyMemory(from: UnsafeRawBufferPointer(letters)) }
    }
    (first, second) = halves
  }

  /// A number below 256 that scatters words.
  var slot: Int { Int(truncatingIfNeeded: ((first ^ (second &* 31)) &* 0x9E37_79B9_7F4A_7C15) >> 56) }
}

extension String {
  /// Whether both are written with the same bytes. Strings of letters beyond ASCII that differ are otherwise compared in a
  /// normal form, which takes fifty times as long.
  func reads(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    guard let own = PackedWord(self), let sought = PackedWord(other) else {
      return utf8.elementsEqual(other.utf8)
    }
    return own == sought
  }
}
