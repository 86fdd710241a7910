// SPDX-License-Identifier: Apache-2.0

/// The first section of a number format, taken apart: what stands for digits and dates, and what is only shown.
struct FormatSection {
  /// What a date format shows.
  enum DatePart: Hashable {
    case year, month, day, time
  }

  /// The signs that stand for the number, in lower case.
  private(set) var plain = ""
  /// Words shown after the digits.
  private var after = ""
  /// Whether hours, minutes or seconds run on past a day.
  private(set) var isDuration = false
  private var hasShownPoint = false

  /// Reads a format code up to its first semicolon.
  init(_ code: String) {
    var rest = Substring(code.prefix(512))
    while let sign = rest.popFirst(), sign != ";" {
      switch sign {
      case "\"":
        show(rest.prefix { $0 != "\"" })
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "!":
        show(rest.prefix(1))
        rest = rest.dropFirst()
      case "_", "*":
        rest = rest.dropFirst()
      case "[":
        let words = rest.prefix { $0 != "]" }.lowercased()
        isDuration = isDuration || (!words.isEmpty && words.allSatisfy { "hms".contains($0) })
        rest = rest.drop { $0 != "]" }.dropFirst()
      default:
        plain += sign.isASCII ? sign.lowercased() : ""
        if !sign.isASCII { show(Substring(String(sign))) }
      }
    }
  }

  private mutating func show(_ words: Substring) {
    if words == "." { hasShownPoint = true }
    if plain.contains(where: { "0#?".contains($0) }) { after += words }
  }

  /// Words after the digits that change which number is meant (万, 亿, %); empty where the digits are shown divided.
  var suffix: String {
    let digits = plain.filter { "0#?,.".contains($0) }
    guard !hasShownPoint, !digits.hasSuffix(","), let first = after.first(where: { $0 != " " }),
      "万亿千百%‰萬億".contains(first)
    else { return "" }
    return after.filter { $0 != " " }
  }

  /// The parts of a date format; `nil` where it is none.
  var dateParts: Set<DatePart>? {
    // E+ belongs to numbers, general is no date, am/pm says nothing that h does not.
    var letters = plain
    for words in ["general", "am/pm", "a/p"] { letters = Self.removing(words, from: letters) }
    guard !letters.contains(where: { "0#?".contains($0) }) || letters.contains("s") else { return nil }
    var runs: [Character] = []
    for letter in letters where "ymdhseb".contains(letter) && runs.last != letter { runs.append(letter) }
    var parts: Set<DatePart> = []
    for (index, letter) in runs.enumerated() {
      switch letter {
      case "y", "e", "b": parts.insert(.year)
      case "d": parts.insert(.day)
      case "h", "s": parts.insert(.time)
      default:
        let isMinute = (index > 0 && runs[index - 1] == "h") || (index + 1 < runs.count && runs[index + 1] == "s")
        parts.insert(isMinute ? .time : .month)
      }
    }
    return parts.isEmpty ? nil : parts
  }

  private static func removing(_ words: String, from text: String) -> String {
    var kept = ""
    var rest = Substring(text)
    while let next = rest.first {
      if rest.hasPrefix(words) {
        rest = rest.dropFirst(words.count)
      } else {
        kept.append(next)
        rest = rest.dropFirst()
      }
    }
    return kept
  }
}
