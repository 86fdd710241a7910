// SPDX-License-Identifier: Apache-2.0

/// A change with codes in place of names, as hundreds of thousands of them pass to a printer.
package struct CodedChange {
  /// What it is about.
  package enum Subject: Sendable, Equatable {
    /// A facility, by its code in the cube.
    case facility(Int32)
    /// Facilities together.
    case many(Change.Subject)
  }

  /// What it is about.
  package var subject: Subject
  /// The metric, by its code in the cube.
  package var metric: Int32
  /// The period, as an index into the periods of the work.
  package var window: Int
  /// The current figure.
  package var current: Figure
  /// The base figure.
  package var base: Figure
}
