// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Folded names, each with a number: the thousands of spellings of the catalogue.
///
/// A dictionary of strings compares what strings mean, for which it looks at each character; the names here are told
/// apart by their bytes. That takes a tenth of the time, which for a small table is a good part of all.
struct NameIndex: Sendable {
  /// The names, one behind the other.
  private var bytes: [UInt8] = []
  /// Where each name ends in `bytes`.
  private var ends: [Int32] = []
  /// The number of each name.
  private var numbers: [Int32] = []
  /// The names with letters that can be written in another way.
  private var variable: [Int] = []
  /// Which name hashes to a slot or to one before it; −1 for none. At least half of them are free.
  private var slots: [Int32]

  /// No names.
  ///
  /// - Parameters:
  ///   - count: About how many there will be.
  ///   - bytes: How many bytes they have about.
  init(roomFor count: Int = 0, bytes: Int = 0) {
    var room = 64
    while room < count * 2 { room *= 2 }
    slots = [Int32](repeating: -1, count: room)
    ends.reserveCapacity(count)
    numbers.reserveCapacity(count)
    self.bytes.reserveCapacity(bytes)
  }

  /// The number of a name; `nil` for one that is not there.
  subscript(name: String) -> Int? {
    get {
      let slot = name.withBytes { self.slot(of: $0) }
      if slots[slot] >= 0 { return Int(numbers[Int(slots[slot])]) }
      guard Self.hasOtherForms(name) else { return nil }
      // Only compatibility forms of Chinese characters mean the same as letters that have no other form.
      let isCompatible = name.unicodeScalars.contains { (0xF900...0xFAFF).contains($0.value) }
      return (isCompatible ? Array(ends.indices) : variable).first { self.name($0) == name }.map { Int(numbers[$0]) }
    }
  }

  /// All names, in the order in which they were put in.
  var names: [String] { ends.indices.map(name) }

  /// Folds a name in UTF-8 and gives it a number, in place of the one that it has; one of which nothing is left gets none.
  mutating func put(_ name: UnsafeBufferPointer<UInt8>, _ number: Int) {
    let start = bytes.count
    let isPlain = FoldedName.fold(name, to: &bytes)
    guard bytes.count > start else { return }
    let slot = bytes[start...].withUnsafeBufferPointer { self.slot(of: $0) }
    if slots[slot] >= 0 {
      numbers[Int(slots[slot])] = Int32(number)
      bytes.removeLast(bytes.count - start)
      return
    }
    slots[slot] = Int32(ends.count)
    // No letter with other forms begins with another byte.
    if !isPlain, bytes[start...].contains(where: { $0 >= 0xC3 && !(0xE4...0xE9).contains($0) }),
      Self.hasOtherForms(String(decoding: bytes[start...], as: UTF8.self))
    {
      variable.append(ends.count)
    }
    ends.append(Int32(bytes.count))
    numbers.append(Int32(number))
    if ends.count * 2 > slots.count { grow() }
  }

  private func range(_ place: Int) -> Range<Int> { Int(place == 0 ? 0 : ends[place - 1])..<Int(ends[place]) }

  private func name(_ place: Int) -> String { String(decoding: bytes[range(place)], as: UTF8.self) }

  /// The slot that a name has, or would get.
  private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(name)) & (slots.count - 1)
    while slots[slot] >= 0, !isName(Int(slots[slot]), name) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isName(_ place: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(place)
    return range.count == name.count && bytes[range].elementsEqual(name)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for place in ends.indices {
      let slot = bytes[range(place)].withUnsafeBufferPointer { self.slot(of: $0) }
      slots[slot] = Int32(place)
    }
  }

  /// Mixes eight bytes at a time, the last eight of which may have been mixed before.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(name)
    var hash = UInt64(bytes.count)
    func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    guard bytes.count >= 8 else {
      for byte in bytes { hash = hash << 8 | UInt64(byte) }
      mix(0)
      return hash
    }
    for at in stride(from: 0, to: bytes.count - 8, by: 8) {
      mix(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    }
    mix(bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
    return hash
  }

  private static func hasOtherForms(_ name: String) -> Bool {
    !FoldedName.isPlain(name) && name.unicodeScalars.contains(where: hasOtherForms)
  }

  /// Whether a letter can be written in another way that means the same, é as e with an accent behind it: letters with
  /// accents, kana, Hangul, the compatibility forms of Chinese characters.
  private static func hasOtherForms(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x1FFF, 0x2126...0x212B, 0x3040...0x30FF, 0xAC00...0xD7A3, 0xF900...0xFAFF:
      true
    default: false
    }
  }
}
