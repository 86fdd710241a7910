// SPDX-License-Identifier: Apache-2.0

import CMemory
import Glibc

/// Fixed-size pages of cells in memory that grows without moving: each page has twelve slots of ten bytes.
///
/// A page is 128 bytes: its group, the next page of its series, twelve significands, twelve rows, twelve kinds. Memory is
/// taken in slabs of two mebibytes, so that growing never holds two copies. Pointers do not leave this file.
final class CellPages: @unchecked Sendable {
  // Written to only through `CellStore`, which makes a copy first where it is not the only owner.
  private let slabs: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>?>
  private var slabCount = 0

  private static let slabBits = 14
  private static let pageWords = 32
  private static let slabBytes = MemoryLayout<UInt32>.stride * pageWords << slabBits
  /// The most slabs: some three thousand million cells.
  private static let mostSlabs = 1 << 14

  init() {
    unsafe slabs = .allocate(capacity: Self.mostSlabs)
    unsafe slabs.initialize(repeating: nil, count: Self.mostSlabs)
  }

  deinit {
    for index in 0..<slabCount { unsafe munmap(slabs[index], Self.slabBytes) }
    unsafe slabs.deallocate()
  }

  /// The same pages in memory of their own.
  func copy() -> CellPages {
    let copy = CellPages()
    for index in 0..<slabCount {
      let slab = unsafe copy.addSlab()
      if let own = unsafe slabs[index] { unsafe slab.update(from: own, count: Self.pageWords << Self.slabBits) }
    }
    return copy
  }

  // Memory of the system's own, which is zero and begins where a page may; many of them are better had in large pieces.
  private func addSlab() -> UnsafeMutablePointer<UInt32> {
    precondition(slabCount < Self.mostSlabs, "more cells than memory can hold")
    guard
      let memory = unsafe mmap(nil, Self.slabBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      unsafe memory != MAP_FAILED
    else { preconditionFailure("no memory left") }
    if slabCount > 0 { unsafe madvise(memory, Self.slabBytes, MADV_HUGEPAGE) }
    let words = unsafe memory.bindMemory(to: UInt32.self, capacity: Self.pageWords << Self.slabBits)
    unsafe slabs[slabCount] = words
    slabCount += 1
    return unsafe words
  }

  /// Makes an empty page; pages are numbered from 0 without gaps.
  func add(_ page: Int32, group: Int32) {
    if Int(page) >> Self.slabBits == slabCount { _ = unsafe addSlab() }
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

  /// Has a page fetched from memory that will be needed soon.
  @inline(__always)
  func prefetch(_ page: Int32) {
    let words = unsafe words(page)
    unsafe cmemory_prefetch(words)
    unsafe cmemory_prefetch(words + Self.pageWords / 2)
  }

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

  /// What is written into a slot.
  struct Content {
    var slot: Int32
    var significand: Int32
    var row: UInt32
    var kind: UInt16
  }

  /// Writes cells where slots are empty, one for each index, and returns the first for which there is none or the slot is
  /// not empty; the end of the range where there is no such.
  @inline(__always)
  func writeIfEmpty(_ page: Int32, _ range: Range<Int>, _ content: (Int) -> Content?) -> Int {
    let words = unsafe words(page)
    for index in range {
      guard let cell = content(index), unsafe Self.writeIfEmpty(words, cell) else { return index }
    }
    return range.upperBound
  }

  /// Writes the twelve cells of an empty page, of one kind and in rows that follow each other; returns `false` where the
  /// page is not empty or a significand needs more than 32 bits.
  @inline(__always)
  func writeAll(_ page: Int32, _ significands: Span<Int64>, firstRow: UInt32, kind: UInt16) -> Bool {
    precondition(significands.count == CellPlaces.length)
    let words = unsafe words(page)
    var filled: UInt32 = 0
    for place in 26..<32 { filled |= unsafe words[place] }
    var others: Int64 = 0
    for slot in 0..<CellPlaces.length {
      let significand = significands[slot]
      others |= Int64(Int32(truncatingIfNeeded: significand)) ^ significand
    }
    guard filled == 0, others == 0 else { return false }
    for slot in 0..<CellPlaces.length {
      unsafe words[2 &+ slot] = UInt32(truncatingIfNeeded: significands[slot])
      unsafe words[14 &+ slot] = firstRow &+ UInt32(truncatingIfNeeded: slot)
    }
    for place in 26..<32 { unsafe words[place] = UInt32(kind) &* 0x1_0001 }
    return true
  }

  @inline(__always)
  private static func writeIfEmpty(_ words: UnsafeMutablePointer<UInt32>, _ cell: Content) -> Bool {
    precondition(cell.slot >= 0 && cell.slot < 12)
    let shift = UInt32(cell.slot & 1) &* 16
    let place = 26 &+ Int(cell.slot &>> 1)
    let kinds = unsafe words[place]
    guard kinds &>> shift & 0xFFFF == 0 else { return false }
    unsafe words[2 &+ Int(cell.slot)] = UInt32(bitPattern: cell.significand)
    unsafe words[14 &+ Int(cell.slot)] = cell.row
    unsafe words[place] = kinds | UInt32(cell.kind) &<< shift
    return true
  }

  /// Writes a cell where the slot is empty, and returns whether it was.
  func writeIfEmpty(_ page: Int32, _ cell: Content) -> Bool { unsafe Self.writeIfEmpty(words(page), cell) }

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
