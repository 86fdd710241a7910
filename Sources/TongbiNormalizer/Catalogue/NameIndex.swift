// SPDX-License-Identifier: Apache-2.0

import Glibc
import Tongbi

/// Folded names, each with a number: the thousands of spellings of the catalogue.
///
/// A dictionary of strings compares what strings mean, for which it looks at each character; the names here are told
/// apart by their bytes. That takes a tenth of the time, which for a small table is a good part of all.
struct NameIndex: Sendable {
  /// A name and its number.
  private struct Entry {
    /// Where the name begins: in `written` from 0 on, in `folded` at the complement of what is below 0.
    var start: Int32
    var length: Int32
    var number: Int32
  }

  /// A text that holds names; those that are plain are not copied out of it.
  private let written: [UInt8]
  /// The other names, folded, one behind the other.
  private var folded: [UInt8] = []
  private var entries: [Entry] = []
  /// The names with letters that can be written in another way.
  private var variable: [Int] = []
  /// How many bytes the longest name has.
  private var longest = 0
  /// Which entry hashes to a slot or to one before it; −1 for none. At least half of them are free.
  private var slots: [Int32]

  /// No names.
  ///
  /// - Parameters:
  ///   - written: A text that holds the names, which are put in by their places there.
  ///   - count: About how many there will be.
  init(from written: [UInt8] = [], roomFor count: Int = 0) {
    self.written = written
    var room = 64
    while room < count * 2 { room *= 2 }
    slots = [Int32](repeating: -1, count: room)
    entries.reserveCapacity(count)
  }

  /// The number of a name; `nil` for one that is not there.
  subscript(name: String) -> Int? {
    if let number = name.withBytes({ self[$0] }) { return number }
    guard Self.hasOtherForms(name) else { return nil }
    // Only compatibility forms of Chinese characters mean the same as letters that have no other form.
    let isCompatible = name.unicodeScalars.contains { (0xF900...0xFAFF).contains($0.value) }
    let others = isCompatible ? Array(entries.indices) : variable
    return others.first { self.name(entries[$0]) == name }.map { Int(entries[$0].number) }
  }

  /// The number of a name in UTF-8; `nil` for one that is not there in just these bytes.
  subscript(name: UnsafeBufferPointer<UInt8>) -> Int? {
    let entry = slots[slot(of: name)]
    return entry < 0 ? nil : Int(entries[Int(entry)].number)
  }

  /// The names that stand somewhere in a folded text, with their numbers.
  func names(in text: String) -> [(name: String, number: Int)] {
    text.withBytes { text in
      let ends = text.indices.filter { $0 + 1 == text.count || text[$0 + 1] & 0xC0 != 0x80 }.map { $0 + 1 }
      var (found, start) = ([(name: String, number: Int)](), 0)
      for (place, first) in ends.enumerated() {
        for end in ends[place...].prefix(while: { $0 - start <= longest }) {
          let name = UnsafeBufferPointer(rebasing: text[start..<end])
          if let number = self[name] { found.append((String(decoding: name, as: UTF8.self), number)) }
        }
        start = first
      }
      return found
    }
  }

  /// Gives a number to each of some names, which have blanks between them.
  mutating func put(each names: String, _ number: Int) {
    names.withBytes { names in
      for name in names.split(separator: UInt8(ascii: " ")) { put(UnsafeBufferPointer(rebasing: name), number) }
    }
  }

  /// Gives a number to each of the names that stand at a place in the written text, with bars between them.
  mutating func put(at place: Range<Int>, _ number: Int) {
    let (bar, written) = (UInt8(ascii: "|"), written)
    written.withUnsafeBufferPointer { written in
      var (start, at) = (place.lowerBound, place.lowerBound)
      var isPlain = true
      while start < place.upperBound {
        while at < place.upperBound, written[at] != bar {
          let length = FoldedName.plainLength(written[at])
          if length == 0 { isPlain = false }
          at += max(1, length)
        }
        let name = UnsafeBufferPointer(rebasing: written[start..<at])
        if !isPlain {
          put(name, number)
        } else if at > start {
          put(Entry(start: Int32(start), length: Int32(name.count), number: Int32(number)), in: slot(of: name))
        }
        at += 1
        start = at
        isPlain = true
      }
    }
  }

  /// Folds a name in UTF-8 and gives it a number, in place of the one that it has; one of which nothing is left gets none.
  mutating func put(_ name: UnsafeBufferPointer<UInt8>, _ number: Int) {
    let start = folded.count
    FoldedName.fold(name, to: &folded)
    guard folded.count > start else { return }
    let slot = folded[start...].withUnsafeBufferPointer { self.slot(of: $0) }
    let length = Int32(folded.count - start)
    guard put(Entry(start: ~Int32(start), length: length, number: Int32(number)), in: slot) else {
      folded.removeLast(folded.count - start)
      return
    }
    // No letter with other forms begins with another byte.
    if folded[start...].contains(where: { $0 >= 0xC3 && !(0xE4...0xE9).contains($0) }),
      Self.hasOtherForms(String(decoding: folded[start...], as: UTF8.self))
    {
      variable.append(entries.count - 1)
    }
  }

  /// Puts a name in its slot, or gives its number to the one that stands there; returns whether it is new.
  @discardableResult
  private mutating func put(_ entry: Entry, in slot: Int) -> Bool {
    let known = slots[slot]
    guard known < 0 else {
      entries[Int(known)].number = entry.number
      return false
    }
    slots[slot] = Int32(entries.count)
    entries.append(entry)
    longest = max(longest, Int(entry.length))
    if entries.count * 2 > slots.count { grow() }
    return true
  }

  private func bytes(_ entry: Entry) -> ArraySlice<UInt8> {
    let (start, length) = (Int(entry.start), Int(entry.length))
    return start < 0 ? folded[~start..<(~start + length)] : written[start..<(start + length)]
  }

  private func name(_ entry: Entry) -> String { String(decoding: bytes(entry), as: UTF8.self) }

  /// The slot that a name has, or would get.
  private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(name)) & (slots.count - 1)
    while slots[slot] >= 0, !isName(entries[Int(slots[slot])], name) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isName(_ entry: Entry, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(entry.length) == name.count else { return false }
    return bytes(entry).withUnsafeBytes { other in
      guard let other = other.baseAddress, let name = UnsafeRawPointer(name.baseAddress) else { return true }
      return unsafe memcmp(other, name, Int(entry.length)) == 0
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (place, entry) in entries.enumerated() {
      let slot = bytes(entry).withUnsafeBufferPointer { self.slot(of: $0) }
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
