// SPDX-License-Identifier: Apache-2.0

/// A narrative report: the lines of a text that are not blank.
package struct TextReport: Sendable {
  /// The path as the user gave it, or `-`.
  package var file: String
  /// The encoding it was read in.
  package var encoding: TextEncoding
  /// The lines that are not blank, in file order.
  package var passages: [Passage]

  package init(file: String, encoding: TextEncoding = .utf8, passages: [Passage]) {
    self.file = file
    self.encoding = encoding
    self.passages = passages
  }
}
