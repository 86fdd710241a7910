// SPDX-License-Identifier: Apache-2.0

/// What a table of a document is called, since it has no name of its own.
enum TableName {
  /// The name in the language of the document.
  static func of(_ number: Int, isChinese: Bool) -> String { isChinese ? "第\(number)个表格" : "table \(number)" }

  /// Whether a text has Chinese characters.
  static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}
