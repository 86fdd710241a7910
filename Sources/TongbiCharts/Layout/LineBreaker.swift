// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Breaks a text into lines: between Chinese characters, never before closing punctuation or %, never behind opening
/// punctuation, never inside of a number, a Latin word or 个百分点.
struct LineBreaker {
  /// The pieces that stay whole, in order.
  let pieces: [String]

  init(_ text: String) {
    var pieces: [String] = []
    var previous: Character?
    for character in text {
      if let previous, let last = pieces.last, Self.joins(previous, character, in: last) {
        pieces[pieces.count - 1] = last + String(character)
      } else {
        pieces.append(String(character))
      }
      previous = character
    }
    self.pieces = Self.joined(pieces)
  }

  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "）", "！", "？", "”", "’", "》", "】", "％", "%", "‰", ",", ".", ";", ":", ")", "!", "?", "]",
  ]
  private static let opening: Set<Character> = ["（", "“", "‘", "《", "【", "(", "["]

  private static func joins(_ left: Character, _ right: Character, in piece: String) -> Bool {
    if closing.contains(right) || opening.contains(left) { return true }
    if left == " " { return false }
    return isNarrow(left) && isNarrow(right) && right != " " || right == " "
  }

  private static func isNarrow(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
  }

  /// Joins 个 百 分 点 behind a number.
  private static func joined(_ pieces: [String]) -> [String] {
    let unit = ["个", "百", "分", "点"]
    var result: [String] = []
    var index = 0
    while index < pieces.count {
      let isUnit = zip(pieces[index...], unit).allSatisfy { $0.hasPrefix($1) } && pieces.count - index >= unit.count
      if isUnit, let last = result.last, last.last?.isNumber == true {
        result[result.count - 1] = last + pieces[index..<index + unit.count].joined()
        index += unit.count
      } else {
        result.append(pieces[index])
        index += 1
      }
    }
    return result
  }

  /// The lines, each at most `width` points wide; a piece that is wider is cut into characters.
  func lines(width: Double, measure: (String) throws(TongbiError) -> Double) throws(TongbiError) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    func flush() {
      let trimmed = line.trimmedEnd
      if !trimmed.isEmpty { lines.append(trimmed) }
      line = ""
      used = 0
    }
    for piece in pieces {
      let room = try measure(piece)
      if used + room <= width {
        line += piece
        used += room
        continue
      }
      flush()
      if room <= width || piece.count == 1 {
        line = piece
        used = room
        continue
      }
      for character in piece {
        let step = try measure(String(character))
        if used + step > width { flush() }
        line.append(character)
        used += step
      }
    }
    flush()
    return lines
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var result = self
    while result.last == " " { result.removeLast() }
    return result
  }
}
