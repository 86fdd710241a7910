// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Bytes that are not in the encoding of their text and were replaced by U+FFFD: how many places, and the first.
struct TextDamage: Hashable, Sendable {
  /// How many places.
  var count: Int
  /// The first, as an offset in the file.
  var offset: Int
  /// Where the first one's U+FFFD stands in the text.
  var position: Int

  /// How many places a file of so many bytes may have and still be one of its encoding rather than of another.
  static func limit(of size: Int) -> Int { size / 1024 }

  /// Writes U+FFFD.
  static func putReplacement(into window: inout [UInt8], at position: Int) -> Int {
    window.replaceSubrange(position..<(position + 3), with: [0xEF, 0xBF, 0xBD])
    return position + 3
  }

  /// Adds one more place.
  static func note(_ damage: inout TextDamage?, offset: Int, position: Int) {
    if damage == nil { damage = TextDamage(count: 0, offset: offset, position: position) }
    damage?.count += 1
  }
}
