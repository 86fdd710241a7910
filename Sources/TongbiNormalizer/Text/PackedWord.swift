// SPDX-License-Identifier: Apache-2.0

/// A word of at most sixteen bytes as two numbers, which compare and hash faster than strings of letters beyond ASCII.
struct PackedWord: Hashable, Sendable {
  private let first: UInt64
  private let second: UInt64

  /// Packs a word; `nil` where it is longer.
  init?(_ word: String) {
    var word = word
    guard word.utf8.count <= 16 else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    word.withUTF8 { letters in
      withUnsafeMutableBytes(of: &halves) { $0.copyMemory(from: UnsafeRawBufferPointer(letters)) }
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
    let (first, second) = (utf8, other.utf8)
    return first.count == second.count && first.elementsEqual(second)
  }
}
