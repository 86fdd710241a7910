// SPDX-License-Identifier: Apache-2.0

/// Fixed-size pages of cells in memory that grows without moving: each page has twelve slots of ten bytes.
///
/// A page is 128 bytes: its group, the next page of its series, twelve significands, twelve rows, twelve kinds. Memory is
/// taken in slabs of half a mebibyte, so that growing never holds two copies. Pointers do not leave this file.
final class CellPages: @unchecked Sendable {
  // Written to only through `CellStore`, which makes a copy first where it is not the only owner.
  private var slabs: [UnsafeMutablePointer<UInt32>] = []
  /// How many pages there are.
  private(set) var count = 0

  private static let slabBits = 12
  private static let pageWords = 32

  init() {}

  deinit {
    for slab in slabs { unsafe slab.deallocate() }
  }

  /// The same pages in memory of their own.
  func copy() -> CellPages {
    let copy = CellPages()
    for slab in slabs {
      let words = Self.pageWords << Self.slabBits
      let other = UnsafeMutablePointer<UInt32>.allocate(capacity: words)
      unsafe other.initialize(from: slab, count: words)
      unsafe copy.slabs.append(other)
    }
    copy.count = count
    return copy
  }

  /// Adds an empty page.
  func append(group: Int32) -> Int32 {
    if count >> Self.slabBits == slabs.count {
      let words = Self.pageWords << Self.slabBits
      let slab = UnsafeMutablePointer<UInt32>.allocate(capacity: words)
      unsafe slab.initialize(repeating: 0, count: words)
      unsafe slabs.append(slab)
    }
    let page = Int32(truncatingIfNeeded: count)
    count += 1
    let words = unsafe words(page)
    unsafe words[0] = UInt32(bitPattern: group)
    unsafe words[1] = UInt32(bitPattern: -1)
    return page
  }

  @inline(__always)
  private func words(_ page: Int32) -> UnsafeMutablePointer<UInt32> {
    precondition(page >= 0 && Int(page) < count)
    let page = Int(page)
    return unsafe slabs[page &>> Self.slabBits] + (page & (1 &<< Self.slabBits &- 1)) &* Self.pageWords
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

  /// The significand and the row of a cell.
  @inline(__always)
  func content(_ page: Int32, _ slot: Int32) -> (significand: Int32, row: UInt32) {
    precondition(slot >= 0 && slot < 12)
    let words = unsafe words(page)
    return unsafe (Int32(bitPattern: words[2 &+ Int(slot)]), words[14 &+ Int(slot)])
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
