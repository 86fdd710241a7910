// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi
import TongbiTestRandom

@testable import TongbiReports

@Suite("Tables of pages")
struct PageTableTests {
  /// Words 10 points high; a Chinese character is 10 points wide, any other 5.
  private static func line(_ row: Int, _ cells: (text: String, place: Place)...) -> [PageWord] {
    cells.map { cell in
      let width = cell.text.unicodeScalars.reduce(0.0) { $0 + ($1.value >= 0x2E80 ? 10 : 5) }
      let left =
        switch cell.place {
        case .left(let at): at
        case .middle(let at): at - width / 2
        case .right(let at): at - width
        }
      return PageWord(
        text: cell.text, left: left, right: left + width, top: Double(row) * 15, bottom: Double(row) * 15 + 10)
    }
  }

  /// Where the words of a cell stand.
  private enum Place {
    case left(Double), middle(Double), right(Double)
  }

  private static let header = line(
    0, ("机构", .left(50)), ("门诊人次", .right(220)), ("出院人次", .right(320)), ("备注", .left(400)))
  private static let rows =
    line(1, ("县人民医院", .left(50)), ("1,200", .right(220)), ("85", .right(320)))
    + line(2, ("县中医院", .left(50)), ("980", .right(220)), ("1,040", .right(320)))

  @Test("columns are what no figure reaches across, also those that have a name and no figures")
  func plain() throws {
    let found = PageTables([Self.header + Self.rows]).found
    let table = try #require(found.first?.table)
    #expect(
      table.rows == [
        ["机构", "门诊人次", "出院人次", "备注"], ["县人民医院", "1,200", "85", ""], ["县中医院", "980", "1,040", ""],
      ])
    #expect(table.merges.isEmpty)
  }

  @Test("a sentence above a table, whose words are told one by one, is no row of it")
  func sentence() throws {
    let sentence = Self.line(
      -1, ("全县签约", .left(50)), ("12.6", .left(92)), ("万人，签约率", .left(114)), ("52.3%。", .left(176)))
    let found = PageTables([sentence + Self.header + Self.rows]).found
    #expect(found.first?.table.rows.count == 3 && found.first?.captions == ["全县签约12.6万人，签约率52.3%。"])
  }

  @Test("a cell in the middle of several columns spans them, and a name between two rows of a header is of the lower")
  func spans() throws {
    let words =
      Self.line(0, ("2023年业务情况", .middle(250)))
      + Self.line(2, ("门诊", .middle(220)), ("住院", .middle(400)))
      + Self.line(3, ("2022年", .middle(180)), ("2023年", .middle(260)), ("2022年", .middle(360)), ("2023年", .middle(440)))
      + Self.line(
        4, ("县人民医院", .left(50)), ("100", .right(200)), ("110", .right(280)), ("10", .right(380)), ("11", .right(460)))
      + Self.line(
        5, ("县中医院", .left(50)), ("50", .right(200)), ("60", .right(280)), ("5", .right(380)), ("6", .right(460)))
    let middle = PageWord(text: "机构", left: 65, right: 85, top: 37.5, bottom: 47.5)
    let found = PageTables([words + [middle]]).found
    let table = try #require(found.first?.table)
    #expect(table.rows[0] == ["", "门诊", "", "住院", ""])
    #expect(table.rows[1] == ["机构", "2022年", "2023年", "2022年", "2023年"])
    #expect(table.rows[3] == ["县中医院", "50", "60", "5", "6"])
    #expect(table.merges == [1...2, 3...4].map { MergedCells(rows: 0...0, columns: $0) })
    #expect(found[0].captions == ["2023年业务情况"])
  }

  @Test("where it is not clear what a header spans, or two cells stand in one column, no table is made")
  func unclear() {
    let between = Self.line(0, ("机构", .left(50)), ("门诊", .middle(255)))
    let years = Self.line(
      1, ("2022年", .middle(180)), ("2023年", .middle(260)), ("2022年", .middle(360)), ("2023年", .middle(440)))
    let figures = (2..<5).flatMap { row in
      Self.line(
        row, ("医院\(row)", .left(50)), ("100", .right(200)), ("110", .right(280)), ("10", .right(380)),
        ("11", .right(460)))
    }
    #expect(PageTables([between + years + figures]).found.isEmpty)
    let crowded =
      Self.header + Self.rows + Self.line(3, ("县妇幼保健院", .left(50)), ("12", .right(195)), ("13", .right(220)))
    #expect(PageTables([crowded]).found.isEmpty)
  }

  @Test("prose is no table, and rows on the next page go on with theirs")
  func pages() throws {
    let prose = (0..<6).flatMap { row in Self.line(row, ("2023年，全院门诊12万人次，同比增长5%，出院3万人次。", .left(50))) }
    #expect(PageTables([prose]).found.isEmpty)
    let next =
      Self.line(0, ("县妇幼保健院", .left(50)), ("300", .right(220)), ("20", .right(320)))
      + Self.line(1, ("急救中心", .left(50)), ("400", .right(220)), ("30", .right(320)))
      + Self.line(2, ("合计", .left(50)), ("2,880", .right(220)), ("1,175", .right(320)))
    let found = PageTables([Self.header.dropLast() + Self.rows, next]).found
    #expect(found.count == 1)
    #expect(found.first?.table.rows.last == ["合计", "2,880", "1,175"])
  }

  @Test("words are read with their places, and those without one are left out")
  func words() throws {
    let text = """
      <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1-transitional.dtd">
      <html xmlns="http://www.w3.org/1999/xhtml">
        <page width="595.3" height="841.9">
          <word xMin="55.0" yMin="72.5" xMax="80.0" yMax="86.5">A&amp;B</word>
          <word xMin="nan" yMin="72.5" xMax="80.0" yMax="86.5">x</word>
          <word xMin="5" yMin="2" xMax="8">y</word>
          <word xMin="5" yMin="2" xMax="8" yMax="6">\u{1}</word>
        </page>
      </html>
      """
    let pages = try PageWord.pages(Array(text.utf8), of: "a.pdf")
    #expect(pages.count == 1 && pages[0].map(\.text) == ["A&B"])
    #expect(throws: TongbiError.self) { try PageWord.pages(Array("<html><page>".utf8), of: "a.pdf") }
    #expect(try PageWord.pages([], of: "a.pdf").isEmpty)
    #expect(pages[0].first?.left == 55 && pages[0].first?.bottom == 86.5)
  }

  @Test("words anywhere on a page make a table or none", arguments: 0..<60)
  func anywhere(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let texts = ["机构", "2023年", "1,204", "-", "县人民医院", "12.5%", "合计", "2022", "*"]
    let words = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
      let left = Double.random(in: 0..<500, using: &random)
      let top = Double(Int.random(in: 0..<40, using: &random)) * Double.random(in: 0..<20, using: &random)
      return PageWord(
        text: texts.randomElement(using: &random) ?? "", left: left,
        right: left + Double.random(in: 0..<90, using: &random), top: top, bottom: top + 10)
    }
    for found in PageTables([words, words]).found {
      #expect(found.table.rows.allSatisfy { $0.count == found.table.columns.count })
    }
  }
}
