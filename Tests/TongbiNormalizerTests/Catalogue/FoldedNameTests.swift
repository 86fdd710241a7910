// SPDX-License-Identifier: Apache-2.0

import Testing
import TongbiTestRandom

@testable import TongbiNormalizer

@Suite("Folded names")
struct FoldedNameTests {
  @Test(
    "width, case, blanks, dashes and brackets make no difference",
    arguments: [
      ("药占比 （％）", "药占比(%)"), ("ＯＢＳ＿Value", "obsvalue"), ("　门诊【人次】\u{FEFF}", "门诊(人次)"), ("1—6月", "1-6月"),
      ("Émile  Roux", "Émileroux"), ("", ""), (" _ ", ""), ("𠮷田\u{200B}医院", "𠮷田医院"),
    ])
  func fold(name: String, folded: String) {
    #expect(FoldedName.fold(name) == folded)
    #expect(FoldedName.fold(Substring(name)) == folded)
  }

  @Test("any text is folded scalar by scalar, and trimmed of every blank that Unicode knows")
  func anyText() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      let text = randomText(&random)
      #expect(FoldedName.fold(text).unicodeScalars.elementsEqual(foldedSlowly(text).unicodeScalars))
      #expect(FoldedName.trimmed(text).unicodeScalars.elementsEqual(trimmedSlowly(text).unicodeScalars))
    }
  }

  /// Half of the scalars from where the rules are, half from anywhere.
  private func randomText(_ random: inout SplitMix64) -> String {
    let usual = Array(
      "aZ09_~–—‐−[]{}【】〔〕〈〉()（）［］｛｝ＡｚＸ～％\u{9}\u{A}\u{85}\u{A0}\u{1680}\u{2003}\u{2028}\u{200B}\u{200E}\u{202F}\u{205F}\u{3000}\u{FEFF} 医院次㐀\u{3FFF}\u{4000}\u{9FFF}\u{A000}©é·、。"
        .unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      if Bool.random(using: &random), let scalar = usual.randomElement(using: &random) {
        text.append(scalar)
      } else {
        let limits: [UInt32] = [0x7F, 0x7FF, 0xFFFF, 0x10FFFF]
        let limit = limits.randomElement(using: &random) ?? 0x7F
        text.append(Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) ?? " ")
      }
    }
    return String(text)
  }

  private func foldedSlowly(_ name: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let plain = FoldedName.halfWidth(scalar)
      switch plain {
      case "_", "\u{FEFF}", "\u{200B}"..."\u{200F}": continue
      case "[", "{", "【", "〔", "〈": folded.append("(")
      case "]", "}", "】", "〕", "〉": folded.append(")")
      case "~", "–", "—", "‐", "−": folded.append("-")
      case _ where plain.properties.isWhitespace: continue
      case "A"..."Z": folded.append(contentsOf: String(plain).lowercased().unicodeScalars)
      default: folded.append(plain)
      }
    }
    return String(folded)
  }

  private func trimmedSlowly(_ text: String) -> String {
    let isWide = { (scalar: Unicode.Scalar) in (0x2E80...0xFFEF).contains(scalar.value) }
    let isBlank = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
    var trimmed = String.UnicodeScalarView()
    var follows = false
    for scalar in text.unicodeScalars {
      if isBlank(scalar) {
        follows = !trimmed.isEmpty
        continue
      }
      if follows, let last = trimmed.last, !isWide(last), !isWide(scalar) { trimmed.append(" ") }
      follows = false
      trimmed.append(scalar)
    }
    return String(trimmed)
  }
}
