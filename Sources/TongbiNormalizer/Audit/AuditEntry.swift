// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// One number of a report, where it stands, and what became of it.
package struct AuditEntry: Sendable {
  /// What a number became.
  package enum Fate: Hashable, Sendable {
    /// The value of the observation.
    case fact
    /// A change stated beside the observation.
    case change
    /// A bound that the exact value of the observation replaced.
    case bound
    /// A period, or part of one.
    case period
    /// Nothing, and why.
    case rejected(AuditReason)

    /// The stable name of the case.
    package var code: String {
      switch self {
      case .fact: "fact"
      case .change: "change"
      case .bound: "bound"
      case .period: "period"
      case .rejected: "rejected"
      }
    }
  }

  /// Where it stands, with its words; those of a table are the whole cell.
  package var source: Source
  /// What became of it.
  package var fate: Fate
  /// The observation that it belongs to.
  package var observation: Observation?

  package init(source: Source, fate: Fate, observation: Observation? = nil) {
    self.source = source
    self.fate = fate
    self.observation = observation
  }
}
