// SPDX-License-Identifier: Apache-2.0

/// Codes of names that stand in a list, found by their bytes, which for Chinese is many times as fast as by characters; the
/// same character in two spellings of Unicode makes two names.
///
/// It keeps hashes and codes only, so that it grows without a look at the names: a table may have a hundred thousand.
package struct NameCodes: Sendable {
  // By the lower bits of a hash: that and the code; −1 where there is none.
  private var slots = [(hash: UInt64, code: Int32)](repeating: (0, -1), count: 64)
  private var count = 0

  package init() {}

  /// The code of a name; `nil` where it has none.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - named: The name of a code.
  package func find(_ name: String, _ named: (Int32) -> String?) -> Int32? {
    let known = slots[slot(of: name, Self.hash(name), named)].code
    return known < 0 ? nil : known
  }

  /// The code of a name: the one it has, else the next, which is remembered.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - next: The code that a new name gets.
  ///   - named: The name of a code.
  package mutating func code(of name: String, next: Int32, _ named: (Int32) -> String?) -> Int32 {
    let hash = Self.hash(name)
    let slot = slot(of: name, hash, named)
    if slots[slot].code >= 0 { return slots[slot].code }
    slots[slot] = (hash, next)
    count += 1
    if count * 2 > slots.count { grow() }
    return next
  }

  // Where a name stands, or the free slot where it belongs.
  private func slot(of name: String, _ hash: UInt64, _ named: (Int32) -> String?) -> Int {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].code >= 0 {
      if slots[slot].hash == hash, let other = named(slots[slot].code), Self.isSame(name, other) { return slot }
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [(hash: UInt64, code: Int32)](repeating: (0, -1), count: old.count * 2)
    for entry in old where entry.code >= 0 {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count &- 1)
      while slots[slot].code >= 0 { slot = (slot &+ 1) & (slots.count &- 1) }
      slots[slot] = entry
    }
  }

  private static func hash(_ name: String) -> UInt64 {
    var hasher = Hasher()
    name.utf8Span.span.bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  private static func isSame(_ name: String, _ other: String) -> Bool {
    let (left, right) = (name.utf8Span.span, other.utf8Span.span)
    return left.bytes.withUnsafeBytes { left in
      right.bytes.withUnsafeBytes { right in unsafe left.count == right.count && left.elementsEqual(right) }
    }
  }
}
