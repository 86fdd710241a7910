// SPDX-License-Identifier: Apache-2.0

/// The distinct spellings of a column, numbered in the order in which they first appear.
///
/// A spelling that is known already costs a comparison with the last one or a hash, and no `String`.
struct CodeDictionary: Sendable {
  /// What is known of a spelling.
  private struct Entry {
    var start: Int
    var count: Int
    /// Its first bytes, see `Span.head`: all of a spelling of up to eight.
    var head: UInt64
    var hash: UInt64

    @inline(__always)
    var range: Range<Int> { unsafe Range(uncheckedBounds: (start, start &+ count)) }
  }

  /// The spellings as text, by code.
  private(set) var spellings: [String] = []

  // All empty at first, so that a million columns of which few are used cost nothing.
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// By hash: the upper half of the hash and below it the code + 1; 0 where there is none.
  private var slots: [UInt64] = []
  private var last = 0
  // Both differ from run to run, so that nobody can prepare a file whose spellings all collide.
  private let seed = UInt64.random(in: .min ... .max)
  private let secret = UInt64.random(in: .min ... .max)

  /// The code of a spelling, a new one where it was not seen before.
  mutating func code(for spelling: Span<UInt8>) -> Int32 {
    let head = spelling.head
    if last < entries.count, isSame(entries[last], spelling, head, bytes.span) {
      return Int32(truncatingIfNeeded: last)
    }
    let hash = hash(spelling, head)
    let known = find(spelling, head, hash, bytes.span, entries.span, slots.span)
    if let known { last = known } else { last = add(spelling, head, hash) }
    return Int32(truncatingIfNeeded: last)
  }

  /// Puts the codes of one column of some rows into an array, from a position to its end.
  ///
  /// - Parameters:
  ///   - cells: The cells of the rows, row by row.
  ///   - column: The column, from 0.
  ///   - width: How many columns a row has.
  ///   - bytes: What the cells are ranges of.
  mutating func append(
    _ cells: Span<ByteRange>, from column: Int, width: Int, in bytes: Span<UInt8>, to codes: inout [Int32],
    from position: Int
  ) {
    var (at, place) = (column, position)
    while true {
      let (end, code) = known(cells, from: at, width: width, in: bytes, to: &codes, from: place)
      last = code
      at += (end - place) * width
      place = end
      guard place < codes.count else { return }
      let spelling = bytes.extracting(cells[at].range)
      let head = spelling.head
      last = add(spelling, head, hash(spelling, head))
      codes[place] = Int32(truncatingIfNeeded: last)
      at += width
      place += 1
    }
  }

  /// As ``append(_:from:width:in:to:from:)``, up to the first spelling that is new; returns where that belongs and the
  /// last code.
  private func known(
    _ cells: Span<ByteRange>, from column: Int, width: Int, in bytes: Span<UInt8>, to codes: inout [Int32],
    from position: Int
  ) -> (Int, Int) {
    guard !entries.isEmpty, position < codes.count else { return (position, last) }
    precondition(column + (codes.count - 1 - position) * width < cells.count)
    var codes = codes.mutableSpan
    let (spellings, entries, slots) = (self.bytes.span, entries.span, slots.span)
    var lastCode = last
    var lastEntry = entries[lastCode]
    var at = column
    var place = position
    while place < codes.count {
      let spelling = unsafe bytes.extracting(cells[unchecked: at].range)
      let head = spelling.head
      if !isSame(lastEntry, spelling, head, spellings) {
        guard let code = find(spelling, head, hash(spelling, head), spellings, entries, slots) else { break }
        lastCode = code
        lastEntry = unsafe entries[unchecked: code]
      }
      unsafe codes[unchecked: place] = Int32(truncatingIfNeeded: lastCode)
      at &+= width
      place &+= 1
    }
    return (place, lastCode)
  }

  /// The code of a spelling by its hash.
  @inline(__always)
  private func find(
    _ spelling: Span<UInt8>, _ head: UInt64, _ hash: UInt64, _ bytes: Span<UInt8>, _ entries: Span<Entry>,
    _ slots: Span<UInt64>
  ) -> Int? {
    guard slots.count > 0 else { return nil }
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = unsafe slots[unchecked: slot]
      if found == 0 { return nil }
      if (found ^ hash) >> 32 == 0 {
        let code = Int(truncatingIfNeeded: found & 0xFFFF_FFFF) &- 1
        if isSame(entries[code], spelling, head, bytes) { return code }
      }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(__always)
  private func isSame(_ entry: Entry, _ spelling: Span<UInt8>, _ head: UInt64, _ bytes: Span<UInt8>) -> Bool {
    guard entry.count == spelling.count, entry.head == head else { return false }
    return entry.count <= 8 || bytes.extracting(entry.range).endsLike(spelling)
  }

  @inline(__always)
  private func hash(_ spelling: Span<UInt8>, _ head: UInt64) -> UInt64 {
    let count = spelling.count
    var state = Self.mix(head ^ seed, UInt64(truncatingIfNeeded: count) ^ secret)
    var at = 8
    while at &+ 16 <= count {
      state = Self.mix(spelling.word(uncheckedAt: at) ^ secret, spelling.word(uncheckedAt: at &+ 8) ^ state)
      at &+= 16
    }
    if at &+ 8 < count {
      state = Self.mix(spelling.word(uncheckedAt: at) ^ secret, spelling.word(uncheckedAt: count &- 8) ^ state)
    } else if at < count {
      state = Self.mix(spelling.word(uncheckedAt: count &- 8) ^ secret, state ^ seed)
    }
    return state
  }

  /// Both halves of the product folded into one.
  @inline(__always)
  private static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }

  private mutating func add(_ spelling: Span<UInt8>, _ head: UInt64, _ hash: UInt64) -> Int {
    if entries.count * 2 >= slots.count { grow() }
    let code = entries.count
    entries.append(Entry(start: bytes.count, count: spelling.count, head: head, hash: hash))
    spellings.append(spelling.text)
    for index in spelling.indices { bytes.append(spelling[index]) }
    put(code, hash)
    return code
  }

  private mutating func put(_ code: Int, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(truncatingIfNeeded: code + 1)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: max(64, slots.count * 4))
    for (code, entry) in entries.enumerated() { put(code, entry.hash) }
  }
}
