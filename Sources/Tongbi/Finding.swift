// SPDX-License-Identifier: Apache-2.0

/// Something that a person should look at. The work goes on.
public struct Finding: Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Worth knowing; nothing is wrong.
    case note
    /// Probably wrong; the figures were used as they stand.
    case warning
    /// A contradiction or a figure that could not be used.
    case error

    /// Orders by weight, a note first.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// Where it was found.
  public var source: Source
  /// What was found and what to do.
  public var problem: any Problem

  /// Makes a finding from its weight, facts and place.
  public init(_ severity: Severity, _ problem: any Problem, at source: Source) {
    self.severity = severity
    self.problem = problem
    self.source = source
  }
}
