// SPDX-License-Identifier: Apache-2.0

import Glibc
import Tongbi

/// Finds the merged cells of a long sheet without reading its rows.
///
/// They stand behind the rows, so all of the sheet must be unpacked; but what lies between `<sheetData>` and
/// `</sheetData>` is cut out before the XML is read, which saves most of the time. In an encoding in which the two
/// words do not show, nothing is cut out, and the rows are read in vain.
struct MergeSearch {
  /// Where in the sheet the bytes are.
  private enum Stage { case before, inside, after }

  private static let mark = Array("sheetData>".utf8)
  /// So much of a block is looked at again with the next, because a tag may reach over the border.
  private static let tagLength = 64

  private var stage: Stage
  private var bytes: [UInt8] = []

  /// Finds the merged cells of a sheet.
  static func find(
    part: String, name: String, in archive: borrowing Archive, _ book: WorkbookContext
  ) throws(TongbiError) -> [MergedCells] {
    if let merges = try MergeSearch(stage: .before).run(part, name, archive, book) { return merges }
    return try MergeSearch(stage: .after).run(part, name, archive, book) ?? []
  }

  /// `nil` where the end of the rows was not found.
  private consuming func run(
    _ part: String, _ name: String, _ archive: borrowing Archive, _ book: WorkbookContext
  ) throws(TongbiError) -> [MergedCells]? {
    let handler = SheetHandler(book, file: book.file, sheet: name)
    let reader = try XMLReader(part: part, of: book.file, into: handler)
    var entry = try archive.open(part)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var count = 1
    while count > 0 {
      count = try entry.read(into: &block)
      bytes.append(contentsOf: block[..<count])
      for range in advance(isLast: count == 0) { try reader.feed(bytes.span.extracting(range)) }
      bytes.removeFirst(max(0, bytes.count - (count == 0 ? 0 : kept)))
      handler.rows.removeClosed()
    }
    guard stage != .inside else { return nil }
    try reader.finish()
    return handler.merges
  }

  /// How many bytes are looked at again; none once the rows are behind.
  private var kept: Int { stage == .after ? 0 : Self.tagLength }

  /// What of the bytes is to be read.
  private mutating func advance(isLast: Bool) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while stage != .after, let tag = tag(from: start, isEnd: stage == .inside) {
      if stage == .before {
        ranges.append(start..<tag.upperBound)
        stage = .inside
        start = tag.upperBound
      } else {
        stage = .after
        start = tag.lowerBound
      }
    }
    let end = isLast ? bytes.count : max(start, bytes.count - kept)
    if stage != .inside { ranges.append(start..<end) }
    return ranges
  }

  /// The next tag that begins or ends the rows.
  private func tag(from start: Int, isEnd: Bool) -> Range<Int>? {
    var from = start
    while let at = find(from: from) {
      let end = at + Self.mark.count
      var first = at
      while first > start, Self.isName(bytes[first - 1]) { first -= 1 }
      let opener = isEnd ? Array("</".utf8) : Array("<".utf8)
      if first - opener.count >= start, bytes[(first - opener.count)..<first] == opener[...] {
        return (first - opener.count)..<end
      }
      from = end
    }
    return nil
  }

  /// Letters, digits and what else a prefix may hold.
  private static func isName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") <= 9 || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private func find(from start: Int) -> Int? {
    // An h is rare in the XML of cells, and the second letter of the word.
    var at = max(1, start + 1)
    while at < bytes.count, let found = next(UInt8(ascii: "h"), from: at) {
      let first = found - 1
      if bytes.count - first >= Self.mark.count, bytes[first..<(first + Self.mark.count)] == Self.mark[...] {
        return first
      }
      at = found + 1
    }
    return nil
  }

  private func next(_ byte: UInt8, from start: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer -> Int? in
      guard let base = unsafe buffer.baseAddress else { return nil }
      return unsafe memchr(base + start, Int32(byte), buffer.count - start).map { unsafe UnsafeRawPointer($0) - base }
    }
  }
}
