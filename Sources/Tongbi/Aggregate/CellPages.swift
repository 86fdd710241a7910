// SPDX-License-Identifier: Apache-2.0

/// Fixed-size pages of cells in memory that grows without moving: each page has twelve slots of ten bytes.
///
/// A page is 128 bytes: its group, the next page of its series, twelve significands, twelve rows, twelve kinds. Memory is
/// taken in slabs of half a mebibyte, so that growing never holds two copies. Pointers do not leave this file.
final class CellPages: @unchecked Sendable {
  // Written to only through `CellStore`, which makes a copy first where it is not the only owner.
  private let slabs: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>?>

  private static let slabBits = 12
  private static let pageWords = 32
  /// The most slabs: some three thousand million cells.
  private static let mostSlabs = 1 << 16

  init() {
    unsafe slabs = .allocate(capacity: Self.mostSlabs)
    unsafe slabs.initialize(repeating: nil, count: Self.mostSlabs)
  }

  deinit {
    var index = 0
    while index < Self.mostSlabs, let slab = unsafe slabs[index] {
      unsafe slab.deallocate()
      index += 1
    }
    unsafe slabs.deallocate()
  }

  /// The same pages in memory of their own.
  func copy() -> CellPages {
    let copy = CellPages()
    let words = Self.pageWords << Self.slabBits
    var index = 0
    while index < Self.mostSlabs, let slab = unsafe slabs[index] {
      let other = UnsafeMutablePointer<UInt32>.allocate(capacity: words)
      unsafe other.initialize(from: slab, count: words)
      unsafe copy.slabs[index] = other
      index += 1
    }
    return copy
  }

  /// Makes an empty page; pages are numbered from 0 without gaps.
  func add(_ page: Int32, group: Int32) {
    let slab = Int(page) >> Self.slabBits
    precondition(slab < Self.mostSlabs, "more cells than memory can hold")
    if unsafe slabs[slab] == nil {
      let words = Self.pageWords << Self.slabBits
      let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: words)
      unsafe memory.initialize(repeating: 0, count: words)
      unsafe slabs[slab] = memory
    }
    let words = unsafe words(page)
    unsafe words[0] = UInt32(bitPattern: group)
    unsafe words[1] = UInt32(bitPattern: -1)
  }

  @inline(__always)
  private func words(_ page: Int32) -> UnsafeMutablePointer<UInt32> {
    let page = Int(UInt32(bitPattern: page))
    precondition(page &>> Self.slabBits < Self.mostSlabs)
    guard let slab = unsafe slabs[page &>> Self.slabBits] else { preconditionFailure("no such page") }
    return unsafe slab + (page & (1 &<< Self.slabBits &- 1)) &* Self.pageWords
  }

  /// The group of a page.
  @inline(__always)
  func group(_ page: Int32) -> Int32 { unsafe Int32(bitPattern: words(page)[0]) }

  /// The next page of the series; −1 at the end.
  @inline(__always)
  func next(_ page: Int32) -> Int32 { unsafe Int32(bitPattern: words(page)[1]) }

  /// Hangs a page behind another.
  func link(_ page: Int32, to next: Int32) { unsafe words(page)[1] = UInt32(bitPattern: next) }

  /// The kind of a cell; 0 where the slot is empty.
  @inline(__always)
  func kind(_ page: Int32, _ slot: Int32) -> UInt16 {
    precondition(slot >= 0 && slot < 12)
    let word = unsafe words(page)[26 &+ Int(slot &>> 1)]
    return UInt16(truncatingIfNeeded: word &>> (UInt32(slot & 1) &* 16))
  }

  /// The kind and the significand of a cell.
  @inline(__always)
  func cell(_ page: Int32, _ slot: Int32) -> (kind: UInt16, significand: Int32) {
    precondition(slot >= 0 && slot < 12)
    let words = unsafe words(page)
    let kinds = unsafe words[26 &+ Int(slot &>> 1)]
    let kind = UInt16(truncatingIfNeeded: kinds &>> (UInt32(slot & 1) &* 16))
    return unsafe (kind, Int32(bitPattern: words[2 &+ Int(slot)]))
  }

  /// Calls a function with the cells of some slots, until it returns `false`; returns whether it never did.
  @inline(__always)
  func forEachCell(
    _ page: Int32, _ slots: Range<Int32>, _ body: (_ slot: Int32, _ kind: UInt16, _ significand: Int32) -> Bool
  ) -> Bool {
    precondition(slots.lowerBound >= 0 && slots.upperBound <= 12)
    let words = unsafe words(page)
    for slot in slots {
      let kinds = unsafe words[26 &+ Int(slot &>> 1)]
      let kind = UInt16(truncatingIfNeeded: kinds &>> (UInt32(slot & 1) &* 16))
      guard unsafe body(slot, kind, Int32(bitPattern: words[2 &+ Int(slot)])) else { return false }
    }
    return true
  }

  /// The kind of all twelve cells of a page and the sum of their significands; `nil` unless they are of one kind.
  @inline(__always)
  func sum(_ page: Int32) -> (kind: UInt16, significand: Int64)? {
    let words = unsafe words(page)
    let kinds = unsafe words[26]
    var others = (kinds & 0xFFFF) ^ (kinds &>> 16)
    for place in 27..<32 { others |= unsafe words[place] ^ kinds }
    guard others == 0, kinds != 0 else { return nil }
    var sum: Int64 = 0
    for place in 2..<14 { sum &+= unsafe Int64(Int32(bitPattern: words[place])) }
    return (UInt16(truncatingIfNeeded: kinds), sum)
  }

  /// The significand and the row of a cell.
  @inline(__always)
  func content(_ page: Int32, _ slot: Int32) -> (significand: Int32, row: UInt32) {
    precondition(slot >= 0 && slot < 12)
    let words = unsafe words(page)
    return unsafe (Int32(bitPattern: words[2 &+ Int(slot)]), words[14 &+ Int(slot)])
  }

  /// Writes a cell where the slot is empty, and returns whether it was.
  @inline(__always)
  func writeIfEmpty(_ page: Int32, _ slot: Int32, significand: Int32, row: UInt32, kind: UInt16) -> Bool {
    precondition(slot >= 0 && slot < 12)
    let words = unsafe words(page)
    let shift = UInt32(slot & 1) &* 16
    let place = 26 &+ Int(slot &>> 1)
    let kinds = unsafe words[place]
    guard kinds &>> shift & 0xFFFF == 0 else { return false }
    unsafe words[2 &+ Int(slot)] = UInt32(bitPattern: significand)
    unsafe words[14 &+ Int(slot)] = row
    unsafe words[place] = kinds | UInt32(kind) &<< shift
    return true
  }

  /// Writes a cell.
  @inline(__always)
  func write(_ page: Int32, _ slot: Int32, significand: Int32, row: UInt32, kind: UInt16) {
    precondition(slot >= 0 && slot < 12)
    let words = unsafe words(page)
    unsafe words[2 &+ Int(slot)] = UInt32(bitPattern: significand)
    unsafe words[14 &+ Int(slot)] = row
    let shift = UInt32(slot & 1) &* 16
    let place = 26 &+ Int(slot &>> 1)
    unsafe words[place] = words[place] & ~(0xFFFF &<< shift) | UInt32(kind) &<< shift
  }
}
