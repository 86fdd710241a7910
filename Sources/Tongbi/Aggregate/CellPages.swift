// SPDX-License-Identifier: Apache-2.0

import CMemory
import Glibc

/// Fixed-size pages of cells in memory that grows without moving: each page has twelve slots.
///
/// A page is 64 bytes: twelve significands, twelve kinds of one byte above the least that the page can tell, and that one.
/// Its group, the next page of its series and the row of its first slot stand beside it. The figures of most pages come
/// from rows that follow each other and are of kinds with neighbouring numbers; the rows and kinds of others stand apart.
/// Pointers do not leave this file and those of ``CellSlab`` and ``CellPages/Place``.
final class CellPages: @unchecked Sendable {
  // Written to only through `CellStore`, which makes a copy first where it is not the only owner. Of the room for slabs only
  // what is used is touched, as the first touch of memory is what costs.
  private let slabs: UnsafeMutablePointer<CellSlab>
  private var slabCount = 0

  /// The most slabs: some three thousand million cells.
  private static let mostSlabs = 1 << 14

  init() { unsafe slabs = .allocate(capacity: Self.mostSlabs) }

  deinit {
    for index in 0..<slabCount { unsafe slabs[index].free() }
    unsafe slabs.deallocate()
  }

  /// The same pages in memory of their own.
  func copy() -> CellPages {
    let copy = CellPages()
    for index in 0..<slabCount { unsafe (copy.slabs + index).initialize(to: slabs[index].copy()) }
    copy.slabCount = slabCount
    return copy
  }

  /// Makes an empty page; pages are numbered from 0 without gaps.
  func add(_ page: Int32, group: Int32) {
    if Int(page) >> CellSlab.bits == slabCount {
      precondition(slabCount < Self.mostSlabs, "more cells than memory can hold")
      // All slabs but the first will be full.
      unsafe (slabs + slabCount).initialize(to: CellSlab(isFilledSoon: slabCount > 0))
      slabCount += 1
    } else if page == Int32(CellSlab.length / 8) {
      unsafe slabs[0].fill()
    }
    let place = place(page)
    unsafe place.link.pointee = CellSlab.Link(group: group, next: -1, firstRow: 0)
    // Memory that is first read is given twice, as zeros to read and then to write.
    unsafe place.words.pointee = 0
  }

  // MARK: Places in memory

  @inline(__always)
  private func place(_ page: Int32) -> Place {
    let page = Int(UInt32(bitPattern: page))
    precondition(page &>> CellSlab.bits < slabCount)
    let (slab, index) = unsafe (slabs + page &>> CellSlab.bits, page & (CellSlab.length &- 1))
    return unsafe Place(slab: slab, index: index, words: slab.pointee.pages + index &* CellSlab.pageWords)
  }

  // MARK: Links

  /// The group of a page.
  @inline(__always)
  func group(_ page: Int32) -> Int32 { unsafe place(page).link.pointee.group }

  /// The next page of the series; −1 at the end.
  @inline(__always)
  func next(_ page: Int32) -> Int32 { unsafe place(page).link.pointee.next }

  /// Hangs a page behind another.
  func link(_ page: Int32, to next: Int32) { unsafe place(page).link.pointee.next = next }

  /// Has a page fetched from memory that will be needed soon.
  @inline(__always)
  func prefetch(_ page: Int32) {
    let place = place(page)
    unsafe cmemory_prefetch(place.words)
    if unsafe place.slab.pointee.rows != nil { unsafe cmemory_prefetch(place.rows) }
  }

  // MARK: Reading

  /// The kind of a cell; 0 where the slot is empty.
  @inline(__always)
  func kind(_ page: Int32, _ slot: Int32) -> UInt16 {
    precondition(slot >= 0 && slot < 12)
    return place(page).kind(Int(slot))
  }

  /// The kind and the significand of a cell.
  @inline(__always)
  func cell(_ page: Int32, _ slot: Int32) -> (kind: UInt16, significand: Int32) {
    precondition(slot >= 0 && slot < 12)
    let place = place(page)
    return unsafe (place.kind(Int(slot)), Int32(bitPattern: place.words[Int(slot)]))
  }

