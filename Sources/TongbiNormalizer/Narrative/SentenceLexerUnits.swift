// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Units that stand in brackets behind a name.
extension SentenceLexer {
  /// 医疗收入（万元）：586.2, 使用强度（DDDs）由39.5降至36.2: numbers of the clause that have no unit take it from there.
  func withBracketedUnits(_ found: [Lexeme]) -> [Lexeme] {
    var lexemes = found
    var place = 0
    while place + 1 < lexemes.count {
      defer { place += 1 }
      guard let (words, close) = bracket(lexemes, place) else { continue }
      guard let unit = Self.units[words] else { continue }
      if close > place { for inner in place + 1..<close { lexemes[inner].kind = .text } }
      var next = close + 1
      scan: while next < lexemes.count {
        switch lexemes[next].kind {
        case .mark(let mark) where mark != ":": break scan
        case .open: break scan
        case .number(let number, let own) where own.isEmpty:
          if let scaled = Self.scaled(number, by: unit.power) {
            lexemes[next].kind = .number(scaled, unit: unit.name)
          }
        default: break
        }
        next += 1
      }
      place = close
    }
    return lexemes
  }

  /// The words in brackets that begin at a lexeme, or that the name of a metric ends in: 使用强度(DDDs).
  private func bracket(_ lexemes: [Lexeme], _ place: Int) -> (words: String, close: Int)? {
    switch lexemes[place].kind {
    case .metric:
      let range = lexemes[place].range
      guard text[range.upperBound - 1] == ")", let open = text[range].lastIndex(of: "(") else { return nil }
      return (String(letters: text, open + 1..<(range.upperBound - 1)), place)
    case .open where place > 0:
      let close = lexemes[place...].prefix(5).indices.first { Self.isClose(lexemes[$0]) }
      guard let close, close > place + 1 else { return nil }
      return (String(letters: text, lexemes[place].range.upperBound..<lexemes[close].range.lowerBound), close)
    default: return nil
    }
  }

  private static func isClose(_ lexeme: Lexeme) -> Bool {
    guard case .close = lexeme.kind else { return false }
    return true
  }

  private static func scaled(_ number: ScannedNumber, by power: Int) -> ScannedNumber? {
    guard power > 0 else { return number }
    guard !number.hasMultiplier, let value = try? number.value.scaled(byPowerOfTen: power) else { return nil }
    var number = number
    number.value = value
    number.lastPlace += power
    number.hasMultiplier = true
    return number
  }

  /// The units, each with the power of ten that it multiplies by.
  private static let units: [String: (name: String, power: Int)] = {
    var units: [String: (name: String, power: Int)] = [
      "‰": ("‰", 0), "%": ("%", 0), "/10万": ("/10万", 0), "1/10万": ("/10万", 0),
    ]
    for name in ["元", "天", "日", "人次", "人", "张", "次", "例", "台次", "台", "个", "家", "份", "件", "DDDs", "名", "床日", "岁", "剂次"] {
      units[name] = (name, 0)
    }
    for name in ["元", "人次", "人", "张", "例", "份", "剂次"] {
      units["万" + name] = (name, 4)
      units["亿" + name] = (name, 8)
      units["千" + name] = (name, 3)
    }
    return units
  }()
}
