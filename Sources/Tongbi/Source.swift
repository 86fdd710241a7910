// SPDX-License-Identifier: Apache-2.0

/// Where a figure or a problem comes from: file, sheet and cell, or file, line and characters, with the quoted words.
public struct Source: Hashable, Sendable {
  /// The place inside the file.
  public enum Place: Hashable, Sendable {
    /// The file as a whole.
    case whole
    /// A cell of a table; row and column count from 1. A `column` of 0 means the whole row.
    case cell(sheet: String?, row: Int, column: Int)
    /// Words of a text; `line` counts from 1, `start` and `end` are character offsets into the line, from 0, `end` excluded.
    case words(line: Int, start: Int, end: Int)
  }

  /// The path of the file as the user gave it, or `-` for standard input.
  public var file: String
  /// The place inside the file.
  public var place: Place
  /// The words found there, as they stand in the file.
  public var quote: String

  /// Makes a source from its file, place and words.
  public init(file: String, place: Place = .whole, quote: String = "") {
    self.file = file
    self.place = place
    self.quote = quote
  }

  /// The place inside the file in short, the same in all languages: `L7:120-146`, `C4`, `门诊!C4`; empty for the whole file.
  public var address: String {
    switch place {
    case .whole: ""
    case .words(let line, let start, let end): "L\(line):\(start)-\(end)"
    case .cell(let sheet, let row, let column):
      (sheet.map { "\($0)!" } ?? "") + (column > 0 ? Self.letters(column) : "") + String(row)
    }
  }

  /// A column as workbooks name it: 1 is A, 28 is AB.
  private static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// The place as a person writes it: `visits.csv 第4行第3列`, `report.txt:7:121`.
  public func place(in language: Language) -> String {
    switch place {
    case .whole:
      return file
    case .cell(let sheet, let row, let column):
      let name = sheet.map { "\(file) [\($0)]" } ?? file
      if column == 0 { return language.pick("\(name) 第\(row)行", "\(name) row \(row)") }
      return language.pick("\(name) 第\(row)行第\(column)列", "\(name) row \(row) column \(column)")
    case .words(let line, let start, _):
      return language.pick("\(file) 第\(line)行第\(start + 1)字", "\(file):\(line):\(start + 1)")
    }
  }
}
