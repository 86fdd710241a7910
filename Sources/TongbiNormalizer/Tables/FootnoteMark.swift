// SPDX-License-Identifier: Apache-2.0

/// Marks that lead from a name to a note below the table: 门诊人次①, 出院人数1）, 青山县医院*.
enum FootnoteMark {
  /// The name without marks behind it. Words that hold nothing else, and brackets that were opened before, stay.
  static func stripped(_ name: String) -> String {
    var rest = Substring(name)
    while let shorter = withoutLast(rest), shorter.contains(where: { $0.isLetter || $0.isNumber }) { rest = shorter }
    return rest.count == name.count ? name : FoldedName.trimmed(rest)
  }

  private static func withoutLast(_ text: Substring) -> Substring? {
    guard let last = text.unicodeScalars.last else { return nil }
    switch last.value {
    case 0x2460...0x24FF, 0x2776...0x2793, 0xB9, 0xB2, 0xB3, 0x2070...0x2079: return text.dropLast()
    case 0x2A, 0xFF0A, 0x2020, 0x2021, 0x203B: return text.dropLast()
    default: return withoutBracket(text)
    }
  }

  /// Drops 1）, [2], 【注3】 from the end; a bracket with other words is part of the name.
  private static func withoutBracket(_ text: Substring) -> Substring? {
    guard let last = text.last, ")）]】〕".contains(last) else { return nil }
    let inner = text.dropLast()
    let digits = inner.reversed().prefix { $0.isNumber && $0.isASCII || "、，,注".contains($0) }.count
    guard digits > 0, digits <= 6, inner.suffix(digits).contains(where: \.isNumber) else { return nil }
    let before = inner.dropLast(digits)
    guard let opening = before.last, "(（[【〔".contains(opening) else { return ")）".contains(last) ? before : nil }
    return "[【〔".contains(opening) || inner.suffix(digits).contains("注") ? before.dropLast() : nil
  }
}
