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
    var (isPlain, hasBlanks, hasNoise, hasWideDigits) = (true, false, false, false)
    let simplified = TraditionalForms.simplified
    scalars = text.withUTF8 { bytes in
      // No text has more scalars than bytes.
      [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { letters, count in
        var at = 0
        var last: Unicode.Scalar = "\0"
        while at < bytes.count {
          let scalar = Unicode.Scalar(bytes, &at)
          isPlain = isPlain && Self.standsAlone(scalar)
          let folded = Self.folded(scalar, simplified)
          switch folded {
          case " ":
            hasNoise = true
            if last == "." || last == "," || NumberScanner.isDigit(last) { hasBlanks = true }
          case "(", "#", "精", "文", "W", "w", "下", "资", "免": hasNoise = true
          case "0"..."9": if scalar.value > 0xFF { hasWideDigits = true }
          default: break
          }
          letters[count] = folded
          count += 1
          last = folded
        }
      }
    }
    self.isPlain = isPlain
    hasBlanksInNumbers = hasBlanks
    mayHoldNoise = hasNoise
    if !isPlain { countCharacters(text) }
    if hasWideDigits { foldWideCommas(text) }
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
  @inline(__always)
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

  @inline(__always)
  private static func folded(_ scalar: Unicode.Scalar, _ simplified: ScalarTable) -> Unicode.Scalar {
    switch scalar.value {
    case 0x4E00...0x9FFF:
      let simple = simplified[scalar]
      return simple == 0 ? scalar : Unicode.Scalar(simple) ?? scalar
    case 0x7E: return "-"
    case ..<0x80: return scalar.value == 0x09 ? " " : scalar
    default: return foldedMark(scalar)
    }
  }

  private static func foldedMark(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
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
}
