// SPDX-License-Identifier: Apache-2.0

/// Folded names, each with a number: the thousands of spellings of the catalogue.
///
/// A dictionary of strings compares what strings mean, for which it looks at each character; the names here are told
/// apart by their bytes. That takes a tenth of the time, which for a small table is a good part of all.
struct NameIndex: Sendable {
  /// The names, one behind the other.
  private var bytes: [UInt8] = []
  /// Where each name ends in `bytes`.
  private var ends: [Int] = []
  /// The number of each name.
  private var numbers: [Int] = []
  /// The names with letters that can be written in another way.
  private var variable: [Int] = []
  /// Which name hashes to a slot or to one before it; −1 for none. At least half of them are free.
  private var slots = [Int32](repeating: -1, count: 1 << 13)

  /// The number of a name; `nil` for one that is not there.
  subscript(name: String) -> Int? {
    get {
      var text = name
      let slot = text.withUTF8 { self.slot(of: $0) }
      if slots[slot] >= 0 { return numbers[Int(slots[slot])] }
      guard Self.hasOtherForms(name) else { return nil }
      // Only compatibility forms of Chinese characters mean the same as letters that have no other form.
      let isCompatible = name.unicodeScalars.contains { (0xF900...0xFAFF).contains($0.value) }
      return (isCompatible ? Array(ends.indices) : variable).first { self.name($0) == name }.map { numbers[$0] }
    }
  }

  /// All names, in the order in which they were put in.
  var names: [String] { ends.indices.map(name) }

  /// Gives a name a number, in place of the one that it has.
  mutating func put(_ name: String, _ number: Int) {
    let known = ends.count
    var text = name
    text.withUTF8 { name in
      let slot = self.slot(of: name)
      if slots[slot] >= 0 {
        numbers[Int(slots[slot])] = number
        return
      }
      slots[slot] = Int32(ends.count)
      bytes.append(contentsOf: name)
      ends.append(bytes.count)
      numbers.append(number)
    }
    if ends.count > known, Self.hasOtherForms(name) { variable.append(known) }
    if ends.count * 2 > slots.count { grow() }
  }

  private func range(_ place: Int) -> Range<Int> { (place == 0 ? 0 : ends[place - 1])..<ends[place] }

  private func name(_ place: Int) -> String { String(decoding: bytes[range(place)], as: UTF8.self) }

  /// The slot that a name has, or would get.
  private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(name)) & (slots.count - 1)
    while slots[slot] >= 0, !bytes[range(Int(slots[slot]))].elementsEqual(name) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for place in ends.indices {
      let slot = bytes[range(place)].withUnsafeBufferPointer { self.slot(of: $0) }
      slots[slot] = Int32(place)
    }
  }

  /// FNV-1a, of which the low bits are as good as the high ones.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
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
