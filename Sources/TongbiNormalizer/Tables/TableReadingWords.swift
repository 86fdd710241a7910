// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension TableReading {
  /// A unit that stands above the table holds for words that say no unit themselves.
  static func tableUnit(_ unit: WrittenUnit?, for label: String) -> WrittenUnit? {
    guard let unit, unit.unit.symbol.contains("元") else { return unit }
    let counts = ["人次", "人数", "次数", "天数", "日数", "床日", "张数", "床位", "数", "率", "比", "量"]
    return counts.contains(where: label.hasSuffix) ? nil : unit
  }

  /// Whether a spelling has no ink, told by its first byte where that is enough.
  static func isBlank(_ spelling: String) -> Bool {
    guard let first = spelling.utf8.first else { return true }
    switch first {
    case 0x21...0x7E, 0xE4...0xE9: return false
    default: return FoldedName.fold(spelling).isEmpty
    }
  }

  /// A facility's name without the number of its row, marks of footnotes and how many there are: 1.青山县医院, 青山县医院*, 民营医院（5所）.
  static func withoutMarks(_ name: String) -> String {
    let plain = withoutCount(FootnoteMark.stripped(name))
    guard let first = plain.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return plain }
    let number = plain.prefix { $0.isNumber && $0.isASCII }
    guard (1...3).contains(number.count), let mark = plain.dropFirst(number.count).first, "、.．".contains(mark) else {
      return plain
    }
    let rest = plain.dropFirst(number.count + 1)
    return rest.first.map { $0.isNumber } ?? true ? plain : FoldedName.trimmed(rest)
  }

  /// A kind of institutions without how many there are of it: 民营医院（5所）.
  private static func withoutCount(_ name: String) -> String {
    guard name.hasSuffix("）") || name.hasSuffix(")"), let open = name.lastIndex(where: { "（(".contains($0) }),
      let unit = name.dropLast().last, "所家个处间".contains(unit)
    else { return name }
    let count = name[name.index(after: open)...].dropLast(2)
    guard (1...5).contains(count.count), count.allSatisfy({ $0.isASCII && $0.isNumber }), open > name.startIndex else {
      return name
    }
    return FoldedName.trimmed(name[..<open])
  }

  /// Whether a name is numbered as groups of rows are: 一、医院, （二）卫生院.
  static func isNumberedGroup(_ name: String) -> Bool {
    let name = FoldedName.trimmed(name)
    guard let first = name.unicodeScalars.first, "（(一二三四五六七八九十".unicodeScalars.contains(first) else { return false }
    let bare = name.drop { "（(".contains($0) }
    let number = bare.prefix { "一二三四五六七八九十".contains($0) }
    guard (1...3).contains(number.count), let mark = bare.dropFirst(number.count).first else { return false }
    return bare.count > number.count + 1 && (bare.count < name.count ? "）)".contains(mark) : "、.．".contains(mark))
  }
}
