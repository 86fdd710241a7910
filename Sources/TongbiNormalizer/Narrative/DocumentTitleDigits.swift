// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Years that titles and names of files write as digits alone.
extension DocumentTitle {
  /// The year of 盘点2024：…, which has no 年.
  static func yearBeforeColon(_ title: FoldedText) -> Int? {
    guard let colon = title.scalars.firstIndex(of: ":") else { return nil }
    let digits = title.scalars[..<colon].reversed().prefix { ("0"..."9").contains($0) }.reversed()
    guard digits.count == 4, let year = Int(String(String.UnicodeScalarView(digits))) else { return nil }
    return (1990...2100).contains(year) ? year : nil
  }

  /// The year of 年度工作总结（2023）.
  static func yearInBrackets(_ title: FoldedText) -> Int? {
    guard
      let open = title.scalars.indices.first(where: { at in
        title.scalars[at] == "(" && at + 5 < title.count && title.scalars[at + 5] == ")"
      }), let year = Int(title.string(open + 1..<open + 5)), (1990...2100).contains(year)
    else { return nil }
    // 石梁县年鉴（2019） tells of 2018.
    return title.string(0..<open).hasSuffix("年鉴") ? year - 1 : year
  }

  /// The year before that of 《麻源年鉴》2021卷, which it tells of.
  static func yearOfVolume(_ title: FoldedText) -> Int? {
    let words = title.string(0..<title.count)
    guard words.holds("年鉴"),
      let volume = title.scalars.indices.first(where: { $0 > 3 && "卷版".unicodeScalars.contains(title.scalars[$0]) }),
      let year = Int(title.string(volume - 4..<volume)), (1990...2100).contains(year)
    else { return nil }
    return year - 1
  }

  /// The years of 三年工作回顾（2016-2018）.
  static func yearsInBrackets(_ title: FoldedText) -> Period? {
    guard let open = title.scalars.firstIndex(of: "("), let close = title.scalars[open...].firstIndex(of: ")") else {
      return nil
    }
    let years = title.string(open + 1..<close).split { !$0.isNumber }
    guard years.count == 2, years.allSatisfy({ $0.count == 4 }), let first = Int(years[0]), let last = Int(years[1]),
      first < last, last - first < 10, let from = Month(first, 1), let to = Month(last, 12)
    else { return nil }
    return .months(from, to)
  }

  /// 2023总结终稿.txt, 运营分析202309.txt: the year, or the month of an analysis, that a file's name holds as digits alone.
  static func period(ofName name: String) -> Period? {
    let runs = name.split { !$0.isASCII || !$0.isNumber && !"-._/".contains($0) }
    for run in runs {
      // 46-2023总结: the number of the file before it; 2020年 is read as a period where it stands.
      let digits = run.split { !$0.isNumber }
      let isNumbered = digits.count == 2 && digits[0].count <= 2
      guard digits.count == 1 || isNumbered, let number = digits.last, let year = Int(number.prefix(4)),
        (1990...2100).contains(year), run.endIndex == name.endIndex || name[run.endIndex] != "年"
      else { continue }
      if number.count == 4 { return .year(year) }
      let isOfMonth = ["运营", "运行", "分析", "月报", "月度", "简报"].contains(where: name.holds)
      if number.count == 6, isOfMonth, let month = Int(number.suffix(2)).flatMap({ Month(year, $0) }) {
        return .month(month)
      }
    }
    return nil
  }
}
