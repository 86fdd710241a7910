// SPDX-License-Identifier: Apache-2.0

extension CellPages {
  /// The first of the three words of a page that hold its kinds.
  static let firstKinds = 12
  /// The word of a page that holds ``Header``.
  static let headerWord = 15
  /// What the last word of a page holds: the kind below its least, and how its cells are kept.
  enum Header {
    static let leastKind: UInt32 = 0xFFFF
    static let hasBegun: UInt32 = 1 << 16
    static let rowsApart: UInt32 = 1 << 17
    static let kindsApart: UInt32 = 1 << 18
  }

  /// The byte of a cell that is kept whole; 0 where a slot is empty, and others count from the least kind.
  static let wholeByte: UInt32 = 0xFF

  /// Where a page and what belongs to it stand.
  struct Place {
    let slab: UnsafeMutablePointer<CellSlab>
    let index: Int
    let words: UnsafeMutablePointer<UInt32>

    @inline(__always)
    var link: UnsafeMutablePointer<CellSlab.Link> { unsafe slab.pointee.links + index }

    /// The rows of a page whose rows stand apart.
    @inline(__always)
    var rows: UnsafeMutablePointer<UInt32> {
      unsafe slab.pointee.rows.unsafelyUnwrapped + index &* CellSlab.rowWords
    }

    /// The kinds of a page whose kinds stand apart.
    @inline(__always)
    var kinds: UnsafeMutablePointer<UInt16> {
      unsafe slab.pointee.kinds.unsafelyUnwrapped + index &* CellPlaces.length
    }

    @inline(__always)
    var header: UInt32 { unsafe words[headerWord] }

    /// The byte of a slot's kind.
    @inline(__always)
    func byte(_ slot: Int) -> UInt32 {
      unsafe words[firstKinds &+ slot &>> 2] &>> (UInt32(truncatingIfNeeded: slot & 3) &* 8) & 0xFF
    }

    /// Whether the row of a cell is as far from that of the first slot as its own slot is.
    @inline(__always)
    func isInTurn(_ cell: Content) -> Bool {
      unsafe link.pointee.firstRow &+ UInt32(truncatingIfNeeded: cell.slot) == cell.row
    }

    /// The kind of the cell in a slot.
    @inline(__always)
    func kind(_ slot: Int) -> UInt16 {
      let (byte, header) = (byte(slot), header)
      if byte == 0 { return CellKinds.none }
      if byte == wholeByte { return CellKinds.whole }
      if header & Header.kindsApart != 0 { return unsafe kinds[slot] }
      return UInt16(truncatingIfNeeded: header &+ byte)
    }
  }
}
