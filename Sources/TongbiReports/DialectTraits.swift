// SPDX-License-Identifier: Apache-2.0

/// What the first records of a file show of its dialect.
package struct DialectTraits: Hashable, Sendable {
  /// The line ends that occur.
  package var lineEnds: Set<LineEnd>
  /// Whether a field is quoted.
  package var hasQuotes: Bool

  init(_ trial: DialectTrial) {
    lineEnds = trial.lineEnds
    hasQuotes = trial.quoted.all > 0 || trial.doubtful > 0
  }
}
