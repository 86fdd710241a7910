// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The memory of some pages of ``CellPages`` that lie together, zero at first.
struct CellSlab {
  /// What is kept beside a page.
  struct Link {
    var group: Int32
    var next: Int32
    /// The row of its first slot, where rows do not stand apart.
    var firstRow: UInt32
  }

  /// How many pages there are, a power of two.
  static let length = 1 << bits
  static let bits = 14
  /// The words of a page.
  static let pageWords = 16
  /// The words of the rows of a page, four more than it has, so that they lie in one line of the processor's memory.
  static let rowWords = 16

  /// The pages, and their links behind them.
  let pages: UnsafeMutablePointer<UInt32>
  let links: UnsafeMutablePointer<Link>
  /// By page and slot, the rows of cells; `nil` until a page needs it.
  private(set) var rows: UnsafeMutablePointer<UInt32>?
  /// By page and slot, the kinds of cells; `nil` until a page needs it.
  private(set) var kinds: UnsafeMutablePointer<UInt16>?
  /// Whether the rows of pages stand apart from the first cell on.
  var beginsApart = false

  private static let pageBytes = length * pageWords * MemoryLayout<UInt32>.stride
  private static let bytes = pageBytes + length * MemoryLayout<Link>.stride
  private static let rowBytes = length * rowWords * MemoryLayout<UInt32>.stride
  private static let kindBytes = length * CellPlaces.length * MemoryLayout<UInt16>.stride

  /// Makes room for pages, all at once where they will be needed soon.
  init(isFilledSoon: Bool) {
    let memory = unsafe Self.map(Self.bytes, isFilledSoon ? Int32(MAP_POPULATE) : 0)
    unsafe pages = memory.bindMemory(to: UInt32.self, capacity: Self.length * Self.pageWords)
    unsafe links = (memory + Self.pageBytes).bindMemory(to: Link.self, capacity: Self.length)
  }

  /// Takes all of its memory at once: it will be needed soon.
  func fill() { unsafe madvise(pages, Self.bytes, Self.populateForWriting) }

  // Told by Linux from 5.14 on; an older one gives memory as it is needed.
  private static let populateForWriting: Int32 = 23

  /// Memory of the system's own, zero at first, which begins where a page may.
  private static func map(_ bytes: Int, _ flags: Int32 = 0) -> UnsafeMutableRawPointer {
    guard
      let memory = unsafe mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | flags, -1, 0),
      unsafe memory != MAP_FAILED
    else { preconditionFailure("no memory left") }
    return unsafe memory
  }

  /// Makes room for rows that stand apart.
  mutating func addRows() {
    guard unsafe rows == nil else { return }
    unsafe rows = Self.map(Self.rowBytes).bindMemory(to: UInt32.self, capacity: Self.length * Self.rowWords)
  }

  /// Makes room for kinds that stand apart.
  mutating func addKinds() {
    guard unsafe kinds == nil else { return }
    unsafe kinds = Self.map(Self.kindBytes).bindMemory(to: UInt16.self, capacity: Self.length * CellPlaces.length)
  }

  /// The same in memory of its own.
  func copy() -> CellSlab {
    var copy = CellSlab(isFilledSoon: true)
    unsafe memcpy(copy.pages, pages, Self.bytes)
    if let rows = unsafe rows {
      copy.addRows()
      copy.beginsApart = beginsApart
      unsafe memcpy(copy.rows.unsafelyUnwrapped, rows, Self.rowBytes)
    }
    if let kinds = unsafe kinds {
      copy.addKinds()
      unsafe memcpy(copy.kinds.unsafelyUnwrapped, kinds, Self.kindBytes)
    }
    return unsafe copy
  }

  /// Gives the memory back.
  func free() {
    unsafe munmap(pages, Self.bytes)
    if let rows = unsafe rows { unsafe munmap(rows, Self.rowBytes) }
    if let kinds = unsafe kinds { unsafe munmap(kinds, Self.kindBytes) }
  }
}

extension CellPages {
  /// What is written into a slot.
  struct Content {
    var slot: Int32
    var significand: Int32
    var row: UInt32
    var kind: UInt16
  }
}