  /// Calls a function with the cells of some slots, until it returns `false`; returns whether it never did.
  @inline(__always)
  func forEachCell(
    _ page: Int32, _ slots: Range<Int32>, _ body: (_ slot: Int32, _ kind: UInt16, _ significand: Int32) -> Bool
  ) -> Bool {
    precondition(slots.lowerBound >= 0 && slots.upperBound <= 12)
    let place = place(page)
    for slot in slots {
      guard unsafe body(slot, place.kind(Int(slot)), Int32(bitPattern: place.words[Int(slot)])) else { return false }
    }
    return true
  }

  /// The kind of all twelve cells of a page and the sum of their significands; `nil` unless they are seen to be of one kind.
  @inline(__always)
  func sum(_ page: Int32) -> (kind: UInt16, significand: Int64)? {
    let place = place(page)
    let (first, second, third) = unsafe (place.words[12], place.words[13], place.words[14])
    let (header, byte) = (place.header, first & 0xFF)
    let others = (first ^ byte &* 0x0101_0101) | (first ^ second) | (first ^ third)
    guard others | header & Header.kindsApart == 0, byte != 0, byte != Self.wholeByte else { return nil }
    var sum: Int64 = 0
    for slot in 0..<CellPlaces.length { sum &+= unsafe Int64(Int32(bitPattern: place.words[slot])) }
    return (UInt16(truncatingIfNeeded: header &+ byte), sum)
  }

  /// The significand and the row of a cell; the row means nothing where the cell is kept whole.
  @inline(__always)
  func content(_ page: Int32, _ slot: Int32) -> (significand: Int32, row: UInt32) {
    precondition(slot >= 0 && slot < 12)
    let place = place(page)
    let isApart = place.header & Header.rowsApart != 0
    let row = unsafe isApart ? place.rows[Int(slot)] : place.link.pointee.firstRow &+ UInt32(slot)
    return unsafe (Int32(bitPattern: place.words[Int(slot)]), row)
  }

  // MARK: Writing

  /// Writes cells where slots are empty, one for each index, and returns the first for which there is none or the slot is
  /// not empty; the end of the range where there is no such.
  @inline(__always)
  func writeIfEmpty(_ page: Int32, _ range: Range<Int>, _ content: (Int) -> Content?) -> Int {
    let place = place(page)
    for index in range {
      guard let cell = content(index), Self.writeIfEmpty(place, cell) else { return index }
    }
    return range.upperBound
  }

  /// Writes a cell where the slot is empty, and returns whether it was.
  func writeIfEmpty(_ page: Int32, _ cell: Content) -> Bool { Self.writeIfEmpty(place(page), cell) }

  @inline(__always)
  private static func writeIfEmpty(_ place: Place, _ cell: Content) -> Bool {
    precondition(cell.slot >= 0 && cell.slot < 12)
    let slot = Int(cell.slot)
    guard place.byte(slot) == 0 else { return false }
    let header = place.header
    let byte = UInt32(cell.kind) &- header & Header.leastKind
    let isUsual = header & (Header.hasBegun | Header.kindsApart) == Header.hasBegun && byte &- 1 < wholeByte &- 1
    if isUsual, header & Header.rowsApart != 0 {
      unsafe place.rows[slot] = cell.row
    } else if !isUsual || !place.isInTurn(cell) {
      write(place, cell)
      return true
    }
    unsafe place.words[slot] = UInt32(bitPattern: cell.significand)
    unsafe place.words[firstKinds &+ slot &>> 2] |= byte &<< (UInt32(truncatingIfNeeded: slot & 3) &* 8)
    return true
  }

