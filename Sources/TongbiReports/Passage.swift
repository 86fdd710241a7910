// SPDX-License-Identifier: Apache-2.0

/// A line of narrative that is not blank, with its place.
package struct Passage: Hashable, Sendable {
  /// The line in the file, from 1. Blank lines count.
  package var line: Int
  /// The line as it stands in the file, without its line end; places within it are character offsets from 0.
  package var text: String

  package init(line: Int, text: String) {
    self.line = line
    self.text = text
  }
}
