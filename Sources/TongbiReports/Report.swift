// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What one file says, before any meaning: passages of text and tables, in the order of the file.
package struct Report: Sendable {
  /// The kinds of content.
  package enum Part: Sendable {
    /// Narrative.
    case text(TextReport)
    /// A grid of cells.
    case table(any Table)
  }

  /// The path as the user gave it, or `-` for standard input.
  package var file: String
  /// What it holds: one part for a text or a delimited file, a table for each sheet of a workbook.
  package var parts: [Part]
  /// What was doubtful about the file as a whole, such as bytes that are not in its encoding.
  package var findings: [Finding]

  package init(file: String, parts: [Part], findings: [Finding] = []) {
    self.file = file
    self.parts = parts
    self.findings = findings
  }

  /// The tables among the parts.
  package var tables: [any Table] {
    parts.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}
