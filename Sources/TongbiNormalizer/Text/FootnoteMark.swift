// SPDX-License-Identifier: Apache-2.0

/// The mark of a footnote behind a figure or a name: `1,234¹`, `12.5①`, `1234(1)`, `门诊人次²`, `住院人数2)`.
enum FootnoteMark {
  /// A text without its mark.
  struct Split: Hashable {
    /// What stands before the mark, without blanks at its end.
    var text: String
    /// The mark as it is written.
    var mark: String
    /// Whether the mark could as well be part of the figure: `1234*` may hide a digit, `12(5)` give a second number.
    var isDoubtful: Bool
  }

  /// Takes the mark off a figure; `nil` where there is none.
  ///
  /// - Parameter text: The cell in folded form.
  static func split(figure text: String) -> Split? {
    let scalars = Array(text.unicodeScalars)
    guard let (count, isDoubtful) = figureMark(scalars), count > 0, count < scalars.count else { return nil }
    let rest = trimmed(scalars[..<count])
    guard let last = rest.last, NumberScanner.isDigit(last) || "%‰)".unicodeScalars.contains(last) else { return nil }
    // 12* is as likely a number with its last digit blotted out.
    if isDoubtful, scalars[count...].contains("*"), rest.count < 3 { return nil }
    let mark = string(scalars[count...].drop { $0.properties.isWhitespace })
    return Split(text: string(rest), mark: mark, isDoubtful: isDoubtful)
  }

  /// Takes the mark off a name; `nil` where there is none. A digit in round brackets is one only where the name is
  /// known without it, which is for the caller to see.
  static func split(label text: String) -> Split? {
    guard mayEndInMark(text) else { return nil }
    let text = FoldedName.trimmed(text)
    var plain = stripped(text)
    let scalars = Array(text.unicodeScalars)
    if plain == text, let count = roundMark(scalars) { plain = string(trimmed(scalars[..<count])) }
    guard plain != text, !plain.isEmpty, text.hasPrefix(plain) else { return nil }
    return Split(text: plain, mark: FoldedName.trimmed(text.dropFirst(plain.count)), isDoubtful: false)
  }

  /// The name without marks behind it. Words that hold nothing else, and brackets that were opened before, stay.
  static func stripped(_ name: String) -> String {
    guard mayEndInMark(name) else { return name }
    var rest = Substring(name)
    while let shorter = withoutLast(rest), shorter.contains(where: { $0.isLetter || $0.isNumber }) { rest = shorter }
    return rest.count == name.count ? name : FoldedName.trimmed(rest)
  }

  /// Whether a name ends in what a mark can end in, or in blanks that hide one: not in a letter, a digit or a Chinese
  /// character, as nearly all names do.
  private static func mayEndInMark(_ name: String) -> Bool {
    guard let last = name.unicodeScalars.last else { return false }
    return switch last.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF: false
    default: true
    }
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

  /// Superscript digits and circled numbers, which can be nothing else.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB9, 0xB2, 0xB3, 0x2070, 0x2074...0x2079, 0x2460...0x2473, 0x2776...0x277F, 0x2780...0x2789: true
    default: "†‡§¶".unicodeScalars.contains(scalar)
    }
  }

  private static func figureMark(_ scalars: [Unicode.Scalar]) -> (Int, isDoubtful: Bool)? {
    if let count = plainMark(scalars) { return (count, false) }
    if scalars.last == "*", scalars.dropLast().last != "*" { return (scalars.count - 1, true) }
    if let count = squareMarks(scalars) { return (count, false) }
    return roundMark(scalars).map { count in
      (count, scalars[count...].allSatisfy { NumberScanner.isDigit($0) || "()".unicodeScalars.contains($0) })
    }
  }

  /// Where marks that can be nothing else begin: 10³ and m² are no marks.
  private static func plainMark(_ scalars: [Unicode.Scalar]) -> Int? {
    var count = scalars.count
    while count > 0, isMark(scalars[count - 1]) || scalars[count - 1] == " " && count < scalars.count { count -= 1 }
    guard count < scalars.count, count > 0 else { return nil }
    let rest = string(trimmed(scalars[..<count]))
    let isPower = scalars[count].value < 0x2100 && !"†‡§¶".unicodeScalars.contains(scalars[count])
    return isPower && (rest == "10" || rest.hasSuffix("m") || rest.hasSuffix("×10")) ? nil : count
  }

  /// Where `[r]`, `[note 3]`, `[1][e]` begin.
  private static func squareMarks(_ scalars: [Unicode.Scalar]) -> Int? {
    var count = scalars.count
    while count > 0, scalars[count - 1] == "]", let open = scalars[..<count].lastIndex(of: "[") {
      let inner = string(scalars[(open + 1)..<(count - 1)]).lowercased().filter { $0 != " " }
      guard isNote(inner) else { break }
      count = open
      while count > 0, scalars[count - 1] == " " { count -= 1 }
    }
    return count < scalars.count ? count : nil
  }

  /// Where `(1)`, `（注2）` begins.
  private static func roundMark(_ scalars: [Unicode.Scalar]) -> Int? {
    guard let last = scalars.last, last == ")" || last == "）",
      let open = scalars.lastIndex(where: { $0 == "(" || $0 == "（" }), open > 0
    else { return nil }
    let inner = string(scalars[(open + 1)..<(scalars.count - 1)]).filter { $0 != " " }
    let isNumber = inner.count == 1 && inner.allSatisfy(\.isNumber) && inner != "0"
    return isNumber || inner.hasPrefix("注") && inner.count <= 3 || inner.hasPrefix("note") ? open : nil
  }

  private static func isNote(_ inner: String) -> Bool {
    let flags: Set<String> = ["r", "p", "e", "b", "f", "u", "w", "low", "d", "i", "n"]
    if flags.contains(inner) { return true }
    let digits = inner.hasPrefix("note") ? inner.dropFirst(4) : inner.hasPrefix("注") ? inner.dropFirst() : inner[...]
    return (1...2).contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var rest = scalars
    while rest.last?.properties.isWhitespace == true { rest.removeLast() }
    return rest
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
