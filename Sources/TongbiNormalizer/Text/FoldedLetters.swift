// SPDX-License-Identifier: Apache-2.0

/// The scalars of a text, each folded on its own, with the offsets of the characters they came from.
struct FoldedLetters {
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var offsets: [Int] = []
  /// Whether each character is a single scalar.
  private(set) var isPlain = true
  /// Whether there are blanks.
  private(set) var hasBlanks = false

  init(_ text: String) {
    scalars.reserveCapacity(text.utf8.count / 2 + 2)
    var hasWideDigits = false
    let simplified = TraditionalForms.simplified
    for scalar in text.unicodeScalars {
      let folded = Self.folded(scalar, simplified)
      isPlain = isPlain && Self.standsAlone(scalar)
      hasBlanks = hasBlanks || folded == " "
      hasWideDigits = hasWideDigits || (0xFF10...0xFF19).contains(scalar.value)
      scalars.append(folded)
    }
    if isPlain { offsets = Array(0...scalars.count) } else { countCharacters(text) }
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
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0D: false
    case ..<0x300, 0x2000...0x200B, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF, 0x2100...0x27BF: true
    case 0x3000...0x3029, 0x3031...0x3096, 0x309B...0x30FF, 0x3200...0x9FFF, 0xF900...0xFAFF: true
    case 0xFE30...0xFE6F, 0xFF01...0xFF9D, 0xFFE0...0xFFE6: true
    default: false
    }
  }

  private static func folded(_ scalar: Unicode.Scalar, _ simplified: ScalarTable) -> Unicode.Scalar {
    switch scalar.value {
    case 0x7E: "-"
    case ..<0x80: scalar.value == 0x09 ? " " : scalar
    case 0x4E00...0x9FFF: Unicode.Scalar(UInt32(simplified[scalar])).flatMap { $0 == "\0" ? nil : $0 } ?? scalar
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
