// SPDX-License-Identifier: Apache-2.0

extension Ledger {
  /// Whether a person corrected any of the figures.
  public var isCorrected: Bool { !cube.corrected.isEmpty }

  /// The corrected figures that a change stands on, in the order of reading.
  public func corrections(of change: Change) -> [Observation] {
    cube.corrected.filter { observation in
      guard let period = observation.period, isPart(observation.metric?.id, of: change.metric) else { return false }
      return isSubject(observation.facility, of: change.subject)
        && [change.period, change.basePeriod].contains { $0.canonical == period.canonical || $0.contains(period) }
    }
  }

  /// The corrected figures of a metric.
  public func corrections(ofMetric metric: Metric) -> [Observation] {
    cube.corrected.filter { isPart($0.metric?.id, of: metric) }
  }

  private func isPart(_ id: String?, of metric: Metric) -> Bool {
    id != nil && [metric.id, metric.numerator, metric.denominator].contains(id)
  }

  private func isSubject(_ facility: String?, of subject: Change.Subject) -> Bool {
    switch subject {
    case .facility(let name): facility == name
    case .all, .matched: true
    case .group(let name), .matchedGroup(let name):
      facilities.contains { $0.name == facility && ($0.group ?? "") == name }
    }
  }
}