  /// Writes the twelve cells of an empty page, in rows that follow each other; returns `false` where the page is not empty,
  /// a significand needs more than 32 bits, or a cell has no kind or one far from the first.
  ///
  /// - Parameter kind: The kind of the cell in a slot; the slots are asked for in order.
  @inline(__always)
  func writeAll(_ page: Int32, _ significands: Span<Int64>, firstRow: UInt32, kind: (Int) -> UInt16) -> Bool {
    precondition(significands.count == CellPlaces.length)
    let place = place(page)
    var others: Int64 = 0
    for slot in 0..<CellPlaces.length {
      let significand = significands[slot]
      others |= Int64(Int32(truncatingIfNeeded: significand)) ^ significand
    }
    guard unsafe place.words[12] | place.words[13] | place.words[14] == 0, others == 0 else { return false }
    let firstKind = kind(0)
    let least = UInt32(Self.leastKind(of: firstKind))
    var far: UInt32 = 0
    func bytes(_ word: Int) -> UInt32 {
      var bytes: UInt32 = 0
      for slot in word &* 4..<word &* 4 &+ 4 {
        let byte = UInt32(slot == 0 ? firstKind : kind(slot)) &- least
        far = max(far, byte &- 1)
        bytes |= byte &<< (UInt32(truncatingIfNeeded: slot & 3) &* 8)
      }
      return bytes
    }
    let (first, second, third) = (bytes(0), bytes(1), bytes(2))
    guard far < Self.wholeByte &- 1 else { return false }
    unsafe place.slab.pointee.beginsApart = false
    Self.begin(place, firstRow: firstRow, firstKind)
    for slot in 0..<CellPlaces.length { unsafe place.words[slot] = UInt32(truncatingIfNeeded: significands[slot]) }
    unsafe (place.words[12], place.words[13], place.words[14]) = (first, second, third)
    return true
  }

  /// Writes a cell in place of any that is there.
  func write(_ page: Int32, _ cell: Content) { Self.write(place(page), cell) }

  @inline(never)
  private static func write(_ place: Place, _ cell: Content) {
    precondition(cell.slot >= 0 && cell.slot < 12)
    let slot = Int(cell.slot)
    var byte = wholeByte
    if cell.kind != CellKinds.whole {
      if place.header == 0 { begin(place, firstRow: cell.row &- UInt32(slot), cell.kind) }
      byte = settle(place, cell)
    }
    unsafe place.words[slot] = UInt32(bitPattern: cell.significand)
    let shift = UInt32(slot & 3) &* 8
    unsafe place.words[firstKinds &+ slot &>> 2] &= ~(0xFF &<< shift)
    unsafe place.words[firstKinds &+ slot &>> 2] |= byte &<< shift
  }

  /// Lets a page begin with a row and a kind.
  @inline(__always)
  private static func begin(_ place: Place, firstRow: UInt32, _ kind: UInt16) {
    let rows = unsafe place.slab.pointee.beginsApart ? Header.rowsApart : 0
    unsafe place.words[headerWord] = UInt32(leastKind(of: kind)) | Header.hasBegun | rows
    unsafe place.link.pointee.firstRow = firstRow
  }

  /// The kind below the least that a page can tell that begins with a kind: kinds that are met one after the other have
  /// numbers above and below each other.
  @inline(__always)
  private static func leastKind(of kind: UInt16) -> UInt16 { max(127, kind) &- 127 }

  /// Puts the row and the kind of a cell where they belong, and returns its byte.
  private static func settle(_ place: Place, _ cell: Content) -> UInt32 {
    let slot = Int(cell.slot)
    if !place.isInTurn(cell), place.header & Header.rowsApart == 0 { setRowsApart(place) }
    if place.header & Header.rowsApart != 0 { unsafe place.rows[slot] = cell.row }
    let byte = UInt32(cell.kind) &- place.header & Header.leastKind
    let isNear = byte &- 1 < wholeByte &- 1
    if !isNear, place.header & Header.kindsApart == 0 { setKindsApart(place) }
    guard place.header & Header.kindsApart != 0 else { return byte }
    unsafe place.kinds[slot] = cell.kind
    return 1
  }

  private static func setRowsApart(_ place: Place) {
    unsafe place.slab.pointee.addRows()
    // In a table in no order, the next page will come to that as well.
    unsafe place.slab.pointee.beginsApart = true
    let first = unsafe place.link.pointee.firstRow
    for slot in 0..<CellPlaces.length { unsafe place.rows[slot] = first &+ UInt32(truncatingIfNeeded: slot) }
    unsafe place.words[headerWord] |= Header.rowsApart
  }

  private static func setKindsApart(_ place: Place) {
    unsafe place.slab.pointee.addKinds()
    for slot in 0..<CellPlaces.length { unsafe place.kinds[slot] = place.kind(slot) }
    unsafe place.words[headerWord] |= Header.kindsApart
  }
}
