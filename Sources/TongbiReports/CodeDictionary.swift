// SPDX-License-Identifier: Apache-2.0

/// The distinct spellings of a column, numbered in the order in which they first appear.
///
/// A spelling that is known already costs one hash and one comparison of bytes; no `String` is made for it.
struct CodeDictionary: Sendable {
  /// The spellings as text, by code.
  private(set) var spellings: [String] = []

  // All empty at first, so that a million columns of which few are used cost nothing.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var slots: [Int32] = []
  private var last: Int32 = -1
  // Differs from run to run, so that nobody can prepare a file whose spellings all collide.
  private let seed = UInt64.random(in: .min ... .max)

  /// The code of a spelling, a new one where it was not seen before.
  @inline(__always)
  mutating func code(for spelling: Span<UInt8>) -> Int32 {
    if last >= 0, isSame(last, spelling) { return last }
    last = find(spelling)
    return last
  }

  private mutating func find(_ spelling: Span<UInt8>) -> Int32 {
    if slots.isEmpty { grow() }
    let hash = hash(spelling)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] >= 0 {
      let code = slots[slot]
      if hashes[Int(code)] == hash, isSame(code, spelling) { return code }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    let code = Int32(truncatingIfNeeded: spellings.count)
    slots[slot] = code
    spellings.append(spelling.text)
    hashes.append(hash)
    for index in spelling.indices { bytes.append(spelling[index]) }
    ends.append(bytes.count)
    if spellings.count * 2 > slots.count { grow() }
    return code
  }

  @inline(__always)
  private func isSame(_ code: Int32, _ spelling: Span<UInt8>) -> Bool {
    let end = ends[Int(code)]
    let start = code == 0 ? 0 : ends[Int(code) &- 1]
    guard end &- start == spelling.count else { return false }
    return bytes.span.extracting(start..<end).equals(spelling)
  }

  private func hash(_ spelling: Span<UInt8>) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: spelling.count)
    var at = 0
    while at &+ 8 <= spelling.count {
      state = Self.mix(state ^ spelling.word(at: at), 0x9E37_79B9_7F4A_7C15)
      at &+= 8
    }
    var rest: UInt64 = 0
    while at < spelling.count {
      rest = rest << 8 | UInt64(spelling[at])
      at &+= 1
    }
    return Self.mix(state ^ rest, 0xA076_1D64_78BD_642F)
  }

  /// Both halves of the product folded into one.
  private static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: max(64, slots.count * 4))
    for (code, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: code)
    }
  }
}
