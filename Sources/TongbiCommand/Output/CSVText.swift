// SPDX-License-Identifier: Apache-2.0

/// Comma-separated text as RFC 4180 has it, with line feeds.
enum CSVText {
  /// One record with its line end; fields with commas, quotes or line ends are quoted.
  static func record(_ fields: [String]) -> String {
    var record = ""
    for (index, text) in fields.enumerated() {
      if index > 0 { record += "," }
      record += field(text)
    }
    return record + "\n"
  }

  /// Several records.
  static func records(_ records: [[String]]) -> String { records.map(record).joined() }

  /// Appends one field.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    field(text).utf8Span.span.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  fileprivate static func field(_ text: String) -> String {
    guard needsQuotes(text.utf8Span.span) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  fileprivate static func needsQuotes(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      // Commas, quotes and line ends.
      if byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D { return true }
    }
    return false
  }

  /// Records below a header, for files that people open in a spreadsheet: with the mark that tells it the text is UTF-8.
  static func file(header: [String], records: [[String]]) -> String {
    "\u{FEFF}" + record(header) + self.records(records)
  }
}

extension TextBytes {
  /// Adds a field of a comma-separated record, in quotes where it needs them.
  mutating func field(_ text: String) {
    plain(CSVText.field(text))
  }
}
