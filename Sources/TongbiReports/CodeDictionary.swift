// SPDX-License-Identifier: Apache-2.0

import CScan

/// The distinct spellings of a column, numbered in the order in which they first appear.
///
/// A spelling that is known already costs a comparison with the last one or with the one that followed that, else a hash,
/// and no `String`.
struct CodeDictionary: Sendable {
  /// The spellings as text, by code.
  private(set) var spellings: [String] = []

  // All empty at first, so that a million columns of which few are used cost nothing.
  private var bytes: [UInt8] = []
  private var entries: [cscan_spelling] = []
  private var slots: [UInt64] = []
  /// By code, the one that followed it last.
  private var successors: [Int32] = []
  private var last: Int32 = 0
  private var keys = cscan_keys(mask: 0, seed: .random(in: .min ... .max), secret: .random(in: .min ... .max))

  /// The code of a spelling, a new one where it was not seen before.
  mutating func code(for spelling: Span<UInt8>) -> Int32 {
    last = find(spelling) ?? add(spelling)
    return last
  }

  /// Puts the codes of one column of some rows into an array, from a position to its end.
  ///
  /// - Parameters:
  ///   - cells: The cells of the rows, row by row.
  ///   - column: The column, from 0.
  ///   - width: How many columns a row has.
  ///   - text: What the cells are ranges of.
  ///   - codes: Takes the codes.
  ///   - position: Where the first one belongs.
  mutating func append(
    _ cells: [ByteRange], from column: Int, width: Int, in text: [UInt8], to codes: inout [Int32], from position: Int
  ) {
    var rest = cscan_column(first: column, width: width, count: codes.count - position, target: position)
    precondition(rest.isWithin(cells))
    while rest.count > 0 {
      if !entries.isEmpty {
        let known = unsafe cscan_codes(
          &keys, bytes, entries, slots, &successors, text, cells, &rest, last, &codes)
        if known > 0 { last = codes[rest.target + known - 1] }
        rest.pass(known)
        guard rest.count > 0 else { return }
      }
      last = add(text.span.extracting(cells[rest.first].range))
      codes[rest.target] = last
      rest.pass(1)
    }
  }

  private mutating func find(_ spelling: Span<UInt8>) -> Int32? {
    guard !entries.isEmpty else { return nil }
    let (keys, bytes, entries, slots) = (keys, bytes, entries, slots)
    let code = unsafe spelling.withUnsafeBufferPointer { buffer in
      unsafe withUnsafePointer(to: keys) {
        unsafe cscan_find($0, bytes, entries, slots, buffer.baseAddress, buffer.count)
      }
    }
    return code < 0 ? nil : Int32(truncatingIfNeeded: code)
  }

  private mutating func add(_ spelling: Span<UInt8>) -> Int32 {
    if entries.count * 2 >= slots.count { grow() }
    let code = entries.count
    entries.append(spelling.entry(at: bytes.count))
    successors.append(0)
    spellings.append(spelling.text)
    for index in spelling.indices { bytes.append(spelling[index]) }
    put(code, spelling.hash(by: keys))
    return Int32(truncatingIfNeeded: code)
  }

  private mutating func put(_ code: Int, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash & keys.mask)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(truncatingIfNeeded: code + 1)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: max(64, slots.count * 4))
    keys.mask = UInt64(slots.count - 1)
    for (code, entry) in entries.enumerated() {
      put(code, bytes.span.extracting(Int(entry.start)..<Int(entry.start + entry.count)).hash(by: keys))
    }
  }
}

extension cscan_column {
  /// Whether all of its cells are among some.
  func isWithin(_ cells: [ByteRange]) -> Bool { count <= 0 || first + (count - 1) * width < cells.count }

  /// Leaves out cells at the front.
  mutating func pass(_ cells: Int) {
    first += cells * width
    target += cells
    count -= cells
  }
}
