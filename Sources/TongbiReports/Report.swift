// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What one file says, before any meaning: passages of a text, or a table.
package struct Report: Sendable {
  /// The kinds of content.
  package enum Body: Sendable {
    /// Narrative.
    case text(TextReport)
    /// Comma-separated values and their kin.
    case table(DelimitedTable)
  }

  /// The path as the user gave it, or `-` for standard input.
  package var file: String
  /// What it holds.
  package var body: Body
  /// What was doubtful about the file as a whole, such as bytes that are not in its encoding.
  package var findings: [Finding]

  package init(file: String, body: Body, findings: [Finding] = []) {
    self.file = file
    self.body = body
    self.findings = findings
  }
}
