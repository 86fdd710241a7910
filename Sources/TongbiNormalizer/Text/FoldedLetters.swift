// SPDX-License-Identifier: Apache-2.0

/// The scalars of a text, each folded on its own, with the offsets of the characters they came from.
struct FoldedLetters {
  private(set) var scalars: [Unicode.Scalar] = []
  /// For each scalar, and for the end, the offset of its character; empty where each scalar is a character.
  private(set) var offsets: [Int] = []
  /// Whether each character is a single scalar.
  let isPlain: Bool
  /// Whether a blank stands behind a digit, a point or a comma, so that it may stand inside a number.
  let hasBlanksInNumbers: Bool
  /// Whether something stands in it that may be no part of its words, see ``ProseNoise``.
  let mayHoldNoise: Bool

  init(_ text: String) {
    var text = text
    var signs = Signs()
    scalars = text.withUTF8 { bytes in
      // No text has more scalars than bytes.
      [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { letters, count in
        count = TraditionalForms.simplified.withUnsafeBufferPointer { Self.fold(bytes, $0, into: letters, &signs) }
      }
    }
    isPlain = signs.isPlain
    hasBlanksInNumbers = signs.hasBlanks
    mayHoldNoise = signs.hasNoise
    if !isPlain { countCharacters(text) }
    if signs.hasWideDigits { foldWideCommas(text) }
    if signs.hasCommas { foldCommas() }
    if signs.hasStops { foldStops() }
  }

  /// What folding meets on its way.
  private struct Signs {
    var isPlain = true
    var hasBlanks = false
    var hasNoise = false
    var hasWideDigits = false
    /// Whether a stop stands right behind a digit.
    var hasStops = false
    /// Whether a wide comma stands right behind a digit.
    var hasCommas = false
  }

  /// Folds well-formed UTF-8 letter by letter; returns how many letters it has.
  private static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, _ simplified: UnsafeBufferPointer<UInt16>,
    into letters: UnsafeMutableBufferPointer<Unicode.Scalar>, _ signs: inout Signs
  ) -> Int {
    var (at, count) = (0, 0)
    var last: Unicode.Scalar = "\0"
    while at < bytes.count {
      if bytes[at] &- 0x30 < 10 {
        // Most others.
        last = Unicode.Scalar(bytes[at])
        letters[count] = last
        at += 1
        count += 1
        continue
      }
      let scalar = Unicode.Scalar(bytes, &at)
      var folded = scalar
      if (0x4E00...0x9FFF).contains(scalar.value) {
        // Most letters.
        folded = Unicode.Scalar(simplified[Int(scalar.value - TraditionalForms.first)]) ?? scalar
        switch folded {
        case "精", "文", "下", "资", "免": signs.hasNoise = true
        default: break
        }
      } else {
        folded = mark(scalar)
        if !standsAlone(scalar) { signs.isPlain = false }
        switch folded {
        case "0"..."9": if scalar.value > 0xFF { signs.hasWideDigits = true }
        case " ":
          signs.hasNoise = true
          if last == "." || last == "," || NumberScanner.isDigit(last) { signs.hasBlanks = true }
        case "(", "#", "W", "w": signs.hasNoise = true
        case "。": if NumberScanner.isDigit(last) { signs.hasStops = true }
        case "，": if NumberScanner.isDigit(last) { signs.hasCommas = true }
        default: break
        }
      }
      letters[count] = folded
      count += 1
      last = folded
    }
    return count
  }

  /// The offsets, where characters may be made of several scalars.
  private mutating func countCharacters(_ text: String) {
    offsets.reserveCapacity(scalars.count + 1)
    var offset = 0
    for character in text {
      for _ in character.unicodeScalars { offsets.append(offset) }
      offset += 1
    }
    offsets.append(offset)
  }

  /// Whether a scalar never joins with those beside it to one character.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3200...0x9FFF: true
    case 0x0D: false
    case ..<0x300, 0x2000...0x200B, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF, 0x2100...0x27BF: true
    case 0x3000...0x3029, 0x3031...0x3096, 0x309B...0x30FF, 0xF900...0xFAFF: true
    case 0xFE30...0xFE6F, 0xFF01...0xFF9D, 0xFFE0...0xFFE6: true
    default: false
    }
  }

  private static func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x7E: "-"
    case ..<0x80: scalar.value == 0x09 ? " " : scalar
    case 0xFF0C: scalar
    case 0xFF5E, 0x2010...0x2015, 0x2212, 0x301C, 0x2043, 0xFF0D, 0x2500, 0xFE63: "-"
    case 0xFF01...0xFF5D: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x00A0, 0x3000, 0x2000...0x200B, 0x202F, 0xFEFF: " "
    case 0xFE6A: "%"
    case 0x3007, 0x25CB, 0x25EF: "〇"
    case 0x2236: ":"
    default: scalar
    }
  }

  /// １８，２０４ holds a thousands separator; 24万，120台 does not.
  private mutating func foldWideCommas(_ text: String) {
    guard scalars.count >= 3, scalars.contains("，") else { return }
    let original = Array(text.unicodeScalars)
    let isWide = { (index: Int) in (0xFF10...0xFF19).contains(original[index].value) }
    for index in 1..<(scalars.count - 1) where scalars[index] == "，" {
      if isWide(index - 1), isWide(index + 1) { scalars[index] = "," }
    }
  }

  /// 患者36，218人 has a separator where the comma was: between up to three digits behind a word and three before a unit.
  private mutating func foldCommas() {
    for comma in scalars.indices.dropFirst(2).reversed()
    where scalars[comma] == "，" && NumberScanner.isDigit(scalars[comma - 1]) {
      let whole = scalars[..<comma].reversed().prefix(4).prefix(while: NumberScanner.isDigit).count
      guard (1...3).contains(whole), comma > whole, scalars[comma - whole] != "0" else { continue }
      let before = scalars[comma - whole - 1]
      let isFirst = (0x4E00...0x9FFF).contains(before.value) && !"第年月".unicodeScalars.contains(before)
      let end = comma + 4
      guard isFirst || whole == 3 && before == "，", end < scalars.count,
        scalars[(comma + 1)..<end].allSatisfy(NumberScanner.isDigit)
      else { continue }
      if scalars[end] == "," || Self.counting.end(scalars, at: end, before: scalars.count) != nil {
        scalars[comma] = ","
      }
    }
  }

  /// Units of what reports count by thousands.
  private static let counting = WordSet(words: ["人", "名", "例", "台", "张", "份", "剂", "元", "户", "家次", "项次", "床日"])

  /// 99。9% has a stop where its point was: between digits, where one or two of them and a sign of shares follow it.
  private mutating func foldStops() {
    for stop in scalars.indices.dropFirst() where scalars[stop] == "。" && NumberScanner.isDigit(scalars[stop - 1]) {
      let whole = scalars[..<stop].reversed().prefix(4).prefix(while: NumberScanner.isDigit).count
      let rest = scalars[(stop + 1)...]
      let places = rest.prefix(while: NumberScanner.isDigit).count
      let isNumber = (1...3).contains(whole) && (1...2).contains(places) && scalars[max(0, stop - whole - 1)] != "."
      if isNumber, Self.shares.end(scalars, at: stop + 1 + places, before: scalars.count) != nil { scalars[stop] = "." }
    }
  }

  private static let shares = WordSet(words: ["%", "‰", "个百分点", "百分点", "个千分点", "千分点", "/10万"])
}
