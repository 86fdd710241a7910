// SPDX-License-Identifier: Apache-2.0

/// Text inside of HTML.
enum HTMLText {
  /// The text with what HTML gives a meaning to escaped; control characters, which HTML does not allow, become �.
  static func escaped(_ text: some StringProtocol) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n", "\r": escaped.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": escaped.append("\u{FFFD}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// What was escaped by ``escaped(_:)``, but for control characters.
  static func unescaped(_ text: some StringProtocol) -> String {
    var plain = ""
    for (index, piece) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
      let known = index == 0 ? nil : signs.first { piece.hasPrefix($0.name) }
      plain += (known?.sign ?? (index == 0 ? "" : "&")) + piece.dropFirst(known?.name.count ?? 0)
    }
    return plain
  }

  private static let signs = [("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\"")].map {
    (name: $0.0, sign: $0.1)
  }
}
