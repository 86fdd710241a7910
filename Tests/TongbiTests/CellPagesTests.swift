// SPDX-License-Identifier: Apache-2.0

import Testing
import TongbiTestRandom

@testable import Tongbi

@Suite("Pages of cells")
struct CellPagesTests {
  @Test("every slot holds what was written last, whatever rows and kinds its page has", arguments: 0..<40)
  func slots(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pages = CellPages()
    let count = 40
    var model = [[CellPages.Content?]](repeating: [CellPages.Content?](repeating: nil, count: 12), count: count)
    for page in 0..<count { pages.add(Int32(page), group: Int32(page * 3)) }
    // Some tables have rows in turn and few kinds, others neither.
    let (isInTurn, kinds) = (seed % 2 == 0, [3, 200, 600, 65_534][Int(seed) / 2 % 4])
    for _ in 0..<3_000 {
      let (page, slot) = (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<12, using: &random))
      let isOdd = Int.random(in: 0..<50, using: &random) == 0
      var cell = CellPages.Content(
        slot: Int32(slot), significand: Int32.random(in: .min ... .max, using: &random),
        row: isInTurn && !isOdd ? UInt32(page * 12 + slot) : UInt32.random(in: 0...UInt32.max, using: &random),
        kind: UInt16(Int.random(in: 1...kinds, using: &random)))
      if isOdd, Bool.random(using: &random) { (cell.kind, cell.row) = (CellKinds.whole, 0) }
      if isOdd {
        pages.write(Int32(page), cell)
        model[page][slot] = cell
      } else {
        #expect(pages.writeIfEmpty(Int32(page), cell) == (model[page][slot] == nil))
        if model[page][slot] == nil { model[page][slot] = cell }
      }
    }
    for pages in [pages, pages.copy()] {
      for page in 0..<count {
        #expect(pages.group(Int32(page)) == Int32(page * 3))
        for slot in 0..<12 {
          let (cell, place) = (model[page][slot], Int32(slot))
          #expect(pages.kind(Int32(page), place) == cell?.kind ?? CellKinds.none)
          guard let cell else { continue }
          #expect(pages.cell(Int32(page), place) == (cell.kind, cell.significand))
          #expect(pages.content(Int32(page), place).significand == cell.significand)
          if cell.kind != CellKinds.whole { #expect(pages.content(Int32(page), place).row == cell.row) }
        }
      }
    }
  }

  @Test("twelve cells that are written at once are twelve cells, and are added up at once")
  func years() throws {
    let pages = CellPages()
    let numbers: [Int64] = [5, -7, 12, 0, 3, 2_147_483_647, -2_147_483_648, 1, 1, 1, 1, 1]
    for page in 0..<Int32(40) { pages.add(page, group: page) }
    for page in 0..<Int32(40) {
      let kind = UInt16(page) * 1_600 + 1
      let isWritten = pages.writeAll(page, numbers.span, firstRow: UInt32(page) * 100) { _ in kind }
      let isWrittenAgain = pages.writeAll(page, numbers.span, firstRow: 7) { _ in kind }
      #expect(isWritten && !isWrittenAgain)
      let sum = try #require(pages.sum(page))
      #expect(sum == (kind, numbers.reduce(0, +)))
      for slot in 0..<12 {
        #expect(pages.cell(page, Int32(slot)) == (kind, Int32(numbers[slot])))
        #expect(pages.content(page, Int32(slot)).row == UInt32(page) * 100 + UInt32(slot))
      }
      // Of two kinds, they are not.
      pages.write(page, CellPages.Content(slot: 3, significand: 9, row: 8, kind: kind + 1))
      #expect(pages.sum(page) == nil)
      #expect(pages.content(page, 3) == (9, 8))
      #expect(pages.content(page, 4) == (3, UInt32(page) * 100 + 4))
    }
    let large = [Int64](repeating: 1 << 40, count: 12)
    pages.add(40, group: 0)
    let isWritten = pages.writeAll(40, large.span, firstRow: 1) { _ in 1 }
    #expect(!isWritten)
  }

  @Test("twelve cells of different kinds are written at once where these are near each other")
  func kinds() {
    let pages = CellPages()
    let numbers = (0..<12).map { Int64($0) * 7 - 30 }
    let near = (0..<12).map { UInt16(1_000 + $0 % 3) }
    for page in 0..<Int32(4) { pages.add(page, group: page) }
    let isWritten = pages.writeAll(0, numbers.span, firstRow: 500) { near[$0] }
    #expect(isWritten)
    for slot in 0..<12 {
      #expect(pages.cell(0, Int32(slot)) == (near[slot], Int32(numbers[slot])))
      #expect(pages.content(0, Int32(slot)).row == 500 + UInt32(slot))
    }
    // One that is not known, one that is kept whole, one far away: the page stays empty.
    for (page, odd) in [(1, CellKinds.none), (2, CellKinds.whole), (3, UInt16(1_200))] as [(Int32, UInt16)] {
      let isWritten = pages.writeAll(page, numbers.span, firstRow: 1) { $0 == 7 ? odd : near[$0] }
      #expect(!isWritten)
      for slot in 0..<Int32(12) { #expect(pages.kind(page, slot) == CellKinds.none) }
    }
  }

  @Test("pages follow each other over many slabs, each with its own links")
  func links() {
    let pages = CellPages()
    let count = Int32(CellSlab.length) * 2 + 5
    for page in 0..<count {
      pages.add(page, group: page)
      if page > 0 { pages.link(page - 1, to: page) }
      _ = pages.writeIfEmpty(
        page, CellPages.Content(slot: 11, significand: page, row: UInt32(page) % 7, kind: UInt16(page % 900) + 1))
    }
    var (page, seen): (Int32, Int32) = (0, 0)
    while page >= 0 {
      #expect(pages.group(page) == page && pages.cell(page, 11) == (UInt16(page % 900) + 1, page))
      #expect(pages.content(page, 11).row == UInt32(page) % 7)
      (page, seen) = (pages.next(page), seen + 1)
    }
    #expect(seen == count)
  }
}
