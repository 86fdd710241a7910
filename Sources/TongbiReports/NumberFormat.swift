// SPDX-License-Identifier: Apache-2.0

/// What the number format of a cell makes of its number.
enum NumberFormat: Hashable, Sendable {
  /// A number as it is.
  case number
  /// A fraction that is shown as a percentage: 0.268 is 26.8%.
  case percent
  /// A number with words as mere text behind it that say which number is meant: 26.8 shown as 26.8%, 1.2 as 1.2万.
  case words(String)
  /// A day, perhaps with a time.
  case day
  /// A month of a year: 2023年6月.
  case month
  /// A year.
  case year
  /// A time of the day.
  case time
  /// Hours that go on after 24.
  case elapsed

  /// Reads a format code, such as `0.0%` or `yyyy"年"m"月"`.
  ///
  /// Of the sections for positive and negative numbers, zero and text, the first that shows a number decides.
  init(code: String) {
    var scanner = FormatScanner(code)
    var found: NumberFormat?
    while found == nil, scanner.hasMore { found = scanner.section() }
    self = found ?? .number
  }

  /// A format that has a number instead of a code.
  ///
  /// 27 to 36 and 50 to 58 differ by country; they are those of Chinese Excel.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...16, 22, 28...31, 51, 53, 54, 58: self = .day
    case 17, 27, 36, 50, 52, 57: self = .month
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 46: self = .elapsed
    default: self = .number
    }
  }
}

/// Reads the sections of a format code one by one.
private struct FormatScanner {
  /// The letters that stand for parts of a date, the `m` still undecided.
  private enum Token { case year, month, day, hour, second, elapsed }

  private let code: [Unicode.Scalar]
  private var at = 0

  init(_ code: String) { self.code = Array(code.lowercased().unicodeScalars.prefix(1024)) }

  var hasMore: Bool { at < code.count }

  /// What the next section shows; `nil` where it shows no number.
  mutating func section() -> NumberFormat? {
    var tokens: [Token] = []
    var hasDigits = false
    var isPercent = false
    var words = ""
    var hasShownPoint = false
    var isDivided = false
    while at < code.count, code[at] != ";" {
      let scalar = code[at]
      switch scalar {
      case "\"", "\\", "!":
        let text = literal()
        // Digits shown with a point of their own, or divided by thousands, are not the number that is stored.
        hasShownPoint = hasShownPoint || text == "."
        if hasDigits { words += text }
        continue
      case "_", "*": at += 1
      case "[":
        if bracket() { tokens.append(.elapsed) }
        continue
      case "%": isPercent = true
      case "0", "#", "?": (hasDigits, isDivided) = (true, false)
      case ",": isDivided = true
      case "e" where at + 1 < code.count && (code[at + 1] == "+" || code[at + 1] == "-"): at += 1
      case "g" where skip("general") || skip("g/通用格式"):
        hasDigits = true
        continue
      case "a" where skip("am/pm") || skip("a/p"): continue
      case "a" where skip("aaa"): tokens.append(.day)
      case "y", "e": tokens.append(.year)
      case "m": if tokens.last != .month { tokens.append(.month) }
      case "d": tokens.append(.day)
      case "h": tokens.append(.hour)
      case "s": tokens.append(.second)
      default: if hasDigits, !scalar.isASCII { words.unicodeScalars.append(scalar) }
      }
      at += 1
    }
    at += 1
    if isPercent { return .percent }
    // Digits stand in a date only as fractions of a second.
    if let date = Self.date(tokens), !hasDigits || tokens.contains(.second) { return date }
    guard hasDigits else { return nil }
    return hasShownPoint || isDivided ? .number : Self.number(before: words)
  }

  /// A number with words behind it, which matter where they begin with a multiplier or a sign for hundredths.
  private static func number(before words: String) -> NumberFormat {
    let inked = words.filter { !$0.isWhitespace }.replacing("％", with: "%")
    guard let first = inked.first, "万亿千百%‰萬億".contains(first) else { return .number }
    return .words(inked)
  }

  /// An `m` after hours or before seconds is minutes.
  private static func date(_ tokens: [Token]) -> NumberFormat? {
    guard !tokens.isEmpty else { return nil }
    if tokens.contains(.elapsed) { return .elapsed }
    if tokens.contains(.day) { return .day }
    let shown = tokens.indices.filter { index in
      guard tokens[index] == .month else { return false }
      let before = tokens[..<index].last { $0 != .month }
      let after = tokens[(index + 1)...].first { $0 != .month }
      return before != .hour && after != .second
    }
    if !shown.isEmpty { return tokens.contains(.hour) ? .day : .month }
    return tokens.contains(.year) ? (tokens.contains(.hour) ? .day : .year) : .time
  }

  /// Passes over quoted or escaped text, and returns it.
  private mutating func literal() -> String {
    let isQuote = code[at] == "\""
    let start = at + 1
    let end = isQuote ? code[min(start, code.count)...].firstIndex(of: "\"") ?? code.count : min(start + 1, code.count)
    at = min(code.count, isQuote ? end + 1 : end)
    return String(String.UnicodeScalarView(code[min(start, end)..<end]))
  }

  /// Passes over brackets; whether they hold hours, minutes or seconds that go on.
  private mutating func bracket() -> Bool {
    let end = code[at...].firstIndex(of: "]") ?? code.count
    let inside = code[(at + 1)..<max(at + 1, end)]
    at = min(code.count, end + 1)
    return !inside.isEmpty && inside.allSatisfy { $0 == inside.first && ($0 == "h" || $0 == "m" || $0 == "s") }
  }

  /// Passes over a word if it stands here.
  private mutating func skip(_ word: String) -> Bool {
    guard code[at...].starts(with: word.unicodeScalars) else { return false }
    at += word.unicodeScalars.count
    return true
  }
}
